"""Answers that repeat what was sent, secrets included, in every way that has been met."""

import json
from collections.abc import Callable
from typing import Any

import httpx

from tests.client.wire import page
from tests.faces import NUMBER, TOKEN, WABA, Handler
from tests.failures.calls import APP_SECRET


def echo(request: httpx.Request) -> str:
    """Repeat all that a request gave away, and the app secret with it."""
    token = request.headers.get("Authorization", "")  # which an exchange goes without
    return f"{token} {request.url} {request.read().decode()} {APP_SECRET}"


def answering(make: Callable[[str], httpx.Response]) -> Handler:
    return lambda request: make(echo(request))


def members(text: str) -> dict[str, Any]:
    link = f"https://graph.facebook.com/{WABA}/phone_numbers?access_token={TOKEN}&after=b"
    listed = page(NUMBER) | {"paging": {"cursors": {"after": "b"}, "previous": link}}
    return {"success": True, "id": NUMBER, "note": text, "verified_name": text, **listed}


def refusal(status: int, text: str) -> httpx.Response:
    texts = dict.fromkeys(["message", "type", "error_user_title", "error_user_msg"], text)
    error = {"code": 2 if status == 503 else 100, "error_data": {"details": text}, **texts}
    return httpx.Response(status, json={"error": error, "fbtrace_id": text})


def in_html(status: int, text: str) -> httpx.Response:
    return httpx.Response(status, html=f"<pre>{text}</pre>", headers={"WWW-Authenticate": "OAuth"})


def escaped(text: str) -> httpx.Response:
    return httpx.Response(
        400, text='{"error":{"message":"' + text.replace('"', "'").replace("/", "\\/") + '"}}'
    )


def in_numbers(request: httpx.Request) -> httpx.Response:
    body = json.loads(request.read() or b"{}")
    numbers = {f"your_{name}": int(text) for name, text in body.items() if str(text).isdigit()}
    return httpx.Response(400, json={"error": {"code": 100, "message": "Refused", **numbers}})


def fully_escaped(text: str) -> httpx.Response:
    """Answer with every character as an escape of JSON, in mixed case."""
    codes = [f"\\u{ord(c):04X}" if at % 2 else f"\\u{ord(c):04x}" for at, c in enumerate(text)]
    return httpx.Response(400, text='{"error":{"code":100,"message":"' + "".join(codes) + '"}}')


def partly_escaped(text: str) -> httpx.Response:
    """Answer as PHP does, with some characters as escapes; a name and a nested JSON text, too."""
    said = json.dumps(text)[1:-1]
    for character in "&<>/-eE2479":
        said = said.replace(character, f"\\u{ord(character):04X}")
    nested = json.dumps(f'{{"details": "{said}"}}')
    members = f'"message": "{said}", "code": 100, "{said}": 1, "error_data": {nested}'
    return httpx.Response(400, text=f'{{"error": {{{members}}}}}')


def said_twice(text: str) -> httpx.Response:
    """Answer with members that stand twice, the second time without a secret."""
    said = json.dumps(text)
    members = f'"message": {said}, "code": 100, "message": "Refused", "note": [{said}], "note": []'
    return httpx.Response(400, text=f'{{"error": {{{members}}}}}')


def in_charset(charset: str) -> Callable[[str], httpx.Response]:
    def answer(text: str) -> httpx.Response:
        content = json.dumps({"error": {"code": 100, "message": text}}).encode(charset)
        kind = f"application/json; charset={charset}"
        return httpx.Response(400, content=content, headers={"Content-Type": kind})

    return answer


class ForeignError(Exception):
    """What an HTTP library of another family raises: it knows the request, and says it."""

    def __init__(self, request: httpx.Request) -> None:
        super().__init__(f"no answer to {echo(request)}", request)
        self.request = self.request_info = request
        self.note = echo(request)


def foreign(request: httpx.Request) -> httpx.Response:
    try:
        raise ForeignError(request)
    except ForeignError as error:
        failures = [OSError("refused"), ForeignError(request)]
        failures[0].__context__ = error
        raise ExceptionGroup("all addresses failed", failures) from None


WAYS: dict[str, Handler | Exception] = {
    "fully escaped": answering(fully_escaped),
    "partly escaped": answering(partly_escaped),
    "said twice": answering(said_twice),
    "escaped, not JSON": answering(
        lambda text: httpx.Response(502, content=b"<" + fully_escaped(text).content)
    ),
    "UTF-16": answering(in_charset("utf-16")),
    "UTF-32": answering(in_charset("utf-32-be")),
    "EBCDIC": answering(in_charset("cp500")),
    "foreign fault": foreign,
    "success": answering(lambda text: httpx.Response(200, json=members(text))),
    "refused": answering(lambda text: refusal(400, text)),
    "slashes escaped": answering(escaped),
    "unavailable": answering(lambda text: refusal(503, text)),
    "HTML 502": answering(lambda text: in_html(502, text)),
    "HTML 200": answering(lambda text: in_html(200, text)),
    "redirect": answering(lambda text: in_html(302, text)),
    "unexpected": answering(lambda text: httpx.Response(200, json={"id": [text], "data": text})),
    "as numbers": in_numbers,
    "error is a string": answering(lambda text: httpx.Response(400, json={"error": text})),
    "lost": httpx.ReadTimeout("lost"),
    "refused connection": httpx.ConnectError("refused"),
}
