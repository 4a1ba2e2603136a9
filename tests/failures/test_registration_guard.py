"""Ten register calls for a number in 72 hours: the eleventh is not wasted on a lock-out."""

from datetime import timedelta

import httpx

import wabakit
from tests.client.wire import always, refusal
from tests.clocks import Time
from tests.faces import NUMBER
from tests.failures.calls import CALLS, PIN, register
from tests.failures.graph import Failing, Graph

GOOD = always({"success": True, "id": NUMBER, "status": "PENDING"})
REFUSED = httpx.ConnectError("refused")


def guarded(graph: Graph, client: wabakit.Client | None = None) -> wabakit.RegistrationLimitError:
    """Make a call that must be refused locally, and judge the refusal."""
    before = graph.count("POST")
    error = graph.fails(lambda own: register(client or own), wabakit.RegistrationLimitError)
    assert graph.count("POST") == before
    assert (error.response, error.status, error.outcome) == (None, None, "not_done")
    assert (error.code, error.name) == (133016, "registration-limit")
    assert "Nothing was sent" in str(error)
    return error


def test_eleventh(failing: Failing, time: Time) -> None:
    """The eleventh register call for a number in 72 hours is refused without being sent."""
    graph = failing(GOOD)
    for _ in range(10):
        register(graph.client)
        time.advance(hours=1)
    error = guarded(graph)
    assert error.retry_after == timedelta(hours=62)
    assert graph.methods == {"POST": 10}
    graph.client.number("777").register(PIN)
    assert graph.methods == {"POST": 11}


def test_deregistering(failing: Failing) -> None:
    """Deregister calls are guarded like register calls."""
    graph = failing(GOOD)
    for _ in range(10):
        CALLS["deregisterPhoneNumber"](graph.client)
    graph.fails(CALLS["deregisterPhoneNumber"], wabakit.RegistrationLimitError)
    assert graph.methods == {"POST": 10}


def test_each_by_itself(failing: Failing) -> None:
    """Ten of the one kind leave the calls of the other kind free, as Meta counts them."""
    graph = failing(GOOD)
    for _ in range(10):
        register(graph.client)
    CALLS["deregisterPhoneNumber"](graph.client)
    guarded(graph)
    assert graph.methods == {"POST": 11}


def test_moving_window(failing: Failing, time: Time) -> None:
    """72 hours after the first of ten calls, one more may be sent, and only one."""
    graph = failing(GOOD)
    register(graph.client)
    time.advance(hours=1)
    for _ in range(9):
        register(graph.client)
    time.advance(hours=71, seconds=-1)
    assert guarded(graph).retry_after == timedelta(seconds=1)
    time.advance(seconds=1)
    register(graph.client)
    assert guarded(graph).retry_after == timedelta(hours=1)


def test_copies_count_together(failing: Failing) -> None:
    """Copies of a client share the count; another client has its own."""
    graph = failing(GOOD)
    for _ in range(5):
        register(graph.client)
        register(graph.client.with_options(timeout=5))
    guarded(graph)
    guarded(graph, graph.client.with_options(timeout=5))
    other = failing(GOOD)
    register(other.client)


def test_calls_that_never_left(failing: Failing) -> None:
    """Calls that cannot have reached Meta do not count."""
    graph = failing(*[REFUSED] * 9, GOOD)
    for _ in range(3):
        graph.fails(register, wabakit.ConnectionFailedError)
    for _ in range(10):
        register(graph.client)
    guarded(graph)


def test_latest_call_is_given_back(failing: Failing, time: Time) -> None:
    """The count that is taken back is that of the call that never left, not an older one."""
    graph = failing(GOOD, REFUSED, GOOD, retry=wabakit.Retry(attempts=1))
    register(graph.client)
    time.advance(hours=71)
    graph.fails(register, wabakit.ConnectionFailedError)
    for _ in range(9):
        register(graph.client)
    assert guarded(graph).retry_after == timedelta(hours=1)


def test_other_calls_give_nothing_back(failing: Failing) -> None:
    """Another call that never left takes no registration back."""
    graph = failing(*[GOOD] * 10, REFUSED, GOOD, retry=wabakit.Retry(attempts=1))
    for _ in range(10):
        register(graph.client)
    graph.fails(CALLS["updatePhoneNumber (pin)"], wabakit.ConnectionFailedError)
    guarded(graph)


def test_uncounted_calls_give_nothing_back(failing: Failing) -> None:
    """A call that was not counted, as somebody wanted, takes no count back."""
    graph = failing(*[GOOD] * 10, REFUSED, GOOD, retry=wabakit.Retry(attempts=1))
    for _ in range(10):
        register(graph.client)
    unguarded = graph.client.with_options(registration_guard=False)
    graph.fails(lambda _: register(unguarded), wabakit.ConnectionFailedError)
    guarded(graph)


def test_calls_that_may_have_arrived(failing: Failing) -> None:
    """Calls that may have reached Meta count, as do those sent to settle an uncertain one."""
    graph = failing(*[httpx.ReadTimeout("lost"), GOOD, GOOD] * 5)
    for _ in range(5):
        register(graph.client)
    assert graph.methods == {"POST": 10, "GET": 5}
    guarded(graph)


def test_last_call_uncertain(failing: Failing) -> None:
    """An uncertain tenth call is reported as what it is: the guard lets none follow."""
    graph = failing(*[GOOD] * 9, refusal(2, status=503), GOOD)
    for _ in range(9):
        register(graph.client)
    error = graph.fails(register, wabakit.UnavailableError)
    assert error.outcome == "unknown"
    assert graph.methods == {"POST": 10, "GET": 1}


def test_without_the_guard(failing: Failing) -> None:
    """Whoever says so may send the eleventh."""
    graph = failing(GOOD)
    for _ in range(10):
        register(graph.client)
    register(graph.client.with_options(registration_guard=False))
    assert graph.methods == {"POST": 11}
    guarded(graph)


def test_limit_of_meta(failing: Failing) -> None:
    """Meta's own refusal is the same exception, with its answer."""
    graph = failing(refusal(133016, message="Too many attempts"))
    error = graph.fails(register, wabakit.RegistrationLimitError)
    assert error.response is not None
    assert error.retry_after == timedelta(hours=72)
    assert graph.methods == {"POST": 1}
