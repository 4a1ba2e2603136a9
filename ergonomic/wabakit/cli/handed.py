"""Secrets as they are handed in: by a command, on standard input, or typed; never as an option."""

import shlex
from collections.abc import Mapping
from typing import Any

import click

from wabakit.cli import asking
from wabakit.cli.problems import Problem, refuse
from wabakit.cli.run import Run
from wabakit.cli.settings import secret_of

PIN = "PIN (6 digits; it is asked for whenever the number is registered)"
CODE = "the code that arrived"
_OPTIONS = {PIN: "--pin-command", CODE: "--code-command"}
DASH = click.Choice(["-"])
"""What says that a secret comes on standard input."""


def by_command(command: str, phone: str) -> tuple[str | None, str]:
    """Run a command that prints the secret of a number; return that, or why there is none."""
    return secret_of(command.replace("{phone}", phone))


def asked(
    run: Run,
    what: str,
    *,
    command: str | None,
    dash: str | None,
    phone: str,
    twice: bool = False,
) -> str:
    """Get a PIN or a code. A dry run gets a stand-in.

    Raises:
        Problem: there is none, or nobody to ask; says how else it is given.
    """
    if run.is_dry:
        return "000000"
    if dash:
        return asking.from_stdin(what)
    if command:
        secret, why = by_command(command, phone)
        if secret is None:
            run.fail(f'"{command}"{why}')
        return secret
    how = f"add {_OPTIONS[what]} COMMAND, or - to read it from standard input"
    return run.secret(what, how, twice=twice)


def asked_text(run: Run, what: str, *, dash: str | None) -> str:
    """Get a secret of any form, such as a verify token.

    Raises:
        Problem: there is none, or nobody to ask.
    """
    if run.is_dry:
        return "dry-run"
    if dash:
        return asking.from_stdin(what)
    if not asking.can_ask(run.no_input):
        refuse(f"{what} would have to be asked, and there is no terminal: add -, and pipe it in")
    return asking.hidden_line(f"? {what}")


class Handed:
    """What is handed in for a list of numbers."""

    def __init__(
        self,
        run: Run,
        pin_command: str | None,
        code_command: str | None,
        journal: str | None,
        wishes: Mapping[str, Any],
    ) -> None:
        self._run, self._pin_command = run, pin_command
        self.code_command: str | None = code_command
        self.wishes: Mapping[str, Any] = wishes
        self._journal = journal
        self._pin: str | None = None
        self._codes: dict[str, str] = {}
        self.why: str = ""
        """Why the command for codes gave none, when it was last run."""

    @property
    def has_codes(self) -> bool:
        """Whether codes come by themselves."""
        return self.code_command is not None

    @property
    def asks_code(self) -> bool:
        """Whether a person types the codes."""
        return not self.has_codes and asking.can_ask(self._run.no_input)

    @property
    def options(self) -> str:
        """The options that say the same again."""
        said = {
            "--journal": self._journal,
            "--pin-command": self._pin_command,
            "--code-command": self.code_command,
        }
        return "".join(f" {name} {shlex.quote(value)}" for name, value in said.items() if value)

    def get_ready(self) -> None:
        """Ask for the PIN of all, if no command gives each its own.

        Raises:
            Problem: there is nobody to ask.
        """
        if self._pin_command is None:
            what = "PIN for all of them (6 digits; it is asked for at each registration)"
            self._pin = self._run.secret(what, "add --pin-command COMMAND", twice=True)

    def pin(self, phone: str) -> str | None:
        """Return the PIN of a number.

        Raises:
            Problem: its command gave none.
        """
        if self._pin_command is None:
            return self._pin
        secret, why = by_command(self._pin_command, phone)
        if secret is None:
            raise Problem(f'"{self._pin_command}"{why}')
        return secret

    def code(self, phone: str) -> str | None:
        """Return the code that a number got; None while there is none."""
        if self.code_command is None:
            return self._codes.pop(phone, None)
        code, self.why = by_command(self.code_command, phone)
        return code

    def ask_code(self, phone: str, about: str) -> None:
        """Have somebody type the code of a number."""
        self._codes[phone] = self._run.secret(f"the code for {about}", "add --code-command COMMAND")
