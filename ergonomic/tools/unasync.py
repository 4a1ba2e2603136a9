"""Make each `_sync` of wabakit from its `_async` by replacing words; with `--check`, compare it."""

import re
import sys
from pathlib import Path

from openapi.tools import made

PACKAGE = made.ROOT / "ergonomic/wabakit"

# In this order, whole words only.
RULES = [
    (r"\basync (def|for|with)\b", r"\1"),
    (r"(?<![\w)\]])\(await ([^()]*\([^()]*\))\)", r"\1"),  # the brackets were for await
    (r"\bawait ", ""),
    (r"\b__a(enter|exit|iter|next)__\b", r"__\1__"),
    (r"\ba(iter|next)\(", r"\1("),
    (r"\b(Stop|Abstract)Async(?=[A-Z])", r"\1"),
    (r"\bAsync(?=[A-Z])", ""),
    (r"\b(str) \| Awaitable\[str\]", r"\1"),
    (r"\bAwaitable\[(\w+)\]", r"\1"),
    (r"\bAwaitable, ", ""),
    (r"\b(exchange_code)_async\b", r"\1"),
    (r"\basync(contextmanager)\b", r"\1"),
    (r"\bpush_async_callback\b", "callback"),
    (r"\ba(close|closing)\b", r"\1"),
    (r"\baiter_(bytes|stream)\b", r"iter_\1"),
    (r"\basync_(each|home|wait|told)\b", r"\1"),
    (r"\bhandle_async_request\b", "handle_request"),
    (r"\bfrom anyio import Event\b", "from threading import Event"),
    (r"\bAnyIOBackend\b", "SyncBackend"),
    (r"\bimport anyio\b", "import time"),
    (r"\banyio\.sleep\b", "time.sleep"),
    (r"\b_async\b", "_sync"),
]
BANNER = """\
# Made by ergonomic/tools/unasync.py from {name}.
# Do not edit: change that file, then run `make sync`.
"""
LEFT_OVER = re.compile(r".*(?:async|await|anyio).*", re.IGNORECASE)


def unasync(source: str) -> str:
    """Return the synchronous form of asynchronous source text.

    Raises:
        ValueError: A line still speaks of async, await or anyio: a rule is missing, or prose says
            what is true of one face only.
    """
    for pattern, replacement in RULES:
        source = re.sub(pattern, replacement, source)
    if found := LEFT_OVER.search(source):
        raise ValueError(f"no rule for: {found[0].strip()}")
    return source


def convert(path: Path) -> str:
    """Return what stands in _sync for one file of _async: a banner, then its synchronous form."""
    name = path.relative_to(made.ROOT).as_posix()
    try:
        text = unasync(path.read_text("utf-8"))
    except ValueError as error:
        sys.exit(f"{name}: {error}")
    return made.formatted(BANNER.format(name=name) + text)


def sync_face() -> dict[Path, str]:
    """Return the text of every file of each _sync by its path."""
    files = PACKAGE.glob("**/_async/*.py")
    return {path.parents[1] / "_sync" / path.name: convert(path) for path in files}


def sync_files() -> list[Path]:
    """List the files of each _sync on disk."""
    return list(PACKAGE.glob("**/_sync/*.py"))


if __name__ == "__main__":
    made.main(sync_face(), sync_files(), "make sync")
