"""`wabakit doctor`: what it finds, each from an answer as Meta documents it."""

import ssl
from typing import Any

import httpx
import pytest

from tests.cli.shell import Shell

APP, WABA = "670000000000001", "102290129340398"
INFO: dict[str, Any] = {
    "app_id": APP,
    "application": "Inbox One",
    "type": "SYSTEM_USER",
    "expires_at": 0,
    "is_valid": True,
    "scopes": ["whatsapp_business_management", "whatsapp_business_messaging"],
    "granular_scopes": [{"scope": "whatsapp_business_management", "target_ids": [WABA]}],
    "user_id": "122000000000001",
}
EXPIRED = {
    "is_valid": False,
    "error": {"code": 190, "subcode": 463, "message": "Session has expired"},
}
LISTED = {"data": [{"whatsapp_business_api_data": {"id": APP, "name": "Inbox One"}}]}
ON_TIME = {"date": "Sun, 01 Mar 2026 12:00:20 GMT"}
GONE: Any = {"error": {"message": "Unsupported get request.", "code": 100, "error_subcode": 33}}


def graph(info: Any, date: Any, account: Any = None, apps: Any = None) -> httpx.MockTransport:
    """Answer as Graph does what is asked of a token, of an account and of its apps."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/debug_token"):
            return httpx.Response(200, headers=date, json={"data": info})
        if request.url.path.endswith("/subscribed_apps"):
            return httpx.Response(200, json=apps or LISTED)
        found = account or {"id": WABA, "name": "Acme"}
        return httpx.Response(400 if "error" in found else 200, json=found)

    return httpx.MockTransport(answer)


def test_all_is_well(shell: Shell) -> None:
    """Everything that a call needs is named, and nothing else is said."""
    shell.set(WHATSAPP_BUSINESS_ACCOUNT_ID=WABA)
    shell.transport = graph(INFO, ON_TIME)
    done = shell("doctor")
    assert done.exit_code == 0
    assert "!" not in done.stdout
    assert "✗" not in done.stdout
    assert f"{WABA} Acme" in done.stdout
    assert shell.emulator.token not in done.stdout


@pytest.mark.parametrize(
    ("transport", "told", "code"),
    [
        (graph(EXPIRED, ON_TIME), "Session has expired", 4),
        (graph(INFO | {"scopes": INFO["scopes"][:1]}, ON_TIME), "for registering numbers", 0),
        (graph(INFO | {"expires_at": 1772500000}, ON_TIME), "ends on 2026-03-03", 0),
        (graph(INFO, {"date": "Sun, 01 Mar 2026 13:00:00 GMT"}), "1 h behind Graph", 0),
        (graph(INFO, {"date": "last week"}), "the app is subscribed", 0),
        (graph(INFO, {}, apps={"data": []}), "not subscribed", 0),
        (graph(INFO | {"granular_scopes": []}, {}, GONE), f"{WABA} (WHATSAPP", 1),
        (
            graph(
                INFO | {"granular_scopes": [{**INFO["granular_scopes"][0], "target_ids": ["1"]}]},
                {},
                GONE,
            ),
            "limited to others",
            1,
        ),
    ],
)
def test_what_is_wrong(transport: httpx.MockTransport, told: str, code: int, shell: Shell) -> None:
    """What Graph refuses fails; what only may matter, such as a scope, is a hint."""
    shell.set(WHATSAPP_BUSINESS_ACCOUNT_ID=WABA)
    shell.transport = transport
    done = shell("doctor")
    assert told in done.stdout
    assert done.exit_code == code


def test_no_way_to_graph(shell: Shell) -> None:
    """A certificate that is refused is told apart from a network, or a proxy, that is not there."""

    def fail(why: Exception) -> httpx.MockTransport:
        def answer(_: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError(str(why)) from why

        return httpx.MockTransport(answer)

    shell.transport = fail(ssl.SSLCertVerificationError("certificate verify failed: self-signed"))
    done = shell("doctor")
    assert "SSL_CERT_FILE" in done.stdout
    assert done.exit_code == 1
    shell.transport = fail(OSError("Name or service not known"))
    shell.set(HTTPS_PROXY="http://somebody:secret@proxy.example:3128", SSL_CERT_FILE="/nowhere")
    done = shell("doctor")
    assert "is HTTPS_PROXY right?" in done.stdout
    assert "proxy.example" in done.stdout
    assert "/nowhere (SSL_CERT_FILE), which is not there" in done.stdout
    assert "secret" not in done.stdout


def test_address_of_meta(shell: Shell) -> None:
    """An address that is named and is Meta's is not told to be another."""
    shell.set(WHATSAPP_BASE_URL="https://graph.facebook.com")
    assert "https://graph.facebook.com (WHATSAPP_BASE_URL)" in shell("doctor").stdout


def test_version_that_ended(shell: Shell) -> None:
    """A version that Meta ended is told, with the newest one that is known."""
    done = shell("doctor", "--api-version", "v19.0")
    assert "v19.0 (--api-version), until 2026-05-21" in done.stdout
    shell.emulator.clock.advance("P100D")
    done = shell("doctor", "--api-version", "v19.0")
    assert "ended on 2026-05-21" in done.stdout
    assert done.exit_code == 1
