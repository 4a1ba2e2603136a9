"""Arguments are checked here, before a scarce call is spent on them.

Bounds are those of the contract; where its sources disagree, the looser one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from wabakit._contract import ALIASES
from wabakit._secret import MASK, Secret
from wabakit.errors import InvalidInputError

E = TypeVar("E", bound=StrEnum)

_SPACING = re.compile(r"[\s\-().]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,4}){0,2}", re.ASCII)
_COMMAND_NAME = re.compile(r"[A-Za-z0-9_]{1,30}", re.ASCII)


def _text(name: str, value: object, pattern: str, rule: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise InvalidInputError(name, value, rule)
    return value


def check_id(name: str, value: object) -> str:
    """Return a Graph id: ASCII digits, as text because some do not fit a JSON number."""
    return _text(name, value, "[0-9]{1,32}", "a Graph id is text of ASCII digits")


def hidden(value: object) -> Secret:
    """Return an argument as a secret at once, so that no traceback of ours can show it.

    What is not text becomes empty text, which the checks below refuse.
    """
    return Secret(value) if isinstance(value, str) else Secret("")


def check_pin(pin: Secret) -> Secret:
    """Return a two-step verification PIN: six ASCII digits."""
    if not re.fullmatch("[0-9]{6}", pin):
        raise InvalidInputError(
            "pin", MASK, "a PIN is text of exactly 6 digits; in quotes, to keep leading zeros"
        )
    return pin


def check_code(code: Secret) -> Secret:
    """Return a verification code without the hyphen that messages show in it."""
    code = Secret(_SPACING.sub("", code))
    if not re.fullmatch("[0-9]{6}", code):
        raise InvalidInputError(
            "code", MASK, "a code is text of 6 digits, such as '123456' or '123-456'"
        )
    return code


def check_choice(name: str, value: object, enum: type[E]) -> E:
    """Return the member of an enum that a text in any case names, or that it is an alias of."""
    known = {member.value.upper(): member for member in enum}
    for alias, word in ALIASES.get(enum.__name__, {}).items():
        known[alias.upper()] = enum(word)
    if isinstance(value, str) and value.upper() in known:
        return known[value.upper()]
    raise InvalidInputError(name, value, f"one of {', '.join(member.value for member in enum)}")


def check_language(value: object) -> str:
    """Return a language code such as `en`, `en_US` or `fil`."""
    rule = "a language code is written like 'en', 'en_US' or 'fil'"
    return _text("language", value, _LANGUAGE.pattern, rule)


def check_digits(name: str, value: object, least: int, most: int) -> str:
    """Return part of a phone number as digits, without `+` and spacing."""
    rule = f"{least} to {most} digits as text; a leading + and spacing are taken off"
    if not isinstance(value, str):
        raise InvalidInputError(name, value, rule)
    digits = _SPACING.sub("", value.strip().removeprefix("+"))
    if not re.fullmatch(f"[0-9]{{{least},{most}}}", digits):
        raise InvalidInputError(name, value, rule)
    return digits


def check_length(name: str, value: object, least: int, most: int) -> str:
    """Return text whose length is within bounds."""
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise InvalidInputError(name, value, f"text of {least} to {most} characters")
    return value


def check_page_size(value: object) -> int:
    """Return a page size that Graph accepts."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100:
        raise InvalidInputError("page_size", value, "a whole number from 1 to 100")
    return value


def check_cursors(after: object, before: object) -> None:
    """Refuse two directions at once and cursors that are not text."""
    if after is not None and before is not None:
        raise InvalidInputError("before", before, "give after= or before=, not both")
    for name, cursor in (("after", after), ("before", before)):
        if cursor is not None and not (isinstance(cursor, str) and cursor):
            raise InvalidInputError(name, cursor, "a cursor is the text that a Page carries")


def check_https(name: str, value: object) -> str:
    """Return an https URL with a host."""
    rule = "an https:// URL with a host"
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
        good = parts is not None and parts.scheme == "https" and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or not isinstance(value, str):
        raise InvalidInputError(name, value, rule)
    return value


def check_prompts(prompts: Iterable[str]) -> list[str]:
    """Return ice breakers: at most 4, each of 1 to 80 characters."""
    items = [] if isinstance(prompts, str) else list(prompts)
    if isinstance(prompts, str) or len(items) > 4:
        raise InvalidInputError("prompts", prompts, "a list of at most 4 texts")
    return [check_length("prompts", prompt, 1, 80) for prompt in items]


def check_commands(commands: Sequence[Mapping[str, Any]]) -> None:
    """Refuse more than 30 commands, bad or repeated names, and descriptions over 256 characters."""
    if len(commands) > 30:
        raise InvalidInputError("commands", f"{len(commands)} commands", "at most 30")
    names = [command.get("command_name") for command in commands]
    for command, name in zip(commands, names, strict=True):
        rule = "command_name is 1 to 30 letters, digits or _, each name once"
        _text("commands", name, _COMMAND_NAME.pattern, rule)
        if names.count(name) > 1:
            raise InvalidInputError("commands", name, rule)
        check_length("commands", command.get("command_description"), 1, 256)
