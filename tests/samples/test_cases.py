"""What people really met: each case goes through the public method that they called."""

import base64
import json
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest

import wabakit
from openapi.tools.yamltext import read
from tests.client.wire import Answering, Server
from tests.faces import Handler
from wabakit import PhoneNumber
from wabakit._made.versions import GRAPH_VERSION

CASES: dict[str, Any] = read(Path(__file__).with_name("cases.yaml"))


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Any:
    """One case."""
    return CASES[request.param]


def test_case(case: Any, answering: Answering, caplog: pytest.LogCaptureFixture) -> None:
    """A case gives the values or the error that is right, in as many requests as are right."""
    caplog.set_level(logging.DEBUG, "wabakit")
    server, right = answering(answer(case), retry=wabakit.Retry(attempts=1)), case["right"]
    if right["raises"] is None:
        result = call(case, server)
        for path, value in right.get("values", {}).items():
            assert eval(path, {"result": result}) == value
    else:
        with pytest.raises(getattr(wabakit, right["raises"])) as caught:
            call(case, server)
        check_error(caught.value, right)
    assert len(server.requests) == right.get("requests", 1)
    if secret := right.get("secret_absent_from_debug_log"):
        assert secret not in caplog.text
        assert f"{server.last.url.path.removeprefix(f'/{GRAPH_VERSION}')} 200" in caplog.text


def answer(case: Any) -> Handler:
    """What answers every request of a case."""
    body = case.get("body_base64")
    content = base64.b64decode(body) if body else json.dumps(case["body"]).encode()
    headers = {"content-type": "application/json", **case.get("headers", {})}
    return lambda _: httpx.Response(case["status"], content=content, headers=headers)


def call(case: Any, server: Server) -> Any:
    """Call what people called, of the number that the answer is about."""
    body: Any = case.get("body") or {}
    known: str | None = body.get("id")
    number = server.client.number(known) if known else server.number
    scope = {"number": number, "account": server.account, "P": PhoneNumber}
    return eval(case["call"], scope)


def check_error(error: Any, right: Any) -> None:
    """Assert what is right of an error."""
    for name in ("code", "subcode", "outcome"):
        if name in right:
            assert getattr(error, name) == right[name]
    for text in right.get("text", ()):
        assert text in str(error)
    for text in right.get("not_text", ()):
        assert text not in str(error)
    assert getattr(error, "name", None) != right.get("not_name", "")
