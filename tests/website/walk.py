"""The site that `make docs` wrote: its links lead somewhere, and it loads nothing from outside."""

import json
import os
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

import wabakit
from ergonomic.tools.readme import published
from openapi.tools.made import ROOT
from openapi.tools.yamltext import read
from wabakit._about import SITE

BUILT = Path(os.environ["SITE"])
WEB = re.compile(
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?(/[\w~!$&'()*+,;=:@%./-]*)?(\?\S*)?(#\S*)?"
)


class Document(HTMLParser):
    """What a page of the site has: anchors, links, and what it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag has."""
        said = {name: value or "" for name, value in attrs}
        self.anchors |= {said[name] for name in ("id", "name") if name in said}
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
        elif tag == "link" and said.get("rel") in {"stylesheet", "icon", "preconnect"}:
            self.loaded.append(said["href"])
        elif "src" in said:
            self.loaded.append(said["src"])


PAGES = sorted(BUILT.rglob("*.html"))


@cache
def document(path: Path) -> Document:
    """Return a page, read once."""
    return Document(path)


def test_links_lead_somewhere() -> None:
    """Every link inside leads to a page, or a file, and to an anchor that it has."""
    missing = [
        f"{page.relative_to(BUILT)}: {link}"
        for page in PAGES
        for link in dict.fromkeys([*document(page).links, *document(page).loaded])
        if not urlsplit(link).scheme and not leads(page, link)
    ]
    assert missing == []


def leads(page: Path, link: str) -> bool:
    """Tell whether there is what a link inside the site leads to."""
    here = "/" + page.relative_to(BUILT).as_posix().removesuffix("index.html")
    target = urlsplit(urljoin(here, link.removeprefix(urlsplit(SITE).path.rstrip("/"))))
    path = BUILT / unquote(target.path).lstrip("/")
    file = path / "index.html" if path.is_dir() else path
    if not file.is_file():
        return False
    anchor = unquote(target.fragment)
    return not anchor or file.suffix != ".html" or anchor in document(file).anchors


def test_links_to_the_web_have_the_form_of_links() -> None:
    """Links that lead out of the site are addresses of the web, and none is a file of a machine."""
    out = {link for page in PAGES for link in document(page).links if urlsplit(link).scheme}
    assert [
        link for link in out if not WEB.fullmatch(link) and not link.startswith("mailto:")
    ] == []


def test_nothing_comes_from_elsewhere() -> None:
    """No page loads a script, font, style or picture from another place, so it works offline."""
    loaded = {
        link
        for page in PAGES
        for link in document(page).loaded
        if urlsplit(link).netloc and not link.startswith("data:")
    }
    styles = [path.read_text("utf-8") for path in BUILT.rglob("*.css")]
    assert loaded == set()
    assert [url for text in styles for url in re.findall(r"url\(['\"]?(https?:[^)]*)", text)] == []


def test_every_call_leads_to_its_method() -> None:
    """From the table of calls each method leads to where its arguments are told."""
    links = document(BUILT / "calls/index.html").links
    led = {link.rpartition("#")[2] for link in links if "/reference/" in link}
    for handle in (wabakit.Account, wabakit.Business, wabakit.Number, wabakit.PreverifiedNumber):
        methods = {name for name in dir(handle) if not name.startswith("_")} - {"id", "fleet"}
        assert {f"wabakit.{handle.__name__}.{name}" for name in methods} <= led


def test_every_error_and_every_field_has_its_page() -> None:
    """The address that an error names is there, and so is a page for each of its subcodes."""
    for entry in read(ROOT / "openapi/errors.yaml")["errors"]:
        code, subcode = entry["code"], entry.get("subcode")
        error = wabakit.GraphError("", "", "", "", "", "", code, subcode)
        assert leads(BUILT / "index.html", error.help_url.removeprefix(SITE)), error.help_url
        assert (BUILT / f"errors/{code}/{subcode or ''}/index.html").is_file()
    for field in wabakit.PhoneNumber.fields:
        assert (BUILT / f"fields/phone-number/{field}/index.html").is_file()


def test_arguments_are_told_once() -> None:
    """The reference tells of each argument of a method once, in words, whatever brings it along."""
    for page in BUILT.glob("reference/*/index.html"):
        text = page.read_text("utf-8")
        for listed in re.findall(r"Parameters:.*?<ul>(.*?)</ul>", text, re.DOTALL):
            items = [re.sub(r"<[^>]*>|\s+", " ", item) for item in listed.split("</li>")[:-1]]
            names = [item.split()[0] for item in items]
            assert len(set(names)) == len(names), page
            assert [item for item in items if not item.partition("\u2013")[2].strip()] == []
        assert "Unpack" not in text, page


def test_errors_do_not_repeat_themselves() -> None:
    """What a call changes about an error stands once, and what it does not change stays unsaid."""
    for page in BUILT.glob("errors/**/index.html"):
        text = page.read_text("utf-8").partition("Which calls<")[2].partition("In short<")[0]
        told = re.findall(r"<p>(.*?)</p>", text, re.DOTALL)
        assert len(set(told)) == len(told), page


def test_every_page_is_found() -> None:
    """The search knows every page that people wrote."""
    found = json.loads((BUILT / "search.json").read_text("utf-8"))
    known = {item["location"].partition("#")[0] for item in found["items"]}
    written = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index"}
    assert {f"{name}/" for name in written} <= known


def test_readme_of_the_package_leads_here() -> None:
    """What package indexes show leads to pages of the site, and nowhere into a tree."""
    links = re.findall(r"\]\(([^)]+)\)", published(ROOT))
    assert links
    assert [link for link in links if not link.startswith(SITE)] == []
    assert [x for x in links if not leads(BUILT / "index.html", x.removeprefix(SITE) or ".")] == []


@pytest.mark.parametrize("name", ["llms.txt", "llms-full.txt"])
def test_text_for_language_models(name: str) -> None:
    """The index and the whole as text have their title, and lead to what is there."""
    text = (BUILT / name).read_text("utf-8")
    assert text.startswith("# wabakit\n")
    for link in re.findall(rf"\]\({re.escape(SITE)}([^)]*)\)", text):
        assert (BUILT / link).exists(), link
