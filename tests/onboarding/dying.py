"""A process that dies at a given moment, and the world that it leaves behind."""

import json
from datetime import timedelta
from typing import Any, Literal

import attrs
import httpx

import wabakit
from tests.faces import WABA, Face
from wabakit.emulator import Emulator, PhoneNumber

PHONE, NAME, PIN = "+1 631 555 1001", "Lucky Shrub", "314159"
Moment = Literal["before it is sent", "after its effect", "after its answer"]


class Death(BaseException):
    """The process is gone."""


@attrs.define
class Fate:
    """When a process dies: at which request, 0 for none, and when of it."""

    request: int = 0
    moment: Moment = "before it is sent"
    sent: int = 0
    is_over: bool = False
    """Whether the answer came in with which it ends."""

    def act(self) -> None:
        """Do something as a process, unless it is dead."""
        if self.is_over:
            raise Death


class Life:
    """Processes that onboard one number, each new and knowing nothing, with one emulator."""

    def __init__(self, face: Face, emulator: Emulator, memory: wabakit.SharedMemory | None) -> None:
        self.face, self.emulator, self.memory = face, emulator, memory
        self.refused: list[int] = []
        """The codes of Graph's refusals."""

    def client(self, fate: Fate | None = None) -> wabakit.Client:
        """Start a process with such a fate."""
        fate = fate or Fate()
        served = self.emulator.transport()

        def answer(request: httpx.Request) -> httpx.Response:
            fate.act()
            fate.sent += 1
            is_last = fate.sent == fate.request
            if is_last and fate.moment == "before it is sent":
                raise Death
            response: httpx.Response = served.handle_request(request)
            if response.status_code >= 400:
                self.refused.append(json.loads(response.content)["error"]["code"])
            if is_last and fate.moment == "after its effect":
                raise Death
            fate.is_over = is_last
            return response

        options: dict[str, Any] = {} if self.memory is None else {"memory": self.memory}
        transport = httpx.MockTransport(answer)
        return self.face.make(http_client=self.face.http(transport), **options)

    def onboard(self, fate: Fate | None = None, **wishes: Any) -> wabakit.Onboarding:
        """Onboard the number in a new process."""
        account = self.client(fate).account(WABA)
        wishes = {"verified_name": NAME, "pin": PIN, **wishes}
        return account.onboard(PHONE, **wishes)

    def die(self, fate: Fate, **wishes: Any) -> bool:
        """Onboard it in a process that dies before it can keep what came of it; False if not."""
        try:
            self.onboard(fate, **wishes)
            fate.act()
        except Death:
            return True
        return False

    def inbox(self, fate: Fate | None = None) -> str | None:
        """What a process finds in the inbox of the number."""
        if fate is not None:
            fate.act()
        return self.emulator.outbox[-1].code if self.emulator.outbox else None

    def advance(self, **by: float) -> None:
        """Let time pass for everybody."""
        self.face.time.advance(**by)
        self.emulator.clock.advance(timedelta(**by))

    @property
    def number(self) -> PhoneNumber:
        (number,) = self.emulator.account(WABA).numbers
        return number

    @property
    def spent(self) -> dict[str, int]:
        """What is scarce, as the emulator counted it."""
        return {
            "numbers": len(self.emulator.account(WABA).numbers),
            "codes": len(self.emulator.outbox),
            "registrations": self.number.recent("register", self.emulator.now(), timedelta(days=3)),
            "refusals": len(self.refused),
        }
