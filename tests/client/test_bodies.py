"""Partial updates: a body holds what the caller gave, and nothing else."""

from typing import Any

import pytest

from tests.client.wire import Answering, always, sent
from tests.doing import Do, account, number
from tests.faces import NUMBER

NAME = "Jasper's Market"


PARTS: list[tuple[Do, Any]] = [
    (
        account(
            lambda a: a.add_number(
                cc="49",
                phone_number="3023125",
                verified_name=NAME,
                migrate=False,
                preverified_id="12",
            )
        ),
        {
            "cc": "49",
            "phone_number": "3023125",
            "verified_name": NAME,
            "migrate_phone_number": False,
            "preverified_id": "12",
        },
    ),
    (number(lambda n: n.request_code()), {"code_method": "SMS", "language": "en_US"}),
    (
        number(lambda n: n.register("314159", "de")),
        {"messaging_product": "whatsapp", "pin": "314159", "data_localization_region": "DE"},
    ),
    (number(lambda n: n.request_display_name(NAME)), {"new_display_name": NAME}),
    (
        number(lambda n: n.set_webhook("https://shop.example/hook", "expected")),
        {
            "webhook_configuration": {
                "override_callback_uri": "https://shop.example/hook",
                "verify_token": "expected",
            }
        },
    ),
    (
        number(lambda n: n.clear_webhook()),
        {"webhook_configuration": {"override_callback_uri": ""}},
    ),
    (
        number(lambda n: n.set_search_visibility("non_visible")),
        {"search_visibility": "NON_VISIBLE"},
    ),
    (
        number(lambda n: n.set_automation(enable_welcome_message=False)),
        {"enable_welcome_message": False},
    ),
    (number(lambda n: n.set_automation(commands=[])), {"commands": []}),
    (
        number(
            lambda n: n.update_settings(user_identity_change={"enable_identity_key_check": False})
        ),
        {"user_identity_change": {"enable_identity_key_check": False}},
    ),
    (
        number(lambda n: n.update_settings(payload_encryption={"status": "DISABLED"})),
        {"payload_encryption": {"status": "DISABLED"}},
    ),
    (
        number(lambda n: n.update_settings(storage_configuration={"status": "DEFAULT"})),
        {"storage_configuration": {"status": "DEFAULT"}},
    ),
    (
        number(lambda n: n.update_settings(calling={"sip": {"servers": []}})),
        {"calling": {"sip": {"servers": []}}},
    ),
    (
        number(lambda n: n.update_official_business_account(parent_business_or_brand="")),
        {"parent_business_or_brand": ""},
    ),
    (
        number(lambda n: n.set_username("jaspers", transfer=True)),
        {"username": "jaspers", "transfer_action": "force_transfer"},
    ),
]
GOOD = {"success": True, "id": NUMBER}


@pytest.mark.parametrize(("do", "body"), PARTS)
def test_body(answering: Answering, do: Do, body: Any) -> None:
    """A body holds what the caller gave, false and empty values included, and nothing else."""
    server = answering(always(GOOD))
    do(server.client)
    assert sent(server.last) == body
    assert server.last.url.query == b""
