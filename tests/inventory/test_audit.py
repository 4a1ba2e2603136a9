"""What an audit finds, by rules of ours and of yours."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

import wabakit
from tests.contract.document import CONTRACT, SCHEMAS
from tests.inventory.fleets import (
    ACCOUNT,
    NOW,
    NUMBER,
    OTHER,
    SECOND,
    StoredFleet,
    day,
    number,
    record,
)
from tests.states.chart import CHART
from wabakit.inventory import (
    DEFAULT,
    Finding,
    Inventory,
    Portfolio,
    Reads,
    Unregistered,
    VersionEnding,
)
from wabakit.inventory.audit import name_of

PENDING = {"status": "PENDING", "code_verification_status": "VERIFIED"}
CONNECTED = {"status": "CONNECTED", "code_verification_status": "EXPIRED"}
(SIGNUP,) = (e for e in CHART["events"] if e["event"] == "signup-window-closed")
WINDOW = int(SIGNUP["after"].strip("PD"))


def rules(inventory: Inventory, on: int = 1) -> list[str]:
    """Which rules find something; each by itself finds what it finds among all."""
    found = [finding.rule for finding in inventory.audit(at=day(on))]
    alone = [(name_of(rule), inventory.audit([rule], at=day(on))) for rule in DEFAULT]
    assert [f.rule for _, findings in alone for f in findings] == found
    assert all(f.rule == name for name, findings in alone for f in findings)
    return found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (CONNECTED, []),
        ({**CONNECTED, "is_pin_enabled": False}, ["pin-off"]),
        ({**CONNECTED, "is_pin_enabled": True}, []),
        ({**CONNECTED, "is_pin_enabled": False, "is_on_biz_app": True}, []),  # the app has its own
        ({**PENDING, "is_pin_enabled": False}, []),  # nor has what is not registered
        ({**CONNECTED, "quality_rating": "RED"}, ["quality-red"]),
        ({**CONNECTED, "quality_rating": "YELLOW"}, []),
        ({**CONNECTED, "name_status": "DECLINED"}, ["name-declined"]),
        ({**CONNECTED, "new_name_status": "DECLINED"}, ["new-name-declined"]),
        ({**CONNECTED, "new_name_status": "APPROVED"}, ["name-unused"]),
        ({**CONNECTED, "status": "DISCONNECTED"}, ["disconnected"]),
        ({**CONNECTED, "status": "BANNED"}, ["restricted"]),
        ({}, []),
    ],
)
def test_rules(inventory: Inventory, fields: dict[str, Any], found: list[str]) -> None:
    """Each rule finds what it is for, and nothing is found of what was not read."""
    record(inventory, number(**fields))
    assert rules(inventory) == found


@pytest.mark.parametrize(
    ("on", "is_found"), [(WINDOW - 5, False), (WINDOW - 4, True), (WINDOW + 1, True)]
)
def test_near_the_end_of_signup(inventory: Inventory, on: int, is_found: bool) -> None:
    """A verified number has the days of the chart from its signup, or from when it was seen."""
    onboarded = {"last_onboarded_time": NOW.strftime("%Y-%m-%dT%H:%M:%S+0000")}
    record(inventory, number(**PENDING), number(SECOND, **PENDING, **onboarded))
    record(inventory, number(**PENDING), number(SECOND, **PENDING, **onboarded), on=3)
    found = inventory.audit([Unregistered()], at=day(on))
    assert [finding.number_id for finding in found] == [NUMBER, SECOND] * is_found
    assert all(finding.due == NOW + timedelta(days=WINDOW) for finding in found)
    signup = CHART["onboarding"]["waits"]["signup"]
    assert [finding.advice == signup for finding in found] == [on > WINDOW] * len(found)


def test_a_number_from_a_pool_has_longer(inventory: Inventory) -> None:
    """What came verified out of a partner's pool has the 90 days of a claim."""
    (claim,) = (e for e in CHART["events"] if e["event"] == "claim-lapsed")
    record(inventory, number(**PENDING, is_preverified_number=True))
    assert rules(inventory, WINDOW) == []
    assert rules(inventory, int(claim["after"].strip("PD"))) == ["unregistered"]


def test_a_name_waits_for_its_registration(inventory: Inventory) -> None:
    """What is due is so by the days of the chart, and the contract says what to do."""
    record(inventory, number(new_name_status="PENDING_REVIEW", new_display_name="Shrub"))
    record(inventory, number(new_name_status="APPROVED"), on=2)
    (finding,) = inventory.audit(at=day(3))
    assert finding.due == day(2 + WINDOW)
    assert finding.text == "Approved, and not in use: Shrub."
    said = SCHEMAS["PhoneNumber"]["properties"]["new_name_status"]["x-advice"]
    assert finding.advice == said["APPROVED"]
    assert finding.to_dict()["due"] == day(2 + WINDOW).isoformat()


def test_numbers_that_stand_twice(inventory: Inventory) -> None:
    """A number of two accounts is found, and a telephone number under two ids."""
    rows = [(ACCOUNT, number()), (OTHER, number()), (OTHER, {**number(), "id": SECOND})]
    inventory.record(rows, at=NOW)
    assert rules(inventory) == ["listed-twice", "two-ids", "two-ids"]
    found = inventory.audit()
    assert [(f.rule, f.number_id) for f in found] == [
        ("listed-twice", NUMBER),
        ("two-ids", NUMBER),
        ("two-ids", SECOND),
    ]
    assert SECOND in found[1].text


def test_a_version_that_ends(inventory: Inventory) -> None:
    """The version of the last run is held against the day on which it ends, by the contract."""
    ends = datetime.fromisoformat(f"{CONTRACT['x-graph-versions']['v23.0']['expires']}T00:00+00:00")
    inventory.record(StoredFleet([(ACCOUNT, number())]), at=NOW, api_version="v23.0")
    assert inventory.audit(at=ends - timedelta(days=91)) == ()
    (finding,) = inventory.audit([VersionEnding()], at=ends - timedelta(days=90))
    assert name_of(VersionEnding()) == "version-ending"
    assert (finding.rule, finding.due, finding.number_id) == ("version-ending", ends, None)


def test_gone_numbers_are_of_no_concern(inventory: Inventory) -> None:
    """What no account lists any more is not looked at, and an empty inventory has nothing."""
    assert inventory.audit() == ()
    record(inventory, number(quality_rating="RED"))
    record(inventory, on=1)
    assert inventory.audit() == ()


def test_a_rule_of_yours(inventory: Inventory) -> None:
    """A rule is a function, and stands beside those of ours or in their place."""

    def in_trial(portfolio: Portfolio) -> Iterator[Finding]:
        for one in portfolio.numbers:
            if one.values.get("account_mode") == "SANDBOX":
                yield one.finding(
                    "in-trial", f"For trials since {one.since['account_mode']:%d %B}."
                )

    record(inventory, number(account_mode="SANDBOX", quality_rating="RED", status="CONNECTED"))
    found = inventory.audit([*DEFAULT, in_trial, Reads("on", "status", ("CONNECTED",))])
    assert [finding.rule for finding in found] == ["quality-red", "in-trial", "on"]
    assert found[1].text == "For trials since 01 November."
    with pytest.raises(wabakit.InvalidInputError):
        inventory.audit(at=NOW.replace(tzinfo=None))
