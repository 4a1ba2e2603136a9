"""The page of all commands of the command line, made from what click knows of them."""

from collections.abc import Iterator

import click

from wabakit.cli.root import COMMANDS, wabakit

WIDTH = 80
"""Columns of the help, as a terminal has them."""


def page() -> str:
    """Return the help of every command, in the sections of the help of all."""
    root = _context(wabakit, "wabakit", None)
    lines = [
        "# Commands",
        "",
        "What `--help` says. [The command line](../cli.md) shows how to use it.",
    ]
    lines += [*_help(root)]
    for section, names in COMMANDS.items():
        lines += ["", f"## {section}"]
        lines += [line for name in names for line in _told(root, wabakit, name)]
    return "\n".join(lines) + "\n"


def _told(above: click.Context, group: click.Group, name: str) -> Iterator[str]:
    """Yield the help of a command, and of the verbs that it has."""
    if (command := group.get_command(above, name)) is None:
        raise LookupError(f"{above.command_path} has no command {name}")
    context = _context(command, name, above)
    yield from ("", f"### {context.command_path}", *_help(context))
    if isinstance(command, click.Group):
        for verb in command.list_commands(context):
            yield from _told(context, command, verb)


def _help(context: click.Context) -> Iterator[str]:
    yield from ("", "```text", context.get_help(), "```")


def _context(command: click.Command, name: str, above: click.Context | None) -> click.Context:
    return click.Context(
        command, info_name=name, parent=above, terminal_width=WIDTH, max_content_width=WIDTH
    )
