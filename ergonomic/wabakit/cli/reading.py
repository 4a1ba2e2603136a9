"""Reading numbers that a person named, or all that an account has."""

from collections.abc import Iterator, Sequence
from typing import Any

from wabakit.cli.problems import FOUND, told
from wabakit.cli.run import Run
from wabakit.cli.table import Row


class Reading:
    """Reads numbers; one that cannot be read is told, and does not stop the others."""

    def __init__(self, run: Run, fields: Sequence[Any]) -> None:
        self._run, self._fields = run, fields
        self.failed = 0
        """How many could not be read."""

    def rows(self, texts: Sequence[str]) -> Iterator[Row]:
        """Yield the numbers that texts mean; of no text, all numbers of the accounts."""
        if not texts:
            for account in self._run.accounts():
                for number in account.numbers(fields=self._fields):
                    yield number.to_dict()
            return
        numbers = self._run.numbers(texts)
        if len(numbers) == 1:
            yield numbers[0].get(fields=self._fields).to_dict()
            return
        ids = [number.id for number in numbers]
        for number_id, found in self._run.client.numbers(ids, fields=self._fields):
            if isinstance(found, Exception):
                self.failed += 1
                self._tell(number_id, found)
            else:
                yield found.to_dict()

    def end(self, found_something: bool = False) -> None:
        """Leave with 3 where something was found, or some could not be read."""
        if found_something or self.failed:
            self._run.end(FOUND)

    def _tell(self, number_id: str, error: Exception) -> None:
        problem = told(error)
        if problem is None:
            raise error
        self._run.tell_problem(problem._replace(message=f"{number_id}: {problem.message}"))
