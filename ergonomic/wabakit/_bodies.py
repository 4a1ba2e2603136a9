"""What a list or a mapping in a request may hold; checked, it is as JSON has it.

A mapping is held against the members of the contract. Meta adds members: one that the contract does
not list yet is sent for whoever has it among the `additional_properties` of a low-level model.
"""

from collections.abc import Mapping
from typing import Any, NoReturn, cast

import attrs
from wabakit_graph.types import UNSET

from wabakit._bounds import Bound, nearest, span, walked, within
from wabakit._secret import MASK
from wabakit.errors import InvalidInputError


class Listed(Bound):
    """A list of things of one kind."""

    def __init__(
        self, item: Bound, *, least: int = 0, most: int | None = None, unique: str = ""
    ) -> None:
        self.item, self.least, self.most = item, least, most
        self.unique = unique
        """The member in which no two items may agree."""

    def __str__(self) -> str:
        count = " ".join(span(self.least, self.most, "items")) or "of items"
        return f"a list {count}, each {self.item}"

    def check(self, value: Any, where: str) -> list[Any]:
        """Return the list; anything that can be walked may be given, except one text."""
        items = walked(value)
        if items is None:
            alone = "; this is one text" if isinstance(value, str) else ""
            raise InvalidInputError(where, value, f"{self}{alone}")
        if not within(len(items), self.least, self.most):
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
        if not within(len(sent) + len(beyond), self.least, self.most):
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


def _inside(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)
