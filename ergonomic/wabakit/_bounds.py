"""What a request may hold: a value is checked here, before a scarce call is spent on it.

The bounds themselves are the contract's, in `_made/bounds.py`. A check returns the value as it is
sent: words as members of their enums, lists and mappings as JSON has them.

Text is held against the words of the contract, a mapping against its members, so that a slip of
the pen costs nothing. Meta adds words and members: one that the contract does not list yet is sent
for whoever says that it is meant, by `StorageStatus("NEW")` or by a low-level model that has it
among its `additional_properties`.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NoReturn, cast

import attrs
from wabakit_graph.types import UNSET

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
        self.words = words or " ".join(["text", *_span(least, most, "characters")])

    def __str__(self) -> str:
        return self.words

    def check(self, value: Any, where: str) -> str:
        """Return the text."""
        if isinstance(value, str) and self._fits(value):
            return value
        raise InvalidInputError(where, MASK if self.secret else value, str(self))

    def _fits(self, text: str) -> bool:
        if not _within(len(text), self.least, self.most):
            return False
        return not self.pattern or re.fullmatch(self.pattern, text, re.ASCII) is not None


class Words(Bound):
    """A word of an enum, in any case."""

    def __init__(self, enum: type[StrEnum]) -> None:
        self.enum = enum

    def __str__(self) -> str:
        listed = ", ".join(member.value for member in self.enum)
        return f"one of {listed}; a word that is new at Meta as {self.enum.__name__}(...)"

    def check(self, value: Any, where: str) -> StrEnum:
        """Return the member that a text names; one that the caller made of a new word is his."""
        if isinstance(value, str):
            for member in self.enum:
                if member.value.upper() == value.upper():
                    return member
        if isinstance(value, self.enum):
            return value
        raise InvalidInputError(where, value, str(self))


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
        if not _within(value, self.least, self.most):
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


class Listed(Bound):
    """A list of things of one kind."""

    def __init__(
        self, item: Bound, *, least: int = 0, most: int | None = None, unique: str = ""
    ) -> None:
        self.item, self.least, self.most = item, least, most
        self.unique = unique
        """The member in which no two items may agree."""

    def __str__(self) -> str:
        count = " ".join(_span(self.least, self.most, "items")) or "of items"
        return f"a list {count}, each {self.item}"

    def check(self, value: Any, where: str) -> list[Any]:
        """Return the list; anything that can be walked may be given, except one text."""
        items = walked(value)
        if items is None:
            alone = "; this is one text" if isinstance(value, str) else ""
            raise InvalidInputError(where, value, f"{self}{alone}")
        if not _within(len(items), self.least, self.most):
            raise InvalidInputError(where, items, f"{self}; this one has {len(items)}")
        checked = [self.item.check(item, f"{where}[{at}]") for at, item in enumerate(items)]
        names = [item[self.unique] for item in checked] if self.unique else []
        for at, name in enumerate(names):
            if name in names[:at]:
                raise InvalidInputError(f"{where}[{at}].{self.unique}", name, "each only once")
        return checked


class Members(Bound):
    """A mapping, or a low-level model, whose members are known."""

    def __init__(
        self,
        members: Mapping[str, Bound],
        *,
        required: tuple[str, ...] = (),
        answered: tuple[str, ...] = (),
        former: tuple[str, ...] = (),
        least: int = 0,
        most: int | None = None,
        others: Bound | None = None,
    ) -> None:
        self.members, self.required, self.least, self.most = members, required, least, most
        self.answered = answered
        """What Graph answers and does not take."""
        self.former = former
        """What Graph still takes and nobody is told to send."""
        self.others = others
        """What members of other names may be, where the names are the caller's choice."""

    def __str__(self) -> str:
        return f"a mapping of {self._listed or 'names and values'}"

    @property
    def _listed(self) -> str:
        return ", ".join(name for name in self.members if name not in self.former)

    def check(self, value: Any, where: str) -> dict[str, Any]:
        """Return the members as a JSON object, those that a model has beyond the contract too."""
        given, beyond = self._members_of(value, where)
        sent: dict[str, Any] = {}
        for name, member in given.items():
            bound = self.members.get(name) or self.others or self._refuse(name, where)
            sent[name] = bound.check(member, _inside(where, name))
        for name in self.required:
            if name not in sent:
                missing = f"it is needed: {self.members[name]}"
                raise InvalidInputError(_inside(where, name), None, missing)
        if not _within(len(sent) + len(beyond), self.least, self.most):
            count = "exactly" if self.least == self.most else "at least"
            rule = f"{count} {'one' if self.least == 1 else self.least} of {self._listed}"
            raise InvalidInputError(where, " ".join(sent) or None, rule)
        return {**beyond, **sent}

    def _members_of(self, value: object, where: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """Return what the contract speaks of, and what it does not."""
        if isinstance(value, Mapping):
            return cast(Mapping[str, Any], value), {}
        model: Any = value
        beyond: Any = getattr(model, "additional_properties", None)
        if not isinstance(beyond, dict) or not attrs.has(cast(Any, type(model))):
            raise InvalidInputError(where, model, str(self))
        known = (field.name for field in attrs.fields(cast(Any, type(model))) if field.init)
        held = ((name, getattr(model, name)) for name in known)
        given = {name: member for name, member in held if member is not UNSET}
        more = cast(dict[str, Any], beyond)
        return ({**given, **more}, {}) if self.others else (given, more)

    def _refuse(self, name: object, where: str) -> NoReturn:
        path = _inside(where, name)
        if name in self.answered:
            raise InvalidInputError(path, MASK, "Graph answers it and does not take it: omit it")
        near = nearest(str(name), self.members)
        rule = f"there is no such member, the nearest is {near}, of {self._listed}"
        raise InvalidInputError(path, MASK, rule)


def walked(value: object) -> list[Any] | None:
    """Return what can be walked as a list; one text or one mapping cannot."""
    given: Any = value
    many = isinstance(given, Iterable) and not isinstance(given, (str, bytes, Mapping))
    return list(cast(Iterable[Any], given)) if many else None


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name that was most likely meant."""
    return difflib.get_close_matches(name, list(names), n=1, cutoff=0.0)[0]


def _inside(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)


def _within(size: int, least: int | None, most: int | None) -> bool:
    return (least is None or least <= size) and (most is None or size <= most)


def _span(least: int, most: int | None, what: str) -> list[str]:
    """Say in words how many there may be; nothing where there is no bound."""
    if most is not None:
        return [f"of {least} to {most} {what}" if least else f"of at most {most} {what}"]
    return [f"of at least {least} {what}"] if least else []
