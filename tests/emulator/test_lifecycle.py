"""Time passes, people decide, portfolios grow."""

from datetime import timedelta

import pytest

from tests.emulator.graph import START, WABA, Graph

REGISTER = {"messaging_product": "whatsapp", "pin": "314159"}
FIELDS = "status,code_verification_status"


def test_the_proof_ages(graph: Graph) -> None:
    """Some weeks after it was verified a number reads EXPIRED, and stays connected."""
    number_id = graph.verified()
    graph.register(number_id)
    graph.clock.advance("P27D")
    assert graph.get(number_id, fields=FIELDS)["code_verification_status"] == "VERIFIED"
    graph.clock.advance("P1D")
    (row,) = graph.get(f"{WABA}/phone_numbers", fields=FIELDS)["data"]
    assert row == {
        "status": "CONNECTED",
        "code_verification_status": "EXPIRED",
        "id": number_id,
    }
    assert graph.emulator.number(number_id).code_verification_status == "EXPIRED"


def test_an_aged_proof_is_renewed(graph: Graph) -> None:
    """An expired number registers again only after a new code, once it was deregistered."""
    number_id = graph.verified()
    graph.register(number_id)
    graph.clock.advance("P28D")
    graph.register(number_id)
    graph.post(f"{number_id}/deregister")
    assert graph.registration_refusal(number_id) == 133006
    graph.post(f"{number_id}/request_code", code_method="SMS", language="en_US")
    graph.post(f"{number_id}/verify_code", code=graph.emulator.outbox[-1].code)
    assert graph.register(number_id) == {"success": True}


@pytest.mark.parametrize(("days", "refused"), [(13, False), (14, True)])
def test_signup_must_be_finished(graph: Graph, days: int, refused: bool) -> None:
    """A number from Embedded Signup is verified, and registers within 14 days or not at all."""
    number = graph.emulator.add_number(WABA, status="PENDING", signed_up_at=START)
    graph.clock.advance(timedelta(days=days))
    assert graph.get(number.id, fields=FIELDS)["code_verification_status"] == "VERIFIED"
    if not refused:
        assert graph.register(number.id) == {"success": True}
        return
    assert graph.registration_refusal(number.id) == 133006
    number.signed_up_at = graph.clock()
    assert graph.register(number.id) == {"success": True}


@pytest.mark.parametrize("approve", [True, False])
def test_a_certificate_takes_time(graph: Graph, approve: bool) -> None:
    """A number told to need one cannot register before its name was decided."""
    number_id = graph.verified()
    graph.emulator.number(number_id).needs_certificate = True
    assert graph.refusal("POST", f"{number_id}/register", **REGISTER) == (400, 100, 2388001)
    decide = graph.emulator.approve_name if approve else graph.emulator.decline_name
    decide(number_id)
    assert graph.register(number_id) == {"success": True}


def test_the_cap_grows(graph: Graph) -> None:
    """A new portfolio has 2 numbers, 20 once it is verified or sends 2,000 messages."""
    account = graph.emulator.add_account(is_verified=False)
    number = graph.emulator.add_number(account.id, status="PENDING")
    assert account.max_numbers == 2
    number.whatsapp_business_manager_messaging_limit = "TIER_2K"
    assert account.max_numbers == 20
    number.whatsapp_business_manager_messaging_limit = "TIER_250"
    account.is_verified = True
    assert account.max_numbers == 20
    account.max_numbers = 5
    assert account.max_numbers == 5


def test_everything_can_be_set(graph: Graph) -> None:
    """Quality, tier, throughput and health are what a number is given."""
    number = graph.emulator.add_number(WABA)
    number.quality_rating, number.messaging_limit_tier = "RED", "TIER_100K"
    number.throughput = {"level": "HIGH"}
    number.health_status = {"can_send_message": "LIMITED", "entities": []}
    fields = "quality_rating,messaging_limit_tier,throughput,health_status"
    assert graph.get(number.id, fields=fields) == {
        "quality_rating": "RED",
        "messaging_limit_tier": "TIER_100K",
        "throughput": {"level": "HIGH"},
        "health_status": {"can_send_message": "LIMITED", "entities": []},
        "id": number.id,
    }


@pytest.mark.parametrize(("days", "shown"), [(13, "APPROVED"), (14, "PENDING_REVIEW")])
def test_an_approved_name_waits_14_days(graph: Graph, days: int, shown: str) -> None:
    """A new name that was approved takes effect within 14 days, or is reviewed anew."""
    number = graph.emulator.add_number(WABA, pin="314159")
    graph.post(number.id, new_display_name="Lucky Shrub")
    graph.register(number.id)
    assert number.verified_name == "Jasper's Market"
    graph.emulator.approve_name(number.id)
    graph.clock.advance(timedelta(days=days))
    fields = "verified_name,new_name_status"
    assert graph.get(number.id, fields=fields)["new_name_status"] == shown
    graph.register(number.id)
    in_effect = shown == "APPROVED"
    assert (number.verified_name == "Lucky Shrub") is in_effect
    assert (number.new_name_status is None) is in_effect
    assert number.new_name_approved_at is None
    if not in_effect:
        graph.emulator.approve_name(number.id)
        graph.register(number.id)
        assert graph.get(number.id, fields=fields)["verified_name"] == "Lucky Shrub"


def test_ten_names_in_thirty_days(graph: Graph) -> None:
    """An 11th name within 30 days is refused, changing nothing that was sent with it."""
    number = graph.emulator.add_number(WABA, pin="314159")
    for _ in range(10):
        graph.post(number.id, new_display_name="Lucky Shrub")
        graph.clock.advance("PT1H")
    eleventh = {"new_display_name": "Harbour Books", "pin": "271828"}
    assert graph.refusal("POST", number.id, **eleventh) == (400, 100, None)
    assert (number.new_display_name, number.pin) == ("Lucky Shrub", "314159")
    graph.post(number.id, pin="161803")
    graph.clock.advance("P30D")
    graph.post(number.id, **eleventh)
    assert (number.new_display_name, number.pin) == ("Harbour Books", "271828")
