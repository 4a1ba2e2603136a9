"""A client library for accessing WhatsApp Business phone numbers on the Graph API"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import AuthenticatedClient, Client
else:

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import client  # models alone do not need it

        return getattr(client, name)


__all__ = (
    "AuthenticatedClient",
    "Client",
)
