"""README, the pages of docs/ and the other documents, taken apart."""

import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from openapi.tools.made import ROOT
from tests.tools.test_layout import our_files

_BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)|^\[[^]]+\]: (\S+)$", re.MULTILINE)


class Block(NamedTuple):
    """A block of code: its document, what stands behind its fence, where, the code, its output."""

    page: str
    info: str
    line: int
    code: str
    output: str
    """The block of `text` that follows at once: what the code prints."""


class Page:
    """A document."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.relative_to(ROOT).as_posix()
        self.text = path.read_text("utf-8")

    def blocks(self) -> list[Block]:
        """All blocks of code, in order."""
        found = list(_BLOCK.finditer(self.text))
        outputs = {
            code.end(): text[2]
            for code, text in pairwise(found)
            if text[1] == "text" and not self.text[code.end() : text.start()].strip()
        }
        return [
            Block(
                self.name,
                match[1],
                self.text[: match.start()].count("\n") + 1,
                match[2],
                outputs.get(match.end(), ""),
            )
            for match in found
        ]

    def section(self, title: str) -> str:
        """The text below a heading, up to the next heading of the same level or a higher one."""
        heading = rf"^(#+) ({re.escape(title)})\n"
        marks, _, rest = re.split(heading, self.text, flags=re.MULTILINE)[1:]
        return re.split(rf"^#{{1,{len(marks)}}} ", rest, flags=re.MULTILINE)[0]

    def rows(self, title: str = "") -> list[list[str]]:
        """The rows of all tables, or of those in a section, without their heads."""
        cells = [
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in (self.section(title) if title else self.text).splitlines()
            if line.startswith("|")
        ]
        rules = [at for at, row in enumerate(cells) if set("".join(row)) <= {"-"}]
        heads = {at - 1 for at in rules} | set(rules)
        return [row for at, row in enumerate(cells) if at not in heads]

    def links(self) -> list[str]:
        """Where the links lead, web addresses apart."""
        prose = re.sub(r"`[^`\n]*`", "`", _BLOCK.sub("", self.text))
        targets = [inline or named for inline, named in _LINK.findall(prose)]
        return [target for target in targets if "://" not in target]

    def anchors(self) -> list[str]:
        """The anchors that the headings get where the document is shown."""
        titles = re.findall(r"^#+ (.+)$", _BLOCK.sub("", self.text), re.MULTILINE)
        return [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]


PAGES = {
    page.name: page
    for page in map(Page, sorted(path for path in our_files() if path.suffix == ".md"))
}
README = PAGES["README.md"]
DOCS = {page.path.stem: page for name, page in PAGES.items() if name.startswith("docs/")}
TUTORIAL = [block for block in DOCS["tutorial"].blocks() if block.info == "python"]
"""One session: each sample goes on where the one before it ended."""

SAMPLES = [
    block
    for page in PAGES.values()
    for block in page.blocks()
    if block.info.startswith("python") and page is not DOCS["tutorial"]
]
"""Each stands alone."""


def code_words(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", text)
