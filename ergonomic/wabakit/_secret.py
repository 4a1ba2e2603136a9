"""What must never be shown: tokens, app secrets, PINs, one-time codes."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

MASK = "***"

_TOKEN_PARAMETERS = re.compile(
    r"((?:access_token|appsecret_proof)(?:=|%3[Dd]|\"?\s*:\s*\"))[^&\"'\s\\]+"
)


class Secret(str):
    """Text that is sent as it is and shown as `***`.

    Being a `str`, it goes into headers and JSON unchanged; its repr, which is what tracebacks with
    locals, debuggers and log records print, is masked. `str()` of it is the text itself.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK!r})"

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        # A pickle is a file that somebody reads: the value stays in the process.
        return (Secret, (MASK,))


def cover(content: bytes, secrets: Iterable[str]) -> bytes:
    """Return the bytes of an answer without the secrets that it repeats."""
    for secret in secrets:
        for form in _forms(secret):
            content = content.replace(form, MASK.encode())
    return content


@lru_cache(maxsize=32)
def _forms(secret: str) -> frozenset[bytes]:
    """Return how a secret may stand in an answer: as it is, in a link, in JSON as Meta writes it."""
    escaped = json.dumps(secret)[1:-1]
    forms = secret, quote(secret, safe=""), escaped, escaped.replace("/", r"\/")
    return frozenset(form.encode() for form in forms)


def mask(text: str) -> str:
    """Return text without the value of any token parameter, such as Graph puts into links."""
    return _TOKEN_PARAMETERS.sub(rf"\1{MASK}", text)
