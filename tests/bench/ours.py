"""wabakit, in the ways that users use it."""

from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from typing import Any, ClassVar

import attrs
import httpx

import wabakit
from tests.bench.server import FIELDS, TOKEN
from tests.bench.subjects import NUMBER, Async, Sync
from wabakit._json import decode
from wabakit._made import operations
from wabakit._views import select

WANTED = [wabakit.PhoneNumber.fields[name] for name in FIELDS.split(",")]


@attrs.frozen
class Card:
    """A number as a program of a user wants it."""

    id: str
    display_phone_number: str
    verified_name: str
    status: wabakit.PhoneNumberStatus
    quality_rating: wabakit.QualityRating
    code_verification_status: wabakit.CodeVerificationStatus
    name_status: wabakit.NameStatus
    platform_type: wabakit.PlatformType
    account_mode: wabakit.AccountMode
    messaging_limit_tier: wabakit.MessagingLimitTier
    is_official_business_account: bool
    is_pin_enabled: bool
    last_onboarded_time: datetime
    country_code: str
    country_dial_code: str


class Ours(Sync):
    """The client as it comes, with a view."""

    LOAD = "import wabakit"
    READY = "from wabakit import Client"
    FIRST = f"Client({TOKEN!r}, base_url='{{url}}').number({NUMBER!r}).get()"

    FIELDS: ClassVar[list[Any] | None] = None
    INTO: ClassVar[type[Any] | None] = Card

    def __init__(self, address: str, **options: Any) -> None:
        self.client = wabakit.Client(TOKEN, base_url=address, **options)
        self.number = self.client.number(NUMBER)

    def get(self) -> object:
        return self.number.get(fields=WANTED).status

    def numbers(self, account: str) -> Iterable[object]:
        return self.client.account(account).numbers(into=Card)

    def many(self, ids: list[str]) -> Iterable[object]:
        """Read many numbers by their ids."""
        return self.client.numbers(ids, into=Card)

    def whole_fleet(self, accounts: list[str], in_flight: int) -> None:
        """Walk accounts by `client.fleet`."""
        numbers = self.client.fleet(accounts, concurrency=in_flight).numbers(into=Card)
        deque[object](numbers, maxlen=0)

    def close(self) -> None:
        self.client.close()

    @staticmethod
    def again() -> object:
        """Make a further client."""
        return wabakit.Client(TOKEN)

    @classmethod
    def page(cls) -> Callable[[bytes], list[Any]]:
        """Give what makes objects of the bytes of a page."""
        selection = select(wabakit.PhoneNumber, cls.FIELDS, cls.INTO)
        call = operations.list_phone_numbers("numbers", "1", fields=selection)
        return lambda content: call.parse(decode(content.decode()))


class Objects(Ours):
    """The client as it comes, with objects of its own."""

    FIELDS = WANTED
    INTO = None

    def numbers(self, account: str) -> Iterable[object]:
        return self.client.account(account).numbers(fields=WANTED)


class Injected(Ours):
    """The client over one of httpx that was given to it."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client()
        super().__init__(address, http_client=self.http)

    def close(self) -> None:
        self.http.close()


class OursAsync(Async):
    """The other face."""

    async def open(self, address: str) -> None:
        self.client = wabakit.AsyncClient(TOKEN, base_url=address)
        self.number = self.client.number(NUMBER)

    async def get(self) -> object:
        return (await self.number.get(fields=WANTED)).status

    def numbers(self, account: str) -> AsyncIterator[object]:
        return aiter(self.client.account(account).numbers(into=Card))

    def whole_fleet(self, accounts: list[str], in_flight: int) -> None:
        """Walk accounts by `client.fleet`."""

        async def walk() -> None:
            async for _ in self.client.fleet(accounts, concurrency=in_flight).numbers(into=Card):
                pass

        self.loop.run(walk())

    async def aclose(self) -> None:
        await self.client.close()


class InjectedAsync(OursAsync):
    """The other face, over a client of httpx that was given to it."""

    async def open(self, address: str) -> None:
        self.http = httpx.AsyncClient()
        self.client = wabakit.AsyncClient(TOKEN, base_url=address, http_client=self.http)
        self.number = self.client.number(NUMBER)

    async def aclose(self) -> None:
        await self.http.aclose()
