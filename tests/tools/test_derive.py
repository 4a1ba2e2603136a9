"""The modules of `_made` say what openapi/ says."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_args, get_type_hints, is_typeddict

import pytest

from ergonomic.tools.calls import methods
from generated.tools import bounds, operations
from generated.tools import errors as makers
from generated.tools.words import arguments
from openapi.tools.vocabulary import resolve
from tests.contract.catalogue import DATA as CATALOGUE
from tests.contract.document import CONTRACT
from wabakit import Account, App, Business, Client, Number, PreverifiedNumber
from wabakit._graph import Operation
from wabakit._made import errors, params, versions, words
from wabakit._made import operations as made
from wabakit.emulator.contract import secrets
from wabakit.onboarding.waiting import Waiting

Said = dict[str, Any]
OPERATIONS: list[Operation] = [v for v in vars(made).values() if isinstance(v, Operation)]


def test_every_operation_has_its_repeat_class() -> None:
    """The client knows of every operation of the contract how it may be sent again."""
    declared = {
        call["operationId"]: call["x-repeat"]
        for path in CONTRACT["paths"].values()
        for method, call in path.items()
        if method in {"get", "post", "delete"}
    }
    assert len(declared) > 10
    assert declared == {known.name: known.repeat for known in OPERATIONS}


def test_a_bound_that_nothing_checks_stops_the_making() -> None:
    """A keyword that no check knows cannot slip into what is sent."""
    for schema in ({"type": "integer", "multipleOf": 2}, {"type": "string", "format": "uri"}):
        with pytest.raises(ValueError, match=r"no bound checks (multipleOf|uri)"):
            bounds.bound(CONTRACT, {}, schema)


def test_display_name_change_is_settled_before_it_is_repeated() -> None:
    """A change of display name overrides what its operation says."""
    assert made.UPDATE_PHONE_NUMBER.repeat == "safe"
    assert {known.name: known.repeats for known in OPERATIONS if known.repeats} == {
        "updatePhoneNumber": {"new_display_name": "settle-first"}
    }


def asked_of(operation: Said) -> Iterator[tuple[str, Said]]:
    """Yield every field that a call can be asked for, those in the pages inside it too."""
    answer = resolve(CONTRACT, operation["responses"]["200"])
    kinds = [(answer["content"]["application/json"]["schema"], "")]
    for schema, before in kinds:
        members = resolve(CONTRACT, schema).get("properties", {})
        items = resolve(CONTRACT, members.get("data", {})).get("items", schema)
        for name, said in resolve(CONTRACT, items).get("properties", {}).items():
            yield before + name, said
            if "x-edge" in said:
                kinds.append((said, f"{before}{name}."))


def test_refused_fields_and_aliases_are_the_contract_s() -> None:
    """The client knows what Graph refuses, wherever it is asked for, and other spellings."""
    refused = {
        f"{call['operationId']}:{name}": said["x-refused"]["instead"]
        for call in (path["get"] for path in CONTRACT["paths"].values() if "get" in path)
        for name, said in asked_of(call)
        if "x-refused" in said
    }
    assert refused["getPhoneNumber:unified_cert_status"] == "name_status"
    assert refused == versions.REFUSED
    schemas = CONTRACT["components"]["schemas"]
    declared = {name: said["x-aliases"] for name, said in schemas.items() if "x-aliases" in said}
    assert declared == words.ALIASES


def test_graph_version_is_the_contract_s_default() -> None:
    """The version that the client asks for by default is the one the contract describes."""
    assert CONTRACT["servers"][0]["variables"]["version"]["default"] == versions.GRAPH_VERSION


def test_listed_error_is_found_by_code_and_subcode() -> None:
    """Each error of the catalogue is found with its meaning, advice and outcome."""
    for row in CATALOGUE["errors"]:
        entry = errors.ERRORS[row["code"], row.get("subcode")]
        assert (entry.name, entry.kind, entry.fault) == (row["name"], row["class"], row["fault"])
        assert (entry.repeat, entry.outcome) == (row["repeat"], row["outcome"].replace("-", "_"))
        assert (entry.meaning, entry.advice) == (row["meaning"], row["advice"])


def test_no_listed_error_shadows_another() -> None:
    """No two rows of the catalogue share code and subcode, or name."""
    assert len(errors.ERRORS) == len(CATALOGUE["errors"])
    assert len({entry.name for entry in errors.ERRORS.values()}) == len(errors.ERRORS)


def test_status_and_call_change_only_what_their_row_names() -> None:
    """An entry for one status or call differs from its code's exactly where the catalogue says."""
    for (code, subcode, place), entry in errors.ERRORS_AT.items():
        (row,) = (
            r for r in CATALOGUE["errors"] if (r["code"], r.get("subcode")) == (code, subcode)
        )
        key = "at-status" if isinstance(place, int) else "at-operation"
        assert tuple(entry) == makers.error_entry({**row, **row[key][place]})
        assert entry != errors.ERRORS[code, subcode]


