"""Processes that start cheaply: forks of a Python that has loaded what they need."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from tempfile import TemporaryFile
from typing import Any, NoReturn

IN_CHILDREN = """
import {imports}
import gc, os, sys
assert "wabakit" not in sys.modules
gc.disable()
for code in {codes!r}:
    if not (child := os.fork()):
        exec(code, {{}})
        sys.stdout.flush()
        os._exit(0)
    failed = os.waitpid(child, 0)[1]
    print(end="\\0", flush=True)
    if failed:
        sys.exit(code)
"""


def run_each(
    run: Callable[[str], str], codes: Sequence[str], imports: str = "anyio, attrs, httpx"
) -> list[str]:
    """Run pieces of code by what runs one in a new Python; return what each prints.

    They share these imports of what others made, and nothing of ours: they are forked from where
    it is loaded.
    """
    if not hasattr(os, "fork"):
        return [run(code) for code in codes]
    return run(IN_CHILDREN.format(codes=list(codes), imports=imports)).split("\0")[:-1]


def run_forked(
    act: Callable[[], object], environment: Mapping[str, str] = os.environ
) -> subprocess.CompletedProcess[str]:
    """Run what a command does in a fork of this process; return what it prints."""
    with (
        TemporaryFile("w+", encoding="utf-8") as output,
        TemporaryFile("w+", encoding="utf-8") as errors,
    ):
        child = fork(act, output.fileno(), errors.fileno(), environment)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        for end in (output, errors):
            end.seek(0)
        return subprocess.CompletedProcess([], code, output.read(), errors.read())


def fork(
    act: Callable[[], object],
    output: int,
    errors: int,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Begin a process that does what a command does, and leaves as it would; return its id."""
    return os.fork() or _be(act, output, errors, dict(environment))


def _be(
    act: Callable[[], object], output: int, errors: int, environment: Mapping[str, str]
) -> NoReturn:
    code: Any = 1
    try:
        os.dup2(output, 1)
        os.dup2(errors, 2)
        os.environ.clear()
        os.environ.update(environment)
        utf_8: Any = {"encoding": "utf-8", "closefd": False}
        with open(1, "w", **utf_8) as sys.stdout, open(2, "w", **utf_8) as sys.stderr:
            try:
                code = act() or 0
            except SystemExit as end:
                if isinstance(end.code, str):
                    print(end.code, file=sys.stderr)
                else:
                    code = end.code or 0
    finally:
        os._exit(code)
    raise AssertionError("unreachable")
