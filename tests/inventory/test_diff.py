"""What changed, and what it is called."""

from typing import Any, get_args

import pytest

import wabakit
from tests.contract.document import SCHEMAS, properties, resolve
from tests.inventory.fleets import (
    ACCOUNT,
    FAILED,
    NUMBER,
    OTHER,
    SECOND,
    StoredFleet,
    day,
    number,
    record,
)
from wabakit._made.inventory import Kind
from wabakit.inventory import Inventory


def kinds(inventory: Inventory, *between: Any) -> list[str]:
    """What changed."""
    return [change.kind for change in inventory.diff(*between)]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({"quality_rating": "GREEN"}, {"quality_rating": "RED"}, "quality-fell"),
        ({"quality_rating": "YELLOW"}, {"quality_rating": "GREEN"}, "quality-rose"),
        ({"quality_rating": "UNKNOWN"}, {"quality_rating": "GREEN"}, "quality"),
        ({"quality_rating": "GREEN"}, {"quality_rating": "PURPLE"}, "quality"),
        (
            {"quality_score": {"score": "GREEN"}},
            {"quality_score": {"score": "RED"}},
            "quality-fell",
        ),
        ({"messaging_limit_tier": "TIER_1K"}, {"messaging_limit_tier": "TIER_2K"}, "limit-rose"),
        (
            {"messaging_limit_tier": "TIER_UNLIMITED"},
            {"whatsapp_business_manager_messaging_limit": "TIER_250"},
            "limit-fell",
        ),
        (
            {"throughput": {"level": "STANDARD"}},
            {"throughput": {"level": "HIGH"}},
            "throughput-rose",
        ),
        ({"name_status": "PENDING_REVIEW"}, {"name_status": "APPROVED"}, "name-approved"),
        ({"new_name_status": None}, {"new_name_status": "PENDING_REVIEW"}, "name-in-review"),
        ({"new_name_status": "PENDING_REVIEW"}, {"new_name_status": "DECLINED"}, "name-declined"),
        ({"new_display_name": None}, {"new_display_name": "Shrub"}, "name"),
        ({"verified_name": "Shrub"}, {"verified_name": "Lucky Shrub"}, "name"),
        ({"status": "CONNECTED"}, {"status": "BANNED"}, "status"),
        ({"is_pin_enabled": True}, {"is_pin_enabled": False}, "pin"),
        ({"account_mode": "SANDBOX"}, {"account_mode": "LIVE"}, "field"),
    ],
)
def test_kinds(
    inventory: Inventory, before: dict[str, Any], after: dict[str, Any], kind: str
) -> None:
    """A change is called what the contract calls it, which way where its words have an order."""
    record(inventory, number(**before))
    record(inventory, number(**after), on=1)
    assert kinds(inventory) == [kind]
    assert kind in get_args(Kind)


def test_a_change(inventory: Inventory) -> None:
    """A change says of which number it is, what it was and is, when it was seen, what to do."""
    record(inventory, number(quality_rating="GREEN"))
    record(inventory, number(quality_rating="RED"), on=1)
    (change,) = inventory.diff()
    assert change.to_dict() == {
        "kind": "quality-fell",
        "number_id": NUMBER,
        "display_phone_number": "+1 631-555-1309",
        "account_id": ACCOUNT,
        "field": "quality_rating",
        "before": "GREEN",
        "after": "RED",
        "at": day(1).isoformat(),
        "run_id": 2,
        "advice": SCHEMAS["PhoneNumber"]["properties"]["quality_rating"]["x-advice"]["RED"],
    }


def test_new_and_gone(inventory: Inventory) -> None:
    """A number is new once, gone only of an account that was read to its end, and may come back."""
    record(inventory, number())
    record(inventory, number(), number(SECOND, status="PENDING"), on=1)
    assert kinds(inventory) == ["new"]
    inventory.record([(ACCOUNT, number())], at=day(2))  # who knows whether that were all
    inventory.record(StoredFleet([], completed=frozenset({OTHER})), at=day(3))
    assert kinds(inventory, 2) == []
    record(inventory, number(), on=4)
    assert kinds(inventory) == ["gone"]
    record(inventory, number(), on=5)
    assert kinds(inventory) == []
    record(inventory, number(), number(SECOND), on=6)
    assert kinds(inventory) == ["new"]
    assert kinds(inventory, 2) == []  # there it was, and there it is


def test_a_number_that_moved(inventory: Inventory) -> None:
    """A telephone number that went and came under another id has moved, as Graph does it."""
    record(inventory, number())
    record(inventory, account=OTHER)
    moved = {**number(SECOND), "display_phone_number": "16315551309"}
    fleet = StoredFleet([(OTHER, moved)], completed=frozenset({ACCOUNT, OTHER}))
    inventory.record(fleet, at=day(1))
    (change,) = inventory.diff()
    assert (change.kind, change.account_id) == ("moved", OTHER)
    assert (change.before, change.after) == (NUMBER, SECOND)


def test_a_number_of_several_accounts(inventory: Inventory) -> None:
    """A fleet gives a number once, of whichever account came first: so it has not moved."""
    both = frozenset({ACCOUNT, OTHER})
    fleets = [
        StoredFleet([(ACCOUNT, number())], both),
        StoredFleet([(ACCOUNT, number())], both, elsewhere={NUMBER: (OTHER,)}),
        StoredFleet([(OTHER, number())], both, elsewhere={NUMBER: (ACCOUNT,)}),
        StoredFleet([(OTHER, number())], frozenset({OTHER}), {ACCOUNT: FAILED}),
        StoredFleet([(OTHER, number())], both),
    ]
    told = [kinds(inventory) for on, f in enumerate(fleets) if inventory.record(f, at=day(on))]
    assert told == [[], ["shared"], [], [], ["moved"]]
    (change,) = inventory.diff()
    assert (change.before, change.after) == ([ACCOUNT, OTHER], [OTHER])


def test_which_runs(inventory: Inventory) -> None:
    """Without arguments the last run is held against the last one about an account of its own."""
    assert inventory.diff() == ()
    first = record(inventory, number(status="PENDING"))
    assert inventory.diff() == ()
    record(inventory, number(SECOND), account=OTHER, on=1)
    last = record(inventory, number(status="CONNECTED"), on=2)
    assert kinds(inventory) == ["status", "new"]
    assert kinds(inventory, first, last) == kinds(inventory, 1, 3) == kinds(inventory)
    assert kinds(inventory, day(0), day(1)) == ["new"]
    assert kinds(inventory, None, 1) == []
    for wrong in (7, day(-1), day(0).replace(tzinfo=None), last):
        with pytest.raises(wabakit.InvalidInputError):
            inventory.diff(wrong)


def test_marks_of_values() -> None:
    """Words that are put into an order and values with advice are those that there are."""
    orders = {name: said for name, said in SCHEMAS.items() if "x-order" in said}
    assert {"QualityRating", "MessagingLimitTier"} <= orders.keys()
    assert all(set(said["x-order"]) <= set(said["enum"]) for said in orders.values())
    advised = {where: said for where, said in properties() if "x-advice" in said}
    assert advised
    for where, said in advised.items():
        words = resolve(said).get("enum", ["true", "false"])
        assert said["x-advice"].keys() <= set(words), where
        assert all(text.endswith(".") for text in said["x-advice"].values()), where
    assert advised.keys() <= {where for where, said in properties() if "x-topic" in said}
