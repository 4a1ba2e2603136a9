"""Which calls are sent again after which failure, and after which wait."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import always, good, refusal
from tests.clocks import Time
from tests.contract.document import operations
from tests.faces import WABA, Handler
from tests.failures.calls import CALLS, NEVER, READS, SAFE, SETTLED, get, operation
from tests.failures.graph import HTML, Failing, raw, usage

GOOD = good()
METHODS = {op.name: op.method.upper() for op in operations()}
SAFE_CALLS = {**READS, **SAFE}
RISKY_CALLS = {**SETTLED, **NEVER}
LOST = httpx.ReadTimeout("lost")
REFUSED = httpx.ConnectError("refused")
BUSY = refusal(80008)
DOWN = refusal(2, status=503)


def throttled(code: int = 80008, **headers: str) -> Handler:
    return always({"error": {"message": "Too many calls", "code": code}}, 400, **headers)


def method(name: str) -> str:
    return METHODS[operation(name)]


FAULTS: dict[str, Handler | Exception] = {
    "timeout": LOST,
    "reset": httpx.ReadError("reset"),
    "disconnected": httpx.RemoteProtocolError("disconnected"),
    "unavailable": DOWN,
    "HTML 502": raw(502, HTML),
    "throttled": BUSY,
}


@pytest.mark.parametrize("name", SAFE_CALLS)
@pytest.mark.one_in(3)
def test_safe_call_heals(failing: Failing, name: str) -> None:
    """Reads, and writes that lead to the same end, are sent again until they are answered."""
    for fault in FAULTS.values():
        graph = failing(fault, fault, GOOD)
        graph.waits.clear()
        SAFE_CALLS[name](graph.client)
        assert graph.methods == {method(name): 3}
        assert len(graph.waits) == 2


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.one_in(3)
def test_nothing_was_sent(failing: Failing, name: str) -> None:
    """Any call is sent again when the earlier one cannot have left."""
    graph = failing(REFUSED, REFUSED, GOOD)
    CALLS[name](graph.client)
    assert graph.methods == {method(name): 3}
    assert graph.waits == [1, 2]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.one_in(3)
def test_nothing_can_be_sent(failing: Failing, name: str) -> None:
    """A call that cannot leave fails after as many tries as were allowed."""
    graph = failing(REFUSED)
    error = graph.fails(CALLS[name], wabakit.ConnectionFailedError)
    assert (error.sent, error.operation) == ("no", operation(name))
    assert graph.methods == {method(name): 3}


@pytest.mark.parametrize("name", RISKY_CALLS)
@pytest.mark.one_in(3)
def test_throttled_write(failing: Failing, name: str) -> None:
    """A write that may not be sent twice is not repeated when throttled either."""
    graph = failing(throttled(retry_after="5"))
    error = graph.fails(RISKY_CALLS[name], wabakit.RateLimitError)
    assert (error.outcome, error.retry_after) == ("not_done", timedelta(seconds=5))
    assert graph.methods == {method(name): 1}


@pytest.mark.parametrize(
    "name",
    [name for name in CALLS if name != "getTokenInfo"],  # for which 190 is an answer
)
@pytest.mark.one_in(3)
def test_refusal_is_final(failing: Failing, name: str) -> None:
    """What Graph refused for a reason is not asked again."""
    for refused in (refusal(100), refusal(190, status=401), refusal(368)):
        graph = failing(refused)
        with pytest.raises(wabakit.GraphError) as caught:
            CALLS[name](graph.client)
        assert caught.value.outcome == "not_done"
        assert graph.methods == {method(name): 1}
        assert graph.waits == []


@pytest.mark.parametrize("name", SAFE_CALLS)
@pytest.mark.one_in(3)
def test_one_attempt(failing: Failing, name: str) -> None:
    """With one attempt nothing is repeated."""
    for fault in (REFUSED, LOST, DOWN, BUSY):
        graph = failing(fault, retry=wabakit.Retry(attempts=1))
        with pytest.raises(wabakit.WabakitError):
            SAFE_CALLS[name](graph.client)
        assert graph.methods == {method(name): 1}
        assert graph.waits == []


WAITS: dict[str, tuple[Handler, list[float]]] = {
    "Retry-After": (throttled(retry_after="7"), [7, 7]),
    "Retry-After as a date": (throttled(retry_after="Sun, 01 Mar 2026 12:00:09 GMT"), [9, 20]),
    "Retry-After in the past": (throttled(retry_after="Sun, 01 Mar 2026 11:00:00 GMT"), [10, 20]),
    "unreadable Retry-After": (throttled(retry_after="soon"), [10, 20]),
    "minutes": (throttled(**usage(WABA, minutes=1)), [60, 60]),
    "both": (throttled(retry_after="3", **usage(WABA, minutes=1)), [3, 3]),
    "neither": (throttled(), [10, 20]),
    "down": (DOWN, [1, 2]),
    "down, Retry-After": (always({}, 503, retry_after="4"), [4, 4]),
    "down, full": (always({}, 503, **usage(WABA, minutes=30)), [1, 2]),
}


@pytest.mark.parametrize(("answer", "waits"), WAITS.values(), ids=WAITS)
@pytest.mark.one_in(3)
def test_waits(failing: Failing, answer: Handler, waits: list[float]) -> None:
    """Before a call is repeated, Meta's own estimate is waited, else a growing pause."""
    graph = failing(answer)
    with pytest.raises(wabakit.GraphError):
        get(graph.client)
    assert graph.methods == {"GET": 3}
    assert graph.waits == waits


