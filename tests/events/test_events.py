"""What a client tells of its calls: one readable list for each way that a call can go."""

import json
import pickle

import httpx

import wabakit
from tests.client.wire import always, good, refusal
from tests.events.told import GOOD, Story, Told, get, reading, register, twice
from tests.faces import NUMBER, WABA
from tests.failures.graph import usage
from tests.onboarding.cases import OK

PENDING = always({"id": NUMBER, "status": "PENDING"})
LOST = httpx.ReadTimeout("lost")


def test_success(story: Story, told: Told) -> None:
    """A call starts, is answered and ends; the account is known once a quota named it."""
    assert story(get, GOOD) == [
        "1 CallStarted getPhoneNumber",
        "1 Answered getPhoneNumber attempt=1 status=200",
        "1 CallEnded getPhoneNumber outcome=done",
    ]
    started, answered, ended = shown = [event.to_dict() for event in told]
    about = {"operation": "getPhoneNumber", "object_id": NUMBER, "method": "GET"}
    for event in shown:
        assert about.items() <= event.items()
        assert event["edge"] == f"/{NUMBER}"
    assert (started["waba_id"], answered["waba_id"], ended["waba_id"]) == (None, WABA, WABA)
    assert (answered["trace_id"], answered["usage"][0]["waba_id"]) == ("AbCd", WABA)
    assert json.loads(json.dumps(shown)) == shown
    assert pickle.loads(pickle.dumps(list(told))) == told


def test_refusal(story: Story) -> None:
    """A refusal is an answer, with its code; the end says what the caller is raised."""
    assert story(get, refusal(100, 33)) == [
        "1 CallStarted getPhoneNumber",
        "1 Answered getPhoneNumber attempt=1 status=400 code=100 subcode=33",
        "1 CallEnded getPhoneNumber code=100 subcode=33 outcome=not_done error=NotFoundError",
        "raised NotFoundError",
    ]


def test_odd_answer(story: Story) -> None:
    """An answer that is none of Graph's has no code, and the call has no answer."""
    assert story(get, always({"id": 7})) == [
        "1 CallStarted getPhoneNumber",
        "1 Answered getPhoneNumber attempt=1 status=200",
        "1 CallEnded getPhoneNumber outcome=not_done error=UnexpectedAnswerError",
        "raised UnexpectedAnswerError",
    ]


def test_nothing_sent(story: Story) -> None:
    """A call that is refused before it is sent starts and ends."""

    def ask(client: wabakit.Client) -> None:
        client.number(NUMBER).get(fields=[wabakit.PhoneNumber.unified_cert_status])

    assert story(ask, GOOD) == [
        "1 CallStarted getPhoneNumber",
        "1 CallEnded getPhoneNumber outcome=not_done error=ViewError",
        "raised ViewError",
    ]


def test_repeated(story: Story) -> None:
    """Each send of a call is told, and each wait before the next one, as it begins."""
    assert story(get, LOST, refusal(80008), GOOD) == [
        "1 CallStarted getPhoneNumber",
        "1 Failed getPhoneNumber attempt=1 sent=maybe",
        "1 Repeated getPhoneNumber attempt=1 seconds=1.0",
        "1 Answered getPhoneNumber attempt=2 status=400 code=80008",
        "1 Repeated getPhoneNumber attempt=2 code=80008 seconds=20.0",
        "1 Answered getPhoneNumber attempt=3 status=200",
        "1 CallEnded getPhoneNumber outcome=done",
    ]


def register_known(client: wabakit.Client) -> None:
    client.number(NUMBER).get(fields=[wabakit.PhoneNumber.status])
    register(client)


def test_lost_and_not_done(story: Story) -> None:
    """A lost write is looked for within its call, and sent again where it was not done."""
    assert story(register_known, PENDING, LOST, PENDING, OK) == [
        *reading(1),
        "2 CallStarted registerPhoneNumber",
        "2 Failed registerPhoneNumber attempt=1 sent=maybe",
        *reading(3),
        "2 Settled registerPhoneNumber outcome=not_done",
        "2 Answered registerPhoneNumber attempt=1 status=200",
        "2 CallEnded registerPhoneNumber outcome=done",
    ]


def test_lost_and_done(story: Story) -> None:
    """Where the look proves a lost write, its call is done."""
    given = always({"id": NUMBER, "username": "jaspers"})
    none = always({"id": NUMBER})

    def take(client: wabakit.Client) -> None:
        client.number(NUMBER).username()
        client.number(NUMBER).set_username("jaspers")

    lines = [line for line in story(take, none, LOST, given) if line.startswith("2 ")]
    assert lines == [
        "2 CallStarted setUsername",
        "2 Failed setUsername attempt=1 sent=maybe",
        "2 Settled setUsername outcome=done",
        "2 CallEnded setUsername outcome=done",
    ]


def test_lost_and_unknown(story: Story) -> None:
    """Where nothing tells, the call ends so: that is what to look after."""
    broken = refusal(2, status=500)
    assert story(register, LOST, broken, retry=wabakit.Retry(attempts=1)) == [
        "1 CallStarted registerPhoneNumber",
        "1 Failed registerPhoneNumber attempt=1 sent=maybe",
        *reading(
            2,
            "Answered getPhoneNumber attempt=1 status=500 code=2",
            "CallEnded getPhoneNumber code=2 outcome=not_done error=UnavailableError",
        ),
        "1 Settled registerPhoneNumber outcome=unknown",
        "1 CallEnded registerPhoneNumber outcome=unknown error=OutcomeUnknownError",
        "raised OutcomeUnknownError",
    ]


def test_withheld(story: Story, told: Told) -> None:
    """The eleventh registration is not sent, and told with the code that Graph would give."""

    def eleven(client: wabakit.Client) -> None:
        for _ in range(10):
            register(client)
        told.clear()
        register(client)

    assert story(eleven, OK) == [
        "1 CallStarted registerPhoneNumber",
        "1 CallEnded registerPhoneNumber code=133016 outcome=not_done error=RegistrationLimitError",
        "raised RegistrationLimitError",
    ]


def test_held(story: Story) -> None:
    """A call is held while its account is throttled, and refused where that takes too long."""
    assert story(twice, good(**usage(WABA, 0.5)), GOOD) == [
        *reading(1),
        "2 CallStarted getPhoneNumber",
        "2 Waited getPhoneNumber seconds=30.0",
        "2 Answered getPhoneNumber attempt=1 status=200",
        "2 CallEnded getPhoneNumber outcome=done",
    ]


def test_held_too_long(story: Story) -> None:
    """What would be held for longer than is bearable is not sent."""
    assert story(twice, good(**usage(WABA, 5)), GOOD) == [
        *reading(1),
        "2 CallStarted getPhoneNumber",
        "2 CallEnded getPhoneNumber code=80008 outcome=not_done error=RateLimitError",
        "raised RateLimitError",
    ]


def test_token_provider(story: Story) -> None:
    """With another token a call goes on, and its sends are counted anew."""
    tokens = iter(["EAAold", "EAAnew"])
    assert story(get, refusal(190, 463, 401), GOOD, token=lambda: next(tokens)) == [
        "1 CallStarted getPhoneNumber",
        "1 Answered getPhoneNumber attempt=1 status=401 code=190 subcode=463",
        "1 Answered getPhoneNumber attempt=1 status=200",
        "1 CallEnded getPhoneNumber outcome=done",
    ]
