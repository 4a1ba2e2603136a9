"""What follows Embedded Signup: the token, what it is good for, app data, migration."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.emulator.graph import START, WABA, Graph


def exchange(graph: Graph, **changed: str) -> tuple[int, dict[str, Any]]:
    """Exchange a code without any token; give status and answer."""
    app = graph.emulator.partners.apps[0]
    query = {"client_id": app.id, "client_secret": app.secret, **changed}
    answer = graph.emulator.handle("GET", "/v24.0/oauth/access_token", query)
    return answer.status, json.loads(answer.body)


def test_a_code_is_exchanged_once(graph: Graph) -> None:
    """A code gives a token for the accounts of the business, and is used up."""
    other = graph.emulator.add_account()
    code = graph.emulator.partners.issue_code([WABA])
    status, answer = exchange(graph, code=code)
    assert (status, answer["token_type"]) == (200, "bearer")
    status, again = exchange(graph, code=code)
    assert (status, again["error"]["code"], again["error"]["error_subcode"]) == (400, 100, 36009)
    graph.headers = {"Authorization": f"Bearer {answer['access_token']}"}
    assert graph.get(f"{WABA}/phone_numbers") == {"data": []}
    assert graph.refusal("GET", f"{other.id}/phone_numbers") == (403, 200, None)


def test_a_code_lives_for_30_seconds(graph: Graph) -> None:
    """After 30 seconds a code is worth nothing."""
    codes = [graph.emulator.partners.issue_code() for _ in range(2)]
    graph.clock.advance("PT29S")
    assert exchange(graph, code=codes[0])[0] == 200
    graph.clock.advance("PT1S")
    status, answer = exchange(graph, code=codes[1])
    assert (status, answer["error"]["error_subcode"]) == (400, 36007)


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"code": "x"}, 100), ({"client_secret": "x"}, 1), ({"client_id": "5"}, 101)],
)
def test_what_is_not_exchanged(graph: Graph, changed: dict[str, str], code: int) -> None:
    """A wrong code, secret or app gets no token, and the code can still be used."""
    good = graph.emulator.partners.issue_code()
    status, answer = exchange(graph, **{"code": good, **changed})
    assert (status, answer["error"]["code"]) == (400, code)
    assert exchange(graph, code=good)[0] == 200


def test_a_code_of_another_app(graph: Graph) -> None:
    """A code is only its own app's."""
    app = graph.emulator.partners.add_app(secret="its-secret")
    code = graph.emulator.partners.issue_code(app_id=app.id)
    assert exchange(graph, code=code)[1]["error"]["code"] == 100
    assert exchange(graph, code=code, client_id=app.id, client_secret="its-secret")[0] == 200


def info(graph: Graph, token: str) -> dict[str, Any]:
    data: dict[str, Any] = graph.get("debug_token", input_token=token)["data"]
    return data


def test_what_a_token_is_good_for(graph: Graph) -> None:
    """A token tells its app, its kind, when it ends, and its scopes with their targets."""
    graph.emulator.add_token(
        "narrow",
        permissions=["whatsapp_business_management"],
        accounts=[WABA],
        expires_at=START + timedelta(days=60),
        type="USER",
    )
    found = info(graph, "narrow")
    assert found == {
        "app_id": graph.emulator.partners.apps[0].id,
        "type": "USER",
        "application": "Inbox One",
        "data_access_expires_at": 0,
        "expires_at": int((START + timedelta(days=60)).timestamp()),
        "is_valid": True,
        "issued_at": int(START.timestamp()),
        "scopes": ["whatsapp_business_management"],
        "granular_scopes": [{"scope": "whatsapp_business_management", "target_ids": [WABA]}],
        "user_id": "122000000000001",
    }


def test_a_token_for_everything(graph: Graph) -> None:
    """A scope without targets is for all, and a token that never ends says 0."""
    found = info(graph, graph.emulator.token)
    assert found["expires_at"] == 0
    assert {"scope": "whatsapp_business_management"} in found["granular_scopes"]
    app = graph.emulator.partners.apps[0]
    graph.headers = {"Authorization": f"Bearer {app.id}|{app.secret}"}
    assert info(graph, graph.emulator.token) == found
    assert info(graph, f"{app.id}|{app.secret}")["type"] == "APP"


def test_a_token_that_is_not_valid(graph: Graph) -> None:
    """A bad or expired token is an answer with the reason; a bad token of the caller's is not."""
    graph.emulator.add_token("short", expires_at=START + timedelta(hours=1))
    graph.clock.advance("PT1H")
    for token, problem in [("bad", (190, None)), ("short", (190, 463))]:
        found = info(graph, token)
        assert found["is_valid"] is False
        assert (found["error"]["code"], found["error"].get("subcode")) == problem
        assert found["scopes"] == []
        assert found.get("expires_at") == (
            None if token == "bad" else int(graph.clock().timestamp())
        )
    graph.headers = {"Authorization": "Bearer bad"}
    assert graph.refusal("GET", "debug_token", input_token="x") == (401, 190, None)


def test_secrets_are_not_in_the_log(graph: Graph) -> None:
    """Neither tokens that are looked at, nor codes and secrets, are remembered."""
    info(graph, graph.emulator.token)
    exchange(graph, code=graph.emulator.partners.issue_code())
    assert [seen.query.keys() for seen in graph.emulator.requests] == [set(), {"client_id"}]


def synced(graph: Graph, number_id: str, kind: str) -> dict[str, Any]:
    return graph.post(f"{number_id}/smb_app_data", messaging_product="whatsapp", sync_type=kind)


