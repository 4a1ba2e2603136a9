"""Pages, errors and advice in the documents: one test for each row of the page's table."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import wabakit
from tests.client.wire import AddNumber, Answering, always, in_turn, page, refusal
from tests.faces import NUMBER, TOKEN
from wabakit import PhoneNumber
from wabakit.emulator import Clock, Emulator


def raised(answering: Answering, code: Any, subcode: Any = None, **options: Any) -> Any:
    """The error that reading a number ends in, when Graph refuses it."""
    server = answering(refusal(code, subcode, **options))
    with pytest.raises(wabakit.WabakitError) as caught:
        server.number.get()
    return caught.value


def test_filter_account_mode(account: wabakit.Account, add_number: AddNumber) -> None:
    """Numbers are filtered by their mode."""
    add_number()
    sandbox = add_number(account_mode="SANDBOX")
    found = account.numbers(where=[PhoneNumber.account_mode.equals("SANDBOX")])
    assert [(card.id, card.account_mode) for card in found] == [(sandbox.id, "SANDBOX")]


def test_filter_limit(account: wabakit.Account, add_number: AddNumber) -> None:
    """Numbers are filtered by their messaging limit."""
    add_number()
    limited = add_number(messaging_limit_tier="TIER_50")
    found = account.numbers(where=[PhoneNumber.messaging_limit_tier.equals("TIER_50")])
    assert [card.id for card in found] == [limited.id]


def test_filter_official(account: wabakit.Account, add_number: AddNumber) -> None:
    """Numbers are filtered by the official badge."""
    add_number()
    official = add_number(is_official_business_account=True)
    found = account.numbers(where=[PhoneNumber.is_official_business_account.equals(True)])
    assert [card.id for card in found] == [official.id]


@pytest.mark.parametrize("by", ["creation_time", "last_onboarded_time"])
def test_sort(account: wabakit.Account, add_number: AddNumber, by: Any) -> None:
    """Numbers come in the order asked for, up or down."""
    days = [datetime(2025, 1, day, tzinfo=UTC) for day in (2, 1, 3)]
    second, first, third = (add_number(**{by: day}).id for day in days)
    up: Any = f"{by}.asc"
    down: Any = f"{by}.desc"
    assert [card.id for card in account.numbers(sort=up)] == [first, second, third]
    assert [card.id for card in account.numbers(sort=down)] == [third, second, first]


def test_limit(account: wabakit.Account, add_number: AddNumber, emulator: Emulator) -> None:
    """A page has 100 numbers, or as many as asked for, up to 100."""
    ids = {add_number().id for _ in range(5)}
    assert [len(found.items) for found in account.numbers(page_size=2).pages()] == [2, 2, 1]
    assert {card.id for card in account.numbers()} == ids
    assert emulator.requests[-1].query["limit"] == "100"
    with pytest.raises(wabakit.InvalidInputError):
        account.numbers(page_size=101)


def test_cursors(account: wabakit.Account, add_number: AddNumber) -> None:
    """A walk goes on behind a page, or back from it."""
    ids = [add_number().id for _ in range(6)][::-1]
    first, second, _ = account.numbers(page_size=2).pages()
    assert [card.id for card in account.numbers(after=first.after)] == ids[2:]
    back = account.numbers(before=second.before, page_size=2)
    assert [card.id for card in back] == ids[:2]


def test_paging_links(answering: Answering) -> None:
    """The link to the next page tells that there is one, and is not followed."""
    server = answering(in_turn(always(page("1", after="a1")), always(page("2"))))
    assert [card.id for card in server.account.numbers()] == ["1", "2"]
    assert server.last.url.params["after"] == "a1"
    assert "access_token" not in server.last.url.params
    assert TOKEN not in str(server.last.url)


def test_error_members(answering: Answering) -> None:
    """Everything that Graph says of an error can be read from it."""
    members = {
        "message": "Invalid parameter",
        "fbtrace_id": "AbCdEf",
        "is_transient": False,
        "error_user_title": "No",
        "error_user_msg": "Not so",
    }
    error = raised(answering, 100, 2388012, **members)
    assert (error.message, error.type) == ("Invalid parameter", "OAuthException")
    assert (error.code, error.subcode, error.trace_id) == (100, 2388012, "AbCdEf")
    assert (error.transient, error.user_title, error.user_message) == (False, "No", "Not so")


def test_error_10(answering: Answering) -> None:
    """Code 10 is a missing permission."""
    error = raised(answering, 10, status=403)
    assert isinstance(error, wabakit.PermissionDeniedError)
    assert error.name == "permission-denied"


def test_error_100(answering: Answering, client: wabakit.Client) -> None:
    """Code 100 is a wrong request; with subcode 33 it is an id that nothing is found under."""
    assert isinstance(raised(answering, 100), wabakit.InvalidRequestError)
    with pytest.raises(wabakit.NotFoundError) as caught:
        client.number("404").get()
    assert (caught.value.code, caught.value.subcode) == (100, 33)


def test_error_368(answering: Answering) -> None:
    """Code 368 is a restricted account, and not an expired code."""
    error = raised(answering, 368, status=403)
    assert isinstance(error, wabakit.PolicyError)
    assert error.name == "policy-restriction"


def test_error_133015(answering: Answering) -> None:
    """Code 133015 is a number that was just deleted, and passes in five minutes."""
    error = raised(answering, 133015)
    assert isinstance(error, wabakit.RegistrationError)
    assert error.retry_after == timedelta(minutes=5)


def test_error_133016(number: wabakit.Number, clock: Clock, emulator: Emulator) -> None:
    """Code 133016 is the eleventh registration in 72 hours, and not a wrong code."""
    for _ in range(10):
        number.register("314159")
    with pytest.raises(wabakit.RegistrationLimitError) as caught:
        number.register("314159")
    assert caught.value.code == 133016
    assert isinstance(caught.value, wabakit.RateLimitError)


def test_status_400(answering: Answering) -> None:
    """Throttling that comes as a bad request is throttling all the same."""
    error = raised(answering, 80008, status=400)
    assert isinstance(error, wabakit.RateLimitError)
    assert error.status == 400


@pytest.mark.parametrize("code", [190, 104, None])
def test_status_401(answering: Answering, code: int | None) -> None:
    """A token that is missing or invalid is an authentication error, with any code or none."""
    assert type(raised(answering, code, status=401)) is wabakit.AuthenticationError


def test_status_403(answering: Answering) -> None:
    """A refusal for want of permission is that, with any code or none."""
    assert type(raised(answering, 200, status=403)) is wabakit.PermissionDeniedError
    assert type(raised(answering, None, status=403)) is wabakit.PermissionDeniedError


def test_status_404(answering: Answering, client: wabakit.Client) -> None:
    """An account that is not there is not found, whatever the status."""
    assert type(raised(answering, 803, status=404)) is wabakit.NotFoundError
    with pytest.raises(wabakit.NotFoundError) as caught:
        client.account("404").numbers().first()
    assert caught.value.status == 400


def test_status_409(answering: Answering, account: wabakit.Account) -> None:
    """A number that exists is one error, however Graph says it."""
    assert type(raised(answering, 100, status=409)) is wabakit.AlreadyExistsError
    account.add_number(cc="1", phone_number="6315551000", verified_name="Lucky Shrub")
    with pytest.raises(wabakit.AlreadyExistsError) as caught:
        account.add_number(cc="1", phone_number="6315551000", verified_name="Lucky Shrub")
    assert caught.value.subcode == 2388012


def test_status_422(answering: Answering) -> None:
    """What cannot be processed is a wrong request."""
    assert type(raised(answering, 100, status=422)) is wabakit.InvalidRequestError


def test_status_429(answering: Answering) -> None:
    """Too many requests is throttling, with a code or without."""
    assert type(raised(answering, 4, status=429)) is wabakit.RateLimitError
    assert type(raised(answering, None, status=429)) is wabakit.RateLimitError


def test_status_500(answering: Answering) -> None:
    """A fault of the server passes unnoticed when a read succeeds in the end."""
    server = answering(in_turn(refusal(2, status=500), always({"id": NUMBER})))
    assert server.number.get().id == NUMBER
    assert type(raised(answering, 2, status=500)) is wabakit.UnavailableError


def test_back_off(answering: Answering, waits: list[float]) -> None:
    """A throttled read waits as long as Graph says, and an error says how long it would be."""
    throttled = refusal(80008)
    asked = always({"error": {"message": "Slow", "code": 80008}}, 400, retry_after="7")
    assert answering(in_turn(asked, always({"id": NUMBER}))).number.get().id == NUMBER
    assert waits == [7.0]
    once = answering(throttled, retry=wabakit.Retry(attempts=1))
    with pytest.raises(wabakit.RateLimitError):
        once.number.get()
    assert len(once.requests) == 1


def test_caching(number: wabakit.Number, emulator: Emulator) -> None:
    """Each read asks Graph, so that a change is seen at once."""
    assert number.get().status == "CONNECTED"
    emulator.number(number.id).status = "FLAGGED"
    assert number.get().status == "FLAGGED"


def test_number_limits(client: wabakit.Client, emulator: Emulator) -> None:
    """An account that is full takes no further number."""
    account = client.account(emulator.add_account(max_numbers=2).id)
    shops = [f"631555100{at}" for at in range(3)]
    for digits in shops[:2]:
        account.add_number(cc="1", phone_number=digits, verified_name="Lucky Shrub")
    with pytest.raises(wabakit.InvalidRequestError):
        account.add_number(cc="1", phone_number=shops[2], verified_name="Lucky Shrub")
    assert len(list(account.numbers())) == 2
