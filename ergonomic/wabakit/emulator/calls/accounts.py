"""The account itself, which the contract leaves to whoever manages businesses."""

from __future__ import annotations

from wabakit.emulator.wire.parameters import any_text
from wabakit.emulator.world.world import Account

from .call import Call, Json
from .fields import ACCOUNT, project, select


def get_account(call: Call, account: Account) -> Json:
    """Answer GET /{waba_id}: its id, name and time zone (documented).

    The defaults are those fields that there are (assumed).
    """
    wanted = call.parameters.optional("fields", any_text)
    return project(select(ACCOUNT, wanted, call.version), account)
