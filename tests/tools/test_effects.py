"""`_made/effects.py` says what the marks of the contract and the limits of states.yaml say."""

from typing import Any

import pytest

from generated.tools.effects import writes
from generated.tools.settling import Sent, settling, value
from tests.contract.document import CONTRACT
from tests.states.chart import CHART as STATES
from wabakit._made import effects

WRITES = dict(writes(CONTRACT))


def test_every_write_is_known() -> None:
    """The client knows of every call that changes something what a person has to check."""
    assert len(WRITES) > 10
    assert {n: said["x-settle"]["check"] for n, said in WRITES.items()} == {
        name: rule.check for name, rule in effects.SETTLING.items()
    }


def test_member_comes_before_its_call() -> None:
    """A call that sends a member with a settling of its own is settled by that."""
    names = list(effects.SETTLING)
    assert names.index("updatePhoneNumber!new_display_name") < names.index("updatePhoneNumber")


@pytest.mark.parametrize(
    "mark", [{"read": "getPhoneNumber"}, {"check": "Look.", "read": "getState", "done": {}},
             {"check": "Look.", "read": "getPhoneNumber", "done": {"state": ["ON"]}}], ids=str
)  # fmt: skip
def test_mark_that_leads_nowhere_stops_the_making(mark: dict[str, Any]) -> None:
    """A write without advice, with an unknown read, or told by no field of it, is refused."""
    said = {**WRITES["deregisterPhoneNumber"], "x-settle": mark}
    with pytest.raises(KeyError, match=r"check|getState|state"):
        settling(CONTRACT, "deregisterPhoneNumber", said)


def test_values_are_words_or_what_is_sent() -> None:
    """A value of a mark is a word, none, or the member of the body that an expression names."""
    assert value("CONNECTED") == "CONNECTED"
    assert value(None) == ""
    assert value("$request.body#/username") == Sent("username")


def test_limits_of_calls() -> None:
    """Of the limits in states.yaml those that count calls are the client's."""
    declared = {
        row["call"]: (row["allowed"], row["window"], row["code"])
        for row in STATES["limits"]
        if row["counts"] == "calls"
    }
    known = {name: (n, f"PT{hours}H", code) for name, (n, hours, code) in effects.LIMITS.items()}
    assert known == declared


def test_quota_of_accounts() -> None:
    """How often an account may be called is said in words too, for who reads no marks."""
    header = CONTRACT["components"]["headers"]["BusinessUseCaseUsage"]
    said = header["x-quota"]
    assert (said["calls"], 1, header["x-throttled"]) == effects.QUOTA
    assert said["window"] == "PT1H"
    words = " ".join(CONTRACT["info"]["description"].split())
    few = f"{said['unregistered']:,} times in a rolling hour"
    assert f"{few}, or {said['calls']:,} times once the account has a registered number" in words


def test_facts_are_what_proves() -> None:
    """What a read tells is kept if a settling looks at it, and what is no proof is not."""
    number = effects.FACTS["getPhoneNumber"]
    assert number == effects.FACTS["listPhoneNumbers"]
    assert (number["status"], number["username"]) == (False, True)
    assert "code_verification_status" not in number
    assert "status" not in effects.FACTS["getUsername"]
