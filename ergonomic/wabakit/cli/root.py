"""The command itself: its nouns, loaded when they are used, and how a run ends."""

import warnings
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from typing import Any

import click

from wabakit._about import VERSION
from wabakit.cli import problems
from wabakit.cli.run import Run
from wabakit.cli.shared import options

COMMANDS: Mapping[str, Mapping[str, str]] = {
    "Numbers": {
        "list": "listing",
        "show": "number",
        "find": "number",
        "health": "health",
        "quality": "health",
        "watch": "watch",
    },
    "Getting connected": {
        "onboard": "onboard",
        "add": "connect",
        "code": "connect",
        "verify": "connect",
        "register": "connect",
        "deregister": "connect",
        "pin": "pin",
        "pool": "pool",
    },
    "Profile of a number": {
        "name": "name",
        "username": "username",
        "automation": "automation",
        "settings": "settings",
        "webhook": "webhook",
    },
    "Accounts": {"accounts": "accounts", "usage": "usage", "subscribe": "subscribe"},
    "Yesterday and today": {
        "snapshot": "inventory",
        "diff": "inventory",
        "history": "inventory",
        "audit": "inventory",
        "export": "inventory",
    },
    "Reference": {
        "errors": "errors",
        "fields": "fields",
        "versions": "contract",
        "contract": "contract",
    },
    "Setting up": {
        "doctor": "doctor",
        "profile": "profile",
        "completion": "completion",
        "emulator": "emulator",
        "api": "api",
    },
}
"""Section of the help -> command -> module of `commands` that has it."""

_MODULES = {name: module for section in COMMANDS.values() for name, module in section.items()}


class Root(click.Group):
    """The command, whose parts are loaded when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"wabakit.cli.commands.{_MODULES[cmd_name]}")
        held = (value for value in vars(module).values() if isinstance(value, click.Command))
        return next(value for value in held if value.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, in their sections."""
        widest = max(map(len, _MODULES))
        room = formatter.width - 6 - widest
        for section, names in COMMANDS.items():
            with formatter.section(section):
                found = ((name, self.get_command(ctx, name)) for name in names)
                formatter.write_dl(
                    [(n.ljust(widest), c.get_short_help_str(room)) for n, c in found if c]
                )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the exit codes."""
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(c), what) for c, what in problems.EXIT_CODES.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; tell what fails, and leave with what that means."""
        run = ctx.ensure_object(Run)
        try:
            with warnings.catch_warnings():
                warnings.showwarning = partial(_warn, run)
                return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            run.close()  # before a line more, for a live table is drawn where it stands
            if run.form in ("json", "jsonl"):
                run.tell_problem(problems.STOPPED)
            else:
                run.tell("")
            ctx.exit(problems.INTERRUPTED)
        except Exception as error:
            if (told := problems.told(error)) is None:
                raise
            run.tell_problem(told)
            ctx.exit(told.exit_code)
        except problems.NothingSent:
            run.tell(("Nothing was sent. What follows depends on the answer.", "dim"))
            ctx.exit(problems.DONE)
        finally:
            run.close()


def _warn(run: Run, message: Warning | str, *_: Any, **__: Any) -> None:
    run.tell((f"! {message}", "yellow"))


@click.group(cls=Root, params=options(hidden=False), no_args_is_help=True)
@click.version_option(VERSION, message="wabakit %(version)s", help="Show the version.")
def wabakit() -> None:
    """Manage WhatsApp Business phone numbers.

    NUMBER is a Graph id, a phone number such as "+1 631-555-1001", or an @alias of the profile.
    """
