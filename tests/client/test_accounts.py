"""Businesses and accounts: read and listed, with their numbers."""

from datetime import UTC, datetime
from typing import Any, Literal

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn
from tests.faces import BUSINESS, NUMBER, WABA
from wabakit import WhatsAppBusinessAccount

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
class LimitOnly:
    whatsapp_business_manager_messaging_limit: wabakit.MessagingLimitTier | None = None


@attrs.frozen
class Limited:
    phone_numbers: list[LimitOnly]


@attrs.frozen
class RefusedOnly:
    unified_cert_status: wabakit.UnifiedCertStatus | None = None


@attrs.frozen
class Refused:
    phone_numbers: list[RefusedOnly]


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


def test_numbers_by_version(answering: Answering) -> None:
    """What a version lacks of a number, and what all refuse, is refused inside of accounts too."""
    server = answering(always({"data": []}), api_version="v23.0")
    for view, why in ((Limited, r"v24\.0"), (Refused, "name_status")):
        for read in (server.account.get, server.business.accounts):
            with pytest.raises(wabakit.ViewError, match=why):
                read(into=view)
    assert server.requests == []


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


@pytest.mark.parametrize("row", [5, {"status": "CONNECTED"}, {"id": NUMBER, "status": 7}])
def test_numbers_within_that_cannot_be_read(answering: Answering, row: Any) -> None:
    """A row that breaks the contract fails the call, not the attribute that shows it later."""
    server = answering(always({"id": WABA, "phone_numbers": {"data": [row]}}))
    with pytest.raises(wabakit.UnexpectedAnswerError, match="phone_numbers"):
        server.account.get(fields=[WhatsAppBusinessAccount.phone_numbers])
