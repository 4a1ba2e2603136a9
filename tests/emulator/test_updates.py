"""A number is changed: PIN, name, webhook, visibility, automation."""

from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph

COMMAND = {"command_name": "book", "command_description": "Book a table"}
AUTOMATION = "conversational_automation"


@pytest.mark.parametrize(
    "change",
    [
        {"pin": "12345"},
        {"pin": 12345},
        {"new_display_name": "X"},
        {"new_display_name": "X" * 76},
        {"search_visibility": "HIDDEN"},
        {"webhook_configuration": "nonsense"},
        {"webhook_configuration": {}},
        {"webhook_configuration": {"override_callback_uri": "http://example.com"}},
    ],
)
def test_a_refused_update_changes_nothing(graph: Graph, change: dict[str, Any]) -> None:
    """One bad member fails the call with 400, code 100, and the good ones are not applied."""
    number = graph.emulator.add_number(WABA)
    body = {"pin": "271828", "search_visibility": "NON_VISIBLE", **change}
    assert graph.refusal("POST", number.id, **body) == (400, 100, None)
    assert (number.pin, number.search_visibility) == (None, "VISIBLE")


def test_pin_and_visibility(graph: Graph) -> None:
    """PIN and visibility are set in one call, and an empty call succeeds."""
    number = graph.emulator.add_number(WABA)
    graph.post(number.id, pin="271828", search_visibility="NON_VISIBLE")
    answer = graph.get(number.id, fields="is_pin_enabled,search_visibility")
    assert (answer["is_pin_enabled"], answer["search_visibility"]) == (True, "NON_VISIBLE")
    assert graph.post(number.id) == {"success": True}
    assert graph.registration_refusal(number.id) == 133005


def test_the_webhook_override(graph: Graph) -> None:
    """An override is read back beside the app's address until an empty one removes it."""
    number = graph.emulator.add_number(WABA)
    app = graph.get(number.id)["webhook_configuration"]
    override = {"override_callback_uri": "https://example.com/hook", "verify_token": "secret"}
    graph.post(number.id, webhook_configuration=override)
    seen = graph.get(number.id, fields="webhook_configuration")["webhook_configuration"]
    assert seen == {**app, "phone_number": "https://example.com/hook"}
    graph.post(number.id, webhook_configuration={"override_callback_uri": ""})
    assert graph.get(number.id)["webhook_configuration"] == app


def test_a_new_name_needs_approval_and_registration(graph: Graph) -> None:
    """A new name waits for review, then for register; until both it has no effect."""
    number = graph.emulator.add_number(WABA, pin="314159")
    graph.post(number.id, new_display_name="Jasper's Big Market")
    fields = "verified_name,new_name_status,new_certificate"

    def seen() -> tuple[str, str | None, bool]:
        answer = graph.get(number.id, fields=fields)
        name_status = answer.get("new_name_status")
        return answer["verified_name"], name_status, "new_certificate" in answer

    assert seen() == ("Jasper's Market", "PENDING_REVIEW", False)
    graph.register(number.id)
    assert seen() == ("Jasper's Market", "PENDING_REVIEW", False)
    graph.emulator.approve_name(number.id)
    assert seen() == ("Jasper's Market", "APPROVED", True)
    graph.register(number.id)
    assert seen() == ("Jasper's Big Market", None, False)


def test_a_declined_name(graph: Graph) -> None:
    """A declined name never takes effect; a first name is decided the same way, once."""
    number = graph.emulator.add_number(WABA, pin="314159")
    graph.post(number.id, new_display_name="Jasper's Big Market")
    graph.emulator.decline_name(number.id)
    graph.register(number.id)
    assert (number.new_name_status, number.verified_name) == ("DECLINED", "Jasper's Market")
    first, second = graph.create(), graph.create("6315551001")
    graph.emulator.approve_name(first)
    graph.emulator.decline_name(second)
    assert graph.get(first, fields="name_status,certificate").keys() >= {"certificate"}
    assert graph.get(first, fields="name_status")["name_status"] == "APPROVED"
    assert graph.get(second, fields="name_status,certificate") == {
        "name_status": "DECLINED",
        "id": second,
    }
    with pytest.raises(ValueError, match="no name"):
        graph.emulator.approve_name(first)


def test_automation_is_updated_in_part(graph: Graph) -> None:
    """Members not sent stay, empty lists clear, and it is read nested, only when asked for."""
    number = graph.emulator.add_number(WABA)
    path = f"{number.id}/{AUTOMATION}"
    assert AUTOMATION not in graph.get(number.id, fields=AUTOMATION)
    graph.post(path, enable_welcome_message=True, prompts=["Hello"], commands=[COMMAND])
    assert graph.post(path, prompts=[]) == {"success": True}
    assert AUTOMATION not in graph.get(number.id)
    read = graph.get(number.id, fields=AUTOMATION)[AUTOMATION]
    assert read.pop("id").isdigit()
    assert read == {"enable_welcome_message": True, "prompts": [], "commands": [COMMAND]}


@pytest.mark.parametrize(
    "body",
    [
        {"enable_welcome_message": "perhaps"},
        {"prompts": ["a", "b", "c", "d", "e"]},
        {"prompts": ["x" * 81]},
        {"prompts": "Hello"},
        {"commands": [COMMAND, COMMAND]},
        {"commands": [{**COMMAND, "command_name": f"c{n}"} for n in range(31)]},
        {"commands": [{**COMMAND, "command_name": "two words"}]},
        {"commands": [{**COMMAND, "command_name": "x" * 31}]},
        {"commands": [{**COMMAND, "command_description": "x" * 257}]},
        {"commands": [{"command_name": "book"}]},
    ],
)
def test_limits_of_automation(graph: Graph, body: dict[str, Any]) -> None:
    """4 prompts of 80 characters, 30 well named commands: more is 400, code 100."""
    number = graph.emulator.add_number(WABA)
    assert graph.refusal("POST", f"{number.id}/{AUTOMATION}", **body) == (400, 100, None)
    assert number.conversational_automation is None


def test_automation_needs_a_verified_number(graph: Graph) -> None:
    """A number that was never verified takes no automation."""
    refused = graph.refusal("POST", f"{graph.create()}/{AUTOMATION}", prompts=["Hello"])
    assert refused == (400, 100, None)
