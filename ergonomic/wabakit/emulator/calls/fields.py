"""Which fields an answer carries: `fields=`, defaults, versions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeAlias, cast

from wabakit.emulator.contract import contract, members
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.versions import Version, is_in
from wabakit.emulator.world.clock import graph_time
from wabakit.emulator.world.nodes import PhoneNumber

Plan: TypeAlias = "list[tuple[str, Callable[[Any], Any], Plan | None]]"


@dataclass(frozen=True)
class Field:
    """One field: how it is read, and what may be selected inside it."""

    read: Callable[[Any], Any]
    members: Mapping[str, Field] | None = None


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All fields of one kind of object, and those that come unasked.

    Since and until when a version has a field is said by the contract, in the schema named here.
    """

    schema: str
    fields: Mapping[str, Field] = field(repr=False)
    defaults: str


def select(catalogue: Catalogue, wanted: str | None, version: Version) -> Plan:
    """Turn a `fields` value into what `project` follows; without one the defaults apply.

    One unknown name fails the whole call with 400, code 100, and so does one that the version has
    not yet, or no longer (recorded). `id` always comes along (recorded). Members are chosen as
    `throughput{level}`.
    """
    return _select(catalogue, (wanted or "").strip() or catalogue.defaults, version)


def project(plan: Plan, source: Any) -> dict[str, Any]:
    """Read the planned fields; one without a value is left out (recorded)."""
    answer: dict[str, Any] = {}
    for name, read, inner in plan:
        value = read(source)
        if value is None:
            continue
        if inner is not None:
            value = _project_inside(inner, value)
        elif isinstance(value, datetime):
            value = graph_time(value)
        answer[name] = value
    return answer


def _project_inside(inner: Plan, value: Any) -> Any:
    """Read the planned members of an object, or of every object in a list."""
    if isinstance(value, list):
        return [_project_inside(inner, item) for item in cast("list[object]", value)]
    return project(inner, value) if isinstance(value, dict) else value


@lru_cache(maxsize=256)
def _select(catalogue: Catalogue, wanted: str, version: Version) -> Plan:
    tokens = re.findall(r"[^{},\s]+|[{},]", wanted)[::-1]
    said = members(contract()["components"]["schemas"].get(catalogue.schema, {}))
    plan = _selection(tokens, catalogue.fields, said, version)
    if tokens:
        raise GraphError(100, "(#100) The value of fields ends where it should not")
    return plan


def _selection(
    tokens: list[str], known: Mapping[str, Field], said: Mapping[str, Any], version: Version
) -> Plan:
    plan: Plan = []
    while True:
        name = tokens.pop() if tokens else ""
        found = known.get(name)
        if found is None or not is_in(version, said.get(name, {})):
            raise GraphError(100, f"(#100) Tried accessing nonexisting field ({name})")
        inner: Plan | None = None
        if tokens and tokens[-1] == "{":
            tokens.pop()
            inner = _selection(tokens, found.members or {}, members(said.get(name, {})), version)
            if not tokens or tokens.pop() != "}":
                raise GraphError(100, f"(#100) The members of field '{name}' do not end")
        plan.append((name, found.read, inner))
        if not tokens or tokens[-1] != ",":
            break
        tokens.pop()
    if "id" in known and all(name != "id" for name, _, _ in plan):
        plan.append(("id", known["id"].read, None))
    return plan


def _member(name: str) -> Callable[[dict[str, Any]], Any]:
    return lambda value: value.get(name)


def _members(*names: str, **nested: dict[str, Field]) -> dict[str, Field]:
    return {
        **{name: Field(_member(name)) for name in names},
        **{name: Field(_member(name), inside) for name, inside in nested.items()},
    }


def _quality_score(number: PhoneNumber) -> dict[str, Any] | None:
    """Give the score that goes with the rating; its date is in epoch seconds (recorded)."""
    if number.quality_score is not None or number.quality_rating is None:
        return number.quality_score
    return {"score": number.quality_rating, "date": int(number.creation_time.timestamp())}


