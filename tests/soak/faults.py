"""What can go wrong on the way to Graph and back.

A fault "before" keeps the call from taking effect; one "after" spoils the answer of a call that
did take effect, as far as Graph did what was asked.
"""

import json
import re
import socket
import ssl
from collections.abc import Callable
from typing import Any, cast

import httpx

Before = Callable[[httpx.Request], httpx.Response]
After = Callable[[httpx.Request, httpx.Response], httpx.Response]

_ENUM_VALUE = re.compile(rb'("\w*(?:status|rating|mode|tier|level|type)":)"[A-Z_0-9]+"')
ABOUT_ANOTHER = "about another id"
"""A number is read and another one answered; a number is added and its id is none."""
TOO_MUCH = "Please reduce the amount of data you're asking for, then retry your request"


def graph_error(status: int, code: int, headers: dict[str, str], **more: Any) -> httpx.Response:
    """Answer as Graph refuses or fails."""
    error = {"message": f"(#{code}) Something", "type": "OAuthException", "code": code, **more}
    body = {"error": {**error, "fbtrace_id": "AbCdEfGhIjK"}}
    return httpx.Response(status, json=body, headers=headers)


def too_much_data(in_message: bool) -> httpx.Response:
    """Refuse a page as too large, in one of the two shapes on record."""
    if in_message:
        return graph_error(500, 1, {}, message=TOO_MUCH)
    said = "An unknown error occurred"
    return graph_error(500, 1, {}, error_subcode=99, message=said, error_user_msg=TOO_MUCH)


def usage(waba_id: str, minutes: int) -> dict[str, str]:
    """Say that an account is at its limit for so many minutes."""
    full = {"call_count": 100, "total_cputime": 20, "total_time": 20}
    entry = {
        "type": "whatsapp_business_management",
        **full,
        "estimated_time_to_regain_access": minutes,
    }
    return {"X-Business-Use-Case-Usage": json.dumps({waba_id: [entry]})}


def _raising(make: Callable[[], httpx.TransportError], cause: Exception | None = None) -> Before:
    def fail(request: httpx.Request) -> httpx.Response:
        error = make()
        error.request = request
        raise error from cause

    return fail


def _answering(make: Callable[[], httpx.Response]) -> Before:
    return lambda _: make()


def _repeating_secrets(request: httpx.Request) -> httpx.Response:
    """Refuse, and say again everything that was sent."""
    said = " ".join(
        [str(request.url), *request.headers.values(), request.content.decode("utf-8", "replace")]
    )
    more = {"message": said, "error_user_msg": said, "error_data": {"details": said}}
    return graph_error(400, 100, {"X-FB-Debug": "x"}, **more)


NEVER_SENT: dict[str, Before] = {
    "refused": _raising(lambda: httpx.ConnectError("refused"), ConnectionRefusedError()),
    "no such host": _raising(lambda: httpx.ConnectError("unknown"), socket.gaierror()),
    "untrusted": _raising(lambda: httpx.ConnectError("TLS"), ssl.SSLError()),
    "connect timeout": _raising(lambda: httpx.ConnectTimeout("connect")),
    "pool timeout": _raising(lambda: httpx.PoolTimeout("pool")),
}

LOST: dict[str, Before] = {
    "read timeout": _raising(lambda: httpx.ReadTimeout("read")),
    "write timeout": _raising(lambda: httpx.WriteTimeout("write")),
    "dropped": _raising(lambda: httpx.RemoteProtocolError("server disconnected")),
    "reset": _raising(lambda: httpx.ReadError("reset")),
    "server error": _answering(lambda: graph_error(500, 1, {})),
    "service down": _answering(lambda: graph_error(503, 2, {}, is_transient=True)),
    "something wrong": _answering(lambda: graph_error(500, 131000, {})),
    "bad gateway": _answering(lambda: httpx.Response(502, html="<h1>Bad Gateway</h1>")),
    "down as 200": _answering(lambda: httpx.Response(200, text="Service Unavailable")),
    "empty": _answering(lambda: httpx.Response(200)),
    "truncated": _answering(lambda: httpx.Response(200, content=b'{"success":tr')),
    "moved": _answering(
        lambda: httpx.Response(302, headers={"Location": "https://elsewhere.example/"})
    ),
}
"""The answer is lost: whether the call took effect cannot be told from it."""

