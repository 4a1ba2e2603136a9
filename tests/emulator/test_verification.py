"""A one-time code proves that a number is one's own."""

from datetime import timedelta

import pytest

from tests.emulator.graph import START, Graph

ASK = {"code_method": "SMS", "language": "en_US"}


def wrong(code: str) -> str:
    """Give another code of 6 digits."""
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_code_is_sent_and_verifies(graph: Graph) -> None:
    """A requested code arrives in the outbox and makes the number verified, but still pending."""
    number_id = graph.create()
    ask = {"code_method": "VOICE", "language": "pt_BR"}
    assert graph.post(f"{number_id}/request_code", **ask) == {"success": True}
    sent = graph.emulator.outbox[-1]
    assert (sent.phone_number_id, sent.display_phone_number) == (number_id, "+1 631-555-1000")
    assert (sent.method, sent.language) == ("VOICE", "pt_BR")
    assert (sent.sent_at, sent.expires_at) == (START, START + timedelta(minutes=10))
    assert len(sent.code) == 6
    assert sent.code not in repr(sent)
    assert graph.post(f"{number_id}/verify_code", code=sent.code) == {"success": True}
    number = graph.emulator.number(number_id)
    assert (number.code_verification_status, number.status) == ("VERIFIED", "PENDING")


@pytest.mark.parametrize(
    "body",
    [
        {"language": "en_US"},
        {"code_method": "SMS"},
        {"code_method": "PIGEON", "language": "en_US"},
        {"code_method": "SMS", "language": "e"},
    ],
)
def test_a_bad_request_for_a_code(graph: Graph, body: dict[str, str]) -> None:
    """Without a known method and a language nothing is sent."""
    assert graph.refusal("POST", f"{graph.create()}/request_code", **body) == (400, 100, None)
    assert graph.emulator.outbox == []


def test_a_verified_number_gets_no_code(graph: Graph) -> None:
    """A verified number is refused with 136024 and its subcode, an expired one gets a new code."""
    number_id = graph.verified()
    path = f"{number_id}/request_code"
    assert graph.refusal("POST", path, **ASK) == (400, 136024, 2388366)
    graph.emulator.number(number_id).code_verification_status = "EXPIRED"
    assert graph.post(path, **ASK) == {"success": True}


def test_codes_are_not_sent_without_end(graph: Graph) -> None:
    """The eleventh code within 72 hours is refused, and sent when they are over."""
    path = f"{graph.create()}/request_code"
    for _ in range(10):
        graph.post(path, **ASK)
    assert graph.refusal("POST", path, **ASK) == (400, 136024, 2388367)
    assert len(graph.emulator.outbox) == 10
    graph.clock.advance(timedelta(hours=72))
    assert graph.post(path, **ASK) == {"success": True}


def test_codes_that_do_not_verify(graph: Graph) -> None:
    """A wrong, replaced, expired, used or never sent code is 136025, subcode 2388093."""
    number_id = graph.create()
    path, refused = f"{number_id}/verify_code", (400, 136025, 2388093)
    assert graph.refusal("POST", path, code="123456") == refused
    graph.post(f"{number_id}/request_code", **ASK)
    graph.post(f"{number_id}/request_code", **ASK)
    replaced, code = (sent.code for sent in graph.emulator.outbox)
    assert graph.refusal("POST", path, code=replaced) == refused
    assert graph.refusal("POST", path, code=wrong(code)) == refused
    graph.clock.advance(timedelta(minutes=10))
    assert graph.refusal("POST", path, code=code) == refused
    graph.post(f"{number_id}/request_code", **ASK)
    code = graph.emulator.outbox[-1].code
    graph.post(path, code=code)
    assert graph.refusal("POST", path, code=code) == refused


@pytest.mark.parametrize(
    "code", [None, "", "123-456", "abcdef", "123", "123456789", True, ["123456"]]
)
def test_codes_are_digits(graph: Graph, code: object) -> None:
    """What is not 4 to 8 digits is 400, code 100, and no guess."""
    path = f"{graph.create()}/verify_code"
    for _ in range(6):
        assert graph.refusal("POST", path, code=code) == (400, 100, None)


def test_guessing_is_limited(graph: Graph) -> None:
    """After five wrong codes even the right one waits 12 hours."""
    number_id = graph.create()
    graph.post(f"{number_id}/request_code", **ASK)
    code = graph.emulator.outbox[-1].code
    path = f"{number_id}/verify_code"
    for _ in range(5):
        assert graph.refusal("POST", path, code=wrong(code)) == (400, 136025, 2388093)
    assert graph.refusal("POST", path, code=code) == (400, 136025, 2494158)
    graph.clock.advance(timedelta(hours=12))
    graph.post(f"{number_id}/request_code", **ASK)
    graph.post(path, code=graph.emulator.outbox[-1].code)
    assert graph.emulator.number(number_id).code_verification_status == "VERIFIED"
