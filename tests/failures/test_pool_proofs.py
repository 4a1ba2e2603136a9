"""What proves a write to a pool, or a subscription, whose answer was lost."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import always, refusal, sent
from tests.clocks import Time
from tests.doing import account
from tests.faces import NUMBER, PREVERIFIED, WABA, Handler
from tests.failures.calls import CALLS, CODE, PARTNER, VERIFY_TOKEN
from tests.failures.faults import LOST
from tests.failures.graph import Failing

DONE, DOWN, GONE = always({"success": True}), refusal(2, status=503), refusal(100, 33)
ADD, SHARE, UNSHARE = "addPreverifiedNumber", "sharePreverifiedNumber", "unsharePreverifiedNumber"
DROP, PROVE, ASK = "deletePreverifiedNumber", "verifyPreverifiedCode", "requestPreverifiedCode"


def pool(**members: Any) -> Handler:
    row = {"id": PREVERIFIED, "phone_number": "+1 202-555-0142", **members}
    return always({"data": [{"id": "1", "phone_number": "+12025550143"}, row]})


def state(**members: Any) -> Handler:
    return always({"id": PREVERIFIED, **members})


def partners(*ids: str) -> Handler:
    return always({"data": [{"id": name, "name": "Shop"} for name in ids]})


UNPROVED = {"code_verification_status": "NOT_VERIFIED"}
VERIFIED = {"code_verification_status": "VERIFIED"}


@pytest.mark.parametrize("fault", [LOST, DOWN], ids=["lost", "503"])
def test_added(failing: Failing, fault: Any) -> None:
    """A number of the pool with these digits, never verified and not known before, was added."""
    graph = failing(fault, pool(**UNPROVED))
    assert CALLS[ADD](graph.client).id == PREVERIFIED
    assert graph.methods == {"POST": 1, "GET": 1}
    assert graph.last.url.params["fields"] == "id,phone_number,code_verification_status"


@pytest.mark.parametrize("members", [VERIFIED, {"code_verification_status": "EXPIRED"}, {}])
def test_added_by_somebody_else(failing: Failing, members: dict[str, Any]) -> None:
    """One that was verified, or of which nothing is said, may have been there; its id is told."""
    graph = failing(LOST, pool(**members))
    error = graph.fails(CALLS[ADD], wabakit.OutcomeUnknownError)
    assert PREVERIFIED in str(error)
    assert graph.methods == {"POST": 1, "GET": 1}


def test_not_added(failing: Failing) -> None:
    """A number that no page of the pool has may still come: adding it again is for a person."""
    link = {"next": "https://graph.facebook.com/v23.0/1/x?access_token=EAAleak&after=b"}
    first = always({"data": [], "paging": {"cursors": {"after": "b"}, **link}})
    graph = failing(LOST, first, always({"data": [], "paging": {"cursors": {}}}))
    error = graph.fails(CALLS[ADD], wabakit.OutcomeUnknownError)
    assert "compare digits" in str(error)
    assert graph.methods == {"POST": 1, "GET": 2}


@pytest.mark.parametrize("seen", ["listed", "read", "added"])
def test_added_before(failing: Failing, time: Time, seen: str) -> None:
    """A number that was in the pool before is not the added one, as long as it is remembered."""
    acts: dict[str, tuple[str, Handler]] = {
        "listed": ("listPreverifiedNumbers", pool(**UNPROVED)),
        "read": ("getPreverifiedNumber", state(**UNPROVED)),
        "added": (ADD, always({"id": PREVERIFIED})),
    }
    name, answer = acts[seen]
    graph = failing(answer, LOST, pool(**UNPROVED), LOST, pool(**UNPROVED))
    CALLS[name](graph.client)
    assert "as before" in str(graph.fails(CALLS[ADD], wabakit.OutcomeUnknownError))
    time.advance(minutes=11)
    assert CALLS[ADD](graph.client).id == PREVERIFIED


def test_phone_number_of_the_same_id(failing: Failing) -> None:
    """What is known of a phone number says nothing of a number of the pool with its id."""
    listed = always({"data": [{"id": PREVERIFIED, "display_phone_number": "+1 202-555-0142"}]})
    graph = failing(listed, LOST, GONE)
    CALLS["listPhoneNumbers"](graph.client)
    graph.fails(CALLS[DROP], wabakit.OutcomeUnknownError)
    other = always({"data": [{"id": NUMBER, "phone_number": "+16315551000"}]})
    added = always(
        {"data": [{"id": NUMBER, "display_phone_number": "16315551000", "verified_name": "Jo"}]}
    )
    graph = failing(other, LOST, added)
    CALLS["listPreverifiedNumbers"](graph.client)
    new = graph.account.add_number(cc="1", phone_number="6315551000", verified_name="Jo")
    assert new.id == NUMBER


# Whether a partner is on the list then, and whether that is what the call leads to.
LISTED = [
    *[(SHARE, (PARTNER, "7"), True), (SHARE, ("7",), False), (SHARE, (), False)],
    *[(UNSHARE, (), True), (UNSHARE, ("7",), True), (UNSHARE, ("7", PARTNER), False)],
]


@pytest.mark.parametrize(("name", "ids", "done"), LISTED)
def test_shared(failing: Failing, name: str, ids: tuple[str, ...], done: bool) -> None:
    """The partners of a number tell whether it is shared; if nothing happened, it is sent again."""
    graph = failing(LOST, partners(*ids), DONE)
    CALLS[name](graph.client)
    assert len(graph.requests) == (2 if done else 3)
    (read,) = [request for request in graph.requests if request.method == "GET"]
    assert read.url.path == f"/v23.0/{PREVERIFIED}/partners"


@pytest.mark.parametrize("name", [SHARE, UNSHARE])
def test_shared_or_not(failing: Failing, name: str) -> None:
    """Where the partners cannot be read, the outcome is unknown, and the error says what to do."""
    graph = failing(LOST, GONE)
    error = graph.fails(CALLS[name], wabakit.OutcomeUnknownError)
    assert "List the partners" in str(error)
    assert len(graph.requests) == 2


def test_partner_on_a_later_page(failing: Failing) -> None:
    """Every page of the partners is looked at before a number counts as not shared."""
    link = {"next": "https://graph.facebook.com/v23.0/1/x?access_token=EAAleak&after=b"}
    first = always({"data": [{"id": "7"}], "paging": {"cursors": {"after": "b"}, **link}})
    graph = failing(LOST, first, partners(PARTNER))
    CALLS[SHARE](graph.client)
    assert graph.methods == {"POST": 1, "GET": 2}


READ, LIST = "getPreverifiedNumber", "listPreverifiedNumbers"
Before = tuple[str, Handler]
# The call, what was read before it, what is read after it, and whether that proves it.
ROWS: list[tuple[str, Before | None, Handler, bool | None]] = [
    (DROP, (READ, state()), GONE, True),
    (DROP, (LIST, pool()), GONE, True),
    (DROP, None, GONE, None),
    (DROP, (READ, state()), state(), False),
    (DROP, None, state(), False),
    (DROP, (READ, state()), DOWN, None),
    (DROP, (READ, state()), refusal(100), None),
    (PROVE, (READ, state(**UNPROVED)), state(**VERIFIED), True),
    (PROVE, (READ, state(code_verification_status="EXPIRED")), state(**VERIFIED), True),
    (PROVE, (LIST, pool(**UNPROVED)), state(**VERIFIED), True),
    (PROVE, (READ, state(**VERIFIED)), state(**VERIFIED), None),
    (PROVE, None, state(**VERIFIED), None),
    (PROVE, (READ, state(**UNPROVED)), state(**UNPROVED), None),
    (PROVE, (READ, state(**UNPROVED)), GONE, None),
]


@pytest.mark.parametrize(("name", "before", "after", "done"), ROWS)
@pytest.mark.one_in(3)
def test_row(
    failing: Failing, name: str, before: Before | None, after: Handler, done: bool | None
) -> None:
    """What is gone was dropped if it was known, what is verified was so if it was known not to."""
    graph = failing(*([before[1]] if before else []), LOST, after, DONE)
    if before:
        CALLS[before[0]](graph.client)
        graph.requests.clear()
    if done is None:
        graph.fails(CALLS[name], wabakit.OutcomeUnknownError)
        assert graph.methods["GET"] < len(graph.requests) == graph.methods["GET"] + 1
    else:
        CALLS[name](graph.client)
        assert len(graph.requests) == (2 if done else 3)


def test_added_then_verified(failing: Failing) -> None:
    """A number that this client added is known not to be verified."""
    graph = failing(always({"id": PREVERIFIED}), LOST, state(**VERIFIED))
    CALLS[ADD](graph.client)
    CALLS[PROVE](graph.client)
    assert sent(graph.requests[1]) == {"code": CODE}
    assert graph.methods == {"POST": 2, "GET": 1}


def test_verified_then_again(failing: Failing) -> None:
    """Once verified, a number that still is so says nothing of another code."""
    graph = failing(state(**UNPROVED), DONE, LOST, state(**VERIFIED))
    CALLS["getPreverifiedNumber"](graph.client)
    CALLS[PROVE](graph.client)
    graph.fails(CALLS[PROVE], wabakit.OutcomeUnknownError)


def test_verified_by_hand_then_again(failing: Failing) -> None:
    """What a call by hand may have done to a number of a pool proves nothing of a later write."""
    graph = failing(state(**UNPROVED), DONE, LOST, state(**VERIFIED))
    CALLS["getPreverifiedNumber"](graph.client)
    graph.client.request("POST", f"{PREVERIFIED}/verify_code", body={"code": CODE})
    graph.fails(CALLS[PROVE], wabakit.OutcomeUnknownError)


def test_dropped_then_again(failing: Failing) -> None:
    """What was dropped, or may have been, is not known to be there any more."""
    for answer in (DONE, LOST):
        graph = (
            failing(state(), answer, GONE, LOST, GONE)
            if answer is LOST
            else failing(state(), answer, LOST, GONE)
        )
        CALLS["getPreverifiedNumber"](graph.client)
        CALLS[DROP](graph.client)
        graph.fails(CALLS[DROP], wabakit.OutcomeUnknownError)


def test_refused_for_good(failing: Failing) -> None:
    """What is not there when it is first asked about is not found, and nothing is looked at."""
    graph = failing(GONE)
    for name in (DROP, PROVE, ASK):
        graph.requests.clear()
        graph.fails(CALLS[name], wabakit.NotFoundError)
        assert len(graph.requests) == 1


def test_code_leaves_once(failing: Failing) -> None:
    """A lost request for a code is not repeated: each one sends a message."""
    graph = failing(LOST)
    error = graph.fails(CALLS[ASK], wabakit.OutcomeUnknownError)
    assert "Wait for the code" in str(error)
    assert len(graph.requests) == 1


def test_subscribed(failing: Failing) -> None:
    """Subscribing leads to the same end however often it is sent, so it is sent again."""
    for call in (
        account(lambda a: a.subscribe()),
        account(lambda a: a.subscribe("https://hooks.example.com", VERIFY_TOKEN)),
    ):
        graph = failing(LOST, DOWN, DONE)
        call(graph.client)
        assert graph.methods == {"POST": 3}
        graph = failing(LOST)
        error = graph.fails(call, wabakit.OutcomeUnknownError)
        assert "List the subscribed apps" in str(error)


def test_unsubscribed(failing: Failing) -> None:
    """Which of the apps is one's own, no list says: a lost call is unknown, and not repeated."""
    graph = failing(LOST)
    error = graph.fails(account(lambda a: a.unsubscribe()), wabakit.OutcomeUnknownError)
    assert "look for yours" in str(error)
    assert WABA in str(error)
    assert graph.methods == {"DELETE": 1}
