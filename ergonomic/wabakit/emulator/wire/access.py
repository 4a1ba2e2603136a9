"""Who may call: tokens, their permissions, the app secret."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

from wabakit.emulator.world.businesses import App, Business, PreverifiedNumber
from wabakit.emulator.world.nodes import Account, Node

from .errors import GraphError, unsupported_request
from .parameters import any_text

if TYPE_CHECKING:
    from wabakit.emulator.world.world import World

    from .request import Request


MANAGEMENT = "whatsapp_business_management"
MESSAGING = "whatsapp_business_messaging"
BUSINESS = "business_management"
PERMISSIONS = (MANAGEMENT, MESSAGING, BUSINESS)
"""All that a token may be allowed to do here."""

DEMO_TOKEN = "wabakit-demo-token"  # noqa: S105 - it opens nothing but an emulator
"""The token an emulator takes unless told otherwise; real ones start with EAA."""

_REAL = "EAA"
_REAL_EXPLANATION = (
    "Invalid OAuth access token. This is an emulator: it looks as if a real token was sent to it, "
    "which it refuses lest real ones get about. Send the emulator's own token."
)


DEMO_APP, DEMO_SECRET = "670843887433847", "wabakit-demo-secret"
"""The app in whose name an emulator's own token calls, and its secret unless told otherwise."""

_SYSTEM_USER = "122000000000001"


@dataclass(frozen=True, kw_only=True)
class Token:
    """What a token is, and what it may do; None as its accounts or businesses stands for all."""

    text: str = field(repr=False)
    permissions: frozenset[str]
    accounts: frozenset[str] | None = None
    businesses: frozenset[str] | None = None
    expires_at: datetime | None = None
    issued_at: datetime | None = None
    type: str = "SYSTEM_USER"
    app_id: str = DEMO_APP
    user_id: str | None = _SYSTEM_USER

    def sees(self, node: Node) -> bool:
        """Tell whether the token may see a node.

        A number is seen by whoever sees one of the accounts that list it, a number of a pool by its
        owner and by those it is shared with, an app by its own tokens alone (assumed).
        """
        if isinstance(node, App):
            return self.app_id == node.id
        if isinstance(node, Business):
            return self.businesses is None or node.id in self.businesses
        if isinstance(node, PreverifiedNumber):
            return any(map(self.sees, [node.owner_business, *node.partners]))
        listed = [node] if isinstance(node, Account) else node.accounts
        return self.accounts is None or any(account.id in self.accounts for account in listed)


class Granted(TypedDict, total=False):
    """What a token may do, where it is less than all: names of permissions, ids, when it ends."""

    permissions: Iterable[str]
    accounts: Iterable[str] | None
    businesses: Iterable[str] | None
    expires_at: datetime | None
    app_id: str
    type: str


def grant(text: str, now: datetime, **granted: Unpack[Granted]) -> Token:
    """Make a token, that of a system user unless it says otherwise."""
    accounts, businesses = granted.get("accounts"), granted.get("businesses")
    return Token(
        text=text,
        permissions=frozenset(granted.get("permissions", PERMISSIONS)),
        accounts=None if accounts is None else frozenset(accounts),
        businesses=None if businesses is None else frozenset(businesses),
        expires_at=granted.get("expires_at"),
        issued_at=now,
        app_id=granted.get("app_id", DEMO_APP),
        type=granted.get("type", "SYSTEM_USER"),
    )


NOBODY = Token(text="", permissions=frozenset(), user_id=None)
"""Who calls an operation that needs no token."""


class Tokens:
    """The tokens an emulator takes; with `any_token` it takes every one."""

    def __init__(self, *, any_token: bool) -> None:
        self._any_token = any_token
        self._known: dict[str, Token] = {}

    def add(self, token: Token) -> None:
        """Take a token from now on, or change what it may do."""
        self._known[token.text] = token

    def check(self, request: Request, world: World) -> Token:
        """Find the token of a request: as bearer, in the query or in the body.

        A missing one is 401 with code 104 (Meta's v23.0 reference; unconfirmed on the wire).
        """
        given = _given_token(request)
        if not given:
            raise GraphError(104, "An access token is required for this request.")
        return self.find(given, world, request.now)

    def find(self, given: str, world: World, now: datetime) -> Token:
        """Find what a token may do.

        A wrong token is 401 with code 190 (recorded for bearer tokens; assumed where the token
        stands elsewhere, as older captures show 400). An expired one is 190 with subcode 463
        (documented). One that looks like a real one is refused with an explanation. An app's own
        token is its id, a bar and its secret (documented).
        """
        token = self.known(given, world)
        if token is None:
            if self._any_token:
                return Token(text=given, permissions=frozenset(PERMISSIONS))
            message = "Invalid OAuth access token."
            raise GraphError(190, _REAL_EXPLANATION if looks_real(given) else message)
        if token.expires_at is not None and now >= token.expires_at:
            raise GraphError(190, "The access token has expired.", subcode=463)
        return token

    def known(self, given: str, world: World) -> Token | None:
        """Find a token, expired or not; None if it never was one."""
        # Found by hash: nothing real is guarded here, so timing gives nothing away.
        return self._known.get(given) or _app_token(given, world)


def _app_token(given: str, world: World) -> Token | None:
    app_id, _, secret = given.partition("|")
    app = world.nodes.get(app_id)
    if not isinstance(app, App) or app.secret != secret:
        return None
    return Token(text=given, permissions=frozenset(), type="APP", app_id=app.id, user_id=None)


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


def check_sight(request: Request, token: Token, node: Node) -> None:
    """Let a token pass that may see a node.

    To list the numbers of any other account is 403 with code 200 (a public changelog), and so is
    what has to do with its subscribed apps (documented); every other call reads like one on an id
    that does not exist (documented).
    """
    if token.sees(node):
        return
    is_list = request.edge == "phone_numbers" and request.method == "GET"
    if is_list or request.edge == "subscribed_apps":
        raise GraphError(200, "(#200) The token has no access to this account")
    raise unsupported_request(request.method, request.node_id)


def check_is_apps(token: Token) -> None:
    """Let an app's own token pass; any other is code 15 (recorded in public issues)."""
    if token.type != "APP":
        raise GraphError(15, "(#15) This method must be called with an app access_token.")


def check_permissions(token: Token, needed: Iterable[str]) -> None:
    """Let a token pass that has every permission an operation needs, as the contract says.

    Managing needs whatsapp_business_management, registering whatsapp_business_messaging as well
    (documented). Portfolios and pools need business_management (documented). A missing one is 403
    with code 10 (documented).
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
