"""`wabakit username`: the username of a number."""

import click

from wabakit.cli.changing import card_of
from wabakit.cli.run import Run
from wabakit.cli.shared import command, group
from wabakit.cli.table import Column
from wabakit.cli.target import target_of

username: click.Group = group("username", "The username of a number.")


@command("show", of=username)
@click.argument("number", metavar="NUMBER")
def show(run: Run, number: str) -> None:
    """Show the username and how it stands."""
    run.show_one(run.number(number).username().to_dict(), card_of)


@command("suggest", of=username)
@click.argument("number", metavar="NUMBER")
def suggest(run: Run, number: str) -> None:
    """List usernames that Meta keeps for the number."""
    names = run.number(number).username_suggestions()
    run.show([{"username": name} for name in names], [Column("username", "USERNAME")])


@command("set", of=username)
@click.argument("number", metavar="NUMBER")
@click.argument("name", metavar="USERNAME")
@click.option("--transfer", is_flag=True, help="Take it from another number of the portfolio.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def set_(run: Run, number: str, name: str, transfer: bool, yes: bool) -> None:
    """Claim a username."""
    target = target_of(run, number)
    old = None if run.is_dry else target.number.username().username
    place = f' in place of "{old}", which is given up' if old else ""
    run.confirm(f'{target.shown}: claim "{name}"{place}.', yes=yes)
    with run.finishing():
        answer = target.number.set_username(name, transfer)
        run.done("claimed", f"{name} {str(answer.to_dict().get('status', '')).lower()}".rstrip())


@command("delete", of=username)
@click.argument("number", metavar="NUMBER")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def delete(run: Run, number: str, yes: bool) -> None:
    """Give the username up."""
    target = target_of(run, number)
    old = None if run.is_dry else target.number.username().username
    if old is None and not run.is_dry:
        run.tell(f"{target.shown} has no username, and nothing was sent.")
        return
    run.confirm(f'{target.shown}: give up "{old}". Others may claim it then.', yes=yes)
    with run.finishing():
        target.number.delete_username()
        run.done("given up", old or "")
