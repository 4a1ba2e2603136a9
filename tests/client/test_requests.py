"""What goes over the wire, to the byte: one row per operation, and nothing that was not given."""

from typing import Any

import pytest

from tests.client.of_businesses import ACCOUNT, OF_BUSINESSES
from tests.client.wire import Answering, always, sent
from tests.contract.document import operations
from tests.doing import Do, account, number
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, TOKEN, WABA
from tests.reads import PLAIN
from wabakit import PhoneNumber

ELSEWHERE = {"getTokenInfo", "exchangeCode", "subscribeToWebhooks", "sendBatch"}
"""Tested with what is special to them: test_tokens, test_signup, test_batches."""
NAME = "Jasper's Market"


FIELDS = [PhoneNumber.status]
IDS = {
    "waba_id": WABA,
    "phone_number_id": NUMBER,
    "business_id": BUSINESS,
    "preverified_id": PREVERIFIED,
}
PATHS = {op.name: op.path[1:] for op in operations()}
CALLS: list[tuple[str, Do, str, str, dict[str, str], Any]] = [
    (
        "listPhoneNumbers",
        account(lambda a: a.numbers(fields=FIELDS).first()),
        "GET",
        f"{WABA}/phone_numbers",
        {"fields": "id,status", "limit": "100"},
        None,
    ),
    (
        "createPhoneNumber",
        account(lambda a: a.add_number(cc="+1", phone_number="631 555-1000", verified_name=NAME)),
        "POST",
        f"{WABA}/phone_numbers",
        {},
        {"cc": "1", "phone_number": "6315551000", "verified_name": NAME},
    ),
    (
        "getPhoneNumber",
        number(lambda n: n.get(fields=FIELDS)),
        "GET",
        NUMBER,
        {"fields": "id,status"},
        None,
    ),
    (
        "updatePhoneNumber",
        number(lambda n: n.set_pin("000123")),
        "POST",
        NUMBER,
        {},
        {"pin": "000123"},
    ),
    (
        "requestCode",
        number(lambda n: n.request_code("voice", "en")),
        "POST",
        f"{NUMBER}/request_code",
        {},
        {"code_method": "VOICE", "language": "en"},
    ),
    (
        "verifyCode",
        number(lambda n: n.verify_code("003-456")),
        "POST",
        f"{NUMBER}/verify_code",
        {},
        {"code": "003456"},
    ),
    (
        "registerPhoneNumber",
        number(lambda n: n.register("000042")),
        "POST",
        f"{NUMBER}/register",
        {},
        {"messaging_product": "whatsapp", "pin": "000042"},
    ),
    (
        "deregisterPhoneNumber",
        number(lambda n: n.deregister()),
        "POST",
        f"{NUMBER}/deregister",
        {},
        None,
    ),
    (
        "setConversationalAutomation",
        number(lambda n: n.set_automation(prompts=["Hi"])),
        "POST",
        f"{NUMBER}/conversational_automation",
        {},
        {"prompts": ["Hi"]},
    ),
    (
        "updateSettings",
        number(lambda n: n.update_settings(calling={"status": "ENABLED"})),
        "POST",
        f"{NUMBER}/settings",
        {},
        {"calling": {"status": "ENABLED"}},
    ),
    (
        "updateOfficialBusinessAccount",
        number(lambda n: n.update_official_business_account(primary_language="English")),
        "POST",
        f"{NUMBER}/official_business_account",
        {},
        {"primary_language": "English"},
    ),
    (
        "setUsername",
        number(lambda n: n.set_username("jaspers")),
        "POST",
        f"{NUMBER}/username",
        {},
        {"username": "jaspers"},
    ),
    (
        "syncAppData",
        number(lambda n: n.sync_app_data("state")),
        "POST",
        f"{NUMBER}/smb_app_data",
        {},
        {"messaging_product": "whatsapp", "sync_type": "smb_app_state_sync"},
    ),
    (
        "deleteUsername",
        number(lambda n: n.delete_username()),
        "DELETE",
        f"{NUMBER}/username",
        {},
        None,
    ),
    (
        "getAccount",
        account(lambda a: a.get(fields=ACCOUNT)),
        "GET",
        WABA,
        {"fields": "id,name"},
        None,
    ),
    (
        "subscribeApp",
        account(lambda a: a.subscribe()),
        "POST",
        f"{WABA}/subscribed_apps",
        {},
        {},
    ),
    (
        "unsubscribeApp",
        account(lambda a: a.unsubscribe()),
        "DELETE",
        f"{WABA}/subscribed_apps",
        {},
        None,
    ),
    *OF_BUSINESSES,
]
CALLS.extend(
    (name, read, "GET", PATHS[name].format_map(IDS), {}, None)
    for name, read in PLAIN.items()
    if name not in {row[0] for row in CALLS} | ELSEWHERE
)
GOOD: dict[str, Any] = {"success": True, "id": NUMBER, "data": [], "request_id": "1"}


@pytest.mark.parametrize(
    ("do", "method", "path", "query", "body"),
    [row[1:] for row in CALLS],
    ids=[row[0] for row in CALLS],
)
@pytest.mark.one_in(3)
def test_request(
    answering: Answering, do: Do, method: str, path: str, query: dict[str, str], body: Any
) -> None:
    """Every operation is one request with the method, address, query and body of the contract."""
    server = answering(always({**GOOD, "id": path.partition("/")[0]}))
    do(server.client)
    (request,) = server.requests
    assert request.method == method
    assert f"{request.url.scheme}://{request.url.host}" == "https://graph.facebook.com"
    assert request.url.path == f"/v23.0/{path}"
    assert dict(request.url.params) == query
    assert sent(request) == body
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.headers["user-agent"].startswith("wabakit/")


def test_every_operation_is_tried() -> None:
    """The table of requests leaves out no operation of the contract."""
    assert sorted([*ELSEWHERE, *(row[0] for row in CALLS)]) == sorted(PATHS)


def test_sip_credentials_are_asked_for(answering: Answering) -> None:
    """SIP passwords are asked for by a parameter that is not sent otherwise."""
    server = answering(always({}))
    server.number.settings(include_sip_credentials=True)
    assert dict(server.last.url.params) == {"include_sip_credentials": "true"}


def test_base_url_with_a_path(answering: Answering) -> None:
    """A gateway may put Graph below a path of its own, and another version may be asked."""
    server = answering(always(GOOD), base_url="https://gateway.example/meta/", api_version="v24.0")
    server.number.get(fields=FIELDS)
    assert str(server.last.url.copy_with(query=None)) == (
        f"https://gateway.example/meta/v24.0/{NUMBER}"
    )
