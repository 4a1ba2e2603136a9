"""The numbers of the demo: fictional, in ranges that are reserved for fiction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

_SHOPS = """
Jasper's Market|+1 212-555-0{n}
Lucky Shrub|+1 310-555-0{n}
Wind & Wool|+44 20 7946 0{n}
Harbour Books|+44 161 496 0{n}
Blaue Stunde|+49 30 23125 {n}
Café Lumière|+33 1 99 00 5{n}
Southern Cross Tours|+61 2 5550 0{n}
Skärgårdens Rederi|+46 8 465 004 {m}
Liffey Cycles|+353 20 911 0{n}
""".strip()

_STATES: tuple[dict[str, Any], ...] = (
    {"quality_rating": "GREEN", "messaging_limit_tier": "TIER_10K", "pin": "271828"},
    {
        "quality_rating": "YELLOW",
        "messaging_limit_tier": "TIER_1K",
        "throughput": {"level": "HIGH"},
    },
    {"quality_rating": "RED", "status": "FLAGGED", "messaging_limit_tier": "TIER_250"},
    {"quality_rating": "UNKNOWN", "account_mode": "SANDBOX", "messaging_limit_tier": "TIER_50"},
    {
        "quality_rating": "GREEN",
        "is_official_business_account": True,
        "messaging_limit_tier": "TIER_UNLIMITED",
        "throughput": {"level": "HIGH"},
    },
    {"status": "PENDING"},
    {"quality_rating": "GREEN", "code_verification_status": "EXPIRED"},
    {
        "new_display_name": "A better name",
        "new_name_status": "PENDING_REVIEW",
        "messaging_limit_tier": "TIER_100K",
    },
    {"status": "DISCONNECTED", "code_verification_status": "VERIFIED", "name_status": "DECLINED"},
    {"is_on_biz_app": True, "throughput": {"level": "NOT_APPLICABLE"}},
    {"status": "RATE_LIMITED", "quality_rating": "YELLOW"},
)

_BRANCHES = 4


def fill(waba_id: str, add_number: Callable[..., object], now: datetime) -> None:
    """Add four branches of nine businesses, each in another state, onboarded over two years."""
    shops = [line.split("|") for line in _SHOPS.splitlines()]
    for branch in range(_BRANCHES):
        for at, (name, written) in enumerate(shops):
            place = branch * len(shops) + at
            state = dict(_STATES[place % len(_STATES)])
            if state.get("status") not in {"PENDING", "DISCONNECTED"}:
                state["last_onboarded_time"] = now - timedelta(days=1 + 19 * place, minutes=place)
            add_number(
                waba_id,
                display_phone_number=written.format(n=110 + place, m=10 + place),
                verified_name=name,
                creation_time=now - timedelta(days=3 + 19 * place),
                **state,
            )
