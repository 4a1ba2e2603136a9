# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/calls.py.
# Do not edit: change that file, then run `make sync`.
"""What a client reads and sends that is about no single object of a handle."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, overload

from wabakit._batch import Batches
from wabakit._beyond import call_beyond, concealed_within
from wabakit._bounds import Listed
from wabakit._exception import WabakitError
from wabakit._flow import perform
from wabakit._made.bounds import GraphId
from wabakit._made.nodes import PhoneNumber, TokenInfo
from wabakit._node import Field
from wabakit._secret import hidden
from wabakit._settle import write
from wabakit._sync.driver import Driver
from wabakit._tokens import inspect
from wabakit._views import select

T = TypeVar("T")


class Calls:
    """The part of a client that makes calls."""

    _driver: Driver

    @overload
    def numbers(
        self, ids: Iterable[str], *, into: type[T]
    ) -> Iterator[tuple[str, T | WabakitError]]: ...
    @overload
    def numbers(
        self, ids: Iterable[str], *, fields: Iterable[Field[Any]] | None = None
    ) -> Iterator[tuple[str, PhoneNumber | WabakitError]]: ...
    def numbers(
        self,
        ids: Iterable[str],
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
    ) -> Iterator[tuple[str, Any]]:
        """Read many numbers by their ids, 50 in a call; nothing is sent before they are walked.

        To read the numbers of an account its list is cheaper: here each counts as a call. Where
        Graph refuses such calls, the numbers are read one by one. That it takes them is assumed.

        Args:
            ids: Ids of phone numbers; one that is there twice is asked for once.
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.

        Returns:
            For each id, in their order, the id and what was read, or the error of that number
            alone: it is given, not raised. What fails all of them, such as a token that is
            refused, is raised while walking.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Meta, Batch requests.
        """
        selection = select(PhoneNumber, fields, into)
        checked = Listed(GraphId, words="a list of ids").check(ids, "ids")
        return self._walk(Batches(self._driver.session, selection, checked))

    def _walk(self, batches: Batches[T]) -> Iterator[tuple[str, T | WabakitError]]:
        while not batches.done:
            for pair in self._driver.run(batches.turn()):
                yield pair

    def token_info(self, token: str | None = None) -> TokenInfo:
        """Say what a token is good for; one that is not valid is an answer, not an error.

        Do not refuse a token for the scopes that it lacks, but try the call.

        Args:
            token: By default the token of the client.

        Returns:
            `is_valid`, and the app, type, expiry and scopes where they are known. `expires_at` is
            None for a token that never ends, and `target_ids` of a scope where it holds for all.

        Source: Graph reference, debug_token.
        """
        token = None if token is None else hidden(token)
        return self._driver.run(inspect(self._driver.session, token))

    def request(
        self,
        method: str,
        path: str,
        params: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> dict[str, Any]:
        """Make a call that this package does not describe; errors, quotas and secrets are as ever.

        Only a GET is repeated. Where the answer to another one is lost, its outcome is unknown.
        What methods of their own count, such as registrations and codes, is not counted here.

        Args:
            method: `GET`, `POST` or `DELETE`.
            path: What stands behind the version, such as `102290129340398/message_templates`.
            params: What stands in the query; lists and mappings go as JSON.
            body: What is sent as JSON.

        Returns:
            What Graph answered, as JSON types; a bare list under `data`.

        Raises:
            InvalidInputError: `path` leads elsewhere, or something cannot be sent.
        """
        params, body = concealed_within("params", params), concealed_within("body", body)
        call, session = call_beyond(method, path, params, body), self._driver.session
        return self._driver.run((perform if call.is_read else write)(session, call))
