"""What the command line does: serve until told to stop, or while a command runs."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from types import FrameType

from wabakit.emulator.emulator import Emulator
from wabakit.emulator.wire.json_text import DEEPEST_STATE, read_json

from .app import PAGE
from .console import Console, tell
from .keeping import Keeper, NotSavedError, StateFile
from .picture import load
from .serving import Server

DEFAULT_WABA = "102290129340398"
"""The account there is unless a picture says otherwise; the id is the one of Meta's samples."""

_PARENT_LOOK_SECONDS = 1.0

_ALIASES = {
    "WHATSAPP_BASE_URL": ["WA_BASE_URL"],
    "WHATSAPP_ACCESS_TOKEN": ["WHATSAPP_TOKEN", "CLOUD_API_ACCESS_TOKEN"],
    "WHATSAPP_BUSINESS_ACCOUNT_ID": ["WA_BUSINESS_ACCOUNT_ID", "WABA_ID"],
    "WHATSAPP_PHONE_NUMBER_ID": ["WA_PHONE_NUMBER_ID", "WHATSAPP_PHONE_ID"],
}
"""Names that a command may read instead; set where they are set, lest a real token stays there."""


def serve(options: Namespace) -> int:
    """Serve until a signal stops it; the first line on standard output says where."""
    if options.ready_file and not options.ready_file.parent.is_dir():
        sys.exit(f"{options.ready_file}: there is no folder {options.ready_file.parent}")
    with _made(options) as server:
        with suppress(KeyboardInterrupt):
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            _on_hang_up(_terminate)
            if options.with_parent:
                Thread(target=_stop_after, args=[os.getppid()], daemon=True).start()
            server.run(lambda: _announce(server, options.ready_file))
        for number in (signal.SIGINT, signal.SIGTERM):  # lest a second one stops the saving
            signal.signal(number, signal.SIG_IGN)
        _on_hang_up(signal.SIG_IGN)
    return 0


def run_beside(options: Namespace) -> int:
    """Run a command beside a server; return the exit code of the command."""
    with _made(options) as made, made as server:
        # A handler, unlike "ignore", is not inherited: Ctrl-C stops the command, and then us.
        signal.signal(signal.SIGINT, _pass_over)
        environment = {**os.environ, **_environment(server)}
        try:
            process = subprocess.Popen(options.command, env=environment)
        except OSError as error:
            tell(f"{options.command[0]}: {error.strerror}")
            return 127
        signal.signal(signal.SIGTERM, lambda number, _: process.send_signal(number))
        _on_hang_up(lambda number, _: process.send_signal(number))
        code = process.wait()
    return 128 - code if code < 0 else code


@contextmanager
def _made(options: Namespace) -> Generator[Server, None, None]:
    """Make the server that the options ask for; its state is kept if they name a file."""
    emulator = Emulator(limits=options.limits, any_token=options.any_token, strict=options.strict)
    if options.state is None:
        _fill(emulator, options)
        yield _make_server(emulator, options, changed=lambda: None)
        return
    try:
        file = StateFile(options.state)
    except ValueError as error:
        sys.exit(f"{options.state}: {error}")
    _fill(emulator, options)
    keeper = Keeper(file, emulator.snapshot)
    server = _make_server(emulator, options, keeper.changed)
    try:
        with keeper:
            yield server
    except NotSavedError as error:
        sys.exit(f"{options.state}: not saved: {error}")


def _fill(emulator: Emulator, options: Namespace) -> None:
    """Bring the emulator into the state that the options ask for."""
    is_known = options.state is not None and options.state.exists()
    if is_known and (options.demo or options.seed):
        unused = "--demo" if options.demo else "--seed"
        tell(f"{options.state} is there: going on from it, {unused} is passed over")
    picture = options.state if is_known else options.seed
    if picture is not None:
        try:
            load(emulator, read_json(picture.read_text("utf-8"), DEEPEST_STATE))
        except UnicodeDecodeError:
            sys.exit(f"{picture}: not text in UTF-8")
        except (OSError, ValueError) as error:
            sys.exit(f"{picture}: {error}")
    elif options.demo:
        emulator.seed_demo()
    else:
        emulator.add_account(DEFAULT_WABA)


def _make_server(emulator: Emulator, options: Namespace, changed: Callable[[], None]) -> Server:
    notice = Console().notice
    try:
        server = Server(
            emulator, host=options.host, port=options.port, notice=notice, changed=changed
        )
    except OSError as error:
        sys.exit(f"Port {options.port}: {error.strerror}. Take another one: --port 0")
    if server.is_open:
        tell(f"listening on {options.host}: whoever reaches this machine can use the emulator")
    return server


def _announce(server: Server, ready_file: Path | None) -> None:
    line = json.dumps(server.address())
    if ready_file is not None:
        _write(ready_file, line + "\n")
    print(line, flush=True)
    tell(f"the page is at {server.url}{PAGE}; Ctrl-C stops. In another shell:")
    for name, value in server.environment().items():
        print(f"export {name}={shlex.quote(value)}", file=sys.stderr, flush=True)


def _write(path: Path, text: str) -> None:
    """Write a file at once, so that nobody reads half of it."""
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.write_text(text, "utf-8")
    half.replace(path)


def _environment(server: Server) -> dict[str, str]:
    values = server.environment()
    aliases = {name: value for key, value in values.items() for name in _ALIASES[key]}
    return {**values, **{name: value for name, value in aliases.items() if name in os.environ}}


def _on_hang_up(handler: Callable[[int, FrameType | None], object] | signal.Handlers) -> None:
    """Handle the end of the terminal, unless the caller said that it does not matter (nohup)."""
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, handler)


def _terminate(_signal: int, _frame: object) -> None:
    signal.raise_signal(signal.SIGTERM)


def _pass_over(_signal: int, _frame: object) -> None:
    pass


def _stop_after(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_PARENT_LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
