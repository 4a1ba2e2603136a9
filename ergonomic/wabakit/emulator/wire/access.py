"""Who may call: tokens, their permissions, the app secret."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from .errors import GraphError, unsupported_request
from .parameters import any_text
from .request import Request

MANAGEMENT = "whatsapp_business_management"
MESSAGING = "whatsapp_business_messaging"

DEMO_TOKEN = "wabakit-demo-token"  # noqa: S105 - it opens nothing but an emulator
"""The token an emulator takes unless told otherwise; real ones start with EAA."""

_REAL = "EAA"
_REAL_EXPLANATION = (
    "Invalid OAuth access token. This is an emulator: it looks as if a real token was sent to it, "
    "which it refuses lest real ones get about. Send the emulator's own token."
)


@dataclass(frozen=True)
class Token:
    """What a token may do: its permissions, and its accounts, None standing for all."""

    text: str = field(repr=False)
    permissions: frozenset[str]
    accounts: frozenset[str] | None = None
    expires_at: datetime | None = None


class Tokens:
    """The tokens an emulator takes; with `any_token` it takes every one."""

    def __init__(self, *, any_token: bool) -> None:
        self._any_token = any_token
        self._known: dict[str, Token] = {}

    def add(
        self,
        token: str,
        permissions: Iterable[str] = (MANAGEMENT, MESSAGING),
        accounts: Iterable[str] | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Take a token from now on, or change what it may do; `accounts` are ids."""
        seen = None if accounts is None else frozenset(accounts)
        self._known[token] = Token(token, frozenset(permissions), seen, expires_at)

    def check(self, request: Request) -> Token:
        """Find the token of a request: as bearer, in the query or in the body.

        A wrong token is 401 with code 190 (recorded for bearer tokens; assumed where the token
        stands elsewhere, as older captures show 400). A missing one is 401 with code 104 (Meta's
        v23.0 reference; unconfirmed on the wire). An expired one is 190 with subcode 463
        (documented). One that looks like a real one is refused with an explanation.
        """
        given = _given_token(request)
        if not given:
            raise GraphError(104, "An access token is required for this request.")
        # Found by hash: nothing real is guarded here, so timing gives nothing away.
        token = self._known.get(given)
        if token is None:
            if self._any_token:
                return Token(given, frozenset({MANAGEMENT, MESSAGING}))
            message = "Invalid OAuth access token."
            raise GraphError(190, _REAL_EXPLANATION if looks_real(given) else message)
        if token.expires_at is not None and request.now >= token.expires_at:
            raise GraphError(190, "The access token has expired.", subcode=463)
        return token


def check_proof(request: Request, token: str, app_secret: str) -> None:
    """Let a request pass that proves to know the app secret (documented).

    The proof is the hex HMAC-SHA256 of the token under the secret. Without or with a wrong one:
    400, code 100, GraphMethodException (documented by Meta's own SDK and public code).
    """
    given = request.parameters.optional("appsecret_proof", any_text)
    if not given:
        message = "API calls from the server require an appsecret_proof argument"
        raise GraphError(100, message, kind="GraphMethodException")
    proof = hmac.new(app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(given.encode(errors="replace"), proof.encode()):
        message = "Invalid appsecret_proof provided in the API argument"
        raise GraphError(100, message, kind="GraphMethodException")


def check_sight(request: Request, token: Token, account_id: str) -> None:
    """Let a token pass that may see the account.

    To list the numbers of any other account is 403 with code 200 (a public changelog); every other
    call reads like one on an id that does not exist (documented).
    """
    if token.accounts is None or account_id in token.accounts:
        return
    if request.edge == "phone_numbers" and request.method == "GET":
        raise GraphError(200, "(#200) The token has no access to this account")
    raise unsupported_request(request.method, request.node_id)


def check_permissions(token: Token, needed: Iterable[str]) -> None:
    """Let a token pass that has every permission an operation needs, as the contract says.

    Managing needs whatsapp_business_management, registering whatsapp_business_messaging as well
    (documented). A missing one is 403 with code 10 (documented).
    """
    for permission in needed:
        if permission not in token.permissions:
            raise GraphError(10, f"(#10) The token lacks the permission {permission}")


def looks_real(token: str) -> bool:
    """Tell whether a token may be one of Meta's."""
    return token.startswith(_REAL)


def _given_token(request: Request) -> str:
    scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    return request.parameters.optional("access_token", any_text) or ""
