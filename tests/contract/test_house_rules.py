"""The contract keeps the rules of form that openapi/README.md lists."""

import re

from tests.contract.document import (
    COMPONENTS,
    CONTRACT,
    SCHEMAS,
    Operation,
    everywhere,
    operations,
    properties,
    reachable,
    resolve,
    schemas,
    webhooks,
)

OPERATIONS = operations()
CALLS = """
    get /{waba_id}/phone_numbers listPhoneNumbers
    post /{waba_id}/phone_numbers createPhoneNumber
    get /{phone_number_id} getPhoneNumber
    post /{phone_number_id} updatePhoneNumber
    post /{phone_number_id}/request_code requestCode
    post /{phone_number_id}/verify_code verifyCode
    post /{phone_number_id}/register registerPhoneNumber
    post /{phone_number_id}/deregister deregisterPhoneNumber
    post /{phone_number_id}/conversational_automation setConversationalAutomation
    get /{phone_number_id}/settings getSettings
    post /{phone_number_id}/settings updateSettings
    get /{phone_number_id}/official_business_account getOfficialBusinessAccount
    post /{phone_number_id}/official_business_account updateOfficialBusinessAccount
    get /{phone_number_id}/username getUsername
    post /{phone_number_id}/username setUsername
    delete /{phone_number_id}/username deleteUsername
    get /{phone_number_id}/username_suggestions listUsernameSuggestions
"""
"""What the documents have; a call that is added needs no line here."""

NODES = """
    PhoneNumber PhoneNumberCreateResponse WhatsAppBusinessAccount Business
    PreverifiedNumber PreverifiedNumberAddResponse Partner
""".split()
"""Answers that always have an id."""


def test_the_file_stands_alone() -> None:
    """A reader needs one OpenAPI 3.1 file, in which every reference leads somewhere."""
    references = everywhere("$ref")
    assert CONTRACT["openapi"].startswith("3.1.")
    assert references
    assert all(ref.startswith("#/") and resolve({"$ref": ref}) for ref in references)


def test_the_graph_version_is_chosen_by_server() -> None:
    """The Graph version is a server variable, v23.0 unless chosen, and no parameter."""
    (server,) = CONTRACT["servers"]
    assert server["url"] == "https://graph.facebook.com/{version}"
    assert server["variables"]["version"]["default"] == CONTRACT["x-graph-api-version"] == "v23.0"
    assert "version" not in {p["name"] for op in OPERATIONS for p in op.parameters}


def test_every_call_of_the_documents_is_there() -> None:
    """The contract has the calls of the source documents, each under its agreed name."""
    found = {f"{op.method} {op.path} {op.name}" for op in OPERATIONS}
    assert found >= {line.strip() for line in CALLS.strip().splitlines()}


def test_paths_of_one_shape_are_of_several_kinds() -> None:
    """Where one address fits several paths, as with Meta, each is of another kind of node."""
    paths: dict[str, list[str]] = {}
    for path in CONTRACT["paths"]:
        paths.setdefault(re.sub(r"\{\w+\}", "{}", path), []).append(path)
    alike = [those for those in paths.values() if len(those) > 1]
    assert alike
    nodes = {
        op.path: op.responses["200"]["content"]["application/json"]["schema"]["$ref"]
        for op in OPERATIONS
        if op.method == "get" and re.fullmatch(r"/\{\w+\}", op.path)
    }
    assert len(set(nodes.values())) == len(nodes)
    for those in alike:
        assert {f"/{path.split('/')[1]}" for path in those} <= nodes.keys(), those


def test_objects_enums_and_answers_have_names() -> None:
    """Every object, enum and answer is a named component, so that generated code reads well."""
    shaped = {"enum", "properties", "additionalProperties"}
    unnamed = [
        where
        for where, schema in schemas()
        if where not in SCHEMAS and (shaped & set(schema) or schema.get("type") == "object")
    ]
    answers = [answer for op in OPERATIONS for answer in op.call["responses"].values()]
    assert unnamed == []
    assert [answer for answer in answers if set(answer) != {"$ref"}] == []


def test_everything_is_described() -> None:
    """Every operation, parameter, property, schema, answer and header explains itself in words."""
    described = {
        **{f"{kind} {name}": node for kind in COMPONENTS for name, node in COMPONENTS[kind].items()
           if kind != "examples"},
        **dict(properties()),
        **{op.name: op.call for op in OPERATIONS},
        **dict(webhooks()),
        **{f"{name} body": call["requestBody"] for name, call in webhooks()},
        **{f"{op.name} body": op.call["requestBody"] for op in OPERATIONS
           if "requestBody" in op.call},
        **{f"tag {tag['name']}": tag for tag in CONTRACT["tags"]},
        "info": CONTRACT["info"],
    }  # fmt: skip
    assert [name for name, node in described.items() if len(node.get("description", "")) < 8] == []
    calls = [op.call for op in OPERATIONS] + [call for _, call in webhooks()]
    assert [call["operationId"] for call in calls if not call.get("summary")] == []


