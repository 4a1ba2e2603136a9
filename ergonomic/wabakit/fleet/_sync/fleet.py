# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/fleet/_async/fleet.py.
# Do not edit: change that file, then run `make sync`.
"""Many accounts at a time: their numbers as one stream."""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from functools import partial
from os import PathLike
from types import MappingProxyType
from typing import Any, TypedDict, cast, overload

import attrs

from wabakit._input import to_filters
from wabakit._made import operations as graph
from wabakit._made.nodes import PhoneNumber
from wabakit._node import Field
from wabakit._options import is_provider, told
from wabakit._pages import Page, walks
from wabakit._typevars import T
from wabakit._views import select
from wabakit._wire import Call, Filter, Wait
from wabakit.errors import InvalidInputError, WabakitError
from wabakit.fleet._sync.enrolment import Came, enrol
from wabakit.fleet._sync.leash import Leash
from wabakit.fleet.accounts import Accounts, check_accounts, each, id_of
from wabakit.fleet.crew import Crew
from wabakit.fleet.plan import CONCURRENCY, Plan, Row, Tour, keyed
from wabakit.fleet.rows import OnboardingEvent, OnboardingRow, Task, check_rows
from wabakit.onboarding._sync.process import Runner, drive
from wabakit.onboarding.process import onboard
from wabakit.onboarding.progress import Progress

Tokens = Callable[[str], str]
"""Gives the token for an account, by its id."""


class How(TypedDict, total=False):
    """How a fleet is read; `Client.fleet` says what is what."""

    concurrency: int
    tokens: Tokens | None


