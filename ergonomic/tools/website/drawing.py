"""The picture of a number's life for the site, which needs no script: SVG, from the states."""

import math
from collections.abc import Iterator
from html import escape
from typing import Any

from ergonomic.tools.diagram import arrows, states

PLACES = {
    "absent": (2, 0),
    "signed-up": (0, 1),
    "claimed": (1, 1),
    "added": (2, 1),
    "shared": (3, 1),
    "signup-lapsed": (0, 2),
    "verified": (2, 2),
    "expired": (3, 2),
    "connected": (2, 3),
    "connected-expired": (3, 3),
    "disconnected": (2, 4),
    "disconnected-expired": (3, 4),
}
"""Column and row of each state; what waits for a new proof stands beside what has one."""

COLUMN, ROW, LEFT, TOP = 222, 100, 150, 20
BOX = (154, 38)
APART = 9
"""How far the two lines between a pair of states are from their middle."""


def life(chart: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the picture; a state that has no place is a KeyError."""
    labels: dict[tuple[str, str], list[str]] = {}
    for start, end, label in arrows(chart):
        shown = label.partition(" (")[0].removesuffix("PhoneNumber")
        after = label.partition("(P")[2].removesuffix(")").replace("D", " days")
        found = labels.setdefault((start, end), [])
        found += [text for text in (shown, after) if text and text not in found]
    width, height = LEFT + 3 * COLUMN + BOX[0] / 2 + 4, TOP + 4 * ROW + BOX[1]
    yield '<div class="life">'
    yield f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-label="The states of a number">'
    yield '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8"'
    yield ' markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'
    for (start, end), told in labels.items():
        yield from _arrow(start, end, told, is_pair=(end, start) in labels)
    for name in states(chart):
        yield from _state(name)
    yield from ("</svg>", "</div>")


def _middle(name: str) -> tuple[float, float]:
    column, row = PLACES[name]
    return LEFT + column * COLUMN, TOP + row * ROW


def _state(name: str) -> Iterator[str]:
    x, y = _middle(name)
    if name == "absent":
        yield f'<circle cx="{x}" cy="{y}" r="9"/>'
        return
    width, height = BOX
    corner = f'x="{x - width / 2:g}" y="{y - height / 2:g}"'
    yield f'<rect {corner} width="{width}" height="{height}" rx="8"/>'
    yield f'<text x="{x:g}" y="{y + 5:g}">{escape(name)}</text>'


def _arrow(start: str, end: str, told: list[str], *, is_pair: bool) -> Iterator[str]:
    """Yield a line from the edge of one state to that of another, and what stands on it."""
    (x1, y1), (x2, y2) = _middle(start), _middle(end)
    length = math.hypot(x2 - x1, y2 - y1)
    right, down = (x2 - x1) / length, (y2 - y1) / length
    aside = APART if is_pair else 0
    x1, x2 = x1 - down * aside, x2 - down * aside
    y1, y2 = y1 + right * aside, y2 + right * aside
    from_edge = 12 if start == "absent" else _reach(right, down)
    to_edge = _reach(right, down) + 2
    x1, y1 = x1 + right * from_edge, y1 + down * from_edge
    x2, y2 = x2 - right * to_edge, y2 - down * to_edge
    yield f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" marker-end="url(#tip)"/>'
    # Beside a pair, so that each line has its own; else on the line.
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    is_upright = abs(down) > abs(right)
    anchor = ("start" if down < 0 else "end") if is_pair and is_upright else "middle"
    if is_pair and is_upright:
        x += 6 if down < 0 else -6
    elif is_pair:
        y += 15 if right > 0 else -6 - 12 * (len(told) - 1)
    else:
        y -= 5 + 12 * (len(told) - 1) if not down else 0
    for at, text in enumerate(told):
        place = f'text-anchor="{anchor}" x="{x:.1f}" y="{y + 12 * at:.1f}"'
        yield f'<text class="by" {place}>{escape(text)}</text>'


def _reach(right: float, down: float) -> float:
    """Return how far it is from the middle of a state to its edge, in a direction."""
    width, height = BOX
    across = width / 2 / abs(right) if right else math.inf
    return min(across, height / 2 / abs(down) if down else math.inf)
