"""What a library is asked to do, and httpx itself, which every library is compared with.

A subject reads numbers and walks accounts, either blocking or in an event loop of its own: so each
scenario is one function for both, and for every library.
"""

import asyncio
import json
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar, Self
from urllib.parse import urlencode

import httpx

from tests.bench.server import FIELDS, TOKEN

NUMBER = "106853218861309"


class Subject(ABC):
    """A client of some library."""

    LOAD: ClassVar[str] = ""
    """What imports the library."""
    READY: ClassVar[str] = ""
    """What brings the name that a first call needs."""
    FIRST: ClassVar[str] = ""
    """What makes that call, to `{url}`."""

    @abstractmethod
    def __init__(self, address: str) -> None: ...

    @abstractmethod
    def gets(self, count: int) -> None:
        """Read one number again and again."""

    @abstractmethod
    def walk(self, account: str) -> None:
        """Walk an account and keep nothing."""

    @abstractmethod
    def fleet(self, accounts: Iterable[str], in_flight: int) -> None:
        """Walk accounts, so many at a time."""

    @abstractmethod
    def close(self) -> None:
        """Close the client."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Sync(Subject):
    """The blocking way."""

    @abstractmethod
    def get(self) -> object:
        """Read one number."""

    @abstractmethod
    def numbers(self, account: str) -> Iterable[object]:
        """Walk an account."""

    def gets(self, count: int) -> None:
        for _ in range(count):
            self.get()

    def walk(self, account: str) -> None:
        deque(self.numbers(account), maxlen=0)

    def fleet(self, accounts: Iterable[str], in_flight: int) -> None:
        with ThreadPoolExecutor(in_flight) as threads:
            deque(threads.map(self.walk, accounts), maxlen=0)


class Async(Subject):
    """The way of asyncio."""

    def __init__(self, address: str) -> None:
        self.loop = asyncio.Runner()
        self.loop.run(self.open(address))

    @abstractmethod
    async def open(self, address: str) -> None:
        """Make the client."""

    @abstractmethod
    async def get(self) -> object:
        """Read one number."""

    @abstractmethod
    def numbers(self, account: str) -> AsyncIterator[object]:
        """Walk an account."""

    @abstractmethod
    async def aclose(self) -> None:
        """Close the client."""

    def gets(self, count: int) -> None:
        self.crowd(count, 1)

    def crowd(self, count: int, in_flight: int) -> None:
        """Read one number again and again, so many times at once."""
        self.loop.run(at_once(lambda _: self.get(), map(str, range(count)), in_flight))

    def walk(self, account: str) -> None:
        self.loop.run(self._walk(account))

    def fleet(self, accounts: Iterable[str], in_flight: int) -> None:
        self.loop.run(at_once(self._walk, accounts, in_flight))

    def gather(self, accounts: Iterable[str]) -> None:
        """Walk accounts, all at once."""

        async def all_of_them() -> None:
            await asyncio.gather(*map(self._walk, accounts))

        self.loop.run(all_of_them())

    def close(self) -> None:
        self.loop.run(self.aclose())
        self.loop.close()

    async def _walk(self, account: str) -> None:
        async for _ in self.numbers(account):
            pass


async def at_once(
    work: Callable[[str], Awaitable[object]], items: Iterable[str], in_flight: int
) -> None:
    """Work through items, so many at a time."""
    left = iter(items)

    async def one_after_another() -> None:
        for item in left:
            await work(item)

    await asyncio.gather(*(one_after_another() for _ in range(in_flight)))


class Plain(Sync):
    """httpx, handing out dicts."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(**options(address))

    def get(self) -> object:
        return self.http.get(f"/v23.0/{NUMBER}", params={"fields": FIELDS}).json()["status"]

    def many(self, ids: list[str]) -> Iterator[object]:
        """Read many numbers by their ids, 50 in a call."""
        query = urlencode({"fields": FIELDS})
        for start in range(0, len(ids), 50):
            items = [
                {"method": "GET", "relative_url": f"{node}?{query}"}
                for node in ids[start : start + 50]
            ]
            answer = self.http.post("/v23.0/", data={"batch": json.dumps(items)})
            yield from (json.loads(item["body"]) for item in answer.json())

    def numbers(self, account: str) -> Iterator[object]:
        params = {"fields": FIELDS, "limit": "100"}
        while True:
            page = self.http.get(f"/v23.0/{account}/phone_numbers", params=params).json()
            yield from page["data"]
            if "next" not in page["paging"]:
                return
            params["after"] = page["paging"]["cursors"]["after"]

    def close(self) -> None:
        self.http.close()


class PlainAsync(Async):
    """The same, with asyncio."""

    async def open(self, address: str) -> None:
        self.http = httpx.AsyncClient(**options(address))

    async def get(self) -> object:
        answer = await self.http.get(f"/v23.0/{NUMBER}", params={"fields": FIELDS})
        return answer.json()["status"]

    async def numbers(self, account: str) -> AsyncIterator[object]:
        params = {"fields": FIELDS, "limit": "100"}
        while True:
            answer = await self.http.get(f"/v23.0/{account}/phone_numbers", params=params)
            page = answer.json()
            for row in page["data"]:
                yield row
            if "next" not in page["paging"]:
                return
            params["after"] = page["paging"]["cursors"]["after"]

    async def aclose(self) -> None:
        await self.http.aclose()


def options(address: str) -> dict[str, Any]:
    """Set a client of httpx up."""
    return {"base_url": address, "headers": {"Authorization": f"Bearer {TOKEN}"}}
