"""The numbers as a table, for data frames and for files."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import IO, Any, Literal, cast

from wabakit.errors import InvalidInputError
from wabakit.inventory.kept import ACCOUNTS, Values, members
from wabakit.inventory.store import Past

Format = Literal["csv", "jsonl", "parquet"]
Row = dict[str, Any]
_FIRST = ("id", "account_id", ACCOUNTS)
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d ()-]*$)")
"""How a formula begins; a telephone number is none."""
_Writer = Callable[[Iterator[Row], IO[Any]], int]


def rows_of(pasts: Iterable[Past], until: int, names: set[str]) -> Iterator[Row]:
    """Yield the numbers that some account lists as of a run, all with the same columns."""
    columns = [name for name in members() if name in names]
    columns += sorted(names.difference(columns))  # of a version that had others
    for past in pasts:
        values = past.until(until)
        if accounts := values.get(ACCOUNTS):
            first = (past.number_id, accounts[0], accounts)
            yield {**dict(zip(_FIRST, first, strict=True)), **_only(values, columns)}


def write(rows: Iterator[Row], to: str | PathLike[str] | IO[Any], format: Format | None) -> int:
    """Write rows as a file, and return how many.

    Raises:
        InvalidInputError: the format is none of these, or its library is missing.
    """
    path = Path(to) if isinstance(to, str | PathLike) else None
    suffix = path.suffix.removeprefix(".") if path else ""
    if (wanted := format or suffix) not in _WRITERS:
        rule = f"one of {', '.join(_WRITERS)}, or a path that ends so"
        raise InvalidInputError("format", wanted, rule)
    write = _WRITERS[wanted]()
    is_binary = wanted == "parquet"
    how: Any = {} if is_binary else {"encoding": "utf-8", "newline": ""}
    try:
        given: Any = path.open("wb" if is_binary else "w", **how) if path else nullcontext(to)
        with given as file:
            return write(rows, file)
    except (AttributeError, OSError, TypeError, ValueError) as error:
        rule = f"the path of a file that can be written, or such a file: {error}"
        raise InvalidInputError("to", str(path or to), rule) from error


def _only(values: Values, columns: list[str]) -> Row:
    return {name: values.get(name) for name in columns}


def _write_csv(rows: Iterator[Row], file: IO[Any]) -> int:
    count, writer = 0, csv.writer(file, lineterminator="\n")
    for row in rows:
        if count == 0:
            writer.writerow(row)
        writer.writerow(map(_cell, row.values()))
        count += 1
    return count


def _cell(value: object) -> object:
    """Return a value as a cell has it: words as they are, the rest as JSON, none as nothing.

    A spreadsheet takes some texts for formulas, and names are other people's: these begin with `'`.
    """
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _write_lines(rows: Iterator[Row], file: IO[Any]) -> int:
    count = 0
    for row in rows:
        count += 1
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def _parquet_writer() -> _Writer:
    """Return what writes parquet, before any file is made.

    Raises:
        InvalidInputError: its library is not installed.
    """
    try:
        pyarrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        rule = 'csv or jsonl, which need nothing; for parquet: pip install "wabakit[parquet]"'
        raise InvalidInputError("format", "parquet", rule) from None

    def write(rows: Iterator[Row], file: IO[Any]) -> int:
        table = pyarrow.Table.from_pylist(list(rows))
        parquet.write_table(table, file, compression="zstd")
        return cast(int, table.num_rows)

    return write


_WRITERS: Mapping[str, Callable[[], _Writer]] = {
    "csv": lambda: _write_csv,
    "jsonl": lambda: _write_lines,
    "parquet": _parquet_writer,
}
