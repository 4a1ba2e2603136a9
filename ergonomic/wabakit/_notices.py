"""What is said beside the answer: of versions, and in the logs of others; never a secret."""

import inspect
import logging
import os
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from wabakit._made.versions import VERSION_EXPIRY
from wabakit._made.words import SENT_SECRETS
from wabakit._secret import MASK
from wabakit._session import Session
from wabakit._telling import tell
from wabakit._wire import Call
from wabakit.errors import VersionWarning
from wabakit.events import Warned

_root = logging.getLogger("wabakit")
_root.addHandler(logging.NullHandler())

Notice = tuple[str, str]
"""What it is about, and its text."""

_IN_QUERY = re.compile(
    rf"([?&](?:access_token|appsecret_proof|{'|'.join(sorted(SENT_SECRETS))})=)[^&\s\"']+"
)
_NOTICE_BEFORE_EXPIRY = timedelta(days=90)
_NOT_THE_USERS = {"wabakit", "asyncio"}


def log_to_stderr_if_asked() -> None:
    """Do what `WABAKIT_LOG` says: `info` or `debug` shows the log on standard error."""
    level = os.environ.get("WABAKIT_LOG", "").upper()
    if level in ("INFO", "DEBUG"):
        _root.setLevel(level)
        if not any(type(handler) is logging.StreamHandler for handler in _root.handlers):
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
            _root.addHandler(handler)


class _Masking(logging.Filter):
    """Takes the secrets out of the addresses that an HTTP library writes into its log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass."""
        if isinstance(record.args, tuple):
            shown = (p if isinstance(p, (int, float)) else str(p) for p in record.args)
            record.args = tuple(
                _IN_QUERY.sub(rf"\1{MASK}", p) if isinstance(p, str) else p for p in shown
            )
        return True


_MASKING = _Masking()


def conceal_addresses() -> None:
    """Have HTTP libraries log no secret of an address."""
    for library in ("httpx", "httpx2"):
        logging.getLogger(library).addFilter(_MASKING)


def of_versions(version: str, headers: Mapping[str, str], now: datetime) -> Iterator[Notice]:
    """Say that a version expires soon or has expired, that another one answered, or is to do so."""
    expiry = VERSION_EXPIRY.get(version)
    if expiry and expiry <= now.date() + _NOTICE_BEFORE_EXPIRY:
        yield "expiry", f"Graph API {version} expires on {expiry}: move to a later one"
    answered = headers.get("facebook-api-version")
    if answered and answered != version:
        yield "answered", f"Graph API {version} was asked for, and {answered[:20]} answered"
    if announced := headers.get("x-ad-api-version-warning"):
        yield "announced", announced[:300]


def warn(session: Session, call: Call[Any], notices: Iterable[Notice], aloud: bool) -> None:
    """Tell what comes up for the first time; aloud, raise it as a Python warning too.

    A program may turn Python warnings into errors, which must not hide the outcome of a write.
    """
    first_time = session.memory.first_time
    for matter, text in notices:
        if first_time(f"{matter} logged"):
            tell(session, call, Warned, text=text)
        if aloud and first_time(f"{matter} warned"):
            warnings.warn(text, VersionWarning, stacklevel=1 + _levels_below_user())


def _levels_below_user() -> int:
    """Count the frames, from the caller's on, that stand between here and the user's line.

    A task that runs a call of ours by itself has no frame of the user's: what is then found is the
    line that runs the event loop.
    """
    frame, levels = inspect.currentframe(), -1  # this one is not counted
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in _NOT_THE_USERS:
        frame, levels = frame.f_back, levels + 1
    return levels
