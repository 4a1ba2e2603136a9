"""Runs the command line in this process on an emulator: through pipes, or at a terminal."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import click
import httpx
import pytest
from click.testing import CliRunner, Result

from wabakit import Clock
from wabakit.cli.root import wabakit
from wabakit.cli.run import Run
from wabakit.emulator import Emulator

PIN, ENCODING = "271828", "utf-8"
MAIN = "import sys, wabakit.cli; sys.exit(wabakit.cli.main())"
Typed = Iterable[tuple[str, str | Callable[[], str | None]]]
"""What somebody types whenever a question stands on the screen."""


class EmulatorClock(Clock):
    """The emulator's time, which waiting moves on."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    def now(self) -> datetime:
        """Read it."""
        return self._emulator.now()

    def sleep(self, seconds: float) -> None:
        """Let the time of the emulator pass."""
        self._emulator.clock.advance(timedelta(seconds=seconds))


class Seen(NamedTuple):
    """What stood on a terminal, and the exit code."""

    code: int
    text: str

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.text)


class Shell:
    """A person or a script, with an environment of its own."""

    def __init__(self, emulator: Emulator, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self.emulator, self.folder, self._patch = emulator, folder, patch
        self.transport: httpx.BaseTransport = emulator.transport()
        """What answers; tests may put another one here."""
        for name in [name for name in os.environ if name.startswith(("WHATSAPP_", "WABA"))]:
            patch.delenv(name)
        self.unset(*"NO_COLOR FORCE_COLOR COLUMNS SSL_CERT_FILE SSL_CERT_DIR".split())
        self.unset(*"HTTPS_PROXY https_proxy ALL_PROXY all_proxy".split())
        self.unset(*"XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME".split())
        self.set(TERM="xterm-256color", HOME=str(folder))
        self.config = folder / ".config/wabakit/config.toml"
        self.set(WHATSAPP_ACCESS_TOKEN=emulator.token)
        if emulator.accounts:
            self.set(WHATSAPP_BUSINESS_ACCOUNT_ID=emulator.accounts[0].id)

    def work_in(self, folder: Path) -> None:
        """Go into a folder."""
        self._patch.chdir(folder)

    def set(self, **variables: str) -> None:
        """Set variables of the environment."""
        for name, value in variables.items():
            self._patch.setenv(name, value)

    def unset(self, *names: str) -> None:
        """Take variables out of the environment."""
        for name in names:
            self._patch.delenv(name, raising=False)

    def profile(self, text: str) -> None:
        """Write the file of profiles."""
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_text(text)
        self.config.chmod(0o600)

    def __call__(self, *arguments: str, stdin: str = "") -> Result:
        """Run a command through pipes."""
        return CliRunner().invoke(
            wabakit, arguments, input=stdin, obj=self._run(), prog_name="wabakit"
        )

    def at_terminal(self, *arguments: str, width: int = 80, typed: Typed = ()) -> Seen:
        """Run a command in a pseudo-terminal, as a person who types answers to its questions."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        watcher = _Watcher(master, list(typed))
        watcher.start()
        with ExitStack() as ends, self._patch.context() as patch:
            for name in ("stdin", "stdout", "stderr"):
                mode = "r" if name == "stdin" else "w"
                end = ends.enter_context(os.fdopen(os.dup(slave), mode, encoding=ENCODING))
                patch.setattr(sys, name, end)
            patch.setattr(click.termui, "hidden_prompt_func", _read_hidden)
            patch.setattr(click.termui, "visible_prompt_func", _read)
            try:
                wabakit(arguments, obj=self._run(), prog_name="wabakit")
                code = 0
            except SystemExit as end:
                code = int(end.code or 0)
        os.close(slave)
        watcher.join()
        os.close(master)
        return Seen(code, watcher.text)

    def process(self, *arguments: str) -> subprocess.Popen[str]:
        """Begin the command as a process of its own."""
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", MAIN, *arguments]
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            command, env=environment, stdin=nothing, stdout=nothing, stderr=nothing, text=True
        )

    def child(self, *arguments: str, **variables: str) -> str:
        """Run the command as a process of its own; return what it prints."""
        path = os.pathsep.join(sys.path)
        done = subprocess.run(
            [sys.executable, "-c", MAIN, *arguments],
            env={**os.environ, "PYTHONPATH": path, **variables},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.stdout + done.stderr

    @property
    def answers(self) -> Typed:
        """What a person answers who agrees, and got the code."""
        return [
            ("Go on? [y/N]: ", "y"),
            ("arrived: ", lambda: self.emulator.outbox[-1].code),
            ("registered): ", PIN),
            ("once more: ", PIN),
            ("registration): ", PIN),
            ("line 2 +1 631-555-1001: ", lambda: self.emulator.outbox[-1].code),
            ("line 6 +1 631-555-1002: ", lambda: self.emulator.outbox[-1].code),
            ("Type +16315551001 to go on: ", "+16315551001"),
        ]

    def _run(self) -> Run:
        http = httpx.Client(transport=self.transport)
        return Run(http_client=http, clock=EmulatorClock(self.emulator))


def leaves(group: click.Group, names: str = "") -> set[str]:
    """Return every command of a group, by the words that call it."""
    context, found = click.Context(group), set[str]()
    for name in group.list_commands(context):
        child = group.get_command(context, name)
        words = f"{names} {name}".strip()
        found |= leaves(child, words) if isinstance(child, click.Group) else {words}
    return found


def _read(prompt: str) -> str:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline().rstrip("\n")


def _read_hidden(prompt: str) -> str:
    """Read what is typed without showing it, as getpass does at the terminal of a process."""
    end = sys.stdin.fileno()
    before = termios.tcgetattr(end)
    silent = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(end, termios.TCSANOW, silent)
    try:
        return _read(prompt)
    finally:
        termios.tcsetattr(end, termios.TCSANOW, before)
        sys.stderr.write("\n")
        sys.stderr.flush()


class _Watcher(Thread):
    """Sees what stands on a terminal, and types."""

    def __init__(self, master: int, typed: Typed) -> None:
        super().__init__(daemon=True)
        self._master, self._typed, self._new, self._all = master, typed, "", b""

    @property
    def text(self) -> str:
        """All that was seen."""
        return self._all.decode().replace("\r\n", "\n")

    def run(self) -> None:
        """Read until the other end is closed."""
        while True:
            try:
                read = os.read(self._master, 4096)
            except OSError:  # closed
                return
            if not read:
                return
            self._all += read
            self._new += read.decode(errors="replace")
            for question, answer in self._typed:
                if question in self._new:
                    self._new = self._new.partition(question)[2]
                    text = answer if isinstance(answer, str) else answer()
                    if text is not None:
                        os.write(self._master, f"{text}\n".encode())
