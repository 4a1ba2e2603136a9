"""A client library for accessing WhatsApp Business phone numbers on the Graph API"""

from .client import AuthenticatedClient, Client

__all__ = (
    "AuthenticatedClient",
    "Client",
)
