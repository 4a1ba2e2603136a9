"""One-time codes: sent on request, and proof of who has the number."""

from __future__ import annotations

from datetime import timedelta

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import code_error
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import choice, six_digits, text
from wabakit.emulator.world.nodes import PhoneNumber
from wabakit.emulator.world.world import SentCode

from .call import Call, answers

CODE_LIFETIME = timedelta(minutes=10)
"""How long a one-time code can be used (documented)."""

CODES_ALLOWED, CODE_WINDOW = 10, timedelta(hours=72)
"""How many codes may be sent for a number (assumed: unpublished, reported by one project)."""

CODE_GUESSES, CODE_GUESS_WINDOW = 5, timedelta(hours=12)
"""How many wrong codes are taken (assumed); the wait afterwards is documented for signup."""


@answers("requestCode")
def request_code(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/request_code: the outbox receives a code of 6 digits.

    A verified number is refused with 136024 (documented), subcode 2388366 (public code); too many
    requests with subcode 2388367 (public code). A new code takes the place of the one before, and
    the method is read as written, in capitals (assumed).
    """
    method = call.parameters.required("code_method", choice("SMS", "VOICE"))
    language = call.parameters.required("language", text(2, 20))
    title = "Request code error"
    if number.code_verification_status == "VERIFIED":
        raise code_error(136024, 2388366, title, "This phone number is already verified.")
    if number.recent("code", call.now, CODE_WINDOW) >= CODES_ALLOWED:
        raise code_error(136024, 2388367, title, "Codes were requested too often. Try again later.")
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
    return SUCCESS


@answers("verifyCode")
def verify_code(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/verify_code: the number becomes VERIFIED, and stays PENDING.

    A code is used once and for 10 minutes (documented). A wrong one is 136025 with subcode 2388093
    (recorded), and so is one that expired, was used or never sent (assumed). Too many wrong ones
    are 136025 with subcode 2494158 (the subcode is documented for the signup flow).
    """
    code = call.parameters.required("code", six_digits)
    title = "Verify code error"
    if number.recent("wrong code", call.now, CODE_GUESS_WINDOW) >= CODE_GUESSES:
        raise code_error(136025, 2494158, title, "Too many wrong codes. Try again in some hours.")
    expired = number.code_expires_at is None or call.now >= number.code_expires_at
    if number.pending_code is None or expired or code != number.pending_code:
        number.note("wrong code", call.now)
        message = "The code is incorrect, has expired or was used. Request a new one."
        raise code_error(136025, 2388093, title, message)
    number.pending_code = number.code_expires_at = None
    number.forget("wrong code")
    number.code_verification_status, number.code_verified_at = "VERIFIED", call.now
    return SUCCESS
