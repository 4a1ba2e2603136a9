"""The state is saved, loaded and reset."""

import json
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.emulator.graph import START, WABA, Graph, good
from wabakit.emulator import Clock, Emulator
from wabakit.emulator.world.subscriptions import Callback

ACCOUNT: dict[str, Any] = {
    "id": "1",
    "name": "Fig",
    "is_verified": True,
    "cap": None,
    "may_have_usernames": True,
    "numbers": [],
}
DAMAGES: list[dict[str, Any]] = [
    {"version": 2},
    {"format": "other"},
    {"accounts": [{}]},
    {"accounts": 5},
    {"chance": None},
    {"faults": [{"colour": "blue"}]},
    {"clock": {"frozen_at": 5}},
    {"clock": {"frozen_at": None, "ahead_seconds": 1e300}},
    {"usernames_elsewhere": {"taken": "x"}},
    {"usernames_elsewhere": {"taken": float("inf")}},
    {"fictional": float("inf")},
    {"chance": {"seed": float("inf"), "drawn": {}}},
    {"accounts": [{**ACCOUNT, "cap": "many"}]},
    {"accounts": [{**ACCOUNT, "numbers": 5}]},
    {"outbox": [{}]},
]


def lived_in(graph: Graph) -> str:
    """Bring everything that a state can hold into it; give the id of a number."""
    number_id = graph.verified()
    graph.emulator.webhooks.subscribe(WABA, override_url="https://example.com/override")
    graph.emulator.webhooks.receive(lambda _: (500, b""))
    graph.register(number_id)
    graph.emulator.webhooks.shape(delay=60)
    graph.post(f"{number_id}/username", username="lucky_shrub")
    graph.post(f"{number_id}/settings", calling={"status": "ENABLED"})
    graph.post(number_id, new_display_name="Lucky Tree")
    graph.registration_refusal(number_id, "271828")
    waiting = graph.create("6315551001")
    graph.post(f"{waiting}/request_code", code_method="SMS", language="en_US")
    graph.emulator.claim_username("taken")
    partners = graph.emulator.partners
    partner = partners.add_business(name="Fig & Co")
    graph.emulator.add_account(business_id=partner.id)
    partners.share_account(graph.account.id, partner.id)
    pooled = partners.add_preverified_number()
    pooled.partners = [partner]
    partners.claim(partners.add_preverified_number().id, WABA)
    partners.issue_code([WABA])
    callback = Callback("https://hooks.example.com/app", "app-token")
    graph.emulator.world.subscriptions.subscribe_app(partners.apps[0].id, callback, ["messages"])
    graph.post(f"{WABA}/subscribed_apps")
    graph.emulator.fail_next("verifyCode", error="code-incorrect", after=3)
    graph.emulator.fail_next("getSettings", enum=("status", "NEW"), times=None)
    return number_id


def test_a_snapshot_is_the_whole_state(graph: Graph) -> None:
    """What was saved as JSON is loaded elsewhere, and goes on where it was."""
    number_id = lived_in(graph)
    saved = json.loads(json.dumps(graph.emulator.snapshot()))
    clock = Clock()
    other = Graph(clock=clock)
    other.emulator.restore(saved)
    assert clock() == START
    assert other.emulator.snapshot() == saved
    fields = "id,display_phone_number,status,new_name_status,last_onboarded_time,is_pin_enabled"
    assert other.get(number_id, fields=fields) == graph.get(number_id, fields=fields)
    assert other.registration_refusal(number_id, "271828") == 133005
    assert other.create("6315551002") == graph.create("6315551002")
    assert Emulator.load(saved, clock=Clock()).snapshot() == saved


def test_a_snapshot_stays_as_it_is(graph: Graph) -> None:
    """What happens later does not change a snapshot, and no token is in it."""
    number = graph.emulator.add_number(WABA)
    saved = graph.emulator.snapshot()
    before = json.dumps(saved)
    assert number.throughput is not None
    number.throughput["level"] = "HIGH"
    number.status = "FLAGGED"
    assert json.dumps(saved) == before
    assert graph.emulator.token not in before


def test_reset(graph: Graph) -> None:
    """A reset brings back what was seeded, and forgets all that came after."""
    number = graph.emulator.add_number(WABA)
    number.quality_rating = "RED"
    graph.get(number.id)
    graph.post(number.id, pin="271828")
    graph.clock.advance("P14D")
    graph.create()
    graph.emulator.fail_next(status=500)
    for _ in range(2):
        graph.emulator.reset()
        assert graph.emulator.requests == []
        found = graph.emulator.number(number.id)
        assert (found.pin, found.quality_rating) == (None, "RED")
        assert len(graph.emulator.account(WABA).numbers) == 1
        assert graph.emulator.faults == []
        assert graph.clock() == START
        graph.create()


