"""Registration of a verified number, and back."""

from __future__ import annotations

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import GraphError, registration_error
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import choice, six_digits
from wabakit.emulator.wire.usage import REGISTRATION_CALLS
from wabakit.emulator.world.chart import lapse, limits
from wabakit.emulator.world.nodes import UNDER_REVIEW, PhoneNumber
from wabakit.emulator.world.reviews import take_new_name

from .call import Call, answers

(CALLS,) = limits("registerPhoneNumber", "calls")
"""How often register and deregister each may be called for a number (documented)."""

FAST_GUESSES, GUESSES = limits("registerPhoneNumber", "wrong PINs")
"""How many wrong PINs are taken in a hurry before 133009, and at all before 133008 (assumed)."""

SIGNUP_WINDOW = lapse("signup-window-closed")
"""How long a number from Embedded Signup can wait to be registered (documented)."""

_REGIONS = choice(*"AE AU BH BR CA CH DE GB ID IN JP KR SG ZA".split())


@answers("registerPhoneNumber", counted_as=REGISTRATION_CALLS)
def register(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/register: the number becomes CONNECTED.

    The PIN is set if there is none, else it must match: 133005 (documented). A number that is not
    connected needs a verified code, an expired one does not do: 133006 (documented). Registering a
    connected number again with its PIN changes nothing but an approved new name, which takes effect
    (documented); a name not yet approved stays where it is (documented). In the account model that
    Meta introduces a second partner's PIN is passed over in silence, which is not emulated, as the
    answer that says so is not known. A number that migrates replaces the one in the other account,
    whose id is dead from now on (documented). Calls that lack a good parameter do not count
    towards the limit (assumed).
    """
    call.parameters.required("messaging_product", choice("whatsapp"))
    pin = call.parameters.required("pin", six_digits)
    region = call.parameters.optional("data_localization_region", _REGIONS)
    _count_call(call, number, "register")
    if not number.is_registered and number.code_verification_status != "VERIFIED":
        details = "Request a code and verify the phone number before registering it."
        raise registration_error(133006, "Phone number must be verified", details)
    _check_readiness(call, number)
    _check_pin(call, number, pin)
    if region is not None:
        _localize(number, region)
    call.world.take_over(number)
    number.pin = pin
    number.status, number.platform_type = "CONNECTED", "CLOUD_API"
    number.last_onboarded_time = call.now
    number.signed_up_at = number.claimed_at = None
    if number.new_name_status == "APPROVED":
        take_new_name(number)
    return SUCCESS


@answers("deregisterPhoneNumber", counted_as=REGISTRATION_CALLS)
def deregister(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/deregister: the number becomes DISCONNECTED (assumed).

    It keeps its PIN and its verification, and must be registered to be used again (assumed). A
    number shared with the WhatsApp Business app is refused (documented), with code 100 (Meta's
    v23.0 reference), one that is not registered with 133010 (assumed from the code's meaning).
    """
    if number.is_on_biz_app:
        raise GraphError(100, "(#100) A phone number in use with the app cannot be deregistered")
    _count_call(call, number, "deregister")
    if not number.is_registered:
        details = "The phone number is not registered on the platform."
        raise registration_error(133010, "Phone number not registered", details)
    number.status, number.platform_type = "DISCONNECTED", "NOT_APPLICABLE"
    return SUCCESS


def _count_call(call: Call, number: PhoneNumber, what: str) -> None:
    """Count a call, refusing the 11th within 72 hours and all others for 72 hours: 133016.

    register and deregister are counted each for itself (documented).
    """
    blocked_until = number.blocked_until.get(what, call.now)
    if call.now >= blocked_until:
        if number.recent(what, call.now, CALLS.window) < CALLS.allowed:
            number.note(what, call.now)
            return
        number.blocked_until[what] = blocked_until = call.now + CALLS.window
    raise registration_error(
        133016,
        "Registration limit reached",
        f"{what} was called too often for this phone number. Try again after "
        f"{blocked_until:%Y-%m-%d %H:%M} UTC.",
    )


def _check_readiness(call: Call, number: PhoneNumber) -> None:
    """Let a number be registered that Meta is done with, and that came not too long ago.

    A number from Embedded Signup must be registered within 14 days, or go through signup again
    (documented); it is then refused with 133006, whatever code it gets (assumed). A number with
    `needs_certificate` is refused with 100, subcode 2388001, while its first name is under review
    (public code); the others are not, as most reports do not show it (assumed).
    """
    if number.is_registered:
        return
    if number.signed_up_at is not None and call.now >= number.signed_up_at + SIGNUP_WINDOW:
        details = "The 14 days to register after Embedded Signup are over. Sign up again."
        raise registration_error(133006, "Phone number must be verified", details)
    if number.needs_certificate and number.name_status == UNDER_REVIEW:
        raise GraphError(
            100,
            "(#100) Cannot create certificate",
            subcode=2388001,
            user_title="Cannot create certificate",
            user_message="The display name is still under review. Register once it is approved.",
        )


def _check_pin(call: Call, number: PhoneNumber, pin: str) -> None:
    if number.pin is None:
        return
    if number.recent("wrong pin", call.now, GUESSES.window) >= GUESSES.allowed:
        details = "The PIN was wrong too often. Try again in 12 hours, or set a new PIN."
        raise registration_error(133008, "Too many two-step PIN guesses", details)
    if number.recent("wrong pin", call.now, FAST_GUESSES.window) >= FAST_GUESSES.allowed:
        details = "The PIN was tried too fast. Try again in 60 seconds."
        raise registration_error(133009, "Two-step PIN guessed too fast", details)
    if pin != number.pin:
        number.note("wrong pin", call.now)
        details = "The PIN is not the one set for this phone number."
        raise registration_error(133005, "Two-step PIN mismatch", details)
    number.forget("wrong pin")


def _localize(number: PhoneNumber, region: str) -> None:
    """Store data in a country; changing it needs deregister and register (documented)."""
    storage = number.settings.get("storage_configuration", {})
    if number.is_registered and storage.get("data_localization_region") != region:
        raise GraphError(100, "(#100) Deregister the phone number before changing the region")
    stored = {"status": "IN_COUNTRY_STORAGE_ENABLED", "data_localization_region": region}
    number.settings = {**number.settings, "storage_configuration": stored}
