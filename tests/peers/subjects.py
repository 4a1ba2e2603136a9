"""Clients that other people wrote, asked for the same as wabakit; `make bench PEERS=1`.

Each asks for pages of 100, whatever its default is, and for the fields that it knows or is told.
"""

import json

import httpx
from facebook_business.adobjects.objectparser import ObjectParser
from facebook_business.adobjects.whatsappbusinessaccount import WhatsAppBusinessAccount
from facebook_business.api import FacebookAdsApi
from facebook_business.session import FacebookSession
from plain_graph import AuthenticatedClient
from plain_graph.api.phone_numbers import get_phone_number, list_phone_numbers
from plain_graph.models import PhoneNumberPage
from pywa import WhatsApp
from pywa.types.others import BusinessPhoneNumber, Pagination
from pywa_async import WhatsApp as WhatsAppAsync

from tests.bench.server import FIELDS, TOKEN
from tests.bench.subjects import NUMBER, Async, Sync

HUNDRED = Pagination(limit=100)


def moved(session, address):
    """Let a session of pywa speak to another host."""
    session.base_url = address + session.base_url.path
    return session


class Pywa(Sync):
    LOAD = "import pywa"
    READY = "import httpx; from pywa import WhatsApp"
    FIRST = f"""
session = httpx.Client()
client = WhatsApp(token={TOKEN!r}, session=session)
session.base_url = '{{url}}' + session.base_url.path
client.get_business_phone_number(phone_id={NUMBER!r})
"""

    def __init__(self, address):
        self.http = httpx.Client()
        self.client = WhatsApp(token=TOKEN, session=self.http)
        moved(self.http, address)

    def get(self):
        return self.client.get_business_phone_number(phone_id=NUMBER).status

    def numbers(self, account):
        page = self.client.get_business_phone_numbers(waba_id=account, pagination=HUNDRED)
        while True:
            yield from page
            if not page.has_next:
                return
            page = page.next()

    def close(self):
        self.http.close()

    @staticmethod
    def again():
        return WhatsApp(token=TOKEN)

    @staticmethod
    def page():
        return lambda content: [
            BusinessPhoneNumber.from_dict(row) for row in json.loads(content)["data"]
        ]


class PywaAsync(Async):
    async def open(self, address):
        self.http = httpx.AsyncClient()
        self.client = WhatsAppAsync(token=TOKEN, session=self.http)
        moved(self.http, address)

    async def get(self):
        return (await self.client.get_business_phone_number(phone_id=NUMBER)).status

    async def numbers(self, account):
        page = await self.client.get_business_phone_numbers(waba_id=account, pagination=HUNDRED)
        while True:
            for number in page:
                yield number
            if not page.has_next:
                return
            page = await page.next()

    async def aclose(self):
        await self.http.aclose()


class MetaSdk(Sync):
    LOAD = "import facebook_business"
    READY = """
from facebook_business.api import FacebookAdsApi
from facebook_business.session import FacebookSession
from facebook_business.adobjects.whatsappbusinessaccount import WhatsAppBusinessAccount
"""
    FIRST = f"""
session = FacebookSession(access_token={TOKEN!r})
session.GRAPH = '{{url}}'
WhatsAppBusinessAccount({NUMBER!r}, api=FacebookAdsApi(session)).api_get(fields=["status"])
"""

    def __init__(self, address):
        self.session = FacebookSession(access_token=TOKEN)
        self.session.GRAPH = address
        self.api = FacebookAdsApi(self.session)

    def get(self):
        node = WhatsAppBusinessAccount(NUMBER, api=self.api)
        return node.api_get(fields=FIELDS.split(","))["status"]

    def numbers(self, account):
        node = WhatsAppBusinessAccount(account, api=self.api)
        return node.get_phone_numbers(fields=FIELDS.split(","), params={"limit": 100})

    def close(self):
        self.session.requests.close()

    @staticmethod
    def again():
        return FacebookAdsApi(FacebookSession(access_token=TOKEN))

    @staticmethod
    def page():
        parser = ObjectParser(target_class=WhatsAppBusinessAccount)
        return lambda content: parser.parse_multiple(json.loads(content))


class Generated(Sync):
    """What openapi-python-client makes of our contract by itself."""

    LOAD = "import plain_graph"
    READY = """
from plain_graph import AuthenticatedClient
from plain_graph.api.phone_numbers import get_phone_number, list_phone_numbers
"""
    FIRST = f"""
client = AuthenticatedClient('{{url}}/v23.0', {TOKEN!r})
get_phone_number.sync({NUMBER!r}, client=client, fields="status")
"""

    def __init__(self, address):
        self.client = AuthenticatedClient(f"{address}/v23.0", TOKEN)

    def get(self):
        return get_phone_number.sync(NUMBER, client=self.client, fields=FIELDS).status

    def numbers(self, account):
        after = {}
        while True:
            page = list_phone_numbers.sync(
                account, client=self.client, fields=FIELDS, limit=100, **after
            )
            yield from page.data
            if not page.paging.next_:
                return
            after = {"after": page.paging.cursors.after}

    def close(self):
        self.client.get_httpx_client().close()

    @staticmethod
    def again():
        return AuthenticatedClient("https://graph.facebook.com", TOKEN).get_httpx_client()

    @staticmethod
    def page():
        return lambda content: PhoneNumberPage.from_dict(json.loads(content))


class GeneratedAsync(Async):
    async def open(self, address):
        self.client = AuthenticatedClient(f"{address}/v23.0", TOKEN)

    async def get(self):
        return (await get_phone_number.asyncio(NUMBER, client=self.client, fields=FIELDS)).status

    async def numbers(self, account):
        after = {}
        while True:
            page = await list_phone_numbers.asyncio(
                account, client=self.client, fields=FIELDS, limit=100, **after
            )
            for number in page.data:
                yield number
            if not page.paging.next_:
                return
            after = {"after": page.paging.cursors.after}

    async def aclose(self):
        await self.client.get_async_httpx_client().aclose()
