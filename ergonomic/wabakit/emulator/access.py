"""Who may call."""

from __future__ import annotations

import hashlib
import hmac

from .errors import GraphError
from .parameters import any_text
from .request import Request


def check_token(request: Request, token: str) -> None:
    """Let a request pass that carries the token: as bearer, in the query or in the body.

    A wrong token is 401 with code 190 (recorded for bearer tokens; assumed where the token stands
    elsewhere, as older captures show 400). A missing one is 401 with code 104 (Meta's v23.0
    reference; unconfirmed on the wire).
    """
    given = _given_token(request)
    if not given:
        raise GraphError(104, "An access token is required for this request.")
    if not hmac.compare_digest(given.encode(errors="replace"), token.encode()):
        raise GraphError(190, "Invalid OAuth access token.")


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


def _given_token(request: Request) -> str:
    scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    return request.parameters.optional("access_token", any_text) or ""
