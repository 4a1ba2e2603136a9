"""A server that answers as it is told, and the answers."""

import json
from collections.abc import Callable
from typing import Any

import httpx

import wabakit
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, WABA, Face, Handler
from wabakit._made.versions import GRAPH_VERSION

AddNumber = Callable[..., wabakit.Number]
Answering = Callable[..., "Server"]
Answer = Handler | Exception


class Server:
    """Answers in place of Graph and keeps what was asked."""

    def __init__(self, handler: Handler, face: Face, options: dict[str, Any]) -> None:
        self.requests: list[httpx.Request] = []
        self.version: str = options.get("api_version", GRAPH_VERSION)
        self._handler = handler
        self._face, self.http = face, face.http(httpx.MockTransport(self._answer))
        options["http_client"] = self.http
        self.client: wabakit.Client = face.make(**options)

    @property
    def number(self) -> wabakit.Number:
        return self.client.number(NUMBER)

    @property
    def account(self) -> wabakit.Account:
        return self.client.account(WABA)

    def exchange(self, code: str = "AQBcode", app_id: str = "634974688087057") -> str:
        """Exchange a code of Embedded Signup here."""
        return self._face.exchange_code(code, app_id, "app-secret", http_client=self.http)

    @property
    def business(self) -> wabakit.Business:
        return self.client.business(BUSINESS)

    @property
    def preverified(self) -> wabakit.PreverifiedNumber:
        return self.client.preverified_number(PREVERIFIED)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]

    def count(self, method: str) -> int:
        """Count the requests of a method."""
        return sum(request.method == method for request in self.requests)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self._handler(request)


def sent(request: httpx.Request) -> Any:
    """Return the JSON body of a request, None where there is none."""
    return json.loads(request.content) if request.content else None


def always(body: Any, status: int = 200, **headers: str) -> Handler:
    """Answer everything with the same JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(status, json=body, headers=named)


def good(**headers: Any) -> Handler:
    """Answer everything well: with success, an empty list, and the id that was asked about."""

    def answer(request: httpx.Request) -> httpx.Response:
        about = request.url.path.split("/")[2]
        data: Any = {"is_valid": True} if about == "debug_token" else []
        body = {"success": True, "id": about, "data": data, "request_id": "1"}
        return always(body, 200, **headers)(request)

    return answer


def always_text(text: str, status: int = 200, kind: str = "text/html") -> Handler:
    """Answer everything with the same text."""
    return lambda _: httpx.Response(status, text=text, headers={"Content-Type": kind})


def in_turn(*answers: Answer) -> Handler:
    """Answer with one after the other; the last is repeated. Exceptions are raised."""
    left: list[Answer] = list(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        now = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(now, Exception):
            raise now
        return now(request)

    return answer


def refusal(code: Any, subcode: Any = None, status: int = 400, **members: Any) -> Handler:
    """Answer everything with a Graph error."""
    error = {"message": "Refused", "type": "OAuthException", "code": code, **members}
    if subcode is not None:
        error["error_subcode"] = subcode
    return always({"error": error}, status)


def page(*ids: str, after: str | None = None, **paging: Any) -> dict[str, Any]:
    """Return a page of numbers; with `after`, one that others follow."""
    link = f"https://graph.facebook.com/v23.0/{WABA}/phone_numbers?access_token=EAAleak"
    if after is not None:
        paging = {"cursors": {"before": "b", "after": after}, "next": f"{link}&after=x", **paging}
    return {"data": [{"id": name} for name in ids], "paging": paging}
