"""What every command is made with: its options, and how it is handed a `Run`."""

import shlex
from collections.abc import Callable, Mapping
from typing import Any

import click

from wabakit.cli.output import FORMS
from wabakit.cli.run import Run

Function = Callable[..., None]
PATH = click.Path()
"""A file, whose name shells complete."""


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep an option, which may stand before the command or behind it; the last one counts."""
    if value and option.name:
        context.find_root().ensure_object(Run).given[option.name] = value


def profiles(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Return the names of profiles that begin so, for a shell that completes."""
    from wabakit.cli.settings import Settings

    return [name for name in (*Settings({}).file.profiles, "demo") if name.startswith(begun)]


_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "--profile": {"metavar": "NAME", "help": "The profile to use.", "shell_complete": profiles},
    "--waba": {"metavar": "ID", "help": "An account; may be given again.", "multiple": True},
    "--api-version": {"metavar": "VERSION", "help": "Such as v25.0."},
    "--base-url": {"metavar": "URL", "help": "Where Graph is."},
    "--env-file": {"metavar": "FILE", "type": PATH, "help": "Variables beside the environment's."},
    "-o --output": {
        "metavar": "FORM",
        "help": "table, json, jsonl, csv or ids.  [default: table]",
        "type": click.Choice(FORMS),
    },
    "--fields": {"metavar": "A,B", "help": "Which fields to read and show."},
    "--no-input": {"help": "Ask nothing.", "is_flag": True},
    "--dry-run": {"help": "Print the call as curl; send nothing.", "is_flag": True},
    "--log": {
        "metavar": "LEVEL",
        "help": "Show the log: info or debug; no secret is in it.",
        "type": click.Choice(["info", "debug"]),
    },
}
"""The options of every command, and what they are made with."""
_WHERE = ("profile", "waba", "api_version", "base_url", "env_file")
"""Those that say which accounts a command is about, and how they are reached."""


def options(hidden: bool) -> list[click.Parameter]:
    """Make the options of every command; hidden in the help of each but the first."""
    kept: Any = {"expose_value": False, "callback": _keep, "hidden": hidden}
    return [click.Option(names.split(), **said, **kept) for names, said in _OPTIONS.items()]


def following(command: str, but: str = "") -> str:
    """Write a command to be run after the present one, which leads where that was told to go.

    `but` is an option that it leaves out.
    """
    given, words = click.get_current_context().find_root().ensure_object(Run).given, ["wabakit"]
    for name in _WHERE:
        value = () if name == but else given.get(name, ())
        for one in (value,) if isinstance(value, str) else value:
            words += [f"--{name.replace('_', '-')}", one]
    return f"{shlex.join(words)} {command}"


class Command(click.Command):
    """A command, which takes the options of every command as well."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.params: list[click.Parameter] = [*self.params, *options(hidden=True)]
        self.epilog: str | None = (
            "wabakit --help: the options of every command, and the exit codes."
        )


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
