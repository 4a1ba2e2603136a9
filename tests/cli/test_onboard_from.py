"""`wabakit onboard --from`: a list of numbers, some of whose lines are wrong, and its stops."""

import json
import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any

import pytest
from click.testing import CliRunner

import wabakit
from tests.cli.sessions import LIST
from tests.cli.shell import PIN, Shell
from tests.cli.test_onboard import Pressing, Printing
from tests.server.running import forked
from wabakit.cli.root import wabakit as command
from wabakit.cli.run import Run
from wabakit.emulator import Emulator
from wabakit.emulator.control.remote import RemoteEmulator

ACCOUNTS = [f"10229012934050{at}" for at in range(4)]


@pytest.fixture
def listed(shell: Shell) -> list[str]:
    """A list in the working folder; the words that onboard it."""
    shell.work_in(shell.folder)
    (shell.folder / "numbers.csv").write_text(LIST)
    return ["onboard", "--from", "numbers.csv"]


def test_plan_comes_first(shell: Shell, graph: Emulator, listed: list[str]) -> None:
    """What is wrong is named by its line before anything is sent; a list alone sends nothing."""
    done = shell(*listed, "--pin-command", f"echo {PIN}")
    assert done.exit_code == 2
    assert "line 3: '+44 20 7946' is too short" in done.stderr
    assert "line 4: verified_name" in done.stderr
    assert "line 5: line 2 has +1 631-555-1001 already" in done.stderr
    assert "5 rows · 2 to add · 3 wrong" in done.stderr
    assert "needs about 10 calls" in done.stderr
    assert "add --yes" in done.stderr
    assert {call.method for call in graph.requests} == {"GET"}
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    dry = shell(*listed, "--dry-run")
    assert dry.exit_code == 0
    assert dry.stdout.count("curl -X POST") == 4
    held = {"pin": "phone_number,pin\n", "code": "phone_number,code\n", "nick": "nick\n"}
    for name, text in held.items():
        (shell.folder / "numbers.csv").write_text(text)
        refused = shell(*listed, "--dry-run")
        assert refused.exit_code == 2
        assert f"has a column {name!r}".replace("'", "") in refused.stderr.replace("'", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"PK\x03\x04\xc0\xff", "is no text in UTF-8"),
        (b'phone_number,verified_name\n+16315551001,"Lucky\n+16315551002,Fig\n', "line 3: "),
        (b"phone_number,verified_name,verified_name\n+16315551001,A,B\n", "verified_name 2 times"),
        (b"number,name\n", "has a column 'number'"),
    ],
)
def test_file_that_is_no_list(text: bytes, told: str, shell: Shell, listed: list[str]) -> None:
    """A workbook, a quote without its end, a column twice: nothing is sent, and it is told."""
    (shell.folder / "numbers.csv").write_bytes(text)
    done = shell(*listed, "--yes")
    assert (done.exit_code, told in done.stderr) == (2, True), done.output
    assert shell("onboard", "--from", ".").exit_code == 2


@pytest.mark.parametrize("form", ["bom", "semicolons", "tabs", "quotes"])
def test_lists_of_spreadsheets(form: str, shell: Shell, listed: list[str]) -> None:
    """What spreadsheets write is read alike, whatever parts its cells."""
    text = {
        "bom": "\ufeffphone_number,verified_name\r\n+1 631-555-1001,Lucky Shrub\r\n",
        "semicolons": "phone_number;verified_name\n+1 631-555-1001;Lucky, Shrub\n",
        "tabs": "phone_number\tverified_name\n+1 631-555-1001\tLucky Shrub",
        "quotes": '"phone_number","verified_name"\n"+1 631-555-1001","Lucky ""S"" Shrub"\n',
    }[form]
    (shell.folder / "numbers.csv").write_text(text, "utf-8")
    done = shell(*listed, "--pin-command", f"echo {PIN}")
    assert "1 row · 1 to add" in done.stderr
    assert "up to 1 number. " in done.stderr


def test_steps_for_programs(shell: Shell, graph: Emulator, listed: list[str]) -> None:
    """As JSON lines the steps of all numbers come as they are taken, and the ends after them."""
    done = shell(*listed, "--yes", "-o", "jsonl", "--pin-command", f"echo {PIN}")
    told = list(map(json.loads, done.stdout.splitlines()))
    steps = [(one["operation"], one["outcome"]) for one in told if "kind" in one]
    assert steps == [("createPhoneNumber", "done"), ("requestCode", "done")] * 2
    assert [one["waits_for"] for one in told if "kind" not in one] == ["code", "code"]
    ids = [number.id for number in graph.accounts[0].numbers[-2:]]
    again = shell(*listed, "--yes", "-o", "ids", "--pin-command", f"echo {PIN}")
    assert again.stdout.split() == ids
    assert again.exit_code == 3


def test_typed_codes(shell: Shell, graph: Emulator, listed: list[str]) -> None:
    """At a terminal the PIN is asked for once and each code when it is under way."""
    seen = shell.at_terminal(*listed, typed=shell.answers)
    assert seen.code == 3, seen.plain  # as three lines are wrong
    assert "onboarded       2 of 2" in seen.plain
    kept = (shell.folder / "numbers.csv.journal").read_text()
    assert [s for s in (PIN, *(sent.code for sent in graph.outbox)) if s in kept + seen.text] == []


