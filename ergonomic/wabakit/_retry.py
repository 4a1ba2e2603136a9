"""Whether to send again, and how long to wait before."""

import attrs

from wabakit._usage import server_wait
from wabakit.errors import (
    ConnectionFailedError,
    GraphError,
    InvalidInputError,
    RateLimitError,
    UnavailableError,
    WabakitError,
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

    def wait(self, error: WabakitError, attempt: int, chance: float) -> float | None:
        """Return the seconds to wait before sending again; None when it must not be sent again.

        `attempt` counts the sends so far, `chance` is random from 0 to 1.
        """
        if attempt >= self.attempts or not _may_pass(error):
            return None
        throttled = isinstance(error, RateLimitError)
        asked = None
        if isinstance(error, GraphError) and error.response is not None:
            asked = server_wait(error.response.headers, error.usage if throttled else ())
        if asked is not None:
            seconds = asked.total_seconds()
        else:
            first = _FIRST_WAIT_WHEN_THROTTLED if throttled else _FIRST_WAIT
            seconds = chance * min(first * 2 ** (attempt - 1), _LONGEST_BACKOFF)
        return seconds if seconds <= self.patience else None


def _may_pass(error: WabakitError) -> bool:
    return isinstance(error, (ConnectionFailedError, UnavailableError, RateLimitError))
