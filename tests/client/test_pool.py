"""The pool of pre-verified numbers: adding, verifying, sharing, claiming, dropping."""

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal, sent
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, WABA
from wabakit import PreverifiedPhoneNumber

ENDS = datetime(2027, 2, 20, tzinfo=UTC)
POOL = {
    "data": [
        {
            "id": "830011223344556",
            "phone_number": "+1 202-555-0142",
            "code_verification_status": "VERIFIED",
            "verification_expiry_time": 1803081600,
        },
        {
            "id": "830011223344557",
            "phone_number": "+44 20 7946 0018",
            "code_verification_status": "NOT_VERIFIED",
        },
    ],
    "paging": {"cursors": {"before": "QVFIUkFB", "after": "QVFIUkJC"}},
}
"""The documented sample."""


@attrs.frozen
class Card:
    id: str
    phone_number: str
    verification_expiry_time: datetime | None = None


def test_added(answering: Answering) -> None:
    """Adding a number gives its handle; nothing is asked of it yet."""
    server = answering(always({"id": PREVERIFIED}))
    added = server.business.add_preverified_number("+1 (202) 555-0142")
    assert added.id == PREVERIFIED
    assert len(server.requests) == 1


@pytest.mark.parametrize("wrong", ["", "abc", "555", "+0 202 555 0142", 12025550142, None])
def test_numbers_that_are_none(answering: Answering, wrong: Any) -> None:
    """What is no number in full is refused unsent, to be added and to be looked for."""
    server = answering(always({"id": PREVERIFIED, "data": []}))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.business.add_preverified_number(wrong)
    assert caught.value.field == "phone_number"
    if wrong is not None:
        with pytest.raises(wabakit.InvalidInputError):
            server.business.preverified_numbers(phone_number=wrong)
    assert server.requests == []


def test_pool_as_documented(answering: Answering) -> None:
    """The documented pool is read in one call; a number never verified has no end."""
    server = answering(always(POOL))
    first, second = server.business.preverified_numbers()
    assert first.code_verification_status is wabakit.CodeVerificationStatus.VERIFIED
    assert (first.phone_number, first.verification_expiry_time) == ("+1 202-555-0142", ENDS)
    assert second.code_verification_status is wabakit.CodeVerificationStatus.NOT_VERIFIED
    assert second.verification_expiry_time is None
    assert len(server.requests) == 1
    cards = list(server.business.preverified_numbers(into=Card))
    assert cards[0] == Card("830011223344556", "+1 202-555-0142", ENDS)
    assert cards[1].verification_expiry_time is None


@pytest.mark.parametrize("written", [1803081600, "1803081600", "2027-02-20T00:00:00+0000"])
def test_times(answering: Answering, written: Any) -> None:
    """Times are read as numbers, as digits, and as Graph writes them."""
    server = answering(always({"id": PREVERIFIED, "verification_expiry_time": written}))
    assert server.preverified.get().verification_expiry_time == ENDS


@pytest.mark.parametrize("word", ["VERIFIED", "EXPIRED", "UNVERIFIED", "LATER_WORD"])
def test_words(answering: Answering, word: str) -> None:
    """The word of the guide and words that nobody lists are read like those of the schema."""
    server = answering(always({"id": PREVERIFIED, "code_verification_status": word}))
    assert str(server.preverified.get().code_verification_status) == word


@pytest.mark.parametrize("paging", [{"paging": {"cursors": {}}}, {"paging": {}}, {}])
def test_empty_pool(answering: Answering, paging: dict[str, Any]) -> None:
    """An empty pool is an empty list, however that is written."""
    server = answering(always({"data": [], **paging}))
    assert list(server.business.preverified_numbers()) == []
    assert len(server.requests) == 1


