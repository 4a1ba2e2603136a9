"""The seam: the only file that touches the private names of the generated client.

An endpoint module of `wabakit_graph` knows where a request goes and how its answer is parsed;
`_made/operations.py` has a record for each, and a typed function that makes its calls.
"""

import json
import re
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from types import MappingProxyType, SimpleNamespace
from typing import Any, Generic, Protocol, TypeVar, cast

import attrs
import httpx
from wabakit_graph.client import AuthenticatedClient, Client
from wabakit_graph.models import PhoneNumber, PhoneNumberCreateResponse, PhoneNumberPage
from wabakit_graph.types import UNSET, Unset

from wabakit._bounds import Bound
from wabakit._decode import decoder
from wabakit._json import JsonObject
from wabakit._made.words import ARGUMENTS
from wabakit._wire import Asked, Call, Filter, Repeat
from wabakit.errors import InvalidInputError

T = TypeVar("T")

_FREQUENT = (PhoneNumber, PhoneNumberPage)  # answers worth the quick reader
_GRAPH_ID = re.compile("[0-9]{1,32}")
_LOW_LEVEL_CLIENT = Client(base_url="")  # parsers demand one, and ask it nothing


class Endpoint(Protocol):
    """What every generated endpoint module offers."""

    @property
    def _get_kwargs(self) -> Any: ...

    def _parse_response(
        self, *, client: AuthenticatedClient | Client, response: httpx.Response
    ) -> object: ...


@attrs.frozen
class Operation(Generic[T]):
    """A Graph operation; calling it makes a `Call`, held against the bounds of the contract."""

    name: str
    endpoint: Endpoint
    answer: type[T]
    repeat: Repeat
    bounds: Mapping[str, Bound]
    """By parameter, that of the path first."""
    body: Bound | None = None
    repeats: Mapping[str, Repeat] = MappingProxyType({})
    """By the members of the body that are repeated in another way."""

    def __call__(
        self,
        caller: str,
        object_id: str,
        /,
        *,
        body: Mapping[str, object] | None = None,
        fields: Asked | None = None,
        filtering: tuple[Filter, ...] | None = None,
        **query: object,
    ) -> Call[T]:
        given = {next(iter(self.bounds)): object_id, **query}
        try:
            sent = {n: self.bounds[n].check(v, n) for n, v in given.items() if v is not None}
            members: JsonObject = {n: v for n, v in (body or {}).items() if v is not None}
            members = self.body.check(members, "") if self.body else members
        except InvalidInputError as error:
            name = ARGUMENTS.get(error.field, error.field) or caller  # as a whole
            raise InvalidInputError(name, error.value, error.rule) from None
        if fields is not None:
            sent["fields"] = str(fields)
        if filtering:
            sent["filtering"] = json.dumps([attrs.asdict(condition) for condition in filtering])
        if self.body:
            sent["body"] = SimpleNamespace(to_dict=lambda: members)
        request = self.endpoint._get_kwargs(**sent)  # pyright: ignore[reportPrivateUsage]
        return Call(
            operation=self.name,
            caller=caller,
            object_id=object_id,
            method=request["method"].upper(),
            path=request["url"],
            params=request.get("params", {}),
            body=request.get("json"),
            repeat=self._repeat_of(members),
            parse=partial(self.parse, object_id, request["method"] == "get"),
            asked=fields or Asked(),
            where=filtering or (),
        )

    def _repeat_of(self, members: JsonObject) -> Repeat:
        special: list[Repeat] = [self.repeats[name] for name in members if name in self.repeats]
        return special[0] if special else self.repeat

    def parse(self, object_id: str, is_read: bool, body: JsonObject) -> T:
        """Return the typed answer to a call about an object.

        Raises:
            ValueError: `body` is not what the contract allows; says where.
        """
        answer = self._decode(body)
        if not any(getattr(answer, "success", UNSET) is good for good in (True, UNSET)):
            raise ValueError("it does not say that it succeeded")
        if not is_read and not body.keys() & {
            "success",
            *attrs.fields_dict(cast(Any, self.answer)),
        }:
            raise ValueError("it says nothing of what became of a write")
        for node in getattr(answer, "data", [answer]):
            if not isinstance(getattr(node, "id", UNSET), str | Unset):
                raise ValueError("an id in it is no text")
        # What would be taken for another object, or cannot be asked about.
        if isinstance(answer, PhoneNumberCreateResponse) and not _GRAPH_ID.fullmatch(answer.id):
            raise ValueError("its id is none that can be asked about")
        if isinstance(answer, PhoneNumber) and answer.id != object_id:
            raise ValueError(f"it is about another id, {answer.id[:32]}")
        return answer

    def _decode(self, body: JsonObject) -> T:
        if self.answer in _FREQUENT:
            try:
                return cast(T, decoder(cast(Any, self.answer))(body))
            except (AttributeError, KeyError, TypeError, ValueError):
                pass  # out of the ordinary: the generated parser says what is wrong
        stand_in = SimpleNamespace(status_code=HTTPStatus.OK, json=lambda: body)
        try:
            answer = self.endpoint._parse_response(  # pyright: ignore[reportPrivateUsage]
                client=_LOW_LEVEL_CLIENT, response=cast(httpx.Response, stand_in)
            )
        except KeyError as error:
            raise ValueError(f"{error.args[0]!r} is missing") from error
        except (AttributeError, TypeError) as error:
            raise ValueError(str(error)) from error
        if not isinstance(answer, self.answer):
            raise ValueError(f"no {self.answer.__name__} in it")
        return answer
