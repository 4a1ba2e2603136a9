"""The README is true: samples run, tables are those of the code, links lead somewhere."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import wabakit
from tests.docs import readme
from tests.docs.readme import ROOT, Block, blocks, code_words, rows, section
from wabakit import PhoneNumber
from wabakit._graph import Operation
from wabakit._made import operations
from wabakit._made.versions import GRAPH_VERSION
from wabakit._nodes import DEFAULT_FIELDS
from wabakit._options import ENVIRONMENT
from wabakit.emulator import OPERATIONS, Emulator

WABA, NUMBER = "102290129340398", "106853218861309"
SAMPLES = [block for block in blocks() if block.info.split(" ")[0] == "python"]


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Emulator:
    """Graph, as every httpx client of this process meets it."""
    emulator = Emulator(strict=True)
    emulator.add_account(WABA)
    emulator.add_number(WABA, id=NUMBER, display_phone_number="+1 631-555-1234")
    transport = emulator.transport()

    def answer(_: object, request: httpx.Request) -> httpx.Response:
        return transport.handle_request(request)

    async def answer_async(_: object, request: httpx.Request) -> httpx.Response:
        return await transport.handle_async_request(request)

    def answer_person(_: str) -> str:
        return emulator.outbox[-1].code

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", answer)
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer_async)
    monkeypatch.setattr("builtins.input", answer_person)
    for names in ENVIRONMENT.values():
        for name in names:
            monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WHATSAPP_ACCESS_TOKEN", emulator.token)
    return emulator


@pytest.fixture
def names(emulator: Emulator) -> Iterator[dict[str, Any]]:
    """What the README's first sample leaves behind."""
    with wabakit.Client.from_env() as client:
        yield {
            "__name__": "readme",
            "wabakit": wabakit,
            "client": client,
            "account": client.account(WABA),
            "number": client.number(NUMBER),
        }


@pytest.mark.parametrize("block", SAMPLES, ids=lambda block: f"line {block.line}")
def test_sample(block: Block, names: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """Every sample runs, and prints what its comments say, unless its fence says why not."""
    if block.info != "python":
        assert re.fullmatch(r"python not run: \w.*", block.info)
        return
    exec(compile(block.code, f"README.md, from line {block.line}", "exec"), names)
    promised = re.findall(r"^ *print\(.*\)  # (.+)$", block.code, re.MULTILINE)
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in promised if line not in printed] == []


def test_first_sample_is_enough(emulator: Emulator) -> None:
    """The first sample takes a number from added to CONNECTED in about a dozen lines."""
    exec(compile(SAMPLES[0].code, "README.md", "exec"), {})
    assert len(SAMPLES[0].code.strip().splitlines()) <= 13
    done = {request.operation for request in emulator.requests}
    assert done >= {"createPhoneNumber", "requestCode", "verifyCode", "registerPhoneNumber"}


def test_calls_table() -> None:
    """The table of calls has every operation, under its path, method and repeat class."""
    found = {(row[2], *code_words(row[1])[0].split(" "), row[3]) for row in rows("Calls")}
    known = [made for made in vars(operations).values() if isinstance(made, Operation)]
    plain = {(made.name, *OPERATIONS[made.name], made.repeat) for made in known}
    by_property = {
        (made.name, *OPERATIONS[made.name], repeat)
        for made in known
        for repeat in made.repeats.values()
    }
    assert found == plain | by_property


def test_calls_table_has_every_method() -> None:
    """The table of calls has every method of an account and of a number."""
    methods = {
        f"{kind}.{name}()"
        for kind, handle in (("account", wabakit.Account), ("number", wabakit.Number))
        for name in dir(handle)
        if not name.startswith("_") and callable(getattr(handle, name))
    }
    shown = [code_words(row[0]) for row in rows("Calls")]
    full = {f"{words[0].split('.')[0]}.{word.split('.')[1]}" for words in shown for word in words}
    assert full == methods


def test_fields_table() -> None:
    """The table of fields has every field of a number, once."""
    assert sorted(word for row in rows("Fields") for word in code_words(row[1])) == sorted(
        PhoneNumber.fields
    )


def test_default_fields() -> None:
    """The fields that are asked for without arguments are those that the README lists."""
    listed = ", ".join(field.name for field in DEFAULT_FIELDS[:-1])
    sentence = f"ask for {listed} and {DEFAULT_FIELDS[-1].name}."
    assert sentence in " ".join(section("Fields").split())


def test_environment_table() -> None:
    """The table of environment variables has all that are read, in their order."""
    shown = {code_words(row[0] or "-")[0]: code_words(row[1]) for row in rows("Options")[:-1]}
    assert shown == {setting: list(names) for setting, names in ENVIRONMENT.items()}
    assert code_words(rows("Options")[-1][1])[0] == "WABAKIT_LOG"


def test_error_tree() -> None:
    """The tree of errors has every error that a user can meet, each below its base."""
    tree = next(block.code for block in blocks() if block.code.startswith("WabakitError"))
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
    assert f"https://graph.facebook.com/{GRAPH_VERSION}" in readme.README


def anchor(title: str) -> str:
    """The anchor that a heading gets where the README is shown."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def test_links() -> None:
    """Every link leads to a file of this tree or to a heading of the README."""
    targets = re.findall(r"\]\(([^)]+)\)", readme.README)
    anchors = {anchor(title) for title in re.findall(r"^#+ (.+)$", readme.README, re.MULTILINE)}
    missing = [
        target
        for target in targets
        if not (target[1:] in anchors if target.startswith("#") else (ROOT / target).exists())
    ]
    assert targets
    assert missing == []


def test_make_words() -> None:
    """Every make word of the README is one."""
    known = set(
        re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    consoles = [block.code for block in blocks() if block.info == "console"]
    used = set(re.findall(r"^make ([a-z]+)", "\n".join(consoles), re.MULTILINE))
    assert {"demo", "test"} <= used <= known


def test_errors_place() -> None:
    """The place of the made table of errors is marked."""
    assert re.search(r"<!-- errors:begin -->\n.+\n<!-- errors:end -->", readme.README, re.DOTALL)
