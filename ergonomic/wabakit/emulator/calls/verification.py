"""One-time codes: sent on request, and proof of who has the number."""

from __future__ import annotations

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import GraphError, code_error
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import choice, six_digits, text
from wabakit.emulator.world.businesses import PreverifiedNumber, Provable
from wabakit.emulator.world.chart import lapse, limits
from wabakit.emulator.world.lifecycle import PROOF_HALF_LIFE, proof_ends_at
from wabakit.emulator.world.nodes import PhoneNumber
from wabakit.emulator.world.world import SentCode

from .call import Call, answers

CODE_LIFETIME = lapse("code-lapsed")
"""How long a one-time code can be used (documented)."""

(CODES,) = limits("requestCode", "codes sent")
"""How many codes may be sent for a number (assumed: unpublished, reported by one project)."""

(GUESSES,) = limits("verifyCode", "wrong codes")
"""How many wrong codes are taken (assumed); the wait afterwards is documented for signup."""

_ASKING, _PROVING = "Request code error", "Verify code error"


@answers("requestCode")
def request_code(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/request_code: the outbox receives a code of 6 digits.

    A verified number is refused with 136024 (documented), subcode 2388366 (public code); too many
    requests with subcode 2388367 (public code). A new code takes the place of the one before, and
    the method is read as written, in capitals (assumed).
    """
    method, language = _asked(call)
    if number.code_verification_status == "VERIFIED":
        raise code_error(136024, 2388366, _ASKING, "This phone number is already verified.")
    _send(call, number, method, language)
    return SUCCESS


@answers("requestPreverifiedCode")
def request_preverified_code(call: Call, number: PreverifiedNumber) -> Json:
    """Answer POST /{preverified_id}/request_code.

    A number that is VERIFIED for more than 45 days to come is refused (documented), with code 100
    (assumed); in its last 45 days it can be verified anew (documented). The other limits are those
    of ordinary numbers (assumed).
    """
    method, language = _asked(call)
    ends_at = proof_ends_at(number)
    if ends_at is not None and ends_at - call.now > PROOF_HALF_LIFE:
        raise GraphError(
            100,
            "(#100) This phone number is verified",
            user_title=_ASKING,
            user_message="It can be verified again in the last 45 days before that ends.",
        )
    _send(call, number, method, language)
    return SUCCESS


def _asked(call: Call) -> tuple[str, str]:
    method = call.parameters.required("code_method", choice("SMS", "VOICE"))
    return method, call.parameters.required("language", text(2, 20))


def _send(call: Call, number: PhoneNumber | PreverifiedNumber, method: str, language: str) -> None:
    if number.recent("code", call.now, CODES.window) >= CODES.allowed:
        message = "Codes were requested too often. Try again later."
        raise code_error(136024, 2388367, _ASKING, message)
    number.note("code", call.now)
    number.pending_code = call.world.chance.digits(f"code/{number.id}", 6)
    number.code_expires_at = call.now + CODE_LIFETIME
    call.world.outbox.append(
        SentCode(
            phone_number_id=number.id,
            display_phone_number=number.display_phone_number,
            method=method,
            language=language,
            code=number.pending_code,
            sent_at=call.now,
            expires_at=number.code_expires_at,
        )
    )


@answers("verifyCode")
def verify_code(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/verify_code: the number becomes VERIFIED, and stays PENDING.

    A code is used once and for 10 minutes (documented). A wrong one is 136025 with subcode 2388093
    (recorded), and so is one that expired, was used or never sent (assumed). Too many wrong ones
    are 136025 with subcode 2494158 (the subcode is documented for the signup flow). A number that
    migrates is refused while the one it comes from has a PIN (documented), with 136025 (assumed).
    """
    source = call.world.nodes.get(number.migrates_from or "")
    if isinstance(source, PhoneNumber) and source.pin is not None:
        message = "Turn off two-step verification of the number in the account it comes from."
        raise code_error(136025, None, _PROVING, message)
    _prove(call, number)
    return SUCCESS


@answers("verifyPreverifiedCode")
def verify_preverified_code(call: Call, number: PreverifiedNumber) -> Json:
    """Answer POST /{preverified_id}/verify_code: the number is VERIFIED for 90 days (documented).

    What is refused is refused as for ordinary numbers (assumed).
    """
    _prove(call, number)
    return SUCCESS


def _prove(call: Call, number: Provable) -> None:
    code = call.parameters.required("code", six_digits)
    if number.recent("wrong code", call.now, GUESSES.window) >= GUESSES.allowed:
        message = "Too many wrong codes. Try again in some hours."
        raise code_error(136025, 2494158, _PROVING, message)
    expired = number.code_expires_at is None or call.now >= number.code_expires_at
    if number.pending_code is None or expired or code != number.pending_code:
        number.note("wrong code", call.now)
        message = "The code is incorrect, has expired or was used. Request a new one."
        raise code_error(136025, 2388093, _PROVING, message)
    number.pending_code = number.code_expires_at = None
    number.forget("wrong code")
    number.code_verification_status, number.code_verified_at = "VERIFIED", call.now
