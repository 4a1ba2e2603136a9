"""Businesses, the accounts they own, and those that clients share with them."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.emulator.graph import START, WABA, Graph

UNASKED = {"id", "name", "timezone_id", "message_template_namespace", "currency"}


@pytest.fixture
def owned(graph: Graph) -> str:
    """A business with three accounts, made a day after each other; the address of its list."""
    business = graph.emulator.partners.add_business("77", name="Fig & Co")
    for day, country in enumerate(["BR", "MX", None]):
        graph.emulator.add_account(
            f"10{day}",
            business_id=business.id,
            name=f"Fig {day}",
            country=country,
            creation_time=START + timedelta(days=day),
        )
    return "77/owned_whatsapp_business_accounts"


def ids(page: dict[str, Any]) -> list[str]:
    return [row["id"] for row in page["data"]]


def test_a_business(graph: Graph) -> None:
    """A business shows its id and name, and its verification in lower case."""
    graph.emulator.partners.add_business("77", name="Fig & Co")
    assert graph.get("77") == {"id": "77", "name": "Fig & Co"}
    assert graph.get("77", fields="verification_status")["verification_status"] == "verified"
    assert graph.refusal("GET", "78") == (400, 100, 33)


def test_owned_accounts(graph: Graph, owned: str) -> None:
    """A business lists its own accounts, with five fields unasked, and nobody else's."""
    page = graph.get(owned)
    assert ids(page) == ["100", "101", "102"]
    assert all(row.keys() == UNASKED for row in page["data"])
    assert all(isinstance(value, str) for row in page["data"] for value in row.values())
    assert "next" not in page["paging"]
    assert WABA in ids(
        graph.get(f"{graph.emulator.partners.business().id}/owned_whatsapp_business_accounts")
    )


def test_pages_of_accounts(graph: Graph, owned: str) -> None:
    """Accounts are paged as numbers are, by cursors and links."""
    first = graph.get(owned, limit=2)
    assert ids(first) == ["100", "101"]
    assert ids(graph.get(owned, limit=2, after=first["paging"]["cursors"]["after"])) == ["102"]
    link = urlsplit(str(first["paging"]["next"]))
    assert link.path == f"/v23.0/{owned}"
    assert ids(graph.get(owned, **dict(parse_qsl(link.query)))) == ["102"]


@pytest.mark.parametrize(
    ("field", "operator", "value", "found"),
    [
        ("creation_time", "GREATER_THAN", str(int(START.timestamp())), ["101", "102"]),
        ("creation_time", "LESS_THAN", str(int(START.timestamp()) + 1), ["100"]),
        (
            "creation_time",
            "IN_RANGE",
            [str(int(START.timestamp()) + 1), str(int(START.timestamp()) + 86400)],
            ["101"],
        ),
        ("country", "EQUAL", "BR", ["100"]),
        ("country", "IN", ["MX", "BR"], ["100", "101"]),
        ("ownership_type", "EQUAL", "SELF", ["100", "101", "102"]),
        ("ownership_type", "IN", ["ON_BEHALF_OF"], []),
    ],
)
def test_filters(
    graph: Graph, owned: str, field: str, operator: str, value: Any, found: list[str]
) -> None:
    """Accounts are filtered by the fields and operators that Meta names."""
    condition = {"field": field, "operator": operator, "value": value}
    assert ids(graph.get(owned, filtering=json.dumps([condition]))) == found


@pytest.mark.parametrize(
    ("edge", "field", "operator"),
    [
        ("owned", "name", "EQUAL"),
        ("owned", "country", "GREATER_THAN"),
        ("owned", "creation_time", "EQUAL"),
        ("client", "country", "EQUAL"),
    ],
)
def test_what_cannot_be_filtered_by(
    graph: Graph, owned: str, edge: str, field: str, operator: str
) -> None:
    """Any other field or operator is refused, and country where accounts are clients'."""
    condition = json.dumps([{"field": field, "operator": operator, "value": "1"}])
    path = owned.replace("owned", edge)
    assert graph.refusal("GET", path, filtering=condition) == (400, 100, None)


