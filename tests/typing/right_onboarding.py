"""What a type checker must accept of onboarding, waiting and shared memory, and make of them."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import assert_type

import attrs
import wabakit


@attrs.frozen
class Card:
    status: str | None


def onboarding(account: wabakit.Account, number: wabakit.Number) -> None:
    found = account.onboard("+1 631 555 1001", verified_name="Lucky Shrub", pin="314159")
    assert_type(found, wabakit.Onboarding)
    assert_type(found.number_id, str | None)
    assert_type(found.retry_at, datetime | None)
    assert_type(found.steps, tuple[wabakit.OnboardingStep, ...])
    assert_type(wabakit.Onboarding.from_dict(found.to_dict()), wabakit.Onboarding)
    if found.waits_for == "code":
        number.onboard(pin=lambda: None, code=input, since=found, method="VOICE", subscribe=True)
        number.onboard(pin=input, subscribe=True, waba_id="102290129340398")
    account.onboard("+1 631 555 1001", pin="314159", migrate=True, code=lambda: "123456")


def waiting(number: wabakit.Number) -> None:
    wait = wabakit.Wait()
    assert_type(number.wait_until(lambda card: card.status == "CONNECTED"), wabakit.PhoneNumber)
    fields = [wabakit.PhoneNumber.status]
    card = number.wait_until(lambda card: bool(card.status), fields=fields, every=5, wait=wait)
    assert_type(card, wabakit.PhoneNumber)
    assert_type(number.wait_until(lambda c: c.status == "X", into=Card, timeout=60), Card)
    wait.notify()


async def code() -> str | None:
    return None


async def awaited(account: wabakit.AsyncAccount, number: wabakit.AsyncNumber) -> None:
    assert_type(await account.onboard("+1 631 555 1001", pin=code, code=code), wabakit.Onboarding)
    assert_type(await number.wait_until(lambda c: bool(c.status), into=Card), Card)


class Mine:
    """A memory of one's own."""

    def spend(
        self, operation: str, object_id: str, now: datetime, most: int | None, window: timedelta
    ) -> timedelta | None:
        del self, operation, object_id, now, most
        return window

    def give_back(self, operation: str, object_id: str, now: datetime) -> None:
        pass

    def latest(self, operation: str, object_id: str, now: datetime) -> datetime | None:
        del self, operation, object_id
        return now

    def put_usage(
        self, waba_id: str | None, usage: tuple[wabakit.Usage, ...], now: datetime
    ) -> None:
        pass

    def usage_of(self, waba_id: str | None, now: datetime) -> tuple[wabakit.Usage, ...]:
        del self, waba_id, now
        return ()

    def usage(self, now: datetime) -> dict[str | None, tuple[wabakit.Usage, ...]]:
        del self, now
        return {}


def memories(path: Path) -> None:
    wabakit.Client("token", memory=wabakit.FileMemory(path))
    wabakit.AsyncClient("token", memory=wabakit.FileMemory(str(path)))
    wabakit.Client.from_env(memory=Mine())


print(onboarding, waiting, awaited, memories)


def fleets(client: wabakit.Client, ids: list[str], tokens: dict[str, str]) -> None:
    fleet = client.fleet(ids, concurrency=50, tokens=tokens.__getitem__)
    assert_type(fleet, wabakit.Fleet)
    assert_type(client.business("1").fleet(), wabakit.Fleet)
    for account_id, number in fleet.numbers(fields=[wabakit.PhoneNumber.status]):
        assert_type(account_id, str)
        assert_type(number, wabakit.PhoneNumber)
    client.fleet([client.account("1")])
    assert_type(fleet.completed, frozenset[str])
    assert_type(fleet.failures["1"], wabakit.WabakitError)
    row = wabakit.OnboardingRow(account_id="1", phone_number="+16315551001", pin="271828")
    for event in fleet.onboard([row], journal="onboarding.jsonl"):
        match event:
            case wabakit.OnboardingStarted():
                assert_type(event.index, int)
            case wabakit.OnboardingEnded():
                assert_type(event.onboarding, wabakit.Onboarding)
            case wabakit.OnboardingFailed():
                assert_type(event.error, Exception)


async def async_fleets(client: wabakit.AsyncClient, ids: AsyncIterator[str]) -> None:
    async def token(account_id: str) -> str:
        return account_id

    fleet = client.fleet(ids, tokens=token)
    assert_type(fleet, wabakit.AsyncFleet)
    async for _, number in fleet.numbers():
        assert_type(number.status, wabakit.PhoneNumberStatus | None)
