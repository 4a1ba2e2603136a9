"""Settings, the official mark and usernames."""

from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph

HOURS = [{"day_of_week": "MONDAY", "open_time": "0900", "close_time": "1200"}]
APPLICATION = {
    "business_website_url": "https://example.com",
    "primary_country_of_operation": "US",
}


def settings(**body: Any) -> dict[str, Any]:
    return body


def test_settings_before_any_was_made(graph: Graph) -> None:
    """A number answers all four features, and only those that were asked for."""
    path = f"{graph.emulator.add_number(WABA).id}/settings"
    features = ["calling", "payload_encryption", "storage_configuration", "user_identity_change"]
    assert list(graph.get(path)) == features
    assert graph.get(path, fields="calling") == {
        "calling": {
            "status": "NOT_SET",
            "call_icon_visibility": "NOT_SET",
            "callback_permission_status": "NOT_SET",
        }
    }
    assert graph.refusal("GET", path, fields="calling,nonsense") == (400, 100, None)


def test_settings_are_updated_in_part(graph: Graph) -> None:
    """Members not sent stay, and a holiday schedule that is left out is cleared."""
    path = f"{graph.emulator.add_number(WABA).id}/settings"
    holiday = {"date": "2026-12-24", "start_time": "0000", "end_time": "2359"}
    hours = {"status": "ENABLED", "weekly_operating_hours": HOURS, "holiday_schedule": [holiday]}
    assert graph.post(path, calling={"status": "ENABLED"}) == {"success": True}
    graph.post(path, calling={"call_hours": hours, "nonsense": 1})
    calling = graph.get(path)["calling"]
    assert (calling["status"], calling["call_hours"]) == ("ENABLED", hours)
    assert "nonsense" not in calling
    graph.post(path, calling={"call_hours": {"status": "ENABLED"}})
    assert graph.get(path)["calling"]["call_hours"] == {"status": "ENABLED"}


@pytest.mark.parametrize(
    "body",
    [
        settings(),
        settings(nonsense={}),
        settings(calling={"status": "ENABLED"}, storage_configuration={"status": "DEFAULT"}),
        settings(calling={"status": "PERHAPS"}),
        settings(calling=[]),
        settings(calling={"call_hours": {"weekly_operating_hours": HOURS * 3}}),
        settings(calling={"call_hours": {"weekly_operating_hours": [{"open_time": "0900"}]}}),
        settings(calling={"sip": {"servers": [{"hostname": "a"}, {"hostname": "b"}]}}),
        settings(calling={"sip": {"servers": [{"hostname": "a", "port": 0}]}}),
        settings(calling={"status": "NOT_SET"}),
        settings(calling={"voicemail": {"status": "ENABLED", "triggers": ["BUSY"]}}),
        settings(
            calling={
                "voicemail": {"status": "ENABLED", "audio": {"default": {"timeout_seconds": 31}}}
            }
        ),
        settings(storage_configuration={"status": "CLOUD"}),
        settings(payload_encryption={}),
        settings(user_identity_change={"enable_identity_key_check": "perhaps"}),
    ],
)
def test_bad_settings(graph: Graph, body: dict[str, Any]) -> None:
    """Not exactly one feature, or a value out of bounds, is 400, code 100."""
    path = f"{graph.emulator.add_number(WABA).id}/settings"
    assert graph.refusal("POST", path, **body) == (400, 100, None)


def test_sip_passwords_and_keys(graph: Graph) -> None:
    """A SIP password is shown on request only, an encryption key as its fingerprint."""
    path = f"{graph.emulator.add_number(WABA).id}/settings"
    graph.post(path, calling={"sip": {"status": "ENABLED", "servers": [{"hostname": "a.example"}]}})
    graph.post(path, payload_encryption={"status": "ENABLED", "client_encryption_key": "k3y"})
    answer = graph.get(path)
    (server,) = answer["calling"]["sip"]["servers"]
    assert server == {"hostname": "a.example", "port": 5061, "app_id": server["app_id"]}
    assert isinstance(server["app_id"], int)
    assert "client_encryption_key" not in answer["payload_encryption"]
    assert len(answer["payload_encryption"]["client_encryption_key_fingerprint"]) == 64
    (server,) = graph.get(path, include_sip_credentials="true")["calling"]["sip"]["servers"]
    assert server["sip_user_password"]
    graph.post(path, calling={"sip": {"status": "DISABLED", "servers": []}})
    assert graph.get(path)["calling"]["sip"] == {"status": "DISABLED", "servers": []}


