"""Only what Meta signed is read, and only the right request verifies a callback."""

import traceback
from collections.abc import Callable
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.webhooks.deliveries import APP_SECRET, delivery, sign, wire
from wabakit import InvalidInputError, WabakitError
from wabakit.webhooks import SignatureError, answer_challenge, parse

BODY = wire(delivery("account_review_update", {"decision": "APPROVED", "note": "für/äöü"}))
TOKEN = "my-verify-token-7731"
ASKED = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": TOKEN}


def test_a_known_signature() -> None:
    """A signature is the HMAC-SHA256 of the bytes under the app secret, worked out elsewhere."""
    body = b'{"object":"whatsapp_business_account","entry":[]}'
    known = "56a21e195072d3c07ec2bbf608e0dfeaf322e1917ec30f0cb399c2a43588216e"
    assert parse(body, f"sha256={known}", "secret") == []


def test_the_bytes_that_came() -> None:
    """The escaped bytes are signed; the same JSON written otherwise is another body."""
    assert b"\\u00fc" in BODY
    assert b"\\/" in BODY
    (found,) = parse(BODY, sign(BODY), APP_SECRET)
    assert found.value["note"] == "für/äöü"
    other = BODY.replace(b"\\/", b"/")
    assert parse(other) == [found]
    with pytest.raises(SignatureError, match="as it came"):
        parse(other, sign(BODY), APP_SECRET)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_kinds_of_bytes(kind: Callable[[bytes], Any]) -> None:
    """Frameworks give bytes in several classes."""
    assert len(parse(kind(BODY), sign(BODY), APP_SECRET)) == 1


WRONG = {
    "another secret": sign(BODY, "another"),
    "another body": sign(b"{}"),
    "missing": None,
    "empty": "",
    "no prefix": sign(BODY).removeprefix("sha256="),
    "SHA-1": "sha1=" + "0" * 40,
    "upper case": "sha256=" + sign(BODY).removeprefix("sha256=").upper(),
    "too short": sign(BODY)[:-1],
    "too long": sign(BODY) + "0",
    "a line more": sign(BODY) + "\n",
    "not ASCII": "sha256=" + "\N{FULLWIDTH DIGIT ONE}" * 64,
    "two of them": f"{sign(BODY)}, {sign(BODY)}",
    "a surrogate": "sha256=\ud800",
    "of no kind": 17,
}


@pytest.mark.parametrize("signature", WRONG.values(), ids=WRONG)
def test_wrong_signatures(signature: Any) -> None:
    """A wrong, missing or malformed signature is refused, whatever the body says."""
    with pytest.raises(SignatureError):
        parse(BODY, signature, APP_SECRET)
    with pytest.raises(SignatureError):
        parse(b"no JSON", signature, APP_SECRET)


@pytest.mark.parametrize("secret", [None, "", "  ", 7, b"bytes", f"{APP_SECRET}\n"])
def test_no_secret(secret: Any) -> None:
    """A signature cannot be checked without the app secret, as when a variable is not set."""
    with pytest.raises(InvalidInputError, match="app_secret"):
        parse(BODY, sign(BODY, ""), secret)


def test_an_empty_secret_checks_nothing() -> None:
    """An empty app secret, with which anybody could sign, is refused also without a signature."""
    with pytest.raises(InvalidInputError, match="app_secret"):
        parse(BODY, None, "")


def test_with_neither() -> None:
    """With neither signature nor secret nothing is checked."""
    assert len(parse(BODY)) == 1


@pytest.mark.parametrize("body", ["text", None, {"object": "x"}, [BODY]])
def test_no_bytes(body: Any) -> None:
    """What a framework decoded or parsed is refused: its bytes were signed."""
    with pytest.raises(InvalidInputError, match="body"):
        parse(body, "sha256=", APP_SECRET)


class Multi(dict[str, Any]):
    """A mapping of lists that gives the last of each, as that of Django."""

    def __getitem__(self, name: str) -> Any:
        return super().__getitem__(name)[-1]

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if self.keys() & {name} else default


