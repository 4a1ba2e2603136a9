"""Every bound that the contract sets to a request is held, in whatever a public method sends.

The cases are read from the contract. A value just outside is refused by its Python name, with
nothing sent; one just inside is sent as it is.
"""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from wabakit_graph import models

import wabakit
from tests.client.cases import BODIES, BODY_SCHEMAS, CASES, UNREACHABLE, Case, bounds_of, dotted
from tests.client.methods import CALLED, HANDLES, METHODS, Body
from tests.client.wire import Answering, Server, always, page, sent
from tests.contract.document import (
    COMPONENTS,
    SCHEMAS,
    inner_schemas,
    operations,
    reachable,
    resolve,
)
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, WABA

BOUNDS = "minLength maxLength pattern minimum maximum minItems maxItems".split()
"""How many members a body may have is tested in test_input."""


PATHS = {op.name: op.path for op in operations()}
PARAMETERS: dict[str, tuple[str, Callable[[wabakit.Client, Any], Any]]] = {
    "WabaId": ("waba_id", lambda c, value: c.account(value).numbers().first()),
    "PhoneNumberId": ("phone_number_id", lambda c, value: c.number(value).get()),
    "BusinessId": ("business_id", lambda c, value: c.business(value).get()),
    "PreverifiedId": ("preverified_id", lambda c, value: c.preverified_number(value).get()),
    "PoolLimit": (
        "page_size",
        lambda c, value: c.business(BUSINESS).preverified_numbers(page_size=value).first(),
    ),
    "PreverifiedCodeStatus": (
        "code_verification_status",
        lambda c, value: (
            c.business(BUSINESS).preverified_numbers(code_verification_status=value).first()
        ),
    ),
    "SharedNumber": (
        "preverified_id",
        lambda c, value: c.business(BUSINESS).unshare_preverified_number(value, WABA),
    ),
    "PartnerBusiness": (
        "partner_id",
        lambda c, value: c.business(BUSINESS).unshare_preverified_number(PREVERIFIED, value),
    ),
    "AppId": (
        "app_id",
        lambda c, value: c.app(value).subscribe("https://a.example", "v", ["a"], app_secret="s"),
    ),
    "Limit": ("page_size", lambda c, value: c.account(WABA).numbers(page_size=value).first()),
    "After": ("after", lambda c, value: c.account(WABA).numbers(after=value).first()),
    "Before": ("before", lambda c, value: c.account(WABA).numbers(before=value).first()),
    "IncludeSipCredentials": (
        "include_sip_credentials",
        lambda c, value: c.number(NUMBER).settings(include_sip_credentials=value),
    ),
}
"""Parameter of the contract -> the argument that reaches it."""
FIELDS = {name for name in COMPONENTS["parameters"] if name.endswith("Fields")}
FILTERINGS = {name for name in COMPONENTS["parameters"] if name.endswith("Filtering")}
OF_NO_CLIENT = {"ClientId", "ClientSecret", "SignupCode", "InputToken"}
"""Tested with what is special to them, in test_signup and test_tokens."""
MADE_BY_THE_CLIENT = {
    "Sort",
    "AccountOrder",
    "PreverifiedDigits",
    *FILTERINGS,
    *FIELDS,
    *OF_NO_CLIENT,
}
"""Parameters whose text no user writes."""


def send(client: wabakit.Client, operation: str, body: Body) -> None:
    handle = HANDLES[PATHS[operation].split("/")[1][1:-1]](client)
    METHODS[operation](handle, body)


def body_with(case: Case, value: Any) -> Body:
    """Return the body of a case with a value in its place; one member where one is sent alone."""
    body: Body = copy.deepcopy(BODIES[case.operation])
    if case.operation in ("updatePhoneNumber", "updateSettings"):
        body = {str(case.path[0]): body[str(case.path[0])]}
    holder: Any = body
    for step in case.path[:-1]:
        holder = holder[step]
    holder[case.path[-1]] = value
    return body


def refusal(server: Server, operation: str, body: Body) -> wabakit.InvalidInputError:
    """Return how a body is refused, with nothing sent."""
    with pytest.raises(wabakit.InvalidInputError) as caught:
        send(server.client, operation, body)
    assert server.requests == []
    return caught.value


each_operation = pytest.mark.parametrize("operation", sorted({c.operation for c in CASES}))


def values_of(operation: str, side: str) -> list[tuple[Case, Any]]:
    """Return each case of an operation with each of its values inside, or outside, of a bound."""
    cases = [case for case in CASES if case.operation == operation]
    return [(case, value) for case in cases for value in getattr(case, side)]


