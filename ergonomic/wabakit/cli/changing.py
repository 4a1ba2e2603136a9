"""What a call would change, shown before it is made."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TextIO, cast

from wabakit._made.words import SECRETS
from wabakit.cli.problems import refuse
from wabakit.cli.run import Run
from wabakit.cli.screen import Part
from wabakit.cli.table import Row, plain

_NONE = "–"


def confirm_change(run: Run, before: Row, after: Row, *, yes: bool) -> bool:
    """Show what becomes other than it is, and ask; return whether anything does.

    `after` has only what is sent: what it leaves out stays as it is.
    """
    was, changes = dict(_leaves(before)), list[tuple[str, Any]]()
    for name, value in _leaves(after):
        if was.get(name) != value:
            changes.append((name, value))
    if run.is_dry:
        return True
    if not changes:
        run.tell("Nothing would change, and nothing was sent.")
        return False
    widest = max(len(name) for name, _ in changes)
    for name, value in changes:
        old, new = (plain(v) or _NONE for v in (was.get(name), value))
        run.tell(f"  {name.ljust(widest)}  ", (old, "dim"), " → ", (new, "bold"))
    run.confirm("This changes it.", yes=yes)
    return True


def without_secrets(value: Any, stand_in: Callable[[str], str]) -> Any:
    """Return a value of JSON in which something stands for each secret, by its name."""
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value).items()
        return {
            name: stand_in(name) if name in SECRETS else without_secrets(member, stand_in)
            for name, member in members
        }
    if isinstance(value, list):
        return [without_secrets(item, stand_in) for item in cast("Any", value)]
    return value


def card_of(row: Row) -> Sequence[tuple[str, Part]]:
    """Return what people see of something that has members inside of others."""
    return [(name, plain(value) or _NONE) for name, value in _leaves(row) if name != "id"] or [
        ("", "nothing is set")
    ]


def object_of(file: TextIO, what: str) -> dict[str, Any]:
    """Read the JSON object that a file holds.

    Raises:
        Problem: it holds none.
    """
    try:
        read: object = json.load(file)
    except ValueError as error:
        refuse(f"{what}: {error}")
    if not isinstance(read, dict):
        refuse(f"{what}: not a JSON object")
    return cast("dict[str, Any]", read)


def _leaves(row: Row, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield what stands in a row, at the paths that people write."""
    for name, value in row.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(cast("Row", value), f"{path}{name}.")
        else:
            yield f"{path}{name}", value
