"""`--dry-run`: a call is printed as curl, and nothing is sent."""

import json
import shlex
from typing import Any

import httpx

from wabakit._made.words import SECRETS
from wabakit.cli.changing import without_secrets
from wabakit.cli.problems import NothingSent
from wabakit.cli.screen import Screen
from wabakit.cli.telephone import NOT_KNOWN


class Printing(httpx.BaseTransport):
    """Prints what it is to send."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Print a call.

        Raises:
            NothingSent: always, as there is no answer.
        """
        self._screen.write(as_curl(request) + "\n")
        raise NothingSent


def as_curl(request: Any) -> str:
    """Write a call for a shell; the token and other secrets are variables of it."""
    address = shlex.quote(str(request.url))
    number_id = "'\"$NUMBER_ID\"'" if address.startswith("'") else "$NUMBER_ID"
    parts = [f"curl -X {request.method} {address.replace(NOT_KNOWN, number_id)}"]
    parts.append('-H "Authorization: Bearer $WHATSAPP_ACCESS_TOKEN"')
    if body := request.read():
        kind = request.headers.get("content-type", "application/json")
        parts += [f"-H {shlex.quote(f'Content-Type: {kind}')}", f"-d {_body(body.decode())}"]
    return " \\\n  ".join(parts)


def _body(text: str) -> str:
    """Quote a body; in the place of a secret stands the variable that is to hold it."""
    try:
        body = json.loads(text)
    except ValueError:
        return shlex.quote(text)
    shown = without_secrets(body, "<{}>".format)
    quoted = shlex.quote(json.dumps(shown, ensure_ascii=False))
    for name in SECRETS:
        quoted = quoted.replace(f'"<{name}>"', f'"\'"${name.upper()}"\'"')
    return quoted
