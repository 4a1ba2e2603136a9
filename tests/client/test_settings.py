"""Settings, however Graph spells them."""

from datetime import UTC, datetime

import pytest

import wabakit
from tests.client.wire import Answering, always
from wabakit.emulator import Emulator


def test_settings_of_calling(number: wabakit.Number) -> None:
    """Calling settings are read back, hours and icons included."""
    number.update_settings(
        calling={
            "status": "ENABLED",
            "call_icon_visibility": "DISABLE_ALL",
            "call_icons": {"restrict_to_user_countries": ["DE", "CH"]},
            "srtp_key_exchange_protocol": "SDES",
            "video": {"status": "ENABLED"},
            "call_hours": {
                "status": "ENABLED",
                "timezone_id": "Europe/Berlin",
                "weekly_operating_hours": [
                    {"day_of_week": "MONDAY", "open_time": "0900", "close_time": "1700"}
                ],
                "holiday_schedule": [
                    {"date": "2026-12-24", "start_time": "0000", "end_time": "2359"}
                ],
            },
        }
    )
    calling = number.settings().calling
    assert calling is not None
    assert calling.status is wabakit.SettingStatus.ENABLED
    assert calling.call_icon_visibility is wabakit.CallIconVisibility.DISABLE_ALL
    assert calling.srtp_key_exchange_protocol is wabakit.SrtpKeyExchangeProtocol.SDES
    assert calling.call_icons is not None
    assert calling.call_icons.restrict_to_user_countries == ["DE", "CH"]
    assert calling.video is not None
    assert calling.video.status is wabakit.SettingStatus.ENABLED
    hours = calling.call_hours
    assert hours is not None
    assert hours.timezone_id == "Europe/Berlin"
    assert hours.weekly_operating_hours is not None
    assert hours.weekly_operating_hours[0].day_of_week is wabakit.DayOfWeek.MONDAY
    assert hours.weekly_operating_hours[0].open_time == "0900"
    assert hours.holiday_schedule is not None
    assert hours.holiday_schedule[0].date == "2026-12-24"


def test_other_settings(number: wabakit.Number) -> None:
    """Identity, encryption and storage settings are read back."""
    number.update_settings(user_identity_change={"enable_identity_key_check": True})
    number.update_settings(payload_encryption={"status": "ENABLED", "client_encryption_key": "k"})
    number.update_settings(
        storage_configuration={"status": "NO_STORAGE_ENABLED", "retention_minutes": 60}
    )
    found = number.settings()
    assert found.user_identity_change is not None
    assert found.user_identity_change.enable_identity_key_check is True
    assert found.payload_encryption is not None
    assert found.payload_encryption.status is wabakit.SettingStatus.ENABLED
    assert len(found.payload_encryption.client_encryption_key_fingerprint or "") == 64
    assert found.storage_configuration is not None
    assert found.storage_configuration.status is wabakit.StorageStatus.NO_STORAGE_ENABLED
    assert found.storage_configuration.retention_minutes == 60


def test_sip_password(number: wabakit.Number, emulator: Emulator) -> None:
    """A SIP password is read only where it was asked for, and is never shown."""
    number.update_settings(calling={"sip": {"servers": [{"hostname": "sip.shop.example"}]}})
    stored = emulator.number(number.id).settings["calling"]["sip"]["servers"][0]
    for credentials, password in ((False, None), (True, stored["sip_user_password"])):
        found = number.settings(include_sip_credentials=credentials)
        assert found.calling is not None
        assert found.calling.sip is not None
        assert found.calling.sip.servers is not None
        (server,) = found.calling.sip.servers
        assert (server.hostname, server.port) == ("sip.shop.example", 5061)
        assert server.sip_user_password == password
        assert stored["sip_user_password"] not in repr(found)


def test_settings_as_meta_shows_them(answering: Answering) -> None:
    """Codecs, voicemail, addresses and restrictions of calls are read, typed."""
    calling = {
        "status": "ENABLED",
        "audio": {"additional_codecs": ["PCMA", "PCMU"]},
        "voicemail": {
            "status": "ENABLED",
            "triggers": ["REJECT", "TIMEOUT"],
            "audio": {"default": {"announcement_media_id": 938884519013664, "timeout_seconds": 20}},
        },
        "ip_addresses": {"default": ["203.0.113.7"]},
        "restrictions": {
            "restrictions_list": [
                {
                    "type": "RESTRICTED_BUSINESS_INITIATED_CALLING",
                    "reason": "text",
                    "expiration": 1754072386,
                }
            ]
        },
    }
    server = answering(always({"calling": calling}))
    found = server.number.settings().calling
    assert found is not None
    assert found.audio is not None
    assert found.audio.additional_codecs == ["PCMA", "PCMU"]
    assert found.voicemail is not None
    trigger = wabakit.VoicemailTrigger
    assert found.voicemail.triggers == [trigger.REJECT, trigger.TIMEOUT]
    assert found.voicemail.audio is not None
    assert found.voicemail.audio.default is not None
    assert found.voicemail.audio.default.announcement_media_id == "938884519013664"
    assert found.voicemail.audio.default.timeout_seconds == 20
    assert found.ip_addresses is not None
    assert found.ip_addresses.default == ["203.0.113.7"]
    assert found.restrictions is not None
    assert found.restrictions.restrictions_list is not None
    (restriction,) = found.restrictions.restrictions_list
    kind = wabakit.CallingRestrictionType.RESTRICTED_BUSINESS_INITIATED_CALLING
    assert (restriction.type, restriction.reason) == (kind, "text")
    assert restriction.expiration == datetime(2025, 8, 1, 18, 19, 46, tzinfo=UTC)
    assert len(server.requests) == 1


