"""One client, many threads or tasks."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx

import wabakit
from tests.faces import TOKEN
from wabakit import PhoneNumber
from wabakit.emulator import Account, Emulator

THREADS, READS = 8, 25


def test_threads(emulator: Emulator, waba: Account) -> None:
    """A client may be used by several threads at once: each gets the answers to its own calls."""
    names = {
        emulator.add_number(waba.id, verified_name=f"Shop {at}").id: f"Shop {at}" for at in range(8)
    }
    client = wabakit.Client(TOKEN, http_client=httpx.Client(transport=emulator.transport()))

    def read(number_id: str) -> set[str | None]:
        number = client.with_options(timeout=5).number(number_id)
        found = {number.get(fields=[PhoneNumber.verified_name]).verified_name for _ in range(READS)}
        listed = client.account(waba.id).numbers(fields=[PhoneNumber.verified_name], page_size=3)
        assert {card.id: card.verified_name for card in listed} == names
        return found

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(read, names)) == [{name} for name in names.values()]


def test_tasks(emulator: Emulator, waba: Account) -> None:
    """An async client may be used by several tasks at once."""
    ids = [emulator.add_number(waba.id).id for _ in range(THREADS)]

    async def read() -> list[PhoneNumber]:
        http = httpx.AsyncClient(transport=emulator.transport())
        async with wabakit.AsyncClient(TOKEN, http_client=http) as client:
            return await asyncio.gather(*(client.number(name).get() for name in ids))

    assert [found.id for found in asyncio.run(read())] == ids
