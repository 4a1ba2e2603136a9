"""Quotas are shown, and an account that is at its limit is left alone."""

from datetime import timedelta

import httpx
import pytest

import wabakit
from tests.client.wire import always, good
from tests.clocks import Time
from tests.doing import account, number
from tests.faces import NUMBER, WABA, Handler
from tests.failures.calls import CALLS, asked, get, rows
from tests.failures.graph import Failing, Graph, usage

OTHER = "200200200200200"
GOOD = good()
IMPATIENT = wabakit.Retry(patience=10)


def full(minutes: float = 5) -> Handler:
    return good(**usage(WABA, minutes))


def held(graph: Graph, name: str = "getPhoneNumber") -> wabakit.RateLimitError:
    """Make a call that must be held back, and judge the refusal."""
    before = len(graph.requests)
    error = graph.fails(CALLS[name], wabakit.RateLimitError)
    assert len(graph.requests) == before
    assert (error.response, error.status, error.outcome) == (None, None, "not_done")
    assert (error.code, error.repeatable) == (80008, True)
    assert "Nothing was sent" in str(error)
    return error


OF_ACCOUNT = [name for name, do in CALLS.items() if asked(do)[1] in (NUMBER, WABA)]


@pytest.mark.parametrize("name", OF_ACCOUNT)
@pytest.mark.one_in(3)
def test_held_back(failing: Failing, time: Time, name: str) -> None:
    """No call is sent to an account that was seen at its limit, as long as the estimate runs."""
    graph = failing(full())
    get(graph.client)
    time.advance(minutes=1)
    assert held(graph, name).retry_after == timedelta(minutes=4)
    assert graph.waits == []
    time.advance(minutes=4)
    CALLS[name](graph.client)
    assert graph.waits == []


@pytest.mark.parametrize("name", [name for name in CALLS if name not in OF_ACCOUNT])
@pytest.mark.one_in(3)
def test_of_no_account(failing: Failing, name: str) -> None:
    """Calls about businesses and pools go on while an account is at its limit."""
    graph = failing(full(), GOOD)
    get(graph.client)
    CALLS[name](graph.client)
    assert len(graph.requests) == 2
    assert graph.waits == []


def test_wait_within_patience(failing: Failing, time: Time) -> None:
    """A block that ends soon is waited for."""
    graph = failing(full(minutes=1), GOOD)
    get(graph.client)
    time.advance(seconds=15)
    get(graph.client)
    assert graph.waits == [45]
    assert graph.methods == {"GET": 2}


def test_after_throttling(failing: Failing) -> None:
    """Once an account refused a call for its limit, further calls are not even sent."""
    refused = {"error": {"message": "Too many calls", "code": 80008}}
    graph = failing(always(refused, 400, **usage(WABA, minutes=5)))
    graph.fails(get, wabakit.RateLimitError)
    held(graph)
    held(graph, "listPhoneNumbers")
    assert graph.methods == {"GET": 1}


def test_others_go_on(failing: Failing) -> None:
    """Only the account at its limit is held: others, and numbers of unknown account, go on."""
    graph = failing(full(), always({"id": "777"}), GOOD)
    get(graph.client)
    held(graph)
    assert graph.client.number("777").get().id == "777"
    assert list(graph.client.account(OTHER).numbers()) == []
    assert graph.waits == []


def test_account_of_a_number_is_kept(failing: Failing, time: Time) -> None:
    """Whose quota a number's calls use is known for a month."""
    graph = failing(good(**usage(WABA, calls=1)), full(), GOOD)
    get(graph.client)
    time.advance(days=30)
    rows(graph.client)
    held(graph)


def test_number_is_learned(failing: Failing) -> None:
    """A number is known to belong to an account from the answers about it, not before."""
    learned = failing(good(**usage(WABA, calls=1)), full(), GOOD)
    get(learned.client)
    rows(learned.client)
    held(learned)
    unknown = failing(full(), GOOD)
    rows(unknown.client)
    get(unknown.client)
    assert unknown.methods == {"GET": 2}


