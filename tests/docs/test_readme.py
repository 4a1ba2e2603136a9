"""The README is short and leads on; links of all documents lead somewhere."""

import re

import pytest

import wabakit.emulator.__main__ as emulator_command
from openapi.tools.made import ROOT
from tests.docs.pages import DOCS, PAGES, README, Page

LINES = 120
OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")


def test_readme_is_short() -> None:
    """The README is read in five minutes."""
    assert len(README.text.splitlines()) <= LINES


def test_readme_leads_to_every_page() -> None:
    """The README leads to the home of the site, whose navigation has every page of docs/."""
    text = (ROOT / "docs/mkdocs.yml").read_text("utf-8")
    shown = re.findall(r": ([\w/.-]+\.md)$", text, re.MULTILINE)
    assert "docs/index.md" in README.links()
    assert {page.name.removeprefix("docs/") for page in DOCS.values()} <= set(shown)
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_links(page: Page) -> None:
    """Every link leads to a file of this tree, and to a heading that is there."""
    missing: list[str] = []
    for target in page.links():
        path, _, anchor = target.partition("#")
        file = (page.path.parent / path).resolve() if path else page.path
        if not file.exists() or (anchor and anchor not in Page(file).anchors()):
            missing.append(target)
    assert missing == []


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_headings_are_told_apart(page: Page) -> None:
    """No two headings of a document have the same anchor, unless each version repeats them."""
    anchors = page.anchors()
    assert page.name == "CHANGELOG.md" or len(anchors) == len(set(anchors))


def test_make_words() -> None:
    """Every make word of the documents is one."""
    known = set(
        re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    used = {word for line in commands() for word in re.findall(r"^make ([a-z]+)", line)}
    assert {"demo", "test"} <= used <= known


@pytest.mark.parametrize("mode", ["", "exec"])
def test_emulator_options(mode: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every option that the documents give the emulator's command is one."""
    shown = [line for line in commands() if line.startswith("python -m wabakit.emulator")]
    lines = [line.split(" -- ")[0] for line in shown if (" exec " in line) == bool(mode)]
    used = {option for line in lines for option in OPTION.findall(line)}
    with pytest.raises(SystemExit):
        emulator_command.main([*mode.split(), "--help"])
    assert lines
    assert used <= set(OPTION.findall(capsys.readouterr().out))


def commands() -> list[str]:
    """The lines of all console blocks."""
    consoles = [block for page in PAGES.values() for block in page.blocks()]
    return [
        line for block in consoles if block.info == "console" for line in block.code.splitlines()
    ]
