"""What Meta tells of a changed account.

Each function gets the account as it is, and by attribute what changed of it was before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from wabakit.emulator.world.nodes import Account

from .envelope import Earlier, Told, Value

_REVIEWS = frozenset({"APPROVED", "REJECTED", "PENDING", "DEFERRED"})
_CONVERSATIONS = {
    "TIER_50": 50,
    "TIER_250": 250,
    "TIER_1K": 1_000,
    "TIER_2K": 2_000,
    "TIER_10K": 10_000,
    "TIER_100K": 100_000,
    "TIER_UNLIMITED": -1,
}
"""The messaging limits as business_capability_update counts them; -1 is none (documented)."""


def tell_account(account: Account, earlier: Earlier, now: datetime) -> Told:
    """Tell everything but what partners are told, in the order of the functions below."""
    for tell in _TELLERS:
        yield from tell(account, earlier, now)


def tell_capability(account: Account) -> Told:
    """Tell how much an account may do.

    The cap on numbers is the business's while the limit is 250, else the account's (documented).
    The limit comes as a number, as in the page's example (documented). What counts by phone number,
    and was announced to go, is not sent any more (assumed).
    """
    limit = _CONVERSATIONS.get(account.whatsapp_business_manager_messaging_limit, 250)
    cap = "max_phone_numbers_per_business" if limit == 250 else "max_phone_numbers_per_waba"
    value = {"max_daily_conversations_per_business": limit, cap: account.max_numbers}
    yield "business_capability_update", value


def _review(account: Account, earlier: Earlier, _: datetime) -> Told:
    """Tell how the review of an account stands (documented)."""
    if "account_review_status" in earlier and account.account_review_status in _REVIEWS:
        yield "account_review_update", {"decision": account.account_review_status}


def _ban(account: Account, earlier: Earlier, now: datetime) -> Told:
    """Tell that an account is disabled, will be, or is back; the date is English (documented)."""
    if "waba_ban_state" in earlier and account.waba_ban_state is not None:
        date = f"{now:%B} {now.day}, {now.year}"
        ban = {"waba_ban_state": account.waba_ban_state, "waba_ban_date": date}
        yield "account_update", {"event": "DISABLED_UPDATE", "ban_info": ban}


def _restriction(account: Account, earlier: Earlier, _: datetime) -> Told:
    """Tell what an account may not do, all of it (documented); that it may again is not told."""
    if "restriction_info" in earlier and account.restriction_info:
        restricted = {"restriction_info": list(account.restriction_info)}
        yield "account_update", {"event": "ACCOUNT_RESTRICTION", **restricted}


def _deletion(account: Account, earlier: Earlier, _: datetime) -> Told:
    """Tell that an account is gone (documented); it then stands as DELETED (assumed)."""
    if "status" in earlier and account.status == "DELETED":
        yield "account_update", {"event": "ACCOUNT_DELETED"}


def _country(account: Account, earlier: Earlier, _: datetime) -> Told:
    """Tell that the business has its primary location in another country (documented)."""
    if "primary_business_location" in earlier and account.primary_business_location is not None:
        moved = {"country": account.primary_business_location}
        yield "account_update", {"event": "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", **moved}


_TELLERS: tuple[Callable[[Account, Earlier, datetime], Told], ...] = (
    _review,
    _ban,
    _restriction,
    _deletion,
    _country,
)


def tell_partners(account: Account, earlier: Earlier) -> Iterator[tuple[str, str, Value]]:
    """Tell that an account was shared with a partner, or is no longer: whom, and what.

    The partner's portfolio stands in the envelope and among the solution partners, the account in
    waba_info (documented by samples).
    """
    if "clients_of" not in earlier:
        return
    before = {partner.id for partner in earlier["clients_of"]}
    after = {partner.id for partner in account.clients_of}
    for event, partners in (("PARTNER_ADDED", after - before), ("PARTNER_REMOVED", before - after)):
        for partner_id in sorted(partners):
            shared = {
                "waba_id": account.id,
                "owner_business_id": account.owner_business.id,
                "solution_partner_business_ids": [partner_id],
            }
            yield partner_id, "account_update", {"event": event, "waba_info": shared}
