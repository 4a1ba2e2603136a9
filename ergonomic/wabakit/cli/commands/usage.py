"""`wabakit usage`: how full quotas are, as last reported."""

from typing import Any

from wabakit.cli.problems import span
from wabakit.cli.run import Run
from wabakit.cli.screen import Part
from wabakit.cli.shared import command
from wabakit.cli.table import Column, minute


def _percent(value: Any) -> Part:
    style = "red" if value >= 100 else "yellow" if value >= 75 else ""
    return (f"{value:g} %", style)


COLUMNS = (
    Column("waba_id", "ACCOUNT"),
    Column("type", "QUOTA"),
    Column("call_count", "CALLS", _percent),
    Column("total_cputime", "CPU", _percent, weight=1),
    Column("total_time", "TIME", _percent, weight=2),
    Column("regain_access", "FREE IN", span),
    Column("seen_at", "REPORTED", minute, weight=3),
)


@command("usage")
def usage(run: Run) -> None:
    """Show how full quotas are, as last reported; sends nothing."""
    if run.memory is None:
        run.fail("There is no memory of what was reported")
    told = (use for uses in run.memory.usage(run.now()).values() for use in uses)
    rows = [{**use.to_dict(), "waba_id": use.waba_id or "the app"} for use in told]
    run.show(rows, COLUMNS)
    if not rows and run.form == "table":
        run.tell("Nothing was reported in the last hour: quotas come with answers.")
