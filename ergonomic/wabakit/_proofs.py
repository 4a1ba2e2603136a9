"""What proves a write whose outcome is uncertain, by what is read of the state afterwards.

What is seen has to agree with what was sent, and must not have been known before the write: another
client, a person in WhatsApp Manager or an earlier call may have brought it about as well. Where
more or less than that is proof, the rule says so.
"""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from wabakit._json import JsonObject
from wabakit._memory import Facts
from wabakit._wire import Call

Holds = Callable[[str], bool]

OFF = frozenset({"DISCONNECTED", "PENDING", "UNVERIFIED", "DELETED", "MIGRATED", "UNLINKED"})
"""The statuses that prove a number not to be on the Cloud API."""
NO_NAME_SENT = frozenset({"", "NONE", "NON_EXISTS"})
"""The values of `new_name_status` while no other name was asked for."""
NAME_REFUSED = frozenset({"DECLINED", "EXPIRED"})
BADGE_SOUGHT = frozenset({"PENDING", "UNDER_REVIEW"})
NO_BADGE_SOUGHT = frozenset({"", "NOT_STARTED"})
_DONE: JsonObject = {"success": True}


@attrs.frozen
class Finding:
    """What reading the state told about a write."""

    took_effect: bool | None = None
    """None: the state does not tell."""
    seen: str | None = None
    """The state, in words; None when it could not be read."""
    answer: JsonObject = attrs.field(factory=_DONE.copy)
    """What the write would have been answered."""


Proof = Callable[[Call[Any], JsonObject, Facts], Finding]
"""Judges a write by what was read after it, and by what was known of its number before."""


def untold(_: Call[Any], __: JsonObject, ___: Facts) -> Finding:
    """Judge nothing."""
    return Finding()


def registered(_: Call[Any], seen: JsonObject, __: Facts) -> Finding:
    """Judge whether a number is registered at all; with which PIN, and by whom, nothing tells."""
    return Finding(
        False if seen.get("status") in OFF else None, _said(seen, "status", nothing="unknown")
    )


def deregistered(_: Call[Any], seen: JsonObject, before: Facts) -> Finding:
    """Judge whether a number is off the Cloud API; a status such as FLAGGED does not tell."""
    proved = _judged("status", seen, before, OFF.__contains__, "CONNECTED".__eq__)
    return Finding(proved, _said(seen, "status", nothing="unknown"))


def verified(_: Call[Any], seen: JsonObject, __: Facts) -> Finding:
    """Judge whether a number is verified: that is what the call is for, whoever did it."""
    is_verified = seen.get("code_verification_status") == "VERIFIED"
    return Finding(is_verified, _said(seen, "code_verification_status"))


def name_requested(call: Call[Any], seen: JsonObject, before: Facts) -> Finding:
    """Judge whether the name that was sent waits for its review, or was given without one."""
    name, said = (call.body or {})["new_display_name"], _said(seen, *NAMES[1:])
    for place in ("new_display_name", "verified_name"):
        if seen.get(place) == name:
            return Finding(before.get(place, name) != name or None, said)
    if _text(seen, "new_name_status") not in NO_NAME_SENT | NAME_REFUSED:
        return Finding(None, said)  # a review of another name, or of one that is not shown
    proved = _judged("new_name_status", seen, before, lambda _: False, NO_NAME_SENT.__contains__)
    return Finding(proved, said)


def username_set(call: Call[Any], seen: JsonObject, before: Facts) -> Finding:
    """Judge whether a number has the username that was sent."""
    name = (call.body or {})["username"].lower()
    proved = _judged("username", seen, before, lambda held: held.lower() == name, lambda _: True)
    return Finding(proved, _said(seen, "username"), seen)


def username_deleted(_: Call[Any], seen: JsonObject, before: Facts) -> Finding:
    """Judge whether a number is without a username."""
    proved = _judged("username", seen, before, "".__eq__, lambda _: True)
    return Finding(proved, _said(seen, "username"))


def badge_applied_for(_: Call[Any], seen: JsonObject, before: Facts) -> Finding:
    """Judge whether an application for the official business account badge is under way."""
    sought, none = BADGE_SOUGHT.__contains__, NO_BADGE_SOUGHT.__contains__
    proved = _judged("oba_status", seen, before, sought, none)
    return Finding(proved, _said(seen, "oba_status"), {**_DONE, "updated_status": seen})


def number_added(call: Call[Any], seen: JsonObject, before: Facts) -> Finding:
    """Judge whether a number of an account is the added one: its name, and that it is new, tell."""
    if not seen:
        return Finding(None, "the account does not list the number")
    named, known = _text(seen, "verified_name"), "id" in before
    said = f"number {seen['id']} with the name {named!r}" + ", as before" * known
    is_added = named == (call.body or {})["verified_name"] and not known
    return Finding(is_added or None, said, {"id": seen["id"]})


@attrs.frozen
class Rule:
    """How the outcome of a write is found out."""

    fields: tuple[str, ...] = ()
    """What is read of the number."""
    edge: str = ""
    """What is read in place of the number's fields."""
    prove: Proof = untold
    check: str = "Read the state before sending it again."
    """What a person has to look at."""
    denial: int | None = None
    """The code of a refusal which proves that an earlier send changed nothing.

    A write that has one is sent again also where the state does not tell: the answer does.
    """


NAMES = ("verified_name", "new_name_status", "new_display_name")
RULES: Mapping[str, Rule] = {
    "createPhoneNumber": Rule(
        edge="phone_numbers",
        prove=number_added,
        check="List the account and compare digits before adding the number again.",
    ),
    "requestCode": Rule(check="Wait for the code: asking again may send a second message."),
    "verifyCode": Rule(
        fields=("code_verification_status",),
        prove=verified,
        check="Read code_verification_status: a code works once, and guesses are limited.",
    ),
    "registerPhoneNumber": Rule(
        fields=("status",),
        prove=registered,
        check="Read status. Register again with the same PIN only; "
        "10 register calls are allowed in 72 hours.",
        denial=133005,
    ),
    "deregisterPhoneNumber": Rule(
        fields=("status",), prove=deregistered, check="Read status before deregistering again."
    ),
    "updatePhoneNumber": Rule(check="Read the number. Sending a PIN or a webhook again is safe."),
    "updatePhoneNumber!new_display_name": Rule(
        fields=NAMES,
        prove=name_requested,
        check="Read new_display_name and new_name_status before asking again.",
    ),
    "updateOfficialBusinessAccount": Rule(
        edge="official_business_account", prove=badge_applied_for
    ),
    "setUsername": Rule(edge="username", prove=username_set),
    "deleteUsername": Rule(edge="username", prove=username_deleted),
}
"""By operationId, or operationId and the member of the body that makes the difference."""


def rule_of(call: Call[Any]) -> Rule:
    """Return how the outcome of a write is found out."""
    return next((RULES[name] for name in call.names if name in RULES), Rule())


def _judged(
    name: str, seen: JsonObject, before: Facts, wanted: Holds, untouched: Holds
) -> bool | None:
    """Judge a write by one fact.

    `wanted` tells whether the write leads to a value, `untouched` whether a value shows that it
    did nothing even where nothing was known before.
    """
    now, was = _text(seen, name), before.get(name)
    if wanted(now):
        return None if was is None or wanted(was) else True
    return False if (untouched(now) if was is None else was == now) else None


def _text(seen: JsonObject, name: str) -> str:
    return str(seen.get(name) or "")


def _said(seen: JsonObject, *names: str, nothing: str = "absent") -> str:
    return ", ".join(f"{name} {_text(seen, name) or nothing}" for name in names)
