"""The pages as plain text for language models: an index, and all of them in one file."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

INTRODUCTION = """\
# {site_name}

> {site_description}

"""


def texts(configuration: Mapping[str, Any], pages: Mapping[str, str]) -> dict[str, str]:
    """Return `llms.txt` and `llms-full.txt`, in the order of the navigation."""
    head, base = INTRODUCTION.format(**configuration), configuration["site_url"]
    index, whole = [head], [head]
    for group in configuration["nav"]:
        ((title, entries),) = group.items()
        index += [f"## {title}", ""]
        for name, page in _entries(title, entries):
            told = _first_sentence(pages[page])
            index.append(f"- [{name}]({base}{_address(page)}){f': {told}' if told else ''}")
            if not page.startswith("reference/"):  # which is made from the package later
                whole.append(pages[page])
        index.append("")
    looked_up = ("errors/", "fields/phone-number/")
    whole += [text for page, text in pages.items() if page.startswith(looked_up)]
    return {"llms.txt": "\n".join(index), "llms-full.txt": "\n".join(whole)}


def _address(page: str) -> str:
    return "" if page == "index.md" else page.removesuffix(".md") + "/"


def _first_sentence(text: str) -> str:
    """Return the first sentence of a page, if it begins with a paragraph."""
    paragraphs = text.partition("# ")[2].split("\n\n")[1:]
    first = " ".join(paragraphs[0].split()) if paragraphs else ""
    sentence = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", first).partition(". ")[0].rstrip(".:")
    return "" if sentence.startswith((":::", "<", "`")) else sentence


def _entries(title: str, entries: Any) -> Iterator[tuple[str, str]]:
    """Yield title and page of everything below an entry of the navigation."""
    if isinstance(entries, str):
        yield title, entries
        return
    for entry in entries:
        ((name, target),) = entry.items()
        yield from _entries(name, target)