QUERIES = {
    "mapping": ASKED,
    "read-only mapping": MappingProxyType(ASKED),
    "lists": {name: [value] for name, value in ASKED.items()},
    "multi": Multi({name: [value] for name, value in ASKED.items()}),
    "text": urlencode(ASKED),
    "text with its mark": "?" + urlencode(ASKED),
    "bytes": urlencode(ASKED).encode(),
    "and more": {**ASKED, "other": "1"},
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_challenge(query: Any) -> None:
    """The challenge is what to answer, in whatever way a framework gives the query."""
    answer = answer_challenge(query, TOKEN)
    assert (answer, type(answer)) == ("1158201444", str)


REFUSED: dict[str, Any] = {
    "another token": {**ASKED, "hub.verify_token": "another"},
    "a token in other case": {**ASKED, "hub.verify_token": TOKEN.upper()},
    "a token that is not ASCII": {**ASKED, "hub.verify_token": "öäü\ud800"},
    "a token of no kind": {**ASKED, "hub.verify_token": 7},
    "another mode": {**ASKED, "hub.mode": "unsubscribe"},
    "nothing": {},
    "no query": None,
    "empty text": "",
    "an empty list": {**ASKED, "hub.challenge": []},
    "an empty challenge": urlencode({**ASKED, "hub.challenge": ""}),
    **{f"no {left}": {n: v for n, v in ASKED.items() if n != left} for left in ASKED},
}


@pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
def test_refused_challenge(query: Any) -> None:
    """A request with a wrong token or mode, or without a member, verifies nothing."""
    with pytest.raises(SignatureError):
        answer_challenge(query, TOKEN)


@pytest.mark.parametrize("token", [None, "", " ", 7])
def test_no_verify_token(token: Any) -> None:
    """A token that nobody set is refused: an empty one would let anybody in."""
    with pytest.raises(InvalidInputError, match="verify_token"):
        answer_challenge({**ASKED, "hub.verify_token": ""}, token)


def test_no_query() -> None:
    """What is no query is refused by the kind that it has."""
    query: Any = list(ASKED.items())
    with pytest.raises(InvalidInputError, match="'list'"):
        answer_challenge(query, TOKEN)


FAILING: dict[str, Callable[[], object]] = {
    "wrong signature": lambda: parse(BODY, sign(BODY, "x"), APP_SECRET),
    "no signature": lambda: parse(BODY, None, APP_SECRET),
    "malformed signature": lambda: parse(BODY, "sha256", APP_SECRET),
    "no webhook": lambda: parse(b"[]", sign(b"[]"), APP_SECRET),
    "no JSON": lambda: parse(b"{", sign(b"{"), APP_SECRET),
    "too deep": lambda: parse(b"[" * 99_999, sign(b"[" * 99_999), APP_SECRET),
    "no bytes": lambda: parse(7, "sha256", APP_SECRET),  # type: ignore[arg-type]
    "wrong token": lambda: answer_challenge({**ASKED, "hub.verify_token": "x"}, TOKEN),
    "wrong mode": lambda: answer_challenge({**ASKED, "hub.mode": "x"}, TOKEN),
    "wrong mode in text": lambda: answer_challenge(urlencode({**ASKED, "hub.mode": "x"}), TOKEN),
    "no challenge": lambda: answer_challenge({**ASKED, "hub.challenge": ""}, TOKEN),
    "wrong query": lambda: answer_challenge([*ASKED.items()], TOKEN),  # type: ignore[arg-type]
}


class Unread(dict[str, str]):
    """A query that a framework cannot read."""

    def get(self, *_: object) -> Any:
        """Fail."""
        raise LookupError


def test_query_that_cannot_be_read() -> None:
    """What is raised by what a framework gives shows no verify token in a variable of ours."""
    with pytest.raises(LookupError) as caught:
        answer_challenge(Unread(a="b"), TOKEN)
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    (ours,) = [f.locals for f in told.stack if f.name == "answer_challenge"]
    assert ours
    assert TOKEN not in str(ours)


@pytest.mark.parametrize("fail", FAILING.values(), ids=FAILING)
def test_secrets_stay_hidden(fail: Callable[[], object]) -> None:
    """Neither app secret nor verify token, nor the right signature, is shown by a failure."""
    with pytest.raises(WabakitError) as caught:
        fail()
    error = caught.value
    whole = traceback.TracebackException.from_exception(error, capture_locals=True)
    frames = [f for f in whole.stack if "wabakit" in f.filename and "/tests/" not in f.filename]
    shown = "".join(map(str, (f.locals for f in frames)))
    for text in (shown, str(error), repr(error), str(error.to_dict())):
        for secret in (APP_SECRET, TOKEN, sign(BODY).removeprefix("sha256=")):
            assert secret not in text
    assert frames
    assert error.__cause__ is error.__context__ is None
