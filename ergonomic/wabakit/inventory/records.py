"""What an inventory tells: runs, what changed, what a value was, and what should be looked at."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

import attrs

from wabakit._made.inventory import Kind
from wabakit.errors import WabakitError


@attrs.define(slots=False, eq=False, repr=False)
class InventoryError(WabakitError):
    """The file of an inventory cannot be used; what was recorded before is as it was."""

    path: str
    """The file."""
    reason: str
    """Why, and what can be done."""

    def __str__(self) -> str:
        return f"The inventory {self.path!r} cannot be used: {self.reason}"


@attrs.frozen
class Record:
    """What can be written as JSON."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's types."""
        return attrs.asdict(self, value_serializer=_plain)


@attrs.frozen(kw_only=True)
class Run(Record):
    """One reading of accounts."""

    id: int
    """Rises from run to run, in the order in which they ended."""
    at: datetime
    """When it began (UTC)."""
    numbers: int = 0
    """How many numbers it read."""
    changed: int = 0
    """Of how many numbers something was other than before, those that are new or gone included."""
    complete: bool = False
    """Whether all of its accounts were read to their end; False also of one that was cut off."""
    accounts: frozenset[str] = frozenset()
    """Ids of the accounts that it was about."""
    completed: frozenset[str] = frozenset()
    """Ids of those that were read to their end."""
    failures: Mapping[str, str] = attrs.field(factory=dict[str, str], hash=False)
    """By id of an account, why it was not."""
    api_version: str | None = None
    """The Graph version that was asked, where it is known."""


@attrs.frozen(kw_only=True)
class Change(Record):
    """What is other than it was."""

    kind: Kind
    """`quality-fell`, `name-approved`, `new`, …; `field` where the contract has no word for it."""
    number_id: str
    display_phone_number: str
    """As it was read last; empty where it never was."""
    account_id: str
    """The account that lists the number, or did; of several the first."""
    field: str
    """Name of the value; `accounts` of `new`, `gone`, `moved` and `shared`."""
    before: Any
    """What it was: a value of JSON, a word of an enum as text, a time as ISO 8601."""
    after: Any
    """What it is."""
    at: datetime
    """When the run began that saw it (UTC)."""
    run_id: int
    """That run."""
    advice: str = ""
    """What to do, where the contract says so."""


@attrs.frozen(kw_only=True)
class Value(Record):
    """What a field was read as, from a run on."""

    field: str
    value: Any
    """As `Change.after`."""
    at: datetime
    """When that run began (UTC)."""
    run_id: int


@attrs.frozen(kw_only=True)
class Finding(Record):
    """What somebody should look at."""

    rule: str
    """Which rule found it."""
    text: str
    """What is the matter, in a sentence."""
    advice: str = ""
    """What to do, where the contract says so."""
    number_id: str | None = None
    """None where it is about no one number."""
    display_phone_number: str = ""
    account_id: str = ""
    """As in `Change`."""
    due: datetime | None = None
    """When it is too late (UTC), where time decides."""


def _plain(_: object, __: object, value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    return value.isoformat() if isinstance(value, datetime) else value
