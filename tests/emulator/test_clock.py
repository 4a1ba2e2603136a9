"""Time is what a test says it is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.emulator.graph import START, WABA, Graph
from wabakit.emulator import Clock
from wabakit.emulator.world.clock import duration


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("P14D", timedelta(days=14)),
        ("PT10M", timedelta(minutes=10)),
        ("P1W", timedelta(weeks=1)),
        ("P1DT2H3M4S", timedelta(days=1, hours=2, minutes=3, seconds=4)),
    ],
)
def test_durations(text: str, meant: timedelta) -> None:
    """A clock is moved on by an ISO 8601 duration, or by a timedelta."""
    clock, other = Clock(START), Clock(START)
    clock.advance(text)
    other.advance(meant)
    assert clock() == other() == START + meant


@pytest.mark.parametrize("text", ["", "P", "PT", "14D", "P1M", "P-1D", "PT1H ", "P1DT", "P1.5D"])
def test_what_is_no_duration(text: str) -> None:
    """Anything else is refused, months and years included, as their length varies."""
    with pytest.raises(ValueError, match="P14D"):
        duration(text)


def test_freezing_and_running() -> None:
    """A clock goes on from where it stood, and stands still where it is."""
    clock = Clock(START)
    seen = [clock.is_frozen]
    clock.run()
    seen.append(clock.is_frozen)
    assert timedelta() <= clock() - START < timedelta(minutes=1)
    clock.freeze()
    assert [*seen, clock.is_frozen] == [True, False, True]
    assert clock() == clock()
    clock.freeze(datetime(2020, 1, 1, tzinfo=UTC))
    assert clock().year == 2020


OFF = ["0001-01-01T00:00:00+14:00", "1969-12-31T00:00:00+00:00", "9999-12-31T23:59:59-05:00"]


@pytest.mark.parametrize("moment", OFF)
def test_the_ends_of_time(moment: str) -> None:
    """A clock keeps to years that rules can reckon from, however it is set."""
    clock = Clock(START)
    with pytest.raises(ValueError, match="1970 and 9997"):
        clock.freeze(datetime.fromisoformat(moment))
    with pytest.raises(ValueError, match="9997"):
        clock.advance("P999999W")
    with pytest.raises(ValueError, match="clock"):
        clock.set_from({"frozen_at": None, "ahead_seconds": 2.6e11})
    assert clock() == START


@pytest.mark.parametrize("end", ["1970-01-01T00:00:00Z", "9997-12-31T23:59:59Z"])
def test_all_goes_on_at_the_ends_of_time(end: str) -> None:
    """At either end a number is walked, and its state is saved and loaded."""
    graph = Graph(clock=Clock(datetime.fromisoformat(end)))
    number_id = graph.verified()
    graph.register(number_id)
    graph.post(f"{number_id}/username", username="lucky_shrub")
    graph.emulator.add_number(WABA, signed_up_at=graph.clock())
    assert len(graph.get(f"{WABA}/phone_numbers", fields="id,last_onboarded_time")["data"]) == 2
    saved = graph.emulator.snapshot()
    graph.clock.run()
    graph.emulator.restore(saved)
    assert graph.emulator.snapshot() == saved
