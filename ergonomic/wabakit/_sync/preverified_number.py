# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/preverified_number.py.
# Do not edit: change that file, then run `make sync`.
"""What one number of a pool of pre-verified numbers can do."""

from collections.abc import Iterable
from functools import partial
from typing import Any, TypeVar, overload

from wabakit_graph.models import CodeMethod

from wabakit._made import operations as graph
from wabakit._made.nodes import Partner, PreverifiedPhoneNumber
from wabakit._node import Field
from wabakit._secret import hidden
from wabakit._sync.handle import GraphHandle
from wabakit._sync.pager import Pager
from wabakit._telephone import plain
from wabakit._views import select

T = TypeVar("T")


class PreverifiedNumber(GraphHandle):
    """A number of a pool, by its id there. Making one costs nothing: no call is sent.

    Once a customer has claimed it, nothing has this id any more: the number stands in the account
    of the customer under another one, and has to be registered within 90 days.
    """

    _by = "preverified_id"
    _place = "client.preverified_number(preverified_id)"
    _reading = ((PreverifiedPhoneNumber, "preverified.get(fields=[{field}]).{name}"),)

    @overload
    def get(self, *, into: type[T]) -> T: ...
    @overload
    def get(self, *, fields: Iterable[Field[Any]] | None = None) -> PreverifiedPhoneNumber: ...
    def get(
        self, *, fields: Iterable[Field[Any]] | None = None, into: type[Any] | None = None
    ) -> Any:
        """Read the number.

        Args:
            fields: What to ask for, `id` always with it; by default, number, state and its end.
            into: An attrs class that says what to ask for, in place of `fields`.

        Raises:
            NotFoundError: it was claimed, dropped or removed, or the token may not see it.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        selection = select(PreverifiedPhoneNumber, fields, into)
        call = graph.get_preverified_number("get", self.id, fields=selection)
        return self._driver.perform(call)

    def request_code(self, method: CodeMethod | str = "SMS", language: str = "en_US") -> None:
        """Have a verification code sent to the number; this sends a message or makes a call.

        A verified number takes one in the last 45 of its 90 days only, to be verified for another
        90; earlier Meta refuses.

        Args:
            method: `SMS` or `VOICE`, in any case. Landlines take `VOICE` only.
            language: Language of the message, such as `en`, `en_US` or `fil`.

        Raises:
            InvalidRequestError: the number is verified, and has more than 45 days left.
            VerificationError: the code could not be sent.

        Source: Pre-verified phone numbers (Meta guide).
        """
        call = graph.request_preverified_code(
            "request_code", self.id, code_method=method, language=language
        )
        self._write(call)

    def verify_code(self, code: str) -> None:
        """Prove that you have the number, which then is verified for 90 days.

        Where the answer is lost, a verified number counts as done if this client knew that it was
        not before.

        Args:
            code: 6 digits as text, with or without the hyphen of the message.

        Raises:
            VerificationError: the code is wrong, expired or used.

        Source: Pre-verified phone numbers (Meta guide).
        """
        code = hidden(code)
        call = graph.verify_preverified_code("verify_code", self.id, code=plain(code))
        self._write(call)

    def delete(self) -> None:
        """Drop the number from the pool, for good.

        Where the answer is lost, a number that is not there any more counts as dropped if this
        client knew it before.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        self._write(graph.delete_preverified_number("delete", self.id))

    def partners(
        self,
        *,
        limit: int | None = None,
        page_size: int = 100,
        after: str | None = None,
        before: str | None = None,
    ) -> Pager[Partner]:
        """List who may offer the number; nothing is sent before they are walked.

        Args:
            limit: Partners at most, over all pages, from 1; None is all of them.
            page_size: Partners per call, 1 to 100.
            after: Start behind this cursor of an earlier `Page`; cursors are short-lived.
            before: Walk backwards from this cursor, while there is a previous page.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        listed = partial(graph.list_preverified_partners, "partners", after=after, before=before)
        operation, selection = graph.LIST_PREVERIFIED_PARTNERS, select(Partner, None, None)
        return self._list(operation, listed, selection, limit=limit, page_size=page_size)