def test_order(graph: Graph, owned: str) -> None:
    """The underscore form sorts; the dotted form is refused in Graph's words."""
    assert ids(graph.get(owned, sort="creation_time_descending")) == ["102", "101", "100"]
    assert ids(graph.get(owned, sort="creation_time_ascending")) == ["100", "101", "102"]
    answer = graph.send("GET", owned, {"sort": "creation_time.desc"})
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"], error["type"]) == (400, 100, "OAuthException")
    assert error["message"] == "(#100) Cannot sort by creation_time.desc_ascending"
    assert graph.refusal("GET", owned, sort="last_onboarded_time_ascending")[1] == 100


def test_accounts_of_clients(graph: Graph) -> None:
    """What a client shares is on the partner's list, until it is shared no longer."""
    partners = graph.emulator.partners
    client = partners.add_business(name="A client")
    account = graph.emulator.add_account(business_id=client.id)
    path = f"{partners.business().id}/client_whatsapp_business_accounts"
    assert graph.get(path) == {"data": []}
    partners.share_account(account.id)
    shown = graph.get(path, fields="ownership_type,owner_business_info,is_shared_with_partners")
    assert shown["data"] == [
        {
            "ownership_type": "CLIENT_OWNED",
            "owner_business_info": {"id": client.id, "name": "A client"},
            "is_shared_with_partners": True,
            "id": account.id,
        }
    ]
    owned = {"field": "ownership_type", "operator": "EQUAL", "value": "SELF"}
    assert graph.get(path, filtering=json.dumps([owned])) == {"data": []}
    partners.unshare_account(account.id)
    assert graph.get(path) == {"data": []}


def test_numbers_come_with_their_accounts(graph: Graph, owned: str) -> None:
    """Field expansion gives each account a page of its numbers, with paging of its own."""
    first, second = (graph.emulator.add_number("100") for _ in range(2))
    fields = "id,phone_numbers.limit(1){id,status}"
    found = graph.get(owned, fields=fields)["data"]
    page = found[0]["phone_numbers"]
    assert page["data"] == [{"id": second.id, "status": "CONNECTED"}]
    assert found[1]["phone_numbers"] == {"data": []}
    link = urlsplit(str(page["paging"]["next"]))
    assert link.path == "/v23.0/100/phone_numbers"
    rest = graph.get("100/phone_numbers", **dict(parse_qsl(link.query)))
    assert rest["data"] == [{"id": first.id, "status": "CONNECTED"}]
    after = page["paging"]["cursors"]["after"]
    inner = graph.get("100", fields=f"phone_numbers.after({after}).limit(5)")["phone_numbers"]
    assert ids(inner) == [first.id]
    assert "display_phone_number" in inner["data"][0]


@pytest.mark.parametrize(
    "fields",
    [
        "phone_numbers.order(x){id}",
        "name.limit(1)",
        "phone_numbers{creation_time}",
        "phone_numbers.limit(1){id",
        "messaging_limit_tier",
    ],
)
def test_fields_that_do_not_exist(graph: Graph, fields: str) -> None:
    """What an account, or a number in it, does not have fails the whole call."""
    assert graph.refusal("GET", WABA, fields=fields) == (400, 100, None)


def test_a_limit_beyond_the_bounds(graph: Graph) -> None:
    """A page inside an account is bounded as one of the edge is."""
    assert graph.refusal("GET", WABA, fields="phone_numbers.limit(101)") == (400, 100, None)


def test_only_what_the_token_may_see(graph: Graph, owned: str) -> None:
    """A token limited to accounts lists these; one of other businesses does not see the list."""
    graph.emulator.add_token("narrow", accounts=["101"])
    graph.emulator.add_token("stranger", businesses=[graph.emulator.partners.business().id])
    graph.headers = {"Authorization": "Bearer narrow"}
    assert ids(graph.get(owned)) == ["101"]
    graph.headers = {"Authorization": "Bearer stranger"}
    assert graph.refusal("GET", owned) == (400, 100, 33)


def test_usage_of_a_business(graph: Graph, owned: str) -> None:
    """A call on a business counts for the app, as no account has it."""
    answer = graph.send("GET", owned)
    assert "X-App-Usage" in answer.headers
    assert "X-Business-Use-Case-Usage" not in answer.headers
