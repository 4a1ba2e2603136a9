"""What an app is told of, and where."""

from __future__ import annotations

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import CALLBACK, choice, text
from wabakit.emulator.world.businesses import App
from wabakit.emulator.world.subscriptions import Callback

from .call import Call, answers

_OBJECT = choice("whatsapp_business_account")
_ADDRESS = text(1, 2000, CALLBACK, "must be an https address")
_FIELDS = text(1, 2000, "[a-z_]+(,[a-z_]+)*", "must be names of fields, separated by commas")


@answers("subscribeToWebhooks")
def subscribe_to_webhooks(call: Call, app: App) -> Json:
    """Answer POST /{app_id}/subscriptions, with the app's own token (documented).

    The callback is verified before the answer (documented). A later call replaces an earlier one
    (assumed). Other objects than accounts are none of the emulator's.
    """
    sent = call.parameters
    sent.required("object", _OBJECT)
    callback = Callback(
        sent.required("callback_url", _ADDRESS), sent.required("verify_token", text())
    )
    fields = sent.required("fields", _FIELDS).split(",")
    call.around.verify(callback)
    call.world.subscriptions.subscribe_app(app.id, callback, fields)
    return SUCCESS
