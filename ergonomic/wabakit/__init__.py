"""Manage WhatsApp Business phone numbers through Meta's Graph API.

with wabakit.Client(token) as client:
    for number in client.account("102290129340398").numbers():
        print(number.display_phone_number, number.status)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wabakit._public import *
    from wabakit._public import __all__ as __all__
else:
    from importlib import import_module

    def __getattr__(name):
        # Its modules are asked for while `_public`, which needs them, is still being loaded.
        if name in {"contract", "emulator", "errors"}:
            return import_module(f"wabakit.{name}")
        # Importing the package costs nothing; the first use of a public name loads them all.
        if name.startswith("_") and name != "__all__":
            raise AttributeError(f"module 'wabakit' has no attribute {name!r}")
        public = import_module("wabakit._public")
        globals().update(
            {"__all__": public.__all__}, **{n: getattr(public, n) for n in public.__all__}
        )
        if name not in globals():
            raise AttributeError(f"module 'wabakit' has no attribute {name!r}")
        return globals()[name]

    def __dir__():
        return sorted(import_module("wabakit._public").__all__)
