"""A report: what Meta would tell of a change, before it is known whom."""

from __future__ import annotations

from typing import NamedTuple

from wabakit.emulator.world.nodes import Account, PhoneNumber

from .envelope import Value


class Report(NamedTuple):
    """Something that is told of an account."""

    account: Account
    field: str
    value: Value
    number: PhoneNumber | None = None
    """The number it is about; its own callback may be the one that is told."""
    partner_id: str | None = None
    """The partner's portfolio, whose id stands in the envelope in place of the account's."""
