"""The pages of docs/ are true: their tables are those of the code."""

import re

import wabakit
from tests.bench.rows import ROWS
from tests.docs.pages import DOCS, PAGES, code_words
from wabakit import PhoneNumber
from wabakit._graph import Operation
from wabakit._made import operations
from wabakit._made.versions import GRAPH_VERSION
from wabakit._options import ENVIRONMENT
from wabakit.emulator import OPERATIONS

KINDS = {
    "account": wabakit.Account,
    "app": wabakit.App,
    "business": wabakit.Business,
    "number": wabakit.Number,
    "preverified_number": wabakit.PreverifiedNumber,
}


def test_calls_table() -> None:
    """The table of calls has every operation, under its path, method and repeat class."""
    found = {
        (*graph.replace("`", "").replace("…", "/{phone_number_id}").split(" "), repeat)
        for _, _, graph, repeat in DOCS["calls"].rows()
    }
    known: list[Operation] = [m for m in vars(operations).values() if type(m) is Operation]
    plain = {(made.name, *OPERATIONS[made.name], made.repeat) for made in known}
    by_property = {
        (made.name, *OPERATIONS[made.name], repeat)
        for made in known
        for repeat in made.repeats.values()
    }
    assert found == plain | by_property


def test_calls_table_has_every_method() -> None:
    """The table of calls has every method of every handle."""
    methods = {
        f"{kind}.{name}()"
        for kind, handle in KINDS.items()
        for name in dir(handle)
        if not name.startswith("_") and callable(getattr(handle, name))
        if name != "fleet"  # which makes the calls of others, for many accounts
    }
    shown = [code_words(row[0]) for row in DOCS["calls"].rows()]
    full = {f"{words[0].split('.')[0]}.{word.split('.')[1]}" for words in shown for word in words}
    assert {word for word in full if word.split(".")[0] in KINDS} == methods


def test_fields_table() -> None:
    """The table of fields has every field of a number, once."""
    assert sorted(word for row in DOCS["fields"].rows() for word in code_words(row[0])) == sorted(
        PhoneNumber.fields
    )


def test_default_fields() -> None:
    """The fields that are asked for without arguments are those that the page lists."""
    listed = ", ".join(field.name for field in PhoneNumber.default_fields[:-1])
    sentence = f"ask for {listed} and {PhoneNumber.default_fields[-1].name}."
    assert sentence in " ".join(DOCS["fields"].text.split())


def test_table_of_speed() -> None:
    """The table of speed has what the bench measures of the client, and its limits."""
    shown = [(name, unit, float(limit)) for name, unit, limit, _ in DOCS["speed"].rows()]
    assert shown == [(row.name, row.unit, row.must) for row in ROWS if "emulator" not in row.name]


def test_samples_fit() -> None:
    """A sample is seen whole between the two columns of a page that has them at 1280 pixels."""
    wide = {"docs/index.md", "docs/tutorial.md"}
    too_long = [
        f"{page.name}: {line}"
        for page in PAGES.values()
        if page.name.startswith(("docs/", "openapi/")) and page.name not in wide
        for block in page.blocks()
        if not block.code.startswith("$ ")  # a session, of which what is printed is wrapped
        for line in block.code.splitlines()
        if len(line) > 93
    ]
    assert too_long == []


def test_environment_table() -> None:
    """The table of environment variables has all that are read, in their order."""
    *settings, site, log = DOCS["options"].rows("The environment")
    shown = {code_words(row[0])[0]: code_words(row[1]) for row in settings}
    assert shown == {setting: list(names) for setting, names in ENVIRONMENT.items()}
    assert code_words(site[1]) == ["WABAKIT_DOCS"]
    assert code_words(log[1])[0] == "WABAKIT_LOG"


def test_error_tree() -> None:
    """The tree of errors has every error that a user can meet, each below its base."""
    (tree,) = (b.code for b in DOCS["errors"].blocks() if b.code.startswith("WabakitError"))
    above: dict[int, str] = {}
    shown: set[str] = set()
    for drawn, name in re.findall(r"^([│├└─ ]*)(\w+)", tree, re.MULTILINE):
        above[len(drawn)] = name
        shown.add(name)
        if drawn:
            assert getattr(wabakit, above[len(drawn) - 3]) in getattr(wabakit, name).__bases__
    public = {name: getattr(wabakit, name) for name in dir(wabakit) if name.endswith("Error")}
    assert shown == {n for n, kind in public.items() if issubclass(kind, wabakit.WabakitError)}


def test_versions() -> None:
    """The version of Graph in the samples is the one that wabakit uses by default."""
    assert f"https://graph.facebook.com/{GRAPH_VERSION}" in DOCS["low-level"].text
