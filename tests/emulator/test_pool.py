"""Pre-verified numbers: the pool, and its two clocks of 90 days."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.emulator.graph import START, WABA, Graph
from tests.emulator.pool import added, status, verify
from wabakit.emulator import Clock, Emulator

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "written", ["+1 202-555-0142", "12025550142", "+1 (202) 555-0142", "+12025550142"]
)
def test_adding(graph: Graph, pool: str, written: str) -> None:
    """A number is added in any writing, NOT_VERIFIED, and shows what there is unasked."""
    number_id = added(graph, pool, written)
    assert graph.get(number_id) == {
        "id": number_id,
        "phone_number": "+12025550142",
        "code_verification_status": "NOT_VERIFIED",
    }
    assert graph.get(f"{pool}/preverified_numbers")["data"] == [graph.get(number_id)]


def test_a_number_that_is_taken(graph: Graph, pool: str) -> None:
    """A number in a pool or an account is not added again, and one in a pool to no account."""
    added(graph, pool)
    graph.create()
    for taken in ("12025550142", "16315551000"):
        refused = graph.refusal("POST", f"{pool}/add_phone_numbers", phone_number=taken)
        assert refused == (400, 100, None)
    body = {"cc": "1", "phone_number": "2025550142", "verified_name": "Fig"}
    assert graph.refusal("POST", f"{WABA}/phone_numbers", **body)[:2] == (400, 100)


def test_verifying(graph: Graph, pool: str) -> None:
    """A code makes it VERIFIED for 90 days; times are epoch seconds."""
    number_id = added(graph, pool)
    graph.clock.advance("P1D")
    verify(graph, number_id)
    shown = graph.get(
        number_id,
        fields="code_verification_status,code_verification_time,verification_expiry_time,"
        "owner_business",
    )
    assert shown == {
        "code_verification_status": "VERIFIED",
        "code_verification_time": int((START + DAY).timestamp()),
        "verification_expiry_time": int((START + 91 * DAY).timestamp()),
        "owner_business": {"id": pool, "name": "Jasper's Market"},
        "id": number_id,
    }


def test_wrong_codes(graph: Graph, pool: str) -> None:
    """Codes are refused as those of ordinary numbers are."""
    number_id = added(graph, pool)
    assert graph.refusal("POST", f"{number_id}/verify_code", code="123456")[1:] == (136025, 2388093)
    assert graph.refusal("POST", f"{number_id}/verify_code", code="123-456")[:2] == (400, 100)
    wrong = graph.refusal("POST", f"{number_id}/request_code", code_method="FAX", language="en_US")
    assert wrong == (400, 100, None)


def test_unverified_numbers_go_after_90_days(graph: Graph, pool: str) -> None:
    """A number that nobody verifies is removed, and may be added once more."""
    number_id = added(graph, pool)
    graph.clock.advance("P89DT23H59M59S")
    assert status(graph, number_id) == "NOT_VERIFIED"
    graph.clock.advance("PT1S")
    assert graph.refusal("GET", number_id) == (400, 100, 33)
    assert graph.get(f"{pool}/preverified_numbers") == {"data": []}
    assert added(graph, pool) != number_id


def test_verified_numbers_expire_after_90_days(graph: Graph, pool: str) -> None:
    """A proof ends after 90 days; the number stays, and can be verified again."""
    number_id = added(graph, pool)
    verify(graph, number_id)
    graph.clock.advance("P89DT23H59M59S")
    assert status(graph, number_id) == "VERIFIED"
    graph.clock.advance("PT1S")
    assert status(graph, number_id) == "EXPIRED"
    assert "verification_expiry_time" in graph.get(number_id)
    graph.clock.advance("P365D")
    assert status(graph, number_id) == "EXPIRED"
    verify(graph, number_id)
    assert status(graph, number_id) == "VERIFIED"


def test_verifying_again_in_the_last_45_days(graph: Graph, pool: str) -> None:
    """With more than 45 days left no code is sent; then another 90 days can be had."""
    number_id = added(graph, pool)
    verify(graph, number_id)
    ask = {"code_method": "SMS", "language": "en_US"}
    graph.clock.advance("P44DT23H59M59S")
    assert graph.refusal("POST", f"{number_id}/request_code", **ask) == (400, 100, None)
    graph.clock.advance("PT1S")
    verify(graph, number_id)
    shown = graph.get(number_id)
    assert shown["verification_expiry_time"] == int((START + 135 * DAY).timestamp())


def test_the_list(graph: Graph, pool: str) -> None:
    """The pool is listed in the order of creation, by state, by digits, and in pages."""
    first, second = added(graph, pool), added(graph, pool, "+44 20 7946 0018")
    verify(graph, second)
    edge = f"{pool}/preverified_numbers"
    everything = graph.get(edge)
    assert [row["id"] for row in everything["data"]] == [first, second]
    asked: list[tuple[dict[str, Any], list[str]]] = [
        ({"code_verification_status": "VERIFIED"}, [second]),
        ({"code_verification_status": "EXPIRED"}, []),
        ({"phone_number": "+1 202-555-0142"}, [first]),
        ({"fields": "id", "limit": 1}, [first]),
    ]
    for wanted, found in asked:
        assert [row["id"] for row in graph.get(edge, **wanted)["data"]] == found
    after = everything["paging"]["cursors"]["before"]
    assert [row["id"] for row in graph.get(edge, after=after)["data"]] == [second]
    unknown = graph.refusal("GET", edge, code_verification_status="UNVERIFIED")
    assert unknown == (400, 100, None)


def test_dropping(graph: Graph, pool: str) -> None:
    """A number that was dropped is gone for good."""
    number_id = added(graph, pool)
    assert json.loads(graph.send("DELETE", number_id).body) == {"success": True}
    assert graph.refusal("DELETE", number_id) == (400, 100, 33)
    assert graph.get(f"{pool}/preverified_numbers") == {"data": []}


def test_sharing(graph: Graph, pool: str) -> None:
    """Partners are listed until the number is shared no longer; twice changes nothing."""
    number_id = added(graph, pool)
    partner = graph.emulator.partners.add_business(name="Fig & Co")
    body = {"preverified_id": number_id, "partner_business_id": partner.id}
    edge = f"{pool}/share_preverified_numbers"
    for _ in range(2):
        graph.post(edge, **body)
        assert graph.get(f"{number_id}/partners")["data"] == [
            {"id": partner.id, "name": "Fig & Co"}
        ]
    for _ in range(2):
        assert graph.send("DELETE", edge, body).status == 200
        assert graph.get(f"{number_id}/partners") == {"data": []}


@pytest.mark.parametrize("wrong", ["preverified_id", "partner_business_id"])
def test_sharing_what_there_is_not(graph: Graph, pool: str, wrong: str) -> None:
    """A number of no pool, the business itself and somebody unknown are refused."""
    partner = graph.emulator.partners.add_business()
    body = {"preverified_id": added(graph, pool), "partner_business_id": partner.id}
    for value in ("1", pool, WABA):
        refused = graph.refusal(
            "POST", f"{pool}/share_preverified_numbers", **{**body, wrong: value}
        )
        assert refused == (400, 100, None)


def test_only_its_owner_and_partners_see_it(graph: Graph, pool: str) -> None:
    """A number of a pool does not exist for others."""
    number_id = added(graph, pool)
    partner = graph.emulator.partners.add_business()
    graph.emulator.add_token("partner", businesses=[partner.id])
    headers, graph.headers = graph.headers, {"Authorization": "Bearer partner"}
    assert graph.refusal("GET", number_id) == (400, 100, 33)
    graph.headers = headers
    body = {"preverified_id": number_id, "partner_business_id": partner.id}
    graph.post(f"{pool}/share_preverified_numbers", **body)
    graph.headers = {"Authorization": "Bearer partner"}
    assert graph.get(number_id)["id"] == number_id


def test_a_pool_is_saved(graph: Graph, pool: str) -> None:
    """A snapshot has the pool with its clocks, and those it is shared with."""
    number_id = added(graph, pool)
    verify(graph, number_id)
    partner = graph.emulator.partners.add_business()
    body = {"preverified_id": number_id, "partner_business_id": partner.id}
    graph.post(f"{pool}/share_preverified_numbers", **body)
    saved = json.loads(json.dumps(graph.emulator.snapshot()))
    other = Graph()
    other.emulator = Emulator.load(saved, clock=Clock())
    assert other.emulator.snapshot() == saved
    assert other.get(number_id) == graph.get(number_id)
    assert other.get(f"{number_id}/partners") == graph.get(f"{number_id}/partners")
    other.emulator.clock.advance("P90D")
    assert status(other, number_id) == "EXPIRED"
