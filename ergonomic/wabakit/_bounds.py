"""What one value of a request may be: it is checked before a scarce call is spent on it.

The bounds themselves are the contract's, in `_made/bounds.py`. A check returns the value as it is
sent. Text is held against the words of the contract, so that a slip of the pen costs nothing. Meta
adds words: one that the contract does not list yet is sent for whoever says that it is meant, by
`StorageStatus("NEW")`.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, cast

from wabakit._secret import MASK
from wabakit.errors import InvalidInputError


class Bound:
    """What one value may be, which its `str` says in words; alone, anything."""

    def __str__(self) -> str:
        return "anything"

    def check(self, value: Any, where: str) -> Any:
        """Return a value as it is sent.

        Raises:
            InvalidInputError: it is out of bounds; `where` names the argument and what is in it.
        """
        del where
        return value


class Text(Bound):
    """Text of so many characters, in a form."""

    def __init__(
        self,
        *,
        least: int = 0,
        most: int | None = None,
        pattern: str = "",
        words: str = "",
        secret: bool = False,
    ) -> None:
        self.least, self.most, self.pattern, self.secret = least, most, pattern, secret
        self.words = words or " ".join(["text", *span(least, most, "characters")])

    def __str__(self) -> str:
        return self.words

    def check(self, value: Any, where: str) -> str:
        """Return the text."""
        if isinstance(value, str) and self._fits(value):
            return value
        raise InvalidInputError(where, MASK if self.secret else value, str(self))

    def _fits(self, text: str) -> bool:
        if not within(len(text), self.least, self.most):
            return False
        return not self.pattern or re.fullmatch(self.pattern, text, re.ASCII) is not None


class Words(Bound):
    """A word of an enum, or another spelling of one, in any case."""

    def __init__(
        self,
        enum: type[StrEnum],
        *,
        aliases: Mapping[str, str] = MappingProxyType({}),
        answered: tuple[str, ...] = (),
    ) -> None:
        self.enum = enum
        self.answered = answered
        """The words that Graph answers and does not take."""
        self._named = {
            **{member.value.upper(): member for member in enum},
            **{alias.upper(): enum(word) for alias, word in aliases.items()},
        }

    def __str__(self) -> str:
        words = ", ".join(word for word in self.enum if word not in self.answered)
        return f"one of {words}; a word that is new at Meta as {self.enum.__name__}(...)"

    def check(self, value: Any, where: str) -> StrEnum:
        """Return the member that a text names; one that the caller made of a new word is his."""
        member = self._named.get(value.upper()) if isinstance(value, str) else None
        if member is None and isinstance(value, self.enum):
            member = value
        if member is None or member in self.answered:
            raise InvalidInputError(where, value, str(self))
        return member


class Whole(Bound):
    """A whole number."""

    def __init__(self, *, least: int | None = None, most: int | None = None) -> None:
        self.least, self.most = least, most

    def __str__(self) -> str:
        if self.least is None or self.most is None:
            return "a whole number"
        return f"a whole number from {self.least} to {self.most}"

    def check(self, value: Any, where: str) -> int:
        """Return the number."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise InvalidInputError(where, value, str(self))
        if not within(value, self.least, self.most):
            raise InvalidInputError(where, value, str(self))
        return value


class Flag(Bound):
    """Yes or no."""

    def __str__(self) -> str:
        return "True or False"

    def check(self, value: Any, where: str) -> bool:
        """Return the flag."""
        if not isinstance(value, bool):
            raise InvalidInputError(where, value, str(self))
        return value


class AnyOf(Bound):
    """A value of one of several kinds."""

    def __init__(self, *kinds: Bound) -> None:
        self.kinds = kinds

    def __str__(self) -> str:
        return " or ".join(map(str, self.kinds))

    def check(self, value: Any, where: str) -> Any:
        """Return the value as the first kind that it is of takes it."""
        for kind in self.kinds:
            try:
                return kind.check(value, where)
            except InvalidInputError:
                pass
        raise InvalidInputError(where, value, str(self))


def walked(value: object) -> list[Any] | None:
    """Return what can be walked as a list; one text or one mapping cannot."""
    given: Any = value
    many = isinstance(given, Iterable) and not isinstance(given, (str, bytes, Mapping))
    return list(cast(Iterable[Any], given)) if many else None


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name that was most likely meant."""
    return difflib.get_close_matches(name, list(names), n=1, cutoff=0.0)[0]


def within(size: int, least: int | None, most: int | None) -> bool:
    return (least is None or least <= size) and (most is None or size <= most)


def span(least: int, most: int | None, what: str) -> list[str]:
    """Say in words how many there may be; nothing where there is no bound."""
    if most is not None:
        return [f"of {least} to {most} {what}" if least else f"of at most {most} {what}"]
    return [f"of at least {least} {what}"] if least else []
