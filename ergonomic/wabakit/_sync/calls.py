# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/calls.py.
# Do not edit: change that file, then run `make sync`.
"""What a client reads and sends that is about no single object of a handle."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from wabakit._flow import perform
from wabakit._made._sync.handles import BatchMethods
from wabakit._made.nodes import TokenInfo
from wabakit._secret import hidden
from wabakit._settle import write

if TYPE_CHECKING:
    from wabakit.fleet._sync.fleet import Fleet, How
    from wabakit.fleet.accounts import Accounts


class Calls(BatchMethods):
    """The part of a client that makes calls."""

    def fleet(self, accounts: "Accounts" = (), **how: Unpack["How"]) -> "Fleet":
        """Return many accounts, to be read at the same time; nothing is sent.

        Args:
            accounts: Their ids, handles, or what was read of them. They are taken as places become
                free, some ahead: ten thousand from a database need not be in memory.
            concurrency: Calls in flight at a time, 1 to 100; 16 by itself.
            tokens: Gives the token of an account by its id, where each has one of its own. It is
                asked before each call, as a function given for the token of a client.

        Raises:
            InvalidInputError: an argument is not usable.
        """
        from wabakit.fleet._sync.fleet import Fleet  # few programs have one

        return Fleet(self._driver, (accounts,), **how)

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
        from wabakit._tokens import inspect  # few programs ask

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
        from wabakit._beyond import call_beyond, concealed_within  # few programs go beyond

        params, body = concealed_within(params), concealed_within(body)
        call, session = call_beyond(method, path, params, body), self._driver.session
        return self._driver.run((perform if call.is_read else write)(session, call))
