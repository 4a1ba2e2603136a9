"""The pages of the Python reference: which public names stand on which, for mkdocstrings."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from ergonomic.tools.website.fields import paragraphs
from generated.tools.public import public_names

PAGES = {
    "client": "Client AsyncClient exchange_code exchange_code_async App AsyncApp",
    "account": "Account AsyncAccount",
    "number": "Number AsyncNumber",
    "business": "Business AsyncBusiness PreverifiedNumber AsyncPreverifiedNumber",
    "fleet": "Fleet AsyncFleet OnboardingRow OnboardingStarted OnboardingEnded OnboardingFailed",
    "lists": "Pager AsyncPager Page Field Filter Edge",
    "onboarding": "Onboarding OnboardingStep Wait",
    "options": "Retry Timeout Clock AsyncClock FileMemory SharedMemory Secret NotGiven Usage"
    " Response",
}
"""Public names by their pages; all others are put where their module says."""

OTHERS = {"wabakit._made.nodes": "objects", "wabakit.errors": "errors"}
VOCABULARY = "wabakit_graph.models"
TITLES = {
    "business": "Business and pool",
    "errors": "Error classes",
    "lists": "Lists and fields",
    "objects": "What is read",
    "otel": "OpenTelemetry",
}
HANDLES = "Client Account Number Business PreverifiedNumber App Pager Fleet".split()
INHERITING = {*HANDLES, *(f"Async{name}" for name in HANDLES), "GraphError", "emulator"}
"""Classes that are shown with what they inherit, which no other page has."""

LEADS = {
    "client": "Every call and its method: [Calls](../calls.md). What can be set:"
    " [Options](../options.md).",
    "account": "Every call and its method: [Calls](../calls.md). The way to CONNECTED:"
    " [Onboarding](../onboarding.md).",
    "number": "Every call and its method: [Calls](../calls.md). The way to CONNECTED:"
    " [Onboarding](../onboarding.md).",
    "business": "How to use them: [Businesses, accounts and the pool](../partners.md).",
    "fleet": "How to use it: [Fleets](../fleets.md).",
    "lists": "How to use them: [Lists](../lists.md), [Fields and views](../fields.md).",
    "onboarding": "How to use it: [Onboarding](../onboarding.md).",
    "options": "How to use them: [Options](../options.md).",
    "errors": "What to do with them, and every code: [Errors](../errors.md).",
    "objects": "What is read of a number, and how to choose it: [Fields and views](../fields.md)."
    " A field is `None` where Graph left it out.",
    "inventory": "How to use it: [What changed since yesterday](../inventory.md).",
    "events": "How to use them: [Observability](../observability.md#events).",
    "otel": "How to use it: [Observability](../observability.md#opentelemetry).",
    "webhooks": "How to use it: [Webhooks](../webhooks.md).",
    "emulator": "How to use it: [Testing without Meta](../testing.md). All it can do:"
    " [The emulator](../emulator.md).",
    "contract": "What it is: [The contract](../contract.md). Without Python:"
    " [Downloads](../downloads.md).",
}
"""Where the pages of the reference lead those who want to know how, not what."""

INNER = ("Page",)
"""Classes beside the handles that nobody makes: how that is done is not shown."""

DECLARING = ("objects", "webhooks")
"""Pages of what is read, which nobody makes; the value of an attribute says what its text says."""

DERIVED = ("errors", "events")
"""Pages of classes that are caught or matched by what they are derived from."""

FIRST = {"emulator": "Emulator"}
"""What people look for in a module whose names are many: it stands before the others."""

MODULES = ("inventory", "events", "otel", "webhooks", "emulator", "contract")


def pages(contract: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield name and text of each page of the reference."""
    placed: dict[str, list[str]] = {page: names.split() for page, names in PAGES.items()}
    chosen = {name for names in placed.values() for name in names}
    for name, module in sorted(public_names(contract)):
        if module != VOCABULARY and name not in chosen:
            placed.setdefault(OTHERS[module], []).append(name)
    for page, names in placed.items():
        yield f"reference/{page}.md", _page(page, names)
    yield "reference/words.md", "\n".join(_words(contract)) + "\n"
    for module in MODULES:
        yield f"reference/{module}.md", _page(module, [module])


def place(handle: str, method: str) -> str:
    """Return where a method is described, that of a handle or a function of the package."""
    owner = "".join(word.title() for word in handle.split("_"))
    name = method if handle == "wabakit" else f"{owner}.{method}"
    page = next(page for page, names in PAGES.items() if name.split(".")[0] in names.split())
    return f"reference/{page}.md#wabakit.{name}"


def front_door(contract: dict[str, Any]) -> str:
    """Return a front door of the package that needs not be run to be read."""
    homes = sorted(public_names(contract))
    return "".join(f"from {home} import {name}\n" for name, home in homes if home != VOCABULARY)


def _words(contract: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the page of all vocabularies."""
    yield from ("# Words", "", 'Each is an enum of text: `wabakit.QualityRating.GREEN == "GREEN"`.')
    yield "A word that Meta adds is read as it is, with `is_known == False`:"
    yield "[Open words](../words.md)."
    for name, module in sorted(public_names(contract)):
        if module == VOCABULARY:
            said = contract["components"]["schemas"][name]
            words = ", ".join(f"`{word}`" for word in said["enum"])
            yield from ("", f"## {name}", "", paragraphs(said), "", words)


def _page(page: str, names: list[str]) -> str:
    title = TITLES.get(page, page.title())
    shown = "".join(_shown(page, name) for name in names)
    return f"# {title}\n\n{LEADS[page]}\n{shown}"


def _shown(page: str, name: str) -> str:
    """Return what has mkdocstrings show a public name, as the page needs it."""
    options = ["inherited_members: true"] if name in INHERITING else []
    if page in DERIVED:
        options.append("show_bases: true")
    if page in DECLARING:
        options.append("show_attribute_values: false")
    if page in DECLARING or name.removeprefix("Async") in (*HANDLES[1:], *INNER):
        options += ["merge_init_into_class: false", "filters: ['!^_']"]
    if name in FIRST:
        others = set(import_module(f"wabakit.{name}").__all__) - {FIRST[name]}
        options.append(f"members: {[FIRST[name], *sorted(others)]}")
    lines = ["", f"::: wabakit.{name}", *(["    options:"] if options else [])]
    return "\n".join([*lines, *(f"      {option}" for option in options), ""])
