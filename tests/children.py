"""Pieces of code, each run as if in a Python of its own, for the price of one."""

import os
from collections.abc import Callable, Sequence

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
