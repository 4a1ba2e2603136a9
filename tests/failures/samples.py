"""One of every exception, and a view: what travels between processes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs

import wabakit
from wabakit import errors
from wabakit.inventory import InventoryError

CALL = ("registerPhoneNumber", "106853218861309", "register")
GRAPH: dict[str, Any] = {
    "code": 133005,
    "subcode": 2388001,
    "name": "two-step-pin-mismatch",
    "message": "PIN mismatch",
    "details": "It is another one",
    "user_title": "Titel",
    "user_message": "Text",
    "trace_id": "AbCd",
    "transient": False,
    "status": 400,
    "advice": "Use the PIN that is set",
    "retry_after": timedelta(minutes=5),
    "repeatable": True,
    "outcome": "unknown",
}
RESPONSE = errors.Response(400, {"x-fb-rev": "7"}, '{"error": {}}')
USAGE = wabakit.Usage(
    "1", "whatsapp", 1, 2, 3, timedelta(minutes=7), datetime(2026, 3, 1, tzinfo=UTC)
)


@attrs.frozen
class View:
    """What a user of wabakit may want of a number."""

    id: str
    status: str | None = None


def kinds(base: type[errors.WabakitError] = errors.WabakitError) -> Iterator[type[Exception]]:
    """Give every exception class, the base included."""
    yield base
    for kind in base.__subclasses__():
        yield from kinds(kind)


def sample(kind: type[Exception]) -> Exception:
    """Make an exception with something in each of its attributes."""
    if issubclass(kind, errors.GraphError):
        return kind(*CALL, response=RESPONSE, usage=(USAGE,), **GRAPH)
    if issubclass(kind, errors.UnexpectedAnswerError):
        return kind(*CALL, "its body is odd", RESPONSE)
    if issubclass(kind, errors.ConnectionFailedError):
        return kind(*CALL, "no answer", "maybe")
    if issubclass(kind, errors.OutcomeUnknownError):
        return kind(*CALL, "register of 1 was sent", "status PENDING", "Read it again")
    others: dict[type[Exception], tuple[object, ...]] = {
        errors.InvalidInputError: ("page_size", 0, "a whole number from 1 to 100"),
        errors.WaitTimeoutError: ("106853218861309", 3600.0),
        InventoryError: ("numbers.db", "It is damaged: take a copy of it that is not."),
    }
    return kind(*others.get(kind, ("what went wrong",)))
