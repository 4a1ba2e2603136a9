"""`wabakit doctor`: what stands in the way, from the token to the webhooks."""

from wabakit.cli.checks import BAD, GOOD, HINT, Check, Doctor
from wabakit.cli.problems import FAILED, NO_TOKEN
from wabakit.cli.run import Run
from wabakit.cli.shared import command
from wabakit.cli.table import Column

COLUMNS = tuple(Column(name, name.upper()) for name in Check._fields)
SIGNS = {GOOD: ("✓", "green"), HINT: ("!", "yellow"), BAD: ("✗", "red")}


@command("doctor")
def doctor(run: Run) -> None:
    """Find out what stands in the way of calls."""
    checks: list[Check] = []
    for check in Doctor(run).checks():
        checks.append(check)
        if run.form == "table":
            _tell(run, check)
    if run.form != "table":
        run.show([check._asdict() for check in checks], COLUMNS)
    failed = [check.about for check in checks if check.state == BAD]
    if failed:
        run.end(NO_TOKEN if "token" in failed else FAILED)


def _tell(run: Run, check: Check) -> None:
    sign, style = SIGNS[check.state]
    run.out.paragraph((f"{sign} {check.about:<10}", style), check.found)
    if check.advice:
        run.out.paragraph(f"{'':<12}→ ", (check.advice, "bold" if check.state == BAD else ""))
