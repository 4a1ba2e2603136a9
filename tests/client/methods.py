"""How the members of a body are given to the public method that sends it."""

from collections.abc import Callable
from typing import Any

import wabakit
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, WABA

APP = "634974688087057"
Body = dict[str, Any]
CALLED = {
    "migrate_phone_number": "migrate",
    "new_display_name": "name",
    "search_visibility": "visibility",
    "webhook_configuration.override_callback_uri": "url",
    "webhook_configuration.verify_token": "verify_token",
    "code_method": "method",
    "username": "name",
    "override_callback_uri": "callback_url",
    "partner_business_id": "partner_id",
    "sync_type": "kind",
}
"""Path of a member -> argument of the method, where they differ."""


def update(number: wabakit.Number, body: Body) -> Any:
    ((member, value),) = body.items()
    if member == "webhook_configuration":
        return number.set_webhook(value["override_callback_uri"], value["verify_token"])
    if member == "pin":
        return number.set_pin(value)
    if member == "new_display_name":
        return number.request_display_name(value)
    return number.set_search_visibility(value)


def named(fields: Any) -> list[Any]:
    return fields.split(",") if isinstance(fields, str) else [fields]


METHODS: dict[str, Callable[[Any, Body], Any]] = {
    "updatePhoneNumber": update,
    "requestCode": lambda n, b: n.request_code(b["code_method"], b["language"]),
    "verifyCode": lambda n, b: n.verify_code(b["code"]),
    "registerPhoneNumber": lambda n, b: n.register(b["pin"], b["data_localization_region"]),
    "setConversationalAutomation": lambda n, b: n.set_automation(**b),
    "updateSettings": lambda n, b: n.update_settings(**b),
    "updateOfficialBusinessAccount": lambda n, b: n.update_official_business_account(**b),
    "setUsername": lambda n, b: n.set_username(b["username"]),
    "createPhoneNumber": lambda a, b: a.add_number(**{CALLED.get(n, n): b[n] for n in b}),
    "subscribeApp": lambda a, b: a.subscribe(b["override_callback_uri"], b["verify_token"]),
    "addPreverifiedNumber": lambda b, body: b.add_preverified_number(body["phone_number"]),
    "sharePreverifiedNumber": lambda b, body: b.share_preverified_number(
        body["preverified_id"], body["partner_business_id"]
    ),
    "requestPreverifiedCode": lambda p, b: p.request_code(b["code_method"], b["language"]),
    "verifyPreverifiedCode": lambda p, b: p.verify_code(b["code"]),
    "syncAppData": lambda n, b: n.sync_app_data(b["sync_type"]),
    "subscribeToWebhooks": lambda a, b: a.subscribe(
        b["callback_url"], b["verify_token"], named(b["fields"]), app_secret="s"
    ),
}
HANDLES: dict[str, Callable[[wabakit.Client], Any]] = {
    "waba_id": lambda c: c.account(WABA),
    "phone_number_id": lambda c: c.number(NUMBER),
    "business_id": lambda c: c.business(BUSINESS),
    "app_id": lambda c: c.app(APP),
    "preverified_id": lambda c: c.preverified_number(PREVERIFIED),
}
"""By the name of the id."""
