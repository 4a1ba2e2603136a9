"""The method of the curated client that stands for each operation of the contract."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import attrs

import wabakit
from tests.client.wire import Server
from tests.faces import PREVERIFIED
from tests.reads import PLAIN
from wabakit import (
    BusinessPortfolio,
    Field,
    PhoneNumber,
    PreverifiedPhoneNumber,
    WhatsAppBusinessAccount,
)
from wabakit._node import Node
from wabakit.contract import document

PARTNER = "506914307656634"
LINKS = [f"https://news{n}.example/market" for n in range(5)]


def used(read: Callable[[wabakit.Client], Any], server: Server) -> Any:
    """Return what a method of the server's client gives, plain lists apart."""
    found = read(server.client)
    return None if isinstance(found, list) else found


SCHEMAS: Mapping[type[Node], str] = {
    BusinessPortfolio: "Business",
    PhoneNumber: "PhoneNumber",
    PreverifiedPhoneNumber: "PreverifiedNumber",
    WhatsAppBusinessAccount: "WhatsAppBusinessAccount",
}


@cache
def every_field(version: str, node: type[Node] = PhoneNumber) -> list[Field[Any]]:
    """Every field of a node that a version of Graph has and does not refuse."""
    declared = document(version)["components"]["schemas"][SCHEMAS[node]]["properties"]
    known = [name for name in declared if "x-refused" not in declared[name]]
    return [field for name, field in node.fields.items() if name in known]


def page(pager: wabakit.Pager[Any]) -> list[Any]:
    """Return what the first page holds."""
    return next(iter(pager.pages())).items


def accounts(server: Server, of: Any) -> list[Any]:
    """Read a page of accounts, every field of them."""
    fields = every_field(server.version, WhatsAppBusinessAccount)
    return page(server.business.accounts(of, fields=fields))


def pool(server: Server) -> list[Any]:
    """Read a page of the pool, every field of its numbers."""
    fields = every_field(server.version, PreverifiedPhoneNumber)
    return page(server.business.preverified_numbers(fields=fields))


@attrs.frozen
class Use:
    """A way of calling an operation."""

    call: Callable[[Server], Any]
    """What a user writes; gives what was read, if anything."""
    looks: bool = False
    """Whether an unclear outcome is followed by one look at the state."""


USES: Mapping[str, tuple[Use, ...]] = {
    **{name: (Use(partial(used, read)),) for name, read in PLAIN.items()},
    "listPhoneNumbers": (Use(lambda s: page(s.account.numbers(fields=every_field(s.version)))),),
    "createPhoneNumber": (
        Use(lambda s: s.account.add_number(cc="1", phone_number="6315551000", verified_name="Jo")),
    ),
    "getPhoneNumber": (
        Use(lambda s: s.number.get(fields=every_field(s.version))),
        Use(lambda s: s.number.throughput() and None),
        Use(lambda s: s.number.automation() and None),
    ),
    "updatePhoneNumber": (
        Use(lambda s: s.number.set_pin("314159")),
        Use(lambda s: s.number.request_display_name("Jasper's Market Downtown"), looks=True),
        Use(lambda s: s.number.set_webhook("https://hooks.example.com/whatsapp", "a-random-text")),
        Use(lambda s: s.number.clear_webhook()),
        Use(lambda s: s.number.set_search_visibility("NON_VISIBLE")),
    ),
    "requestCode": (Use(lambda s: s.number.request_code("SMS", language="en_US")),),
    "verifyCode": (Use(lambda s: s.number.verify_code("123-830"), looks=True),),
    "registerPhoneNumber": (Use(lambda s: s.number.register(pin="314159"), looks=True),),
    "deregisterPhoneNumber": (Use(lambda s: s.number.deregister(), looks=True),),
    "setConversationalAutomation": (Use(lambda s: s.number.set_automation(prompts=["Menu"])),),
    "getSettings": (Use(lambda s: s.number.settings(include_sip_credentials=True)),),
    "updateSettings": (Use(lambda s: s.number.update_settings(calling={"status": "ENABLED"})),),
    "updateOfficialBusinessAccount": (
        Use(lambda s: s.number.update_official_business_account(supporting_links=LINKS), True),
    ),
    "syncAppData": (Use(lambda s: s.number.sync_app_data("state") and None),),
    "exchangeCode": (Use(lambda s: s.exchange() and None),),
    "subscribeToWebhooks": (
        Use(lambda s: s.client.app("1").subscribe(LINKS[0], "text", ["messages"], app_secret="s")),
    ),
    "sendBatch": (),  # whose answers are those to its items: tests/client/test_batches.py
    "setUsername": (Use(lambda s: s.number.set_username("jaspers_market"), looks=True),),
    "deleteUsername": (Use(lambda s: s.number.delete_username(), looks=True),),
    "getAccount": (
        Use(lambda s: s.account.get(fields=every_field(s.version, WhatsAppBusinessAccount))),
    ),
    "listSubscribedApps": (Use(lambda s: s.account.subscribed_apps()),),
    "subscribeApp": (
        Use(lambda s: s.account.subscribe()),
        Use(lambda s: s.account.subscribe("https://hooks.example.com/wa/42", "a-random-text")),
    ),
    "unsubscribeApp": (Use(lambda s: s.account.unsubscribe()),),
    "getBusiness": (
        Use(lambda s: s.business.get(fields=every_field(s.version, BusinessPortfolio))),
    ),
    "listOwnedAccounts": (Use(lambda s: accounts(s, "owned")),),
    "listClientAccounts": (Use(lambda s: accounts(s, "client")),),
    "addPreverifiedNumber": (
        Use(lambda s: s.business.add_preverified_number("+1 202-555-0142"), looks=True),
    ),
    "listPreverifiedNumbers": (Use(pool),),
    "sharePreverifiedNumber": (
        Use(lambda s: s.business.share_preverified_number(PREVERIFIED, PARTNER), looks=True),
    ),
    "unsharePreverifiedNumber": (
        Use(lambda s: s.business.unshare_preverified_number(PREVERIFIED, PARTNER), looks=True),
    ),
    "getPreverifiedNumber": (
        Use(lambda s: s.preverified.get(fields=every_field(s.version, PreverifiedPhoneNumber))),
    ),
    "deletePreverifiedNumber": (Use(lambda s: s.preverified.delete(), looks=True),),
    "requestPreverifiedCode": (Use(lambda s: s.preverified.request_code()),),
    "verifyPreverifiedCode": (Use(lambda s: s.preverified.verify_code("123-830"), looks=True),),
    "listPreverifiedPartners": (Use(lambda s: page(s.preverified.partners())),),
}
