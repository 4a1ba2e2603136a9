"""The pool of numbers that a partner verifies beforehand."""

from __future__ import annotations

from datetime import datetime

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import GraphError, invalid_parameter
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import any_text, choice, text
from wabakit.emulator.world.businesses import Business, PreverifiedNumber
from wabakit.emulator.world.dialling import digits_of, split_number
from wabakit.emulator.world.lifecycle import age_pool, proof_ends_at

from .account_fields import owner, partner
from .call import Call, answers
from .fields import Catalogue, project, select
from .listing import Listing
from .paging import page

_ID = text(1, 32, "[0-9]+", "must be an id")
_WRITTEN = text(4, 40, r"[0-9+\-(). ]+", "must be a telephone number")
_PARTNER = Catalogue("Partner", "id,name")


def _seconds(moment: datetime | None) -> int | None:
    """Give epoch seconds (Meta's v25.0 reference; its specifications have text)."""
    return None if moment is None else int(moment.timestamp())


_NUMBER = Catalogue(
    "PreverifiedNumber",
    "id,phone_number,code_verification_status,verification_expiry_time",
    {
        "verification_expiry_time": lambda number: _seconds(proof_ends_at(number)),
        "code_verification_time": lambda number: _seconds(number.code_verified_at),
        "owner_business": owner,
    },
)
"""Fields of a number in the pool; four come unasked (documented)."""


@answers("addPreverifiedNumber")
def add_preverified_number(call: Call, business: Business) -> Json:
    """Answer POST /{business_id}/add_phone_numbers.

    The number is NOT_VERIFIED, and is removed unless it is verified within 90 days (documented). It
    may be written in any way (documented). One that is in an account or a pool already is 400
    (documented), code 100 (assumed).
    """
    written = call.parameters.required("phone_number", _WRITTEN)
    dial_code, national = split_number(digits_of(written))
    if not 4 <= len(dial_code + national) <= 15:
        raise invalid_parameter("phone_number", "must be 4 to 15 digits with its country code")
    age_pool(call.world, call.now)
    if call.world.holder(dial_code + national) is not None:
        raise GraphError(
            100,
            "(#100) This phone number cannot be added",
            user_title="Phone number not added",
            user_message="The number is on WhatsApp already, or in a pool.",
        )
    return {"id": call.world.add_preverified_number(business, dial_code, national, call.now).id}


@answers("listPreverifiedNumbers")
def list_preverified_numbers(call: Call, business: Business) -> Json:
    """Answer GET /{business_id}/preverified_numbers, in the order of creation (documented).

    `phone_number` leaves the number of those digits (documented).
    """
    read = call.parameters.optional
    plan = select(_NUMBER, read("fields", any_text), call.version)
    status = read("code_verification_status", choice("VERIFIED", "NOT_VERIFIED", "EXPIRED"))
    digits = digits_of(read("phone_number", _WRITTEN) or "")
    found = [
        number
        for number in age_pool(call.world, call.now)
        if number.owner_business is business
        and status in {None, number.code_verification_status}
        and digits in {"", number.digits}
    ]
    return page(
        Listing(found), call.parameters, call.link, lambda number: project(plan, number, call)
    )


@answers("getPreverifiedNumber")
def get_preverified_number(call: Call, number: PreverifiedNumber) -> Json:
    """Answer GET /{preverified_id} (documented)."""
    wanted = call.parameters.optional("fields", any_text)
    return project(select(_NUMBER, wanted, call.version), number, call)


@answers("deletePreverifiedNumber")
def delete_preverified_number(call: Call, number: PreverifiedNumber) -> Json:
    """Answer DELETE /{preverified_id}: the number is gone for good (documented)."""
    call.world.remove(number)
    return SUCCESS


@answers("sharePreverifiedNumber")
def share_preverified_number(call: Call, business: Business) -> Json:
    """Answer POST /{business_id}/share_preverified_numbers; twice succeeds as well (assumed)."""
    number, other = _share(call, business)
    if other not in number.partners:
        number.partners = [*number.partners, other]
    return SUCCESS


@answers("unsharePreverifiedNumber")
def unshare_preverified_number(call: Call, business: Business) -> Json:
    """Answer DELETE /{business_id}/share_preverified_numbers; twice succeeds as well (assumed)."""
    number, other = _share(call, business)
    number.partners = [known for known in number.partners if known is not other]
    return SUCCESS


@answers("listPreverifiedPartners")
def list_preverified_partners(call: Call, number: PreverifiedNumber) -> Json:
    """Answer GET /{preverified_id}/partners: id and name of each (documented)."""
    plan = select(_PARTNER, call.parameters.optional("fields", any_text), call.version)
    return page(
        Listing(number.partners),
        call.parameters,
        call.link,
        lambda business: project(plan, partner(business), call),
    )


def _share(call: Call, business: Business) -> tuple[PreverifiedNumber, Business]:
    """Find what is shared with whom: a number of this pool, and another business.

    Anything else is code 100 (assumed).
    """
    number_id = call.parameters.required("preverified_id", _ID)
    other_id = call.parameters.required("partner_business_id", _ID)
    pool = {number.id: number for number in age_pool(call.world, call.now)}
    number, other = pool.get(number_id), call.world.nodes.get(other_id)
    if number is None or number.owner_business is not business:
        raise invalid_parameter("preverified_id", "is no number of this pool")
    if not isinstance(other, Business) or other is business:
        raise invalid_parameter("partner_business_id", "is no other business")
    return number, other
