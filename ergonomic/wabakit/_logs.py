"""How logs are shown, and how those of HTTP libraries are kept clean."""

import logging
import os
import re

from wabakit._made.words import SECRETS
from wabakit._secret import MASK

_root = logging.getLogger("wabakit")
_root.addHandler(logging.NullHandler())

_IN_QUERY = re.compile(rf"([?&](?:{'|'.join(sorted(SECRETS))})=)[^&\s\"']+")


def log_to_stderr_if_asked() -> None:
    """Do what `WABAKIT_LOG` says: `info` or `debug` shows the log on standard error."""
    level = os.environ.get("WABAKIT_LOG", "").upper()
    if level in ("INFO", "DEBUG"):
        _root.setLevel(level)
        if not any(type(handler) is logging.StreamHandler for handler in _root.handlers):
            _root.addHandler(to_stderr())


def to_stderr() -> logging.Handler:
    """Return what writes the log on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    return handler


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
