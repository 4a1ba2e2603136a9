"""What an onboarding returned is kept, and the next one goes on from it."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, refusal
from tests.onboarding.cases import ADDED, NOWHERE, OK, PHONE, PIN, Case, read


@pytest.mark.parametrize("error", [{}, {"error": "nothing"}, {"error": 5}])
def test_kept_badly(error: dict[str, Any]) -> None:
    """What is not as it was kept is refused, also where its error has no name."""
    kept: dict[str, Any] = {"number_id": None, "state": None, "done": False, "error": error}
    with pytest.raises(wabakit.InvalidInputError, match="kept"):
        wabakit.Onboarding.from_dict(kept)


@pytest.mark.parametrize("moment", ["2026-11-01T02:00:00", "2026-11-01", 5, ["2026"]])
def test_kept_with_a_bad_time(moment: object) -> None:
    """A time without its zone is compared with nothing: it is refused where it comes in."""
    kept = wabakit.Onboarding(number_id=None, state=None, done=False).to_dict()
    for name in ("code_sent_at", "retry_at"):
        with pytest.raises(wabakit.InvalidInputError, match="kept"):
            wabakit.Onboarding.from_dict({**kept, name: moment})


def test_another_number(answering: Answering) -> None:
    """What is known of one number is not taken for another."""
    before = Case(answering, NOWHERE, ADDED, OK).found
    server = answering(read("PENDING", display_phone_number="+44 20 7946 0958"))
    with pytest.raises(wabakit.InvalidInputError, match="since"):
        server.account.onboard(PHONE, verified_name="Lucky Shrub", pin=PIN, since=before)
    with pytest.raises(wabakit.InvalidInputError, match="since"):
        server.client.number("1").onboard(pin=PIN, since=before)


@pytest.mark.parametrize("number_id", ["", "1/register", "1?fields=id", 5, ["1"]])
def test_no_number(answering: Answering, number_id: Any) -> None:
    """What was kept may come from anywhere: an id that is none is asked for nowhere."""
    kept = wabakit.Onboarding.from_dict({"number_id": number_id, "state": None, "done": False})
    server = answering(NOWHERE)
    with pytest.raises(wabakit.InvalidInputError, match="since"):
        server.account.onboard(PHONE, verified_name="Lucky Shrub", pin=PIN, since=kept)
    with pytest.raises(wabakit.InvalidInputError, match="since"):
        server.number.onboard(pin=PIN, since=kept)
    assert server.requests == []


def test_deleted_since(answering: Answering) -> None:
    """A number that was deleted since is looked for anew, and added again."""
    before = Case(answering, NOWHERE, ADDED, OK).found
    case = Case(answering, refusal(100, 33), NOWHERE, ADDED, OK, since=before)
    case.ends("code", "added", "phone_numbers", "request_code", reads=2)