@pytest.mark.parametrize("app_id", [1019084797593892, "1019084797593892", 9007199254740993])
def test_app_of_a_sip_server(answering: Answering, app_id: object) -> None:
    """The id of an app is text whether Graph writes a number or text, to its last digit."""
    servers = [{"app_id": app_id, "hostname": "sip.example", "port": 5061}]
    server = answering(always({"calling": {"sip": {"status": "ENABLED", "servers": servers}}}))
    calling = server.number.settings().calling
    assert calling is not None
    assert calling.sip is not None
    assert calling.sip.servers is not None
    (found,) = calling.sip.servers
    assert found.app_id == str(app_id)
    assert len(server.requests) == 1


def test_voicemail(number: wabakit.Number) -> None:
    """Voicemail is configured and read back."""
    number.update_settings(
        calling={
            "voicemail": {
                "status": "ENABLED",
                "triggers": ["TIMEOUT"],
                "audio": {"default": {"announcement_media_id": 9, "timeout_seconds": 20}},
            }
        }
    )
    calling = number.settings().calling
    assert calling is not None
    assert calling.voicemail is not None
    assert calling.voicemail.status is wabakit.SettingStatus.ENABLED
    assert calling.voicemail.triggers == ["TIMEOUT"]


def test_nobody_decided(number: wabakit.Number) -> None:
    """Call settings that nobody has touched are told apart from those that are off."""
    calling = number.settings().calling
    assert calling is not None
    assert calling.status is wabakit.SettingStatus.NOT_SET
    assert calling.call_icon_visibility is wabakit.CallIconVisibility.NOT_SET


def test_older_spellings(answering: Answering) -> None:
    """Lower-case values and those of the older description compare with the enums."""
    answer = {
        "calling": {
            "status": "enabled",
            "call_icon_visibility": "hidden",
            "callback_permission_status": "disabled",
            "srtp_key_exchange_protocol": "SDES-SRTP",
            "call_hours": {
                "status": "enabled",
                "weekly_operating_hours": [
                    {"day_of_week": "monday", "open_time": "0900", "close_time": "1700"}
                ],
            },
        },
        "payload_encryption": {"status": "disabled"},
        "storage_configuration": {"status": "no_storage_enabled"},
    }
    found = answering(always(answer)).number.settings()
    calling = found.calling
    assert calling is not None
    assert calling.status is wabakit.SettingStatus.ENABLED
    assert calling.call_icon_visibility is wabakit.CallIconVisibility.DISABLE_ALL
    assert calling.callback_permission_status is wabakit.SettingStatus.DISABLED
    assert calling.srtp_key_exchange_protocol is wabakit.SrtpKeyExchangeProtocol.SDES
    assert calling.call_hours is not None
    assert calling.call_hours.weekly_operating_hours is not None
    assert calling.call_hours.weekly_operating_hours[0].day_of_week is wabakit.DayOfWeek.MONDAY
    assert found.payload_encryption is not None
    assert found.payload_encryption.status is wabakit.SettingStatus.DISABLED
    assert found.storage_configuration is not None
    assert found.storage_configuration.status is wabakit.StorageStatus.NO_STORAGE_ENABLED
    assert found.to_dict() == answer


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("VISIBLE", wabakit.CallIconVisibility.DEFAULT),
        ("visible", wabakit.CallIconVisibility.DEFAULT),
        ("DEFAULT", wabakit.CallIconVisibility.DEFAULT),
        ("default", wabakit.CallIconVisibility.DEFAULT),
        ("disable_all", wabakit.CallIconVisibility.DISABLE_ALL),
    ],
)
def test_call_icon(answering: Answering, written: str, meant: wabakit.CallIconVisibility) -> None:
    """The call icon is shown by default or not at all, under either pair of words."""
    found = answering(always({"calling": {"call_icon_visibility": written}})).number.settings()
    assert found.calling is not None
    assert found.calling.call_icon_visibility is meant


@pytest.mark.parametrize("written", ["DTLS", "dtls", "DTLS-SRTP", "DTLS_SRTP"])
def test_key_exchange(answering: Answering, written: str) -> None:
    """DTLS is recognised under each of its spellings."""
    answer = {"calling": {"srtp_key_exchange_protocol": written}}
    found = answering(always(answer)).number.settings()
    assert found.calling is not None
    assert found.calling.srtp_key_exchange_protocol is wabakit.SrtpKeyExchangeProtocol.DTLS


def test_unknown_setting_value(answering: Answering) -> None:
    """A value that is new at Meta is kept and told apart from the known ones."""
    found = answering(always({"calling": {"status": "PAUSED"}})).number.settings()
    assert found.calling is not None
    assert found.calling.status == "PAUSED"
    assert found.calling.status is not None
    assert not found.calling.status.is_known


def test_no_settings(answering: Answering) -> None:
    """A group of settings that is absent or null is None."""
    found = answering(always({"calling": None})).number.settings()
    assert (found.calling, found.payload_encryption) == (None, None)
