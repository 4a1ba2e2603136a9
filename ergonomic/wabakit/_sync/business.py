# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/business.py.
# Do not edit: change that file, then run `make sync`.
"""What one business portfolio can do: its accounts, and its pool of pre-verified numbers."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, Unpack, overload

from wabakit_graph.models import CodeVerificationStatus

from wabakit._made import operations as graph
from wabakit._made.nodes import BusinessPortfolio, PreverifiedPhoneNumber, WhatsAppBusinessAccount
from wabakit._made.params import AccountSortParam
from wabakit._node import Field
from wabakit._sync.handle import GraphHandle
from wabakit._sync.pager import Pager
from wabakit._sync.preverified_number import PreverifiedNumber
from wabakit._telephone import check_full_number
from wabakit._views import select
from wabakit._wire import Filter
from wabakit.errors import InvalidInputError

if TYPE_CHECKING:
    from wabakit.fleet._sync.fleet import Fleet

T = TypeVar("T")
Whose = Literal["owned", "client"]


class AccountListing(TypedDict, total=False):
    """How accounts are asked for; `Business.accounts` says what is what."""

    where: Iterable[Filter]
    sort: AccountSortParam | None
    limit: int | None
    page_size: int
    after: str | None
    before: str | None


class PoolListing(TypedDict, total=False):
    """How the pool is asked for; `Business.preverified_numbers` says what is what."""

    code_verification_status: CodeVerificationStatus | str | None
    limit: int | None
    page_size: int
    after: str | None
    before: str | None


class Business(GraphHandle):
    """A business portfolio, by its Graph id. Making one costs nothing: no call is sent."""

    _by = "business_id"
    _place = "client.business(business_id)"
    _reading = ((BusinessPortfolio, "business.get(fields=[{field}]).{name}"),)

    @overload
    def get(self, *, into: type[T]) -> T: ...
    @overload
    def get(self, *, fields: Iterable[Field[Any]] | None = None) -> BusinessPortfolio: ...
    def get(
        self, *, fields: Iterable[Field[Any]] | None = None, into: type[Any] | None = None
    ) -> Any:
        """Read the portfolio; the token needs `business_management`, as for all of these calls.

        Args:
            fields: What to ask for, `id` always with it; by default, id and name.
            into: An attrs class that says what to ask for, in place of `fields`.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        selection = select(BusinessPortfolio, fields, into)
        return self._driver.perform(graph.get_business("get", self.id, fields=selection))

    @overload
    def accounts(
        self, of: Whose = "owned", *, into: type[T], **listing: Unpack[AccountListing]
    ) -> Pager[T]: ...
    @overload
    def accounts(
        self,
        of: Whose = "owned",
        *,
        fields: Iterable[Field[Any]] | None = None,
        **listing: Unpack[AccountListing],
    ) -> Pager[WhatsAppBusinessAccount]: ...
    def accounts(
        self,
        of: Whose = "owned",
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        page_size: int = 25,
        **_rest: Any,
    ) -> Pager[Any]:
        """List the accounts of the portfolio; nothing is sent before they are walked.

        One number may stand in several accounts: know it by its id. With `phone_numbers` among the
        fields, or in the view, the first 100 numbers of each account come in the same call.

        Args:
            of: `owned` for those that the portfolio owns, `client` for those that clients share.
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.
            where: Conditions, made by `creation_time`, `ownership_type` and, of owned, `country`.
            sort: `creation_time_ascending` or `creation_time_descending`.
            limit: Accounts at most, over all pages, from 1; None is all of them.
            page_size: Accounts per call, 1 to 100; 25 by itself.
            after: Start behind this cursor of an earlier `Page`; cursors are short-lived.
            before: Walk backwards from this cursor, while there is a previous page.

        Raises:
            InvalidInputError: a condition is none that this list takes.
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Manage accounts (Meta guide); WhatsApp Business API reference v25.0.
        """
        owned = partial(graph.list_owned_accounts, "accounts")
        shared = partial(graph.list_client_accounts, "accounts")
        if of not in ("owned", "client"):
            raise InvalidInputError("of", of, "'owned' or 'client'")
        selection = select(WhatsAppBusinessAccount, fields, into)
        listed = owned if of == "owned" else shared
        return self._list(
            graph.LIST_OWNED_ACCOUNTS, listed, selection, page_size=page_size, **_rest
        )

    def fleet(self, concurrency: int = 16) -> "Fleet":
        """Return all accounts of the portfolio, owned and of clients, to be read at the same time.

        They are listed as they are walked.

        Args:
            concurrency: Calls in flight at a time, 1 to 100.

        Raises:
            InvalidInputError: an argument is not usable.
        """
        from wabakit.fleet._sync.fleet import Fleet  # few programs have one

        asked: Any = {"fields": [WhatsAppBusinessAccount.id], "page_size": 100}
        sources = [self.accounts(of, **asked) for of in ("owned", "client")]
        return Fleet(self._driver, sources, concurrency=concurrency)

    def add_preverified_number(self, phone_number: str) -> PreverifiedNumber:
        """Put a number into the pool and return its handle; next come request and verify of a code.

        It has to be verified within 90 days, or Meta removes it. Where the answer is lost, a number
        of the pool with these digits that was never verified and that this client did not know
        counts as the added one.

        Args:
            phone_number: The number in full: country calling code first, 5 to 15 digits, with or
                without `+` and spacing, such as `+1 202 555 0142`.

        Raises:
            InvalidRequestError: the number is on WhatsApp or in a pool already.

        Source: Pre-verified phone numbers (Meta guide).
        """
        full = f"+{check_full_number(phone_number)}"
        call = graph.add_preverified_number("add_preverified_number", self.id, phone_number=full)
        added = self._write(call)
        return PreverifiedNumber(self._driver, added.id)

    @overload
    def preverified_numbers(
        self, *, into: type[T], phone_number: str | None = None, **listing: Unpack[PoolListing]
    ) -> Pager[T]: ...
    @overload
    def preverified_numbers(
        self,
        *,
        fields: Iterable[Field[Any]] | None = None,
        phone_number: str | None = None,
        **listing: Unpack[PoolListing],
    ) -> Pager[PreverifiedPhoneNumber]: ...
    def preverified_numbers(
        self,
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        phone_number: str | None = None,
        page_size: int = 100,
        **_rest: Any,
    ) -> Pager[Any]:
        """List the pool in the order of adding; nothing is sent before it is walked.

        A number that a customer claimed is not in it any more: `account.find` finds it in the
        account of the customer, under another id.

        Args:
            fields: What to ask for, `id` always with it; by default, number, state and its end.
            into: An attrs class that says what to ask for, in place of `fields`.
            code_verification_status: Only numbers that stand so: `VERIFIED`, `NOT_VERIFIED` or
                `EXPIRED`, in any case.
            phone_number: Only this number, in full.
            limit: Numbers at most, over all pages, from 1; None is all of them.
            page_size: Numbers per call, from 1; 100 by itself.
            after: Start behind this cursor of an earlier `Page`; cursors are short-lived.
            before: Walk backwards from this cursor, while there is a previous page.

        Source: Pre-verified phone numbers (Meta guide).
        """
        digits = None if phone_number is None else check_full_number(phone_number)
        listed = partial(graph.list_preverified_numbers, "preverified_numbers", phone_number=digits)
        selection = select(PreverifiedPhoneNumber, fields, into)
        return self._list(
            graph.LIST_PREVERIFIED_NUMBERS, listed, selection, page_size=page_size, **_rest
        )

    def share_preverified_number(self, preverified_id: str, partner_id: str) -> None:
        """Let another member of a multi-partner solution offer a number of the pool.

        Where the answer is lost, the partners of the number tell.

        Args:
            preverified_id: Id of the number in the pool.
            partner_id: Id of the partner's business portfolio.

        Source: Pre-verified phone numbers (Meta guide).
        """
        call = graph.share_preverified_number(
            "share_preverified_number",
            self.id,
            preverified_id=preverified_id,
            partner_business_id=partner_id,
        )
        self._write(call)

    def unshare_preverified_number(self, preverified_id: str, partner_id: str) -> None:
        """Take back what `share_preverified_number` gave; the arguments are the same.

        Source: Pre-verified phone numbers (Meta guide).
        """
        call = graph.unshare_preverified_number(
            "unshare_preverified_number",
            self.id,
            preverified_id=preverified_id,
            partner_business_id=partner_id,
        )
        self._write(call)
