"""The samples of README, docs/ and the other documents run, and print what they say."""

import logging
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

import wabakit
from tests.docs.pages import PAGES, SAMPLES, TUTORIAL, Block
from wabakit._options import ENVIRONMENT
from wabakit.emulator import Emulator
from wabakit.inventory import Inventory

TESTS = [block for block in SAMPLES if "def test_" in block.code]
WHOLE = [
    block
    for block in SAMPLES
    if block.info == "python" and block not in TESTS and re.search(r"= Emulator\(", block.code)
]
WABA, NUMBER, BUSINESS = "102290129340398", "106853218861309", "506914307656634"


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Emulator:
    """Graph, as every httpx client of this process meets it."""
    emulator = Emulator(strict=True)
    emulator.add_account(WABA)
    emulator.add_number(WABA, id=NUMBER, display_phone_number="+1 631-555-1234", pin="314159")
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
def inventory(tmp_path: Path) -> Inventory:
    """What the first sample of its page leaves behind, of a number that fell since."""
    inventory = Inventory(tmp_path / "numbers.db")
    row = {"id": NUMBER, "display_phone_number": "+1 631-555-1234", "quality_rating": "RED"}
    inventory.record([(WABA, row)], completed=[WABA], at=datetime(2026, 11, 1, tzinfo=UTC))
    return inventory


@pytest.fixture
def names(emulator: Emulator, inventory: Inventory) -> Iterator[dict[str, Any]]:
    """What the README's first sample leaves behind; no sample leaves a log that goes on."""
    logger = logging.getLogger("wabakit")
    level, handlers = logger.level, logger.handlers[:]
    with wabakit.Client.from_env() as client:
        yield {
            "__name__": "readme",
            "wabakit": wabakit,
            "client": client,
            "account": client.account(WABA),
            "business": client.business(BUSINESS),
            "number": client.number(NUMBER),
            "inventory": inventory,
            "tempfile": tempfile,
            "Path": Path,
        }
    logger.setLevel(level)
    logger.handlers[:] = handlers


def run(block: Block, names: dict[str, Any]) -> None:
    """Run a sample, unless its fence says why not."""
    if block.info == "python":
        exec(compile(block.code, f"{block.page}, from line {block.line}", "exec"), names)
    else:
        assert re.fullmatch(r"python not run: \w.*", block.info)


@pytest.mark.parametrize("block", SAMPLES, ids=lambda block: f"{block.page}:{block.line}")
def test_sample(block: Block, names: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """Every sample runs, and prints what its comments and the text behind it say."""
    run(block, names)
    assert_printed(block, capsys.readouterr().out)


def test_tutorial(capsys: pytest.CaptureFixture[str]) -> None:
    """The samples of the tutorial are one session, which needs nothing but what is installed."""
    session: dict[str, Any] = {"__name__": "tutorial"}
    for block in TUTORIAL:
        run(block, session)
        assert_printed(block, capsys.readouterr().out)
    assert {card.status for card in session["account"].numbers()} == {"CONNECTED"}


def assert_printed(block: Block, printed: str) -> None:
    """Assert that a sample printed what its comments and the text behind it say."""
    promised = re.findall(r"^ *print\(.*\)  # (.+)$", block.code, re.MULTILINE)
    assert [line for line in promised if line not in printed.splitlines()] == []
    shown = re.escape(" ".join(block.output.split())).replace("…", r"\S+")
    assert not shown or re.fullmatch(shown, " ".join(printed.split()))


@pytest.mark.parametrize("block", TESTS, ids=lambda block: f"{block.page}:{block.line}")
def test_sample_of_a_test(block: Block, pytester: pytest.Pytester) -> None:
    """Every sample that is a test passes as one."""
    pytester.makepyfile(block.code)
    pytester.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


def test_first_sample_is_enough(emulator: Emulator) -> None:
    """The first sample takes a number from added to CONNECTED in about a dozen lines."""
    assert SAMPLES[0].page == "README.md"
    run(SAMPLES[0], {})
    assert len(SAMPLES[0].code.strip().splitlines()) <= 13
    done = {request.operation for request in emulator.requests}
    assert done >= {"createPhoneNumber", "requestCode", "verifyCode", "registerPhoneNumber"}


@pytest.mark.parametrize("block", WHOLE, ids=lambda block: f"{block.page}:{block.line}")
def test_sample_with_an_emulator_is_whole(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    """A sample that brings its own emulator runs as it is, in a file of its own."""
    run(block, {"__name__": "whole"})
    assert_printed(block, capsys.readouterr().out)


def test_output_belongs_to_a_sample() -> None:
    """Every block of `text` stands behind the sample that prints it."""
    shown = {(block.page, block.output) for block in (*SAMPLES, *TUTORIAL) if block.output}
    texts = [block for page in PAGES.values() for block in page.blocks() if block.info == "text"]
    assert texts
    assert {(block.page, block.code) for block in texts} == shown