def test_enums_are_plain_and_open() -> None:
    """Every enum is plain text, marked as open, without values that differ by case only."""
    enums = {where: schema for where, schema in schemas() if "enum" in schema}
    assert enums
    for name, schema in enums.items():
        folded = {value.casefold() for value in schema["enum"]}
        assert (schema["type"], schema["x-extensible-enum"]) == ("string", True), name
        assert len(folded) == len(schema["enum"]), name


def test_nothing_is_sent_by_default() -> None:
    """No schema has a default, so that a partial update sends only what the caller said."""
    assert [where for where, schema in schemas() if "default" in schema] == []


def test_timestamps_are_marked_text() -> None:
    """Graph's times are text with a pattern and a marker, because their offset is no RFC 3339."""
    assert [where for where, s in schemas() if s.get("format") in {"date-time", "date"}] == []
    marked = {where: schema for where, schema in schemas() if "x-graph-timestamp" in schema}
    assert "PhoneNumber.last_onboarded_time" in marked
    for schema in marked.values():
        assert (schema["type"], schema["x-graph-timestamp"]) == ("string", True)
        assert re.search(schema["pattern"], "2023-08-22T19:05:53+0000")


def test_what_comes_in_several_kinds_says_so() -> None:
    """Only what sources or recordings show in several JSON kinds has no type, and names them."""
    untyped = {w: s for w, s in schemas() if not {"type", "$ref"} & set(s)}
    untyped.pop("GraphAPIErrorDetail.error_data")
    assert "SipServer.app_id" in untyped
    assert untyped == {where: s for where, s in schemas() if "x-json-kinds" in s}
    for where, schema in untyped.items():
        assert {"integer", "string"} == set(schema["x-json-kinds"]), where
        assert schema.get("x-epoch-seconds", True) is True, where
    for where, schema in schemas():
        if "x-epoch-seconds" in schema and where not in untyped:
            assert schema["type"] in {"integer", "string"}, where


def test_aliases_lead_to_words() -> None:
    """Every alias stands for a word of its enum, and is none itself."""
    aliased = {where: schema for where, schema in schemas() if "x-aliases" in schema}
    assert "SettingStatus" in aliased
    for where, schema in aliased.items():
        assert set(schema["x-aliases"].values()) <= set(schema["enum"]), where
        assert not set(schema["x-aliases"]) & set(schema["enum"]), where


def test_what_is_only_read_is_a_word() -> None:
    """Words that are never sent are words of their enum, and not all of them."""
    marked = {where: schema for where, schema in schemas() if "x-read-only-values" in schema}
    assert "SettingStatus" in marked
    for where, schema in marked.items():
        assert set(schema["x-read-only-values"]) < set(schema["enum"]), where


def test_filters_are_marked_on_fields_of_a_list() -> None:
    """What some list can be filtered by is marked on its items, with operators, and vice versa."""
    operators = {"EQUAL", "IN", "GREATER_THAN", "LESS_THAN", "IN_RANGE"}
    marked = {where: said["x-filterable"] for where, said in properties() if "x-filterable" in said}
    named = {
        f"{item_of(op)}.{field}"
        for op in OPERATIONS
        for parameter in op.parameters
        for field in parameter.get("x-filters", ())
    }
    assert "PhoneNumber.account_mode" in marked
    assert set(marked) == named
    assert all(said and set(said) <= operators for said in marked.values())
    unmarked = [op.name for op in OPERATIONS for p in op.parameters
                if (p["name"] == "filtering") != ("x-filters" in p)]  # fmt: skip
    assert unmarked == []


def item_of(op: Operation) -> str:
    """The schema of the items of a list."""
    page = resolve(op.responses["200"]["content"]["application/json"]["schema"])
    return str(page["properties"]["data"]["items"]["$ref"]).rpartition("/")[2]


def test_answers_require_next_to_nothing() -> None:
    """Of an answer only the id of a node, the data of a page and the error can be relied on."""
    answers = [r["content"]["application/json"]["schema"] for r in COMPONENTS["responses"].values()]
    required = {
        name: SCHEMAS[name]["required"]
        for name in set[str]().union(*map(reachable, answers))
        if "required" in SCHEMAS[name]
    }
    assert required == {
        **{name: ["id"] for name in NODES},
        **{name: ["data"] for name in required if name.endswith("Page")},
        "TokenInspection": ["data"],
        "BusinessToken": ["access_token"],
        "GraphAPIError": ["error"],
    }