def test_headers_about_several_accounts(failing: Failing) -> None:
    """A header about several accounts holds each of them, and tells nothing of the number."""
    both = usage(WABA, 5)["X_Business_Use_Case_Usage"][:-1] + ","
    both += usage(OTHER, 9)["X_Business_Use_Case_Usage"][1:]
    graph = failing(good(x_business_use_case_usage=both), GOOD)
    get(graph.client)
    get(graph.client)
    assert set(graph.client.usage) == {WABA, OTHER}
    error = graph.fails(
        lambda client: list(client.account(OTHER).numbers()), wabakit.RateLimitError
    )
    assert error.retry_after == timedelta(minutes=9)


def test_shared_with_copies(failing: Failing) -> None:
    """Copies of a client know of the block; one with more patience waits for it."""
    graph = failing(full(), GOOD)
    get(graph.client.with_options(retry=IMPATIENT))
    held(graph)
    get(graph.client.with_options(retry=wabakit.Retry(patience=300)))
    assert graph.waits == [300]


def test_endless_patience(failing: Failing) -> None:
    """Patience without end waits out whatever block is known."""
    graph = failing(full(), GOOD)
    patient = graph.client.with_options(retry=wabakit.Retry(patience=float("inf")))
    get(patient)
    get(patient)
    assert graph.waits == [300]


def test_block_is_lifted(failing: Failing) -> None:
    """A later answer that reports no block ends it."""
    graph = failing(full(minutes=1), good(**usage(WABA, calls=10)))
    get(graph.client)
    get(graph.client)
    assert graph.waits == [60]
    get(graph.client)
    assert graph.waits == [60]


def test_usage_of_a_client(failing: Failing, time: Time) -> None:
    """A client tells the latest use of each quota, of which account, and when it was seen."""
    app = '{"call_count":28,"total_time":25,"total_cputime":26}'
    graph = failing(good(x_app_usage=app, **usage(WABA, 5, calls=100)))
    assert graph.client.usage == {}
    get(graph.client)
    (of_app,), (of_account,) = graph.client.usage[None], graph.client.usage[WABA]
    assert (of_app.type, of_app.waba_id, of_app.percent) == ("app", None, 28)
    assert of_account.type == "whatsapp_business_management"
    assert (of_account.call_count, of_account.total_cputime, of_account.total_time) == (100, 1, 2)
    assert of_account.regain_access == timedelta(minutes=5)
    assert of_account.seen_at == time.moment
    assert of_app.regain_access is None


def test_usage_of_two_kinds(failing: Failing) -> None:
    """Several quotas of one account are kept side by side."""
    kinds = [{"type": kind, "call_count": 3} for kind in ("whatsapp", "new kind")]
    header = httpx.Response(200, json={WABA: kinds}).text
    graph = failing(good(x_business_use_case_usage=header))
    get(graph.client)
    assert [entry.type for entry in graph.client.usage[WABA]] == ["whatsapp", "new kind"]
    (page,) = graph.account.numbers().pages()
    assert page.usage == graph.client.usage[WABA]


def test_held_settling(failing: Failing) -> None:
    """A write that becomes uncertain while its account is blocked is not settled by hammering."""
    body = {"error": {"message": "Down", "code": 2}}
    graph = failing(always(body, 503, **usage(WABA, minutes=5)))
    error = graph.fails(CALLS["registerPhoneNumber"], wabakit.UnavailableError)
    assert error.outcome == "unknown"
    assert graph.methods == {"POST": 1}


@pytest.mark.parametrize("do", [account(lambda a: a.id), number(lambda n: n.id)])
def test_handles_are_free(failing: Failing, do: object) -> None:
    """Handles of a blocked account can still be made."""
    graph = failing(full())
    get(graph.client)
    assert callable(do)
    assert do(graph.client)


def test_longest_estimate_counts(failing: Failing) -> None:
    """Where an account is at several of its limits, it is held until the last of them ends."""
    one, other = (usage(WABA, minutes)["X_Business_Use_Case_Usage"] for minutes in (9, 2))
    entries = f"{one[:-2]},{other.partition('[')[2]}"
    graph = failing(good(X_Business_Use_Case_Usage=entries))
    get(graph.client)
    assert held(graph).retry_after == timedelta(minutes=9)