REFUSED: dict[str, Before] = {
    "throttled, no word": _answering(lambda: graph_error(400, 80008, {})),
    "throttled, app": _answering(lambda: graph_error(400, 4, {"Retry-After": "9"})),
    "throttled, for long": _answering(lambda: graph_error(400, 4, {"Retry-After": "9000"})),
    "secrets repeated": _repeating_secrets,
}


def _unlisted(_: httpx.Request, answer: httpx.Response) -> httpx.Response:
    """Put a value that no list of values has in place of every one that a list has."""
    content = _ENUM_VALUE.sub(rb'\1"UNHEARD_OF"', answer.content)
    return httpx.Response(answer.status_code, headers=_kept(answer), content=content)


def _upgraded(_: httpx.Request, answer: httpx.Response) -> httpx.Response:
    """Let a later version answer, and say so."""
    headers = _kept(answer) | {
        "facebook-api-version": "v99.0",
        "X-Ad-Api-Version-Warning": "The call has been auto-upgraded to v99.0.",
    }
    return httpx.Response(answer.status_code, headers=headers, content=answer.content)


def _without_cursors(_: httpx.Request, answer: httpx.Response) -> httpx.Response:
    """Leave the links of a page as the only place where its cursors stand."""
    body = answer.json()
    if isinstance(body, dict):
        cast(dict[str, Any], body).get("paging", {}).pop("cursors", None)
    return httpx.Response(answer.status_code, headers=_kept(answer), json=body)


def _success_as_text(_: httpx.Request, answer: httpx.Response) -> httpx.Response:
    content = answer.content.replace(b'"success":true', b'"success":"true"')
    return httpx.Response(answer.status_code, headers=_kept(answer), content=content)


def _odd_id(request: httpx.Request, answer: httpx.Response) -> httpx.Response:
    """Answer a create with an id that cannot be asked about."""
    if request.method == "GET":
        return answer
    body = {**answer.json(), "id": f"none, not {answer.json()['id']}"}
    return httpx.Response(answer.status_code, headers=_kept(answer), json=body)


def _kept(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "content-length"}


def _after(fault: Before) -> After:
    return lambda request, _: fault(request)


ODD: dict[str, After] = {
    "unlisted values": _unlisted,
    "upgraded": _upgraded,
    "no cursors": _without_cursors,
    "success as text": _success_as_text,
}
"""The answer is good, and unusual."""


def _items(spoilt: Any) -> After:
    """Spoil the first item of a batch, and every third one after it."""

    def spoil(_: httpx.Request, answer: httpx.Response) -> httpx.Response:
        items = [item if at % 3 else spoilt for at, item in enumerate(answer.json())]
        return httpx.Response(answer.status_code, headers=_kept(answer), json=items)

    return spoil


ITEMS: dict[str, After] = {
    "items without an answer": _items(None),
    "items that failed": _items({"code": 500, "body": '{"error":{"code":1}}'}),
    "items in HTML": _items({"code": 502, "body": "<h1>Bad Gateway</h1>"}),
}
"""Some items of a batch have no good answer; other requests do not meet it."""

ASKED_FOR: dict[str, dict[str, Any]] = {
    "reset before": {"drop": "before"},
    "server error before": {"error": 1, "status": 500},
    "service down before": {"error": 2},
    "something wrong before": {"error": 131000},
    "bad gateway before": {"body": "html"},
    "throttled, no word before": {"error": 80008},
}
"""What the emulator does itself when it is told to, by `fail_next`."""

BEFORE = {
    f"{name} before": fault
    for name, fault in (LOST | REFUSED).items()
    if f"{name} before" not in ASKED_FOR
}
AFTER = {f"{name} after": _after(fault) for name, fault in LOST.items()} | ODD | ITEMS
AFTER[ABOUT_ANOTHER] = _odd_id
