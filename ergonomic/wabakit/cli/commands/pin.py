"""`wabakit pin`: two-step verification."""

import click

from wabakit.cli.handed import DASH, PIN, asked
from wabakit.cli.run import Run
from wabakit.cli.shared import command, group
from wabakit.cli.target import target_of

pin: click.Group = group("pin", "The PIN of a number.")


@command("set", of=pin)
@click.argument("number", metavar="NUMBER")
@click.argument("dash", metavar="[-]", required=False, type=DASH)
@click.option("--pin-command", metavar="COMMAND", help="Prints the PIN; {phone} is the number.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def set_(run: Run, number: str, dash: str | None, pin_command: str | None, yes: bool) -> None:
    """Set another PIN: it is asked for, or - reads it."""
    target = target_of(run, number)
    had = "replaces the PIN that it has" if target.card.get("is_pin_enabled") else "sets a PIN"
    run.confirm(f"{target.shown}: this {had}, for good: none can be taken off here.", yes=yes)
    new = asked(run, PIN, command=pin_command, dash=dash, phone=target.compact, twice=True)
    with run.finishing():
        target.number.set_pin(new)
        run.done("PIN set", target.shown)
