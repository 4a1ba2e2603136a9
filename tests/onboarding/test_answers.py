"""What Graph answers on the way, as documented, and what becomes of the number: call by call."""

import json
from datetime import timedelta
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal, sent
from tests.faces import NUMBER, WABA, Handler
from tests.onboarding.cases import (
    ADDED,
    CODE,
    DISPLAY,
    NOWHERE,
    OK,
    PHONE,
    PIN,
    Case,
    card,
    listed,
    read,
)


@pytest.mark.parametrize("status", ["CONNECTED", "FLAGGED", "RATE_LIMITED", "RESTRICTED"])
@pytest.mark.parametrize("code", ["VERIFIED", "NOT_VERIFIED", None])
def test_connected(answering: Answering, status: str, code: str | None) -> None:
    """A connected number is done, whatever its proof looks like: that is no sign of health."""
    Case(answering, listed(status, code)).is_done("connected")


def test_connected_expired(answering: Answering) -> None:
    """An EXPIRED proof is normal for a connected number."""
    Case(answering, listed("CONNECTED", "EXPIRED")).is_done("connected-expired")


@pytest.mark.parametrize("name", [None, "APPROVED"])
def test_shared(answering: Answering, name: str | None) -> None:
    """A number in use with the app is never registered, not even for an approved new name."""
    Case(answering, listed("CONNECTED", is_on_biz_app=True, new_name_status=name)).is_done("shared")


def test_on_the_app_only(answering: Answering) -> None:
    """Nor is one that the app has and Cloud API not yet."""
    Case(answering, listed("PENDING", "VERIFIED", is_on_biz_app=True)).ends("person", None)


@pytest.mark.parametrize("shown", [{}, {"status": "BANNED"}, {"status": "SOMETHING_NEW"}])
def test_unclear(answering: Answering, shown: dict[str, str]) -> None:
    """Where what Graph says leaves it open, nothing is done on a guess."""
    row = {"id": NUMBER, "display_phone_number": DISPLAY, **shown}
    Case(answering, always({"data": [row]})).ends("person", None)


@pytest.mark.parametrize("status", ["PENDING", "DISCONNECTED"])
def test_verified(answering: Answering, status: str) -> None:
    """What is verified, as after Embedded Signup, is registered, and nothing else."""
    case = Case(answering, listed(status, "VERIFIED"), OK, data_localization_region="ch")
    case.is_done("connected", "register")
    body = {"messaging_product": "whatsapp", "pin": PIN, "data_localization_region": "CH"}
    assert sent(case.server.last) == body


def test_signup_lapsed(answering: Answering) -> None:
    """A verified number that is refused as not verified came by a signup 14 days ago."""
    case = Case(answering, listed("PENDING", "VERIFIED"), refusal(133006))
    case.ends("signup", "signup-lapsed", "register")
    assert "Embedded Signup" in case.found.advice


def test_signup_lapsed_and_expired(answering: Answering) -> None:
    """So did one whose proof reads EXPIRED, and that Graph says is verified already."""
    answers = (listed("PENDING", "EXPIRED"), refusal(136024, 2388366), refusal(133006))
    Case(answering, *answers).ends("signup", "signup-lapsed", "request_code", "register")


def test_expired_proof(answering: Answering) -> None:
    """An expired proof is made anew, then the number is registered."""
    case = Case(answering, listed("PENDING", "EXPIRED"), OK, OK, code=CODE)
    case.is_done("connected", "verify_code", "register")


def test_already_verified(answering: Answering) -> None:
    """A number that is verified though it does not look so is registered."""
    case = Case(answering, listed("PENDING", "NOT_VERIFIED"), refusal(136024, 2388366), OK)
    case.is_done("connected", "request_code", "register")


def test_wrong_pin(answering: Answering) -> None:
    """A wrong PIN ends it at once: there is no second guess."""
    case = Case(answering, listed("PENDING", "VERIFIED"), refusal(133005))
    case.ends("person", "verified", "register")
    assert isinstance(case.found.error, wabakit.RegistrationError)
    assert case.found.error.code == 133005


@pytest.mark.parametrize(
    ("answer", "waits_for", "hours"),
    [
        (refusal(133016), "registration-window", 72.0),
        (refusal(133009), "throttle", 1 / 60),
        (refusal(133008), "throttle", 12.0),
        (refusal(133015), "throttle", 5 / 60),
        (refusal(4), "throttle", 1 / 60),
    ],
)
def test_limits(answering: Answering, answer: Handler, waits_for: str, hours: float) -> None:
    """What is refused for a time says for how long, and is not tried again."""
    case = Case(answering, listed("PENDING", "VERIFIED"), answer)
    case.ends(waits_for, "verified", "register")
    assert case.found.retry_at == case.now + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("status", "waits_for"),
    [("PENDING_REVIEW", "name-review"), (None, "name-review"), ("APPROVED", "person")],
)
def test_no_certificate(answering: Answering, status: str | None, waits_for: str) -> None:
    """100/2388001 waits for the review of the name, if that is not over."""
    answers = (listed("PENDING", "VERIFIED", name_status=status), refusal(100, 2388001))
    Case(answering, *answers).ends(waits_for, "verified", "register")


