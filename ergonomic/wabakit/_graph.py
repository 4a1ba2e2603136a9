"""The seam: the only file that touches the private names of the generated client.

An endpoint module of `wabakit_graph` is a typed value. It satisfies `Endpoint`, so a Graph call
inherits its parameter types from the generated code, and a parameter renamed in the contract is a
type error here.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType, SimpleNamespace
from typing import Any, Generic, ParamSpec, Protocol, TypeVar, cast

import attrs
import httpx
from wabakit_graph.client import AuthenticatedClient, Client
from wabakit_graph.models import PhoneNumber, PhoneNumberCreateResponse, PhoneNumberPage
from wabakit_graph.types import UNSET, Unset

from wabakit._contract import REPEAT, REPEAT_BY_PROPERTY, Repeat
from wabakit._decode import decoder
from wabakit._json import JsonObject, as_list, as_object, parse_json
from wabakit._made.bounds import REQUESTS
from wabakit.errors import InvalidInputError

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")

_FREQUENT = (PhoneNumber, PhoneNumberPage)  # answers worth the quick reader
_GRAPH_ID = re.compile("[0-9]{1,32}")
_LOW_LEVEL_CLIENT = Client(base_url="")  # parsers demand one, and ask it nothing


class Endpoint(Protocol[P, T_co]):
    """What every generated endpoint module offers."""

    def _get_kwargs(self, *args: P.args, **kwargs: P.kwargs) -> dict[str, Any]: ...

    def _parse_response(
        self, *, client: AuthenticatedClient | Client, response: httpx.Response
    ) -> T_co: ...


@attrs.define
class Call(Generic[T]):
    """One Graph call, ready to be sent, and the way to read its answer."""

    operation: str
    """operationId in the contract."""
    caller: str
    """The method of a handle that makes the call, such as `set_pin`."""
    object_id: str
    """The id of the account or number that the call is about."""
    method: str
    path: str
    params: Mapping[str, Any]
    body: JsonObject | None
    _endpoint: Endpoint[..., object]
    _answer: type[T]

    @property
    def is_read(self) -> bool:
        """Whether the call changes nothing."""
        return self.method == "GET"

    @property
    def names(self) -> tuple[str, ...]:
        """What the contract calls the call, most specific first: by a body member, by operation."""
        return (*(f"{self.operation}!{name}" for name in self.body or ()), self.operation)

    @property
    def repeat(self) -> Repeat:
        """How the contract lets the call be sent again; its body members may say more."""
        by_property = REPEAT_BY_PROPERTY.get(self.operation, {})
        for name in self.body or ():
            if name in by_property:
                return by_property[name]
        return REPEAT[self.operation]

    def parse(self, body: JsonObject) -> T:
        """Return the typed answer.

        Raises:
            ValueError: `body` is not what the contract allows; says where.
        """
        answer = self._parse(body)
        self._check_ids(answer)
        return answer

    def _check_ids(self, answer: object) -> None:
        """Refuse what would be taken for another object, or for one that cannot be asked about."""
        for node in getattr(answer, "data", [answer]):
            if not isinstance(getattr(node, "id", UNSET), str | Unset):
                raise ValueError("an id in it is no text")
        if isinstance(answer, PhoneNumberCreateResponse) and not _GRAPH_ID.fullmatch(answer.id):
            raise ValueError("its id is none that can be asked about")
        if isinstance(answer, PhoneNumber) and answer.id != self.object_id:
            raise ValueError(f"it is about another id, {answer.id[:32]}")

    def _parse(self, body: JsonObject) -> T:
        if self._answer in _FREQUENT:
            try:
                return cast(T, decoder(cast(Any, self._answer))(body))
            except (AttributeError, KeyError, TypeError, ValueError):
                pass  # out of the ordinary: the generated parser says what is wrong
        stand_in = SimpleNamespace(status_code=HTTPStatus.OK, json=lambda: body)
        try:
            answer = self._endpoint._parse_response(  # pyright: ignore[reportPrivateUsage]
                client=_LOW_LEVEL_CLIENT, response=cast(httpx.Response, stand_in)
            )
        except KeyError as error:
            raise ValueError(f"{error.args[0]!r} is missing") from error
        except (AttributeError, TypeError) as error:
            raise ValueError(str(error)) from error
        if not isinstance(answer, self._answer):
            raise ValueError(f"no {self._answer.__name__} in it")
        if not any(getattr(answer, "success", UNSET) is good for good in (True, UNSET)):
            raise ValueError("it does not say that it succeeded")
        known = {"success", *(field.name for field in attrs.fields(cast(Any, self._answer)))}
        if not (self.is_read or body.keys() & known):
            raise ValueError("it says nothing of what became of a write")
        return answer


class Operation(Generic[P, T]):
    """A Graph operation; calling it with the generated parameters makes a `Call`.

    This is where every request is held against the bounds of the contract. What users know by
    another name than the contract, is refused by theirs: `called` has it by parameter or member.
    """

    def __init__(
        self,
        name: str,
        caller: str,
        endpoint: Endpoint[P, object],
        answer: type[T],
        called: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.name, self.caller, self._endpoint, self._answer = name, caller, endpoint, answer
        self._called = called

    def by(self, method: str) -> "Operation[P, T]":
        """Return the operation as another method of a handle calls it."""
        return Operation(self.name, method, self._endpoint, self._answer, self._called)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Call[T]:
        checked = self._checked({**dict(zip(REQUESTS[self.name], args, strict=False)), **kwargs})
        if "body" in checked:
            body = checked["body"]
            checked["body"] = SimpleNamespace(to_dict=lambda: body)
        make: Any = self._endpoint._get_kwargs  # pyright: ignore[reportPrivateUsage]
        request = make(**checked)
        return Call(
            self.name,
            self.caller,
            str(args[0]),
            request["method"].upper(),
            request["url"],
            request.get("params", {}),
            request.get("json"),
            self._endpoint,
            self._answer,
        )

    def _checked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return parameters and body as they are sent.

        Raises:
            InvalidInputError: one of them is out of bounds.
        """
        bounds = REQUESTS[self.name]
        try:
            return {
                name: bounds[name].check(value, "" if name == "body" else name)
                for name, value in given.items()
                if value is not UNSET
            }
        except InvalidInputError as error:
            name = self._called.get(error.field, error.field) or self.caller  # as a whole
            raise InvalidInputError(name, error.value, error.rule) from None


def given(value: V | None) -> V | Unset:
    """Return `value` as the generated code takes it: None means "do not send"."""
    return UNSET if value is None else value


def decode(text: str) -> JsonObject:
    """Return a JSON body as an object, without the members that are null.

    A bare list, as some documents print it, is read as `{"data": [...]}`.

    Raises:
        ValueError: the body is empty, not JSON, or JSON of another kind.
    """
    value = parse_json(text)
    if "null" in text:
        try:
            value = _without_nulls(value)
        except RecursionError as error:
            raise ValueError("JSON nested too deeply") from error
    body = {"data": value} if as_list(value) is not None else as_object(value)
    if body is None:
        raise ValueError("a JSON object was expected")
    return body


def _without_nulls(value: Any) -> Any:
    if (members := as_object(value)) is not None:
        return {name: _without_nulls(v) for name, v in members.items() if v is not None}
    if (items := as_list(value)) is not None:
        return [_without_nulls(item) for item in items if item is not None]
    return value
