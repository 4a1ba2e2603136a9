"""What Graph answers on the way, as documented, and what becomes of the number: call by call."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, Server, always, in_turn, page, refusal, sent
from tests.faces import NUMBER, WABA, Face, Handler

PHONE, PIN, CODE = "+1 631 555 1001", "314159", "271828"
OK = always({"success": True})
ADDED = always({"id": NUMBER})
NOWHERE = always(page())
DISPLAY = "+1 631-555-1001"
SECRETS = (PIN, CODE)


def card(status: str, code: str | None = None, **members: Any) -> dict[str, Any]:
    """A number as it is read; what is None is left out."""
    shown = {"status": status, "code_verification_status": code, **members}
    return {"id": NUMBER, **{name: value for name, value in shown.items() if value is not None}}


def listed(status: str, code: str | None = None, **members: Any) -> Handler:
    """A page with the number."""
    row = {"display_phone_number": DISPLAY, **card(status, code, **members)}
    return always({"data": [row]})


def read(status: str, code: str | None = None, **members: Any) -> Handler:
    """The answer to reading the number."""
    return always(card(status, code, **members))


def calls(server: Server) -> list[str]:
    """The writes that were sent, by their edge; of the number itself by its id."""
    return [r.url.path.rpartition("/")[2] for r in server.requests if r.method != "GET"]


class Case:
    """An onboarding with these answers in turn."""

    def __init__(self, answering: Answering, *answers: Handler | Exception, **wishes: Any) -> None:
        self.server: Server = answering(in_turn(*answers))
        wishes = {"verified_name": "Lucky Shrub", "pin": PIN, **wishes}
        self.found = self.server.account.onboard(PHONE, **wishes)
        self.now = self.server.client._driver.session.now()  # pyright: ignore

    def ends(self, waits_for: str | None, state: str | None, *writes: str, reads: int = 1) -> None:
        """Check how it ended, with which writes and how many reads."""
        found = self.found
        assert (found.waits_for, found.state, found.done) == (waits_for, state, False)
        self.sent(*writes, reads=reads)
        assert found.advice

    def is_done(self, state: str, *writes: str, reads: int = 1) -> None:
        """Check that it is done, with which writes and how many reads."""
        found = self.found
        assert (found.done, found.state, found.waits_for, found.error) == (True, state, None, None)
        self.sent(*writes, reads=reads)
        assert (found.advice, found.retry_at) == ("", None)

    def sent(self, *writes: str, reads: int) -> None:
        """Check what was sent, and that what came of it can be kept without a secret."""
        assert calls(self.server) == list(writes)
        assert self.server.count("GET") == reads
        kept = json.dumps(self.found.to_dict())
        assert wabakit.Onboarding.from_dict(json.loads(kept)) == self.found
        assert not any(secret in kept or secret in repr(self.found) for secret in SECRETS)


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


def test_wrong_code(answering: Answering) -> None:
    """A wrong code ends it, without another message and without another guess."""
    case = Case(answering, listed("PENDING"), refusal(136025, 2388093), code=CODE)
    case.ends("code", "added", "verify_code")


def test_lost_request_for_a_code(answering: Answering) -> None:
    """A request for a code whose answer is lost counts as sent, by this client and the next."""
    lost = httpx.ReadError("gone")
    case = Case(answering, NOWHERE, ADDED, lost)
    case.ends("code", "added", "phone_numbers", "request_code")
    assert isinstance(case.found.error, wabakit.OutcomeUnknownError)
    assert case.found.steps[-1].outcome == "unknown"
    again = Case(answering, read("PENDING"), since=case.found)
    again.ends("code", "added")
    lapsed = {**case.found.to_dict(), "code_sent_at": "2026-03-01T11:00:00+00:00"}
    later = Case(answering, read("PENDING"), OK, since=wabakit.Onboarding.from_dict(lapsed))
    later.ends("code", "added", "request_code")


def test_request_that_never_left(answering: Answering) -> None:
    """A request for a code that never left does not count: the next call sends it."""
    server = answering(in_turn(listed("PENDING"), httpx.ConnectError("no"), read("PENDING"), OK))
    client = server.client.with_options(retry=wabakit.Retry(attempts=1))
    first = client.account(WABA).onboard(PHONE, verified_name="Lucky Shrub", pin=PIN)
    assert (first.waits_for, first.code_sent_at, first.steps[-1].outcome) == (
        None,
        None,
        "not-sent",
    )
    second = client.account(WABA).onboard(PHONE, verified_name="Lucky Shrub", pin=PIN, since=first)
    assert second.waits_for == "code"


def test_code_seen_by_this_client(answering: Answering) -> None:
    """A code that this client asked for otherwise keeps it from sending another."""
    server = answering(in_turn(OK, read("PENDING"), read("PENDING"), OK, OK))
    server.number.request_code()
    assert server.number.onboard(pin=PIN).waits_for == "code"
    assert server.number.onboard(pin=PIN, code=CODE).done
    assert calls(server) == ["request_code", "verify_code", "register"]


def test_order_of_asking(answering: Answering) -> None:
    """Where nothing says whether a code was sent, that is asked, then one sent, and asked again."""
    asked: list[int] = []
    case = Case(answering, listed("PENDING"), OK, code=lambda: asked.append(len(asked)))
    case.ends("code", "added", "request_code")
    assert len(asked) == 2
    new = Case(answering, NOWHERE, ADDED, OK, code=lambda: asked.append(len(asked)))
    new.ends("code", "added", "phone_numbers", "request_code")
    assert len(asked) == 3


def test_pin_when_needed(answering: Answering) -> None:
    """The PIN is asked for when it is needed, and a missing one needs a person."""
    asked: list[str] = []
    Case(answering, listed("CONNECTED"), pin=lambda: asked.append("pin")).is_done("connected")
    assert asked == []
    Case(answering, listed("PENDING", "VERIFIED"), pin=lambda: None).ends("person", "verified")


def test_bad_input(answering: Answering) -> None:
    """Bad input is raised: before anything is sent, or when a callable gives it."""
    server = answering(in_turn(listed("PENDING")))
    good: dict[str, Any] = {"verified_name": "Lucky Shrub", "pin": PIN}
    bad: dict[str, Any] = {
        "pin": "12",
        "code": "1",
        "method": "PIGEON",
        "language": "!",
        "migrate": 1,
        "subscribe": "no",
        "since": {},
        "data_localization_region": "XX",
        "verified_name": None,
    }
    for name, value in bad.items():
        with pytest.raises(wabakit.InvalidInputError) as caught:
            server.account.onboard(PHONE, **{**good, name: value})
        assert caught.value.field == name
    with pytest.raises(wabakit.InvalidInputError, match="phone_number"):
        server.account.onboard("555", **good)
    assert server.requests == []
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.account.onboard(PHONE, **good, code=lambda: "no code")
    assert "no code" not in str(caught.value)


def test_another_number(answering: Answering) -> None:
    """What is known of one number is not taken for another."""
    before = Case(answering, NOWHERE, ADDED, OK).found
    server = answering(read("PENDING", display_phone_number="+44 20 7946 0958"))
    with pytest.raises(wabakit.InvalidInputError, match="since"):
        server.account.onboard(PHONE, verified_name="Lucky Shrub", pin=PIN, since=before)
    with pytest.raises(wabakit.InvalidInputError, match="since"):
        server.client.number("1").onboard(pin=PIN, since=before)


def test_deleted_since(answering: Answering) -> None:
    """A number that was deleted since is looked for anew, and added again."""
    before = Case(answering, NOWHERE, ADDED, OK).found
    case = Case(answering, refusal(100, 33), NOWHERE, ADDED, OK, since=before)
    case.ends("code", "added", "phone_numbers", "request_code", reads=2)


def test_unreadable(answering: Answering) -> None:
    """A token that may not see the number, or a lost connection, is what comes back, not raised."""
    server = answering(refusal(190, status=401))
    found = server.number.onboard(pin=PIN)
    assert (found.waits_for, found.state) == ("person", None)
    assert isinstance(found.error, wabakit.AuthenticationError)
    found = answering(httpx_lost()).number.onboard(pin=PIN)
    assert (found.waits_for, found.done) == (None, False)
    assert isinstance(found.error, wabakit.ConnectionFailedError)
    assert "Call again" in found.advice


def httpx_lost() -> Handler:
    """Lose every connection."""

    def lose(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("gone")

    return lose


def test_awaited(answering: Answering, face: Face) -> None:
    """The async client awaits what a callable gives; the sync one says that it does not."""

    async def code() -> str:
        return CODE

    if face.name == "async":
        case = Case(answering, listed("PENDING"), OK, OK, code=code)
        case.is_done("connected", "verify_code", "register")
    else:
        with pytest.raises(wabakit.InvalidInputError, match="AsyncClient"):
            Case(answering, listed("PENDING"), OK, OK, code=code)


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
    """A number alone does not say of which account it is; where a quota did, that is known."""
    found = answering(read("CONNECTED")).number.onboard(pin=PIN, subscribe=True)
    assert (found.waits_for, found.state) == ("person", "connected")
    assert "account" in found.advice
    use = {WABA: [{"type": "whatsapp", "call_count": 1, "total_cputime": 1, "total_time": 1}]}
    told = always(card("CONNECTED"), x_business_use_case_usage=json.dumps(use))
    server = answering(in_turn(told, always({"data": []}), OK))
    assert server.number.onboard(pin=PIN, subscribe=True).done
    assert server.last.url.path.endswith(f"{WABA}/subscribed_apps")
