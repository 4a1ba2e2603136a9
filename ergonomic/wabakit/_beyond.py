"""Calls that the contract does not describe: made by hand, sent as all others are."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast

from wabakit._json import JsonObject, as_list, secrets_in, write_json
from wabakit._made.words import SECRETS, TOKEN_PARAMETERS
from wabakit._secret import MASK, Secret
from wabakit._wire import BEYOND, Call
from wabakit.errors import InvalidInputError

_PATH = re.compile(r"/?[\w.:|~-]+(?:/[\w.:|~-]+)*", re.ASCII)


def call_beyond(method: Any, path: Any, params: Any, body: Any) -> Call[JsonObject]:
    """Return a call of any address below the version.

    Raises:
        InvalidInputError: it would leave the host or carry a token, or cannot be sent so.
    """
    verb = method.upper() if isinstance(method, str) else ""
    if verb not in ("GET", "POST", "DELETE"):
        raise InvalidInputError("method", method, "GET, POST or DELETE")
    steps = _steps(path)
    if verb == "GET" and body is not None:
        raise InvalidInputError("body", body, "none: a GET is told by params=")
    sent = _members("params", params)
    texts = {n: v if isinstance(v, (str, int, float)) else _written(n, v) for n, v in sent.items()}
    return Call(
        operation=BEYOND,
        caller="request",
        object_id=steps[0],
        method=verb,
        is_read=verb == "GET",
        path="/" + "/".join(steps),
        params=texts,
        body=None if body is None else _members("body", body),
        repeat="safe" if verb == "GET" else "never",
        parse=dict,
    )


def _steps(path: Any) -> list[str]:
    rule = "a path below the version, such as 102290129340398/phone_numbers, without host and query"
    if isinstance(path, str) and _PATH.fullmatch(path):
        steps = path.removeprefix("/").split("/")
        if re.fullmatch(r"v[0-9]+\.[0-9]+", steps[0]):
            rule = f"without the version, which api_version= gives: api_version={steps[0]!r}"
        elif not {".", ".."} & set(steps):
            return steps
    raise InvalidInputError("path", MASK if "=" in str(path) else path, rule)


def _members(argument: str, given: Any) -> JsonObject:
    """Return what is given by name, without what is None."""
    if not isinstance(given or {}, Mapping):
        raise InvalidInputError(argument, given, "a mapping of names to values, no endless one")
    members = cast("Mapping[object, Any]", given or {})
    for name in members:
        if not isinstance(name, str) or not re.fullmatch(r"[\w.\[\]-]+", name, re.ASCII):
            raise InvalidInputError(argument, MASK, "each name text, as Graph writes it")
        if name in TOKEN_PARAMETERS:
            rule = "the client sends it: use with_options(token=) for another token"
            raise InvalidInputError(f"{argument}.{name}", MASK, rule)
    return {str(name): value for name, value in members.items() if value is not None}


def concealed_within(given: object) -> Any:
    """Return what is given at once with secrets as such, so that no traceback of ours shows them.

    Of what holds itself only the type is kept, which `call_beyond` refuses.
    """
    with suppress(RecursionError):
        return _hidden(given)
    return type(given)


def _hidden(value: Any, name: str = "") -> Any:
    """Return a value whose secrets are known as such, by the names that they always have."""
    if isinstance(value, (str, int)) and not isinstance(value, (bool, Secret)):
        return Secret(value) if name in SECRETS else value
    if isinstance(value, Mapping):
        return {name: _hidden(member, name) for name, member in cast(Any, value).items()}
    return value if (items := as_list(value)) is None else [_hidden(item) for item in items]


def _written(name: str, value: Any) -> str:
    """Return a list or a mapping as the JSON text that a query has of it."""
    with suppress(TypeError, ValueError, RecursionError):
        text = write_json(value).decode()
        return Secret(text) if secrets_in(value) else text
    raise InvalidInputError(f"params.{name}", value, "text, a number, a truth value or JSON")
