# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What the contract says of values that are kept, and of what it means that they change.

A member is named by the node that has it: `PhoneNumber.status`, `Throughput.level`.
"""

from collections.abc import Mapping
from typing import Final, Literal

Kind = Literal[
    "field",
    "gone",
    "limit",
    "limit-fell",
    "limit-rose",
    "moved",
    "name",
    "name-approved",
    "name-declined",
    "name-in-review",
    "new",
    "pin",
    "quality",
    "quality-fell",
    "quality-rose",
    "shared",
    "status",
    "throughput",
    "throughput-fell",
    "throughput-rose",
]
"""What a change is: of what, and where its words say so, which way."""

UNKEPT: Final = frozenset(
    [
        "PhoneNumber.certificate",
        "PhoneNumber.new_certificate",
        "PhoneNumber.unified_cert_status",
        "PhoneNumber.webhook_configuration",
    ]
)
"""Members that are never kept: certificates, addresses with tokens in them, what is refused."""

NONE_IF_ABSENT: Final = frozenset(
    [
        "OfficialBusinessAccount.oba_status",
        "PhoneNumber.new_display_name",
        "PhoneNumber.new_name_status",
        "PhoneNumber.username",
    ]
)
"""Members without which an answer says that there is none; any other may be missing."""

ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "QualityRating": ("RED", "YELLOW", "GREEN"),
    "MessagingLimitTier": (
        "TIER_50",
        "TIER_250",
        "TIER_1K",
        "TIER_2K",
        "TIER_10K",
        "TIER_100K",
        "TIER_UNLIMITED",
    ),
    "ThroughputLevel": ("STANDARD", "HIGH"),
}
"""By the name of an enum: words from the least to the most."""

TOPICS: Final[Mapping[str, str]] = {
    "PhoneNumber.verified_name": "name",
    "PhoneNumber.status": "status",
    "PhoneNumber.quality_rating": "quality",
    "PhoneNumber.name_status": "name",
    "PhoneNumber.new_display_name": "name",
    "PhoneNumber.new_name_status": "name",
    "PhoneNumber.messaging_limit_tier": "limit",
    "PhoneNumber.whatsapp_business_manager_messaging_limit": "limit",
    "PhoneNumber.is_pin_enabled": "pin",
    "QualityScore.score": "quality",
    "Throughput.level": "throughput",
}
"""By member, what a change of it is a change of."""

VERDICTS: Final[Mapping[str, Mapping[str, str]]] = {
    "PhoneNumber.name_status": {
        "PENDING_REVIEW": "in-review",
        "APPROVED": "approved",
        "AVAILABLE_WITHOUT_REVIEW": "approved",
        "DECLINED": "declined",
    },
    "PhoneNumber.new_name_status": {
        "PENDING_REVIEW": "in-review",
        "APPROVED": "approved",
        "DECLINED": "declined",
    },
}
"""By member and word, the state that the word shows, where a name is reviewed."""

ADVICE: Final[Mapping[str, Mapping[str, str]]] = {
    "PhoneNumber.status": {
        "PENDING": "Verify it if it is not verified, and register it.",
        "DISCONNECTED": "Register it again if it shall be used; where its proof has lapsed, verify it first.",
        "FLAGGED": "Look at what led to the rating, in `quality_score`; its limits may be lowered.",
        "RATE_LIMITED": "Wait; it has written to as many people first as it may within 24 hours.",
        "RESTRICTED": "Answer people, which it may; conversations it may start again after a time.",
        "BANNED": "Look at it in WhatsApp Manager, where Meta says why.",
    },
    "PhoneNumber.quality_rating": {
        "YELLOW": "Look at what led to it, in `quality_score`, before it falls further.",
        "RED": "Look at what led to it, in `quality_score`, and send less of that.",
    },
    "PhoneNumber.name_status": {
        "DECLINED": "Ask for another display name; 10 may be asked for in 30 days."
    },
    "PhoneNumber.new_name_status": {
        "APPROVED": "Register the number again within 14 days, or the review starts anew.",
        "DECLINED": "The old name stays. Another one can be asked for; 10 may be in 30 days.",
    },
    "PhoneNumber.is_pin_enabled": {
        "false": "Set a PIN, so that nobody else registers the number elsewhere."
    },
}
"""By member and value, what to do where it is found."""
