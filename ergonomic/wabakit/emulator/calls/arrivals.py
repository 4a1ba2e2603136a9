"""How numbers come into an account: new, out of a pool, from another account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wabakit.emulator.wire.errors import GraphError, invalid_parameter
from wabakit.emulator.world.businesses import PreverifiedNumber
from wabakit.emulator.world.lifecycle import find
from wabakit.emulator.world.nodes import Account, PhoneNumber

if TYPE_CHECKING:
    from .call import Call


_KEPT = (
    "verified_name name_status certificate quality_rating messaging_limit_tier"
    " whatsapp_business_manager_messaging_limit oba_status oba_status_message"
).split()
"""What a number keeps that comes from another account (documented)."""


def check_room(account: Account) -> None:
    """Refuse a number too many: 400, code 100 (Meta's v23.0 reference has 422 with that code)."""
    if len(account.numbers) >= account.max_numbers:
        raise GraphError(
            100,
            "(#100) This account has as many phone numbers as it may have",
            user_title="Too many phone numbers",
            user_message=f"The account is limited to {account.max_numbers} phone numbers.",
        )


def check_absent(call: Call, account: Account, digits: str) -> None:
    """Refuse a number that the account has already.

    It is 400, code 100, subcode 2388012 (the subcode is documented, the rest of the body is
    assumed).
    """
    holder = call.world.holder(digits)
    if isinstance(holder, PhoneNumber) and account in holder.accounts:
        raise _taken(2388012, "this account")


def check_free(call: Call, digits: str) -> None:
    """Refuse a number that another account or a pool has: subcode 2388002 (assumed)."""
    if call.world.holder(digits) is not None:
        raise _taken(2388002, "another account")


def _taken(subcode: int, where: str) -> GraphError:
    return GraphError(
        100,
        "(#100) This phone number cannot be added",
        subcode=subcode,
        user_title="Phone number not added",
        user_message=f"The number is already in {where}.",
    )


def from_pool(
    call: Call, account: Account, preverified_id: str, digits: str, name: str | None
) -> PhoneNumber:
    """Claim a number of a pool: it arrives VERIFIED and with a new id, and leaves the pool.

    That the call does what a customer does in Embedded Signup is assumed. A number that is not in a
    pool of the token's, not VERIFIED or another one than is sent is code 100 (assumed).
    """
    number = find(call.world, preverified_id, call.now)
    if not isinstance(number, PreverifiedNumber) or not call.token.sees(number):
        raise invalid_parameter("preverified_id", "is no number of a pool")
    if number.code_verification_status != "VERIFIED":
        raise invalid_parameter("preverified_id", "is a number that has to be verified first")
    if number.digits != digits:
        raise invalid_parameter("phone_number", "is not the number of preverified_id")
    return call.world.claim(number, account, call.now, verified_name=name)


def from_account(call: Call, account: Account, digits: str) -> PhoneNumber | None:
    """Let a number begin to move from another account; it has a new id (documented).

    None if no other account has it here: then it comes from where nobody can see it. What Meta asks
    of both accounts and of the number is documented; that a lack is code 100 is assumed. The number
    in the other account works on until this one is registered (documented).
    """
    source = call.world.holder(digits)
    if not isinstance(source, PhoneNumber):
        return None
    lack = next((lack for lack, is_lacking in _lacks(call, account, source) if is_lacking), None)
    if lack is not None:
        raise GraphError(
            100,
            "(#100) This phone number cannot be migrated",
            user_title="Phone number not migrated",
            user_message=f"It cannot be migrated while {lack}.",
        )
    kept = {name: getattr(source, name) for name in _KEPT}
    national = digits.removeprefix(source.country_dial_code)
    return call.world.add_number(
        account, source.country_dial_code, national, call.now, migrates_from=source.id, **kept
    )


def _lacks(call: Call, account: Account, source: PhoneNumber) -> list[tuple[str, bool]]:
    """List what keeps a number from moving, and whether it does."""
    both = (account, source.account)
    return [
        ("it is not registered", not source.is_registered),
        ("its name is not approved", source.name_status != "APPROVED"),
        ("a change of its name is pending", source.new_name_status is not None),
        ("it is a test number", source.account_mode == "SANDBOX"),
        ("it is in use with the WhatsApp Business app", source.is_on_biz_app),
        ("an account is not approved", any(a.account_review_status != "APPROVED" for a in both)),
        ("a business is not verified", not all(a.is_verified for a in both)),
        ("the destination has no payment method", account.primary_funding_id is None),
        (
            "no app is subscribed to the destination",
            not call.world.subscriptions.of_account(account.id),
        ),
        (
            "it is on its way already",
            any(number.migrates_from == source.id for number in call.world.numbers),
        ),
    ]
