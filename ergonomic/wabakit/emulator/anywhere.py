"""What an emulator in this process and one that runs elsewhere both have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Unpack, overload

if TYPE_CHECKING:
    from .control.remote import RemoteTransport
    from .control.remote_partners import RemotePartners
    from .stage.partners import Partners
    from .stage.webhooks import Shape, Subscription
    from .transport import EmulatorTransport
    from .webhooks.post import Manner, Webhook
    from .wire.access import Granted
    from .wire.faults import Asked, Fault
    from .wire.seen import SeenRequest
    from .world.nodes import Account, PhoneNumber
    from .world.world import SentCode


class AnyClock(Protocol):
    """A clock, here or elsewhere, as `Clock` says."""

    def __call__(self) -> datetime:
        """Read the clock."""
        ...

    @property
    def is_frozen(self) -> bool:
        """Tell whether the clock stands still."""
        ...

    def advance(self, by: timedelta | str) -> None:
        """Move the time on by a duration."""
        ...

    def freeze(self, at: datetime | None = None) -> None:
        """Stand still, at the present moment or at another."""
        ...

    def run(self) -> None:
        """Go on from where the clock stands."""
        ...


class AnyWebhooks(Protocol):
    """The webhooks that were sent, as `Webhooks` says."""

    def __len__(self) -> int:
        """Count the POSTs."""
        ...

    def __iter__(self) -> Iterator[Webhook]:
        """Go through the POSTs, in the order of their first try."""
        ...

    @overload
    def __getitem__(self, place: int) -> Webhook: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Webhook]: ...
    def __getitem__(self, place: int | slice) -> Webhook | Sequence[Webhook]:
        """Give one POST, or several."""
        ...

    @property
    def manner(self) -> Manner:
        """The manner of sending."""
        ...

    def subscribe(self, waba_id: str, **subscription: Unpack[Subscription]) -> None:
        """Let an app be told of an account, as if it had subscribed itself."""
        ...

    def send(
        self, waba_id: str, field: str, value: dict[str, Any], *, partner_id: str | None = None
    ) -> None:
        """Tell subscribers of something that no state stands for."""
        ...

    def shape(self, **manner: Unpack[Shape]) -> Manner:
        """Change the manner of sending from now on (ValueError)."""
        ...


class AnyEmulator(Protocol):
    """An emulator, here or elsewhere, as `Emulator` says.

    Accounts and numbers of one elsewhere are copies: read them again to see what became of them,
    and change a number by `change_number`.
    """

    token: str

    @property
    def partners(self) -> Partners | RemotePartners:
        """What partners and their customers do: businesses, pools, Embedded Signup."""
        ...

    @property
    def clock(self) -> AnyClock:
        """The clock, to stop it and move it on."""
        ...

    @property
    def outbox(self) -> list[SentCode]:
        """The one-time codes that were sent, oldest first."""
        ...

    @property
    def webhooks(self) -> AnyWebhooks:
        """What subscribers were told, and in which manner."""
        ...

    @property
    def requests(self) -> list[SeenRequest]:
        """The last requests, at least 100, oldest first."""
        ...

    @property
    def accounts(self) -> list[Account]:
        """All accounts, each with its numbers."""
        ...

    @property
    def faults(self) -> list[Fault]:
        """The faults in force."""
        ...

    def now(self) -> datetime:
        """Read the clock, in UTC."""
        ...

    def reset(self) -> None:
        """Go back to the start."""
        ...

    def snapshot(self) -> dict[str, Any]:
        """Give the whole state."""
        ...

    def restore(self, snapshot: Mapping[str, Any]) -> None:
        """Go back to a snapshot (ValueError)."""
        ...

    def add_token(self, token: str, **granted: Unpack[Granted]) -> None:
        """Take one more token."""
        ...

    def add_account(
        self, waba_id: str | None = None, *, max_numbers: int | None = None, **state: Any
    ) -> Account:
        """Add a WhatsApp Business Account."""
        ...

    def add_number(self, waba_id: str, *, unknown_words: bool = False, **state: Any) -> PhoneNumber:
        """Seed a number in any state."""
        ...

    def change_number(
        self, number_id: str, *, unknown_words: bool = False, **state: Any
    ) -> PhoneNumber:
        """Set attributes of a number."""
        ...

    def account(self, waba_id: str) -> Account:
        """Find an account by its id (KeyError)."""
        ...

    def number(self, number_id: str) -> PhoneNumber:
        """Find a number by its id (KeyError)."""
        ...

    def approve_name(self, number_id: str) -> None:
        """Approve the display name under review."""
        ...

    def decline_name(self, number_id: str, reason: str | None = None) -> None:
        """Decline the display name under review."""
        ...

    def fail_next(self, operation: str | None = None, **fault: Unpack[Asked]) -> Fault:
        """Let the next call of an operation fail (ValueError)."""
        ...

    def clear_faults(self) -> None:
        """End all faults."""
        ...

    def transport(self) -> EmulatorTransport | RemoteTransport:
        """Make a transport for clients of httpx and of httpx2, sync and async alike."""
        ...


class AnyServer(Protocol):
    """An emulator at an address, for programs in any language."""

    @property
    def url(self) -> str:
        """Where it is, without a path: what `base_url` of a client takes."""
        ...

    @property
    def emulator(self) -> AnyEmulator:
        """The emulator there."""
        ...


class RemoteServer(NamedTuple):
    """An emulator that runs elsewhere, and where that is."""

    url: str
    emulator: AnyEmulator
