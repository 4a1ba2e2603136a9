"""Reading numbers that a person named, or all that an account has."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from wabakit.cli.problems import FOUND, NothingSent, refuse, told
from wabakit.cli.run import Run
from wabakit.cli.table import Row

_IN_FLIGHT = 4
"""Calls at a time; a person at a terminal leaves room for what runs beside."""


class Reading:
    """Reads numbers; one that cannot be read is told, and does not stop the others."""

    def __init__(self, run: Run, fields: Sequence[Any]) -> None:
        self._run, self._fields = run, fields
        self.failures: list[Exception] = []
        """Why some could not be read."""

    def rows(self, texts: Sequence[str]) -> Iterator[Row]:
        """Yield the numbers that texts mean; of no text, all numbers of the accounts."""
        if not texts:
            yield from self.listed(self._run.account_ids())
            return
        numbers = self._run.numbers(texts)
        if len(numbers) == 1:
            yield numbers[0].get(fields=self._fields).to_dict()
            return
        ids = [number.id for number in numbers]
        for number_id, found in self._run.client.numbers(ids, fields=self._fields):
            if isinstance(found, Exception):
                self._tell(number_id, found)
            else:
                yield found.to_dict()

    def listed(self, account_ids: Sequence[str], **listing: Any) -> Iterator[Row]:
        """Yield the numbers of accounts; those of several come together, each once."""
        if len(account_ids) == 1:
            yield from self._of_account(account_ids[0], listing)
            return
        several = {name: listing.pop(name) for name in ("sort", "limit") if name in listing}
        if any(several.values()):
            refuse("--sort and --limit are for one account", "name it: --waba ID")
        if self._run.is_dry:
            for account_id in account_ids:
                with suppress(NothingSent):
                    yield from self._of_account(account_id, listing)
            raise NothingSent
        fleet = self._run.client.fleet(account_ids, concurrency=_IN_FLIGHT)
        for _, number in fleet.numbers(fields=self._fields, **listing):
            yield number.to_dict()
        for account_id, error in fleet.failures.items():
            self._tell(account_id, error)

    def _of_account(self, account_id: str, listing: dict[str, Any]) -> Iterator[Row]:
        account = self._run.client.account(account_id)
        for number in account.numbers(fields=self._fields, **listing):
            yield number.to_dict()

    def end(self, found_something: bool = False) -> None:
        """Leave with 3 where something was found, or some could not be read."""
        if found_something or self.failures:
            self._run.end(FOUND)

    def _tell(self, number_id: str, error: Exception) -> None:
        self.failures.append(error)
        problem = told(error)
        if problem is None:
            raise error
        self._run.tell_problem(problem._replace(message=f"{number_id}: {problem.message}"))
