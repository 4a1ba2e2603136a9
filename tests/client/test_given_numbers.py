"""A phone number is added as it was given, or refused: never as another one."""

import pytest

import wabakit
from tests.client.wire import Answering, always, sent

NAME = "Jasper's Market"


@pytest.mark.parametrize(
    ("cc", "phone_number"),
    [
        ("49", "+1 631 555 1004"),
        ("49", " +1 631 555 1004"),
        ("+49", "001 631 555 1004"),
        ("1", "+49 30 1234567"),
        ("49", "+49 (0)30 1234567"),
        ("49", "(0)30 1234567"),
    ],
)
def test_another_number(answering: Answering, cc: str, phone_number: str) -> None:
    """A number that `cc` contradicts would become another number: it is refused."""
    server = answering(always({"id": "1"}))
    with pytest.raises(wabakit.InvalidInputError, match=r"cc='\d+'|\(0\)") as caught:
        server.account.add_number(cc=cc, phone_number=phone_number, verified_name=NAME)
    assert (caught.value.field, caught.value.value) == ("phone_number", phone_number)
    assert server.requests == []


@pytest.mark.parametrize(
    ("cc", "phone_number", "digits"),
    [
        ("1", "+1 631 555 1004", "16315551004"),
        ("+49", "0049 30 1234567", "49301234567"),
        ("49", "30 1234567", "301234567"),
        ("1", "16315551004", "16315551004"),
        ("39", "+39 06 1234567", "39061234567"),
        ("39", "06 1234567", "061234567"),
    ],
)
def test_one_number(answering: Answering, cc: str, phone_number: str, digits: str) -> None:
    """A number is sent as it was given, in full or national, Italy's zero with it."""
    server = answering(always({"id": "1"}))
    server.account.add_number(cc=cc, phone_number=phone_number, verified_name=NAME)
    body = sent(server.last)
    assert (body["cc"], body["phone_number"]) == (cc.removeprefix("+"), digits)
