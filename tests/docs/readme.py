"""The README, taken apart."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


class Block(NamedTuple):
    """A block of code: what stands behind its fence, where, and the code."""

    info: str
    line: int
    code: str


def blocks() -> list[Block]:
    """All blocks of code, in order."""
    return [
        Block(match[1], README[: match.start()].count("\n") + 1, match[2])
        for match in re.finditer(r"^```([^\n]*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    ]


def section(title: str) -> str:
    """The text below a heading, up to the next heading of the same level or a higher one."""
    marks, _, rest = re.split(rf"^(#+) ({re.escape(title)})\n", README, flags=re.MULTILINE)[1:]
    return re.split(rf"^#{{1,{len(marks)}}} ", rest, flags=re.MULTILINE)[0]


def rows(title: str) -> list[list[str]]:
    """The rows of all tables in a section, without their heads."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section(title).splitlines()
        if line.startswith("|")
    ]
    rules = [at for at, row in enumerate(cells) if set("".join(row)) <= {"-"}]
    heads = {at - 1 for at in rules} | set(rules)
    return [row for at, row in enumerate(cells) if at not in heads]


def code_words(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", text)
