"""The catalogue of errors as the curated client has it; derive.py writes it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from openapi.tools import made

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What openapi/errors.yaml says: which error an answer stands for, and what to do about it."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple


class ErrorEntry(NamedTuple):
    """What openapi/errors.yaml says of one error."""

    name: str
    kind: Literal[{kinds}]
    meaning: str
    fault: Literal[{faults}]
    repeat: Literal["yes", "after-wait", "after-fix", "never"]
    wait: float | None
    """Shortest sensible wait in seconds."""
    outcome: Literal["not_done", "unknown"]
    advice: str


ERRORS: Final[Mapping[tuple[int, int | None], ErrorEntry]] = {errors!r}
"""By code and subcode; the subcode None stands for any."""

ERRORS_AT: Final[Mapping[tuple[int, int | None, int | str], ErrorEntry]] = {errors_at!r}
"""By code, subcode and HTTP status or call, where that changes what the error means.

Calls: an operationId, or `operationId!member` where the body has the member.
"""

ERROR_RANGES: Final[tuple[tuple[int, int, ErrorEntry], ...]] = {ranges!r}
"""First and last code, both included, and the entry for those that ERRORS does not list."""

ERROR_STATUSES: Final[Mapping[int, ErrorEntry]] = {statuses!r}
"""By HTTP status, and by its hundred (4, 5), for a code that is unknown or unreadable."""

GENERIC_ERROR: Final = {generic!r}
"""When nothing else fits."""
'''


class ErrorEntry(NamedTuple):
    """One error as `_made/errors.py` has it; its repr is source code."""

    name: str
    kind: str
    meaning: str
    fault: str
    repeat: str
    wait: float | None
    outcome: str
    advice: str


def errors_module(catalogue: dict[str, Any]) -> str:
    """Return the source of `_made/errors.py`."""
    errors, ranges, statuses = (catalogue[key] for key in ("errors", "ranges", "statuses"))
    listed = [*errors, *ranges, *statuses, catalogue["generic"]]
    said = {
        "kinds": literals(row["class"] for row in listed),
        "faults": literals(row["fault"] for row in listed),
        "errors": {(row["code"], row.get("subcode")): error_entry(row) for row in errors},
        "errors_at": {
            (row["code"], row.get("subcode"), place): error_entry({**row, **changes})
            for row in errors
            for key in ("at-status", "at-operation")
            for place, changes in row.get(key, {}).items()
        },
        "ranges": tuple((row["from"], row["to"], error_entry(row)) for row in ranges),
        "statuses": {int(str(row["status"]).rstrip("x")): error_entry(row) for row in statuses},
        "generic": error_entry(catalogue["generic"]),
    }
    return made.formatted(TEMPLATE.format(**said))


def error_entry(row: dict[str, Any]) -> ErrorEntry:
    """Return one row of the catalogue as `_made/errors.py` has it."""
    return ErrorEntry(
        name=row["name"],
        kind=row["class"],
        meaning=row["meaning"],
        fault=row["fault"],
        repeat=row["repeat"],
        wait=seconds(row["wait"]) if "wait" in row else None,
        outcome=row["outcome"].replace("-", "_"),
        advice=row["advice"],
    )


def seconds(duration: str) -> float:
    """Return an ISO 8601 duration of days, hours, minutes and seconds in seconds."""
    parts = re.fullmatch(r"P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", duration)
    if parts is None:
        raise ValueError(f"not a duration such as PT1H30M: {duration}")
    days, hours, minutes, rest = (int(part or 0) for part in parts.groups())
    return float(days * 86_400 + hours * 3600 + minutes * 60 + rest)


def literals(values: Iterator[str]) -> str:
    """Return the distinct values as the members of a Literal, in alphabetical order."""
    return ", ".join(map(repr, sorted(set(values))))
