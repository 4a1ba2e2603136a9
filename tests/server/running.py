"""`python -m wabakit.emulator` as its tests run it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import Any

import httpx
import pytest

from tests.children import fork, run_forked
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
        child = fork(lambda: main(["--port", "0", *options]), writing, errors.fileno())
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
    """Run a command beside an emulator."""
    return run_forked(lambda: main(["exec", *command]), environment)


def get(said: dict[str, Any], path: str) -> Any:
    """Read from a server."""
    headers = {"Authorization": f"Bearer {said['token']}"}
    return httpx.get(f"{said['url']}/{path}", headers=headers, trust_env=False, verify=False).json()
