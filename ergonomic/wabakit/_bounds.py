"""What a value of a request may be: it is checked before a scarce call is spent on it.

The bounds themselves are the contract's, in `_made/bounds.py`, and so is what each says. A check
returns the value as it is sent, a list or mapping as JSON has it. Text is held against the words of
the contract, and a mapping against its members, so that a slip of the pen costs nothing. Meta adds
words and members: one that the contract does not list yet is sent for whoever says that it is
meant, by `StorageStatus("NEW")` or among the `additional_properties` of a low-level model.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from math import inf
from typing import Any, NoReturn, cast

import attrs
from wabakit_graph import models

from wabakit._reading import words_of
from wabakit._secret import MASK
from wabakit.errors import InvalidInputError


@attrs.frozen(eq=False, repr=False)
class Bound:
    """What one value may be; alone, anything."""

    words: str = attrs.field(default="anything", kw_only=True)
    """The same for people."""

    def check(self, value: Any, where: str) -> Any:
        """Return a value as it is sent.

        Raises:
            InvalidInputError: it is out of bounds; `where` names the argument and what is in it.
        """
        return value if self.takes(value) else self.refuse(value, where)

    def takes(self, _: Any, /) -> bool:
        """Tell whether a value is within the bounds."""
        return True

    def refuse(self, value: object, where: str, rule: str = "") -> NoReturn:
        """Refuse a value, by a rule or by what the bound is in words."""
        raise InvalidInputError(where, value, rule or self.words)


@attrs.frozen(eq=False, repr=False)
class Text(Bound):
    """Text of so many characters, in a form."""

    least: int = 0
    most: float = inf
    pattern: str = ""
    secret: bool = False

    def takes(self, value: Any) -> bool:
        """Tell whether it is such text."""
        good = isinstance(value, str) and self.least <= len(value) <= self.most
        return good and (not self.pattern or bool(re.fullmatch(self.pattern, value, re.ASCII)))

    def refuse(self, value: object, where: str, rule: str = "") -> NoReturn:
        """Refuse a value, which is not shown where it may be a secret."""
        super().refuse(MASK if self.secret else value, where, rule)


@attrs.frozen(eq=False, repr=False)
class Words(Bound):
    """A word of an enum, or another spelling of one, in any case."""

    enum: str
    """The name that it has in the low-level client, where it is loaded when it is needed."""
    answered: tuple[str, ...] = ()
    """The words that Graph answers and does not take."""

    def check(self, value: Any, where: str) -> StrEnum:
        """Return the member that a text names; one that the caller made of a new word is his."""
        unlisted = value if isinstance(value, self._enum) else None
        member = self._named.get(value.upper(), unlisted) if isinstance(value, str) else None
        if member is None or member in self.answered:
            self.refuse(value, where)
        return member

    @property
    def _enum(self) -> type[StrEnum]:
        return cast("type[StrEnum]", getattr(models, self.enum))

    @cached_property
    def _named(self) -> Mapping[str, StrEnum]:
        return {text.upper(): member for text, member in words_of(self._enum).items()}


@attrs.frozen(eq=False, repr=False)
class Whole(Bound):
    """A whole number."""

    least: float = -inf
    most: float = inf

    def takes(self, value: Any) -> bool:
        """Tell whether it is such a number."""
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and self.least <= value <= self.most


@attrs.frozen(eq=False, repr=False)
class Flag(Bound):
    """Yes or no."""

    words: str = attrs.field(default="True or False", kw_only=True)

    def takes(self, value: Any) -> bool:
        """Tell whether it is a truth value."""
        return isinstance(value, bool)


@attrs.frozen(eq=False, repr=False)
class AnyOf(Bound):
    """A value of one of several kinds."""

    kinds: tuple[Bound, ...]

    def takes(self, value: Any) -> bool:
        """Tell whether it is of one of the kinds."""
        return any(kind.takes(value) for kind in self.kinds)


@attrs.frozen(eq=False, repr=False)
class Listed(Bound):
    """A list of things of one kind."""

    item: Bound
    least: int = 0
    most: float = inf
    unique: str = ""
    """The member in which no two items may agree."""

    def check(self, value: Any, where: str) -> list[Any]:
        """Return the list; anything that can be walked may be given, except one text."""
        items = walked(value)
        if items is None:
            self.refuse(value, where, f"{self.words}; this is one text" * isinstance(value, str))
        if not self.least <= len(items) <= self.most:
            self.refuse(items, where, f"{self.words}; this one has {len(items)}")
        checked = [self.item.check(item, f"{where}[{at}]") for at, item in enumerate(items)]
        names = [item[self.unique] for item in checked if self.unique]
        for at, name in enumerate(names):
            if name in names[:at]:
                self.refuse(name, f"{where}[{at}].{self.unique}", "each only once")
        return checked


@attrs.frozen(eq=False, repr=False)
class Members(Bound):
    """A mapping, or a low-level model, whose members are known."""

    members: Mapping[str, Bound]
    required: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    """Of these all are given or none."""
    answered: tuple[str, ...] = ()
    """What Graph answers and does not take."""
    former: tuple[str, ...] = ()
    """What Graph still takes and nobody is told to send."""
    least: int = 0
    most: float = inf
    others: Bound | None = None
    """What members of other names may be, where the names are the caller's choice."""

    @property
    def _listed(self) -> str:
        return ", ".join(name for name in self.members if name not in self.former)

    def check(self, value: Any, where: str) -> dict[str, Any]:
        """Return the members as a JSON object, those that a model has beyond the contract too."""
        given, beyond = self._members_of(value, where)
        bounds = {n: self.members.get(n) or self.others or self._stray(n, where) for n in given}
        sent = {n: bounds[n].check(member, _inside(where, n)) for n, member in given.items()}
        needed = self.required + self.together * any(name in sent for name in self.together)
        for name in (name for name in needed if name not in sent):
            self.refuse(None, _inside(where, name), f"it is needed: {self.members[name].words}")
        if not self.least <= len(sent) + len(beyond) <= self.most:
            count = "exactly" if self.least == self.most else "at least"
            rule = f"{count} {'one' if self.least == 1 else self.least} of {self._listed}"
            self.refuse(" ".join(sent) or None, where, rule)
        return {**beyond, **sent}

    def _members_of(self, value: object, where: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """Return what the contract speaks of, and what it does not."""
        from wabakit_graph.types import UNSET  # with all that a model needs

        if isinstance(value, Mapping):
            return cast(Mapping[str, Any], value), {}
        model: Any = value
        beyond: Any = getattr(model, "additional_properties", None)
        if not isinstance(beyond, dict) or not attrs.has(cast(Any, type(model))):
            self.refuse(model, where)
        given = attrs.asdict(model, recurse=False, filter=lambda a, v: a.init and v is not UNSET)
        more = cast(dict[str, Any], beyond)
        return ({**given, **more}, {}) if self.others else (given, more)

    def _stray(self, name: object, where: str) -> NoReturn:
        near = nearest(str(name), self.members)
        rule = f"there is no such member, the nearest is {near}, of {self._listed}"
        if name in self.answered:
            rule = "Graph answers it and does not take it: omit it"
        self.refuse(MASK, _inside(where, name), rule)


def walked(value: object) -> list[Any] | None:
    """Return what can be walked as a list; one text or one mapping cannot."""
    many = isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping))
    return list(cast("Iterable[Any]", value)) if many else None


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name that was most likely meant."""
    import difflib  # a mistake asks for it

    return difflib.get_close_matches(name, list(names), n=1, cutoff=0.0)[0]


def _inside(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)
