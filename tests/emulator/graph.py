"""The emulator as its tests use it: one account, a frozen clock, calls by path."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from wabakit.emulator import Account, Answer, Clock, Emulator

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
WABA = "102290129340398"


@dataclass
class Graph:
    """An emulator with an account and a clock that stands still.

    It holds every answer against the contract.
    """

    clock: Clock = field(default_factory=lambda: Clock(START))
    version: str = "v23.0"
    options: dict[str, Any] = field(default_factory=dict[str, Any])

    def __post_init__(self) -> None:
        options: dict[str, Any] = {"strict": True, **self.options}
        self.emulator = Emulator(clock=self.clock, **options)
        self.account: Account = self.emulator.add_account(WABA)
        self.headers = {"Authorization": f"Bearer {self.emulator.token}"}

    def send(
        self, method: str, path: str, query: dict[str, str] | None = None, body: Any = None
    ) -> Answer:
        headers = {**self.headers, "Content-Type": "application/json"}
        raw = b"" if body is None else json.dumps(body).encode()
        return self.emulator.handle(method, f"/{self.version}/{path}", query or {}, headers, raw)

    def get(self, path: str, **query: Any) -> dict[str, Any]:
        """Read; the call must succeed."""
        return good(self.send("GET", path, {name: str(value) for name, value in query.items()}))

    def post(self, path: str, **body: Any) -> dict[str, Any]:
        """Write; the call must succeed."""
        return good(self.send("POST", path, None, body))

    def refusal(self, method: str, path: str, **values: Any) -> tuple[int, int, int | None]:
        """Make a call that must fail; give status, code and subcode."""
        if method == "GET":
            answer = self.send(method, path, {name: str(value) for name, value in values.items()})
        else:
            answer = self.send(method, path, None, values)
        error = json.loads(answer.body)["error"]
        return answer.status, error["code"], error.get("error_subcode")

    def place(self, template: str, number_id: str = "") -> str:
        """Fill in a path of the contract with nodes that are there, the number made if need be."""
        partners = self.emulator.partners
        ids = {
            "waba_id": lambda: WABA,
            "phone_number_id": lambda: number_id or self.emulator.add_number(WABA).id,
            "business_id": lambda: partners.business().id,
            "preverified_id": lambda: number_id or partners.add_preverified_number().id,
            "app_id": lambda: partners.apps[0].id,
        }
        return re.sub(r"\{(\w+)\}", lambda found: ids[found[1]](), template)[1:]

    def create(self, phone_number: str = "6315551000", **more: Any) -> str:
        """Add a number by a call; give its id."""
        body = {"cc": "1", "phone_number": phone_number, "verified_name": "Lucky Shrub", **more}
        return str(self.post(f"{WABA}/phone_numbers", **body)["id"])

    def verified(self) -> str:
        """Add a number and verify it by calls; give its id."""
        number_id = self.create()
        self.post(f"{number_id}/request_code", code_method="SMS", language="en_US")
        self.post(f"{number_id}/verify_code", code=self.emulator.outbox[-1].code)
        return number_id

    def register(self, number_id: str, pin: str = "314159") -> dict[str, Any]:
        return self.post(f"{number_id}/register", messaging_product="whatsapp", pin=pin)

    def registration_refusal(self, number_id: str, pin: str = "314159") -> int:
        """Register, which must fail with status 400; give the code."""
        body = {"messaging_product": "whatsapp", "pin": pin}
        status, code, _ = self.refusal("POST", f"{number_id}/register", **body)
        assert status == 400
        return code


def good(answer: Answer) -> dict[str, Any]:
    """Decode an answer that must be a success."""
    assert answer.status == 200, answer.body
    decoded: dict[str, Any] = json.loads(answer.body)
    return decoded
