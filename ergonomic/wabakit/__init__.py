"""Manage WhatsApp Business phone numbers through Meta's Graph API.

with wabakit.Client(token) as client:
    for card in client.account("102290129340398").numbers():
        print(card.display_phone_number, card.status)
"""

TYPE_CHECKING = False  # importing `typing` for it would cost ten times as much as all else

if TYPE_CHECKING:
    from wabakit import contract as contract
    from wabakit import emulator as emulator
    from wabakit import errors as errors
    from wabakit import events as events
    from wabakit import inventory as inventory
    from wabakit import otel as otel
    from wabakit import webhooks as webhooks
    from wabakit._made.public import *
    from wabakit._made.public import __all__ as __all__

    __version__: str
else:
    from importlib import import_module

    _MODULES = ("contract", "emulator", "errors", "events", "inventory", "webhooks")
    _OF_EXTRAS = ("otel",)  # which `dir` does not show, as `help` loads what that shows

    def __getattr__(name):
        if name in (*_MODULES, *_OF_EXTRAS):
            return import_module(f"wabakit.{name}")
        if name == "__version__":
            return import_module("wabakit._about").VERSION
        # Importing the package costs nothing; a public name is loaded when it is first used.
        if name.startswith("_") and name != "__all__":
            raise AttributeError(f"module 'wabakit' has no attribute {name!r}")
        return globals().setdefault(name, import_module("wabakit._made.public").load(name))

    def __dir__():
        return sorted([*import_module("wabakit._made.public").__all__, *_MODULES, "__version__"])
