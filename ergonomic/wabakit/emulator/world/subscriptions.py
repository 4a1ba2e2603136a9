"""Who is told of what happens to an account, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Callback:
    """An address that webhooks are sent to, and what it proves itself by."""

    url: str
    verify_token: str = field(repr=False)


@dataclass(frozen=True)
class AppSubscription:
    """What an app wants to be told of accounts, and where; without it the app is told nothing."""

    callback: Callback
    fields: frozenset[str]


class Subscriptions:
    """The subscriptions of apps, and which app is subscribed to which account.

    Both are needed: an app is told of an account that it is subscribed to, in the fields that it
    subscribed to itself (documented).
    """

    def __init__(self) -> None:
        self.apps: dict[str, AppSubscription] = {}
        """By app id: its subscription to the object whatsapp_business_account."""
        self.accounts: dict[str, dict[str, Callback | None]] = {}
        """By account id and app id: the account's override for the app, None without one."""

    def subscribe_app(self, app_id: str, callback: Callback, fields: Iterable[str]) -> None:
        """Let an app be told of fields at a callback, in place of what was before (assumed)."""
        self.apps[app_id] = AppSubscription(callback, frozenset(fields))

    def subscribe(self, waba_id: str, app_id: str, override: Callback | None = None) -> None:
        """Subscribe an app to an account; the override before, if any, is gone (documented)."""
        self.accounts.setdefault(waba_id, {})[app_id] = override

    def unsubscribe(self, waba_id: str, app_id: str) -> None:
        """Let an app hear no more of an account; one that never did is passed over (assumed)."""
        self.accounts.get(waba_id, {}).pop(app_id, None)

    def of_account(self, waba_id: str) -> Mapping[str, Callback | None]:
        """Find who is subscribed to an account: by app id its override, None without one."""
        return self.accounts.get(waba_id, {})
