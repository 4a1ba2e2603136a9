"""The account itself, and the apps that are told of it."""

from __future__ import annotations

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import GraphError, invalid_parameter
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import CALLBACK, any_text, text
from wabakit.emulator.world.businesses import App
from wabakit.emulator.world.nodes import Account
from wabakit.emulator.world.subscriptions import Callback

from .account_fields import ACCOUNT
from .call import Call, answers
from .fields import project, select

_ADDRESS = text(1, 200, CALLBACK, "must be an https address of at most 200 characters")


@answers("getAccount")
def get_account(call: Call, account: Account) -> Json:
    """Answer GET /{waba_id} (documented)."""
    wanted = call.parameters.optional("fields", any_text)
    return project(select(ACCOUNT, wanted, call.version), account, call)


@answers("subscribeApp")
def subscribe_app(call: Call, account: Account) -> Json:
    """Answer POST /{waba_id}/subscribed_apps: the token's app is subscribed (documented).

    Without a body an override of the app is removed, and with one both values are needed
    (documented). An override needs an app that is subscribed to the object, or is refused in these
    words (recorded), and the address is verified before the answer (documented).
    `subscribed_fields` is ignored (assumed).
    """
    subscriptions, app_id = call.world.subscriptions, call.token.app_id
    url = call.parameters.optional("override_callback_uri", _ADDRESS)
    verify_token = call.parameters.optional("verify_token", text())
    if (url is None) != (verify_token is None):
        missing = "verify_token" if verify_token is None else "override_callback_uri"
        raise invalid_parameter(missing, "is required with the other one")
    override = None
    if url is not None and verify_token is not None:
        if app_id not in subscriptions.apps:
            raise GraphError(100, _NOT_SUBSCRIBED)
        override = Callback(url, verify_token)
        call.around.verify(override)
    subscriptions.subscribe(account.id, app_id, override)
    return SUCCESS


_NOT_SUBSCRIBED = (
    "(#100) Before override the current callback uri, your app must be subscribed to receive"
    " messages for WhatsApp Business Account"
)


@answers("unsubscribeApp")
def unsubscribe_app(call: Call, account: Account) -> Json:
    """Answer DELETE /{waba_id}/subscribed_apps: the token's app is told no more (documented).

    One that was not subscribed succeeds as well (assumed).
    """
    call.world.subscriptions.unsubscribe(account.id, call.token.app_id)
    return SUCCESS


@answers("listSubscribedApps")
def list_subscribed_apps(call: Call, account: Account) -> Json:
    """Answer GET /{waba_id}/subscribed_apps.

    An app has its link, and an override, only where they are set (documented, recorded).
    """
    rows: list[Json] = []
    for app_id, override in call.world.subscriptions.of_account(account.id).items():
        app = call.world.nodes.get(app_id)
        known = {"link": app.link, "name": app.name} if isinstance(app, App) else {}
        shown = {"id": app_id, **known}
        row: Json = {
            "whatsapp_business_api_data": {
                name: value for name, value in shown.items() if value is not None
            }
        }
        if override is not None:
            row["override_callback_uri"] = override.url
        rows.append(row)
    return {"data": rows}
