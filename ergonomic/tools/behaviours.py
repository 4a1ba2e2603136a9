"""The table of the emulator's README: what it does, where, and how that is known.

Made from its docstrings, in which a statement is followed by its source in brackets.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_SOURCES = "documented|recorded|assumed|reported|public|reference|description|edition|emulator's"
_SOURCE = re.compile(rf"\(([^()]*\b(?:{_SOURCES})\b[^()]*)\)")
_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z0-9`])")


class Behaviour(NamedTuple):
    """One statement of a docstring that names its source."""

    place: str
    statement: str
    source: str

    @property
    def confidence(self) -> str:
        """How sure it is; where several sources are named, as sure as the weakest."""
        if re.search("emulator's", self.source):
            return "our own"
        if re.search("assumed|unconfirmed", self.source):
            return "assumed"
        return "recorded" if re.search("recorded|reported|public", self.source) else "documented"


def behaviour_table(package: Path) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from ("| where | what | confidence | known from |", "|---|---|---|---|")
    for found in behaviours(package):
        cells = (f"`{found.place}`", found.statement, found.confidence, found.source)
        yield f"| {' | '.join(cells)} |"


def behaviours(package: Path) -> Iterator[Behaviour]:
    """Find every statement with a source in the docstrings of a package."""
    for path in sorted(package.rglob("[a-z]*.py")):
        module = ".".join(path.relative_to(package).with_suffix("").parts)
        for name, text in _docstrings(ast.parse(path.read_text("utf-8"))):
            yield from _statements(f"{module}.{name}", text)


def _docstrings(holder: ast.Module | ast.ClassDef) -> Iterator[tuple[str, str | None]]:
    """Walk the docstrings inside, those of constants and attributes included."""
    named = ""
    for node in holder.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, ast.get_docstring(node)
            if isinstance(node, ast.ClassDef):
                yield from ((f"{node.name}.{name}", text) for name, text in _docstrings(node))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            named = ast.unparse(target).strip("(),")
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and named:
            yield named, str(node.value.value)


def _statements(place: str, docstring: str | None) -> Iterator[Behaviour]:
    """Cut a docstring into what stands before each source: the last sentence, or a part of it."""
    text, start = " ".join((docstring or "").split()), 0
    for match in _SOURCE.finditer(text):
        statement = _SENTENCE.split(text[start : match.start()].strip())[-1].strip(" ,;.")
        start = match.end()
        if statement:
            yield Behaviour(place, statement.replace("|", "\\|"), match[1])
