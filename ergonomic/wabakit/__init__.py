"""Manage WhatsApp Business phone numbers through Meta's Graph API.

with wabakit.Client(token) as client:
    for card in client.account("102290129340398").numbers():
        print(card.display_phone_number, card.status)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wabakit import contract as contract
    from wabakit import emulator as emulator
    from wabakit import errors as errors
    from wabakit._made.public import *
    from wabakit._made.public import __all__ as __all__

    __version__: str
else:
    from importlib import import_module

    _MODULES = ("contract", "emulator", "errors")

    def __getattr__(name):
        # Its modules are asked for while `_made.public`, which needs them, is still being loaded.
        if name in _MODULES:
            return import_module(f"wabakit.{name}")
        if name == "__version__":
            return import_module("wabakit._about").own_version()
        # Importing the package costs nothing; the first use of a public name loads them all.
        if name.startswith("_") and name != "__all__":
            raise AttributeError(f"module 'wabakit' has no attribute {name!r}")
        public = import_module("wabakit._made.public")
        globals().update(
            {"__all__": public.__all__}, **{n: getattr(public, n) for n in public.__all__}
        )
        if name not in globals():
            raise AttributeError(f"module 'wabakit' has no attribute {name!r}")
        return globals()[name]

    def __dir__():
        return sorted([*import_module("wabakit._made.public").__all__, *_MODULES, "__version__"])