@each_operation
@pytest.mark.one_in(3)
def test_outside(answering: Answering, operation: str) -> None:
    """What is out of bounds is refused by the name of the argument and the path in it."""
    server = answering(always({"success": True, "id": "1"}))
    for case, value in values_of(operation, "outside"):
        if value is not None or len(case.path) > 1:  # None says that an argument is not given
            error = refusal(server, operation, body_with(case, value))
            name = dotted(case.path)
            assert error.field.startswith(CALLED.get(name, name)), (case, value)


@each_operation
@pytest.mark.one_in(3)
def test_inside(answering: Answering, operation: str) -> None:
    """What is just within the bounds is sent; words as the contract writes them."""
    for case, value in values_of(operation, "inside"):
        server = answering(always({"success": True, "id": "1"}))
        send(server.client, operation, body_with(case, value))
        found = sent(server.last)
        for step in case.path:
            found = found[step]
        words = {word.upper(): word for word in case.schema.get("enum", ())}
        words |= {word.upper(): meant for word, meant in case.schema.get("x-aliases", {}).items()}
        assert found == (words[value.upper()] if case.bound == "enum" else value), case


@pytest.mark.parametrize("name", PARAMETERS)
@pytest.mark.one_in(3)
def test_parameters(answering: Answering, name: str) -> None:
    """Ids, cursors, sizes and flags of addresses and queries keep their bounds too."""
    argument, do = PARAMETERS[name]
    parameter = COMPONENTS["parameters"][name]
    for _, inside, outside in bounds_of(resolve(parameter["schema"]), parameter["example"]):
        for value in outside:
            server = answering(always(page("1")))
            if value is not None:  # which says that an argument is not given
                with pytest.raises(wabakit.InvalidInputError) as caught:
                    do(server.client, value)
                assert (caught.value.field, server.requests) == (argument, [])
        for value in inside:
            server = answering(always({"id": value, "success": True, **page("1")}))
            do(server.client, value)
            assert str(value).lower() in str(server.last.url).lower()


def test_every_bound_is_tried() -> None:
    """No bound of a request is left out, but those of members that no method offers."""
    names = set[str]().union(*(reachable(schema) for schema in BODY_SCHEMAS.values()))
    bounds = {
        (where, keyword)
        for name in names
        for where, schema in inner_schemas(name, SCHEMAS[name])
        for keyword in BOUNDS
        if keyword in schema
    }
    tried = {(case.where, case.bound) for case in CASES}
    left = {where.partition(".")[0] for where, _ in bounds - tried}
    assert len(bounds & tried) > 30
    assert left == {"OfficialBusinessAccountApplication"}
    assert any("application_data" in place for place in UNREACHABLE)
    assert COMPONENTS["parameters"].keys() == PARAMETERS.keys() | MADE_BY_THE_CLIENT


HOLDERS = [c for c in CASES if c.bound == "type" and "properties" in SCHEMAS.get(c.where, {})]


@pytest.mark.parametrize("case", HOLDERS, ids=lambda c: c.place)
@pytest.mark.one_in(3)
def test_members(answering: Answering, case: Case) -> None:
    """A member that is needed, unknown, or only answered is refused by its path."""
    schema, (value,) = SCHEMAS[case.where], case.inside
    server = answering(always({"success": True}))
    unknown = [name for name, member in schema["properties"].items() if member.get("readOnly")]
    for name in [*unknown, "statsu"]:
        error = refusal(server, case.operation, body_with(case, {**value, name: "EAAsecret"}))
        assert error.field == f"{dotted(case.path)}.{name}"
        assert "EAAsecret" not in f"{error!r} {vars(error)}"
    for name in schema.get("x-required-in-requests", ()):
        left = {member: inner for member, inner in value.items() if member != name}
        error = refusal(server, case.operation, body_with(case, left))
        assert (error.field, error.value) == (f"{dotted(case.path)}.{name}", None)


def test_what_is_new_at_meta(answering: Answering) -> None:
    """A word or a member that wabakit does not know is sent for whoever says that it is meant."""
    server = answering(always({"success": True}))
    storage = models.StorageConfiguration(models.StorageStatus("FROZEN"))
    storage["until"] = "2030-01-01"
    given: Any = {"status": wabakit.SettingStatus("PAUSED"), "video": models.VideoSettings()}
    server.number.update_settings(storage_configuration=storage)  # type: ignore[arg-type]
    assert sent(server.last)["storage_configuration"] == {"status": "FROZEN", "until": "2030-01-01"}
    server.number.update_settings(calling=given)
    assert sent(server.last)["calling"] == {"status": "PAUSED", "video": {}}
    server.number.request_code(wabakit.CodeMethod("IVR"))
    assert sent(server.last)["code_method"] == "IVR"
    server.requests.clear()
    answered = {"calling": {"status": wabakit.SettingStatus.NOT_SET}}
    error = refusal(server, "updateSettings", answered)
    assert error.rule.startswith("one of ENABLED, DISABLED;")
