"""Businesses and accounts: read, listed, filtered, with numbers; and who gets the webhooks."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Literal

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal, sent
from tests.faces import BUSINESS, NUMBER, WABA
from wabakit import PhoneNumber, WhatsAppBusinessAccount

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
READ = {
    "id": WABA,
    "name": "Harbour Bakery",
    "timezone_id": "25",
    "message_template_namespace": "0f0e2d1c_5b6a_4879_9a8b_7c6d5e4f3a2b",
    "account_review_status": "APPROVED",
    "business_verification_status": "not_verified",
    "ownership_type": "SELF",
}
"""What one recorded account answered; of country and location, asked for too, nothing came."""
NEXT = f"https://graph.facebook.com/v23.0/{WABA}/phone_numbers?access_token=EAAleak&after=x"
NUMBERS = {
    "data": [{"id": NUMBER, "status": "CONNECTED"}, {"id": "7", "status": "NEW_WORD"}],
    "paging": {"cursors": {"before": "b", "after": "a"}},
}


@attrs.frozen
class Row:
    id: str
    status: str


@attrs.frozen
class Shop:
    id: str
    name: str
    phone_numbers: list[Row] = attrs.field(factory=list[Row])


@attrs.frozen
class Cut:
    phone_numbers: wabakit.Edge[Row]


def test_account_as_recorded(answering: Answering) -> None:
    """An account is read in one call; words come as Meta writes them, and what is unset as None."""
    server = answering(always(READ))
    asked = ["country", "primary_business_location", *READ]
    found = server.account.get(fields=[WhatsAppBusinessAccount.fields[name] for name in asked])
    assert found.business_verification_status is wabakit.BusinessVerificationStatus.NOT_VERIFIED
    assert found.account_review_status is wabakit.AccountReviewStatus.APPROVED
    assert found.ownership_type is wabakit.AccountOwnershipType.SELF
    assert (found.country, found.primary_business_location) == (None, None)
    assert found.timezone_id == "25"
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("name", "word", "meant"),
    [
        ("business_verification_status", "VERIFIED", "verified"),
        ("business_verification_status", "verified", "verified"),
        ("ownership_type", "AGENCY_OWNED", "AGENCY_OWNED"),
        ("status", "DISABLED", "DISABLED"),
        ("account_review_status", "NOT_YET_KNOWN", "NOT_YET_KNOWN"),
    ],
)
def test_words(answering: Answering, name: str, word: str, meant: str) -> None:
    """Words in the other case, and words that nobody lists, are read."""
    field = WhatsAppBusinessAccount.fields[name]
    found = answering(always({"id": WABA, name: word})).account.get(fields=[field])
    assert str(found[field]) == meant


@pytest.mark.parametrize("written", [1767225600, "1767225600", "2026-01-01T00:00:00+0000"])
def test_times(answering: Answering, written: Any) -> None:
    """The time of its making is read as a number, as digits, and as Graph writes times."""
    server = answering(always({"id": WABA, "creation_time": written}))
    found = server.account.get(fields=[WhatsAppBusinessAccount.creation_time])
    assert found.creation_time == BEGIN


def test_portfolio_limit_by_version(answering: Answering) -> None:
    """The limit of the portfolio is asked for from v24.0 on, and refused unsent before."""
    limit = WhatsAppBusinessAccount.whatsapp_business_manager_messaging_limit
    answer = {"id": WABA, limit.name: "TIER_10K"}
    server = answering(always(answer), api_version="v23.0")
    for read in (
        lambda: server.account.get(fields=[limit]),
        lambda: server.business.accounts(fields=[limit]),
        lambda: server.business.get(
            fields=[wabakit.BusinessPortfolio.whatsapp_business_manager_messaging_limit]
        ),
    ):
        with pytest.raises(wabakit.ViewError, match=r"v24\.0"):
            read()
    assert server.requests == []
    server = answering(always(answer), api_version="v25.0")
    found = server.account.get(fields=[limit])
    assert found[limit] is wabakit.MessagingLimitTier.TIER_10K


def test_ids_without_quotes(answering: Answering) -> None:
    """A guide prints ids and time zones as numbers: all their digits are kept."""
    long = 2**60 + 1
    row: dict[str, Any] = {"id": long, "name": "Shop", "timezone_id": 1, "phone_numbers": NUMBERS}
    server = answering(always({"data": [row, {"id": "2", "name": "Text"}]}))
    found = list(server.business.accounts())
    assert [card.id for card in found] == [str(long), "2"]
    assert found[0].timezone_id == "1"
    assert [shop.id for shop in server.business.accounts(into=Shop)] == [str(long), "2"]
    assert len(server.requests) == 2
    server = answering(always({"id": int(WABA), "name": "Shop"}))
    assert server.account.get().id == WABA


def test_account_that_is_another(answering: Answering) -> None:
    """An answer about another account, or about none, is no answer."""
    for wrong in ({"id": "1"}, {"id": 1}, {"name": "Shop"}, {"id": True}, {"id": 1.5}):
        with pytest.raises(wabakit.UnexpectedAnswerError, match="id"):
            answering(always(wrong)).account.get()


def test_default_fields(answering: Answering) -> None:
    """Unasked come the fields that most people need, by name; another one has to be asked for."""
    server = answering(always(READ))
    found = server.account.get()
    assert server.last.url.params["fields"] == (
        "id,name,currency,timezone_id,message_template_namespace,account_review_status,"
        "business_verification_status,ownership_type"
    )
    assert found.currency is None
    with pytest.raises(wabakit.FieldNotRequestedError, match=r"WhatsAppBusinessAccount\.country"):
        _ = found.country


def test_view_with_numbers(answering: Answering) -> None:
    """A view may nest the numbers of each account, which then come in the same call."""
    rows: list[dict[str, Any]] = [
        {"id": WABA, "name": "Shop", "phone_numbers": NUMBERS},
        {"id": "2", "name": "Without numbers"},
        {"id": "3", "name": "Empty", "phone_numbers": {"data": []}},
    ]
    server = answering(always({"data": rows}))
    shops = list(server.business.accounts("client", into=Shop))
    assert shops[0].phone_numbers == [Row(NUMBER, "CONNECTED"), Row("7", "NEW_WORD")]
    assert [shop.phone_numbers for shop in shops[1:]] == [[], []]
    (request,) = server.requests
    assert request.url.params["fields"] == "id,name,phone_numbers.limit(100){id,status}"


def test_numbers_beyond_the_page(answering: Answering) -> None:
    """Where an account has more numbers than a page holds, the cursor leads to the rest."""
    cut = {**NUMBERS, "paging": {**NUMBERS["paging"], "next": NEXT}}  # type: ignore[dict-item]
    whole = answering(always({"id": WABA, "phone_numbers": NUMBERS})).account
    assert whole.get(into=Cut).phone_numbers.after is None
    server = answering(
        in_turn(always({"id": WABA, "phone_numbers": cut}), always({"data": [{"id": "8"}]}))
    )
    numbers = server.account.get(fields=[WhatsAppBusinessAccount.phone_numbers]).phone_numbers
    assert numbers is not None
    assert [card.id for card in numbers] == [NUMBER, "7"]
    assert numbers[0].status is wabakit.PhoneNumberStatus.CONNECTED
    assert str(numbers[1].status) == "NEW_WORD"
    assert [card.id for card in server.account.numbers(after=numbers.after)] == ["8"]
    assert server.last.url.params["after"] == "a"
    assert "EAAleak" not in repr(numbers)


@pytest.mark.parametrize("page", [[], "text", {}, {"data": {}}, {"data": ["text"]}])
def test_numbers_that_are_no_page(answering: Answering, page: Any) -> None:
    """What stands in place of the numbers and is no page of them is said to break the contract."""
    body = {"id": WABA, "name": "Shop", "phone_numbers": page}
    with pytest.raises(wabakit.UnexpectedAnswerError):
        answering(always(body)).account.get(into=Shop)


def filters(server: Any) -> Any:
    return json.loads(server.last.url.params["filtering"])


def test_filters(answering: Answering) -> None:
    """Accounts are filtered by time, ownership and country, with the operators that each has."""
    of, server = WhatsAppBusinessAccount, answering(always({"data": []}))
    zone = timezone(timedelta(hours=1))
    for made, operator, value in (
        (of.creation_time.greater_than(BEGIN), "GREATER_THAN", "1767225600"),
        (of.creation_time.less_than(BEGIN.astimezone(zone)), "LESS_THAN", "1767225600"),
        (
            of.creation_time.in_range(BEGIN, BEGIN + timedelta(days=31)),
            "IN_RANGE",
            ["1767225600", "1769904000"],
        ),
        (of.ownership_type.equals("CLIENT_OWNED"), "EQUAL", "CLIENT_OWNED"),
        (of.ownership_type.is_in([wabakit.AccountOwnershipType.SELF]), "IN", ["SELF"]),
        (of.country.is_in(["BR", "MX"]), "IN", ["BR", "MX"]),
    ):
        assert list(server.business.accounts(where=[made])) == []
        assert filters(server) == [{"field": made.field, "operator": operator, "value": value}]


def test_filters_of_another_list(answering: Answering) -> None:
    """A condition that the list does not take is refused by name, with nothing sent."""
    server = answering(always({"data": []}))
    country = WhatsAppBusinessAccount.country.equals("BR")
    mode = PhoneNumber.account_mode.equals("LIVE")
    for where, call in (
        ("country", lambda: server.business.accounts("client", where=[country])),
        ("account_mode", lambda: server.business.accounts(where=[mode])),
        ("country", lambda: server.account.numbers(where=[country])),
    ):
        with pytest.raises(wabakit.InvalidInputError, match="can be filtered by") as caught:
            call()
        assert (caught.value.field, caught.value.value) == ("where", where)
    assert server.requests == []


@pytest.mark.parametrize("wrong", [datetime(2026, 1, 1), 1767225600, "2026-01-01", None])
def test_times_to_filter_by(wrong: Any) -> None:
    """A time without a zone, or none at all, is no time to filter by."""
    with pytest.raises(wabakit.InvalidInputError, match="time zone"):
        WhatsAppBusinessAccount.creation_time.greater_than(wrong)


@pytest.mark.parametrize("wrong", [[], "BR", None, {"BR": 1}])
def test_values_to_filter_by(wrong: Any) -> None:
    """Several values to compare to are a list of one or more."""
    with pytest.raises(wabakit.InvalidInputError):
        WhatsAppBusinessAccount.country.is_in(wrong)


@pytest.mark.parametrize("wrong", ["both", "", None, ["owned"]])
def test_whose_accounts(answering: Answering, wrong: Any) -> None:
    """Accounts are those that a business owns, or those of its clients."""
    server = answering(always({"data": []}))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.business.accounts(wrong)
    assert (caught.value.field, server.requests) == ("of", [])


@pytest.mark.parametrize("of", ["owned", "client"])
def test_accounts_over_pages(answering: Answering, of: Literal["owned", "client"]) -> None:
    """Every page of the accounts is walked by its cursor, an empty one in the middle too."""
    link = {"next": f"https://graph.facebook.com/v23.0/{BUSINESS}/x?access_token=EAAleak"}
    pages = [
        always({"data": [{"id": "1"}], "paging": {"cursors": {"after": "p2"}, **link}}),
        always({"data": [], "paging": {"cursors": {"after": "p3"}, **link}}),
        always({"data": [{"id": "2"}], "paging": {"cursors": {"after": "p4"}}}),
    ]
    server = answering(in_turn(*pages))
    assert [card.id for card in server.business.accounts(of)] == ["1", "2"]
    assert [request.url.params.get("after") for request in server.requests] == [None, "p2", "p3"]


def test_no_accounts(answering: Answering) -> None:
    """A business without accounts has an empty list, however that is written."""
    bodies: list[dict[str, Any]] = [{}, {"paging": {"cursors": {}}}, {"paging": {}}]
    for paging in bodies:
        server = answering(always({"data": [], **paging}))
        assert list(server.business.accounts()) == []
        assert len(server.requests) == 1


def test_subscription(answering: Answering) -> None:
    """A plain subscription sends nothing, an override both of its parts."""
    server = answering(always({"success": True}))
    server.account.subscribe()
    assert sent(server.last) == {}
    server.account.subscribe("https://hooks.example.com/wa/42", "a-random-text")
    assert sent(server.last) == {
        "override_callback_uri": "https://hooks.example.com/wa/42",
        "verify_token": "a-random-text",
    }
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"callback_url": "https://hooks.example.com"}, "verify_token"),
        ({"verify_token": "text"}, "callback_url"),
        ({"callback_url": "http://hooks.example.com", "verify_token": "text"}, "callback_url"),
        ({"callback_url": "", "verify_token": "text"}, "callback_url"),
        ({"callback_url": "https://hooks.example.com", "verify_token": ""}, "verify_token"),
    ],
)
def test_half_an_override(answering: Answering, given: dict[str, str], field: str) -> None:
    """An override without one of its parts, or with a wrong one, is refused unsent."""
    server = answering(always({"success": True}))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.account.subscribe(**given)
    assert (caught.value.field, server.requests) == (field, [])


def test_subscribed_apps(answering: Answering) -> None:
    """Who is subscribed is read with the override where there is one; a link may be missing."""
    app = {"id": "670000000000001", "name": "Inbox One"}
    other = {"id": "670000000000002", "link": "https://www.example.com/"}
    rows: list[dict[str, Any]] = [
        {"whatsapp_business_api_data": app, "override_callback_uri": "https://hooks.example.com"},
        {"whatsapp_business_api_data": other},
        {},
    ]
    server = answering(always({"data": rows}))
    first, second, last = server.account.subscribed_apps()
    assert first.whatsapp_business_api_data is not None
    assert second.whatsapp_business_api_data is not None
    assert first.whatsapp_business_api_data.id == "670000000000001"
    assert first.whatsapp_business_api_data.link is None
    assert first.override_callback_uri == "https://hooks.example.com"
    assert second.whatsapp_business_api_data.link == "https://www.example.com/"
    assert (second.override_callback_uri, last.whatsapp_business_api_data) == (None, None)
    assert len(server.requests) == 1


BEFORE = (
    "(#100) Before override the current callback uri, your app must be subscribed to receive"
    " messages for WhatsApp Business Account"
)


@pytest.mark.parametrize(
    ("code", "message", "words"),
    [
        (100, BEFORE, ["whatsapp_business_account", "/{app-id}/subscriptions"]),
        (2200, "(#2200) Callback verification failed", ["hub.challenge"]),
        (2201, "(#2201) Callback verification failed", ["hub.challenge"]),
        (
            100,
            "(#100) Tried accessing nonexisting field (subscribed_apps)",
            ["that of a business", "WhatsApp Business Account"],
        ),
    ],
)
def test_refused_subscriptions(
    answering: Answering, code: int, message: str, words: list[str]
) -> None:
    """What is refused says how to put it right, the id of another kind of object too."""
    server = answering(refusal(code, message=message))
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        server.account.subscribe("https://hooks.example.com", "a-random-text")
    assert all(word in caught.value.advice for word in words)
    assert message.partition(") ")[2] in str(caught.value)
    assert "a-random-text" not in str(caught.value)
    assert len(server.requests) == 1


def test_business_where_an_account_belongs(answering: Answering) -> None:
    """The id of a business, or of a number, in place of that of an account is told from others."""
    message = "(#100) Tried accessing nonexisting field (subscribed_apps)"
    server = answering(refusal(100, message=message))
    for call in (server.account.subscribe, server.account.subscribed_apps, server.account.get):
        with pytest.raises(wabakit.InvalidRequestError) as caught:
            call()
        assert "the id is that of a business or of a number" in caught.value.advice
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        list(server.business.accounts())
    assert "that of a business portfolio belongs" in caught.value.advice
