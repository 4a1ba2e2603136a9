"""Rows for people: aligned columns that fit the terminal."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from wabakit.cli.screen import Part, Screen

Row = Mapping[str, Any]
"""An object as Graph gave it."""

_GAP, _LEAST = 2, 12
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
        return " ".join(value.split()) if not value.isprintable() else value
    import json

    return json.dumps(value, ensure_ascii=False)


def text_of(part: Part) -> str:
    """Return a piece of a line without its style."""
    return part if isinstance(part, str) else part[0]


def draw(screen: Screen, columns: Sequence[Column | Sign], rows: Sequence[Row]) -> None:
    """Draw a table on a terminal: what does not fit leaves, heaviest first; then names are cut."""
    from rich.cells import cell_len, set_cell_size

    drawn = [[_cell(column, row) for column in columns] for row in rows]
    widths = [
        max(cell_len(c.heading), *(cell_len(text_of(line[at])) for line in drawn), 0)
        for at, c in enumerate(columns)
    ]
    kept = _fitting(screen.width, columns, widths)
    room = screen.width - sum(widths[at] + _GAP for at in kept) + _GAP
    for at in kept:
        if room < 0 and isinstance(c := columns[at], Column) and c.is_cut:
            widths[at] = max(_LEAST, widths[at] + room)
    heads: list[Part] = [(column.heading, "bold") for column in columns]
    for cells in (heads, *drawn):
        parts: list[Part] = []
        for at in kept:
            cell, width = cells[at], widths[at]
            text, style = (cell, "") if isinstance(cell, str) else cell
            if cell_len(text) > width:
                text = set_cell_size(text, width - 1).rstrip() + "…"
            last = at == kept[-1]
            padded = text if last else text + " " * (width - cell_len(text) + _GAP)
            parts.append((padded, style))
        screen.line(*parts)


def draw_card(screen: Screen, lines: Sequence[tuple[str, Part]]) -> None:
    """Draw what is known of one thing: a line for each of its members, names before values."""
    width = max((len(name) for name, _ in lines), default=0)
    for name, part in lines:
        screen.line((name.ljust(width + _GAP), "dim"), part)


def _cell(column: Column | Sign, row: Row) -> Part:
    if isinstance(column, Sign):
        return column.of(row)
    value = row.get(column.name)
    return _NO_VALUE if value is None else column.shown(value)


def _fitting(width: int, columns: Sequence[Column | Sign], widths: Sequence[int]) -> list[int]:
    """Return the places of the columns that stay."""
    kept = list(range(len(columns)))

    def least(at: int) -> int:
        column = columns[at]
        is_cut = isinstance(column, Column) and column.is_cut
        return min(_LEAST, widths[at]) if is_cut else widths[at]

    while sum(least(at) + _GAP for at in kept) - _GAP > width:
        heaviest = max(kept, key=lambda at: (columns[at].weight, at))
        if columns[heaviest].weight == 0:
            break
        kept.remove(heaviest)
    return kept