def test_owner(answering: Answering) -> None:
    """Whose pool a number is in can be asked for."""
    owner = {"id": BUSINESS, "name": "Harbour Bakery"}
    server = answering(always({"id": PREVERIFIED, "owner_business": owner}))
    found = server.preverified.get(fields=[PreverifiedPhoneNumber.owner_business])
    assert found.owner_business is not None
    assert found.owner_business.name == "Harbour Bakery"


@pytest.mark.parametrize("said", [True, "true"])
def test_dropped(answering: Answering, said: Any) -> None:
    """Dropping a number succeeds whether success is a truth value or text."""
    server = answering(always({"success": said}))
    server.preverified.delete()
    assert [request.method for request in server.requests] == ["DELETE"]


def test_claimed(answering: Answering) -> None:
    """What was claimed is not found, and is found in the account by its digits, with a new id."""
    listed = {"data": [{"id": NUMBER, "display_phone_number": "+1 202-555-0142"}]}
    server = answering(in_turn(always({"id": NUMBER}), refusal(100, 33), always(listed)))
    added = server.account.add_number(
        cc="1", phone_number="2025550142", verified_name="Shop", preverified_id=PREVERIFIED
    )
    assert added.id == NUMBER
    assert sent(server.last)["preverified_id"] == PREVERIFIED
    with pytest.raises(wabakit.NotFoundError):
        server.preverified.get()
    found = server.account.find("+1 202 555 0142")
    assert found is not None
    assert found.id == NUMBER
    assert len(server.requests) == 3


def test_code_too_early(answering: Answering) -> None:
    """A code for a number with more than 45 days left is refused, and the error tells the rule."""
    server = answering(refusal(100))
    with pytest.raises(wabakit.InvalidRequestError, match="45") as caught:
        server.preverified.request_code()
    assert "verification_expiry_time" in caught.value.advice
    assert len(server.requests) == 1


@pytest.mark.parametrize("code", ["123-456", "123456", " 123 456 "])
def test_code_as_it_arrives(answering: Answering, code: str) -> None:
    """The code is taken with the hyphen of the message."""
    server = answering(always({"success": True}))
    server.preverified.verify_code(code)
    assert sent(server.last) == {"code": "123456"}


@pytest.mark.parametrize("code", ["12345", "1234567", "12345a", "", 123456])
def test_code_that_is_none(answering: Answering, code: Any) -> None:
    """What is no code is refused unsent, and not shown."""
    server = answering(always({"success": True}))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.preverified.verify_code(code)
    assert (caught.value.field, server.requests) == ("code", [])
    assert not code or str(code) not in str(caught.value)


def test_partners(answering: Answering) -> None:
    """Who may use a number is listed by id and name."""
    body = {"data": [{"id": "506914307656634", "name": "Lucky Shrub"}, {"id": "7"}]}
    server = answering(always(body))
    first, second = server.preverified.partners()
    assert (first.id, first.name) == ("506914307656634", "Lucky Shrub")
    assert (second.id, second.name) == ("7", None)
    (alone, _) = server.preverified.partners(fields=[wabakit.Partner.name])
    assert alone.name == "Lucky Shrub"
    assert [request.url.params["fields"] for request in server.requests] == ["id,name", "id,name"]


def test_handles_name_each_other(answering: Answering) -> None:
    """What only another handle can do, and what was read, lead to the right place."""
    server = answering(always({"id": PREVERIFIED, "data": [{"id": WABA}]}))
    for thing, name, words in (
        (server.preverified.get(), "verify_code", "client.preverified_number(card.id).verify_code"),
        (next(iter(server.business.accounts())), "subscribe", "client.account(card.id).subscribe"),
        (server.business, "subscribe", "client.account(waba_id).subscribe"),
        (server.account, "accounts", "client.business(business_id).accounts"),
        (server.preverified, "phone_number", "PreverifiedPhoneNumber.phone_number"),
        (server.business, "verification_status", "BusinessPortfolio.verification_status"),
    ):
        with pytest.raises(AttributeError) as caught:
            getattr(thing, name)
        assert words in str(caught.value)
