"""What every command is made with: its options, and how it is handed a `Run`."""

from collections.abc import Callable
from typing import Any

import click

from wabakit.cli.output import FORMS
from wabakit.cli.run import Run

Function = Callable[..., None]


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep an option, which may stand before the command or behind it; the last one counts."""
    if value and option.name:
        context.find_root().ensure_object(Run).given[option.name] = value


def _option(*names: str, **attributes: Any) -> click.Option:
    return click.Option(names, expose_value=False, callback=_keep, **attributes)


def options(hidden: bool) -> list[click.Parameter]:
    """Return the options of every command."""
    return [
        _option("--profile", metavar="NAME", hidden=hidden, help="The profile to use."),
        _option(
            "--waba",
            multiple=True,
            metavar="ID",
            hidden=hidden,
            help="An account; may be given again.",
        ),
        _option("--api-version", metavar="VERSION", hidden=hidden, help="Such as v25.0."),
        _option("--base-url", metavar="URL", hidden=hidden, help="Where Graph is."),
        _option(
            "--env-file",
            metavar="FILE",
            hidden=hidden,
            help="Variables to be had beside the environment's.",
        ),
        _option(
            "-o",
            "--output",
            type=click.Choice(FORMS),
            metavar="FORM",
            hidden=hidden,
            help="table, json, jsonl, csv or ids.  [default: table]",
        ),
        _option("--fields", metavar="A,B", hidden=hidden, help="Which fields to read and show."),
        _option("--no-input", is_flag=True, hidden=hidden, help="Ask nothing."),
        _option(
            "--dry-run", is_flag=True, hidden=hidden, help="Print the call as curl; send nothing."
        ),
        _option(
            "--log",
            type=click.Choice(["info", "debug"]),
            metavar="LEVEL",
            hidden=hidden,
            help="Show the log: info or debug; no secret is in it.",
        ),
    ]


class Command(click.Command):
    """A command, which takes the options of every command as well."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.params = [*self.params, *options(hidden=True)]
        self.epilog = "wabakit --help: the options of every command, and the exit codes."


def command(name: str, *, of: click.Group | None = None) -> Callable[[Function], Command]:
    """Make a command, or a verb of a noun, of a function that is handed a `Run`."""

    def decorate(function: Function) -> Command:
        made = click.command(name, cls=Command)(click.make_pass_decorator(Run)(function))
        if of is not None:
            of.add_command(made)
        return made

    return decorate


def group(name: str, about: str) -> click.Group:
    """Make a noun, for verbs."""
    return click.Group(name, help=about)
