"""`wabakit accounts`: the accounts that the token reaches."""

from collections.abc import Iterator

import click

from wabakit.cli import words
from wabakit.cli.problems import FOUND, told
from wabakit.cli.reach import account_ids
from wabakit.cli.run import Run
from wabakit.cli.shared import command
from wabakit.cli.table import Column, Row

USUAL = (
    "name account_review_status business_verification_status ownership_type currency country"
    " timezone_id"
).split()
COLUMNS = (
    Column("id", "ID"),
    Column("name", "NAME", is_cut=True),
    Column("account_review_status", "REVIEW", words.spoken, weight=2),
    Column("business_verification_status", "BUSINESS", words.spoken, weight=3),
    Column("ownership_type", "OWNERSHIP", words.spoken, weight=4),
    Column("currency", "CURRENCY", weight=5),
)


@command("accounts")
@click.option("--business", metavar="ID", help="With all accounts of this portfolio.")
def accounts(run: Run, business: str | None) -> None:
    """List the accounts that the token reaches."""
    import wabakit

    fields = run.fields(wabakit.WhatsAppBusinessAccount, USUAL)
    failed: list[str] = []

    def rows() -> Iterator[Row]:
        for waba_id in account_ids(run, business):
            try:
                yield run.client.account(waba_id).get(fields=fields).to_dict()
            except (wabakit.NotFoundError, wabakit.PermissionDeniedError) as error:
                failed.append(waba_id)
                if problem := told(error):
                    run.tell_problem(problem._replace(message=f"{waba_id}: {problem.message}"))

    run.show(rows(), COLUMNS)
    if failed:
        run.end(FOUND)