def test_lines_of_progress(
    shell: Shell, graph: Emulator, listed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal lines say how far it is; what a row lacks stops no other."""
    monkeypatch.setattr("wabakit.cli.progress._EVERY", 0)
    words = ["--yes", "--pin-command", "false", "--code-command", "cat code"]
    shell.transport = Printing(graph, shell)
    done = shell(*listed, *words, "-o", "csv")
    assert done.exit_code == 3
    assert "0/2 1 failed" in done.stderr
    assert '"false" left with 1' in done.stderr
    assert "onboarded       0 of 2" in done.stderr
    assert "go on with   wabakit onboard --from numbers.csv --pin-command false" in done.stderr
    assert done.stdout.count("+1631555100") == 2
    again = shell(*listed, "--yes", "--pin-command", f"echo {PIN}")
    assert "2 to register" in again.stderr
    assert "2/2 2 connected" in again.stderr
    assert again.exit_code == 3  # for its wrong lines
    assert len(graph.outbox) == 2


def test_ctrl_c(shell: Shell, graph: Emulator, listed: list[str]) -> None:
    """Ctrl-C: the number at work is finished and kept; what to call to go on is said."""
    shell.transport = Pressing(graph, lambda request: request.url.path.endswith("/request_code"))
    words = [*listed, "--yes", "--pin-command", f"echo {PIN}", "--code-command", "false"]
    done = shell(*words)
    assert done.exit_code == 130
    assert "what is under way is finished first" in done.stderr
    assert "stopped: 0 done, 2 left" in done.stderr
    assert f"--from numbers.csv --pin-command 'echo {PIN}'" in done.stderr
    assert len(graph.outbox) == 1
    shell.transport = graph.transport()
    again = shell(*words, "-o", "json")
    assert again.exit_code == 3
    assert 'wait: 2 for code; \\"false\\" left with 1' in again.stderr
    assert len(graph.outbox) == 2  # one for each
    assert [row["waits_for"] for row in json.loads(again.stdout)] == ["code", "code"]


class Shifted(wabakit.Clock):
    """A clock that runs ahead; waiting takes next to nothing of it."""

    def __init__(self, minutes: int) -> None:
        self._ahead = timedelta(minutes=minutes)

    def now(self) -> datetime:
        return super().now() + self._ahead

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds / 50)


@contextmanager
def inbox(emulator: RemoteEmulator, folder: Path) -> Generator[None]:
    """Have codes lie in files that are called as their numbers, as soon as they are sent."""
    ended = Event()

    def deliver() -> None:
        while not ended.wait(0.3):
            for sent in emulator.outbox:
                digits = "".join(filter(str.isdigit, sent.display_phone_number))
                (folder / f"+{digits}").write_text(sent.code)

    postman = Thread(target=deliver)
    postman.start()
    yield
    ended.set()
    postman.join()


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize(
    ("size", "new", "kills"), [(12, 4, 1), pytest.param(200, 40, 2, marks=pytest.mark.sweep)]
)
def test_killed(shell: Shell, tmp_path: Path, size: int, new: int, kills: int) -> None:
    """Each number has one code at most and one registration, whenever it was killed."""
    phones = [f"+1631555{at:04}" for at in range(size)]
    rows = [f"{phone},Lucky Shrub,{ACCOUNTS[at % 4]}" for at, phone in enumerate(phones)]
    (tmp_path / "n.csv").write_text("\n".join(["phone_number,verified_name,account_id", *rows]))
    shell.work_in(tmp_path)
    words = ["onboard", "--from", "n.csv", "--yes", "--pin-command", f"echo {PIN}"]
    words += ["--code-command", "cat {phone}"]
    with forked() as said:
        emulator = RemoteEmulator(said["url"])
        for waba_id in ACCOUNTS:
            emulator.add_account(waba_id, max_numbers=size)
        state: Any = {"status": "PENDING", "code_verification_status": "VERIFIED"}
        for at, phone in enumerate(phones[new:], new):  # verified before, not registered
            emulator.add_number(ACCOUNTS[at % 4], cc="1", phone_number=phone[2:], **state)
        shell.set(WHATSAPP_BASE_URL=said["url"], WHATSAPP_ACCESS_TOKEN=emulator.token)
        with inbox(emulator, tmp_path):
            chance = Random(11)
            for _ in range(kills):
                with shell.process(*words) as process:
                    time.sleep(chance.uniform(0.8, 1.6))
                    process.send_signal(signal.SIGKILL)
            for minutes in (0, 10):  # by when no code is under way that a killed one asked for
                obj = Run(clock=Shifted(minutes))
                done = CliRunner().invoke(command, words, obj=obj, prog_name="wabakit")
        numbers = [n for waba_id in ACCOUNTS for n in emulator.account(waba_id).numbers]
        codes, now = emulator.outbox, emulator.clock()
    assert done.exit_code == 0, done.stderr
    assert (len(numbers), len(codes)) == (size, new)
    assert {number.status for number in numbers} == {"CONNECTED"}
    assert {number.recent("register", now, timedelta(days=3)) for number in numbers} == {1}
