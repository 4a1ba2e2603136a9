"""A number of a pool comes into an account."""

from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph
from tests.emulator.pool import added, status, verify


def claimed_in_signup(graph: Graph, number_id: str) -> str:
    return graph.emulator.partners.claim(number_id, WABA).id


def claimed_by_call(graph: Graph, number_id: str) -> str:
    return graph.create("2025550142", verified_name=None, preverified_id=number_id)


@pytest.mark.parametrize("claim", [claimed_in_signup, claimed_by_call])
def test_claiming(graph: Graph, pool: str, claim: Any) -> None:
    """A claimed number leaves the pool, is another node, VERIFIED, and can be registered."""
    number_id = added(graph, pool)
    verify(graph, number_id)
    graph.clock.advance("P60D")
    claimed = claim(graph, number_id)
    assert claimed != number_id
    assert graph.refusal("GET", number_id) == (400, 100, 33)
    assert graph.get(f"{pool}/preverified_numbers") == {"data": []}
    listed = graph.get(
        f"{WABA}/phone_numbers", fields="display_phone_number,is_preverified_number"
    )["data"]
    assert listed == [
        {"display_phone_number": "+1 202-555-0142", "is_preverified_number": True, "id": claimed}
    ]
    graph.clock.advance("P89D")
    assert graph.get(claimed)["code_verification_status"] == "VERIFIED"
    assert graph.register(claimed) == {"success": True}
    assert graph.get(claimed, fields="status")["status"] == "CONNECTED"


def test_a_claimed_number_has_90_days_to_be_registered(graph: Graph, pool: str) -> None:
    """Then it is unverified, and needs another code."""
    number_id = added(graph, pool)
    verify(graph, number_id)
    claimed = claimed_in_signup(graph, number_id)
    graph.clock.advance("P90D")
    assert graph.get(claimed)["code_verification_status"] == "NOT_VERIFIED"
    assert graph.registration_refusal(claimed) == 133006
    graph.post(f"{claimed}/request_code", code_method="SMS", language="en_US")
    graph.post(f"{claimed}/verify_code", code=graph.emulator.outbox[-1].code)
    assert graph.register(claimed) == {"success": True}


def test_what_cannot_be_claimed(graph: Graph, pool: str) -> None:
    """Only a VERIFIED number of a pool is claimed, and under its own digits."""
    number_id = added(graph, pool)
    body = {"cc": "1", "phone_number": "2025550142", "preverified_id": number_id}
    with pytest.raises(ValueError, match="VERIFIED"):
        graph.emulator.partners.claim(number_id, WABA)
    assert graph.refusal("POST", f"{WABA}/phone_numbers", **body) == (400, 100, None)
    verify(graph, number_id)
    for changed in ({"phone_number": "2025550143"}, {"preverified_id": "5"}):
        refused = graph.refusal("POST", f"{WABA}/phone_numbers", **{**body, **changed})
        assert refused == (400, 100, None)
    assert status(graph, number_id) == "VERIFIED"
