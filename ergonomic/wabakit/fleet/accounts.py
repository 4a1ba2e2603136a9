"""The accounts of a fleet: what they are given as, and how they are taken, one after the other."""

from collections.abc import AsyncGenerator, AsyncIterable, Collection, Generator, Iterable
from typing import Any, Protocol, cast

from wabakit._made.bounds import GraphId
from wabakit._typevars import T
from wabakit.errors import InvalidInputError


class HasId(Protocol):
    """A handle, or a record that was read."""

    @property
    def id(self) -> str | None:
        """The Graph id."""
        ...


AccountId = str | HasId
Accounts = Iterable[AccountId]
"""Accounts, by their ids, handles, or what was read of them; taken as they are needed."""
AsyncAccounts = Accounts | AsyncIterable[AccountId]
"""The same, and such as are still to come."""


def id_of(account: object) -> str:
    """Return the id of an account that is given by it, by its handle or by what was read of it.

    Raises:
        InvalidInputError: it is none of these.
    """
    given = account if isinstance(account, str) else getattr(account, "id", account)
    checked: str = GraphId.check(given, "accounts")
    return checked


def check_accounts(accounts: Any) -> None:
    """Refuse what is no list of accounts; what is walked once is looked at as it is walked.

    Raises:
        InvalidInputError: it cannot be walked, or what is in it is no account.
    """
    can_be_walked = hasattr(accounts, "__iter__") or hasattr(accounts, "__aiter__")
    if isinstance(accounts, str) or not can_be_walked:
        raise InvalidInputError("accounts", accounts, "account ids or handles, to be walked")
    if isinstance(accounts, list | tuple | set | frozenset):
        for account in cast("Collection[object]", accounts):
            id_of(account)


def each(listed: Iterable[T]) -> Generator[T]:
    """Walk what is listed.

    Raises:
        InvalidInputError: it is still to come, for which nobody waits here.
    """
    if not isinstance(cast(object, listed), Iterable):
        rule = "what is walked with `for`; AsyncClient takes what is walked with `async for`"
        raise InvalidInputError("accounts", listed, rule)
    yield from listed


async def async_each(listed: Iterable[T] | AsyncIterable[T]) -> AsyncGenerator[T]:
    """Walk what is listed, be it there or still to come."""
    if isinstance(listed, AsyncIterable):
        async for one in listed:
            yield one
    else:
        for one in listed:
            yield one
