"""Rows for people: aligned columns that fit the terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wabakit.cli.screen import Part, Screen, as_json, printable

Row = Mapping[str, Any]
"""An object as Graph gave it."""

_GAP, _LEAST, _ENOUGH = 2, 12, 32
"""Columns between two cells; of what may be cut, those it has at least and those it gets at the
expense of other columns."""
_NO_VALUE: Part = ("–", "dim")


def _as_told(value: Any) -> Part:
    return plain(value) or _NO_VALUE


class Column(NamedTuple):
    """A column of a table."""

    name: str
    """The member of a row, by the name that Graph gives it."""
    heading: str
    shown: Callable[[Any], Part] = _as_told
    """What people see of a value; machines get the value itself."""
    weight: int = 0
    """The heaviest column goes first where a terminal is too narrow; 0 never does."""
    is_cut: bool = False
    """Whether it may be cut, once no other can go."""


class Sign(NamedTuple):
    """A column that says something of the whole row, to people only."""

    heading: str
    of: Callable[[Row], Part]
    weight: int = 0


def plain(value: Any) -> str:
    """Write a value in one line, as a program reads it: text as it is, else as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return printable(value)
    return as_json(value)


def minute(at: Any) -> Part:
    """Write a time as people read it, to the minute."""
    return plain(at)[:16].replace("T", " ")


def text_of(part: Part) -> str:
    """Return a piece of a line without its style."""
    return part if isinstance(part, str) else part[0]


def draw(screen: Screen, columns: Sequence[Column | Sign], rows: Sequence[Row]) -> None:
    """Draw a table on a terminal: what does not fit leaves, heaviest first; then names are cut."""
    for line in laid_out(screen.console.width, columns, rows) if rows else ():
        screen.line(*line)


def laid_out(
    width: int, columns: Sequence[Column | Sign], rows: Sequence[Row]
) -> Iterator[list[Part]]:
    """Yield the lines of a table that is as wide as a terminal at most."""
    from rich.cells import cell_len

    drawn = [[_cell(column, row) for column in columns] for row in rows]
    widths = [
        max(cell_len(c.heading), *(cell_len(text_of(line[at])) for line in drawn), 0)
        for at, c in enumerate(columns)
    ]
    silent = [at for at, c in enumerate(columns) if isinstance(c, Sign) and _is_silent(drawn, at)]
    kept = _fitting(width, columns, widths, [at for at in range(len(columns)) if at not in silent])
    _cut(width, [at for at in kept if _is_cut(columns[at])], kept, widths)
    heads: list[Part] = [(column.heading, "bold") for column in columns]
    for cells in (heads, *drawn):
        full = [at for at in kept if text_of(cells[at])]
        shown = [at for at in kept if full and at <= full[-1]]
        yield [_padded(cells[at], widths[at], at != full[-1]) for at in shown]


def draw_card(screen: Screen, lines: Sequence[tuple[str, Part]]) -> None:
    """Draw what is known of one thing: a line for each of its members, names before values."""
    margin = max((len(name) for name, _ in lines), default=0) + _GAP
    for name, part in lines:
        screen.paragraph(name.ljust(margin), part)


def _padded(cell: Part, width: int, has_more: bool) -> Part:
    """Return a cell as wide as its column, and the gap behind it where more follows."""
    from rich.cells import cell_len, set_cell_size

    text, style = (cell, "") if isinstance(cell, str) else cell
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return (text + " " * (width - cell_len(text) + _GAP) if has_more else text, style)


def _cut(width: int, able: Sequence[int], kept: Sequence[int], widths: list[int]) -> None:
    """Make columns that may be cut narrower, the widest first, until all fit."""
    over = sum(widths[at] + _GAP for at in kept) - _GAP - width
    while over > 0 and able:
        widest = max(able, key=lambda at: widths[at])
        if widths[widest] <= _LEAST:
            break
        widths[widest] -= 1
        over -= 1


def _is_silent(drawn: Sequence[Sequence[Part]], at: int) -> bool:
    return not any(text_of(line[at]).strip() for line in drawn)


def _is_cut(column: Column | Sign) -> bool:
    return isinstance(column, Column) and column.is_cut


def _cell(column: Column | Sign, row: Row) -> Part:
    if isinstance(column, Sign):
        return column.of(row)
    value = row.get(column.name)
    return _NO_VALUE if value is None else column.shown(value)


def _fitting(
    width: int, columns: Sequence[Column | Sign], widths: Sequence[int], places: Sequence[int]
) -> list[int]:
    """Return the places of the columns that stay."""
    kept = list(places)

    def least(at: int) -> int:
        return min(_ENOUGH, widths[at]) if _is_cut(columns[at]) else widths[at]

    while sum(least(at) + _GAP for at in kept) - _GAP > width:
        heaviest = max(kept, key=lambda at: (columns[at].weight, at))
        if columns[heaviest].weight == 0:
            break
        kept.remove(heaviest)
    return kept
