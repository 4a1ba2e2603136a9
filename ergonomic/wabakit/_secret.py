"""What must never be shown: tokens, app secrets, PINs, one-time codes."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NoReturn, cast

MASK = "***"
NO_PICKLE = (
    "A secret stays in its process, for a pickle can be read by others: "
    "have a function give it there, or pass on str(secret) by a way that keeps secrets."
)

_SURELY_NOT_DATA = 16  # characters; a shorter token may be part of another word
_NUMBERS_OF_ERRORS = ("code", "error_subcode")  # which may read like a PIN
_CODE = "(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])"  # of a letter or digit of ASCII
# A character of a secret may stand in any of these ways, each of which begins with a mark.
_ENCODED = {
    "\\": re.compile(rf"\\u00(?:(?:25)?{_CODE}|26(?:\\u0023|#)|5[Cc])"),
    "%": re.compile(f"%{_CODE}"),
    "&": re.compile("&#"),
}
# As html.escape says it, whose module loads every entity that there is.
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_PLAIN = (str, int, float, type(None))


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


def hidden(value: object) -> Secret:
    """Return an argument as a secret at once, so that no traceback of ours can show it.

    Of what is not text only the type is kept, which the checks refuse.
    """
    return Secret(value) if isinstance(value, str) else cast(Secret, type(value))


def cover(text: str, secrets: Iterable[str]) -> str:
    """Return the text of an answer without the secrets that it repeats, however they are encoded.

    What was a JSON object stays one.
    """
    if not (known := standing_in(text, secrets)):
        return text
    for secret in filter(_is_token, known):
        text = text.replace(secret, MASK)  # which is all, in most answers
    if not (known := standing_in(text, known)):
        return text
    shown = _rewritten(text, lambda name, v: (_sub(name, known), _covered(v, known, name)))
    return _sub(text, known) if shown is None else shown


def _rewritten(text: str, change: Callable[[str, Any], tuple[str, Any]]) -> str | None:
    """Return a JSON text with the members of its objects changed; None where it is no JSON.

    Inner objects come before those that hold them, and last the whole, as a member without a name.
    A name that stands twice counts twice. Where nothing is changed the text stays as it is.
    """
    changed = False

    def rewrite(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal changed
        new = [change(*pair) for pair in pairs]
        changed = changed or new != pairs
        return dict(new)

    try:
        whole = rewrite([("", json.loads(text, object_pairs_hook=rewrite))])
        return json.dumps(whole[""]) if changed else text
    except (ValueError, RecursionError):
        return None


def standing_in(text: str, secrets: Iterable[str]) -> list[str]:
    """Return the secrets that may stand in a text, as they are or encoded.

    What is encoded in whatever way has a mark; letters and digits need not be.
    """
    # One character is found at once, and an alternation after a long search.
    marks = [mark for mark in _ENCODED if mark in text]
    if not marks:
        return [secret for secret in secrets if secret in text]
    if any(_ENCODED[mark].search(text) for mark in marks):
        return list(secrets)
    return [s for s in secrets if s in text or not (s.isascii() and s.isalnum())]


def _is_token(secret: str) -> bool:
    return len(secret) >= _SURELY_NOT_DATA and secret.isalnum() and not secret.isdigit()


def _covered(value: Any, secrets: list[str], name: str) -> Any:
    if isinstance(value, str):
        return _sub(value, secrets)
    if isinstance(value, dict):
        return cast(Any, value)
    if isinstance(value, list):
        return [_covered(item, secrets, "") for item in cast(Iterable[Any], value)]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return MASK if str(value) in secrets and name not in _NUMBERS_OF_ERRORS else value


def _sub(text: str, secrets: list[str]) -> str:
    for secret in standing_in(text, secrets):
        text = _pattern(secret).sub(MASK, text)
    return text


@lru_cache(maxsize=32)
def _pattern(secret: str) -> re.Pattern[str]:
    """Return what finds a secret each of whose characters may be encoded in its own way."""
    characters = "".join(map(_character, secret))
    after_code = r"(?<=\\u[0-9a-fA-F]{4})|(?<=%[0-9a-fA-F]{2})"
    if secret.isdigit():  # not as part of a longer number, nor of an escape
        return re.compile(rf"(?:(?<!\d)|{after_code})(?<!\\u){characters}(?!\d)")
    if len(secret) < _SURELY_NOT_DATA:
        return re.compile(rf"(?:(?<!\w)|{after_code}){characters}(?!\w)")
    return re.compile(characters)


def _character(character: str) -> str:
    units, code = character.encode("utf-16-be").hex(), ord(character)
    # No more backslashes than nested JSON needs: a run of them is searched from each of them.
    escaped = re.sub("(....)", r"\\\\{1,8}u\1", units)
    percent = re.sub("(..)", r"%\1", character.encode().hex())
    encoded = rf"{escaped}|{percent}|&#0{{0,8}}{code};|&#x0{{0,8}}{code:x};"
    if named := _HTML.get(ord(character)):
        encoded += f"|{named}"
    return rf"(?:(?i:{encoded})|\\{{0,8}}{re.escape(character)})"


def behind(fault: BaseException) -> Iterator[BaseException]:
    """Yield an exception and all that it came from, each once."""
    seen, left = set[int](), [fault]
    while left:
        error = left.pop()
        if id(error) not in seen:
            seen.add(id(error))
            yield error
            left += [cause for cause in (error.__cause__, error.__context__) if cause is not None]
            if isinstance(error, BaseExceptionGroup):
                left += cast(Any, error).exceptions


def silence(fault: BaseException, secrets: tuple[str, ...]) -> None:
    """Take what may show secrets out of an exception of another library and all that it came from.

    That is the frames of the library, and the objects that it holds, such as the request.
    """

    def shown(value: object) -> object:
        value = str(value) if isinstance(value, BaseException) else value  # httpcore's argument
        return cover(value, secrets) if isinstance(value, str) else value

    for error in behind(fault):
        error.__traceback__ = None
        error.args = tuple(
            shown(part) for part in error.args if isinstance(part, (*_PLAIN, BaseException))
        )
        for name, value in vars(error).items():
            vars(error)[name] = shown(value) if isinstance(value, _PLAIN) else None


def masked(text: str, secrets: Iterable[str], members: frozenset[str]) -> str:
    """Return a body as it may be shown: without these secrets, and members by their names."""
    text = cover(text, secrets)
    shown = _rewritten(text, lambda name, value: (name, MASK if name in members else value))
    if shown is None:
        shown = re.sub(rf'("(?:{"|".join(members)})"\s*:\s*")(?:[^"\\]|\\.)*', rf"\1{MASK}", text)
    return mask(shown, members)


def mask(text: str, members: frozenset[str]) -> str:
    """Return text without the value of any of these, also as parameters of links."""
    named = rf"((?:{'|'.join(members)})(?:=|%3[Dd]|\"?\s*:\s*\"))[^&\"'\s\\]+"
    return re.sub(named, rf"\1{MASK}", text)
