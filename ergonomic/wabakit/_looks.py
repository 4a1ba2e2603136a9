"""What is read after a write whose outcome is uncertain, and what of it proves the write.

What is seen has to agree with what was sent, and must not have been known before the write: another
client, a person in WhatsApp Manager or an earlier call may have brought it about as well. Where
more or less than that is proof, the look says so.
"""

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from wabakit_graph import models

from wabakit import _operations as graph
from wabakit._calls import digits_of
from wabakit._flow import Flow, perform
from wabakit._graph import Call
from wabakit._memory import Facts, facts_in
from wabakit._pages import find_number
from wabakit._session import Session

Holds = Callable[[str], bool]

OFF = frozenset({"DISCONNECTED", "PENDING", "UNVERIFIED", "DELETED", "MIGRATED", "UNLINKED"})
"""The statuses that prove a number not to be on the Cloud API."""
NO_NAME_SENT = frozenset({"", "NONE", "NON_EXISTS"})
"""The values of `new_name_status` while no other name was asked for."""
NAME_REFUSED = frozenset({"DECLINED", "EXPIRED"})
BADGE_SOUGHT = frozenset({"PENDING", "UNDER_REVIEW"})
NO_BADGE_SOUGHT = frozenset({"", "NOT_STARTED"})
_DONE = models.SuccessResponse(success=True)


@attrs.frozen
class Finding:
    """What reading the state told about a write."""

    took_effect: bool | None = None
    """None: the state does not tell."""
    seen: str | None = None
    """The state, in words; None when it could not be read."""
    answer: Any = None
    """What the write would have answered."""


Look = Callable[[Session, Call[Any], Facts], Flow[Finding]]
"""Reads the state after a write; the facts are what was known of its number before."""


def registered(session: Session, call: Call[Any], _: Facts) -> Flow[Finding]:
    """Look whether a number is registered at all; with which PIN, and by whom, nothing tells."""
    status = (yield from _facts(session, _node(call, "status"))).get("status", "unknown")
    return Finding(False if status in OFF else None, f"status {status}")


def deregistered(session: Session, call: Call[Any], before: Facts) -> Flow[Finding]:
    """Look whether a number is off the Cloud API; a status such as FLAGGED does not tell."""
    seen = yield from _facts(session, _node(call, "status"))
    proved = _judged("status", seen, before, OFF.__contains__, "CONNECTED".__eq__)
    return Finding(proved, f"status {seen.get('status', 'unknown')}", _DONE)


def verified(session: Session, call: Call[Any], _: Facts) -> Flow[Finding]:
    """Look whether a number is verified: that is what the call is for, whoever did it."""
    read = _node(call, "code_verification_status")
    status = (yield from perform(session, read)).code_verification_status or "absent"
    done = status == models.CodeVerificationStatus.VERIFIED
    return Finding(done, f"code_verification_status {status}", models.CodeVerification(True))


def name_requested(session: Session, call: Call[Any], before: Facts) -> Flow[Finding]:
    """Look whether the name that was sent waits for its review, or was given without one."""
    name = (call.body or {})["new_display_name"]
    read = _node(call, "verified_name", "new_display_name", "new_name_status")
    seen = yield from _facts(session, read)
    review, waiting = seen["new_name_status"], seen["new_display_name"]
    said = f"new_name_status {review or 'absent'}, new_display_name {waiting or 'absent'}"
    for place in ("new_display_name", "verified_name"):
        if seen.get(place) == name:
            return Finding(before.get(place, name) != name or None, said, _DONE)
    if review not in NO_NAME_SENT | NAME_REFUSED:
        return Finding(None, said)  # a review of another name, or of one that is not shown
    proved = _judged("new_name_status", seen, before, lambda _: False, NO_NAME_SENT.__contains__)
    return Finding(proved, said)


def username_set(session: Session, call: Call[Any], before: Facts) -> Flow[Finding]:
    """Look whether a number has the username that was sent."""
    name = (call.body or {})["username"].lower()
    return (yield from _username(session, call, before, lambda held: held.lower() == name))


def username_deleted(session: Session, call: Call[Any], before: Facts) -> Flow[Finding]:
    """Look whether a number is without a username."""
    return (yield from _username(session, call, before, "".__eq__))


