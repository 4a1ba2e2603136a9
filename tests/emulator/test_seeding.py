"""An emulator is brought into any state, the same way every time."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.emulator.graph import START, WABA, Graph
from wabakit.emulator import Clock, Emulator
from wabakit.emulator.calls.listing import listing


def story(seed: int) -> tuple[str, str, str]:
    """Give an id, a code and a cursor of a short story."""
    emulator = Emulator(clock=Clock(START), seed=seed, strict=True)
    number = emulator.add_number(emulator.add_account(WABA).id, status="PENDING")
    ask = {"code_method": "SMS", "language": "en_US", "access_token": emulator.token}
    emulator.handle("POST", f"/{number.id}/request_code", ask)
    page = emulator.handle("GET", f"/{WABA}/phone_numbers", {"access_token": emulator.token})
    return number.id, emulator.outbox[-1].code, page.body.decode()


def test_the_seed_decides(graph: Graph) -> None:
    """The same seed gives the same ids, codes and cursors, another seed others."""
    assert story(1) == story(1)
    assert all(one != other for one, other in zip(story(1), story(2), strict=True))
    assert graph.emulator.add_account().id.isdigit()


def test_numbers_in_any_state(graph: Graph) -> None:
    """A connected number is healthy and verified unless told otherwise, a pending one is new."""
    add = graph.emulator.add_number
    new = add(WABA, status="PENDING", display_phone_number="+44 20 7946 0123", id="123")
    assert (new.id, new.country_dial_code, new.digits) == ("123", "44", "442079460123")
    assert (new.code_verification_status, new.name_status) == ("NOT_VERIFIED", "PENDING_REVIEW")
    good = add(WABA, cc="49", phone_number="15112345678", pin="271828", account_mode="SANDBOX")
    assert (good.code_verification_status, good.quality_rating) == ("VERIFIED", "GREEN")
    assert (good.is_pin_enabled, good.account_mode, good.is_registered) == (True, "SANDBOX", True)
    assert graph.emulator.number(good.id) is good
    assert "271828" not in repr(good)


def test_what_cannot_be_seeded(graph: Graph) -> None:
    """A state there is not, digits or ids that are taken and unknown accounts are refused."""
    emulator = graph.emulator
    number = emulator.add_number(WABA)
    with pytest.raises(TypeError, match="colour"):
        emulator.add_number(WABA, colour="blue")
    with pytest.raises(TypeError, match="phone number"):
        emulator.add_number(number.id)
    with pytest.raises(ValueError, match="digits"):
        emulator.add_number(WABA, phone_number=number.digits)
    with pytest.raises(ValueError, match="id"):
        emulator.add_number(WABA, id=number.id)
    with pytest.raises(ValueError, match="id"):
        emulator.add_account("me")
    for missing in ["999", WABA]:
        with pytest.raises(KeyError):
            emulator.number(missing)


MISSPELT: list[dict[str, Any]] = [
    {"status": "CONECTED"},
    {"status": "connected"},
    {"quality_rating": "GREEEN"},
    {"messaging_limit_tier": "TIER_1k"},
    {"throughput": {"level": "HIHG"}},
    {"health_status": {"entities": [{"can_send_message": "AVAILIBLE"}]}},
    {"oba_status": "APROVED"},
    {"settings": {"calling": {"status": "ENABLE"}}},
]


@pytest.mark.parametrize("state", MISSPELT)
def test_misspelt_words(graph: Graph, state: dict[str, Any]) -> None:
    """A word that Meta's vocabulary lacks is refused with the one that is meant, unless told."""
    number = graph.emulator.add_number(WABA)
    (name,) = state
    message = rf"{name}.* has no word '.+'; is it [A-Z_0-9]+\?"
    with pytest.raises(ValueError, match=message):
        graph.emulator.add_number(WABA, **state)
    with pytest.raises(ValueError, match=message):
        graph.emulator.change_number(number.id, **state)
    assert len(graph.account.numbers) == 1
    graph.emulator.change_number(number.id, unknown_words=True, **state)
    added = graph.emulator.add_number(WABA, unknown_words=True, **state)
    assert getattr(added, name) == getattr(number, name) == state[name]


def test_a_number_is_changed(graph: Graph) -> None:
    """What a number has is set by name; names there are not, and its id, are refused."""
    number = graph.emulator.add_number(WABA)
    assert graph.emulator.change_number(number.id, status="FLAGGED", pin=None) is number
    assert number.status == "FLAGGED"
    with pytest.raises(TypeError, match="no state named"):
        graph.emulator.change_number(number.id, colour="blue")
    with pytest.raises(TypeError, match="no state named"):
        graph.emulator.change_number(number.id, id="5")
    with pytest.raises(KeyError):
        graph.emulator.change_number("999", status="FLAGGED")


def test_the_clock() -> None:
    """A clock runs or stands still, and is moved on by hand, never back."""
    frozen, running = Clock(START), Clock()
    frozen.advance(timedelta(days=14))
    assert frozen() == frozen() == START + timedelta(days=14)
    assert abs(running() - datetime.now(UTC)) < timedelta(minutes=1)
    with pytest.raises(ValueError, match="moves on"):
        frozen.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="time zone"):
        Clock(datetime(2026, 1, 1))


def test_the_demo(graph: Graph) -> None:
    """The demo account holds dozens of varied numbers, and has room for one more."""
    demo = graph.emulator.seed_demo()
    numbers = graph.get(f"{demo.id}/phone_numbers", limit=100, fields="status,quality_rating")
    assert len(numbers["data"]) == 36
    assert len({row["status"] for row in numbers["data"]}) >= 4
    assert len({row["quality_rating"] for row in numbers["data"]}) >= 4
    assert len({number.verified_name for number in demo.numbers}) >= 9
    body = {"cc": "1", "phone_number": "6315551000", "verified_name": "Lucky Shrub"}
    assert graph.post(f"{demo.id}/phone_numbers", **body)["id"]


def test_depth_costs_nothing(graph: Graph) -> None:
    """A page deep in a list is cut from a list that was sorted once for all pages."""
    for _ in range(300):
        graph.emulator.add_number(WABA)
    page = graph.get(f"{WABA}/phone_numbers", limit=100)
    kept = listing(graph.account, None, None)
    while "next" in page["paging"]:
        after = page["paging"]["cursors"]["after"]
        page = graph.get(f"{WABA}/phone_numbers", limit=100, after=after)
    assert listing(graph.account, None, None) is kept