def _health_status(number: PhoneNumber) -> dict[str, Any]:
    """Give a health that goes with the status: only a registered number can send (assumed).

    Whether calls come in over SIP is said of the number, never of the whole (documented).
    """
    if number.health_status is not None:
        return number.health_status
    can_send = "AVAILABLE" if number.is_registered else "BLOCKED"
    entities = [
        {"entity_type": "PHONE_NUMBER", "id": number.id, "can_send_message": can_send}
        | _sip_health(number),
        {"entity_type": "WABA", "id": number.account.id, "can_send_message": "AVAILABLE"},
    ]
    return {"can_send_message": can_send, "entities": entities}


def _sip_health(number: PhoneNumber) -> dict[str, Any]:
    """Give 138024 as the reason while SIP is off (documented)."""
    if number.settings.get("calling", {}).get("sip", {}).get("status") == "ENABLED":
        return {"can_receive_call_sip": "AVAILABLE"}
    reason = {"error_code": 138024, "error_description": "SIP is not enabled for this number."}
    return {"can_receive_call_sip": "BLOCKED", "errors": [reason]}


def _oba_status(number: PhoneNumber) -> str:
    """Give NOT_STARTED to a number that never applied (documented)."""
    return number.oba_status or "NOT_STARTED"


def _official_business_account(number: PhoneNumber) -> dict[str, Any]:
    """Give the badge without an id (documented), its text only once there is one (assumed)."""
    badge = {"oba_status": _oba_status(number), "status_message": number.oba_status_message}
    return {name: value for name, value in badge.items() if value is not None}


_PLAIN = (
    "id display_phone_number verified_name quality_rating code_verification_status platform_type"
    " last_onboarded_time name_status new_display_name new_name_status status account_mode"
    " messaging_limit_tier is_official_business_account is_pin_enabled is_on_biz_app"
    " is_preverified_number"
    " webhook_configuration search_visibility eligibility_for_api_business_global_search"
    " whatsapp_business_manager_messaging_limit"
    " country_code country_dial_code certificate new_certificate"
).split()

PHONE_NUMBER = Catalogue(
    "PhoneNumber",
    {
        **{name: Field(attrgetter(name)) for name in _PLAIN},
        "throughput": Field(attrgetter("throughput"), _members("level")),
        "quality_score": Field(_quality_score, _members("score", "date", "reasons")),
        "health_status": Field(
            _health_status,
            _members(
                "can_send_message",
                entities=_members(
                    "entity_type",
                    "id",
                    "can_send_message",
                    "can_receive_call_sip",
                    "additional_info",
                    errors=_members("error_code", "error_description", "possible_solution"),
                ),
            ),
        ),
        "conversational_automation": Field(
            attrgetter("conversational_automation"),
            _members(
                "id",
                "enable_welcome_message",
                "prompts",
                commands=_members("command_name", "command_description"),
            ),
        ),
        "official_business_account": Field(
            _official_business_account, _members("oba_status", "status_message")
        ),
        "host_platform": Field(attrgetter("platform_type")),
        # The username has its own edge; on the node the field stays empty.
        "username": Field(lambda _: None),
    },
    "verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,"
    "throughput,last_onboarded_time,webhook_configuration,id",
)
"""Fields of the node and the list (documented by Meta, its v23.0 reference and public clients).

The defaults hold neither status nor name_status (recorded).
"""

ACCOUNT = Catalogue(
    "",
    {
        "id": Field(attrgetter("id")),
        "name": Field(attrgetter("name")),
        # America/Los_Angeles; the account shows it as text (recorded).
        "timezone_id": Field(lambda _: "1"),
    },
    "id,name,timezone_id",
)

SETTINGS = Catalogue(
    "Settings",
    _members("calling", "payload_encryption", "storage_configuration", "user_identity_change"),
    "calling,payload_encryption,storage_configuration,user_identity_change",
)

OFFICIAL_BUSINESS_ACCOUNT = Catalogue(
    "OfficialBusinessAccount",
    {
        "id": Field(attrgetter("id")),
        "oba_status": Field(_oba_status),
        "status_message": Field(attrgetter("oba_status_message")),
    },
    "id,oba_status,status_message",
)
