"""Whether to send again, and how long to wait before."""

from datetime import datetime
from typing import Any

import attrs

from wabakit._graph import Call
from wabakit._usage import server_wait
from wabakit.errors import (
    ConnectionFailedError,
    GraphError,
    InvalidInputError,
    RateLimitError,
    RegistrationLimitError,
    UnavailableError,
    UnexpectedAnswerError,
)

_FIRST_WAIT = 1.0
_FIRST_WAIT_WHEN_THROTTLED = 10.0
_LONGEST_BACKOFF = 30.0


def _check_attempts(_: object, __: object, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InvalidInputError("attempts", value, "a whole number from 1")


def _check_patience(_: object, __: object, value: object) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not value >= 0:
        raise InvalidInputError("patience", value, "a number of seconds from 0")


@attrs.frozen
class Retry:
    """How often a call may be sent, and how long one wait between two sends may be."""

    attempts: int = attrs.field(default=3, validator=_check_attempts)
    """Sends in all; 1 means that nothing is repeated."""
    patience: float = attrs.field(default=60.0, validator=_check_patience)
    """Longest single wait, in seconds. What would take longer is raised at once."""


def wait_before_repeat(
    retry: Retry,
    call: Call[Any],
    error: ConnectionFailedError | GraphError,
    attempt: int,
    now: datetime,
    chance: float,
) -> float | None:
    """Return the seconds to wait before a call is sent again; None when it must not be.

    `attempt` counts the sends so far, `chance` is random from 0 to 1.
    """
    if attempt >= retry.attempts or not _may_repeat(call, error):
        return None
    throttled = isinstance(error, RateLimitError)
    asked = None
    if isinstance(error, GraphError) and error.response is not None:
        asked = server_wait(error.response.headers, error.usage if throttled else (), now)
    if asked is not None:
        seconds = asked.total_seconds()
    else:
        first = _FIRST_WAIT_WHEN_THROTTLED if throttled else _FIRST_WAIT
        seconds = chance * min(first * 2 ** min(attempt - 1, 10), _LONGEST_BACKOFF)
    return seconds if seconds <= retry.patience else None


def _may_repeat(call: Call[Any], error: ConnectionFailedError | GraphError) -> bool:
    if isinstance(error, ConnectionFailedError) and error.sent == "no":
        return True
    passing = isinstance(error, (ConnectionFailedError, RateLimitError, UnavailableError))
    too_large = "limit" in call.params and asks_for_less(error)
    hopeless = isinstance(error, RegistrationLimitError) or too_large
    return call.repeat == "safe" and passing and not hopeless


def is_uncertain(error: ConnectionFailedError | GraphError | UnexpectedAnswerError) -> bool:
    """Tell whether a write that failed so may have taken effect."""
    if isinstance(error, ConnectionFailedError):
        return error.sent == "maybe"
    return isinstance(error, UnexpectedAnswerError) or error.outcome == "unknown"


def asks_for_less(error: Exception) -> bool:
    """Tell whether Graph could not build a page of this size: HTTP 500, code 1.

    The sentence is English in both places that it was recorded in; subcode 99 stands for it too.
    """
    if not isinstance(error, GraphError) or error.code != 1:
        return False
    text = f"{error.message} {error.user_message}".lower()
    return error.subcode == 99 or "reduce the amount of data" in text
