"""`wabakit webhook`: where the webhooks of a number go."""

from typing import Any

import click

from wabakit.cli.changing import card_of, confirm_change
from wabakit.cli.handed import DASH, asked_text
from wabakit.cli.run import Run
from wabakit.cli.shared import command, group
from wabakit.cli.target import Target, target_of

webhook: click.Group = group("webhook", "Where the webhooks of a number go.")

_OWN = "phone_number"
"""The level of an address that is the number's own."""


@command("show", of=webhook)
@click.argument("number", metavar="NUMBER")
def show(run: Run, number: str) -> None:
    """Show the addresses: of the number, the account and the app."""
    run.show_one(_addresses(target_of(run, number)), card_of)


@command("set", of=webhook)
@click.argument("number", metavar="NUMBER")
@click.argument("url", metavar="URL")
@click.argument("dash", metavar="[-]", required=False, type=DASH)
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def set_(run: Run, number: str, url: str, dash: str | None, yes: bool) -> None:
    """Send them to an address, which Meta checks at once. The verify token is asked for."""
    target = target_of(run, number)
    before = {} if run.is_dry else _addresses(target)
    if confirm_change(run, before, {_OWN: url}, yes=yes):
        token = asked_text(run, "verify token, which Meta shows the address", dash=dash)
        with run.finishing():
            target.number.set_webhook(url, token)
            run.done("changed", target.shown)


@command("clear", of=webhook)
@click.argument("number", metavar="NUMBER")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def clear(run: Run, number: str, yes: bool) -> None:
    """Send them where those of the account go."""
    target = target_of(run, number)
    before = {} if run.is_dry else _addresses(target)
    if confirm_change(run, before, {_OWN: None}, yes=yes):
        with run.finishing():
            target.number.clear_webhook()
            run.done("changed", target.shown)


def _addresses(target: Target) -> dict[str, Any]:
    import wabakit

    fields = [wabakit.PhoneNumber.webhook_configuration]
    card = target.number.get(fields=fields).to_dict()
    found: dict[str, Any] = card.get("webhook_configuration") or {}
    return found
