"""The docstrings of made methods: what `x-method` says, and what is the same for all of them."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

FIELDS = "What to ask for, `id` always with it; by default, what most people need."
INTO = "An attrs class that says what to ask for, in place of `fields`."
UNFIT = "`fields` or `into` cannot be filled by the API in the client's version."
FIRST = ("check", "ids", "of", "fields", "into")
"""What is said before the other arguments."""
LIST = {
    "limit": "{things} at most, over all pages, from 1; None is all of them. No page is "
    "fetched beyond it.",
    "page_size": "{things} per call, {span}; {page_size} by itself.",
    "after": "Start behind this cursor of an earlier `Page`; cursors are short-lived.",
    "before": "Walk backwards from this cursor, while there is a previous page.",
}
"""What is said of these arguments of every list."""


def selected(mark: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of a method whose fields are chosen."""
    texts = {"fields": FIELDS, "into": INTO, **mark.get("arguments", {})}
    first = {name: texts.pop(name) for name in FIRST if name in texts}
    raises = {**mark.get("raises", {}), "ViewError": UNFIT}
    return {**mark, "arguments": {**first, **texts}, "raises": raises}


def listed(mark: dict[str, Any], page: Mapping[str, int], page_size: int) -> dict[str, Any]:
    """Return what is said of a method that lists, a page of which may have so many items."""
    things = mark["name"].rpartition("_")[2].title()
    span = " to ".join(str(page[key]) for key in ("minimum", "maximum") if key in page)
    span = span if "maximum" in page else f"from {span}"
    said = selected(mark)
    texts = {n: t.format(things=things, span=span, page_size=page_size) for n, t in LIST.items()}
    return {**said, "arguments": {**said["arguments"], **texts}}


def docstring(said: dict[str, Any]) -> str:
    """Return the docstring of a method."""
    text = "\n".join(lines(said)).strip()
    return f'        """{text}' + "\n        " * ("\n" in text) + '"""'


def lines(said: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a docstring: text, arguments, what is returned and raised, source."""
    for paragraph in said["text"].split("\n"):
        yield from (*wrapped(paragraph, "        "), "")
    for title, key in (("Args", "arguments"), ("Returns", "returns"), ("Raises", "raises")):
        if found := said.get(key):
            yield f"        {title}:"
            for text in [found] if isinstance(found, str) else map(": ".join, found.items()):
                yield from wrapped(text, "            ", "    ")
            yield ""
    if "source" in said:
        yield from wrapped(f"Source: {said['source']}", "        ")


def wrapped(text: str, indent: str, hanging: str = "") -> list[str]:
    """Return a paragraph as lines."""
    return textwrap.wrap(
        text,
        100,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )
