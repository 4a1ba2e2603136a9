"""The programs of docs/examples/ do what they say; for Go and TypeScript, `make consumers`."""

import asyncio
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from openapi.tools.made import ROOT
from tests.docs.pages import DOCS
from tests.docs.test_samples import BUSINESS, NUMBER, WABA, emulator
from wabakit.emulator import Emulator

__all__ = ["emulator"]  # a fixture

EXAMPLES = ROOT / "docs/examples"
SENT = ("createPhoneNumber", "requestCode", "verifyCode", "registerPhoneNumber")

Program = Callable[..., tuple[int, str]]


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """Runs an example with arguments; returns what it ends with and what it prints."""

    def run(name: str, *arguments: object) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", [name, *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(EXAMPLES / name), run_name="__main__")
        assert isinstance(ended.value.code, int)
        said = capsys.readouterr()
        return ended.value.code, said.out + said.err

    return run


def writes(emulator: Emulator) -> list[str | None]:
    """Return the calls that changed something, in their order."""
    return [request.operation for request in emulator.requests if request.operation in SENT]


def test_one_number(emulator: Emulator, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number is taken to CONNECTED with one code, and a second start costs no further one."""

    def person(_: str) -> str:
        return emulator.outbox[-1].code if emulator.outbox else ""

    def pin(_: str) -> str:
        return "271828"

    monkeypatch.setattr("builtins.input", person)
    monkeypatch.setattr("getpass.getpass", pin)
    for _ in range(2):
        code, said = program("one_number.py", WABA, "+1 631 555 1001", "Jasper's Market")
        assert (code, said.splitlines()[-1][-12:]) == (0, "is connected")
    assert writes(emulator) == list(SENT)


def test_portfolio(emulator: Emulator, program: Program) -> None:
    """Each number has its line, and those that need somebody a mark."""
    emulator.add_number(WABA, display_phone_number="+1 631-555-2000", status="PENDING")
    code, said = program("portfolio.py", BUSINESS)
    marks = {line[: line.index("+1")].split()[0] for line in said.splitlines()}
    assert code == 0
    assert marks == {"!", WABA}


def test_nightly_inventory(emulator: Emulator, program: Program, tmp_path: Path) -> None:
    """A quiet night is quiet; a number that fell is told of with what it was."""
    night = ("nightly_inventory.py", tmp_path / "numbers.db", BUSINESS)
    number = emulator.add_number(WABA, display_phone_number="+1 631-555-2000", pin="314159")
    assert program(*night) == (0, "")
    assert program(*night) == (0, "")
    number.quality_rating = "RED"
    code, said = program(*night)
    assert code == 1
    assert "+1 631-555-2000: quality-fell, GREEN -> RED" in said


def test_durable_onboarding(emulator: Emulator, program: Program, tmp_path: Path) -> None:
    """Started again and again, it sends each number one code, and keeps no secret."""
    table, secrets = tmp_path / "numbers.csv", tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "16315551001.pin").write_text("271828\n")
    table.write_text(f"account_id,phone_number,verified_name\n{WABA},+1 631 555 1001,Lucky Shrub\n")
    for _ in range(2):
        assert program("durable_onboarding.py", table, secrets)[0] == 1
    (secrets / "16315551001.code").write_text(emulator.outbox[-1].code)
    for _ in range(2):
        assert program("durable_onboarding.py", table, secrets)[0] == 0
    assert writes(emulator) == list(SENT)
    left = b"".join(path.read_bytes() for path in tmp_path.glob("numbers.csv*"))
    assert not [word for word in ("271828", emulator.outbox[-1].code) if word.encode() in left]


def test_webhook_receiver(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """An approved name is registered, once though it is told twice; a stranger is refused."""
    (secret,) = {each.secret for each in emulator.partners.apps}
    settings = {"APP_SECRET": secret, "VERIFY_TOKEN": "a word", "NUMBERS_PIN": "314159"}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    names = runpy.run_path(str(EXAMPLES / "webhook_receiver.py"))

    async def answered(method: str, address: str, **sent: Any) -> httpx.Response:
        transport = httpx.ASGITransport(names["app"])
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.request(method, address, **sent)

    question = "hub.mode=subscribe&hub.challenge=1158&hub.verify_token="
    assert asyncio.run(answered("GET", f"/webhooks?{question}a%20word")).text == "1158"
    assert asyncio.run(answered("GET", f"/webhooks?{question}another")).status_code == 403
    names["client"].number(NUMBER).request_display_name("Lucky Shrub")
    emulator.webhooks.subscribe(WABA)
    emulator.webhooks.shape(copies=2)
    emulator.approve_name(NUMBER)
    assert len(emulator.webhooks) == 2
    for sent in emulator.webhooks:
        told = asyncio.run(answered("POST", "/webhooks", content=sent.body, headers=sent.headers))
        assert told.status_code == 200
    assert writes(emulator) == ["registerPhoneNumber"]
    names["client"].close()


def test_tests(pytester: pytest.Pytester) -> None:
    """The tests of the example pass."""
    pytester.makepyfile((EXAMPLES / "test_connecting.py").read_text("utf-8"))
    pytester.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=4)


def test_page_lists_all() -> None:
    """The page has every file of the folder; `make consumers` runs what is not Python."""
    page = DOCS["examples"]
    files = {path.relative_to(DOCS["index"].path.parent) for path in EXAMPLES.rglob("*.*")}
    assert {path.as_posix() for path in files} <= set(page.links())
    assert len(page.rows()) == 8
    for language in ("go", "typescript"):
        run = (ROOT / "tests/consumers" / language / "run").read_text("utf-8")
        assert f'"$EXAMPLES/{language}"' in run
