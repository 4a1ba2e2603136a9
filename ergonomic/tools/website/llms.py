"""The pages as plain text for language models: an index, and all of them in one file."""

from collections.abc import Iterator, Mapping
from typing import Any

INTRODUCTION = """\
# {site_name}

> {site_description}

"""


def texts(configuration: Mapping[str, Any], pages: Mapping[str, str]) -> dict[str, str]:
    """Return `llms.txt` and `llms-full.txt`, in the order of the navigation."""
    head, base = INTRODUCTION.format(**configuration), configuration["site_url"]
    index = [head]
    whole = [head]
    for group in configuration["nav"]:
        ((title, entries),) = group.items()
        index.append(f"## {title}\n")
        for name, page in _entries(title, entries):
            index.append(f"- [{name}]({base}{page.removesuffix('index.md').removesuffix('.md')})")
            if not page.startswith("reference/"):
                whole.append(pages[page])
        index.append("")
    made = [
        text for page, text in pages.items() if page.startswith(("errors/", "fields/phone-number/"))
    ]
    return {"llms.txt": "\n".join(index), "llms-full.txt": "\n".join([*whole, *made])}


def _entries(title: str, entries: Any) -> Iterator[tuple[str, str]]:
    """Yield title and page of everything below an entry of the navigation."""
    if isinstance(entries, str):
        yield title, entries
        return
    for entry in entries:
        ((name, target),) = entry.items()
        yield from _entries(name, target)
