"""The emulator on a real port behaves as it does in memory."""

import json
import socket
from datetime import timedelta
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.server.conftest import WABA
from wabakit.emulator import Emulator
from wabakit.emulator.server import Server


def test_an_onboarding(server: Server, http: httpx.Client) -> None:
    """A number is added with JSON, verified with a query and registered with a form."""
    body = {"cc": "1", "phone_number": "2015550143", "verified_name": "Lucky Shrub"}
    number_id = http.post(f"/v23.0/{WABA}/phone_numbers", json=body).json()["id"]
    http.post(
        f"/v23.0/{number_id}/request_code", params={"code_method": "SMS", "language": "en_US"}
    )
    code = http.get("/_emulator/codes").json()["codes"][-1]["code"]
    http.post(f"/v23.0/{number_id}/verify_code", params={"code": code})
    form = {"messaging_product": "whatsapp", "pin": "314159"}
    assert http.post(f"/v23.0/{number_id}/register", data=form).json() == {"success": True}
    listed = http.get(f"/v23.0/{WABA}/phone_numbers", params={"fields": "status"}).json()
    assert listed["data"] == [{"status": "CONNECTED", "id": number_id}]


def test_answers_leave_at_once(server: Server, http: httpx.Client) -> None:
    """No answer waits for the caller's delayed acknowledgement: TCP_NODELAY is set."""
    http.get("/_emulator/health")
    options = [
        accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        for accepted in server.connections
    ]
    assert options
    assert all(options)


def test_links_lead_back(server: Server, http: httpx.Client) -> None:
    """The link to the next page leads to the port that answered."""
    for _ in range(3):
        server.emulator.add_number(WABA)
    first = http.get(f"/v23.0/{WABA}/phone_numbers", params={"limit": 2}).json()
    assert first["paging"]["next"].startswith(f"{server.url}/v23.0/{WABA}/phone_numbers?")
    assert len(http.get(first["paging"]["next"]).json()["data"]) == 1


def test_reading_many_by_ids_is_gone(http: httpx.Client) -> None:
    """Asking the root for several ids is answered 500, as Graph does since v26.0."""
    answer = http.get("/v23.0/", params={"ids": WABA})
    assert answer.status_code == 500
    assert answer.json()["error"]["message"] == "The ids query parameter is deprecated in v26.0+"


@pytest.mark.parametrize(("drop", "added"), [("before", 0), ("after", 1)])
def test_a_dropped_connection(server: Server, http: httpx.Client, drop: Any, added: int) -> None:
    """A fault cuts the connection before or after the call took effect; the next call is fine."""
    server.emulator.fail_next("createPhoneNumber", drop=drop)
    body = {"cc": "1", "phone_number": "2015550143", "verified_name": "Lucky Shrub"}
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        http.post(f"/v23.0/{WABA}/phone_numbers", json=body)
    assert len(http.get(f"/v23.0/{WABA}/phone_numbers").json()["data"]) == added


def test_a_truncated_body(server: Server, http: httpx.Client) -> None:
    """A fault ends the connection in the middle of the body that the headers announced."""
    server.emulator.fail_next("listPhoneNumbers", body="truncated")
    with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
        http.get(f"/v23.0/{WABA}/phone_numbers")


def test_a_late_answer(server: Server, http: httpx.Client) -> None:
    """A fault delays an answer beyond what the caller waits for, and nobody else's."""
    server.emulator.fail_next("listPhoneNumbers", delay=30)
    with pytest.raises(httpx.ReadTimeout):
        http.get(f"/v23.0/{WABA}/phone_numbers", timeout=0.05)
    assert http.get(f"/v23.0/{WABA}/phone_numbers").status_code == 200


def test_the_page(server: Server, http: httpx.Client) -> None:
    """The page comes from where people look for it, and loads nothing from elsewhere."""
    page = http.get("/_emulator", follow_redirects=True)
    assert page.url.path == "/_emulator/"
    assert page.headers["Content-Type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "innerHTML" not in page.text


def test_changes_are_told() -> None:
    """Whoever keeps the state hears of every request that is not a mere read."""
    heard: list[bool] = []
    with (
        Server(Emulator(), port=0, changed=lambda: heard.append(True)) as server,
        httpx.Client(base_url=server.url, trust_env=False, verify=False) as http,
    ):
        http.get("/_emulator/state")
        assert heard == []
        http.post("/_emulator/accounts")
        http.post(f"/v23.0/{WABA}/phone_numbers")
    assert heard == [True, True]


def test_a_broken_contract_is_told() -> None:
    """With strict checks, an answer that the contract does not allow is not passed off as one."""
    emulator = Emulator(strict=True)
    emulator.add_account(WABA)
    number = emulator.add_number(WABA)
    number.verified_name = 5  # type: ignore[assignment] # pyright: ignore[reportAttributeAccessIssue]
    with Server(emulator, port=0) as server:
        connection = HTTPConnection(urlsplit(server.url).netloc)
        headers = {"Authorization": f"Bearer {emulator.token}"}
        connection.request("GET", f"/v23.0/{number.id}", headers=headers)
        answer = connection.getresponse()
        assert answer.status == 500
        assert "verified_name" in json.loads(answer.read())["error"]["message"]
        connection.close()


def test_the_state_travels(server: Server, http: httpx.Client) -> None:
    """What was read as state is put back, the clock included."""
    http.post("/_emulator/clock", json={"freeze": "2026-01-01T00:00:00Z"})
    number_id = http.post("/_emulator/numbers", json={"status": "PENDING"}).json()["id"]
    state = http.get("/_emulator/state").json()
    before = server.emulator.now()
    http.post("/_emulator/clock", json={"advance": "P14D"})
    assert server.emulator.now() - before == timedelta(days=14)
    http.post("/_emulator/reset")
    assert http.put("/_emulator/state", json=state).json() == {"success": True}
    assert server.emulator.number(number_id).status == "PENDING"
    assert server.emulator.now() == before
