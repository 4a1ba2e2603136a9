"""Everybody who does something to a number: its owner, Meta's reviewers, and time."""

import json
from collections.abc import Callable
from typing import Any

from tests.emulator.graph import WABA, Graph
from tests.states.chart import Action
from wabakit.emulator import PhoneNumber
from wabakit.emulator.world.clock import duration

NOBODY = "100000000000000"
_BEGAN = {
    "code-lapsed": "code_expires_at",
    "signup-window-closed": "signed_up_at",
    "claim-lapsed": "claimed_at",
    "proof-aged": "code_verified_at",
    "name-window-closed": "new_name_approved_at",
}
"""When that began which an event of time ends."""
FIELDS = "status,code_verification_status,is_on_biz_app,is_pin_enabled,name_status,new_name_status"


class Owner:
    """Takes the actions of the chart on one number of an emulator."""

    def __init__(self) -> None:
        self.graph = Graph(options={"strict": False})
        self.emulator = self.graph.emulator
        self.number_id = NOBODY

    def take(self, action: Action) -> tuple[int, int | None] | None:
        """Take an action; give code and subcode if Graph refuses."""
        if action.is_call:
            return self._call(action.name, action.given)
        if "after" in action.described:
            self._wait(action)
        else:
            self._events[action.name]()
        return None

    def read(self) -> dict[str, Any]:
        """Read the fields that show a state; nothing if the number is not there."""
        return {} if self.number_id == NOBODY else self.graph.get(self.number_id, fields=FIELDS)

    def save(self) -> tuple[str, dict[str, Any]]:
        return self.number_id, self.emulator.snapshot()

    def go_back(self, saved: tuple[str, dict[str, Any]]) -> None:
        self.number_id, snapshot = saved
        self.emulator.restore(snapshot)

    def _call(self, operation: str, given: str | None) -> tuple[int, int | None] | None:
        path, body = self._request(operation, given)
        answer = self.graph.send("POST", path, None, body)
        decoded = json.loads(answer.body)
        if answer.status != 200:
            assert answer.status == 400
            return decoded["error"]["code"], decoded["error"].get("error_subcode")
        self.number_id = decoded.get("id", self.number_id)
        return None

    def _request(self, operation: str, given: str | None) -> tuple[str, dict[str, Any]]:
        if operation == "createPhoneNumber":
            number = {"cc": "1", "phone_number": "6315551000", "verified_name": "Lucky Shrub"}
            more = {"preverified_id": self._pooled()} if given == "preverified-number" else {}
            return f"{WABA}/phone_numbers", {**number, **more}
        sent = self.emulator.outbox[-1].code if self.emulator.outbox else "123456"
        pin = None if self.number_id == NOBODY else self._number.pin
        values = {
            "right-code": {"code": sent},
            "wrong-code": {"code": _other(sent)},
            "same-pin": {"pin": pin or "314159"},
            "other-pin": {"pin": _other(pin or "314159")},
            "pin": {"pin": "271828"},
            "new_display_name": {"new_display_name": "Jasper's Market"},
            None: {},
        }[given]
        calls: dict[str, tuple[str, dict[str, Any]]] = {
            "requestCode": ("/request_code", {"code_method": "SMS", "language": "en_US"}),
            "verifyCode": ("/verify_code", {}),
            "registerPhoneNumber": ("/register", {"messaging_product": "whatsapp"}),
            "deregisterPhoneNumber": ("/deregister", {}),
            "updatePhoneNumber": ("", {}),
            "setConversationalAutomation": (
                "/conversational_automation",
                {"enable_welcome_message": True},
            ),
        }
        edge, always = calls[operation]
        return f"{self.number_id}{edge}", {**always, **values}

    @property
    def _events(self) -> dict[str, Callable[[], None]]:
        return {
            "signed-up": self._sign_up,
            "signed-up-with-app": self._sign_up_with_app,
            "claimed": self._claim,
            "name-approved": lambda: self.emulator.approve_name(self.number_id),
            "name-declined": lambda: self.emulator.decline_name(self.number_id),
        }

    def _wait(self, action: Action) -> None:
        """Let one thing have begun as long ago as the event takes, and nothing else."""
        began, waited = _BEGAN[action.name], duration(action.described["after"])
        setattr(self._number, began, getattr(self._number, began) - waited)

    def _pooled(self) -> str:
        """Name the number of the pool, which is put there unless an account has it."""
        if self.number_id != NOBODY:
            return "1"
        return self.emulator.partners.add_preverified_number(phone_number="16315551000").id

    def _claim(self) -> None:
        self.number_id = self.emulator.partners.claim(self._pooled(), WABA).id

    def _sign_up(self) -> None:
        now = self.graph.clock()
        if self.number_id == NOBODY:
            self.seed(status="PENDING", signed_up_at=now)
        else:
            self._number.signed_up_at = self._number.code_verified_at = now

    def _sign_up_with_app(self) -> None:
        self.seed(status="CONNECTED", is_on_biz_app=True)

    def seed(self, **state: Any) -> None:
        """Add the number in a state of the caller's choice."""
        self.number_id = self.emulator.add_number(WABA, phone_number="6315551000", **state).id

    @property
    def _number(self) -> PhoneNumber:
        return self.emulator.number(self.number_id)


def _other(digits: str) -> str:
    return "111111" if digits != "111111" else "222222"
