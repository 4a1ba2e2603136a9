# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The Graph versions of the contract: what they have, what they lack, when they end."""

import datetime
from collections.abc import Mapping
from typing import Final

GRAPH_VERSION: Final = "v23.0"

GRAPH_VERSIONS: Final = ("v21.0", "v22.0", "v23.0", "v24.0", "v25.0", "v26.0", "v27.0")
"""The Graph versions that the contract describes, oldest first."""

VERSIONS_HAVING: Final[Mapping[str, tuple[str, ...]]] = {
    "listPhoneNumbers:messaging_limit_tier=UNTIERED": ("v24.0", "v25.0", "v26.0", "v27.0"),
    "listPhoneNumbers:whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPhoneNumber:messaging_limit_tier=UNTIERED": ("v24.0", "v25.0", "v26.0", "v27.0"),
    "getPhoneNumber:whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:owner_business.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:whatsapp_business_manager_messaging_limit": ("v24.0", "v25.0", "v26.0", "v27.0"),
    "getAccount:phone_numbers.messaging_limit_tier=UNTIERED": ("v24.0", "v25.0", "v26.0", "v27.0"),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getAccount:phone_numbers.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getBusiness:whatsapp_business_manager_messaging_limit": ("v24.0", "v25.0", "v26.0", "v27.0"),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:owner_business.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.messaging_limit_tier=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listOwnedAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:owner_business.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.messaging_limit_tier=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listClientAccounts:phone_numbers.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "listPreverifiedNumbers:owner_business.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_50": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_250": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_1K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_2K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_10K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_100K": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_UNLIMITED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=TIER_NOT_SET": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
    "getPreverifiedNumber:owner_business.whatsapp_business_manager_messaging_limit=UNTIERED": (
        "v24.0",
        "v25.0",
        "v26.0",
        "v27.0",
    ),
}
"""Versions that have what not all of GRAPH_VERSIONS have.

Keys: `call`, `call?parameter`, `call!member.of.body`, `call:field.of.answer`; a value behind `=`.
"""

REFUSED: Final[Mapping[str, str]] = {
    "listPhoneNumbers:unified_cert_status": "name_status",
    "getPhoneNumber:unified_cert_status": "name_status",
    "getAccount:phone_numbers.unified_cert_status": "name_status",
    "listOwnedAccounts:phone_numbers.unified_cert_status": "name_status",
    "listClientAccounts:phone_numbers.unified_cert_status": "name_status",
}
"""What to ask for in place of a field that Meta documents and every version refuses.

Keys: `call:field.of.answer`.
"""

VERSION_EXPIRY: Final[Mapping[str, datetime.date]] = {
    "v19.0": datetime.date(2026, 5, 21),
    "v20.0": datetime.date(2026, 9, 24),
    "v21.0": datetime.date(2027, 1, 21),
    "v22.0": datetime.date(2027, 5, 20),
    "v23.0": datetime.date(2027, 10, 8),
    "v24.0": datetime.date(2028, 2, 18),
    "v25.0": datetime.date(2028, 7, 29),
    "v26.0": datetime.date(2028, 11, 4),
}
"""Day on which a Graph version ends, where Meta announced it or the pattern of the others says."""

NOTICE: Final = datetime.timedelta(days=90)
"""How long before that day users are told."""