def _username(session: Session, call: Call[Any], before: Facts, wanted: Holds) -> Flow[Finding]:
    read = graph.get_username(call.object_id)
    state = yield from perform(session, read)
    seen = facts_in(read, state)[call.object_id]
    proved = _judged("username", seen, before, wanted, lambda _: True)
    answer = _DONE if call.operation == "deleteUsername" else state
    return Finding(proved, f"username {seen['username'] or 'absent'}", answer)


def badge_applied_for(session: Session, call: Call[Any], before: Facts) -> Flow[Finding]:
    """Look whether an application for the official business account badge is under way."""
    read = graph.get_official_business_account(call.object_id)
    state = yield from perform(session, read)
    seen = facts_in(read, state)[call.object_id]
    proved = _judged(
        "oba_status", seen, before, BADGE_SOUGHT.__contains__, NO_BADGE_SOUGHT.__contains__
    )
    answer = models.OfficialBusinessAccountUpdateResponse(success=True, updated_status=state)
    return Finding(proved, f"oba_status {seen['oba_status'] or 'absent'}", answer)


def number_added(session: Session, call: Call[Any], _: Facts) -> Flow[Finding]:
    """Look for a number among those of its account.

    With the name that was sent it is the added one, unless it was seen before. Its id is told.
    """
    digits, name = digits_of(call), (call.body or {})["verified_name"]
    number = yield from find_number(session, call.object_id, digits, "verified_name")
    if number is None:
        return Finding(None, "the account does not list the number")
    known = "id" in session.memory.recall(number.id, session.now())
    named = number.verified_name or ""
    seen = f"number {number.id} with the name {named!r}" + ", as before" * known
    added = models.PhoneNumberCreateResponse(number.id)
    return Finding((named == name and not known) or None, seen, added)


@attrs.frozen
class Rule:
    """How the outcome of a write is found out."""

    look: Look | None = None
    check: str = "Read the state before sending it again."
    """What a person has to look at."""
    denial: int | None = None
    """The code of a refusal which proves that an earlier send changed nothing.

    A write that has one is sent again also where the state does not tell: the answer does.
    """


RULES: Mapping[str, Rule] = {
    "createPhoneNumber": Rule(
        number_added, "List the account and compare digits before adding the number again."
    ),
    "requestCode": Rule(None, "Wait for the code: asking again may send a second message."),
    "verifyCode": Rule(
        verified, "Read code_verification_status: a code works once, and guesses are limited."
    ),
    "registerPhoneNumber": Rule(
        registered,
        "Read status. Register again with the same PIN only; "
        "10 register calls are allowed in 72 hours.",
        denial=133005,
    ),
    "deregisterPhoneNumber": Rule(deregistered, "Read status before deregistering again."),
    "updatePhoneNumber": Rule(
        None, "Read the number. Sending a PIN or a webhook again does no harm."
    ),
    "updatePhoneNumber!new_display_name": Rule(
        name_requested, "Read new_display_name and new_name_status before asking again."
    ),
    "updateOfficialBusinessAccount": Rule(badge_applied_for),
    "setUsername": Rule(username_set),
    "deleteUsername": Rule(username_deleted),
}
"""By operationId, or operationId and the member of the body that makes the difference."""


def rule_of(call: Call[Any]) -> Rule:
    """Return how the outcome of a write is found out."""
    keys = [f"{call.operation}!{name}" for name in call.body or ()]
    return next((RULES[key] for key in [*keys, call.operation] if key in RULES), Rule())


def _judged(name: str, seen: Facts, before: Facts, wanted: Holds, untouched: Holds) -> bool | None:
    """Judge a write by one fact.

    `wanted` tells whether the write leads to a value, `untouched` whether a value shows that it
    did nothing even where nothing was known before.
    """
    now, was = seen.get(name, ""), before.get(name)
    if wanted(now):
        return None if was is None or wanted(was) else True
    return False if (untouched(now) if was is None else was == now) else None


def _node(call: Call[Any], *fields: str) -> Call[models.PhoneNumber]:
    return graph.get_phone_number(call.object_id, fields=",".join(("id", *fields)))


def _facts(session: Session, read: Call[Any]) -> Flow[Facts]:
    answer = yield from perform(session, read)
    return facts_in(read, answer)[read.object_id]
