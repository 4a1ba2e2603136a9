"""What changes between two contracts is told in words, and rated by what it does to clients."""

import copy
from pathlib import Path
from typing import Any

import pytest

from openapi.tools import compare
from openapi.tools.vocabulary import operations
from wabakit.contract import document
from wabakit.contract._yaml import as_yaml

BASE = document("v23.0")
NUMBER, LIST = "/{phone_number_id}", "/{waba_id}/phone_numbers"
READ, READ_ALL = f"GET {NUMBER} (getPhoneNumber)", f"GET {LIST} (listPhoneNumbers)"
REGISTER = f"POST {NUMBER}/register (registerPhoneNumber)"
ADD = f"POST {LIST} (createPhoneNumber)"
UPDATE = f"POST {NUMBER} (updatePhoneNumber)"
TEXT = {"type": "string", "description": "A text."}


def changed(*steps: str, **members: Any) -> list[compare.Change]:
    """Change what stands under these steps, and compare; None takes a member away."""
    revision = copy.deepcopy(BASE)
    node: Any = revision
    for step in steps:
        node = node[step]
    for name, value in members.items():
        key = name.replace("x_", "x-")
        node.pop(key, None) if value is None else node.__setitem__(key, value)
    return list(compare.changes(BASE, revision))


def schema(name: str, *steps: str) -> tuple[str, ...]:
    """Name the way to a schema."""
    return ("components", "schemas", name, *steps)


def call(method: str, path: str, *steps: str) -> tuple[str, ...]:
    """Name the way to a call."""
    return ("paths", path, method, *steps)


PIN = schema("RegisterRequest", "properties", "pin")
BOTH = ["whatsapp_business_management", "business_management"]
SPELLED = {"properties": {"level": TEXT}, "type": "object", "description": "An object."}


@pytest.mark.parametrize(
    ("steps", "members", "place", "words", "breaks"),
    [
        (("paths",), {LIST: None}, READ_ALL, "the call is gone", True),
        (call("get", NUMBER), {"x_permissions": BOTH}, READ, "the call needs business_management",
         True),
        (call("post", f"{NUMBER}/register"), {"x_permissions": BOTH[:1]}, REGISTER,
         "the call no longer needs whatsapp_business_messaging", False),
        (call("post", NUMBER), {"x_repeat": "never"}, UPDATE,
         "the call is to be repeated by the rule `never`, and was by `safe`", True),
        (call("get", NUMBER), {"deprecated": True}, READ, "the call is deprecated", False),
        (call("get", NUMBER), {"operationId": "readNumber"}, f"GET {NUMBER} (readNumber)",
         "the call was named getPhoneNumber", True),
        (call("get", NUMBER), {"parameters": []}, READ, "parameter `fields` is gone", True),
        (("components", "parameters", "Limit"), {"required": True}, READ_ALL,
         "parameter `limit` became required", True),
        (call("post", NUMBER, "requestBody"), {"required": False}, UPDATE,
         "body is no longer required", False),
        (call("post", NUMBER), {"requestBody": None}, UPDATE, "body is gone", True),
        (call("post", f"{NUMBER}/deregister"),
         {"requestBody": BASE["paths"][NUMBER]["post"]["requestBody"]},
         f"POST {NUMBER}/deregister (deregisterPhoneNumber)", "body is new and required", True),
        (schema("PhoneNumberCreateRequest", "properties"), {"cc": None}, ADD,
         "body `cc` is gone", True),
        (schema("PhoneNumberCreateRequest"), {"required": ["phone_number", "cc"]}, ADD,
         "body `cc` became required", True),
        (schema("PhoneNumberCreateRequest", "properties"), {"shop": TEXT}, ADD,
         "body `shop` is new", False),
        (PIN, {"type": "integer"}, REGISTER, "body `pin` became integer, and was string", True),
        (PIN, {"pattern": None}, REGISTER, "body `pin` has no pattern any longer", False),
        (PIN, {"maxLength": 6}, REGISTER, "body `pin` has maxLength 6", True),
        (schema("PhoneNumberCreateRequest", "properties", "verified_name"), {"maxLength": 80}, ADD,
         "body `verified_name` has maxLength 80, and had 75", False),
        (schema("CodeMethod"), {"enum": ["VOICE"]},
         f"POST {NUMBER}/request_code (requestCode)", "body `code_method` lost SMS", True),
        (schema("AccountMode"), {"enum": ["LIVE", "TRIAL"]}, READ,
         "answer `account_mode` gained TRIAL", False),
        (schema("AccountMode"), {"enum": ["LIVE"]}, READ, "answer `account_mode` lost SANDBOX",
         False),
        (schema("PhoneNumber"), {"required": None}, READ, "answer `id` is no longer required",
         True),
        (schema("PhoneNumber", "properties"), {"throughput": None}, READ,
         "answer `throughput` is gone", True),
        (schema("PhoneNumber", "properties", "username"), {"deprecated": True}, READ,
         "answer `username` is deprecated", False),
    ],
)  # fmt: skip
def test_words(
    steps: tuple[str, ...], members: dict[str, Any], place: str, words: str, breaks: bool
) -> None:
    """A change is told of its call, with what it does to clients that were made before."""
    assert compare.Change(place, words, breaks) in changed(*steps, **members)


