"""Time is what a test says it is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.emulator.graph import START
from wabakit.emulator import Clock
from wabakit.emulator.clock import duration


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


def test_the_end_of_time() -> None:
    """A clock does not run past the last year there is."""
    with pytest.raises(ValueError, match="9999"):
        Clock(START).advance("P999999W")
