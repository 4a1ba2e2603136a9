"""Pages of a list, forwards and backwards."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Any, TypeVar

from wabakit.emulator.wire.errors import GraphError, invalid_parameter
from wabakit.emulator.wire.parameters import Parameters, any_text, integer

from .listing import Listed, Listing

Row = TypeVar("Row", bound=Listed)

_LONGEST_CURSOR = 512


def page(
    listing: Listing[Row],
    sent: Parameters,
    link: Callable[..., str],
    show: Callable[[Row], dict[str, Any]],
) -> dict[str, Any]:
    """Cut one page out of a listing; `link` gives the address of another one.

    25 rows unless `limit` says otherwise (documented); below 1 or above 100 is refused with code
    100 (the bounds are documented, the refusal is assumed). `after` wins over `before` (assumed).
    Cursors come with every page, the last one included; `next` and `previous` only where such a
    page exists (recorded). A page without rows carries no paging (assumed).
    """
    limit = sent.optional("limit", integer(1, 100)) or 25
    start, stop = _bounds(listing, sent, limit)
    rows = listing.rows[start:stop]
    if not rows:
        return {"data": []}
    cursors = {"before": _cursor(rows[0]), "after": _cursor(rows[-1])}
    paging: dict[str, Any] = {"cursors": cursors}
    if stop < len(listing.rows):
        paging["next"] = link(limit=str(limit), after=cursors["after"])
    if start > 0:
        paging["previous"] = link(limit=str(limit), before=cursors["before"])
    return {"data": [show(row) for row in rows], "paging": paging}


def _bounds(listing: Listing[Row], sent: Parameters, limit: int) -> tuple[int, int]:
    after = sent.optional("after", any_text)
    before = sent.optional("before", any_text)
    if before and not after:
        stop = _position(listing, "before", before)
        return max(0, stop - limit), stop
    start = _position(listing, "after", after) + 1 if after else 0
    return start, start + limit


def _cursor(row: Listed) -> str:
    return base64.urlsafe_b64encode(row.id.encode()).decode("ascii").rstrip("=")


def _position(listing: Listing[Row], name: str, cursor: str) -> int:
    """Find the row a cursor names; one that is gone or was never given out is refused (assumed)."""
    if len(cursor) > _LONGEST_CURSOR:
        message = f"(#100) {name.capitalize()} Cursor specified exceeds the max limit"
        raise GraphError(100, message)
    try:
        row = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        return listing.position[row]
    except (binascii.Error, ValueError, KeyError):
        raise invalid_parameter(name, "is no cursor of this list") from None
