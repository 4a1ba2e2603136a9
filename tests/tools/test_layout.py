"""The tree keeps to its own rules of size and cleanliness."""

import ast
import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from openapi.tools.made import ROOT
from openapi.tools.vocabulary import operations
from openapi.tools.yamltext import read

NOT_OURS = {".git", ".venv", "dist", "__pycache__", "wabakit_graph", "build", "site"}
CORE = ROOT / "ergonomic/wabakit"
MADE = CORE / "_made"
ROOMS = ("openapi", "generated", "ergonomic")

FILE_LINES = 250
FUNCTION_LINES = 40
CORE_LINES, CALLS = 2_647, 38  # of code, without imports and docstrings, for so many calls
METHOD_LINES = 12  # of code, for each call more
ROOM_LINES = {
    ("_batch.py", "_beyond.py", "_tokens.py"): 196,
    ("_connections",): 403,
    ("cli",): 3_313,
    ("contract",): 227,
    ("_notices.py", "events.py", "otel.py"): 365,
    ("file_memory.py", "_database.py"): 127,
    ("fleet",): 527,
    ("inventory",): 807,
    ("onboarding",): 495,
    ("webhooks.py", "_event.py"): 217,
}
"""Of code, in what lies beside the core: what has a door, or what no client uses."""

MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|Users|root|tmp|work|farm|opt)/\w")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b")
INDEX = re.compile(r"--(?:extra-)?index-" r"url|\"resolved\": \"http")


def our_files() -> Iterator[Path]:
    """Every committed file that people wrote, or that is made from what they wrote."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info"))
            if name != ".hypothesis"
        ]
        yield from (Path(folder, name) for name in names)


def hand_written(*rooms: str) -> list[Path]:
    """Every Python file below the given rooms that is not made."""
    return [
        path
        for path in our_files()
        if path.suffix == ".py"
        and path.relative_to(ROOT).parts[0] in rooms
        and "_sync" not in path.parts
        and MADE not in path.parents
    ]


@cache
def nodes(path: Path) -> list[ast.AST]:
    """Every node of a Python file."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def lines(path: Path) -> int:
    """Lines of a file."""
    return len(path.read_text("utf-8").splitlines())


def test_no_hand_written_file_is_long() -> None:
    """Every hand-written Python file can be read in one sitting."""
    sizes = {path: lines(path) for path in hand_written(*ROOMS, "tests")}
    assert sizes
    assert {p.name: n for p, n in sizes.items() if n > FILE_LINES} == {}


def test_no_function_is_long() -> None:
    """Every function of package and tools fits on a screen."""
    functions = {
        f"{path.name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in hand_written(*ROOMS)
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert functions
    assert {name: n for name, n in functions.items() if n > FUNCTION_LINES} == {}


def test_core_stays_small() -> None:
    """The curated client, other rooms, plugin and made files apart, stays a small library."""
    beside = {CORE / name for room in ROOM_LINES for name in room}
    beside |= {CORE / name for name in ("emulator", "pytest_plugin.py")}
    core = [p for p in hand_written("ergonomic") if CORE in p.parents]
    lines = sum(code_lines(path) for path in core if beside.isdisjoint([path, *path.parents]))
    calls = len(list(operations(read(ROOT / "openapi/phone_numbers.yaml"))))
    assert lines <= CORE_LINES + METHOD_LINES * (calls - CALLS)


def test_rooms_beside_the_core_stay_small() -> None:
    """What has a door, such as the connections, or no client uses, has a limit of its own."""
    for names, limit in ROOM_LINES.items():
        places = {CORE / name for name in names}
        room = [p for p in hand_written("ergonomic") if not places.isdisjoint([p, *p.parents])]
        assert room
        assert sum(map(code_lines, room)) <= limit, names


def code_lines(path: Path) -> int:
    """Lines of a file that say what is done: no blank ones, comments, docstrings, imports."""
    text = path.read_text("utf-8")
    others = [
        node
        for node in nodes(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    beside = {n for node in others for n in range(node.lineno, (node.end_lineno or 0) + 1)}
    return sum(
        1
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.lstrip().startswith("#") and number not in beside
    )


def test_nothing_names_a_machine_or_is_unfinished() -> None:
    """No committed text holds a path of one machine, a package index or an unfinished mark."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in our_files()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        for match in chain.from_iterable(
            p.finditer(line) for p in (MACHINE_PATH, UNFINISHED, INDEX)
        )
    ]
    assert found == []


def test_only_the_seam_touches_generated_privates() -> None:
    """Private names of generated endpoint modules stand in one file of the package."""
    private = re.compile(r"\b_(?:get_kwargs|parse_response|build_response)\b")
    users = {p.name for p in hand_written("ergonomic") if private.search(p.read_text("utf-8"))}
    assert users <= {"_graph.py"}
