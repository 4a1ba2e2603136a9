"""What a token is good for, and the token that a code of Embedded Signup stands for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from wabakit.emulator.wire.access import MANAGEMENT, MESSAGING, Token
from wabakit.emulator.wire.catalogue import refuse
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import any_text, text
from wabakit.emulator.world.businesses import App, SignupCode

from .call import Call, answers


@answers("getTokenInfo")
def get_token_info(call: Call, _: None) -> Json:
    """Answer GET /debug_token, with the token of an app or of a user (documented).

    A token that is not valid is answered with 200, `is_valid` false and the reason (documented:
    general Graph). Times are epoch seconds, 0 is never (documented).
    """
    given = call.parameters.required("input_token", any_text)
    tokens = call.around.tokens
    try:
        token = tokens.find(given, call.world, call.now)
    except GraphError as error:
        problem = {"code": error.code, "message": str(error), "subcode": error.subcode}
        invalid: Json = {"is_valid": False, "error": _present(problem), "scopes": []}
        expired = tokens.known(given, call.world)
        return {"data": {**(_said(call, expired) if expired else {}), **invalid}}
    scopes = sorted(token.permissions)
    granular = [_granular(token, scope) for scope in scopes]
    valid = {"is_valid": True, "scopes": scopes, "granular_scopes": granular}
    return {"data": {**_said(call, token), **valid}}


def _said(call: Call, token: Token) -> Json:
    """Say whose a token is, and when it begins and ends."""
    app = call.world.nodes.get(token.app_id)
    return _present(
        {
            "app_id": token.app_id,
            "type": token.type,
            "application": app.name if isinstance(app, App) else None,
            "data_access_expires_at": 0,
            "expires_at": _seconds(token.expires_at),
            "issued_at": None if token.issued_at is None else _seconds(token.issued_at),
            "user_id": token.user_id,
        }
    )


def _present(members: Json) -> Json:
    return {name: value for name, value in members.items() if value is not None}


@answers("exchangeCode")
def exchange_code(call: Call, _: None) -> Json:
    """Answer GET /oauth/access_token: the token of the business that signed up.

    A code works once and for 30 seconds (documented): 100 with subcode 36009 once it was used,
    36007 once it is too old (recorded in tests of public clients), and 100 alone if it never was
    one (assumed). Another app, or another secret than its own, is code 101 or 1 (assumed). The
    token never ends (documented), and token_type comes along (recorded).
    """
    sent = call.parameters
    app = call.world.nodes.get(sent.required("client_id", text()))
    secret, written = sent.required("client_secret", text()), sent.required("code", text())
    if not isinstance(app, App):
        raise GraphError(101, "Error validating application. There is none of this id.")
    if secret != app.secret:
        raise GraphError(1, "Error validating client secret.")
    code = call.world.signup_codes.get(written)
    if code is None or code.app_id != app.id:
        raise GraphError(100, "This is no authorization code of this app.")
    if code.is_used:
        raise refuse((100, 36009))
    if call.now >= code.expires_at:
        raise refuse((100, 36007))
    return {"access_token": _exchange(call, code), "token_type": "bearer"}


def _exchange(call: Call, code: SignupCode) -> str:
    """Use a code up, and take its token from now on."""
    code.is_used = True
    made = f"wabakit-business-token-{call.world.chance.text('business token', 24)}"
    call.around.tokens.add(
        Token(
            text=made,
            permissions=code.permissions,
            accounts=code.accounts,
            issued_at=call.now,
            app_id=code.app_id,
        )
    )
    return made


def _granular(token: Token, scope: str) -> dict[str, Any]:
    """Give a permission with what it is limited to; no limit is not named (documented)."""
    of_accounts = scope in {MANAGEMENT, MESSAGING}
    targets = token.accounts if of_accounts else token.businesses
    return {"scope": scope} | ({} if targets is None else {"target_ids": sorted(targets)})


def _seconds(moment: datetime | None) -> int:
    return 0 if moment is None else int(moment.timestamp())
