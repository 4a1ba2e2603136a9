"""What time does to numbers: proofs that age, windows that close."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from .businesses import PreverifiedNumber
from .chart import lapse
from .nodes import UNDER_REVIEW, Node, PhoneNumber

if TYPE_CHECKING:
    from .world import World


PROOF_HALF_LIFE = lapse("proof-ended", in_pool=True)
"""How long before its proof ends a number of a pool can be verified again (documented)."""

POOL_PROOF_LIFETIME = lapse("proof-half-over", in_pool=True) + PROOF_HALF_LIFE
"""How long a number of a pool stays VERIFIED (documented)."""

POOL_STAY = lapse("never-verified", in_pool=True)
"""How long a number may lie in a pool unverified; then it is removed (documented)."""

CODE_STATUS_LIFETIME = lapse("proof-aged")
"""How long a number stays VERIFIED.

No source gives a time; 28 days is what pre-verified numbers had in 2023, and have no longer
(assumed).
"""

NEW_NAME_WINDOW = lapse("name-window-closed")
"""How long an approved new name waits for the number to be registered again (documented)."""

CLAIM_WINDOW = lapse("claim-lapsed")
"""How long a number that was claimed out of a pool can wait to be registered (documented)."""


def find(world: World, node_id: str, now: datetime) -> Node | None:
    """Find a node as time has left it; None if there is none, or no longer."""
    node = world.nodes.get(node_id)
    if isinstance(node, PhoneNumber):
        age(node, now)
    elif isinstance(node, PreverifiedNumber) and age_in_pool(node, now):
        world.remove(node)
        return None
    return node


def age_pool(world: World, now: datetime) -> list[PreverifiedNumber]:
    """List the numbers of all pools as time has left them, in the order they came."""
    found = [find(world, number.id, now) for number in world.all(PreverifiedNumber)]
    return [number for number in found if isinstance(number, PreverifiedNumber)]


def age_all(world: World, now: datetime) -> None:
    """Let time do to every number what it does by itself."""
    for node_id in [*world.nodes]:
        find(world, node_id, now)


def age(number: PhoneNumber, now: datetime) -> None:
    """Let time do to a number of an account what it does by itself."""
    _age_name(number, now)
    _age_claim(number, now)
    _age_proof(number, now)


def proof_ends_at(number: PreverifiedNumber) -> datetime | None:
    """Tell when the proof of a number in a pool ends or has ended; None if there never was one."""
    verified_at = number.code_verified_at
    return None if verified_at is None else verified_at + POOL_PROOF_LIFETIME


def age_in_pool(number: PreverifiedNumber, now: datetime) -> bool:
    """Let time pass for a number of a pool; tell whether it has to go.

    One that is not verified within 90 days is removed (documented). VERIFIED becomes EXPIRED 90
    days after the verification (documented); the number then stays in the pool (documented).
    """
    ends_at = proof_ends_at(number)
    if ends_at is None:
        return now >= number.added_at + POOL_STAY
    if now >= ends_at and number.code_verification_status == "VERIFIED":
        number.code_verification_status = "EXPIRED"
    return False


def _age_name(number: PhoneNumber, now: datetime) -> None:
    """Review an approved new name anew if it was not put to use in time (documented)."""
    approved_at = number.new_name_approved_at
    if approved_at is None or now < approved_at + NEW_NAME_WINDOW:
        return
    number.new_name_approved_at = None
    if number.new_name_status == "APPROVED":
        number.new_name_status, number.new_certificate = UNDER_REVIEW, None


def _age_proof(number: PhoneNumber, now: datetime) -> None:
    """Let a proof of ownership expire by itself: VERIFIED becomes EXPIRED.

    A connected number stays CONNECTED (recorded); only another registration, after deregistering,
    needs a new code (documented). It takes 28 days from the verification (assumed).
    """
    verified_at = number.code_verified_at
    if verified_at is None or number.claimed_at or now < verified_at + CODE_STATUS_LIFETIME:
        return
    number.code_verified_at = None
    if number.code_verification_status == "VERIFIED":
        number.code_verification_status = "EXPIRED"


def _age_claim(number: PhoneNumber, now: datetime) -> None:
    """Let a number of a pool that was claimed be unverified if nobody registers it in 90 days.

    That it is unverified then, and needs a new code, is documented; it becomes NOT_VERIFIED
    (assumed).
    """
    if number.claimed_at is None or now < number.claimed_at + CLAIM_WINDOW:
        return
    number.claimed_at = number.code_verified_at = None
    number.code_verification_status = "NOT_VERIFIED"
