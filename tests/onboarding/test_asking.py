"""Who is asked for code and PIN, and when; what is lost on the way, and what is refused here."""

from datetime import timedelta
from functools import partial
from traceback import TracebackException
from typing import Any, cast

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import Answering, in_turn, refusal
from tests.faces import WABA, Face, Handler
from tests.onboarding.cases import (
    ADDED,
    CODE,
    NOWHERE,
    OK,
    PHONE,
    PIN,
    Case,
    calls,
    listed,
    read,
)


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


@pytest.mark.parametrize("unread", [httpx.ReadError("gone"), refusal(190, status=401)])
def test_code_is_not_forgotten(answering: Answering, unread: Handler | Exception) -> None:
    """A call that could not even look knows of the code that was sent before, for the next."""
    sent = Case(answering, NOWHERE, ADDED, OK).found
    once = wabakit.Retry(attempts=1)
    client = answering(in_turn(unread)).client.with_options(retry=once)
    blind = client.account(WABA).onboard(PHONE, verified_name="Lucky Shrub", pin=PIN, since=sent)
    assert (blind.number_id, blind.code_sent_at) == (sent.number_id, sent.code_sent_at)
    again = Case(answering, read("PENDING"), since=blind)
    again.ends("code", "added")


@pytest.mark.parametrize(("minutes", "sends"), [(5, 0), (9, 0), (10, 1), (600_000, 1)])
def test_code_by_another_clock(answering: Answering, minutes: int, sends: int) -> None:
    """A clock that was a little ahead costs no second message, one that was wrong not the first."""
    before = Case(answering, NOWHERE, ADDED, OK).found
    assert before.code_sent_at is not None
    ahead = attrs.evolve(before, code_sent_at=before.code_sent_at + timedelta(minutes=minutes))
    case = Case(answering, read("PENDING"), OK, since=ahead)
    case.ends("code", "added", *["request_code"] * sends)


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
    number: Any = 123456
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
    for name in ("pin", "code"):  # whose type is no provider, though it could be called
        with pytest.raises(wabakit.InvalidInputError, match=name):
            server.account.onboard(PHONE, **{**good, name: number})
        only: dict[str, Any] = {"pin": PIN, name: number}
        with pytest.raises(wabakit.InvalidInputError, match=name):
            server.number.onboard(**only)
    with pytest.raises(wabakit.InvalidInputError, match="phone_number"):
        server.account.onboard("555", **good)
    assert server.requests == []
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.account.onboard(PHONE, **good, code=lambda: "no code")
    assert "no code" not in str(caught.value)


def test_unknown_arguments(answering: Answering) -> None:
    """A misspelt name is refused, as Python does: a call without `since` sends a second code."""
    server = answering(NOWHERE)
    misspelt: dict[str, Any] = {"pin": PIN, "sicne": None}
    with pytest.raises(TypeError, match="'sicne'"):
        server.account.onboard(PHONE, verified_name="Lucky Shrub", **misspelt)
    with pytest.raises(TypeError, match="'sicne'"):
        server.number.onboard(**misspelt)
    of_accounts: dict[str, Any] = {"verified_name": "Lucky Shrub"}
    with pytest.raises(TypeError, match="'verified_name'"):
        server.number.onboard(pin=PIN, **of_accounts)
    assert server.requests == []


def test_misspelt_code(answering: Answering) -> None:
    """What was meant as a code is in no variable of ours when it is refused."""
    server, misspelt = answering(NOWHERE), cast(Any, {"pin": PIN, "cod": CODE})
    for onboard in (partial(server.account.onboard, PHONE), server.number.onboard):
        with pytest.raises(TypeError, match="'cod'") as caught:
            onboard(**misspelt)
        told = TracebackException.from_exception(caught.value, capture_locals=True)
        ours = [str(frame.locals) for frame in told.stack if "/wabakit/" in frame.filename]
        assert ours
        assert not [text for text in ours if CODE in text]


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


@pytest.mark.parametrize("asked", ["pin", "code"])
def test_asked_in_vain(answering: Answering, asked: str) -> None:
    """What a callable raises is raised as it is, also an error of a client that it uses."""
    fault = wabakit.ConnectionFailedError("get", "1", "get", "the vault is away", "no")

    def fails() -> str:
        raise fault

    given: dict[str, Any] = {"pin": PIN, "code": CODE, asked: fails}
    server = answering(in_turn(read("PENDING"), OK, OK))
    with pytest.raises(wabakit.ConnectionFailedError) as caught:
        server.number.onboard(**given)
    assert caught.value is fault
