"""`wabakit api`: a call that no command stands for."""

from typing import Any

import click

from wabakit._made.words import SECRET_MEMBERS, SECRETS
from wabakit._secret import masked
from wabakit.cli.changing import object_of
from wabakit.cli.problems import refuse
from wabakit.cli.run import Run
from wabakit.cli.screen import as_json
from wabakit.cli.shared import command

METHODS = ("GET", "POST", "DELETE")


@command("api")
@click.argument("method", type=click.Choice(METHODS, False), metavar="|".join(METHODS))
@click.argument("path")
@click.option("-f", "--field", multiple=True, metavar="NAME=VALUE", help="Query, or body of POST.")
@click.option("--body", type=click.File(encoding="utf-8"), help="JSON for POST; - reads it.")
@click.option("--yes", is_flag=True, help="Do not ask before POST and DELETE.")
def api(run: Run, method: str, path: str, field: tuple[str, ...], body: Any, yes: bool) -> None:
    """Make any call of Graph: api GET /ID/EDGE -f fields=id."""
    given = dict(_pair(text) for text in field)
    sent: dict[str, Any] | None = None
    if method == "POST":
        sent = {**(object_of(body, f"--body {body.name}") if body else {}), **given}
    elif body:
        refuse(f"--body goes with POST, not with {method}")
    if method != "GET":
        run.confirm(f"{method} {path}. This may change something.", yes=yes)
    params = given if sent is None else None
    answer = run.client.request(method, path.lstrip("/"), params, sent)
    # Lists lead to their next page by links with the token in them.
    run.out.write(masked(as_json(answer, 2), (), SECRET_MEMBERS) + "\n")


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        refuse(f"-f {name}: not NAME=VALUE")
    if name in SECRETS:
        refuse(f"-f {name}: a secret is no option, which others see", "--body FILE, or --body -")
    return name, value
