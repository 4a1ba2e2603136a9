"""The fields of an account that are more than an attribute of it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.world.businesses import Business
from wabakit.emulator.world.nodes import Account

from .fields import Catalogue

BUSINESS = Catalogue("Business", "id,name")


def owner(account: Account) -> Json:
    """Give the business that owns an account (documented)."""
    return {"id": account.owner_business.id, "name": account.owner_business.name}


def _namespace(account: Account) -> str:
    """Give a namespace that looks like Meta's, made from the id (recorded style)."""
    made = str(uuid.uuid5(uuid.NAMESPACE_OID, account.id)).replace("-", "_")
    return account.message_template_namespace or made


def _verification(account: Account) -> str:
    """Give a word in lower case (recorded)."""
    own = "verified" if account.is_verified else "not_verified"
    return account.business_verification_status or own


def _health_status(account: Account) -> dict[str, Any]:
    """Give a health that goes with the review: an account not approved cannot send (assumed)."""
    if account.health_status is not None:
        return account.health_status
    is_good = account.account_review_status == "APPROVED"
    can_send = "AVAILABLE" if is_good else "BLOCKED"
    entities = [
        {"entity_type": "WABA", "id": account.id, "can_send_message": can_send},
        {
            "entity_type": "BUSINESS",
            "id": account.owner_business.id,
            "can_send_message": "AVAILABLE",
        },
    ]
    return {"can_send_message": can_send, "entities": entities}


def _creation_time(account: Account) -> int:
    """Give epoch seconds (documented)."""
    return int(account.creation_time.timestamp())


def _own(account: Account) -> str:
    return account.ownership_type or "SELF"


def _of_client(account: Account) -> str:
    return account.ownership_type or "CLIENT_OWNED"


ACCOUNT = Catalogue(
    "WhatsAppBusinessAccount",
    "id,name,timezone_id,message_template_namespace",
    {
        "message_template_namespace": _namespace,
        "business_verification_status": _verification,
        "health_status": _health_status,
        "creation_time": _creation_time,
        "ownership_type": _own,
        "owner_business_info": owner,
        "owner_business": owner,
    },
)
"""Fields of an account (documented, recorded).

Unasked come four of them (recorded). Country and the like are left out while unset (recorded). Text
is text, also where a guide prints numbers (recorded).
"""

CLIENT_ACCOUNT = replace(ACCOUNT, readers={**ACCOUNT.readers, "ownership_type": _of_client})
"""The same where a partner lists the accounts of its clients (documented)."""


def partner(business: Business) -> Json:
    """Give a business as others see it: id and name (documented)."""
    return {"id": business.id, "name": business.name}
