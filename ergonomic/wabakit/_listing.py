"""How lists are asked for: what they share, and what each takes besides."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from wabakit_graph.models import CodeVerificationStatus

from wabakit._graph import Operation
from wabakit._input import to_filters
from wabakit._made.params import AccountSortParam, PhoneNumberSortParam
from wabakit._wire import Filter


class Paging(TypedDict, total=False):
    """How any list is walked."""

    limit: int | None
    """Items at most, over all pages, from 1; None is all of them."""
    page_size: int
    """Items per call."""
    after: str | None
    """Start behind this cursor of an earlier page."""
    before: str | None
    """Walk backwards from this cursor."""


class NumberListing(Paging, total=False):
    """How numbers are asked for; `AsyncAccount.numbers` says what is what."""

    where: Iterable[Filter]
    sort: PhoneNumberSortParam | None


class AccountListing(Paging, total=False):
    """How accounts are asked for; `AsyncBusiness.accounts` says what is what."""

    where: Iterable[Filter]
    sort: AccountSortParam | None


class PoolListing(Paging, total=False):
    """How the pool is asked for; `AsyncBusiness.preverified_numbers` says what is what."""

    code_verification_status: CodeVerificationStatus | str | None
    phone_number: str | None


def sent_of(
    operation: Operation, listing: Mapping[str, Any], page_size: int = 100
) -> dict[str, Any]:
    """Return how a list is asked for, as its call takes it; how far it is walked is not sent."""
    sent = {**listing, "limit": listing.get("page_size", page_size)}
    operation.bounds["limit"].check(sent["limit"], "page_size")
    if "where" in sent:
        sent["filtering"] = to_filters(sent.pop("where"))
    return {name: value for name, value in sent.items() if name != "page_size"}