@pytest.mark.parametrize(
    ("steps", "members", "words", "breaks"),
    [
        (("webhooks",), {"security": None}, "the call is gone", True),
        (schema("SecurityEvent"), {"enum": ["PIN_CHANGED"]}, "value `event` lost"
         " PIN_REQUEST_SUCCESS, PIN_RESET_REQUEST", False),
        (schema("SecurityUpdate", "properties"), {"requester": None}, "value `requester` is gone",
         True),
        (schema("SecurityUpdate", "properties"), {"device": TEXT}, "value `device` is new", False),
    ],
)  # fmt: skip
def test_webhooks(
    steps: tuple[str, ...], members: dict[str, Any], words: str, breaks: bool
) -> None:
    """What changes in a webhook is told of its field."""
    place = "WEBHOOK security (onSecurity)"
    assert compare.Change(place, words, breaks) in changed(*steps, **members)


def test_every_call_is_named() -> None:
    """What several calls share is told of each of them, and of no other."""
    found = changed(*schema("PhoneNumber", "properties"), mood=TEXT)
    named = {change.place.partition("(")[2].rstrip(")") for change in found}
    holding = {"getAccount", "listOwnedAccounts", "listClientAccounts"}  # numbers of accounts
    assert named == {"getPhoneNumber", "listPhoneNumbers", *holding}
    found = changed(*schema("SuccessResponse", "properties"), hint=TEXT)
    done = {"$ref": "#/components/responses/Done"}
    sharing = [name for name, op in operations(BASE) if op["responses"]["200"] == done]
    assert len(found) == len(sharing) > 1


def test_the_parts_of_what_is_new_are_not_told() -> None:
    """A new object says all of its members."""
    found = changed(*schema("PhoneNumber", "properties"), pace=SPELLED)
    assert [change.words for change in found if change.place == READ] == ["answer `pace` is new"]


def test_nothing_changes() -> None:
    """Other descriptions and samples are no change, and a contract is what it is."""
    assert changed() == []
    assert changed(*schema("PhoneNumber"), description="Another text.") == []


@pytest.mark.parametrize(("name", "breaks"), [("mood", False), ("id", True)])
def test_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, breaks: bool
) -> None:
    """The report is Markdown, names what breaks first, and fails the command if something does."""
    revision = copy.deepcopy(BASE)
    node: Any = revision["components"]["schemas"]["PhoneNumber"]["properties"]
    node[name] = {**TEXT, "type": "string" if name == "mood" else "integer"}
    path = tmp_path / "revision.yaml"
    path.write_text(as_yaml(revision), "utf-8")
    with pytest.raises(SystemExit) as left:
        compare.main("v23.0", str(path))
    assert bool(left.value.code) is breaks
    shown = capsys.readouterr().out
    assert shown.startswith(f"## v23.0 to {path}\n\n### Breaking\n")
    assert ("- None." in shown.partition("### Other")[0]) is not breaks
    assert f"- {READ}: answer `{name}` " in shown


def test_unknown_version() -> None:
    """A version that the contract does not have is refused by name."""
    with pytest.raises(SystemExit, match=r"v9\.0 is neither"):
        compare.contract("v9.0")
