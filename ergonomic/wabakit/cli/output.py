"""Data on standard output: a table for people, else what programs read, by the names of Graph."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from wabakit.cli.problems import refuse
from wabakit.cli.screen import Part, Screen, as_json, printable
from wabakit.cli.table import Column, Row, Sign, draw, draw_card, plain, text_of

FORMS = ("table", "json", "jsonl", "csv", "ids")


class Output:
    """Writes rows in the form that was asked for."""

    def __init__(self, screen: Screen, form: str, names: Sequence[str] | None) -> None:
        self.screen = screen
        self.form = form
        self._names = names

    @property
    def is_for_people(self) -> bool:
        """Whether a person looks at it, for whom more may be said than data."""
        return self.form == "table" and self.screen.is_terminal

    def rows(self, rows: Iterable[Row], columns: Sequence[Column | Sign]) -> None:
        """Write rows; those of `jsonl`, `ids` and pipes as they come."""
        if self._names is not None:
            columns = [_of_name(name, columns) for name in self._names]
        named = [column for column in columns if isinstance(column, Column)]
        if self.is_for_people:
            draw(self.screen, columns, list(rows))
        elif self.form == "json":
            self._dump([self._picked(row) for row in rows])
        else:
            self._write_each(rows, named)

    def one(self, row: Row, card: Callable[[Row], Sequence[tuple[str, Part]]]) -> None:
        """Write one thing: for people as a card, which says its lines."""
        if self.form == "json":
            self._dump(self._picked(row))
        elif self.form != "table":
            self._write_each([row], [Column(name, name) for name in self._names or row])
        elif self._names is not None:
            self._card([(name, plain(row.get(name))) for name in self._names])
        else:
            self._card(card(row))

    def _card(self, lines: Sequence[tuple[str, Part]]) -> None:
        if self.screen.is_terminal:
            draw_card(self.screen, lines)
            return
        for name, part in lines:
            self.screen.write(f"{name}\t{printable(text_of(part))}\n")

    def _write_each(self, rows: Iterable[Row], columns: Sequence[Column]) -> None:
        if self.form == "csv":
            self._write_csv([column.name for column in columns])
        for row in rows:
            if self.form == "jsonl":
                self.screen.write(as_json(self._picked(row)) + "\n")
            elif self.form == "ids":
                self.screen.write(_line_of_id(row))
            elif self.form == "csv":
                self._write_csv([plain(row.get(column.name)) for column in columns])
            else:
                self.screen.write("\t".join(plain(row.get(c.name)) for c in columns) + "\n")

    def _write_csv(self, cells: Sequence[str]) -> None:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow(cells)
        self.screen.write(text.getvalue())

    def _dump(self, value: Any) -> None:
        self.screen.write(as_json(value, 2) + "\n")

    def _picked(self, row: Row) -> Row:
        return row if self._names is None else {name: row.get(name) for name in self._names}


def _of_name(name: str, columns: Sequence[Column | Sign]) -> Column:
    """Return the column that shows a member, or make one."""
    known = (c for c in columns if isinstance(c, Column) and c.name == name)
    return next(known, Column(name, name.upper().replace("_", " "), is_cut=True))


def _line_of_id(row: Row) -> str:
    """Return the line of a row; none where it is of a number that has no id yet."""
    name = next((name for name in ("id", "number_id") if name in row), None)
    if name is None:
        refuse("-o ids: what this command shows has no id")
    return "" if row[name] is None else f"{printable(str(row[name]))}\n"
