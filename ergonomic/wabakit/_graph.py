"""The seam: the only file that touches the private names of the generated client.

An endpoint module of `wabakit_graph` knows where a request goes; `_made/operations.py` has a record
for each, and a typed function that makes its calls.
"""

import json
import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType, SimpleNamespace
from typing import Any

import attrs

from wabakit._bounds import Bound
from wabakit._json import JsonObject, as_list, as_object
from wabakit._made.words import ARGUMENTS
from wabakit._node import IdField, Node
from wabakit._wire import Asked, Call, Filter, Repeat, Selection, Unreadable
from wabakit.errors import InvalidInputError


@attrs.frozen(eq=False, repr=False)
class Operation:
    """A Graph operation; calling it makes a `Call`, held against the bounds of the contract.

    Where a request goes the generated module of its endpoint knows.
    """

    name: str
    node: type[Node]
    """What is answered; one without fields where success is all that there is to say."""
    repeat: Repeat
    bounds: Mapping[str, Bound]
    """By parameter, that of the path first."""
    body: Bound | None = None
    repeats: Mapping[str, Repeat] = MappingProxyType({})
    """By the members of the body that are repeated in another way."""
    filters: tuple[str, ...] = ()
    """Fields that its list can be filtered by."""
    needed: tuple[str, ...] = ()
    """The members without which an answer is none."""
    is_write: bool = False
    """Whether it changes something."""
    is_list: bool = False
    """Whether many are answered, page by page."""
    is_about_none: bool = False
    """Whether it is about no object: then the id is empty."""
    is_open: bool = False
    """Whether it is called without a token."""
    is_form: bool = False
    """Whether its body is sent as a form."""
    is_enveloped: bool = False
    """Whether what is answered stands in a member, `data`."""

    def __call__(
        self,
        endpoint: Any,
        caller: str,
        object_id: str,
        /,
        *,
        body: Mapping[str, object] | None = None,
        fields: Selection[Any] | None = None,
        filtering: tuple[Filter, ...] | None = None,
        **query: object,
    ) -> Call[Any]:
        sent, members = self._checked(caller, object_id, body or {}, query)
        selection = fields or Selection(Asked(), lambda rows: list(map(self.node.read, rows)))
        if fields:
            sent["fields"] = fields.asked.text
        if filtering:
            self._check_filters(filtering)
            sent["filtering"] = json.dumps([attrs.asdict(condition) for condition in filtering])
        if self.body:
            sent["body"] = SimpleNamespace(to_dict=lambda: members)
        special: list[Repeat] = [self.repeats[name] for name in self.repeats if name in members]
        request = endpoint._get_kwargs(**sent)
        return Call(
            operation=self.name,
            caller=caller,
            object_id=object_id,
            method=request["method"].upper(),
            is_read=not self.is_write,
            path=request["url"],
            params=request.get("params", {}),
            body=request.get("data" if self.is_form else "json"),
            repeat=special[0] if special else self.repeat,
            parse=partial(self.parse, object_id, selection),
            is_list=self.is_list,
            is_open=self.is_open,
            is_form=self.is_form,
            asked=selection.asked,
            where=filtering or (),
        )

    def _check_filters(self, filtering: tuple[Filter, ...]) -> None:
        for condition in filtering:
            if condition.field not in self.filters:
                rule = f"a field that this list can be filtered by: {', '.join(self.filters)}"
                raise InvalidInputError("where", condition.field, rule)

    def _checked(
        self, caller: str, object_id: str, body: Mapping[str, Any], query: Mapping[str, Any]
    ) -> tuple[dict[str, Any], JsonObject]:
        """Return parameters and members of the body as they are sent, of those that are given.

        The id is that of a handle, which has checked it.
        """
        sent = {} if self.is_about_none else {next(iter(self.bounds)): object_id}
        members: JsonObject = {name: value for name, value in body.items() if value is not None}
        try:
            sent |= {n: self.bounds[n].check(v, n) for n, v in query.items() if v is not None}
            return sent, self.body.check(members, "") if self.body else members
        except InvalidInputError as error:
            name = ARGUMENTS.get(error.field, error.field) or caller  # as a whole
            raise InvalidInputError(name, error.value, error.rule) from None

    def parse(self, object_id: str, selection: Selection[Any], body: JsonObject) -> Any:
        """Return the typed answer to a call about an object.

        Raises:
            Unreadable: `body` is not what the contract allows; says where.
        """
        if str(body.get("success", True)).lower() != "true":
            raise Unreadable("it does not say that it succeeded")
        if self.is_list:
            return selection.each(_rows(body))
        if self.is_write and not body.keys() & {"success", *self.node.fields}:
            raise Unreadable("it says nothing of what became of a write")
        if missing := [name for name in self.needed if not body.get(name)]:
            raise Unreadable(f"{missing[0]} is missing")
        if self.is_enveloped:
            body = body["data"]
        [answer] = selection.each([body])
        # What would be taken for another object, or cannot be asked about.
        if isinstance(named := self.node.fields.get("id"), IdField):
            found = body["id"] if type(body.get("id")) is str else named.in_text(body).get("id")
            if not isinstance(found, str):
                raise Unreadable("its id is missing or no text")
            if self.is_write and not re.fullmatch("[0-9]{1,32}", found):
                raise Unreadable("its id is none that can be asked about")
            if not self.is_write and found != object_id:
                raise Unreadable(f"it is about another id, {found[:32]}")
        return answer


def _rows(body: JsonObject) -> list[Any]:
    rows, paging = as_list(body.get("data")), as_object(body.get("paging", {}))
    if rows is None or paging is None or as_object(paging.get("cursors", {})) is None:
        raise Unreadable("it is no page of a list")
    return rows
