"""Every call there is, with secrets that can be recognised wherever they show."""

from typing import Any, cast

import wabakit
from tests.doing import Do, account, business, number, preverified
from tests.faces import PREVERIFIED, TOKEN
from tests.reads import PLAIN

PIN = "246813"
CODE = "975310"
VERIFY_TOKEN = "verify/nobody-may-see"
APP_SECRET = "app-secret-nobody-may-see"
CUSTOMER_TOKEN = "EAAcustomer-token-nobody-may-see"
SIGNUP_CODE = "AQBsignup-code-nobody-may-see"
MARKS = (TOKEN, PIN, CODE, VERIFY_TOKEN, APP_SECRET, CUSTOMER_TOKEN, SIGNUP_CODE)

APP = "634974688087057"
NAME = "Jasper's Corner"
WEBSITE = "https://shop.example"
PARTNER = "611223344556677"


def add(handle: wabakit.Account) -> wabakit.Number:
    return handle.add_number(cc="1", phone_number="6315551000", verified_name=NAME)


def apply(handle: wabakit.Number) -> Any:
    return handle.update_official_business_account(
        business_website_url=WEBSITE, primary_country_of_operation="Germany"
    )


def subscribe(client: wabakit.Client) -> None:
    client.app(APP).subscribe(WEBSITE, VERIFY_TOKEN, ["messages"], app_secret=APP_SECRET)


READS: dict[str, Do] = {
    "listPhoneNumbers": account(lambda a: list(a.numbers())),
    "listOwnedAccounts": business(lambda b: list(b.accounts())),
    "listClientAccounts": business(lambda b: list(b.accounts("client"))),
    "listPreverifiedNumbers": business(lambda b: list(b.preverified_numbers())),
    "listPreverifiedPartners": preverified(lambda p: list(p.partners())),
    **PLAIN,
}
SAFE: dict[str, Do] = {
    "updatePhoneNumber (pin)": number(lambda n: n.set_pin(PIN)),
    "updatePhoneNumber (webhook)": number(lambda n: n.set_webhook(WEBSITE, VERIFY_TOKEN)),
    "updatePhoneNumber (no webhook)": number(lambda n: n.clear_webhook()),
    "updatePhoneNumber (search)": number(lambda n: n.set_search_visibility("VISIBLE")),
    "setConversationalAutomation": number(lambda n: n.set_automation(prompts=["Hi"])),
    "updateSettings": number(lambda n: n.update_settings(calling={"status": "ENABLED"})),
    "subscribeApp": account(lambda a: a.subscribe()),
    "subscribeToWebhooks": subscribe,
}
SETTLED: dict[str, Do] = {
    "registerPhoneNumber": number(lambda n: n.register(PIN)),
    "deregisterPhoneNumber": number(lambda n: n.deregister()),
    "updatePhoneNumber (name)": number(lambda n: n.request_display_name(NAME)),
    "updateOfficialBusinessAccount": number(apply),
    "setUsername": number(lambda n: n.set_username("jaspers")),
    "deleteUsername": number(lambda n: n.delete_username()),
    "sharePreverifiedNumber": business(lambda b: b.share_preverified_number(PREVERIFIED, PARTNER)),
    "unsharePreverifiedNumber": business(
        lambda b: b.unshare_preverified_number(PREVERIFIED, PARTNER)
    ),
    "deletePreverifiedNumber": preverified(lambda p: p.delete()),
}
NEVER: dict[str, Do] = {
    "createPhoneNumber": account(add),
    "requestCode": number(lambda n: n.request_code()),
    "verifyCode": number(lambda n: n.verify_code(CODE)),
    "addPreverifiedNumber": business(lambda b: b.add_preverified_number("+1 202-555-0142")),
    "requestPreverifiedCode": preverified(lambda p: p.request_code()),
    "verifyPreverifiedCode": preverified(lambda p: p.verify_code(CODE)),
    "unsubscribeApp": account(lambda a: a.unsubscribe()),
    "syncAppData": number(lambda n: n.sync_app_data("state")),
}
"""What leaves once: what must not be repeated, and what cannot be found out."""
UNTOLD = {"requestCode", "requestPreverifiedCode", "unsubscribeApp", "syncAppData"}
"""What nothing tells of that could be read."""
BY_LIST = {"sharePreverifiedNumber", "unsharePreverifiedNumber"}
"""What a list tells of as it is, whoever made it so: a second call of it asks for the same."""
WRITES = {**SAFE, **SETTLED, **NEVER}
CALLS = {**READS, **WRITES}


def operation(name: str) -> str:
    """Return the operationId of a row."""
    return name.partition(" ")[0]


def asked(do: Do) -> tuple[str, str]:
    """Return the method that a row calls, and the id of the handle that it calls it on."""

    class Asked(Exception):
        """What a method was called on is known."""

    class Handle:
        def __init__(self, object_id: str) -> None:
            self.id = object_id

        def __getattr__(self, method: str) -> Any:
            raise Asked(method, self.id)

    class Client:
        number = account = business = preverified_number = app = Handle

        @staticmethod
        def token_info() -> None:
            raise Asked("token_info", "")

    try:
        do(cast(wabakit.Client, Client))
    except Asked as found:
        method, object_id = found.args
        return method, object_id
    raise AssertionError("it calls no method")


of = wabakit.PhoneNumber
FIELDS = [of.status, of.verified_name, of.new_display_name, of.new_name_status]
STATE: Do = number(lambda n: n.get(fields=FIELDS))
USERNAME: Do = number(lambda n: n.username())
BADGE: Do = number(lambda n: n.official_business_account())
PROOF: Do = preverified(lambda p: p.get())
LOOKS = {
    "deletePreverifiedNumber": PROOF,
    "verifyPreverifiedCode": PROOF,
    "setUsername": USERNAME,
    "deleteUsername": USERNAME,
    "updateOfficialBusinessAccount": BADGE,
}


def look(client: wabakit.Client, name: str = "") -> None:
    """Read what settling an uncertain write depends on, for all writes or for this one."""
    for read in [LOOKS.get(name, STATE)] if name else [STATE, USERNAME, BADGE]:
        read(client)


get, rows = READS["getPhoneNumber"], READS["listPhoneNumbers"]
register = SETTLED["registerPhoneNumber"]
