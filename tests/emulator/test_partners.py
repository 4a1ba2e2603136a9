"""The control routes do what partners and their customers would."""

from datetime import timedelta

import pytest

from tests.emulator.control import Control
from tests.emulator.graph import START, WABA, Graph


@pytest.fixture
def control(graph: Graph) -> Control:
    """The control routes, each call held against its description."""
    return Control(graph)


def test_businesses(graph: Graph, control: Control) -> None:
    """A business is added and changed, and an account comes into it."""
    added = control("POST /businesses", {"id": "77", "name": "Fig & Co"})
    assert (added["id"], added["verification_status"]) == ("77", "verified")
    control("PATCH /businesses/77", {"verification_status": "pending"})
    assert graph.get("77", fields="verification_status")["verification_status"] == "pending"
    control("POST /accounts", {"id": "5", "business_id": "77", "country": "BR"})
    owned = graph.get("77/owned_whatsapp_business_accounts", fields="id,country")
    assert owned["data"] == [{"id": "5", "country": "BR"}]
    control("PATCH /accounts/5", {"account_review_status": "REJECTED", "country": None})
    shown = graph.get("5", fields="account_review_status,country")
    assert shown == {"account_review_status": "REJECTED", "id": "5"}


def test_sharing(graph: Graph, control: Control) -> None:
    """An account is shared with the first business, or another, and a number listed twice."""
    control("POST /businesses", {"id": "77"})
    control("POST /accounts", {"id": "5", "business_id": "77"})
    control("POST /accounts/5/partners", {})
    clients = f"{graph.emulator.partners.business().id}/client_whatsapp_business_accounts"
    assert [row["id"] for row in graph.get(clients)["data"]] == ["5"]
    control(f"DELETE /accounts/5/partners/{graph.emulator.partners.business().id}")
    assert graph.get(clients) == {"data": []}
    number = graph.emulator.add_number(WABA)
    control("POST /accounts/5/numbers", {"phone_number_id": number.id})
    assert [row["id"] for row in graph.get("5/phone_numbers")["data"]] == [number.id]


def test_a_pool_that_grows_old(graph: Graph, control: Control) -> None:
    """A number of a pool is put there in any state, aged, and claimed."""
    body = {"phone_number": "+1 202-555-0142", "code_verification_status": "NOT_VERIFIED"}
    number_id = control("POST /preverified_numbers", body)["id"]
    assert graph.get(number_id)["code_verification_status"] == "NOT_VERIFIED"
    claim = {"waba_id": WABA, "verified_name": "Fig"}
    assert control.send(f"POST /preverified_numbers/{number_id}/claim", claim)[0] == 400
    long_ago = (START - timedelta(days=90)).isoformat()
    control(
        f"PATCH /preverified_numbers/{number_id}",
        {"code_verification_status": "VERIFIED", "code_verified_at": long_ago},
    )
    assert graph.get(number_id)["code_verification_status"] == "EXPIRED"
    other = control("POST /preverified_numbers", {})["id"]
    claimed = control(f"POST /preverified_numbers/{other}/claim", claim)
    assert (claimed["waba_id"], claimed["is_preverified_number"]) == (WABA, True)
    assert control.send(f"POST /preverified_numbers/{other}/claim", claim)[0] == 404


def test_signing_up(graph: Graph, control: Control) -> None:
    """An app is added, and a code of Embedded Signup stands for a token of it."""
    app = control("POST /apps", {"secret": "its-secret", "link": "https://inbox.example.com/"})
    code = control("POST /signup_codes", {"app_id": app["id"], "accounts": [WABA]})["code"]
    query = {"client_id": app["id"], "client_secret": "its-secret", "code": code}
    token = graph.get("oauth/access_token", **query)["access_token"]
    graph.headers = {"Authorization": f"Bearer {token}"}
    assert graph.get("debug_token", input_token=token)["data"]["app_id"] == app["id"]


@pytest.mark.parametrize(
    ("call", "body", "status"),
    [
        ("POST /apps", {"name": "no secret"}, 400),
        ("POST /businesses", {"colour": "blue"}, 400),
        ("PATCH /businesses/5", {"name": "x"}, 404),
        ("POST /accounts/5/partners", {}, 404),
        ("POST /accounts", {"business_id": "5"}, 404),
        ("POST /preverified_numbers", {"code_verification_status": "MAYBE"}, 400),
        ("POST /signup_codes", {"app_id": "5"}, 404),
        ("POST /tokens", {"token": "x", "businesses": "all"}, 400),
    ],
)
def test_what_is_refused(control: Control, call: str, body: dict[str, str], status: int) -> None:
    """What there is not, or what nobody knows, is refused with a reason."""
    assert control.send(call, body)[0] == status
