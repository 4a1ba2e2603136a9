"""`python -m wabakit.emulator` as its tests run it."""

import json
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import httpx

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


def run(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside an emulator."""
    return subprocess.run(
        [*COMMAND, "exec", *command],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def get(said: dict[str, Any], path: str) -> Any:
    """Read from a server."""
    headers = {"Authorization": f"Bearer {said['token']}"}
    return httpx.get(f"{said['url']}/{path}", headers=headers, trust_env=False, verify=False).json()