def test_app_data_comes_once(graph: Graph) -> None:
    """Each kind of data can be asked for once."""
    number = graph.emulator.add_number(WABA, is_on_biz_app=True)
    first = synced(graph, number.id, "smb_app_state_sync")
    assert (first["messaging_product"], type(first["request_id"])) == ("whatsapp", str)
    assert synced(graph, number.id, "history")["request_id"] != first["request_id"]
    body = {"messaging_product": "whatsapp", "sync_type": "history"}
    assert graph.refusal("POST", f"{number.id}/smb_app_data", **body) == (400, 100, 2593107)


def test_app_data_comes_within_a_day(graph: Graph) -> None:
    """After 24 hours it is too late, and a number that is not in the app has none."""
    number = graph.emulator.add_number(WABA, is_on_biz_app=True)
    body = {"messaging_product": "whatsapp", "sync_type": "history"}
    graph.clock.advance("PT24H")
    assert graph.refusal("POST", f"{number.id}/smb_app_data", **body) == (400, 100, 2593108)
    ordinary = graph.emulator.add_number(WABA)
    assert graph.refusal("POST", f"{ordinary.id}/smb_app_data", **body) == (400, 100, None)


@pytest.fixture
def moving(graph: Graph) -> tuple[str, str]:
    """An account that a number can move to, and the number's id."""
    destination = graph.emulator.add_account(primary_funding_id="1")
    graph.post(f"{destination.id}/subscribed_apps")
    number = graph.emulator.add_number(WABA, phone_number="6315551000", quality_rating="GREEN")
    return destination.id, number.id


MOVE = {"cc": "1", "phone_number": "6315551000", "migrate_phone_number": True}


def test_a_number_moves(graph: Graph, moving: tuple[str, str]) -> None:
    """A number works on in its account until it is registered under a new id in the other one."""
    destination, old = moving
    new = graph.post(f"{destination}/phone_numbers", **MOVE)["id"]
    graph.post(f"{new}/request_code", code_method="SMS", language="en_US")
    graph.post(f"{new}/verify_code", code=graph.emulator.outbox[-1].code)
    assert graph.get(old, fields="status")["status"] == "CONNECTED"
    graph.register(new)
    assert graph.refusal("GET", old) == (400, 100, 33)
    assert graph.get(f"{WABA}/phone_numbers") == {"data": []}
    kept = graph.get(new, fields="verified_name,quality_rating,status")
    assert kept == {
        "verified_name": "Jasper's Market",
        "quality_rating": "GREEN",
        "status": "CONNECTED",
        "id": new,
    }
    assert graph.refusal("POST", f"{destination}/phone_numbers", **MOVE)[1:] == (100, 2388012)


def test_a_number_with_a_pin_does_not_move(graph: Graph, moving: tuple[str, str]) -> None:
    """While two-step verification is on in the other account the code is refused."""
    destination, old = moving
    graph.emulator.change_number(old, pin="271828")
    new = graph.post(f"{destination}/phone_numbers", **MOVE)["id"]
    graph.post(f"{new}/request_code", code_method="SMS", language="en_US")
    code = graph.emulator.outbox[-1].code
    assert graph.refusal("POST", f"{new}/verify_code", code=code) == (400, 136025, None)
    graph.emulator.change_number(old, pin=None)
    graph.post(f"{new}/verify_code", code=code)


@pytest.mark.parametrize(
    "state",
    [
        {"status": "DISCONNECTED"},
        {"name_status": "PENDING_REVIEW"},
        {"new_display_name": "Fig", "new_name_status": "PENDING_REVIEW"},
        {"account_mode": "SANDBOX"},
        {"is_on_biz_app": True},
    ],
)
def test_numbers_that_do_not_move(
    graph: Graph, moving: tuple[str, str], state: dict[str, Any]
) -> None:
    """A number that Meta does not let move is refused."""
    graph.emulator.change_number(moving[1], **state)
    assert graph.refusal("POST", f"{moving[0]}/phone_numbers", **MOVE) == (400, 100, None)


@pytest.mark.parametrize(
    "lack", [{"primary_funding_id": None}, {"is_verified": False}, {"account_review_status": "X"}]
)
def test_accounts_that_numbers_do_not_move_to(
    graph: Graph, moving: tuple[str, str], lack: dict[str, Any]
) -> None:
    """An account that lacks what Meta asks for gets no number of another's."""
    for name, value in lack.items():
        setattr(graph.emulator.account(moving[0]), name, value)
    assert graph.refusal("POST", f"{moving[0]}/phone_numbers", **MOVE) == (400, 100, None)


def test_a_number_under_several_accounts(graph: Graph) -> None:
    """In the new account model one number is on several lists, and its state is one."""
    number = graph.emulator.add_number(WABA)
    other = graph.emulator.add_account()
    graph.emulator.partners.list_number(number.id, other.id)
    for waba in (WABA, other.id):
        assert [row["id"] for row in graph.get(f"{waba}/phone_numbers")["data"]] == [number.id]
    graph.post(f"{number.id}/deregister")
    for waba in (WABA, other.id):
        rows = graph.get(f"{waba}/phone_numbers", fields="status")["data"]
        assert rows == [{"status": "DISCONNECTED", "id": number.id}]
    graph.emulator.add_token("second", accounts=[other.id])
    graph.headers = {"Authorization": "Bearer second"}
    assert graph.get(number.id)["id"] == number.id
    saved = graph.emulator.snapshot()
    graph.emulator.restore(saved)
    assert graph.emulator.snapshot() == saved
