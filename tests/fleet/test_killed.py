"""A process that onboards a list is killed again and again, by the system, while it is at work."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.server.conftest import environment
from tests.server.running import forked
from wabakit.emulator.control.remote import RemoteEmulator

__all__ = ["environment"]  # a fixture

ACCOUNTS = ["102290129340501", "102290129340502", "102290129340503"]
NUMBERS = 9
WORKER = f"""
import sys
from datetime import timedelta
import wabakit
from wabakit.emulator.control.remote import RemoteEmulator

url, journal, minutes = sys.argv[1:]
emulator = RemoteEmulator(url)

class Later(wabakit.Clock):
    def now(self):
        return super().now() + timedelta(minutes=int(minutes))

def code_for(phone):
    return next((s.code for s in emulator.outbox if s.display_phone_number == phone), None)

rows = [
    wabakit.OnboardingRow(
        account_id={ACCOUNTS!r}[at % 3],
        phone_number=phone,
        verified_name="Lucky Shrub",
        pin="314159",
        code=lambda phone=phone: code_for(phone),
    )
    for at in range({NUMBERS})
    for phone in [f"+1 631-555-10{{at:02}}"]
]
with wabakit.Client(emulator.token, base_url=url, clock=Later()) as client:
    for event in client.fleet(concurrency=3).onboard(rows, journal=journal):
        done = getattr(getattr(event, "onboarding", None), "done", None)
        print(event.index, type(event).__name__, done, getattr(event, "error", ""), flush=True)
"""


@pytest.mark.sweep
def test_killed(environment: dict[str, str], tmp_path: Path) -> None:
    """At the end all are connected, with one code and one registration each, and no secret kept."""
    journal = tmp_path / "journal.jsonl"

    def work(url: str, minutes: int, events: int = 0) -> list[str]:
        """Run a process, which is killed once it has told of so many events."""
        command = [sys.executable, "-c", WORKER, url, str(journal), str(minutes)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environment
        ) as process:
            assert process.stdout is not None
            if not events:
                return process.stdout.read().splitlines()
            for _ in range(events):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        return []

    with forked() as said:
        emulator = RemoteEmulator(said["url"])
        for waba_id in ACCOUNTS:
            emulator.add_account(waba_id)
        for events in (3, 8):
            work(emulator.url, 0, events)
        work(emulator.url, 0)  # which uses the codes that arrived
        last = work(emulator.url, 10)  # by when none can be under way that a killed one asked for
        numbers = [n for waba_id in ACCOUNTS for n in emulator.account(waba_id).numbers]
        codes, now = emulator.outbox, emulator.clock()
    ended = [line for line in last if "Started" not in line]
    assert [line for line in ended if " OnboardingEnded True" not in line] == []
    assert len(ended) == NUMBERS
    assert len(numbers) == len(codes) == NUMBERS
    assert {number.status for number in numbers} == {"CONNECTED"}
    assert {number.recent("register", now, timedelta(days=3)) for number in numbers} == {1}
    kept = journal.read_text("utf-8")
    assert [secret for secret in ["314159", *(c.code for c in codes)] if secret in kept] == []


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
