"""The webhooks of an emulator: who answers for callbacks, what was sent, in which manner."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Protocol, TypedDict, Unpack, overload

from wabakit.emulator.webhooks.callbacks import (
    Receiver,
    Verdict,
    WebhookRequest,
    accept,
    judge,
    verification,
)
from wabakit.emulator.webhooks.post import Manner, Post, Webhook
from wabakit.emulator.webhooks.routing import FIELDS, Report, addressed, reports
from wabakit.emulator.wire.access import DEMO_APP
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.world.businesses import App
from wabakit.emulator.world.nodes import Account
from wabakit.emulator.world.subscriptions import Callback
from wabakit.emulator.world.world import World

from .pending import read_post, write_post, write_waiting, write_webhook
from .turn import Turn


class Shape(TypedDict, total=False):
    """What `Webhooks.shape` takes, as `Manner` says it."""

    delay: int
    copies: int
    shuffled: bool
    together: int
    held: bool


class Subscription(TypedDict, total=False):
    """What `Webhooks.subscribe` takes beside an account."""

    app_id: str
    fields: Iterable[str]
    callback_url: str
    verify_token: str
    override_url: str
    """Where the account's webhooks go that an override applies to."""


NOWHERE = "https://example.com/webhooks"
"""A callback that nobody answers for."""


class Courier(Protocol):
    """Somebody who sends requests over a network, in the background."""

    def send(self, request: WebhookRequest) -> tuple[int, bytes]:
        """Send a request and give the answer, status 0 if none came."""
        ...

    def wake(self) -> None:
        """Look soon whether something is due."""
        ...


