"""What must never be shown: tokens, app secrets, PINs, one-time codes."""

import json
import re
from collections.abc import Iterable, Set
from functools import lru_cache
from typing import Any, NoReturn, cast
from urllib.parse import quote

MASK = "***"
NO_PICKLE = (
    "A secret stays in its process, for a pickle can be read by others: "
    "pass it on by a way that keeps secrets, as str(secret)."
)

_TOKEN_PARAMETERS = re.compile(
    r"((?:access_token|appsecret_proof)(?:=|%3[Dd]|\"?\s*:\s*\"))[^&\"'\s\\]+"
)

_SURELY_NOT_DATA = 16  # characters; a shorter token may be part of another word
# A PIN or code, not as part of a longer number, and the JSON member whose number it is.
_DIGITS = rb'((?<!\\)"(\w+)"\s*:\s*)?(?<!\d)%b(?!\d)'


class Secret(str):
    """Text that is sent as it is and shown as `***`.

    Being a `str`, it goes into headers and JSON unchanged; its repr, which is what tracebacks with
    locals, debuggers and log records print, is masked. `str()` of it is the text itself.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK!r})"

    def __copy__(self) -> "Secret":
        return self

    def __deepcopy__(self, _: object) -> "Secret":
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError(NO_PICKLE)


def cover(content: bytes, secrets: Iterable[str]) -> bytes:
    """Return the bytes of an answer without the secrets that it repeats."""
    for secret in secrets:
        if secret.isdigit():
            content = re.sub(_DIGITS % secret.encode(), _number_or_mask, content)
            continue
        for form in _forms(secret):
            if form in content and len(secret) < _SURELY_NOT_DATA:
                content = re.sub(rb"(?<!\w)%b(?!\w)" % re.escape(form), MASK.encode(), content)
            else:
                content = content.replace(form, MASK.encode())
    return content


def _number_or_mask(found: re.Match[bytes]) -> bytes:
    """Keep the code of an error that reads like the PIN; what was JSON stays JSON."""
    member, name = found.groups()
    if member is None:
        return MASK.encode()
    return found[0] if name in (b"code", b"error_subcode") else b'%b"%b"' % (member, MASK.encode())


@lru_cache(maxsize=32)
def _forms(secret: str) -> frozenset[bytes]:
    """Return how a secret may stand in an answer: as it is, in a link, in JSON of Meta's."""
    escaped = json.dumps(secret)[1:-1]
    forms = secret, quote(secret, safe=""), escaped, escaped.replace("/", r"\/")
    return frozenset(form.encode() for form in forms)


def masked_answer(text: str, members: Set[str]) -> str:
    """Return the body of an answer as it may be shown: without these members of JSON objects."""
    held: list[str] = []

    def hide(pairs: list[tuple[str, object]]) -> dict[str, object]:
        held.extend(name for name, _ in pairs if name in members)
        return {name: MASK if name in members else value for name, value in pairs}

    try:
        value = json.loads(text, object_pairs_hook=hide)
    except (ValueError, RecursionError):
        name = "|".join(map(re.escape, members))
        return mask(re.sub(rf'("(?:{name})"\s*:\s*")(?:[^"\\]|\\.)*', rf"\1{MASK}", text))
    return mask(json.dumps(value) if held else text)


def masked(value: Any, members: Set[str]) -> Any:
    """Return what is sent as it may be shown: without secrets and these members of objects."""
    if isinstance(value, dict):
        return {
            name: MASK if name in members else masked(member, members)
            for name, member in cast(dict[str, Any], value).items()
        }
    if isinstance(value, list):
        return [masked(item, members) for item in cast(Iterable[Any], value)]
    return MASK if isinstance(value, Secret) else value


def mask(text: str) -> str:
    """Return text without the value of any token parameter, such as Graph puts into links."""
    return _TOKEN_PARAMETERS.sub(rf"\1{MASK}", text)
