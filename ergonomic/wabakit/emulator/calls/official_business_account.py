"""Applying for the official business account."""

from __future__ import annotations

from operator import attrgetter

from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import any_text, choice, items, json_object, text
from wabakit.emulator.world.nodes import PhoneNumber

from .call import Call, answers
from .fields import Catalogue, project, select
from .number_fields import oba_status

_FIELDS = Catalogue(
    "OfficialBusinessAccount",
    "id,oba_status,status_message",
    {"oba_status": oba_status, "status_message": attrgetter("oba_status_message")},
)
_ACTIONS = choice("SUBMIT_APPLICATION", "WITHDRAW_APPLICATION", "RESUBMIT_APPLICATION")
_WEB_ADDRESS = text(1, 2000, r"https?://\S+", "must be a web address")
_OPEN = frozenset({"PENDING", "UNDER_REVIEW"})


@answers("getOfficialBusinessAccount")
def get_official_business_account(call: Call, number: PhoneNumber) -> Json:
    """Answer GET /{phone_number_id}/official_business_account.

    A number that never applied answers NOT_STARTED (documented for its field, assumed for this).
    """
    wanted = call.parameters.optional("fields", any_text)
    return project(select(_FIELDS, wanted, call.version), number, call)


@answers("updateOfficialBusinessAccount")
def update_official_business_account(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/official_business_account.

    Takes the present form, with website and country required (Meta's description as of 2026), and
    the older one, an action with application_data (its first edition). While an application is
    open or granted another is refused, and only an open one is withdrawn: code 100 (documented as
    409 with that code). What the answer holds beside `success` follows the v23.0 reference.
    """
    action = call.parameters.optional("action", _ACTIONS)
    _check_application(call, is_former=action is not None)
    if action == "WITHDRAW_APPLICATION":
        if number.oba_status not in _OPEN:
            raise GraphError(100, "(#100) There is no open application to withdraw")
        number.oba_status, message = "CANCELLED", "The application was withdrawn."
    else:
        if number.oba_status in {*_OPEN, "APPROVED"}:
            raise GraphError(100, "(#100) An application is open or granted already")
        number.oba_status, message = "PENDING", "The application was received."
    number.oba_status_message = message
    return {
        "success": True,
        "message": message,
        "updated_status": project(select(_FIELDS, None, call.version), number, call),
        "tracking_id": call.world.chance.digits("oba", 15),
    }


def _check_application(call: Call, *, is_former: bool) -> None:
    read = call.parameters.optional
    need = read if is_former else call.parameters.required
    need("business_website_url", _WEB_ADDRESS)
    need("primary_country_of_operation", text(2, 100))
    read("application_data", json_object)
    read("primary_language", text(2, 100))
    read("parent_business_or_brand", text(0, 255))
    read("supporting_links", items(_WEB_ADDRESS, least=5, most=10))
    read("additional_supporting_information", text(0, 1000))
