"""A number that something is about to be done to, and what is left of what it has few of."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import attrs

from wabakit.cli import life
from wabakit.cli.run import Run
from wabakit.cli.shared import following
from wabakit.cli.table import Column

if TYPE_CHECKING:
    import wabakit

READ = (
    "display_phone_number verified_name status code_verification_status name_status"
    " new_display_name new_name_status is_pin_enabled is_on_biz_app platform_type"
).split()
ID = Column("id", "ID")


@attrs.frozen
class Target:
    """A number as it is now."""

    number: "wabakit.Number"
    card: dict[str, Any]
    """What was read of it; nothing in a dry run."""
    shown: str
    """How people write it."""
    compact: str
    """How it is written in a command."""

    def following(self, command: str) -> str:
        """Return a command about it."""
        return following(f"{command} {self.compact}")


def target_of(run: Run, text: str) -> Target:
    """Read the number that a text means; of a dry run, nothing.

    Raises:
        Problem: the text means no number.
    """
    import wabakit

    number = run.number(text)
    if run.is_dry:
        meant = run.directory.meant(text)
        return Target(number, {}, meant, meant)
    card = number.get(fields=[wabakit.PhoneNumber.fields[name] for name in READ]).to_dict()
    return Target(number, card, card.get("display_phone_number") or text, life.compact(card))


def left_of(run: Run, operation: str, target: Target) -> str:
    """Say how many calls of a kind a number has left, by what ran on this machine."""
    from wabakit._made.effects import LIMITS

    limit = LIMITS[operation]
    if run.is_dry or run.memory is None:
        return f"Graph takes {limit.calls} of these in {limit.hours} h"
    left = limit.calls - spent_of(run, operation, target.number.id)
    return f"{left} of {limit.calls} in {limit.hours} h are left, as far as known here"


def spent_of(run: Run, operation: str, number_id: str | None) -> int:
    """Return how many calls of a kind are known to be used, by what ran on this machine."""
    from wabakit._made.effects import LIMITS

    if run.memory is None or number_id is None:
        return 0
    since = run.now() - timedelta(hours=LIMITS[operation].hours)
    return run.memory.counted(operation, number_id, since)


def tell_id(run: Run, object_id: str) -> None:
    """Put the id of what was made on standard output, for programs."""
    if not run.output.is_for_people:
        run.show([{"id": object_id}], [ID])
