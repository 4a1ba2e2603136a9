"""Samples and demo, with the exact requests of each step: one more than it needs is a fault."""

from typing import Any

import pytest

from tests.docs.pages import SAMPLES, Block
from tests.docs.test_demo import run_demo
from tests.docs.test_samples import emulator, inventory, names, run
from wabakit.emulator import Emulator

__all__ = ["emulator", "inventory", "names"]  # fixtures

LIST, READ, REGISTER = "listPhoneNumbers", "getPhoneNumber", "registerPhoneNumber"
ENGINES = (
    "from celery import",
    "from dask.distributed import",
    "from dbos import",
    "from tasks import",
)
SENT: dict[str, list[str | None]] = {
    **{piece: [] for piece in ENGINES},  # make engines runs them, in processes of their own
    "for account_id, error in fleet.failures": [LIST, None],  # no account, so no list
    "business.fleet(": ["listOwnedAccounts", "listClientAccounts", LIST],
    "tokens=vault": [LIST],
    "client.fleet().onboard(": [LIST, "createPhoneNumber", "requestCode", "verifyCode", REGISTER]
    * 2,
    "with wabakit.Client.from_env()": [
        *(LIST, "createPhoneNumber", "requestCode", "verifyCode", REGISTER, READ)
    ],
    "into=Health": [LIST],
    "except wabakit.FieldNotRequestedError": [READ],
    "into=Card": [READ],
    "newer = client.with_options(": [READ],
    "match number.get().status:": [READ],
    "live = account.numbers(": [LIST],
    "found = account.find(": [LIST],
    "for page in account.numbers(": [LIST],
    "except wabakit.RegistrationLimitError": [REGISTER],
    'number.verify_code("271828")': ["verifyCode"],
    "client.numbers([": [READ, "sendBatch"],  # as the emulator notes the items, too
    "holiday_schedule": [],
    "number = client.number(": [],
    "hurried = client.with_options(": [READ],
    "patient = client.with_options(": [READ],
    "for shop in business.accounts(": ["listOwnedAccounts", "getAccount"],
    "emulator = Emulator()": [],  # which asks an emulator of its own
    "account.subscribe()": ["subscribeApp", "listSubscribedApps", "unsubscribeApp"],
    "kept = business.add_preverified_number(": [
        *("addPreverifiedNumber", "requestPreverifiedCode", "verifyPreverifiedCode"),
        *("getPreverifiedNumber", "listPreverifiedNumbers"),
        *("createPhoneNumber", REGISTER, READ),
    ],
    "def test_a_day(": [],  # which pytest runs
    "asyncio.gather(": [READ, READ],
    "asyncio.run(": [LIST, READ],
    "AuthenticatedClient(url": [LIST],
    "def read_code()": [LIST, "createPhoneNumber", "requestCode", "verifyCode", REGISTER],
    "waiting = account.onboard(": [
        *(LIST, "createPhoneNumber", "requestCode"),
        *(READ, "verifyCode", REGISTER),  # the other process knows which number it is
    ],
    "number.wait_until(": [READ],
    "wabakit.FileMemory(path)": [],
    "inventory.record(fleet)": [LIST, "updatePhoneNumber", LIST],
    "inventory.record(numbers, ": [LIST],
    "inventory.audit(": [],
    "inventory.rows()": [],  # which is not run
    "inventory.export(": [],
    "for event in webhooks.parse(body, signature, ": [LIST, REGISTER],
    "webhooks.answer_challenge(": [],  # which a framework runs
    "structlog.stdlib.ProcessorFormatter(": [READ],
    "watched = client.with_options(on_event=": [READ],
    "observed = otel.observe(client, tracer": [REGISTER],
    "start_http_server(": [],  # which is not run
    "@pytest.mark.whatsapp": [],  # which pytest runs
    "number.request_display_name(": ["updatePhoneNumber", READ],
    'number.set_pin("271828")\nnumber.register': ["updatePhoneNumber", REGISTER, READ],
    "number.set_pin(": ["updatePhoneNumber"],
    'pin="31415"': [],
    'number.register(pin="314159")\nprint': [REGISTER, READ],
    "into=Standing": [LIST],
    "[PhoneNumber.quality_rating])": [READ],
    "print(card.id, card.status)": [LIST],
    "for card in account.numbers():": [LIST],
    "account.numbers().first()": [LIST],
    "customer = client.with_options(": [],
    "trusted = ssl.": [],
    "Field.raw(": [],
    'client.request("GET"': ["getAccount"],
    "PURPLE": [],
}
"""What each sample of the documents sends; a sample is known by a piece of it."""

FIND = ["GET /phone_numbers", "GET "]
DEMO = [
    *("GET /phone_numbers", "4 x GET /phone_numbers", "POST /phone_numbers"),
    *(*FIND, *FIND, "POST /request_code", "POST /verify_code", "GET "),
    *(*FIND, "POST /register", "GET "),
]
"""What the demo sends: method, and what stands behind the id. A command finds its number first."""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("block", SAMPLES, ids=lambda block: f"{block.page}:{block.line}")
@pytest.mark.one_in(3)
def test_sample(block: Block, emulator: Emulator, names: dict[str, Any]) -> None:
    """A sample sends what it has to, and nothing else."""
    run(block, names)
    found = next(sent for piece, sent in SENT.items() if piece in block.code)
    sent = [request.operation for request in emulator.requests]
    several = "fleet" in block.code  # calls at the same time, in no order
    assert (sorted(sent, key=str) == sorted(found, key=str)) if several else sent == found


@pytest.mark.parametrize("options", ["", "--async"])
def test_demo(options: str) -> None:
    """The demo sends what its steps need, and nothing else; all of it is answered well."""
    calls = [line.split(" -> ") for line in run_demo(*options.split()) if " -> " in line]
    assert {status for _, status in calls} == {"200"}
    assert [shape(call) for call, _ in calls] == DEMO


def shape(call: str) -> str:
    """Leave version and id out of a call."""
    head, _, path = call.strip().rpartition("/v23.0/")
    return head + "/".join(["", *path.split("/")[1:]])
