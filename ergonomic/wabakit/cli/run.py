"""What one run of the command line works with."""

import difflib
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

import click

from wabakit.cli import asking
from wabakit.cli.output import Output
from wabakit.cli.problems import Problem, Told, refuse
from wabakit.cli.screen import Part, Screen
from wabakit.cli.table import Column, Row, Sign

if TYPE_CHECKING:
    from rich.live import Live

    import wabakit
    from wabakit.cli.settings import Settings
    from wabakit.cli.telephone import Directory


class Run:
    """What a command is handed.

    Args:
        options: Further arguments of its `Client`: tests hand in an HTTP client and a clock.
    """

    def __init__(self, **options: Any) -> None:
        self._options = options
        self._open = ExitStack()
        self.given: dict[str, Any] = {}
        """The options of every command that were given."""
        self.out: Screen = Screen("stdout")
        self.err: Screen = Screen("stderr")

    # What was asked for.

    @cached_property
    def settings(self) -> "Settings":
        """What options, environment and profile say."""
        from wabakit.cli.settings import Settings

        return Settings(self.given)

    @property
    def is_dry(self) -> bool:
        """Whether calls are printed, and not sent."""
        return bool(self.given.get("dry_run"))

    @property
    def form(self) -> str:
        """The form of the output."""
        return str(self.given.get("output") or "table")

    @cached_property
    def output(self) -> Output:
        """Where data goes."""
        return Output(self.out, self.form, self.names)

    @property
    def names(self) -> Sequence[str] | None:
        """The fields that were asked for by their names, if any were."""
        text: str = self.given.get("fields") or ""
        return [name.strip() for name in text.split(",") if name.strip()] or None

    def fields(self, node: Any, usual: Iterable[str]) -> list[Any]:
        """Return the fields to read of a node class: those asked for, else the usual ones.

        Raises:
            Problem: it has no such field.
        """
        chosen: list[Any] = []
        for name in self.names or usual:
            if name not in node.fields:
                near = difflib.get_close_matches(name, list[str](node.fields), 1)
                hint = f"is {near[0]} meant?" if near else f"wabakit fields --for {node.__name__}"
                refuse(f"--fields: {node.__name__} has no field {name!r}", hint)
            chosen.append(node.fields[name])
        return chosen

    # What it works on.

    @cached_property
    def client(self) -> "wabakit.Client":
        """The client; made when it is first used, which a token is needed for.

        Raises:
            Problem: there is no token.
        """
        from wabakit.cli.connecting import client_of, logged

        self._open.enter_context(logged(self.given.get("log") or os.environ.get("WABAKIT_LOG")))
        return self._open.enter_context(client_of(self, self._options))

    @property
    def version(self) -> str:
        """The version of Graph that is asked."""
        from wabakit._made.versions import GRAPH_VERSION

        found = self.settings.find("api_version")
        return found.value if found else GRAPH_VERSION

    @cached_property
    def memory(self) -> "wabakit.FileMemory | None":
        """What runs know of each other: scarce calls and quotas; None where no file can be had."""
        from wabakit.cli.connecting import memory_of

        return memory_of(self)

    @property
    def clock(self) -> "wabakit.Clock":
        """The time that a run lives by."""
        import wabakit

        clock: wabakit.Clock = self._options.get("clock") or wabakit.Clock()
        return clock

    def now(self) -> datetime:
        """Return the present moment; a clock of the library is loaded only where one is given."""
        given: wabakit.Clock | None = self._options.get("clock")
        return given.now() if given else datetime.now(UTC)

    def account_ids(self) -> list[str]:
        """Return the ids of the accounts that this is about: of options, environment or profile.

        Raises:
            Problem: none is named.
        """
        from wabakit.cli.reach import named_ids

        return named_ids(self)

    def accounts(self) -> list["wabakit.Account"]:
        """Return the accounts that this is about."""
        ids = self.account_ids()
        return [self.client.account(waba_id) for waba_id in ids]

    def account(self) -> "wabakit.Account":
        """Return the one account that this is about.

        Raises:
            Problem: none is named, or several.
        """
        ids = self.account_ids()
        if len(ids) > 1:
            refuse(f"Which account? {', '.join(ids)} are named", "add --waba ID")
        return self.client.account(ids[0])

    def number(self, text: str) -> "wabakit.Number":
        """Return the number that a text means: an id, a phone number or an @alias."""
        return self.directory.number(text)

    @cached_property
    def directory(self) -> "Directory":
        """Finds numbers by what people write, and remembers them for this run."""
        from wabakit.cli.telephone import Directory

        return Directory(self)

    # What it says and asks.

    def show(self, rows: Iterable[Row], columns: Sequence[Column | Sign]) -> None:
        """Put rows on standard output."""
        self.output.rows(rows, columns)

    def show_one(self, row: Row, card: Callable[[Row], Sequence[tuple[str, Part]]]) -> None:
        """Put one thing on standard output; `card` says what people see of it, line by line."""
        self.output.one(row, card)

    def tell(self, *parts: Part) -> None:
        """Say something to the person, on standard error."""
        self.err.line(*parts)

    def tell_problem(self, problem: Told) -> None:
        """Say what failed: to programs as one object, to people in lines."""
        if self.form in ("json", "jsonl"):
            self.err.write(problem.as_json() + "\n")
            return
        for lead, text, style in problem.as_lines():
            self.err.paragraph((lead, style), (text, style))

    def done(self, what: str, about: str = "", following: str = "") -> None:
        """Say that something was done, and which command comes next."""
        self.tell(("✓ ", "green"), what.ljust(16) if about else what, about)
        if following:
            self.tell("  next: ", (following, "bold"))

    def confirm(self, question: str, *, yes: bool = False, option: str = "--yes") -> None:
        """Ask before something scarce or lasting; `yes` says that it was answered by an option."""
        if not (yes or self.is_dry):
            asking.confirm(self.err, question, option, self.no_input)

    def confirm_typed(self, question: str, expected: str, given: str | None, option: str) -> None:
        """Have `expected` typed before what is hard to undo; or given by an option."""
        if self.is_dry:
            return
        if given is None:
            asking.typed(self.err, question, expected, option, self.no_input)
        elif given != expected:
            refuse(f"{option} {given} is not {expected}. Nothing was sent.")

    def secret(self, what: str, how: str, *, twice: bool = False) -> str:
        """Ask for a PIN or a code; `how` says how else it is given. A dry run gets a stand-in."""
        if self.is_dry:
            return "000000"
        return asking.secret(self.err, what, how, self.no_input, twice=twice)

    def finishing(self) -> AbstractContextManager[Callable[[], bool]]:
        """Have Ctrl-C wait for the calls inside: `with run.finishing(): number.register(pin)`."""
        return asking.finishing(self.err)

    @cached_property
    def live(self) -> "Live":
        """What is drawn over itself again and again, until the run ends."""
        from rich.live import Live

        live = Live(console=self.out.console, auto_refresh=False)
        return self._open.enter_context(live)

    @property
    def no_input(self) -> bool:
        """Whether nothing is to be asked."""
        return bool(self.given.get("no_input"))

    def end(self, code: int) -> NoReturn:
        """Leave with an exit code."""
        click.get_current_context().exit(code)

    def fail(self, message: str, advice: str = "", *, name: str = "failed") -> NoReturn:
        """Leave because of something that nobody did wrong.

        Raises:
            Problem: always.
        """
        raise Problem(message, advice, name=name)

    def close(self) -> None:
        """Close what was opened."""
        self._open.close()