def test_the_official_mark(graph: Graph) -> None:
    """An application is open, can be withdrawn, and is not made twice."""
    number = graph.emulator.add_number(WABA)
    path = f"{number.id}/official_business_account"
    field = "official_business_account"
    assert graph.get(path) == {"id": number.id, "oba_status": "NOT_STARTED"}
    assert graph.get(number.id, fields=field)[field] == {"oba_status": "NOT_STARTED"}
    answer = graph.post(path, **APPLICATION)
    assert (answer["success"], answer["updated_status"]["oba_status"]) == (True, "PENDING")
    assert graph.get(path, fields="oba_status") == {"oba_status": "PENDING", "id": number.id}
    assert graph.refusal("POST", path, **APPLICATION) == (400, 100, None)
    graph.post(path, action="WITHDRAW_APPLICATION")
    assert graph.get(path)["oba_status"] == "CANCELLED"
    assert graph.get(number.id, fields=f"{field}{{oba_status}}")[field] == {
        "oba_status": "CANCELLED"
    }
    assert graph.refusal("POST", path, action="WITHDRAW_APPLICATION") == (400, 100, None)
    graph.post(path, action="RESUBMIT_APPLICATION", application_data={})
    number.oba_status = "APPROVED"
    field = "is_official_business_account"
    assert graph.get(number.id, fields=field)[field] is True
    assert graph.refusal("GET", path, fields="nonsense") == (400, 100, None)


@pytest.mark.parametrize(
    "change",
    [
        {"business_website_url": None},
        {"business_website_url": "example"},
        {"primary_country_of_operation": None},
        {"supporting_links": ["https://example.com"] * 4},
        {"supporting_links": ["https://example.com"] * 11},
        {"parent_business_or_brand": "x" * 256},
        {"additional_supporting_information": "x" * 1001},
        {"action": "NONSENSE"},
    ],
)
def test_bad_applications(graph: Graph, change: dict[str, Any]) -> None:
    """An application that lacks something or is out of bounds is 400, code 100."""
    path = f"{graph.emulator.add_number(WABA).id}/official_business_account"
    assert graph.refusal("POST", path, **{**APPLICATION, **change}) == (400, 100, None)


def test_a_username(graph: Graph) -> None:
    """A username is set, read, suggested around, and deleted."""
    path = f"{graph.emulator.add_number(WABA).id}/username"
    assert graph.get(path) == {}
    assert graph.post(path, username="JaspersMarket") == {"status": "approved"}
    assert graph.get(path) == {"username": "jaspersmarket", "status": "approved"}
    assert graph.post(path, username="jaspersmarket") == {"status": "approved"}
    (page,) = graph.get(f"{path}_suggestions")["data"]
    assert "jaspersmarket" not in page["username_suggestions"]
    assert "jaspersmarket_official" in page["username_suggestions"]
    for _ in range(2):
        assert graph.send("DELETE", path).body == b'{"success":true}'
    assert graph.get(path) == {"status": "deleted"}
    assert graph.post(f"{graph.create()}/username", username="shrub") == {"status": "reserved"}


def test_usernames_that_are_refused(graph: Graph) -> None:
    """A username is refused with the code that says who has it or why not."""
    emulator = graph.emulator
    holder, path = emulator.add_number(WABA), f"{emulator.add_number(WABA).id}/username"
    graph.post(f"{holder.id}/username", username="market")
    emulator.claim_username("taken")
    emulator.claim_username("page", "facebook_page")
    emulator.claim_username("gram", "instagram_account")
    for username, code in [
        ("taken", 147001),
        ("no spaces", 147001),
        ("xy", 147001),
        ("page", 147003),
        ("gram", 147004),
        ("market", 147005),
        ("", 100),
    ]:
        assert graph.refusal("POST", path, username=username) == (400, code, None), username
    refused = graph.refusal("POST", path, username="market", transfer_action="maybe")
    assert refused == (400, 100, None)
    graph.post(path, username="market", transfer_action="force_transfer")
    assert holder.username is None
    graph.account.may_have_usernames = False
    assert graph.refusal("POST", path, username="other") == (400, 147002, None)
