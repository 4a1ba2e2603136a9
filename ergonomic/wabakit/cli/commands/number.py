"""`wabakit show`, `wabakit find`: one number."""

from collections.abc import Sequence

import click

from wabakit.cli import life, words
from wabakit.cli.run import Run
from wabakit.cli.screen import Part
from wabakit.cli.shared import command, following
from wabakit.cli.table import Column, Row, plain

WANTED = (
    "display_phone_number verified_name status quality_rating messaging_limit_tier throughput"
    " code_verification_status name_status new_display_name new_name_status is_pin_enabled"
    " is_on_biz_app is_official_business_account platform_type account_mode last_onboarded_time"
).split()
"""What is read of a number that is shown."""

FOUND = (Column("id", "ID"), Column("waba_id", "ACCOUNT"))


@command("show")
@click.argument("number", metavar="NUMBER")
def show(run: Run, number: str) -> None:
    """Show one number: its state, and what comes next."""
    import wabakit

    found = run.number(number)
    card = found.get(fields=run.fields(wabakit.PhoneNumber, WANTED))
    run.show_one(card.to_dict(), lines)


@command("find")
@click.argument("number", metavar="NUMBER")
def find(run: Run, number: str) -> None:
    """Find a phone number in the accounts, and say its id."""
    from wabakit.cli.telephone import full_number, not_in

    digits = full_number(run.directory.meant(number))
    accounts = run.accounts()
    rows = [
        {"id": found.id, "waba_id": account.id}
        for account in accounts
        if (found := account.find(digits)) is not None
    ]
    if not rows:
        not_in(run, [account.id for account in accounts], digits)
    run.show(rows, FOUND)


def lines(row: Row) -> Sequence[tuple[str, Part]]:
    """Return what people see of a number."""
    place = life.place_of(row)
    state = f" · {life.meaning('life', place['life'])}" if place["life"] else ""
    status = row.get("status")
    sign = words.sign_of(status)[0]
    shown: list[tuple[str, Part]] = [
        ("number", (plain(row.get("display_phone_number")), "bold")),
        ("name", plain(row.get("verified_name")) or "–"),
        ("id", row["id"]),
        ("state", (f"{sign} {status or 'not told'}{state}", words.style_of(status))),
    ]
    shown += [
        (name, words.word(row[field]))
        for name, field in _PLAIN.items()
        if row.get(field) is not None
    ]
    if since := row.get("last_onboarded_time"):
        shown.append(("onboarded", _moment(since)))
    if row.get("messaging_limit_tier"):
        shown.append(("limit", f"{words.limit(row['messaging_limit_tier'])} people in 24 h"))
    shown.append(("name review", words.spoken(row.get("name_status") or "–")))
    if row.get("new_display_name"):
        told = words.spoken(row.get("new_name_status") or "")[0]
        shown.append(("new name", f"{plain(row['new_display_name'])} · {told}"))
    if row.get("is_pin_enabled") is not None:
        is_set = row["is_pin_enabled"]
        shown.append(("PIN", ("✓ set", "green") if is_set else ("! not set", "yellow")))
    if row.get("is_official_business_account"):
        shown.append(("badge", "✓ official business account"))
    if row.get("is_on_biz_app"):
        shown.append(("app", "also in use with the WhatsApp Business app"))
    if needed := life.needs(row):
        shown.append(("needs", needed))
        shown.append(("next", (following(f"onboard {life.compact(row)}"), "bold")))
    return shown


def _moment(text: str) -> str:
    import wabakit

    moment = wabakit.PhoneNumber.last_onboarded_time.read(text)
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else text


_PLAIN = {
    "quality": "quality_rating",
    "ownership": "code_verification_status",
    "platform": "platform_type",
    "mode": "account_mode",
}
