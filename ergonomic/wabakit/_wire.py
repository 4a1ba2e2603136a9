"""What goes over the wire, as values: the call, the request, the wait, the answer.

A flow yields `Send` and `Wait` and is sent a `Reply`; nothing here knows an HTTP library.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import count
from typing import Any, Generic, Literal

import attrs

from wabakit._exception import Head, Response, Usage, subject
from wabakit._json import JsonObject, decode
from wabakit._made.words import SECRET_MEMBERS
from wabakit._secret import cover, masked, standing_in
from wabakit._typevars import T_co

BEYOND = "request"
"""What stands for the operationId of a call that the contract does not describe."""
Repeat = Literal["safe", "settle-first", "never"]
"""How a call may be sent again: like a read, only after reading the state, or not at all."""

_LONGEST_TEXT = 10_000
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.ASCII | re.IGNORECASE)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@attrs.frozen(repr=False, cache_hash=True)
class Asked:
    """The fields that a read asks for."""

    fields: "tuple[tuple[str, Asked | None], ...]" = ()
    """Wire names, each with what is asked for inside of it."""
    raw: frozenset[str] = frozenset()
    """Those asked for with `Field.raw`, which no list of ours is held against."""
    limit: int | None = None
    """How many items, where this is asked for inside of a list that is read with its object."""

    @cached_property
    def text(self) -> str:
        """What the `fields` parameter says."""
        asked = (name + (inner.inside if inner else "") for name, inner in self.fields)
        return ",".join(asked)

    @property
    def inside(self) -> str:
        """What stands behind the name of the field that this is asked for inside of."""
        return (f".limit({self.limit})" if self.limit else "") + f"{{{self.text}}}"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, inner ones behind those of their holders."""
        return tuple(
            full
            for name, inner in self.fields
            for full in (name, *(f"{name}.{part}" for part in (inner.names if inner else ())))
        )


@attrs.frozen(eq=False, repr=False)
class Selection(Generic[T_co]):
    """What to ask Graph for, and how to read it."""

    asked: Asked
    each: Callable[[list[JsonObject]], list[T_co]]
    """Makes the user's objects of rows; Unreadable where one is not what the contract allows."""


class Unreadable(ValueError):
    """An answer is not what the contract allows; the flow makes it a public error."""


class MissingField(Unreadable):
    """A view needs a field that the answer lacks."""


@attrs.frozen
class Filter:
    """A condition that Graph applies to a list before answering."""

    field: str
    value: str | bool | tuple[str, ...]
    operator: str = "EQUAL"


@attrs.frozen(eq=False, repr=False)
class Call(Generic[T_co]):
    """One Graph call, ready to be sent, and the way to read its answer."""

    operation: str
    """operationId in the contract."""
    caller: str
    """The method of a handle that makes the call, such as `set_pin`."""
    object_id: str
    """The id of the account, number or app that the call is about; empty where it is none."""
    method: str
    is_read: bool
    """Whether the call changes nothing."""
    path: str
    params: Mapping[str, Any]
    body: JsonObject | None
    repeat: Repeat
    """How the contract lets the call be sent again."""
    parse: Callable[[JsonObject], T_co]
    """Makes the typed answer; Unreadable says where a body is not what the contract allows."""
    is_list: bool = False
    """Whether the answer is a page, whose rows are its `data`."""
    is_open: bool = False
    """Whether it goes without a token."""
    is_form: bool = False
    """Whether the body is sent as a form."""
    asked: Asked = Asked()
    where: tuple[Filter, ...] = ()
    number: int = attrs.field(factory=count(1).__next__, init=False)
    """Which call of this process it is; a copy is another one."""

    @property
    def names(self) -> tuple[str, ...]:
        """What the contract calls the call, most specific first: by a body member, by operation."""
        return (*(f"{self.operation}!{name}" for name in self.body or ()), self.operation)

    @property
    def subject(self) -> str:
        """What is called, in words."""
        return subject(self.caller, self.object_id)

    @property
    def about(self) -> tuple[str, str, str]:
        """What every exception says of the call."""
        return self.operation, self.object_id, self.caller


