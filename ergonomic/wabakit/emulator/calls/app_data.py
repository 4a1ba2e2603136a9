"""What comes over from the WhatsApp Business app, for numbers that are in both."""

from __future__ import annotations

from datetime import timedelta

from wabakit.emulator.wire.catalogue import refuse
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import choice
from wabakit.emulator.world.nodes import PhoneNumber

from .call import Call, answers

SYNC_WINDOW = timedelta(hours=24)
"""How long after onboarding the data of the app can be asked for (documented)."""


@answers("syncAppData")
def sync_app_data(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/smb_app_data; the data itself is not sent.

    Each kind can be asked for once, else 100 with subcode 2593107, and within 24 hours of
    onboarding, else 2593108 (documented). A number that is not in the app is 100 (assumed).
    """
    call.parameters.required("messaging_product", choice("whatsapp"))
    kind = call.parameters.required("sync_type", choice("smb_app_state_sync", "history"))
    if not number.is_on_biz_app:
        raise GraphError(100, "(#100) The phone number is not in use with the app")
    if kind in number.synced:
        raise refuse((100, 2593107))
    onboarded_at = number.signed_up_at or number.last_onboarded_time or number.creation_time
    if call.now >= onboarded_at + SYNC_WINDOW:
        raise refuse((100, 2593108))
    number.synced = [*number.synced, kind]
    return {"messaging_product": "whatsapp", "request_id": call.world.chance.digits("sync", 15)}