def test_reset_of_what_was_only_read(graph: Graph) -> None:
    """A reset leaves alone what no call has changed."""
    number = graph.emulator.add_number(WABA)
    graph.get(number.id)
    graph.emulator.reset()
    assert graph.emulator.number(number.id) is number


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_no_snapshot(graph: Graph, damage: dict[str, Any]) -> None:
    """Something else than a snapshot is refused, and changes nothing."""
    number_id = graph.create()
    damaged = {**graph.emulator.snapshot(), **damage}
    with pytest.raises(ValueError, match=r"snapshot|clock"):
        graph.emulator.restore(damaged)
    for other in (None, 5, [], ["format"], "wabakit-emulator"):
        with pytest.raises(ValueError, match="not a snapshot"):
            graph.emulator.restore(other)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert good(graph.send("GET", number_id))["id"] == number_id


def test_a_number_of_the_wrong_kind(graph: Graph) -> None:
    """A number of which a value is of the wrong kind is refused, and named."""
    graph.create()
    saved = graph.emulator.snapshot()
    saved["accounts"][0]["numbers"][0]["quality_score"] = "GREEN"
    with pytest.raises(ValueError, match="quality_score"):
        graph.emulator.restore(saved)


@pytest.mark.parametrize("depth", [200, 800])
def test_a_deep_snapshot(graph: Graph, depth: int) -> None:
    """A snapshot too deep to be copied and written again is refused in one sentence."""
    saved = graph.emulator.snapshot()
    deep: Any = {}
    for _ in range(depth):
        deep = {"a": deep}
    with pytest.raises(ValueError, match="levels deep"):
        graph.emulator.restore({**saved, "chance": deep})


def test_what_a_request_may_hold_a_snapshot_may(graph: Graph) -> None:
    """The deepest value that a control call takes is saved and loaded."""
    number = graph.emulator.add_number(WABA)
    deep: Any = 1
    for _ in range(60):
        deep = {"a": deep}
    body = json.dumps({"throughput": deep}).encode()
    path, headers = f"/_emulator/numbers/{number.id}", {"Content-Type": "application/json"}
    assert good(graph.emulator.handle("PATCH", path, "", headers, body))["throughput"] == deep
    saved = json.dumps(graph.emulator.snapshot())
    assert good(graph.emulator.handle("PUT", "/_emulator/state", "", headers, saved.encode()))


def test_ids_that_were_drawn_are_not_drawn_again(graph: Graph) -> None:
    """A snapshot whose count of draws is wrong leads to other ids, not to an id that is taken."""
    first = graph.create()
    saved = graph.emulator.snapshot()
    del saved["chance"]["drawn"]["id"]
    graph.emulator.restore(saved)
    assert graph.create("6315551001") != first


def places(value: object, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the places inside a value, however deep."""
    if not isinstance(value, dict | list):
        return []
    holder = cast("dict[Any, object]", value)
    keys: list[Any] = list(holder) if isinstance(value, dict) else list(range(len(holder)))
    inner = [found for key in keys for found in places(holder[key], (*place, key))]
    return [(*place, key) for key in keys] + inner


LIVED_IN = Graph(options={"strict": False})
NUMBER_ID = lived_in(LIVED_IN)
SAVED = json.dumps(LIVED_IN.emulator.snapshot())
PLACES = places(json.loads(SAVED))
ODD = [
    *(None, True, 5, -1, 1.5, float("inf"), 10**400, "x", "", "\ud800", "2026-01-01"),
    *([], [5], {}, {"x": 5}, {"a": {"b": 1}}, "9999-12-31T23:59:59-05:00"),
]


@settings(database=None)
@given(st.sampled_from(PLACES), st.sampled_from([*ODD, "left out"]))
def test_damage_is_refused_or_harmless(place: tuple[Any, ...], odd: Any) -> None:
    """Whatever stands anywhere in a snapshot, it is refused, or all calls go on."""
    damaged = json.loads(SAVED)
    *way, last = place
    holder = damaged
    for step in way:
        holder = holder[step]
    if odd == "left out":
        del holder[last]
    else:
        holder[last] = odd
    graph = Graph(options={"strict": False})
    try:
        graph.emulator.restore(damaged)
    except ValueError:
        return
    body: dict[str, Any] = {
        "code_method": "SMS",
        "language": "en_US",
        "messaging_product": "whatsapp",
    }
    body |= {"pin": "314159", "cc": "1", "phone_number": "6315551009", "verified_name": "Fig"}
    body |= {"username": "lucky_other", "calling": {"status": "DISABLED"}}
    for edge in ["", "/settings", "/username", "/request_code", "/register", "/deregister"]:
        graph.send("GET", f"{NUMBER_ID}{edge}")
        graph.send("POST", f"{NUMBER_ID}{edge}", None, body)
    graph.send("GET", f"{WABA}/phone_numbers", {"sort": "last_onboarded_time.asc"})
    graph.send("POST", f"{WABA}/phone_numbers", None, body)
    for path in ["numbers", "codes", "reviews", "webhooks"]:
        method = "POST" if path == "numbers" else "GET"
        graph.emulator.handle(method, f"/_emulator/{path}")
    graph.clock.advance("P1D")
    graph.emulator.webhooks.deliver()
    json.dumps(graph.emulator.snapshot())
