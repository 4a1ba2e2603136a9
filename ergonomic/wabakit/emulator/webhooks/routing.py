"""Who is told of a change, and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from wabakit.emulator.contract import contract
from wabakit.emulator.world.businesses import App
from wabakit.emulator.world.nodes import Account, PhoneNumber
from wabakit.emulator.world.world import World

from .accounts import tell_account, tell_capability, tell_partners
from .envelope import Addressed, Notice, Value
from .numbers import tell_number

FIELDS: tuple[str, ...] = tuple(contract()["webhooks"])
"""The fields that are told of here; an app may subscribe to others, of which nothing comes."""

OVERRIDABLE = frozenset(
    "messages message_echoes calls consumer_profile messaging_handovers group_lifecycle_update"
    " group_participants_update group_settings_update group_status_update smb_message_echoes"
    " smb_app_state_sync history account_settings_update".split()
)
"""The fields that an override changes the callback of; all others go to the app's (documented)."""


class Report(NamedTuple):
    """What Meta would tell of an account, before it is known whom."""

    account: Account
    field: str
    value: Value
    number: PhoneNumber | None = None
    """The number it is about; its own callback may be the one that is told."""
    partner_id: str | None = None
    """The partner's portfolio, whose id stands in the envelope in place of the account's."""


def reports(world: World, now: datetime) -> Iterator[Report]:
    """Read the world's journal: what Meta would tell of all that changed since the last time."""
    grown: dict[Account, None] = {}
    for node, earlier in world.journal.take().items():
        if isinstance(node, PhoneNumber):
            for field, value in tell_number(node, earlier, now):
                yield from (Report(account, field, value, node) for account in node.accounts)
            if "whatsapp_business_manager_messaging_limit" in earlier:
                grown.update(dict.fromkeys(node.accounts))
        elif isinstance(node, Account):
            yield from (Report(node, *told) for told in tell_account(node, earlier, now))
            for partner_id, field, value in tell_partners(node, earlier):
                yield Report(node, field, value, partner_id=partner_id)
            if {"is_verified", "cap"} & earlier.keys():
                grown[node] = None
    yield from (Report(account, *told) for account in grown for told in tell_capability(account))


def addressed(world: World, report: Report, now: datetime) -> Iterator[Addressed]:
    """Find who is told: the apps subscribed to the account, and to the field (documented)."""
    notice = Notice(report.partner_id or report.account.id, report.field, report.value, now)
    for app_id, override in world.subscriptions.of_account(report.account.id).items():
        wanted = world.subscriptions.apps.get(app_id)
        if wanted is not None and report.field in wanted.fields:
            own = report.number and (report.number.webhook_configuration or {}).get("phone_number")
            url = own or (override.url if override else None)
            if url is None or report.field not in OVERRIDABLE:
                url = wanted.callback.url
            yield Addressed(world.find(App, app_id), url, notice)