class Webhooks(Sequence[Webhook]):
    """The POSTs that were sent, in the order of their first try, the last 1,000.

    Without a receiver or a server nothing leaves the emulator: every callback counts as content.
    Reading it sends what is due first.
    """

    def __init__(self) -> None:
        self._receiver: Receiver | None = None
        self._courier: Courier | None = None
        self._is_sending = False
        self.post: Post = Post()
        """What waits and what was sent; `restore` and `reset` exchange it."""
        self.turn: Turn = Turn(self._collect, self._over)
        """Who changes the world takes it; what changed is told when it ends."""

    def tell_of(self, world: Callable[[], World], now: Callable[[], datetime]) -> None:
        """Set which world it is whose changes are told, and whose time it is."""
        self._world, self._now = world, now

    @overload
    def __getitem__(self, place: int) -> Webhook: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Webhook]: ...
    def __getitem__(self, place: int | slice) -> Webhook | Sequence[Webhook]:
        """Give one POST, or several."""
        return self._seen()[place]

    def __len__(self) -> int:
        """Count the POSTs."""
        return len(self._seen())

    def receive(self, receiver: Receiver | None) -> None:
        """Let a function answer for all callbacks, at once and in the thread of whoever calls.

        It gets a `WebhookRequest` and gives status and body. It may call the emulator; what it
        raises comes out of the call that led to it. None: it ends.
        """
        self._receiver = receiver

    def subscribe(self, waba_id: str, **subscription: Unpack[Subscription]) -> None:
        """Let an app be told of an account, as if it had subscribed itself; nothing is verified.

        Unless it is said otherwise the app of the emulator's own token is told of all fields that
        the emulator tells of. KeyError or TypeError if there is no such account or app.
        """
        said = subscription
        with self.turn:
            world = self._world()
            account = world.find(Account, waba_id)
            app = world.find(App, said.get("app_id", DEMO_APP))
            verify_token, url = said.get("verify_token", ""), said.get("override_url")
            callback = Callback(said.get("callback_url", NOWHERE), verify_token)
            world.subscriptions.subscribe_app(app.id, callback, said.get("fields", FIELDS))
            override = None if url is None else Callback(url, verify_token)
            world.subscriptions.subscribe(account.id, app.id, override)

    def send(
        self, waba_id: str, field: str, value: dict[str, Any], *, partner_id: str | None = None
    ) -> None:
        """Tell subscribers of something that no state stands for, such as ACCOUNT_VIOLATION.

        It goes the way of all webhooks: to the apps subscribed to the account and to the field.
        With `partner_id` that id stands in the envelope, as Meta has it for partners' events.
        KeyError or TypeError if there is no such account.
        """
        with self.turn:
            account = self._world().find(Account, waba_id)
            self._add([Report(account, field, value, partner_id=partner_id)])

    def shape(self, **manner: Unpack[Shape]) -> Manner:
        """Change the manner of sending from now on, what is not named stays (ValueError)."""
        with self.turn:
            self.post.manner = replace(self.post.manner, **manner)
            return self.post.manner

    @property
    def manner(self) -> Manner:
        """The manner of sending."""
        return self.post.manner

    def deliver(self) -> None:
        """Send what is due by now, as after the clock was moved on; no call has to come first."""
        with self.turn:
            pass

    def attach(self, courier: Courier | None) -> None:
        """Let a courier send over a network; a receiver goes first."""
        self._courier = courier

    def carry(self) -> None:
        """Send what is due over the network; the courier calls it."""
        with self.turn.lock:
            self._collect()
        if self._courier is not None and self._receiver is None:
            self._send(self._courier.send)

    def verify(self, url: str, verify_token: str) -> Verdict:
        """Ask a callback whether it expects webhooks, while the turn is others'."""
        challenge = self._world().chance.digits("challenge", 10)
        answer = self._receiver or (self._courier.send if self._courier else accept)
        try:
            request = verification(url, verify_token, challenge)
        except ValueError:  # It looks like an address, but is none.
            return "failed"
        with self.turn.interrupted():
            status, body = answer(request)
        return judge(status, body, challenge)

    def as_json(self) -> Json:
        """Write what is still to be sent, as a snapshot has it."""
        self._collect()
        return write_post(self.post)

    def read(self, written: Mapping[str, Any], world: World) -> Post:
        """Read what `as_json` wrote (ValueError)."""
        return read_post(written, world)

    def shown(self, most: int) -> Json:
        """Write the manner, what waits, and the last POSTs, without the query of an address."""
        sent = [write_webhook(hook) for hook in self[-most:]]
        with self.turn.lock:
            waiting = [write_waiting(each) for each in self.post.waiting]
        for told in (*waiting, *sent):
            told["url"] = told["url"].partition("?")[0]
        return {"manner": asdict(self.manner), "waiting": waiting, "sent": sent}

    def _collect(self) -> None:
        """Let wait what the world's journal tells."""
        world = self._world()
        if world.journal:
            self._add(reports(world, self._now()))

    def _add(self, told: Iterable[Report]) -> None:
        world, now = self._world(), self._now()
        self.post.add((each for one in told for each in addressed(world, one, now)), now)

    def _over(self) -> None:
        if self.post.is_empty:
            return
        if self._courier is not None and self._receiver is None:
            self._courier.wake()
        else:
            self._send(self._receiver or accept)

    def _send(self, answer: Receiver) -> None:
        """Send what is due, one after the other, unless somebody is at it."""
        with self.turn.lock:
            if self._is_sending:
                return
            self._is_sending = True
        try:
            while taken := self._take():
                self._send_all(taken, answer)
        except BaseException:
            self._is_sending = False
            raise

    def _take(self) -> list[Webhook]:
        """Take what is due; who finds nothing any more is no longer at it."""
        with self.turn.lock:
            taken = self.post.take(self._now(), self._world().chance)
            self._is_sending = bool(taken)
            return taken

    def _send_all(self, taken: list[Webhook], answer: Receiver) -> None:
        """Send some; if a receiver raises, they count as not taken."""
        left = deque(taken)
        try:
            while left:
                status, _ = answer(left[0].request)
                with self.turn.lock:
                    self.post.answered(left.popleft(), status, self._now())
        finally:
            with self.turn.lock:
                for hook in left:
                    self.post.answered(hook, 0, self._now())

    def _seen(self) -> list[Webhook]:
        self.deliver()
        with self.turn.lock:
            return list(self.post.sent)
