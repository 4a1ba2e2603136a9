"""`wabakit settings`: calling, storage, encryption and identity of a number."""

import json
from io import StringIO
from typing import Any, cast

import click

from wabakit._made.words import SECRETS
from wabakit._secret import MASK
from wabakit.cli.asking import can_ask
from wabakit.cli.changing import card_of, confirm_change, object_of, without_secrets
from wabakit.cli.problems import refuse
from wabakit.cli.run import Run
from wabakit.cli.shared import command, following, group
from wabakit.cli.target import Target, target_of

settings: click.Group = group("settings", "The settings of a number.")

WHOLE = "call_hours"
"""What Graph replaces as a whole: a member of it alone would take the others away."""


@command("show", of=settings)
@click.argument("number", metavar="NUMBER")
def show(run: Run, number: str) -> None:
    """Show the settings; SIP passwords are left out."""
    run.show_one(run.number(number).settings().to_dict(), card_of)


@command("set", of=settings)
@click.argument("number", metavar="NUMBER")
@click.argument("pairs", metavar="GROUP.MEMBER=VALUE...", nargs=-1)
@click.option("--body", type=click.File(encoding="utf-8"), help="JSON of a group; - reads it.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def set_(run: Run, number: str, pairs: tuple[str, ...], body: Any, yes: bool) -> None:
    """Change one group, such as calling.status=ENABLED. It is shown before."""
    new: dict[str, Any] = object_of(body, f"--body {body.name}") if body else {}
    for pair in pairs:
        _put(new, pair)
    _check_group(new)
    target = target_of(run, number)
    _change(run, target, {} if run.is_dry else target.number.settings().to_dict(), new, yes)


@command("edit", of=settings)
@click.argument("number", metavar="NUMBER")
@click.argument("group", metavar="GROUP")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def edit(run: Run, number: str, group: str, yes: bool) -> None:
    """Change one group in your editor, such as calling."""
    if not can_ask(run.no_input):
        refuse("Without a terminal, no editor", following("settings set NUMBER --body FILE"))
    target = target_of(run, number)
    before = {} if run.is_dry else target.number.settings().to_dict()
    text = json.dumps({group: before.get(group, {})}, indent=2, ensure_ascii=False)
    edited = click.edit(text, extension=".json")
    if edited is None:
        run.tell("Nothing was changed, and nothing was sent.")
        return
    new = object_of(StringIO(edited), "what was edited")
    _check_group(new)
    (name, members), had = next(iter(new.items())), before.get(group, {})
    if name != group or not isinstance(members, dict):
        refuse(f"what was edited: the members of {group} were to stand in it")
    # What was left as it is stays out: some words are told, and cannot be sent, as NOT_SET.
    said = cast("dict[str, Any]", members).items()
    changed = {member: value for member, value in said if had.get(member) != value}
    _change(run, target, before, {group: changed}, yes)


def _change(run: Run, target: Target, before: Any, new: dict[str, Any], yes: bool) -> None:
    if confirm_change(run, before, _shown(new), yes=yes):
        with run.finishing():
            target.number.update_settings(**new)
            run.done("changed", target.shown)


def _put(new: dict[str, Any], pair: str) -> None:
    """Put a value where `group.member=value` says."""
    path, mark, text = pair.partition("=")
    *outer, last = path.split(".")
    if not mark or not outer or not all([*outer, last]):
        refuse(f"{pair.partition('=')[0]}: not GROUP.MEMBER=VALUE")
    if WHOLE in outer:
        refuse(f"{path}: {WHOLE} is replaced as a whole", following("settings edit NUMBER calling"))
    value = _value(text)
    if {last, *outer} & SECRETS or _shown(value) != value:
        refuse(f"{path}: a secret is no option, which others see", "--body FILE, or --body -")
    place = new
    for name in outer:
        inner = place.setdefault(name, {})
        if not isinstance(inner, dict):
            refuse(f"{path}: {name} has a value already")
        place = cast("dict[str, Any]", inner)
    place[last] = value


def _value(text: str) -> Any:
    """Read a value: JSON where it is some, such as true, 60 or ["DE"]; else text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _check_group(new: dict[str, Any]) -> None:
    import wabakit

    groups = list[str](wabakit.Settings.fields)
    if len(new) != 1 or not groups or next(iter(new)) not in groups:
        named = ", ".join(new) or "none"
        refuse(f"Graph takes one group a call, of {', '.join(groups)}; named: {named}")


def _shown(value: Any) -> Any:
    """Return a value as it may be shown."""
    return without_secrets(value, lambda _: MASK)
