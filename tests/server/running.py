"""`python -m wabakit.emulator` as its tests run it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import Any, NoReturn

import httpx
import pytest

from wabakit.emulator.__main__ import main

COMMAND = [sys.executable, "-m", "wabakit.emulator"]


@contextmanager
def served(
    environment: dict[str, str], *options: str, stop: signal.Signals = signal.SIGTERM
) -> Generator[dict[str, Any], None, None]:
    """Run a server until the end; give what its first line says, and check its last words."""
    with subprocess.Popen(
        [*COMMAND, "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        assert said["pid"] == process.pid
        try:
            yield said
        finally:
            process.send_signal(stop)
            _, said["stderr"] = process.communicate(timeout=20)
        expected = -stop if stop == signal.SIGKILL else 0
        assert process.returncode == expected, said["stderr"]


@contextmanager
def forked(
    *options: str, stop: signal.Signals = signal.SIGTERM
) -> Generator[dict[str, Any], None, None]:
    """Do as `served`, in a fork of this process, where all that a server needs is loaded."""
    reading, writing = os.pipe()
    with TemporaryFile("w+") as errors, os.fdopen(reading) as first:
        child = os.fork()
        if not child:
            _be(["--port", "0", *options], writing, errors.fileno())
        os.close(writing)
        if not (line := first.readline()):
            code = os.waitpid(child, 0)[1]
            errors.seek(0)
            pytest.fail(f"it did not start ({code}): {errors.read()}")
        said = json.loads(line)
        assert said["pid"] == child
        try:
            yield said
        finally:
            os.kill(child, stop)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            errors.seek(0)
            said["stderr"] = errors.read()
        assert code == (-stop if stop == signal.SIGKILL else 0), said["stderr"]


def run(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside an emulator, in a fork of this process."""
    with TemporaryFile("w+") as output, TemporaryFile("w+") as errors:
        child = os.fork()
        if not child:
            _be(["exec", *command], output.fileno(), errors.fileno(), environment)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        output.seek(0)
        errors.seek(0)
        return subprocess.CompletedProcess(command, code, output.read(), errors.read())


def _be(
    words: Sequence[str], output: int, errors: int, environment: dict[str, str] | None = None
) -> NoReturn:
    """Be `python -m wabakit.emulator`."""
    code: Any = 1
    try:
        for number, end in ((1, output), (2, errors)):
            os.dup2(end, number)
        if environment is not None:
            os.environ.clear()
            os.environ.update(environment)
        with (
            open(1, "w", closefd=False) as sys.stdout,  # noqa: PTH123
            open(2, "w", closefd=False) as sys.stderr,  # noqa: PTH123
        ):
            try:
                code = main(words)
            except SystemExit as end:
                code = end.code
                if isinstance(code, str):
                    print(code, file=sys.stderr)
                    code = 1
    finally:
        os._exit(code)
    raise AssertionError("unreachable")


def get(said: dict[str, Any], path: str) -> Any:
    """Read from a server."""
    headers = {"Authorization": f"Bearer {said['token']}"}
    return httpx.get(f"{said['url']}/{path}", headers=headers, trust_env=False, verify=False).json()
