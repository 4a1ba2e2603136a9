"""The list that `wabakit onboard --from` works on: a CSV file, checked before anything is sent."""

import csv
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from wabakit.cli.problems import Problem, refuse
from wabakit.cli.run import Run
from wabakit.cli.telephone import as_written, full_number

if TYPE_CHECKING:
    from wabakit.fleet.rows import OnboardingRow

Given = Callable[[str], str | None]
"""Gives a secret of a number."""

COLUMNS = (
    "phone_number verified_name account_id method language data_localization_region migrate"
    " preverified_id"
).split()
"""What a file may say of a number: what a row of `fleet.onboard` takes, without secrets."""
_YES = {"true", "yes", "1"}
_NO = {"false", "no", "0"}


@attrs.frozen
class Line:
    """A row of the file that is good."""

    at: int
    """Its line."""
    row: "OnboardingRow"

    @property
    def shown(self) -> str:
        """How people know it."""
        return f"line {self.at} {as_written(self.row.phone_number)}"


@attrs.frozen
class Roster:
    """A file as it was read."""

    lines: list[Line]
    wrong: list[tuple[int, str]]
    """Line and what is wrong with it."""


def read(run: Run, path: Path, pin: Given, code: Given, wishes: Mapping[str, Any]) -> Roster:
    """Read and check a file.

    Args:
        run: What it is of.
        path: Where it is.
        pin: Gives the PIN of a number.
        code: Gives the code that a number got; None while there is none.
        wishes: What holds for rows that do not say it.

    Raises:
        Problem: it is no such file.
    """
    from wabakit.errors import InvalidInputError
    from wabakit.fleet.rows import OnboardingRow, check_row

    roster = Roster([], [])
    seen: dict[tuple[str, str], int] = {}
    for at, cells in _records(path):
        account_id = cells.get("account_id") or run.account().id
        try:
            said: dict[str, Any] = {**wishes, **_members(cells), "account_id": account_id}
            phone = said["phone_number"] = full_number(said["phone_number"])
            row = OnboardingRow(**said, pin=partial(pin, phone), code=partial(code, phone))
            first = seen.setdefault(check_row(at, row).key, at)
            if first != at:
                refuse(f"line {first} has {as_written(phone)} already")
            roster.lines.append(Line(at, row))
        except InvalidInputError as error:
            roster.wrong.append((at, f"{error.field}: {error.rule}"))
        except Problem as problem:
            roster.wrong.append((at, problem.message))
    return roster


def _records(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a file with their lines, by the names in its first line."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        refuse(f"{path} cannot be read: {error.strerror or error}")
    except UnicodeDecodeError:
        refuse(f"{path} is no text in UTF-8", "save it as CSV UTF-8, if it is of a spreadsheet")
    lines = text.splitlines(keepends=True)
    head = lines[0] if lines else ""
    records = csv.reader(lines, delimiter=max(",;\t", key=head.count), strict=True)
    try:
        rows = [(records.line_num, cells) for cells in records] or [(0, [])]
    except csv.Error as error:
        refuse(f"{path}, line {records.line_num}: {error}")
    names = [name.strip() for name in rows[0][1]]
    known = f"Its first line names the columns; there are {', '.join(COLUMNS)}"
    for name in names:
        if name in ("pin", "code"):
            refuse(f"{path} has a column {name}: a secret is in no file", f"--{name}-command")
        if name not in COLUMNS:
            refuse(f"{path} has a column {name!r}", known)
        if names.count(name) > 1:
            refuse(f"{path} has the column {name} {names.count(name)} times")
    if "phone_number" not in names:
        refuse(f"{path} has no column phone_number", known)
    for at, cells in rows[1:]:
        if any(cell.strip() for cell in cells):
            pairs = zip(names, (cell.strip() for cell in cells), strict=False)
            yield at, dict(pairs)


def _members(cells: Mapping[str, str]) -> dict[str, Any]:
    members: dict[str, Any] = {name: cell for name, cell in cells.items() if cell}
    if not cells.get("phone_number"):
        refuse("there is no phone_number")
    if said := members.pop("migrate", ""):
        if said.lower() not in _YES | _NO:
            refuse(f"migrate: true or false, not {said!r}")
        members["migrate"] = said.lower() in _YES
    return members