def test_secret_members_are_those_of_answers() -> None:
    """What answers may hold and nobody may see is known; `code`, which errors have, is not."""
    members = {"access_token", "password", "sip_user_password"}
    assert members | words.TOKEN_PARAMETERS == words.SECRET_MEMBERS


def test_secrets_by_name() -> None:
    """What requests hold and nobody may see is known by name, in the query as in bodies."""
    known = {"pin", "code", "verify_token", "client_secret", "input_token", "sip_user_password"}
    tokens = {"access_token", "appsecret_proof"}
    assert tokens == words.TOKEN_PARAMETERS
    assert known | {"password"} | tokens == words.SECRETS == secrets()  # as the emulator reads it


def test_ranges_and_statuses_cover_what_no_code_lists() -> None:
    """Ranges keep both ends, and a status is found by itself or by its hundred."""
    first, last, entry = errors.ERROR_RANGES[0]
    assert (first, last, entry.name) == (
        CATALOGUE["ranges"][0]["from"],
        CATALOGUE["ranges"][0]["to"],
        CATALOGUE["ranges"][0]["name"],
    )
    assert errors.ERROR_STATUSES[429].kind == "rate-limit"
    assert errors.ERROR_STATUSES[5].kind == "unavailable"
    assert errors.GENERIC_ERROR.name == CATALOGUE["generic"]["name"]


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [("PT1S", 1), ("PT15M", 900), ("PT72H", 259200), ("PT1H30M", 5400), ("P14D", 1209600)],
)
def test_wait_is_read_in_seconds(duration: str, seconds: float) -> None:
    """ISO 8601 durations become seconds."""
    assert makers.seconds(duration) == seconds


@pytest.mark.parametrize("text", ["1 hour", "P1W", "60", "P", "PT"])
def test_wait_that_is_no_duration_is_refused(text: str) -> None:
    """A wait that cannot be read stops the making instead of becoming no wait."""
    with pytest.raises(ValueError, match="not a duration"):
        makers.seconds(text)


def test_entry_without_repeat_is_refused() -> None:
    """An operation that does not say how it may be repeated cannot be derived."""
    path = CONTRACT["paths"]["/{phone_number_id}"]
    call = {name: said for name, said in path["get"].items() if name != "x-repeat"}
    with pytest.raises(KeyError, match="x-repeat"):
        operations.function(CONTRACT, path, call)


def test_arguments_are_those_of_methods() -> None:
    """What is sent under another name has an argument of that name in a method that sends it."""
    handles: dict[str, Any] = {"account": Account, "number": Number, "app": App, "client": Client}
    handles |= {"business": Business, "preverified_number": PreverifiedNumber}
    handles["wabakit"] = import_module("wabakit")
    said, known = list(arguments(CONTRACT)), list(methods(CONTRACT))
    assert {name: argument for _, name, argument in said} == words.ARGUMENTS
    for call, name, argument in said:
        assert words.ARGUMENTS[name] == argument
        makers = [m for m in known if m.operation == call]
        takers = (getattr(handles[m.handle], m.name) for m in makers)
        assert any(argument in taken(method) for method in takers), f"{call} {name}"


def taken(method: Any) -> set[str]:
    """Name the arguments of a method, those too that a typed dictionary unpacks into it."""
    loaded_late = {"params": params, "Waiting": Waiting}
    hints = get_type_hints(method, {**method.__globals__, **loaded_late})
    unpacked = [kind for hint in hints.values() for kind in get_args(hint)]
    return {
        *inspect.signature(method).parameters,
        *(key for kind in unpacked if is_typeddict(kind) for key in kind.__annotations__),
    }