def test_name_still_under_review(answering: Answering) -> None:
    """A later call spends no registration on a name that is still under review."""
    reviewed = listed("PENDING", "VERIFIED", name_status="PENDING_REVIEW")
    before = Case(answering, reviewed, refusal(100, 2388001)).found
    shown = read("PENDING", "VERIFIED", name_status="PENDING_REVIEW")
    Case(answering, shown, since=before).ends("name-review", "verified")
    done = read("PENDING", "VERIFIED", name_status="APPROVED")
    Case(answering, done, OK, since=before).is_done("connected", "register")


def test_changed_name(answering: Answering) -> None:
    """A changed name that was approved takes effect by another registration."""
    case = Case(answering, listed("CONNECTED", "EXPIRED", new_name_status="APPROVED"), OK)
    case.is_done("connected-expired", "register")
    asked = Case(answering, listed("CONNECTED", new_name_status="PENDING_REVIEW"))
    asked.is_done("connected")


@pytest.mark.parametrize("code", [(100, 2388002), (100, 2388028), (100, 2388103), (200, None)])
def test_not_addable(answering: Answering, code: tuple[int, int | None]) -> None:
    """A number of another business, or one too many, is a matter for a person."""
    Case(answering, NOWHERE, refusal(*code)).ends("person", "absent", "phone_numbers")


def test_there_already(answering: Answering) -> None:
    """A number that another process added meanwhile is gone on with."""
    answers = (NOWHERE, refusal(100, 2388012), listed("PENDING"), read("PENDING", "VERIFIED"), OK)
    Case(answering, *answers).is_done("connected", "phone_numbers", "register", reads=3)


def test_parts_of_a_number(answering: Answering) -> None:
    """A number in full is split by its country calling code."""
    numbers = {
        PHONE: ("1", "6315551001"),
        "00 44 20 7946 0958": ("44", "2079460958"),
        "+358 9 1234567": ("358", "91234567"),
    }
    for phone, parts in numbers.items():
        server = answering(in_turn(NOWHERE, ADDED, OK))
        server.account.onboard(phone, verified_name="Lucky Shrub", pin=PIN)
        body = sent(server.requests[1])
        assert (body["cc"], body["phone_number"]) == parts


def test_moving(answering: Answering) -> None:
    """A number is moved by the calls of any other, with a flag and without a name."""
    case = Case(answering, NOWHERE, ADDED, OK, migrate=True, verified_name=None)
    case.ends("code", "added", "phone_numbers", "request_code")
    body = {"cc": "1", "phone_number": "6315551001", "migrate_phone_number": True}
    assert sent(case.server.requests[1]) == body
    refused = Case(answering, NOWHERE, refusal(100), migrate=True, verified_name=None)
    refused.ends("person", "absent", "phone_numbers")
    assert "two-step verification off" in refused.found.advice


APP = {"whatsapp_business_api_data": {"id": "670843887433847", "name": "My app"}}
TOKEN = always({"data": {"app_id": "670843887433847", "is_valid": True}})
OTHER = always({"data": {"app_id": "1", "is_valid": True}})


@pytest.mark.parametrize(
    ("apps", "token", "writes"),
    [
        ([], None, ["subscribed_apps"]),
        ([APP], TOKEN, []),
        ([{**APP, "override_callback_uri": "https://example.com"}], TOKEN, []),
        ([APP], OTHER, ["subscribed_apps"]),
    ],
)
def test_subscribe(
    answering: Answering, apps: list[Any], token: Handler | None, writes: list[str]
) -> None:
    """The app is subscribed before it registers, if it is not; an override stays where it is."""
    asked = (always({"data": apps}), *([token] if token else []))
    answers = (listed("PENDING", "VERIFIED"), *asked, *[OK for _ in writes], OK)
    case = Case(answering, *answers, subscribe=True)
    case.is_done("connected", *writes, "register", reads=1 + len(asked))


def test_subscribe_without_account(answering: Answering) -> None:
    """A number alone does not say of which account it is: the caller does, or a quota did."""
    server = answering(in_turn(read("CONNECTED"), read("CONNECTED"), always({"data": []}), OK))
    found = server.number.onboard(pin=PIN, subscribe=True)
    assert (found.waits_for, found.state) == ("person", "connected")
    assert "waba_id=" in found.advice
    assert server.number.onboard(pin=PIN, subscribe=True, waba_id=WABA, since=found).done
    assert server.last.url.path.endswith(f"{WABA}/subscribed_apps")
    with pytest.raises(wabakit.InvalidInputError, match="waba_id"):
        server.number.onboard(pin=PIN, subscribe=True, waba_id="my account")
    assert len(server.requests) == 4
    missing = answering(refusal(100, 33)).number.onboard(pin=PIN, waba_id=WABA)
    assert missing.waits_for == "person"
    use = {WABA: [{"type": "whatsapp", "call_count": 1, "total_cputime": 1, "total_time": 1}]}
    told = always(card("CONNECTED"), x_business_use_case_usage=json.dumps(use))
    server = answering(in_turn(told, always({"data": []}), OK))
    assert server.number.onboard(pin=PIN, subscribe=True).done
    assert server.last.url.path.endswith(f"{WABA}/subscribed_apps")