class Fleet:
    """Many accounts at a time. Making one costs nothing: no call is sent, no account is taken."""

    def __init__(
        self,
        driver: Runner,
        sources: Iterable[Accounts],
        *,
        concurrency: int = 16,
        tokens: Tokens | None = None,
    ) -> None:
        self._sources = tuple(sources)
        for accounts in self._sources:
            check_accounts(accounts)
        if tokens is not None and not is_provider(tokens):
            raise InvalidInputError("tokens", tokens, "what gives a token for the id of an account")
        self._driver, self._tokens = driver, tokens
        self._concurrency: int = CONCURRENCY.check(concurrency, "concurrency")
        self._plan = Plan[Any](driver.session.ticks)

    @property
    def failures(self) -> Mapping[str, WabakitError]:
        """Why accounts ended early in the latest walk, by account id."""
        return MappingProxyType(self._plan.failures)

    @property
    def completed(self) -> frozenset[str]:
        """The ids of the accounts that the latest walk walked to their end."""
        return frozenset(self._plan.completed)

    @property
    def elsewhere(self) -> Mapping[str, tuple[str, ...]]:
        """The other accounts that list a number, by number id, where the latest walk saw several.

        The number came with the first of them.
        """
        return MappingProxyType(self._plan.elsewhere)

    @overload
    def numbers(
        self, *, into: type[T], where: Iterable[Filter] = ()
    ) -> Generator[tuple[str, T]]: ...
    @overload
    def numbers(
        self, *, fields: Iterable[Field[Any]] | None = None, where: Iterable[Filter] = ()
    ) -> Generator[tuple[str, PhoneNumber]]: ...
    def numbers(
        self,
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        where: Iterable[Filter] = (),
    ) -> Generator[tuple[str, Any]]:
        """Walk the numbers of all accounts, as they come: pairs of account id and number.

        Each number comes once, though several accounts may list it. An account that fails ends
        early and stops no other: `failures` says why. One at its limit waits, within the client's
        patience, while others go on. No more pages are held than twice the calls in flight. What
        raises while accounts are taken is raised once those before it were walked.

        Args:
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.
            where: Conditions that must all hold: `[PhoneNumber.account_mode.equals("LIVE")]`.

        Raises:
            InvalidInputError: a condition is none, or the client is closed.
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Graph reference, WhatsApp Business Account phone_numbers; Graph API, Rate Limits.
        """
        selection = keyed(select(PhoneNumber, fields, into))
        how: Any = {"fields": selection, "limit": 100, "filtering": to_filters(where)}
        listed: Any = partial(graph.list_phone_numbers, "numbers", **how)
        walks(self._driver.session, listed("0"))  # which refuses what no account can be asked for
        return self._walk(listed)

    def onboard(
        self, rows: Iterable[OnboardingRow], *, journal: str | PathLike[str] | None = None
    ) -> Generator[OnboardingEvent]:
        """Bring many numbers to CONNECTED, as far as that can be done now; tell as it goes on.

        Each is onboarded as by `account.onboard`, those of one account one after the other. With a
        journal the process may be killed at any instant, and the same list given again: what is
        done costs nothing, and the rest goes on from where it was. Where a process was killed, no
        second code is sent within ten minutes, whether or not there is a first.

        Args:
            rows: The numbers, of any accounts. All are checked before anything is sent.
            journal: The path of a file of JSON lines, which is made where there is none. No code,
                PIN or token is ever in it. A second process is refused while one uses it.

        Returns:
            `OnboardingStarted`, and then `OnboardingEnded`, for each number; `OnboardingFailed`
            where a code, a PIN or a token could not be had.

        Raises:
            InvalidInputError: rows are wrong, each of which is named; or the journal cannot be
                used.

        Source: openapi/states.yaml, `onboarding`.
        """
        return enrol(check_rows(rows), journal, self._concurrency, self._driver_for, _onboard)

    def _walk(self, listed: Callable[[str], Call[list[Row[T]]]]) -> Generator[tuple[str, T]]:
        self._driver.transport.ready()
        plan = self._plan = Plan[T](self._driver.session.ticks)
        crew = Crew[tuple[Tour[T], Any]](self._concurrency)
        try:
            with closing(self._ids()) as ids:
                while True:
                    has_room = crew.pending < 2 * self._concurrency
                    if has_room and (tour := plan.next()):
                        crew.start(partial(_part, tour))
                    elif has_room and plan.is_hungry:
                        account_id = _another(ids, plan)
                        if account_id is not None and plan.is_new(account_id):
                            driver = self._driver_for(account_id, crew)
                            walk = walks(driver.session, listed(account_id))()
                            plan.add(Tour(account_id, driver.session, walk, driver))
                    elif crew.pending:
                        tour, came = crew.take()
                        for number in plan.settle(tour, came):
                            yield tour.account_id, number
                    elif (seconds := plan.wait()) is not None:
                        self._driver.transport.sleep(seconds)
                    else:
                        break
        finally:
            crew.end()
        if plan.fault is not None:
            raise plan.fault

    def _ids(self) -> Generator[str]:
        for accounts in self._sources:
            with closing(each(accounts)) as listed:
                for account in listed:
                    yield id_of(account)

    def _driver_for(self, account_id: str, crew: Crew[Any]) -> Runner:
        """Return a driver with the token of an account, which ends with a crew."""
        session, driver = self._driver.session, cast(Any, self._driver)
        if self._tokens is not None:
            session = session.with_options(token=partial(self._token, account_id))
        changed: Runner = attrs.evolve(
            driver, session=session, transport=Leash(self._driver.transport, crew)
        )
        return changed

    def _token(self, account_id: str) -> str:
        try:
            token: str = told(partial(cast(Any, self._tokens), account_id))
        except Exception as error:
            rule = f"it gave no token for account {account_id}: {type(error).__name__}"
            raise InvalidInputError("tokens", "***", rule) from error
        return token

    def __repr__(self) -> str:
        return f"{type(self).__name__}(concurrency={self._concurrency})"

    def __reduce__(self) -> Any:
        raise TypeError("A fleet holds a connection: make one in each process.")


def _part(tour: Tour[T]) -> tuple[Tour[T], Wait | Page[Row[T]] | WabakitError]:
    try:
        return tour, tour.driver.run(tour.part())
    except WabakitError as error:
        return tour, error


def _another(ids: Generator[str], plan: Plan[Any]) -> str | None:
    """Take another account, if there is one."""
    try:
        account_id = next(ids, None)
    except Exception as error:
        account_id, plan.fault = None, error
    plan.is_open = account_id is not None
    return account_id


def _onboard(task: Task, known: Progress, driver: Runner) -> Came:
    try:
        return task, drive(driver, onboard(known))
    except Exception as error:  # also what a code, a PIN or a token of the caller raises
        return task, error
