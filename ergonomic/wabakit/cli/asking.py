"""Asking a person: only at a terminal, and never on standard output."""

import re
import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

import click

from wabakit._secret import Secret, hidden
from wabakit.cli.problems import refuse
from wabakit.cli.screen import Screen

_SIX_DIGITS = re.compile("[0-9]{3}-?[0-9]{3}", re.ASCII)


def can_ask(no_input: bool) -> bool:
    """Tell whether there is somebody to ask."""
    return not no_input and sys.stdin.isatty()


def confirm(screen: Screen, question: str, option: str, no_input: bool) -> None:
    """Ask whether to go on.

    Raises:
        Problem: there is nobody to ask.
        Abort: the answer was no.
    """
    if not can_ask(no_input):
        refuse(f"{question} Without a terminal I do not ask: add {option}")
    screen.line((question, "bold"))
    if not click.confirm("Go on?", default=False, err=True):
        screen.line("Nothing was sent.")
        raise click.Abort


def typed(screen: Screen, question: str, expected: str, option: str, no_input: bool) -> None:
    """Have somebody type what is about to be done, so that it is not done by habit.

    Raises:
        Problem: there is nobody to ask, or something else was typed.
    """
    if not can_ask(no_input):
        refuse(f"{question} Without a terminal I do not ask: add {option} {expected}")
    screen.line((question, "bold"))
    given: str = click.prompt(f"Type {expected} to go on", err=True, prompt_suffix=": ")
    if given.strip() != expected:
        refuse(f"{given.strip()!r} is not {expected}. Nothing was sent.")


def secret(screen: Screen, what: str, how: str, no_input: bool, *, twice: bool = False) -> Secret:
    """Ask for six digits, which are not shown while they are typed; twice where they are new.

    Raises:
        Problem: there is nobody to ask; `how` says how else they are given.
    """
    if not can_ask(no_input):
        refuse(f"{what} would have to be asked, and there is no terminal: {how}")
    while True:
        answer = hidden_line(f"? {what}")
        if not _SIX_DIGITS.fullmatch(answer):
            screen.line(("  six digits, please", "yellow"))
        elif twice and hidden_line("  once more") != answer:
            screen.line(("  that was another one; begin again", "yellow"))
        else:
            return answer


def hidden_line(question: str) -> Secret:
    """Ask for a line that is not shown while it is typed."""
    with _staying_hidden():
        answer: str = click.prompt(question, hide_input=True, err=True, prompt_suffix=": ")
    return hidden(answer.strip())


@contextmanager
def _staying_hidden() -> Generator[None]:
    """Hide what is typed also after Ctrl-Z and `fg`, where a shell has it shown again."""
    if sys.platform == "win32":
        yield
        return
    import termios

    def hide(*_: object) -> None:
        modes = termios.tcgetattr(sys.stdin)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(sys.stdin, termios.TCSANOW, modes)

    before = signal.signal(signal.SIGCONT, hide)
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)


def from_stdin(what: str) -> Secret:
    """Read a secret from the first line of standard input.

    Raises:
        Problem: there is none.
    """
    line = sys.stdin.readline().strip()
    if not line:
        refuse(f"{what} was to come from standard input, which is empty")
    return hidden(line)


@contextmanager
def finishing(screen: Screen) -> Generator[Callable[[], bool]]:
    """Have Ctrl-C and SIGTERM wait for what is under way, as nobody is to guess; once.

    What is handed in tells whether it was pressed, to those who would begin something new.

    Raises:
        KeyboardInterrupt: it was pressed.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    pressed = False

    def note(*_: object) -> None:
        nonlocal pressed
        if pressed:
            screen.line(("  whether that took effect is unknown: look before you repeat", "yellow"))
            raise KeyboardInterrupt
        pressed = True
        screen.line(("  stopping: what is under way is finished first", "yellow"))

    before = {sent: signal.signal(sent, note) for sent in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: pressed
    finally:
        for sent, handler in before.items():
            signal.signal(sent, handler)
    if pressed:
        raise KeyboardInterrupt
