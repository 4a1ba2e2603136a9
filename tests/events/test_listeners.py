"""Who is told, and that nothing which a listener does, or is, changes what becomes of a call."""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answer, always, in_turn, refusal
from tests.events.told import Told, get, reading
from tests.faces import NUMBER, Face, Handler, SyncFace
from tests.failures.calls import APP_SECRET, CALLS, operation, register
from tests.failures.echoes import echo
from tests.failures.graph import leaks
from wabakit import events

OK = always({"success": True})
LOST = httpx.ReadTimeout("lost")
REFUSED = httpx.ConnectError("refused")
Make = Callable[..., wabakit.Client]


@pytest.fixture
def make(face: Face) -> Make:
    """Make a client that Graph answers so."""

    def start(*answers: Answer, **options: Any) -> wabakit.Client:
        http = face.http(httpx.MockTransport(in_turn(*answers)))
        return face.make(http_client=http, **options)

    return start


def count_registrations(client: wabakit.Client) -> int:
    """Tell how many registrations a client believes to have made."""
    left = 0
    try:
        while True:
            register(client)
            left += 1
    except wabakit.RegistrationLimitError:
        return 10 - left


def test_faults_of_a_listener(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    """What a listener raises is logged, once for each kind and without its text, and swallowed."""

    def listen(event: events.Event) -> None:
        raise ValueError(f"{event} nobody-may-see")

    client = make(LOST, always({"id": NUMBER, "status": "PENDING"}), OK, on_event=listen)
    register(client)
    register(client)
    (line,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    said = "on_event raised ValueError; calls go on, and it is not logged again"
    assert (line.getMessage(), line.exc_info) == (said, None)


@pytest.mark.parametrize(
    ("kind", "answer", "made"),
    [
        (events.CallStarted, OK, 0),
        (events.Answered, OK, 1),
        (events.Answered, refusal(133005), 1),
        (events.Failed, REFUSED, 0),
        (events.Failed, LOST, 1),
        (events.CallEnded, OK, 1),
    ],
)
def test_interrupted_listener(
    make: Make, kind: type[events.Event], answer: Answer, made: int
) -> None:
    """An interrupt goes on to the caller, and all is as if it had come an instant later."""
    told = Told()

    def listen(event: events.Event) -> None:
        told(event)
        if type(event) is kind:
            raise KeyboardInterrupt

    client = make(answer, OK, on_event=listen, retry=wabakit.Retry(attempts=1))
    with pytest.raises(KeyboardInterrupt):
        register(client)
    assert count_registrations(client.with_options(on_event=None)) == made
    if kind is not events.CallEnded:
        ended = told[-1]
        assert isinstance(ended, events.CallEnded)
        assert (ended.outcome, ended.error) == ("unknown", "interrupted")


async def later(event: events.Event) -> None:
    """Nobody would wait for it."""


class Later:
    async def __call__(self, event: events.Event) -> None:
        """Nobody would wait for it either."""


@pytest.mark.parametrize("listener", [later, Later(), "print", 7])
def test_no_listener(make: Make, listener: Any) -> None:
    """What cannot be told something at once is refused, with both faces."""
    with pytest.raises(wabakit.InvalidInputError, match="a plain function of one event"):
        make(OK, on_event=listener)
    with pytest.raises(wabakit.InvalidInputError, match="on_event"):
        make(OK).with_options(on_event=listener)


def test_listener_of_a_copy(make: Make) -> None:
    """A copy tells whom its client tells, or whom it is given, or nobody."""
    first, second = Told(), Told()
    client = make(OK, on_event=first)
    register(client.with_options(timeout=3.0))
    assert len(first) == 3
    register(client.with_options(on_event=second))
    register(client.with_options(on_event=None))
    assert (len(first), len(second)) == (3, 3)


def test_calls_of_a_listener() -> None:
    """A listener is not told of calls that it makes itself, nor of those that these lead to."""
    told, other = Told(), Told()

    def client(listener: events.Listener) -> wabakit.Client:
        face = SyncFace()
        http = face.http(httpx.MockTransport(always({"id": NUMBER})))
        return face.make(http_client=http, on_event=listener)

    def listen(event: events.Event) -> None:
        told(event)
        get(first)
        get(second)

    def listen_too(event: events.Event) -> None:
        other(event)
        get(first)

    first, second = client(listen), client(listen_too)
    get(first)
    assert told.lines == reading(1)
    assert len(other) == 3 * len(told)
    get(first)
    assert told.lines == [*reading(1), *reading(2)]


def repeating(status: int) -> Handler:
    """Answer with all that the request gave away, wherever an event might take it from."""

    def answer(request: httpx.Request) -> httpx.Response:
        text = echo(request)
        error = {"message": text, "code": 100, "fbtrace_id": text, "error_data": text}
        body: Any = (
            {"error": error} if status == 400 else {"id": NUMBER, "success": True, "data": []}
        )
        quotas = {f'"{text}"': [{"type": text, "call_count": 1}]}
        headers = {"x-fb-request-id": text, "x-business-use-case-usage": json.dumps(quotas)}
        return httpx.Response(status, json=body, headers=headers)

    return answer


@pytest.mark.parametrize("answer", [repeating(200), repeating(400), LOST])
def test_no_secret(make: Make, answer: Answer) -> None:
    """No event of any call shows a secret, a query or a body, also where answers repeat them."""
    told = Told()
    client = make(answer, on_event=told, app_secret=APP_SECRET)
    for do in CALLS.values():
        with suppress(wabakit.WabakitError):
            do(client)
    shown = "\n".join(f"{event} {event.to_dict()}" for event in told)
    assert {operation(name) for name in CALLS} <= {event.operation for event in told}
    assert leaks(shown) == []
    assert all("?" not in str(event.to_dict().get("edge")) for event in told)
