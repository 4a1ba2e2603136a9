"""Whether to send again, and how long to wait before."""

from datetime import datetime
from typing import Any

from wabakit._usage import server_wait
from wabakit._wire import Call
from wabakit.errors import (
    ConnectionFailedError,
    GraphError,
    RateLimitError,
    RegistrationLimitError,
    UnavailableError,
    UnexpectedAnswerError,
)

Failure = ConnectionFailedError | GraphError
"""Why a call has no answer."""

_FIRST_WAIT = 1.0
_FIRST_WAIT_WHEN_THROTTLED = 10.0
_LONGEST_BACKOFF = 30.0


def wait_before_repeat(
    attempts: int, call: Call[Any], error: Failure, attempt: int, now: datetime, chance: float
) -> float | None:
    """Return the seconds to wait before a call is sent again; None when it must not be.

    `attempt` counts the sends so far, of at most `attempts`; `chance` is random from 0 to 1.
    """
    if attempt >= attempts or not _may_repeat(call, error):
        return None
    throttled = isinstance(error, RateLimitError)
    if isinstance(error, GraphError) and error.response is not None:
        usage = error.usage if throttled else ()
        if asked := server_wait(error.response.headers, usage, now):
            return asked.total_seconds()
    first = _FIRST_WAIT_WHEN_THROTTLED if throttled else _FIRST_WAIT
    return chance * min(first * 2.0 ** min(attempt - 1, 10), _LONGEST_BACKOFF)


def _may_repeat(call: Call[Any], error: Failure) -> bool:
    if isinstance(error, ConnectionFailedError) and error.sent == "no":
        return True
    passing = isinstance(error, (ConnectionFailedError, RateLimitError, UnavailableError))
    too_large = "limit" in call.params and asks_for_less(error)
    hopeless = isinstance(error, RegistrationLimitError) or too_large
    return call.repeat == "safe" and passing and not hopeless


def is_uncertain(error: Failure | UnexpectedAnswerError) -> bool:
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
