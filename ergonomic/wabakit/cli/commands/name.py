"""`wabakit name`: the display name and its review."""

from typing import Any

import click

from wabakit.cli import life, words
from wabakit.cli.changing import card_of
from wabakit.cli.commands.watch import EVERY, seconds
from wabakit.cli.problems import span
from wabakit.cli.run import Run
from wabakit.cli.shared import command, group
from wabakit.cli.target import target_of

READ = "verified_name name_status new_display_name new_name_status".split()
TIMEOUT = "Give up after it, as 2h.  [default: 1h]"

name: click.Group = group("name", "The display name of a number.")


@command("show", of=name)
@click.argument("number", metavar="NUMBER")
def show(run: Run, number: str) -> None:
    """Show the name, one that was asked for, and their reviews."""
    import wabakit

    card = run.number(number).get(fields=run.fields(wabakit.PhoneNumber, READ))
    run.show_one(card.to_dict(), card_of)


@command("request", of=name)
@click.argument("number", metavar="NUMBER")
@click.argument("new", metavar="NAME")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def request(run: Run, number: str, new: str, yes: bool) -> None:
    """Ask for another name, which starts a review."""
    from wabakit._made.effects import NAME_LIMIT

    target = target_of(run, number)
    old, asked = target.card.get("verified_name"), target.card.get("new_display_name")
    said = f'{target.shown}: "{new}" in place of "{old}"' if old else f'{target.shown}: "{new}"'
    over = f', and of "{asked}", which was asked for' if asked and old else ""
    run.tell(f"{said}{over}. This starts a review.")
    days = NAME_LIMIT.hours // 24
    run.confirm(f"{NAME_LIMIT.calls} names can be asked for in {days} days.", yes=yes)
    with run.finishing():
        target.number.request_display_name(new)
        run.done("name asked for", new, target.following("name watch"))


@command("watch", of=name)
@click.argument("number", metavar="NUMBER")
@click.option("--timeout", metavar="TIME", default="1h", callback=seconds, help=TIMEOUT)
@click.option("--every", metavar="TIME", default="60s", callback=seconds, help=EVERY)
def watch(run: Run, number: str, timeout: int, every: int) -> None:
    """Wait until the review of the name is over."""
    import wabakit
    from wabakit._made.chart import LAPSES

    target = target_of(run, number)
    fields = run.fields(wabakit.PhoneNumber, READ)
    card = target.number.wait_until(_is_over, fields=fields, timeout=timeout, every=every).to_dict()
    run.show_one(card, card_of)
    status = card.get("new_name_status") or card.get("name_status")
    run.tell("the review is over: ", words.spoken(status))
    if card.get("new_name_status") == "APPROVED":
        left = span(LAPSES["name-window-closed"].total_seconds())
        run.tell("  next: ", (target.following("register"), "bold"), f", within {left}")


def _is_over(card: Any) -> bool:
    """Tell whether no name is under review."""
    place = life.place_of(card.to_dict())
    return "in-review" not in (place["name"], place["new-name"])
