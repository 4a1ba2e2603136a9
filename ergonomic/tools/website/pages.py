"""The pages that people wrote, as the site has them: where they stand, and where they lead."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from ergonomic.tools.calls import call_table
from ergonomic.tools.diagram import table
from ergonomic.tools.documents import with_block
from ergonomic.tools.error_tables import error_tables
from ergonomic.tools.fields import field_table
from ergonomic.tools.website import reference
from ergonomic.tools.website.drawing import life
from openapi.tools import made

DOCS = made.ROOT / "docs"
CONFIGURATION = DOCS / "mkdocs.yml"
ELSEWHERE = {
    "openapi/README.md": "contract.md",
    "ergonomic/wabakit/emulator/README.md": "emulator.md",
    "CHANGELOG.md": "changelog.md",
    ".github/CONTRIBUTING.md": "contributing.md",
    ".github/VERSIONS.md": "promises.md",
    ".github/SECURITY.md": "security.md",
    ".github/CODE_OF_CONDUCT.md": "conduct.md",
    "tests/README.md": "tests.md",
}
"""Documents outside of docs/, and the pages that they become."""

HIDDEN = {"index.md": "navigation, toc", "tutorial.md": "navigation, toc", "coming-from.md": "toc"}
"""Which columns are not shown beside a page: it brings its own, or two samples side by side."""

MADE = ("errors/", "fields/", "reference/")
"""Where the pages are that the contract makes; tables of this folder lead to them."""

_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_REASON = re.compile(r"^(```python) [^\n]*$", re.MULTILINE)
_COMMANDS = re.compile(r"^```console\n(?!\$ )", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


def written(
    contract: dict[str, Any], catalogue: dict[str, Any], chart: dict[str, Any]
) -> dict[str, str]:
    """Return the text of each page by its name; tables lead to the pages that are made."""
    sources = {path.relative_to(DOCS).as_posix(): path for path in sorted(DOCS.rglob("*.md"))}
    sources |= {name: made.ROOT / path for path, name in ELSEWHERE.items()}
    texts = {name: path.read_text("utf-8") for name, path in sources.items()}
    calls = call_table(contract, reference.place)
    texts["calls.md"] = with_block(texts["calls.md"], "calls", calls)
    texts["fields.md"] = with_block(
        texts["fields.md"], "fields", field_table(contract, "fields/phone-number/")
    )
    picture = [*life(chart), "", *table(chart)]
    texts["life.md"] = with_block(texts["life.md"], "states", picture)
    tables = error_tables(catalogue, "errors/")
    texts["errors.md"] = with_block(texts["errors.md"], "errors", tables)
    return {name: page(text, sources[name], name) for name, text in texts.items()}


def page(text: str, source: Path, name: str) -> str:
    """Return a document as the site has it, with links to pages of the site, or to downloads."""

    def lead(match: re.Match[str]) -> str:
        target, anchor = match[1], match[2] or ""
        if "://" in target or target.startswith(MADE):
            return match[0]
        return f"]({os.path.relpath(place(source.parent / target), Path(name).parent)}{anchor})"

    prose = [_LINK.sub(lead, part) for part in _BLOCK.split(text)]
    blocks = [*map(fenced, _BLOCK.findall(text)), ""]
    shown = "".join(part for pair in zip(prose, blocks, strict=True) for part in pair)
    return f"---\nhide: [{HIDDEN[name]}]\n---\n{shown}" if name in HIDDEN else shown


def fenced(block: str) -> str:
    """Return a block of code with a fence that highlights it: what has no prompt is a script."""
    return _COMMANDS.sub("```sh\n", _REASON.sub(r"\1", block))


def place(target: Path) -> str:
    """Return where the site has a file of the tree."""
    path = target.resolve()
    name = path.relative_to(made.ROOT).as_posix()
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    if path.is_relative_to(DOCS):
        return path.relative_to(DOCS).as_posix()
    if path.suffix == ".png":
        return f"assets/{path.name}"
    return "downloads.md" if path.is_dir() else f"downloads/{path.name}"


def navigated(entries: Sequence[Any]) -> Iterator[str]:
    """Yield the pages that a navigation leads to."""
    for entry in entries:
        ((_, target),) = entry.items()
        yield from [target] if isinstance(target, str) else navigated(target)


def check_navigation(entries: Sequence[Any], pages: Collection[str]) -> None:
    """Check that a navigation leads to what there is, once, and to all that people wrote.

    Raises:
        ValueError: it leads to a page that is not there, or twice to one, or lacks one of docs/.
    """
    led = list(navigated(entries))
    documents = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    wrong = {
        "not there": set(led) - set(pages),
        "named twice": {page for page in led if led.count(page) > 1},
        "left out": documents - set(led),
    }
    found = [f"{what}: {', '.join(sorted(which))}" for what, which in wrong.items() if which]
    if found:
        raise ValueError(f"the navigation of {CONFIGURATION.name}: {'; '.join(found)}")
