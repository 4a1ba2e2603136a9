"""`wabakit emulator`: a local Graph, and what people do behind the scenes of one that runs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from wabakit._exception import plain_value
from wabakit.cli.emulated import emulator_of
from wabakit.cli.problems import refuse
from wabakit.cli.run import Run
from wabakit.cli.shared import command, group
from wabakit.cli.table import Column

emulator: click.Group = group("emulator", "A local Graph, to try things without account or token.")


class Passed(click.Command):
    """A verb of `python -m wabakit.emulator`, which gets its words as they are."""

    def __init__(self, name: str, first: Sequence[str], about: str) -> None:
        super().__init__(name, help=about, add_help_option=False)
        self._first = first

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words."""
        ctx.args = args
        return []

    def invoke(self, ctx: click.Context) -> None:
        """Run the command; leave as it does."""
        from wabakit.emulator.__main__ import main

        ctx.exit(main([*self._first, *ctx.args]))


for _verb in (
    Passed("start", (), "Serve until you stop it (--demo: with three dozen numbers)."),
    Passed("exec", ("exec",), "Serve while a command runs: exec -- npm test."),
):
    emulator.add_command(_verb)

CODES = (
    Column("code", "CODE"),
    Column("display_phone_number", "NUMBER"),
    Column("method", "BY"),
    Column("sent_at", "AT"),
)


@command("codes", of=emulator)
def codes(run: Run) -> None:
    """Show the codes that were sent, oldest first."""
    sent = (asdict(one).items() for one in emulator_of(run).outbox)
    run.show([{name: plain_value(0, 0, value) for name, value in one} for one in sent], CODES)


@command("clock", of=emulator)
@click.argument("duration", required=False)
def clock(run: Run, duration: str | None) -> None:
    """Show its time; or move that on, by P14D or PT10M."""
    there = emulator_of(run)
    if duration:
        try:
            there.clock.advance(duration)
        except ValueError as error:
            refuse(f"{duration}: {error}")
    run.out.write(there.now().isoformat() + "\n")


@command("approve", of=emulator)
@click.argument("number", metavar="NUMBER")
def approve(run: Run, number: str) -> None:
    """Approve the display name of a number, as Meta does."""
    _do(run, number, "approve_name")
    run.done("approved")


@command("decline", of=emulator)
@click.argument("number", metavar="NUMBER")
@click.option("--reason", metavar="WORD", help="Such as NAME_FORMAT_UNACCEPTABLE.")
def decline(run: Run, number: str, reason: str | None) -> None:
    """Decline the display name of a number."""
    _do(run, number, "decline_name", reason)
    run.done("declined")


@command("fail", of=emulator)
@click.argument("operation")
@click.argument("error")
def fail(run: Run, operation: str, error: str) -> None:
    """Make the next call fail, as with: requestCode code-not-sent."""
    try:
        emulator_of(run).fail_next(operation, error=error)
    except ValueError as wrong:
        refuse(str(wrong), "wabakit errors")
    run.done(f"the next {operation} fails with {error}")


@command("reset", of=emulator)
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(run: Run, yes: bool) -> None:
    """Begin again: everything in it is lost."""
    there = emulator_of(run)
    run.confirm("Everything in the emulator is lost.", yes=yes)
    there.reset()
    run.done("begun again")


@command("state", of=emulator)
def state(run: Run) -> None:
    """Print all that is in it, as JSON that `start --seed` takes."""
    run.out.write(json.dumps(emulator_of(run).snapshot(), indent=2) + "\n")


def _do(run: Run, number: str, what: str, *given: Any) -> None:
    there = emulator_of(run)
    try:
        getattr(there, what)(run.number(number).id, *given)
    except ValueError as error:
        refuse(str(error))
