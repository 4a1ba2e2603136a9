"""Which accounts a token reaches."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wabakit.cli.problems import refuse

if TYPE_CHECKING:
    import wabakit
    from wabakit.cli.run import Run

MANAGE = "whatsapp_business_management"
"""The permission that accounts are reached by."""


def targets(info: "wabakit.TokenInfo", scope: str) -> list[str] | None:
    """Return the ids that a permission of a token is limited to; None where it is not."""
    for granular in info.granular_scopes or ():
        if granular.scope == scope:
            return granular.target_ids
    return None


def named_ids(run: "Run") -> list[str]:
    """Return the ids of the accounts that options, environment or profile name.

    Raises:
        Problem: there is no token, which is looked for first; or none is named.
    """
    if not run.is_dry:
        _ = run.settings.token
    named = _named(run)
    if not named:
        refuse("Which account? None is named", "add --waba ID, or set WHATSAPP_BUSINESS_ACCOUNT_ID")
    return named


def _named(run: "Run") -> list[str]:
    found = run.settings.find("waba")
    named: str | list[str] = found.value if found else []
    if not named and run.settings.is_demo and not run.is_dry:
        from wabakit.cli.emulated import emulator_of

        return [account.id for account in emulator_of(run).accounts]
    from wabakit._made.bounds import GraphId

    listed, source = [named] if isinstance(named, str) else named, found.source if found else ""
    return list(dict.fromkeys(GraphId.check(one, source) for one in listed))


def account_ids(run: "Run", business: str | None = None) -> list[str]:
    """Return the ids of all accounts that are known to be in reach, each once.

    They are those that options, environment and profile name, those that the token is limited to,
    and those that a business has, its own and its clients'.

    Raises:
        Problem: there is none.
    """
    found = dict.fromkeys(_known(run, business))
    if not found:
        run.fail(
            "The token is limited to no account, and none is named",
            "add --business ID to list the accounts of a portfolio, or --waba ID",
            name="no-account",
        )
    return list(found)


def _known(run: "Run", business: str | None) -> Iterator[str]:
    yield from _named(run)
    yield from targets(run.client.token_info(), MANAGE) or ()
    setting = run.settings.find("business")
    portfolio = business or (setting.value if setting else None)
    if portfolio:
        for account in run.client.business(portfolio).accounts("owned"):
            yield account.id
        for account in run.client.business(portfolio).accounts("client"):
            yield account.id
