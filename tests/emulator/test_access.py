"""Only the token opens the emulator."""

import hashlib
import hmac
import json

import pytest

from tests.emulator.graph import WABA, Graph
from wabakit.emulator import Emulator

PATH = f"/v23.0/{WABA}/phone_numbers"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    ("query", "headers", "status", "code"),
    [
        ("", {"Authorization": "Bearer good"}, 200, None),
        ("", {"authorization": "bearer good"}, 200, None),
        ("access_token=good", {}, 200, None),
        ("access_token=good", {"Authorization": "Bearer bad"}, 401, 190),
        ("", {}, 401, 104),
        ("", {"Authorization": "Basic good"}, 401, 104),
        ("", {"Authorization": "Bearer "}, 401, 104),
        ("", {"Authorization": "Bearer bäd"}, 401, 190),
        ("access_token=bad", {}, 401, 190),
    ],
)
def test_tokens(query: str, headers: dict[str, str], status: int, code: int | None) -> None:
    """A token may stand in header or query; without one it is 104, with a wrong one 190."""
    emulator = Emulator(token="good", strict=True)
    emulator.add_account(WABA)
    answer = emulator.handle("GET", PATH, query, headers)
    assert answer.status == status
    assert json.loads(answer.body).get("error", {}).get("code") == code


def test_token_in_a_form(graph: Graph) -> None:
    """A token may stand among the form fields of a POST."""
    number = graph.emulator.add_number(WABA)
    body = f"access_token={graph.emulator.token}&pin=271828".encode()
    answer = graph.emulator.handle("POST", f"/{number.id}", "", FORM, body)
    assert (answer.status, number.pin) == (200, "271828")


def test_a_refused_caller_learns_nothing(graph: Graph) -> None:
    """A wrong token is told so in the challenge, and the account shows in no header."""
    answer = graph.emulator.handle("GET", PATH, "access_token=bad")
    assert '"invalid_token"' in answer.headers["WWW-Authenticate"]
    assert "X-App-Usage" in answer.headers
    assert "X-Business-Use-Case-Usage" not in answer.headers


def test_the_default_token_cannot_be_a_real_one() -> None:
    """The fixed token does not look like one of Meta's, and no repr shows it."""
    emulator = Emulator()
    assert not emulator.token.startswith("EAA")
    assert emulator.token not in repr(emulator)


def test_appsecret_proof() -> None:
    """With an app secret, a call without the right proof is refused with code 100."""
    emulator = Emulator(token="good", app_secret="shh", strict=True)
    emulator.add_account(WABA)
    proof = hmac.new(b"shh", b"good", hashlib.sha256).hexdigest()
    seen: list[tuple[int, str | None]] = []
    for given in [{}, {"appsecret_proof": "bad"}, {"appsecret_proof": proof}]:
        answer = emulator.handle("GET", PATH, given, {"Authorization": "Bearer good"})
        seen.append((answer.status, json.loads(answer.body).get("error", {}).get("type")))
    assert seen == [(400, "GraphMethodException"), (400, "GraphMethodException"), (200, None)]
