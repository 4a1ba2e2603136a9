"""Times are aware, whichever way Graph writes them."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.client.wire import Answering, always
from tests.faces import NUMBER
from wabakit import PhoneNumber

MORNING = datetime(2024, 1, 15, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-15T10:30:00+0000", MORNING),
        ("2024-01-15T10:30:00Z", MORNING),
        ("2024-01-15T10:30:00.250+0000", MORNING + timedelta(milliseconds=250)),
        ("2024-01-15T10:30:00.123456Z", MORNING + timedelta(microseconds=123456)),
        ("2024-01-15T12:30:00+0200", MORNING),
        ("2024-01-15T12:30:00+02:00", MORNING),
        ("2024-01-15T10:30:00", MORNING),
        ("20240115", MORNING.replace(hour=0, minute=0)),
        ("Mon, 15 Jan 2024 10:30:00 GMT", MORNING),
        ("January 15, 2024 10:30 UTC", MORNING),
    ],
)
def test_time(answering: Answering, text: str, moment: datetime) -> None:
    """A time is an aware datetime of the moment that Graph means; without an offset it is UTC."""
    answer = {"id": NUMBER, "last_onboarded_time": text}
    found = answering(always(answer)).number.get(fields=[PhoneNumber.last_onboarded_time])
    assert found.last_onboarded_time == moment
    assert found.last_onboarded_time is not None
    assert found.last_onboarded_time.tzinfo is not None


def test_offset_is_kept(answering: Answering) -> None:
    """An offset that is not UTC stays readable."""
    answer = {"id": NUMBER, "last_onboarded_time": "2024-01-15T12:30:00+0200"}
    found = answering(always(answer)).number.get(fields=[PhoneNumber.last_onboarded_time])
    assert found.last_onboarded_time is not None
    assert found.last_onboarded_time.utcoffset() == timedelta(hours=2)
    assert found.last_onboarded_time.astimezone(timezone(timedelta(hours=-5))) == MORNING


@pytest.mark.parametrize("kind", [int, str, float])
def test_epoch_seconds(answering: Answering, kind: type) -> None:
    """The date of the quality score, in epoch seconds as number or text, is a time too."""
    score = {"score": "GREEN", "date": kind(int(MORNING.timestamp())), "reasons": ["BLOCKED"]}
    answer = {"id": NUMBER, "quality_score": score}
    found = answering(always(answer)).number.get(fields=[PhoneNumber.quality_score]).quality_score
    assert found is not None
    assert found.date == MORNING
    assert found.reasons == ["BLOCKED"]


@pytest.mark.parametrize("text", ["soon", "2024-13-45T99:00:00+0000", "", "12:30", "Friday"])
def test_unreadable_time(answering: Answering, text: str, caplog: pytest.LogCaptureFixture) -> None:
    """A time that is unreadable, or no date, is None and logged; its text can still be had."""
    answer = {"id": NUMBER, "last_onboarded_time": text}
    found = answering(always(answer)).number.get(fields=[PhoneNumber.last_onboarded_time])
    with caplog.at_level(logging.WARNING, "wabakit"):
        assert found.last_onboarded_time is None
    assert any(repr(text) in record.getMessage() for record in caplog.records)
    assert found.to_dict()["last_onboarded_time"] == text


def test_dateutil_is_a_fallback(run_python: Callable[[str], str]) -> None:
    """python-dateutil is imported only once a time needs it."""
    code = """
import sys, httpx, wabakit
number = wabakit.PhoneNumber
for text in "2024-01-15T10:30:00+0000", "2024-01-15T10:30:00.5Z", "January 15, 2024":
    answer = {"id": "1", "last_onboarded_time": text}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer))
    client = wabakit.Client("token", http_client=httpx.Client(transport=transport))
    found = client.number("1").get(fields=[number.last_onboarded_time])
    print(found.last_onboarded_time.year, "dateutil" in sys.modules)
"""
    assert run_python(code).splitlines() == ["2024 False", "2024 False", "2024 True"]
