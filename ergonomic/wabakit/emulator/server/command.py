"""What the command line does: serve until told to stop, or while a command runs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from wabakit.emulator.emulator import Emulator

from .app import PAGE
from .console import Console, tell
from .picture import load
from .serving import Server

DEFAULT_WABA = "102290129340398"
"""The account there is unless a picture says otherwise; the id is the one of Meta's samples."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_PARENT_LOOK_SECONDS = 1.0

_ALIASES = {
    "WHATSAPP_BASE_URL": ["WA_BASE_URL"],
    "WHATSAPP_ACCESS_TOKEN": ["WHATSAPP_TOKEN", "CLOUD_API_ACCESS_TOKEN"],
    "WHATSAPP_BUSINESS_ACCOUNT_ID": ["WA_BUSINESS_ACCOUNT_ID", "WABA_ID"],
    "WHATSAPP_PHONE_NUMBER_ID": ["WA_PHONE_NUMBER_ID", "WHATSAPP_PHONE_ID"],
}
"""Names that a command may read instead; set where they are set, lest a real token stays there."""


def serve(options: Namespace) -> int:
    """Serve until SIGINT or SIGTERM; the first line on standard output says where."""
    emulator = _make_emulator(options)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if options.with_parent:
        Thread(target=_stop_after, args=[os.getppid()], daemon=True).start()
    with _saving(emulator, options.state), suppress(KeyboardInterrupt):
        server = _make_server(emulator, options)
        server.run(lambda: _announce(server, options.ready_file))
    return 0


def run_beside(options: Namespace) -> int:
    """Run a command beside a server; return the exit code of the command."""
    emulator = _make_emulator(options)
    with _saving(emulator, options.state), _make_server(emulator, options) as server:
        # A handler, unlike "ignore", is not inherited: Ctrl-C stops the command, and then us.
        signal.signal(signal.SIGINT, _pass_over)
        environment = {**os.environ, **_environment(server)}
        try:
            process = subprocess.Popen(options.command, env=environment)
        except OSError as error:
            tell(f"{options.command[0]}: {error.strerror}")
            return 127
        signal.signal(signal.SIGTERM, lambda _signal, _frame: process.terminate())
        code = process.wait()
    return 128 - code if code < 0 else code


def _make_emulator(options: Namespace) -> Emulator:
    emulator = Emulator(limits=options.limits, any_token=options.any_token, strict=options.strict)
    is_known = options.state is not None and options.state.exists()
    picture = options.state if is_known else options.seed
    if picture is not None:
        try:
            load(emulator, json.loads(picture.read_text("utf-8")))
        except (OSError, ValueError) as error:
            sys.exit(f"{picture}: {error}")
    elif options.demo:
        emulator.seed_demo()
    else:
        emulator.add_account(DEFAULT_WABA)
    return emulator


def _make_server(emulator: Emulator, options: Namespace) -> Server:
    if options.host not in _LOOPBACK:
        tell(f"listening on {options.host}: whoever reaches this machine can use the emulator")
    try:
        return Server(emulator, host=options.host, port=options.port, notice=Console().notice)
    except OSError as error:
        sys.exit(f"Port {options.port}: {error.strerror}. Take another one: --port 0")


def _announce(server: Server, ready_file: Path | None) -> None:
    line = json.dumps(server.address())
    if ready_file is not None:
        _write(ready_file, line + "\n")
    print(line, flush=True)
    tell(f"the page is at {server.url}{PAGE}; Ctrl-C stops")


@contextmanager
def _saving(emulator: Emulator, state: Path | None) -> Generator[None, None, None]:
    try:
        yield
    finally:
        if state is not None:
            _write(state, json.dumps(emulator.snapshot(), indent=1, ensure_ascii=False) + "\n")


def _write(path: Path, text: str) -> None:
    """Write a file at once, so that nobody reads half of it."""
    half = path.with_name(f"{path.name}.{os.getpid()}")
    half.write_text(text, "utf-8")
    half.replace(path)


def _environment(server: Server) -> dict[str, str]:
    values = server.environment()
    aliases = {name: value for key, value in values.items() for name in _ALIASES[key]}
    return {**values, **{name: value for name, value in aliases.items() if name in os.environ}}


def _pass_over(_signal: int, _frame: object) -> None:
    pass


def _stop_after(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_PARENT_LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
