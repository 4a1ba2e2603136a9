"""Times as Graph writes them: text in several forms, or seconds since 1970."""

import logging
from datetime import UTC, datetime, timedelta

LONGEST_WAIT = timedelta(days=30)
"""Longest wait that is believed."""


def exact_time(text: str) -> datetime:
    """Return an aware datetime from text as Graph usually writes it; else raise ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("without a time zone")
    return moment


def read_time(value: object) -> datetime | None:
    """Return an aware datetime from Graph's text or from epoch seconds, a number or its text.

    What cannot be read is None and logged; its text stays in `Node.to_dict()`.
    """
    try:
        if isinstance(value, str) and value.isdecimal() and len(value) > _DATE_DIGITS:
            value = int(value)
        if isinstance(value, (int, float)):
            return datetime.fromtimestamp(value, UTC)
        moment = _parse_time(str(value))
    except (ValueError, OverflowError, OSError):
        logging.getLogger("wabakit").warning("unreadable time %r is read as None", value)
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def time_or_none(value: object) -> datetime | None:
    """Return a time, None for the 0 that stands for none."""
    return None if value in (0, "0") else read_time(value)


_DATE_DIGITS = 8  # YYYYMMDD; what has more is seconds


def _parse_time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        from dateutil import parser  # a rare road: most users never load it

        # What a text leaves out is taken from the default: two of them show whether it does.
        moment, other = (
            parser.parse(text, default=datetime(y, y - 1999, y - 1999)) for y in (2000, 2001)
        )
        if moment != other:
            raise ValueError("not a full date") from None
        return moment
