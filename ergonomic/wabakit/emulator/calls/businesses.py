"""Businesses, and the accounts that they own or that clients share with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wabakit.emulator.contract import Said, members, schema
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import Check, any_text, integer, items, text
from wabakit.emulator.world.businesses import Business
from wabakit.emulator.world.nodes import Account

from .account_fields import ACCOUNT, BUSINESS, CLIENT_ACCOUNT
from .call import Call, answers
from .fields import Catalogue, project, select
from .listing import Listing, cannot_filter, conditions, read_sort
from .paging import page

_SECONDS = integer(0, 1 << 62)
_OPERATORS: dict[str, tuple[Check[Any], Callable[[Any, Any], bool]]] = {
    "GREATER_THAN": (_SECONDS, lambda found, value: found > value),
    "LESS_THAN": (_SECONDS, lambda found, value: found < value),
    "IN_RANGE": (
        items(_SECONDS, least=2, most=2),
        lambda found, value: value[0] <= found <= value[1],
    ),
    "EQUAL": (text(), lambda found, value: found == value),
    "IN": (items(text(), least=1, most=300), lambda found, value: found in value),
}
"""How conditions are written and meant: both ends of a range count (assumed)."""


@answers("getBusiness")
def get_business(call: Call, business: Business) -> Json:
    """Answer GET /{business_id} (documented); id and name come unasked (assumed)."""
    wanted = call.parameters.optional("fields", any_text)
    return project(select(BUSINESS, wanted, call.version), business, call)


@answers("listOwnedAccounts")
def list_owned_accounts(call: Call, business: Business) -> Json:
    """Answer GET /{business_id}/owned_whatsapp_business_accounts (documented)."""
    owned = [account for account in call.world.accounts if account.owner_business is business]
    return _list(call, ACCOUNT, owned, {"creation_time", "ownership_type", "country"})


@answers("listClientAccounts")
def list_client_accounts(call: Call, business: Business) -> Json:
    """Answer GET /{business_id}/client_whatsapp_business_accounts.

    They are not filtered by country (documented).
    """
    shared = [account for account in call.world.accounts if business in account.clients_of]
    return _list(call, CLIENT_ACCOUNT, shared, {"creation_time", "ownership_type"})


def _list(call: Call, fields: Catalogue, accounts: list[Account], filters: set[str]) -> Json:
    """List accounts that the token may see, in the order they came unless asked (assumed).

    Unasked comes what the node gives, and the currency (documented).
    `find` leaves the account of that id (documented: the parameter, what it does is assumed).
    """
    read = call.parameters.optional
    wanted = read("fields", any_text) or f"{fields.defaults},currency"
    plan = select(fields, wanted, call.version)
    found = [account for account in accounts if call.token.sees(account)]
    for condition in conditions(read("filtering", any_text)):
        fits = _condition(fields, filters, **condition)
        found = [account for account in found if fits(account)]
    one = read("find", text())
    if one is not None:
        found = [account for account in found if account.id == one]
    order = read_sort(read("sort", any_text), ("creation_time",))
    if order is not None:
        found.sort(key=lambda account: account.creation_time, reverse=not order[1])
    return page(
        Listing(found),
        call.parameters,
        call.link,
        lambda account: project(plan, account, call),
    )


def _condition(
    fields: Catalogue, filters: set[str], field: str, operator: str, value: object
) -> Callable[[Account], bool]:
    """Read one condition; the contract has the operators of each field (documented)."""
    known: Said = members(schema(fields.schema)).get(field, {})
    if field not in filters or operator not in known.get("x-filterable", ()):
        raise cannot_filter(field, operator)
    check, holds = _OPERATORS[operator]
    asked = check(value, "filtering")
    read = fields.reader(field)

    def fits(account: Account) -> bool:
        found = read(account)
        return found is not None and holds(found, asked)

    return fits
