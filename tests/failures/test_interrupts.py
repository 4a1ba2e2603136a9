"""Writes that their caller gave up at any point, and calls that overlap: what is known then."""

import asyncio
import itertools
import types
from collections.abc import Callable, Generator

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import always
from tests.clocks import Time
from tests.faces import NUMBER, TOKEN, Face, Handler, SyncFace
from tests.failures.calls import BY_LIST, CALLS, SETTLED, get, look
from tests.failures.faults import GIVEN_UP, LOST, seed
from tests.failures.graph import Failing, Graph
from wabakit.emulator import Emulator

REFUSED = httpx.ConnectError("refused")
GIVE = "deleteUsername"
UNKNOWN = wabakit.OutcomeUnknownError


class Line:
    """An emulator on a bad line; the caller can be interrupted wherever it waits.

    That is before and after each answer, and during each pause. `faults` meet the first writes: a
    `ConnectError` before they arrive, anything else after they took effect.
    """

    def __init__(self, emulator: Emulator, *faults: Exception | None) -> None:
        self.transport, self.faults = emulator.transport(), list(faults)
        self.dead = False
        self.points = -1
        self.kind: type[BaseException] = KeyboardInterrupt

    def wait(self, *_: object) -> None:
        self.points -= 1
        if self.points == 0:
            raise self.kind

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.wait()
        if self.dead and request.method != "GET":
            raise LOST
        fault = self.faults.pop(0) if self.faults and request.method != "GET" else None
        if fault is REFUSED:
            raise REFUSED
        answer = self.transport.handle_request(request)
        self.wait()
        if fault is not None:
            raise fault
        return answer


@pytest.mark.parametrize("name", [name for name in SETTLED if name not in BY_LIST])
@pytest.mark.one_in(3)
def test_interrupted_anywhere(failing: Failing, face: Face, time: Time, name: str) -> None:
    """A write that was interrupted is never counted as the next one, which did not arrive.

    Kinds of interrupts take turns: each place meets each kind in four calls, each call each kind
    in four places, and another one on the other face. All kinds are alike to the code of a call.
    """
    met, first = 0, list(SETTLED).index(name) + 2 * (face.name == "async")
    for faults in ([], [LOST], [REFUSED], [REFUSED, LOST]):
        for point in itertools.count(1):
            emulator = Emulator(token=TOKEN, strict=True)
            seed(emulator, name)
            line = Line(emulator, *faults)
            time.meanwhile = line.wait
            graph = failing(line)
            look(graph.client, name)
            line.points, line.kind = point, GIVEN_UP[(first + point) % len(GIVEN_UP)]
            try:
                SETTLED[name](graph.client)
            except line.kind:
                met += 1
            else:
                break
            line.points, line.dead = -1, True
            graph.fails(SETTLED[name], UNKNOWN)
            get(graph.client)
    assert met >= 2 + 4 + 4 + 6


@types.coroutine
def for_ever() -> Generator[None, None, None]:
    while True:
        yield


def test_closed_coroutine() -> None:
    """A coroutine that is closed at an await, as at the end of a program, leaves doubt as well."""
    sent: list[str] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.method)
        if sent == ["GET", "DELETE"]:
            await for_ever()
        if request.method == "DELETE":
            raise LOST
        return always({"username": "jaspers"} if len(sent) == 1 else {})(request)

    client = wabakit.AsyncClient(
        TOKEN, http_client=httpx.AsyncClient(transport=httpx.MockTransport(answer))
    )
    number = client.number(NUMBER)

    async def story() -> None:
        await number.username()
        call = number.delete_username()
        call.send(None)
        call.close()
        with pytest.raises(UNKNOWN):
            await number.delete_username()

    asyncio.run(story())
    assert sent == ["GET", "DELETE", "DELETE", "GET"]


HELD, FREE = always({"username": "jaspers"}), always({})


@attrs.frozen
class While:
    """An answer, and what the client does before it comes in."""

    act: Callable[[wabakit.Number], None]
    answer: Handler | BaseException


class Overlapping:
    """Answers in turn; while one request is under way, the client may make other calls."""

    def __init__(self, *answers: Handler | BaseException | While) -> None:
        self._answers = list(answers)
        self.number = Graph(self._answer, SyncFace(), {}).number

    def _answer(self, request: httpx.Request) -> httpx.Response:
        answer = self._answers.pop(0)
        if isinstance(answer, While):
            answer.act(self.number)
            answer = answer.answer
        if isinstance(answer, BaseException):
            raise answer
        return answer(request)


def read(number: wabakit.Number) -> None:
    number.username()


def give_up(number: wabakit.Number) -> None:
    number.delete_username()


def is_unknown(number: wabakit.Number) -> None:
    with pytest.raises(UNKNOWN):
        number.delete_username()


@pytest.mark.parametrize("end", [KeyboardInterrupt(), LOST], ids=["interrupted", "lost"])
def test_read_during_a_write(end: BaseException) -> None:
    """What was read while a write was under way may be older than its effect: it proves nothing."""
    unreadable = [] if isinstance(end, KeyboardInterrupt) else [always({}, 404)]
    story = Overlapping(While(read, end), HELD, *unreadable, LOST, FREE)
    with pytest.raises((KeyboardInterrupt, UNKNOWN)):
        give_up(story.number)
    is_unknown(story.number)


def test_read_overtaken_by_a_write() -> None:
    """An answer that was under way when a write was done is older than the write."""
    story = Overlapping(While(give_up, HELD), always({"success": True}), LOST, FREE)
    read(story.number)
    is_unknown(story.number)


def test_write_during_a_write() -> None:
    """While a write is under way, what was known before it proves no other one."""
    story = Overlapping(HELD, While(is_unknown, always({"success": True})), LOST, FREE)
    read(story.number)
    give_up(story.number)


def test_registration_of_an_interrupted_call(failing: Failing) -> None:
    """An interrupted register call may have arrived, so it counts."""
    left: list[BaseException] = [KeyboardInterrupt()]

    def answer(request: httpx.Request) -> httpx.Response:
        if left:
            raise left.pop()
        return always({"success": True})(request)

    graph = failing(answer)
    with pytest.raises(KeyboardInterrupt):
        CALLS["registerPhoneNumber"](graph.client)
    for _ in range(9):
        CALLS["registerPhoneNumber"](graph.client)
    graph.fails(CALLS["registerPhoneNumber"], wabakit.RegistrationLimitError)
    assert graph.count("POST") == 10
