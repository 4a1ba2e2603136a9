"""Usernames under which people find a number."""

from __future__ import annotations

import re

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import choice, text
from wabakit.emulator.world.nodes import PhoneNumber
from wabakit.emulator.world.usernames import NOT_ELIGIBLE, ON_OTHER_NUMBER, TAKEN

from .call import Call, answers

_SHAPE = re.compile(r"[a-z0-9](?:[a-z0-9]|[._](?![._])){1,33}[a-z0-9]")


@answers("getUsername")
def get_username(_: Call, number: PhoneNumber) -> Json:
    """Answer GET /{phone_number_id}/username; without one the name is missing (documented)."""
    state = {"username": number.username, "status": number.username_status}
    return {name: value for name, value in state.items() if value is not None}


@answers("setUsername")
def set_username(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/username with the status the name got.

    Case does not count, and the name has 3 to 35 letters, digits, single dots and underscores
    (assumed). A name on another number of the portfolio is 147005, and moves with transfer_action
    force_transfer (documented); all emulated accounts are one portfolio here (assumed). It is
    approved once the number is registered, reserved before (assumed).
    """
    username = call.parameters.required("username", text()).lower()
    transfer = call.parameters.optional("transfer_action", choice("none", "force_transfer"))
    if not number.account.may_have_usernames:
        raise _refusal(NOT_ELIGIBLE, "This account may not have usernames yet.")
    if not _SHAPE.fullmatch(username):
        raise _refusal(TAKEN, "This username is not allowed.")
    if username in call.world.usernames_elsewhere:
        raise _refusal(call.world.usernames_elsewhere[username], "Somebody else has this username.")
    holder = _holder(call, username)
    if holder is not None and holder is not number:
        if transfer != "force_transfer":
            message = "Another number of the portfolio has this username; transfer it to move it."
            raise _refusal(ON_OTHER_NUMBER, message)
        _release(holder)
    number.username = username
    number.username_status = "approved" if number.is_registered else "reserved"
    return {"status": number.username_status}


@answers("deleteUsername")
def delete_username(_: Call, number: PhoneNumber) -> Json:
    """Answer DELETE /{phone_number_id}/username; without one it succeeds as well (assumed)."""
    if number.username is not None:
        _release(number)
    return SUCCESS


@answers("listUsernameSuggestions")
def list_username_suggestions(call: Call, number: PhoneNumber) -> Json:
    """Answer GET /{phone_number_id}/username_suggestions (documented).

    They are free names made from the display name (assumed).
    """
    base = re.sub("[^a-z0-9]+", "", (number.verified_name or "").lower())[:25] or "business"
    dial_code = number.country_dial_code
    free = [
        name
        for name in (base, f"{base}_official", f"{base}.{dial_code}", f"the{base}")
        if _SHAPE.fullmatch(name)
        and name not in call.world.usernames_elsewhere
        and _holder(call, name) is None
    ]
    return {"data": [{"username_suggestions": free}]}


def _holder(call: Call, username: str) -> PhoneNumber | None:
    return next((number for number in call.world.numbers if number.username == username), None)


def _release(number: PhoneNumber) -> None:
    number.username, number.username_status = None, "deleted"


def _refusal(code: int, message: str) -> GraphError:
    return GraphError(code, f"(#{code}) {message}", user_title="Username", user_message=message)
