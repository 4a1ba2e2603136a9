"""`wabakit pool`: numbers that a partner verified beforehand."""

from typing import TYPE_CHECKING, Any

import click

from wabakit.cli import life, words
from wabakit.cli.handed import CODE, DASH, asked
from wabakit.cli.problems import refuse, span
from wabakit.cli.run import Run
from wabakit.cli.shared import command, following, group
from wabakit.cli.table import Column
from wabakit.cli.target import tell_id

if TYPE_CHECKING:
    import wabakit

pool: click.Group = group("pool", "Numbers of a partner that were verified beforehand.")

READ = "phone_number code_verification_status verification_expiry_time".split()
COLUMNS = (
    Column("id", "ID"),
    Column("phone_number", "NUMBER"),
    Column("code_verification_status", "OWNERSHIP", words.word),
    Column("verification_expiry_time", "UNTIL", weight=1),
)
PARTNERS = (Column("id", "ID"), Column("name", "NAME", is_cut=True))


def _of_business(function: Any) -> Any:
    return click.option("--business", metavar="ID", help="Whose pool it is.")(function)


def _business(run: Run, given: str | None) -> "wabakit.Business":
    found = run.settings.find("business")
    business = given or (found.value if found else None)
    if not business:
        refuse("Whose pool? No portfolio is named", "add --business ID, or business to the profile")
    return run.client.business(business)


@command("list", of=pool)
@_of_business
def list_(run: Run, business: str | None) -> None:
    """List the pool."""
    import wabakit

    fields = run.fields(wabakit.PreverifiedPhoneNumber, READ)
    numbers = _business(run, business).preverified_numbers(fields=fields)
    rows = [number.to_dict() for number in numbers]
    run.show(rows, COLUMNS)
    if not rows:
        run.tell("The pool is empty.")


@command("add", of=pool)
@click.argument("number", metavar="+NUMBER")
@_of_business
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def add(run: Run, number: str, business: str | None, yes: bool) -> None:
    """Put a number into the pool, where it has to be verified."""
    from wabakit._made.chart import POOL_LAPSES
    from wabakit.cli.telephone import as_written, full_number

    digits, portfolio = full_number(number), _business(run, business)
    run.confirm(f"{as_written(digits)} to the pool of {portfolio.id}.", yes=yes)
    with run.finishing():
        added = portfolio.add_preverified_number(digits)
        left = span(POOL_LAPSES["never-verified"].total_seconds())
        told = f"{added.id}, to be verified within {left}"
        run.done("added", told, following(f"pool code {added.id}"))
        tell_id(run, added.id)


@command("code", of=pool)
@click.argument("number", metavar="ID")
@click.option("--voice", is_flag=True, help="By a call, not by SMS.")
@click.option("--language", default="en_US", metavar="L", help="Of the message.  [default: en_US]")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def code(run: Run, number: str, voice: bool, language: str, yes: bool) -> None:
    """Send a verification code to a number of the pool."""
    run.confirm(f"Send a code to {number}. Few are allowed for a number.", yes=yes)
    with run.finishing():
        kept = run.client.preverified_number(number)
        kept.request_code("VOICE" if voice else "SMS", language)
        run.done("code sent", life.good_for(in_pool=True), following(f"pool verify {number}"))


@command("verify", of=pool)
@click.argument("number", metavar="ID")
@click.argument("dash", metavar="[-]", required=False, type=DASH)
@click.option("--code-command", metavar="COMMAND", help="Prints the code; {phone} is the id.")
def verify(run: Run, number: str, dash: str | None, code_command: str | None) -> None:
    """Hand in the code: it is asked for, or - reads it."""
    given = asked(run, CODE, command=code_command, dash=dash, phone=number)
    with run.finishing():
        run.client.preverified_number(number).verify_code(given)
        run.done("verified", number)


@command("drop", of=pool)
@click.argument("number", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def drop(run: Run, number: str, yes: bool) -> None:
    """Take a number out of the pool, for good."""
    run.confirm(f"{number} leaves the pool for good.", yes=yes)
    with run.finishing():
        run.client.preverified_number(number).delete()
        run.done("dropped", number)


@command("partners", of=pool)
@click.argument("number", metavar="ID")
def partners(run: Run, number: str) -> None:
    """List the portfolios that may offer a number of the pool."""
    import wabakit

    fields = run.fields(wabakit.Partner, [column.name for column in PARTNERS])
    found = run.client.preverified_number(number).partners(fields=fields)
    rows = [partner.to_dict() for partner in found]
    run.show(rows, PARTNERS)
    if not rows:
        run.tell("No partner may offer it.")


@command("share", of=pool)
@click.argument("number", metavar="ID")
@click.argument("partner", metavar="PARTNER")
@_of_business
@click.option("--off", is_flag=True, help="Take it back.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def share(run: Run, number: str, partner: str, business: str | None, off: bool, yes: bool) -> None:
    """Let the portfolio of a partner offer a number of the pool."""
    portfolio = _business(run, business)
    run.confirm(f"{partner} may{' no more' if off else ''} offer {number}.", yes=yes)
    with run.finishing():
        if off:
            portfolio.unshare_preverified_number(number, partner)
        else:
            portfolio.share_preverified_number(number, partner)
        run.done("taken back" if off else "shared", number)
