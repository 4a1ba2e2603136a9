"""The pages of the Python reference: which public names stand on which, for mkdocstrings."""

from collections.abc import Iterator
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
    "lists": "Lists and fields",
    "objects": "What is read",
    "otel": "OpenTelemetry",
}
HANDLES = "Client Account Number Business PreverifiedNumber App Pager Fleet".split()
INHERITING = {*HANDLES, *(f"Async{name}" for name in HANDLES), "GraphError"}
"""Classes that are shown with what they inherit, which no other page has."""

INNER = ("Page",)
"""Classes beside the handles that nobody makes: how that is done is not shown."""

DECLARING = ("objects", "webhooks")
"""Pages of what is read: the value of an attribute declares it, in the words that stand below."""

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
    return f"# {title}\n" + "".join(_shown(name, values=page not in DECLARING) for name in names)


def _shown(name: str, *, values: bool) -> str:
    """Return what has mkdocstrings show a public name, and the values of its attributes or not."""
    options = ["inherited_members: true"] if name in INHERITING else []
    if not values:
        options.append("show_attribute_values: false")
    if name.removeprefix("Async") in (*HANDLES[1:], *INNER):
        options += ["merge_init_into_class: false", "show_bases: false", "filters: ['!^_']"]
    lines = ["", f"::: wabakit.{name}", *(["    options:"] if options else [])]
    return "\n".join([*lines, *(f"      {option}" for option in options), ""])
