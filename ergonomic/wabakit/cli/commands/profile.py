"""`wabakit profile`: how accounts are reached."""

import click

from wabakit.cli.problems import NothingSent, Problem, refuse
from wabakit.cli.run import Run
from wabakit.cli.screen import Part
from wabakit.cli.shared import command, group, profiles
from wabakit.cli.table import Column, Row, plain

profile: click.Group = group("profile", "Profiles: which accounts, and where a token comes from.")

COLUMNS = (
    Column("default", ""),
    Column("name", "PROFILE"),
    Column("waba", "ACCOUNTS", is_cut=True),
    Column("base_url", "WHERE", weight=2),
    Column("token", "TOKEN", weight=1, is_cut=True),
)


@command("list", of=profile)
def list_(run: Run) -> None:
    """List the profiles."""
    file = run.settings.file
    run.show([_row(name, held, file.default) for name, held in file.profiles.items()], COLUMNS)
    if not file.profiles:
        run.tell(f"There is none in {file.shown}. The profile demo is there without it.")
        run.tell("next: ", ("wabakit profile init NAME --waba ID --token-command COMMAND", "bold"))


@command("show", of=profile)
def show(run: Run) -> None:
    """Show which settings are in use, and where each was found. Of a token the end alone."""
    settings = run.settings
    row: dict[str, str | None] = {"profile": settings.profile_name}
    for name in ("waba", "base_url", "api_version"):
        found = settings.find(name)
        row[name] = f"{plain(found.value)} ({found.source})" if found else None
    try:
        token = settings.token
        row["token"] = f"{token.ending} ({token.source})"
    except Problem as error:
        row["token"] = error.message
    row["file"] = settings.file.shown
    run.show_one(row, _lines)


@command("use", of=profile)
@click.argument("name", shell_complete=profiles)
def use(run: Run, name: str) -> None:
    """Make a profile the one that is used where none is named."""
    file = run.settings.file
    file.get(name)
    file.default = name
    if run.is_dry:
        raise NothingSent
    file.save()
    run.done(f"{name} is used from now on")


@command("init", of=profile)
@click.argument("name")
@click.option("--business", metavar="ID", help="The portfolio, for all of its accounts.")
@click.option("--token-command", metavar="COMMAND", help='Prints the token: "pass show meta/acme".')
@click.option("--token-env", metavar="NAME", help="The variable that holds the token.")
@click.option("--app-secret-command", metavar="COMMAND", help="Prints the app secret.")
@click.option("--alias", multiple=True, metavar="NAME=NUMBER", help="A name for a number: @NAME.")
def init(run: Run, name: str, alias: tuple[str, ...], **said: str) -> None:
    """Write a profile: its account, by --waba ID, and how a token is had."""
    if not (said.get("token_command") or said.get("token_env")):
        refuse(
            "How is the token had? A profile never holds it",
            'add --token-command "pass show meta/acme", or --token-env NAME',
        )
    given = {key: run.given.get(key) for key in ("api_version", "base_url")}
    wabas = list[str](run.given.get("waba") or ())
    held = {"waba": wabas, **said, **given, "alias": dict(map(_alias, alias))}
    file = run.settings.file
    file.profiles[name] = {key: value for key, value in held.items() if value}
    file.default = file.default or name
    if run.is_dry:
        raise NothingSent
    file.save()
    run.done("written", file.shown, f"wabakit --profile {name} doctor")


def _alias(text: str) -> tuple[str, str]:
    name, mark, number = text.removeprefix("@").partition("=")
    if not mark:
        refuse(f"--alias {text}: not NAME=NUMBER")
    return name, number


def _row(name: str, held: Row, default: str | None) -> Row:
    waba: str | list[str] = held.get("waba") or []
    return {
        "default": "*" if name == default else "",
        "name": name,
        "waba": ", ".join([waba] if isinstance(waba, str) else waba),
        "base_url": held.get("base_url"),
        "token": held.get("token_command") or held.get("token_env"),
    }


def _lines(row: Row) -> list[tuple[str, Part]]:
    return [(name.replace("_", " "), plain(value) or "–") for name, value in row.items()]
