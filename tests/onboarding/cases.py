"""Onboardings with answers as Graph gives them, written call by call."""

import json
import pickle
from typing import Any

import wabakit
from tests.client.wire import Answering, Server, always, in_turn, page
from tests.faces import NUMBER, Handler

PHONE, PIN, CODE = "+1 631 555 1001", "314159", "271828"
OK = always({"success": True})
ADDED = always({"id": NUMBER})
NOWHERE = always(page())
DISPLAY = "+1 631-555-1001"
SECRETS = (PIN, CODE)


def card(status: str, code: str | None = None, **members: Any) -> dict[str, Any]:
    """A number as it is read; what is None is left out."""
    shown = {"status": status, "code_verification_status": code, **members}
    return {"id": NUMBER, **{name: value for name, value in shown.items() if value is not None}}


def listed(status: str, code: str | None = None, **members: Any) -> Handler:
    """A page with the number."""
    row = {"display_phone_number": DISPLAY, **card(status, code, **members)}
    return always({"data": [row]})


def read(status: str, code: str | None = None, **members: Any) -> Handler:
    """The answer to reading the number."""
    return always(card(status, code, **members))


def calls(server: Server) -> list[str]:
    """The writes that were sent, by their edge; of the number itself by its id."""
    return [r.url.path.rpartition("/")[2] for r in server.requests if r.method != "GET"]


class Case:
    """An onboarding with these answers in turn."""

    def __init__(self, answering: Answering, *answers: Handler | Exception, **wishes: Any) -> None:
        self.server: Server = answering(in_turn(*answers))
        wishes = {"verified_name": "Lucky Shrub", "pin": PIN, **wishes}
        self.found = self.server.account.onboard(PHONE, **wishes)
        self.now = self.server.client._driver.session.now()  # pyright: ignore

    def ends(self, waits_for: str | None, state: str | None, *writes: str, reads: int = 1) -> None:
        """Check how it ended, with which writes and how many reads."""
        found = self.found
        assert (found.waits_for, found.state, found.done) == (waits_for, state, False)
        self.sent(*writes, reads=reads)
        assert found.advice

    def is_done(self, state: str, *writes: str, reads: int = 1) -> None:
        """Check that it is done, with which writes and how many reads."""
        found = self.found
        assert (found.done, found.state, found.waits_for, found.error) == (True, state, None, None)
        self.sent(*writes, reads=reads)
        assert (found.advice, found.retry_at) == ("", None)

    def sent(self, *writes: str, reads: int) -> None:
        """Check what was sent, and that what came of it can be kept without a secret."""
        assert calls(self.server) == list(writes)
        assert self.server.count("GET") == reads
        kept = json.dumps(self.found.to_dict())
        assert pickle.loads(pickle.dumps(self.found)) == self.found
        assert wabakit.Onboarding.from_dict(json.loads(kept)) == self.found
        assert not any(secret in kept or secret in repr(self.found) for secret in SECRETS)
