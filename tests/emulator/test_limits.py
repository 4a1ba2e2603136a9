"""Calls beyond Meta's quota, where limits are on."""

import json
from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph

LIST = f"{WABA}/phone_numbers"


@pytest.fixture
def limited() -> Graph:
    """An emulator that counts."""
    return Graph(options={"limits": True})


def usage(graph: Graph) -> tuple[int, dict[str, Any]]:
    """Make a call; give its status and the usage of the account."""
    answer = graph.send("GET", LIST)
    (entry,) = json.loads(answer.headers["X-Business-Use-Case-Usage"])[WABA]
    return answer.status, entry


def test_the_quota_of_a_new_account(limited: Graph) -> None:
    """Without a registered number the 201st call of an hour is 80008, and a wait is named."""
    assert [usage(limited)[0] for _ in range(200)] == [200] * 200
    status, entry = usage(limited)
    assert (status, entry["call_count"], entry["estimated_time_to_regain_access"]) == (400, 100, 60)
    assert limited.refusal("GET", LIST) == (400, 80008, None)
    limited.clock.advance("PT59M")
    assert limited.refusal("GET", LIST) == (400, 80008, None)
    limited.clock.advance("PT1M")
    assert usage(limited)[0] == 200


def test_who_does_not_stop_waits_longer(limited: Graph) -> None:
    """Calls made while throttled count as well."""
    for _ in range(201):
        limited.send("GET", LIST)
    limited.clock.advance("PT30M")
    for _ in range(200):
        limited.send("GET", LIST)
    limited.clock.advance("PT30M")
    assert usage(limited)[1]["estimated_time_to_regain_access"] == 30


def test_the_quota_of_a_connected_account(limited: Graph) -> None:
    """With a registered number there are 5,000; other accounts have their own."""
    other = limited.emulator.add_account()
    for _ in range(201):
        limited.send("GET", LIST)
    assert limited.get(f"{other.id}/phone_numbers") == {"data": []}
    limited.emulator.add_number(WABA)
    status, entry = usage(limited)
    assert status == 200
    assert entry["call_count"] < 10


def test_registering_is_not_counted_there(limited: Graph) -> None:
    """Register has a limit of its own, and works while the account is throttled."""
    number = limited.emulator.add_number(
        WABA, status="PENDING", code_verification_status="VERIFIED"
    )
    for _ in range(201):
        limited.send("GET", LIST)
    assert limited.register(number.id) == {"success": True}


def test_off_nothing_is_refused(graph: Graph) -> None:
    """Where limits are off, the share is told but never reaches what stops a caller."""
    seen = [usage(graph) for _ in range(300)]
    assert {status for status, _ in seen} == {200}
    assert max(entry["call_count"] for _, entry in seen) < 100
