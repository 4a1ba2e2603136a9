"""What somebody should look at: rules, each a function of all numbers as they were read last."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

import attrs

from wabakit._made.chart import ADVICE, LAPSES
from wabakit._made.versions import NOTICE, VERSION_EXPIRY
from wabakit._telephone import one_form
from wabakit.inventory.changes import SHOWN, advice_on
from wabakit.inventory.kept import ACCOUNTS
from wabakit.inventory.records import Finding, Record, Run
from wabakit.inventory.store import Past
from wabakit.onboarding.way import place_of


@attrs.frozen(kw_only=True)
class Standing(Record):
    """A number as it was read last."""

    number_id: str
    accounts: tuple[str, ...]
    """Ids of the accounts that list it."""
    values: Mapping[str, Any]
    """By name, what was read; a name that was never asked for, or never answered, is not in it."""
    since: Mapping[str, datetime]
    """By name, when the first run began that read the value so (UTC)."""

    @property
    def life(self) -> str | None:
        """Where it is in `life` of openapi/states.yaml; None where what was read leaves it open."""
        return place_of(dict(self.values))["life"]

    def finding(
        self, rule: str, text: str, advice: str = "", due: datetime | None = None
    ) -> Finding:
        """Make a finding about it."""
        return Finding(
            rule=rule,
            text=text,
            advice=advice,
            number_id=self.number_id,
            display_phone_number=self.values.get(SHOWN, ""),
            account_id=self.accounts[0],
            due=due,
        )


@attrs.frozen(kw_only=True)
class Portfolio:
    """All numbers that some account lists."""

    numbers: tuple[Standing, ...]
    now: datetime
    api_version: str | None
    """The Graph version that the last run asked, where it is known."""


Rule = Callable[[Portfolio], Iterable[Finding]]
"""Looks at all numbers, and yields what it finds."""


@attrs.frozen
class Reads:
    """Finds the numbers of which a value was read; the contract says what to do about it."""

    rule: str
    field: str
    """Name of the value, as in `Change.field`."""
    values: tuple[Any, ...]
    """What it should not be, as JSON has it."""

    def __call__(self, portfolio: Portfolio) -> Iterator[Finding]:
        """Look at all numbers."""
        for number in portfolio.numbers:
            value = number.values.get(self.field)
            if self.field in number.values and value in self.values:
                said = value if isinstance(value, str) else json.dumps(value)
                text = f"{self.field} is {said}, since {number.since[self.field]:%Y-%m-%d}."
                yield number.finding(self.rule, text, advice_on(self.field, value))


@attrs.frozen
class Unregistered:
    """Finds verified numbers whose time to be registered runs out, or is over."""

    within: timedelta = timedelta(days=4)
    """How long before its end."""

    def __call__(self, portfolio: Portfolio) -> Iterator[Finding]:
        """Look at all numbers."""
        for number in portfolio.numbers:
            if number.life != "verified":
                continue
            is_from_pool = number.values.get("is_preverified_number") is True
            window = LAPSES["claim-lapsed" if is_from_pool else "signup-window-closed"]
            onboarded = number.values.get("last_onboarded_time")
            begun = datetime.fromisoformat(onboarded) if onboarded else number.since["status"]
            if portfolio.now - begun >= window - self.within:
                due = begun + window
                came = "is out of a pool" if is_from_pool else "came through Embedded Signup"
                text = f"Verified, not registered. If it {came}, it can be until {due:%Y-%m-%d}."
                is_late = due <= portfolio.now and not is_from_pool
                advice = ADVICE["signup"] if is_late else advice_on("status", "PENDING")
                yield number.finding("unregistered", text, advice, due)


@attrs.frozen
class VersionEnding:
    """Finds that the Graph version ends soon, or has ended."""

    within: timedelta = NOTICE
    """How long before its end."""

    def __call__(self, portfolio: Portfolio) -> Iterator[Finding]:
        """Look at the version that the last run asked."""
        day = VERSION_EXPIRY.get(portfolio.api_version or "")
        if day is not None:
            due = datetime.combine(day, time(), UTC)
            if due - portfolio.now <= self.within:
                text = f"Graph {portfolio.api_version} ends on {day}."
                yield Finding(rule="version-ending", text=text, due=due)


def pin_off(portfolio: Portfolio) -> Iterator[Finding]:
    """Find registered numbers without two-step verification; one that an app shares has its own."""
    numbers = tuple(n for n in portfolio.numbers if n.life in ("connected", "connected-expired"))
    return Reads("pin-off", "is_pin_enabled", (False,))(attrs.evolve(portfolio, numbers=numbers))


def name_unused(portfolio: Portfolio) -> Iterator[Finding]:
    """Find display names that were approved and wait for the registration that uses them."""
    for number in portfolio.numbers:
        if number.values.get("new_name_status") == "APPROVED":
            name = number.values.get("new_display_name") or "a new display name"
            advice = advice_on("new_name_status", "APPROVED")
            due = number.since["new_name_status"] + LAPSES["name-window-closed"]
            yield number.finding("name-unused", f"Approved, and not in use: {name}.", advice, due)


def listed_twice(portfolio: Portfolio) -> Iterator[Finding]:
    """Find numbers that several accounts list: any of them can deregister it for all."""
    for number in portfolio.numbers:
        if len(number.accounts) > 1:
            text = f"Listed by the accounts {', '.join(number.accounts)}."
            yield number.finding("listed-twice", text)


def two_ids(portfolio: Portfolio) -> Iterator[Finding]:
    """Find telephone numbers that stand under several ids, as one that moved does."""
    of_form: dict[str, list[Standing]] = defaultdict(list)
    for number in portfolio.numbers:
        of_form[one_form(number.values.get(SHOWN) or "")].append(number)
    for form, numbers in of_form.items():
        for number in numbers if form and len(numbers) > 1 else ():
            others = [other.number_id for other in numbers if other is not number]
            yield number.finding("two-ids", f"Also listed under the id {', '.join(others)}.")


DEFAULT: tuple[Rule, ...] = (
    Unregistered(),
    pin_off,
    Reads("quality-red", "quality_rating", ("RED",)),
    Reads("name-declined", "name_status", ("DECLINED",)),
    Reads("new-name-declined", "new_name_status", ("DECLINED",)),
    name_unused,
    Reads("disconnected", "status", ("DISCONNECTED",)),
    Reads("restricted", "status", ("FLAGGED", "RATE_LIMITED", "RESTRICTED", "BANNED")),
    listed_twice,
    two_ids,
    VersionEnding(),
)
"""What is looked at where the caller does not say; add rules of your own to it."""


def name_of(rule: Rule) -> str:
    """Return the name that the findings of one of these rules bear."""
    name = getattr(rule, "rule", getattr(rule, "__name__", type(rule).__name__))
    return re.sub("_|(?<=[a-z])(?=[A-Z])", "-", name).lower()


def standings(pasts: Iterable[Past], runs: Mapping[int, Run]) -> Iterator[Standing]:
    """Yield the numbers that some account lists."""
    for past in pasts:
        values, since = past.until(max(runs)), past.since(0)
        if accounts := values.pop(ACCOUNTS):
            yield Standing(
                number_id=past.number_id,
                accounts=tuple(accounts),
                values=values,
                since={name: runs[since[name]].at for name in values},
            )
