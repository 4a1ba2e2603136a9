"""The post: what waits to be sent, what was, and when it is tried again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from wabakit.emulator.world.businesses import App
from wabakit.emulator.world.chance import Chance

from .callbacks import AGENT, WebhookRequest
from .envelope import Addressed, Notice, sign, write_body

KEPT = 1000
"""How many sent webhooks are remembered, and how many may wait; the oldest go first."""

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(days=1)
"""Between which the pauses grow, each twice the one before (assumed)."""

PATIENCE = timedelta(days=7)
"""How long a webhook that nobody takes is tried again (documented; another page has 36 hours)."""

_SENT_AT_ONCE = 1000
"""How many changes one POST holds at most (documented)."""


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How webhooks are sent; ValueError if it makes no sense.

    `delay` of so many seconds, every POST in so many `copies`, those that are due in a `shuffled`
    order, so many changes `together` in one POST, all of them `held` back until that ends.
    """

    delay: int = 0
    copies: int = 1
    shuffled: bool = False
    together: int = 1
    held: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.delay <= PATIENCE.total_seconds():
            raise ValueError("delay is 0 to 604800 seconds, which are 7 days")
        if not 1 <= self.copies <= 10 or not 1 <= self.together <= _SENT_AT_ONCE:
            raise ValueError("copies is 1 to 10, together 1 to 1000")


class Try(NamedTuple):
    """One attempt to deliver: when, and the status of the answer, 0 if none came."""

    at: datetime
    status: int


class Waiting(NamedTuple):
    """A change that an app is to be told of, and when."""

    told: Addressed
    due_at: datetime


@dataclass(eq=False)
class Webhook:
    """One POST to a callback, and how it went."""

    app_id: str
    url: str
    headers: dict[str, str] = field(repr=False)
    body: bytes
    """The bytes that are signed."""
    tries: list[Try] = field(default_factory=list[Try])
    due_at: datetime | None = None
    """When it is tried next; None while it is under way, and once it is over."""

    @property
    def request(self) -> WebhookRequest:
        """The request to the callback."""
        return WebhookRequest("POST", self.url, self.headers, self.body)

    @property
    def status(self) -> Literal["sending", "delivered", "failing", "given up"]:
        """How it stands; `failing` is tried again."""
        if self.due_at is not None:
            return "failing"
        if not self.tries:
            return "sending"
        return "delivered" if self.tries[-1].status == 200 else "given up"

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is to be tried again by now."""
        return self.due_at is not None and self.due_at <= now

    def answered(self, status: int, now: datetime) -> None:
        """Note an answer; all but 200 is a failure, after which it is tried again (documented)."""
        self.tries.append(Try(now, status))
        pause = min(FIRST_PAUSE * 2 ** (len(self.tries) - 1), LONGEST_PAUSE)
        is_over = status == 200 or now + pause > self.tries[0].at + PATIENCE
        self.due_at = None if is_over else now + pause


def seal(app: App, url: str, body: bytes) -> Webhook:
    """Sign a POST to the callback of an app."""
    headers = {"Content-Type": "application/json", "X-Hub-Signature-256": sign(body, app.secret)}
    return Webhook(app.id, url, {**AGENT, **headers}, body)


class Post:
    """All webhooks of an emulator."""

    def __init__(self) -> None:
        self.manner: Manner = Manner()
        self.waiting: deque[Waiting] = deque(maxlen=KEPT)
        self.sent: deque[Webhook] = deque(maxlen=KEPT)
        """Those that were tried, in the order of their first try."""
        self.failing: deque[Webhook] = deque(maxlen=KEPT)
        """Those of them that are tried again."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing waits, be it for its time."""
        return not self.waiting and not self.failing

    def add(self, told: Iterable[Addressed], now: datetime) -> None:
        """Let changes wait to be sent."""
        due_at = now + timedelta(seconds=self.manner.delay)
        self.waiting.extend(Waiting(each, due_at) for each in told)

    def take(self, now: datetime, chance: Chance) -> list[Webhook]:
        """Take what is due, in the manner that is asked for; who takes it reports the answer."""
        again = [hook for hook in self.failing if hook.is_due(now)]
        if again:
            later = [hook for hook in self.failing if not hook.is_due(now)]
            self.failing = deque(later, maxlen=KEPT)
            for hook in again:
                hook.due_at = None
        fresh = [] if self.manner.held else [each for each in self.waiting if each.due_at <= now]
        if fresh:
            left = [each for each in self.waiting if each.due_at > now]
            self.waiting = deque(left, maxlen=KEPT)
        packed = [
            seal(app, url, write_body(notices))
            for app, url, notices in _packed(fresh, self.manner.together)
            for _ in range(self.manner.copies)
        ]
        if self.manner.shuffled:
            packed.sort(key=lambda _: chance.share("webhooks"))
        self.sent.extend(packed)
        return [*again, *packed]

    def answered(self, hook: Webhook, status: int, now: datetime) -> None:
        """Note the answer to a POST; one that is forgotten by now is not tried again."""
        hook.answered(status, now)
        if hook.due_at is not None and hook in self.sent:
            self.failing.append(hook)


def _packed(fresh: Iterable[Waiting], together: int) -> Iterator[tuple[App, str, list[Notice]]]:
    """Put so many changes for the same callback together, in the order in which they came."""
    packs: dict[tuple[App, str], list[Notice]] = {}
    for (app, url, notice), _ in fresh:
        packs.setdefault((app, url), []).append(notice)
    for (app, url), notices in packs.items():
        for start in range(0, len(notices), together):
            yield app, url, notices[start : start + together]
