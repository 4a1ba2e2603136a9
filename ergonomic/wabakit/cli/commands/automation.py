"""`wabakit automation`: ice breakers, commands and welcome message."""

import json
from typing import Any

import click

from wabakit.cli.changing import card_of, confirm_change
from wabakit.cli.problems import refuse
from wabakit.cli.run import Run
from wabakit.cli.shared import command, group
from wabakit.cli.target import target_of

automation: click.Group = group("automation", "Ice breakers and commands of a number.")


@command("show", of=automation)
@click.argument("number", metavar="NUMBER")
def show(run: Run, number: str) -> None:
    """Show ice breakers, commands and welcome message."""
    run.show_one(run.number(number).automation().to_dict(), card_of)


@command("set", of=automation)
@click.argument("number", metavar="NUMBER")
@click.option("--prompts", type=click.File(encoding="utf-8"), help="Ice breakers, one a line.")
@click.option("--commands", type=click.File(encoding="utf-8"), help="A JSON list of commands.")
@click.option("--welcome", type=click.Choice(["on", "off"]), help="The welcome message.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def set_(run: Run, number: str, prompts: Any, commands: Any, welcome: Any, yes: bool) -> None:
    """Change what is given, after it was shown. An empty file takes all away."""
    new: dict[str, Any] = {}
    if prompts is not None:
        new["prompts"] = [line.strip() for line in prompts if line.strip()]
    if commands is not None:
        new["commands"] = _commands(commands)
    if welcome is not None:
        new["enable_welcome_message"] = welcome == "on"
    if not new:
        refuse("What is to change? Nothing is named", "add --prompts, --commands or --welcome")
    target = target_of(run, number)
    before = {} if run.is_dry else target.number.automation().to_dict()
    if confirm_change(run, before, new, yes=yes):
        with run.finishing():
            target.number.set_automation(**new)
            run.done("changed", target.shown)


def _commands(file: Any) -> Any:
    text = file.read()
    try:
        return json.loads(text) if text.strip() else []
    except ValueError as error:
        refuse(f"--commands {file.name}: {error}")
