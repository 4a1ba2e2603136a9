"""The memory of yesterday: what fleets showed, run by run, in a file."""

from collections.abc import AsyncIterable, Collection, Iterable, Iterator
from contextlib import aclosing, closing, nullcontext
from datetime import datetime
from os import PathLike
from typing import IO, Any

from anyio import to_thread

from wabakit._bounds import walked
from wabakit._node import Field
from wabakit.errors import InvalidInputError
from wabakit.inventory import store
from wabakit.inventory.audit import DEFAULT, Portfolio, Rule, standings
from wabakit.inventory.changes import changes
from wabakit.inventory.kept import kept_name
from wabakit.inventory.recording import Recording, checked_id, checked_time
from wabakit.inventory.records import Change, Finding, Run, Value
from wabakit.inventory.sources import FIELDS, AsyncFleet, Fleet, rows_of_source
from wabakit.inventory.tables import Format, rows_of, write


class Inventory:
    """Remembers what was read of numbers, and tells what changed.

    Only what is other than before is written; no token, PIN, code or certificate ever is. A file
    may be used by threads and processes of one machine, and a process may be killed at any moment.

    Args:
        path: The file, which is made where there is none, to be read by its owner alone. It has to
            be on a disk of this machine, for SQLite's write-ahead log needs one.

    Raises:
        InventoryError: the file cannot be used; so also by every method.
        InvalidInputError: the path is none.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self._base = store.opened(path)

    def record(
        self,
        fleet_or_rows: Fleet | Iterable[tuple[str, object]],
        *,
        fields: Iterable[Field[Any]] = FIELDS,
        completed: Collection[str] = (),
        at: datetime | None = None,
        api_version: str | None = None,
    ) -> Run:
        """Read numbers and write down what is other than before.

        If reading ends in an exception, what came until then is kept, as an incomplete run.

        Args:
            fleet_or_rows: A fleet, which is walked; or pairs of an account's id and a number: a
                `PhoneNumber`, a view or a mapping of fields. What they have not was not asked for.
            fields: What a fleet is asked for.
            completed: Of rows, the accounts all of whose numbers are among them: what is gone is
                told of these alone. A fleet knows it.
            at: When it begins; now, if it is not said.
            api_version: The Graph version that is asked; by it an audit knows that it ends.

        Raises:
            InvalidInputError: a row is no such pair, or has no id.
        """
        rows = rows_of_source(fleet_or_rows, fields, Iterable)
        recording = Recording(self._base, fleet_or_rows, completed, at, api_version)
        try:
            with closing(rows) if isinstance(fleet_or_rows, Fleet) else nullcontext():
                for row in rows:
                    recording.take(row)
            return recording.end()
        except BaseException:
            recording.cut_off()
            raise

    async def record_async(
        self,
        fleet_or_rows: AsyncFleet | AsyncIterable[tuple[str, object]],
        *,
        fields: Iterable[Field[Any]] = FIELDS,
        completed: Collection[str] = (),
        at: datetime | None = None,
        api_version: str | None = None,
    ) -> Run:
        """Do the same as `record` with what is read by `async for`."""
        rows = rows_of_source(fleet_or_rows, fields, AsyncIterable)
        recording = Recording(self._base, fleet_or_rows, completed, at, api_version)
        try:
            async with aclosing(rows) if isinstance(fleet_or_rows, AsyncFleet) else nullcontext():
                async for row in rows:
                    recording.take(row)
            return await to_thread.run_sync(recording.end)
        except BaseException:
            recording.cut_off()
            raise

    def runs(self) -> tuple[Run, ...]:
        """Return all runs, the oldest first, those that were cut off among them."""
        return store.runs(self._base)

    def diff(
        self, a: Run | int | datetime | None = None, b: Run | int | datetime | None = None
    ) -> tuple[Change, ...]:
        """Return what changed between two runs, by number.

        What a run in between saw belongs to it. A number is gone if an account was read to its end
        without it; a value that was not asked for is as before.

        Args:
            a: The earlier one: a run, its id, or a time, for the last run until then. If it is not
                said, the last one before `b` about an account that `b` is about too.
            b: The later one; if it is not said, the last one.

        Raises:
            InvalidInputError: there is no such run, its process was killed before it ended, or `a`
                is not before `b`.
        """
        ended = self._ended()
        if not ended and a is None and b is None:
            return ()
        later = ended[-1] if ended and b is None else _found("b", b, ended)
        alike = [run for run in ended if run.id < later.id and run.accounts & later.accounts]
        if not alike and a is None:
            return ()
        earlier = alike[-1] if a is None else _found("a", a, ended)
        if earlier.id >= later.id:
            raise InvalidInputError("a", earlier.id, f"a run before b, which is run {later.id}")
        pasts = store.all_past(self._base, later.id)
        return changes(pasts, earlier.id, later.id, {run.id: run for run in ended})

    def history(self, number_id: str, field: str | Field[Any] | None = None) -> tuple[Value, ...]:
        """Return what was read of a number, oldest first: each value from where it was another.

        Args:
            number_id: Its Graph id.
            field: Only of this one; the accounts that list it are `accounts`.

        Raises:
            InvalidInputError: it is no id, or no field of this name is kept.
        """
        wanted = None if field is None else kept_name(field)
        past = store.one_past(self._base, checked_id("number_id", number_id, "the id of a number"))
        at = {run.id: run.at for run in self.runs()}  # after it, as another process may record
        return tuple(
            Value(field=name, value=value, at=at[run], run_id=run)
            for run, values in past.rows
            for name, value in values.items()
            if wanted is None or name == wanted or name.startswith(f"{wanted}.")
        )

    def audit(
        self, rules: Iterable[Rule] = DEFAULT, *, at: datetime | None = None
    ) -> tuple[Finding, ...]:
        """Return what somebody should look at, of all numbers as they were read last.

        Args:
            rules: What looks at them, in order; a rule is a function of a `Portfolio`.
            at: The time that deadlines are held against; now, if it is not said.

        Raises:
            InvalidInputError: the rules are none, or the time has no time zone.
        """
        looks: list[Rule] | None = walked(rules)
        if looks is None or not all(map(callable, looks)):
            raise InvalidInputError("rules", rules, "a list of functions of a Portfolio")
        now, ended = checked_time(at), self._ended()
        if not ended:
            return ()
        runs = {run.id: run for run in ended}
        pasts, version = store.all_past(self._base, ended[-1].id), ended[-1].api_version
        numbers = tuple(standings(pasts, runs))
        portfolio = Portfolio(numbers=numbers, now=now, api_version=version)
        return tuple(finding for rule in looks for finding in rule(portfolio))

    def rows(self, at: Run | int | datetime | None = None) -> Iterator[dict[str, Any]]:
        """Yield a row for each number that an account lists, of JSON's types, with like columns.

        `pandas.DataFrame(inventory.rows())` takes it, and `polars.from_dicts(list(...))`.

        Args:
            at: As of this run, as in `diff`; the last one, if it is not said.
        """
        ended = self._ended()
        if not ended and at is None:
            return iter(())
        until = (ended[-1] if at is None else _found("at", at, ended)).id
        return rows_of(store.all_past(self._base, until), until, store.names(self._base))

    def export(
        self,
        to: str | PathLike[str] | IO[Any],
        format: Format | None = None,
        *,
        at: Run | int | datetime | None = None,
    ) -> int:
        """Write what `rows` yields as a file, and return how many rows.

        Args:
            to: A path, or a file: for parquet a binary one, else one of text.
            format: `csv`, `jsonl` (JSON, a line a number) or `parquet` (extra `parquet`); what the
                path ends in, if it is not said. In CSV a text that a spreadsheet would take for a
                formula begins with `'`.
            at: As in `rows`.

        Raises:
            InvalidInputError: the format is none of these, its library is not installed, or the
                file cannot be written.
        """
        return write(self.rows(at), to, format)

    def _ended(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs() if run.accounts)


def _found(name: str, wanted: Run | int | datetime | None, ended: tuple[Run, ...]) -> Run:
    """Return the run that is meant.

    Raises:
        InvalidInputError: there is none.
    """
    if isinstance(wanted, datetime):
        found = [run for run in ended if wanted.tzinfo is not None and run.at <= wanted]
        rule = "a time with a time zone, at which a run had ended"
    else:
        id_ = wanted.id if isinstance(wanted, Run) else wanted
        found = [run for run in ended if run.id == id_]
        rule = "a run that ended and read something; runs() lists them"
    if not found:
        raise InvalidInputError(name, getattr(wanted, "id", str(wanted)), rule)
    return found[-1]
