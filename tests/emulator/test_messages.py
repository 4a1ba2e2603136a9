"""Requests and answers look as they do at Graph."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.emulator.graph import WABA, Graph
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.emulator import Clock

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
PART = b'--b\r\nContent-Disposition: form-data; name="pin"\r\n\r\n271828\r\n--b--\r\n'


@pytest.mark.parametrize(
    ("query", "kind", "body"),
    [
        ("", JSON, b'{"pin": "271828", "colour": "blue"}'),
        ("", "", b'{"pin": "271828"}'),
        ("", FORM, b"pin=271828&colour=blue"),
        ("", PARTS, PART),
        ("pin=271828&colour=blue", "", b""),
        ("pin=000000", JSON, b'{"pin": 271828}'),
    ],
)
def test_parameters_may_stand_anywhere(graph: Graph, query: str, kind: str, body: bytes) -> None:
    """A POST takes JSON, form fields and query alike, and ignores names it does not know."""
    number = graph.emulator.add_number(WABA)
    headers = {**graph.headers, "Content-Type": kind}
    answer = graph.emulator.handle("POST", f"/v23.0/{number.id}", query, headers, body)
    assert (json.loads(answer.body), number.pin) == ({"success": True}, "271828")


@pytest.mark.parametrize("body", [b"{", b"[1]", b'{"pin": NaN}', b"\xff{", b"[" * 100_000])
def test_unreadable_bodies(graph: Graph, body: bytes) -> None:
    """A body that is not a JSON object is refused with 400, code 100."""
    number = graph.emulator.add_number(WABA)
    headers = {**graph.headers, "Content-Type": JSON}
    answer = graph.emulator.handle("POST", f"/v23.0/{number.id}", "", headers, body)
    assert (answer.status, json.loads(answer.body)["error"]["code"]) == (400, 100)


def test_objects_may_be_json_text(graph: Graph) -> None:
    """Where a form cannot nest, lists and objects are taken as JSON text."""
    number = graph.emulator.add_number(WABA)
    graph.post(f"{number.id}/conversational_automation", prompts='["Hello"]')
    assert (number.conversational_automation or {})["prompts"] == ["Hello"]


def test_headers_of_a_success(graph: Graph) -> None:
    """An answer names version, request and the usage of the account, by the kind of call."""
    number = graph.emulator.add_number(WABA)
    answer = graph.send("GET", f"{WABA}/phone_numbers")
    assert answer.headers["Content-Type"] == "application/json; charset=UTF-8"
    assert answer.headers["facebook-api-version"] == "v23.0"
    assert answer.headers["x-fb-request-id"] != answer.headers["x-fb-trace-id"]
    assert "X-App-Usage" not in answer.headers
    body = {"messaging_product": "whatsapp", "pin": "271828"}
    registered = graph.send("POST", f"{number.id}/register", None, body)
    for one, kind in [(answer, "whatsapp_business_management"), (registered, "whatsapp")]:
        usage = json.loads(one.headers["X-Business-Use-Case-Usage"])
        assert [entry["type"] for entry in usage[WABA]] == [kind]
        assert usage[WABA][0].keys() >= {"call_count", "estimated_time_to_regain_access"}


def test_headers_of_an_error(graph: Graph) -> None:
    """An error names the same id in body and header, is not stored, and carries a challenge."""
    answer = graph.send("GET", "999000111222333é\r\n")
    error = json.loads(answer.body)["error"]
    assert error["fbtrace_id"] == answer.headers["x-fb-request-id"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["WWW-Authenticate"].startswith('OAuth "Facebook Platform" "invalid_req')
    assert answer.headers["WWW-Authenticate"].isascii()
    assert "\n" not in answer.headers["WWW-Authenticate"]
    assert set(json.loads(answer.headers["X-App-Usage"])) == {
        "call_count",
        "total_time",
        "total_cputime",
    }


def test_usage_rises_and_falls(graph: Graph) -> None:
    """The share used grows with the calls of the last hour, and an hour later it is gone."""

    def share() -> int:
        header = graph.send("GET", WABA + "/phone_numbers").headers["X-Business-Use-Case-Usage"]
        return int(json.loads(header)[WABA][0]["call_count"])

    assert [share() for _ in range(101)][-1] > 1
    graph.clock.advance(timedelta(hours=1))
    assert share() == 1


@pytest.mark.parametrize("version", [*GRAPH_VERSIONS, "v20.0"])
def test_no_version_has_etags(graph: Graph, version: str) -> None:
    """A read carries no ETag, and one that names any is answered in full."""
    graph.version = version
    graph.headers["If-None-Match"] = "*"
    answer = graph.send("GET", f"{WABA}/phone_numbers")
    assert (answer.status, json.loads(answer.body)) == (200, {"data": []})
    assert not any(name.lower() == "etag" for name in answer.headers)


@pytest.mark.parametrize("version", [*GRAPH_VERSIONS, "v20.0"])
@pytest.mark.parametrize("ids", ["", WABA, f"{WABA},1"])
def test_reading_many_by_ids_is_gone(graph: Graph, version: str, ids: str) -> None:
    """The root does not read several ids in any version: HTTP 500, code 100, in Graph's words."""
    graph.version = version
    answer = graph.send("GET", "", {"ids": ids})
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"], error["type"]) == (500, 100, "OAuthException")
    assert error["message"] == "The ids query parameter is deprecated in v26.0+"


@pytest.mark.parametrize(
    ("asked", "today", "answered"),
    [
        ("/v19.0", datetime(2026, 5, 20), "v19.0"),
        ("/v19.0", datetime(2026, 5, 21), "v20.0"),
        ("/v16.0", datetime(2026, 11, 20), "v21.0"),
        ("/v23.0", datetime(2027, 10, 8), "v24.0"),
        ("/v26.0", datetime(2028, 11, 4), "v27.0"),
        (f"/{GRAPH_VERSIONS[-1]}", datetime(2040, 1, 1), GRAPH_VERSIONS[-1]),
        ("/v31.0", datetime(2026, 11, 20), "v31.0"),
        ("", datetime(2026, 11, 20), "v23.0"),
    ],
)
def test_versions(asked: str, today: datetime, answered: str) -> None:
    """An expired version is answered by the oldest one alive, which the headers say."""
    graph = Graph(clock=Clock(today.replace(tzinfo=UTC)))
    for path in [f"{asked}/{WABA}/phone_numbers", f"{asked}/{WABA}/nothing"]:
        answer = graph.emulator.handle("GET", path, "", graph.headers)
        assert answer.headers["facebook-api-version"] == answered
        warning = answer.headers.get("X-Ad-Api-Version-Warning")
        assert bool(warning) == (asked not in {"", f"/{answered}"})
        assert warning is None or f"{answered} as {asked[1:]} has been" in warning


def test_requests_are_remembered_without_secrets(graph: Graph) -> None:
    """What reached the server can be counted, and shows neither token, PIN, code nor proof."""
    number = graph.emulator.add_number(WABA)
    secrets = "access_token=t0ken&appsecret_proof=pr00f&pin=271828&code=123456&colour=blue"
    graph.emulator.handle("POST", f"/v23.0/{number.id}", secrets, graph.headers)
    graph.send("GET", "999000111222333")
    seen, unknown = graph.emulator.requests
    assert (seen.method, seen.path, seen.status) == ("POST", f"/v23.0/{number.id}", 200)
    assert (seen.operation, seen.query) == ("updatePhoneNumber", {"colour": "blue"})
    assert (unknown.operation, unknown.status) == (None, 400)
    for _ in range(1000):
        graph.send("GET", WABA)
    assert len(graph.emulator.requests) == 1000