@attrs.define(eq=False, repr=False)
class Send:
    """Ask the driver to send a request and to hand in the reply."""

    method: str
    url: str
    query: str
    """Parameters, encoded; a read's proof stands in them."""
    headers: Mapping[str, str]
    content: bytes | None
    connect: float
    """Seconds that connecting may take."""
    read: float
    """Seconds that each piece sent or received may take."""
    secrets: tuple[str, ...]
    """What no answer may show."""
    left: float = math.inf
    """Seconds that are left for the whole call, which the driver says."""


class Ask:
    """Ask the driver for the token that its provider gives."""


class OutOfTime(TimeoutError):
    """The time of a call was over before it was sent."""


@attrs.define(eq=False, repr=False)
class Wait:
    """Ask the driver to let time pass, which it does where the call has so much time left."""

    seconds: float


@attrs.define(eq=False, repr=False)
class Reply:
    """An HTTP answer, whatever library brought it."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    content: bytes
    fault: ValueError | None = None
    """Why the body cannot be read, of which nothing is here where it was left."""
    secrets: tuple[str, ...] = ()
    """What must not be shown of it."""
    usage: tuple[Usage, ...] = ()
    """What it says of quotas, once that is read."""
    body: JsonObject = attrs.field(factory=dict[str, Any])
    """What it says, once it is opened."""
    denies: bool = False
    """Whether it says that nothing was done, once it is opened."""

    def open(self) -> bool:
        """Read what it says, without its secrets wherever they stand; tell whether it is good.

        An error keeps its code though some bytes cannot be read.
        """
        has_links = self.text.rfind('"paging"') >= 0  # which finds it at once
        if standing_in("\n".join(self.headers.values()), self.secrets):
            self.headers = {n: cover(value, self.secrets) for n, value in self.headers.items()}
        if self.fault:
            return False
        try:
            # Nothing parsed is a variable before it is covered: tracebacks would show its secrets.
            body = self._page() if has_links else None
            if body is None:
                body = decode(cover(self.text, self.secrets))
            replaced = _REPLACEMENT in self.text and _REPLACEMENT.encode() not in self.content
            if replaced and self.status < 400 and "error" not in body:
                raise ValueError("it is not in its charset")
        except ValueError as error:
            self.fault = error
            return False
        self.body, self.denies = body, body.get("success") in (False, "false")
        return 200 <= self.status < 300 and "error" not in body and not self.denies

    @property
    def head(self) -> Head:
        """What is kept of it beside its body."""
        return Head(self.status, self.headers)

    @property
    def shown(self) -> Response:
        """The record of this reply that may be logged."""
        text = masked(self.text, self.secrets, SECRET_MEMBERS)
        return attrs.evolve(self.head.shown, text=text[:_LONGEST_TEXT])

    @cached_property
    def text(self) -> str:
        """The body as text, in UTF-8 or else in the charset that it declares."""
        found = json.detect_encoding(self.content)
        try:
            return self.content.decode(found)
        except UnicodeError:
            declared = _CHARSET.search(self.headers.get("content-type", ""))
        try:
            return self.content.decode(declared[1] if declared else found)
        except (LookupError, UnicodeError):
            return self.content.decode(found, "replace")

    def _page(self) -> JsonObject | None:
        """Return a page whose links stand behind its rows, as usual; they always hold the token.

        So they are covered and parsed apart from the rows, which seldom have one.
        """
        rows, _, links = self.text.rpartition('"paging"')
        if rows.endswith(",") and not standing_in(rows, self.secrets):
            with suppress(ValueError):  # it is not the page's own, but in a row or in a text
                covered = cover(f'{{"paging"{links}', self.secrets)
                return decode(f"{rows[:-1]}}}") | decode(covered)
        return None
