"""The account itself, which the contract leaves to whoever manages businesses."""

from __future__ import annotations

from operator import attrgetter

from wabakit.emulator.wire.access import MANAGEMENT
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import any_text
from wabakit.emulator.world.nodes import Account

from .call import Call, answers_beyond
from .fields import Catalogue, project, select

_FIELDS = Catalogue(
    "",
    "id,name,timezone_id",
    {
        "id": attrgetter("id"),
        "name": attrgetter("name"),
        # America/Los_Angeles; the account shows it as text (recorded).
        "timezone_id": lambda _: "1",
    },
)


@answers_beyond(
    "getAccount",
    "GET",
    "/{waba_id}",
    permissions=[MANAGEMENT],
    source="Meta's rate limit page, which lists the call; recorded by a public client",
    reason="General Graph clients read an account before they list its numbers.",
)
def get_account(call: Call, account: Account) -> Json:
    """Answer GET /{waba_id}: its id, name and time zone (documented).

    The defaults are those fields that there are (assumed).
    """
    wanted = call.parameters.optional("fields", any_text)
    return project(select(_FIELDS, wanted, call.version), account)