@pytest.mark.parametrize("code", [4, 17, 32, 613, 80007, 80008, 80003, 130429])
def test_throttle_codes(failing: Failing, code: int) -> None:
    """Throttling is recognised by its code, although it comes as status 400."""
    graph = failing(throttled(code, retry_after="2"), GOOD)
    get(graph.client)
    assert graph.methods == {"GET": 2}
    assert graph.waits == [2]


def test_jitter_and_cap(failing: Failing, time: Time) -> None:
    """Pauses grow from one second to thirty at most, each made shorter by chance."""
    graph = failing(DOWN, retry=wabakit.Retry(attempts=8))
    graph.fails(get, wabakit.UnavailableError)
    assert graph.waits == [1, 2, 4, 8, 16, 30, 30]
    time.waits.clear()
    time.drawn = 0.25
    graph.fails(get, wabakit.UnavailableError)
    assert graph.waits == [0.25, 0.5, 1, 2, 4, 7.5, 7.5]


LONG: dict[str, tuple[Handler, timedelta]] = {
    "Retry-After": (throttled(retry_after="61"), timedelta(seconds=61)),
    "minutes": (throttled(**usage(WABA, minutes=5)), timedelta(minutes=5)),
    "absurd": (throttled(**usage(WABA, minutes=10**12)), timedelta(days=30)),
}


@pytest.mark.parametrize(("answer", "wait"), LONG.values(), ids=LONG)
def test_beyond_patience(failing: Failing, answer: Handler, wait: timedelta) -> None:
    """A wait longer than the caller's patience is not begun: the error tells how long it is."""
    graph = failing(answer)
    error = graph.fails(get, wabakit.RateLimitError)
    assert error.retry_after == wait
    assert graph.methods == {"GET": 1}
    assert graph.waits == []


def test_patience_is_chosen(failing: Failing) -> None:
    """A patient copy of a client waits what its original would not."""
    graph = failing(throttled(retry_after="300"), throttled(retry_after="300"), GOOD)
    graph.fails(get, wabakit.RateLimitError)
    get(graph.client.with_options(retry=wabakit.Retry(patience=300)))
    assert graph.waits == [300]
    assert graph.methods == {"GET": 3}


@pytest.mark.parametrize("arguments", [{"attempts": 0}, {"attempts": True}, {"patience": -1}])
def test_bad_retry(arguments: Any) -> None:
    """Attempts below one and negative patience are refused."""
    with pytest.raises(wabakit.InvalidInputError):
        wabakit.Retry(**arguments)


SCARCE = [
    ("registerPhoneNumber", 133016, None, timedelta(hours=72)),
    ("updatePhoneNumber (pin)", 133016, None, timedelta(hours=72)),
    ("requestCode", 136024, 2388367, timedelta(hours=1)),
]


@pytest.mark.parametrize(("name", "code", "subcode", "wait"), SCARCE)
def test_scarce_limits(
    failing: Failing, name: str, code: int, subcode: int | None, wait: timedelta
) -> None:
    """Limits of hours and days are reported as rate limits, and never waited for."""
    graph = failing(refusal(code, subcode))
    with pytest.raises(wabakit.RateLimitError) as caught:
        CALLS[name](graph.client)
    assert caught.value.retry_after == wait
    assert graph.methods == {"POST": 1}


LATER: list[tuple[list[Handler | Exception], type[wabakit.WabakitError], dict[str, int]]] = [
    ([LOST, refusal(100)], wabakit.InvalidRequestError, {"POST": 2}),
    ([DOWN, refusal(190)], wabakit.AuthenticationError, {"POST": 2}),
    ([LOST, REFUSED], wabakit.OutcomeUnknownError, {"POST": 3}),
    ([DOWN, REFUSED], wabakit.UnavailableError, {"POST": 3}),
    ([REFUSED, LOST], wabakit.OutcomeUnknownError, {"POST": 3}),
]


@pytest.mark.parametrize(("answers", "kind", "requests"), LATER)
def test_earlier_doubt(
    failing: Failing,
    answers: list[Handler | Exception],
    kind: type[wabakit.WabakitError],
    requests: dict[str, int],
) -> None:
    """A repetition that fails leaves open whether an earlier, uncertain send took effect."""
    graph = failing(*answers)
    error = graph.fails(CALLS["updatePhoneNumber (pin)"], kind)
    assert getattr(error, "outcome", "unknown") == "unknown"
    assert graph.methods == requests


def test_no_doubt_after_a_read(failing: Failing) -> None:
    """A read changes nothing: however it failed before, its last failure is what is reported."""
    error = failing(LOST, refusal(100)).fails(get, wabakit.InvalidRequestError)
    assert error.outcome == "not_done"
    last = failing(LOST, REFUSED).fails(get, wabakit.ConnectionFailedError)
    assert last.sent == "no"
    failing(DOWN, REFUSED).fails(get, wabakit.ConnectionFailedError)


def test_connected_again_after_doubt(failing: Failing) -> None:
    """An attempt that cannot leave raises no doubt where none was."""
    error = failing(REFUSED, refusal(100)).fails(
        CALLS["updatePhoneNumber (pin)"], wabakit.InvalidRequestError
    )
    assert error.outcome == "not_done"
