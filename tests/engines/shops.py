"""Two hundred numbers that an engine onboards while somebody kills it."""

import csv
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Timer

from tests.engines.recipes import leaks, write_programs
from wabakit.emulator import Emulator, PhoneNumber
from wabakit.emulator.server import Server

ACCOUNTS, EACH = 20, 10
CALLS = 5 * ACCOUNTS * EACH
"""What they take undisturbed: list, add, ask for a code, hand it in, register."""
SPARED = 200
"""Calls after the last kill, for the last numbers to be begun after it."""
DELAY = 0.05
"""Seconds after a call in which a kill falls."""
TOKEN = "EAAtoken-that-nobody-may-see"
VAULT = """\
import json, os, re, urllib.request

LATE = os.environ.get("LATE", "").split()

def pin_of(phone):
    return f"{int(phone) * 7919 % 1_000_000:06}"

def code_of(phone):
    if phone in LATE and not os.path.exists(os.path.join(os.path.dirname(__file__), "typed")):
        return None
    with urllib.request.urlopen(os.environ["INBOX"], timeout=10) as answer:
        sent = json.load(answer)["codes"]
    arrived = {re.sub("[^0-9]", "", each["display_phone_number"]): each["code"] for each in sent}
    return arrived.get(phone)
"""
"""The inbox is the emulator's, the PINs are made of the numbers; some codes a person types."""


class Shops:
    """The numbers, the Graph behind them, and the moments at which somebody strikes."""

    def __init__(self, folder: Path, page: str, seed: int, kills: int) -> None:
        self.work, self.vault = folder / "work", folder / "vault"
        self.chance = random.Random(seed)
        self.emulator = Emulator(token=TOKEN)
        self.moments = sorted(self.chance.sample(range(10, CALLS - SPARED), kills))
        self.strike: Callable[[], bool] = lambda: False
        """Kills somebody, if there is anybody to be killed."""
        self.calls = self.kills = 0
        for place in (self.work, self.vault):
            place.mkdir()
        (self.vault / "vault.py").write_text(VAULT, "utf-8")
        self.programs = write_programs(page, self.work)
        wabas = [self.emulator.add_account(max_numbers=EACH).id for _ in range(ACCOUNTS)]
        with (self.work / "rows.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(
                (wabas[at % ACCOUNTS], 16315551000 + at, f"Shop {at}")
                for at in range(ACCOUNTS * EACH)
            )

    @contextmanager
    def served(self) -> Iterator[dict[str, str]]:
        """Serve Graph, and give the environment of a worker, which tells all that it can."""
        with Server(self.emulator, notice=self._note) as server:
            yield {
                **server.environment(),
                "INBOX": f"{server.url}/_emulator/codes",
                "PYTHONPATH": str(self.vault),
                "WABAKIT_LOG": "debug",
            }

    def _note(self, _: Emulator) -> None:
        self.calls += 1
        if self.moments and self.calls >= self.moments[0]:
            del self.moments[0]
            Timer(self.chance.uniform(0, DELAY), self._strike).start()

    def _strike(self) -> None:
        if self.strike():
            self.kills += 1
        else:
            self.moments.insert(0, self.calls + 1)

    @property
    def numbers(self) -> list[PhoneNumber]:
        """The numbers that were added."""
        return [number for account in self.emulator.accounts for number in account.numbers]

    @property
    def connected(self) -> int:
        """How many of them are where they should be."""
        return sum(number.status == "CONNECTED" for number in self.numbers)

    def check(self) -> None:
        """Every number is connected, nothing was spent twice, and no secret lies anywhere."""
        numbers = self.numbers
        assert len(numbers) == ACCOUNTS * EACH
        assert {number.status for number in numbers} == {"CONNECTED"}
        sent = Counter(each.phone_number_id for each in self.emulator.outbox)
        assert sent == {number.id: 1 for number in numbers}
        now, window = self.emulator.now(), timedelta(days=3)
        assert {number.recent("register", now, window) for number in numbers} == {1}
        pins = {str(number.pin) for number in numbers}
        codes = {each.code for each in self.emulator.outbox}
        assert len(pins) == len(numbers)
        assert leaks(self.work, {*pins, *codes, TOKEN}) == []
