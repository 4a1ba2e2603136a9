"""The fields that wabakit vouches for, compared with the generated client."""

from importlib import import_module

import attrs
import pytest
from wabakit_graph import models

from wabakit import (
    BotCommand,
    CallHours,
    CallIcons,
    CallingSettings,
    ConversationalAutomation,
    Field,
    HealthEntity,
    HealthError,
    HealthStatus,
    Holiday,
    MediaSettings,
    OfficialBusinessAccount,
    OfficialBusinessAccountUpdate,
    OperatingHours,
    PayloadEncryption,
    PhoneNumber,
    QualityScore,
    Settings,
    SipServer,
    SipSettings,
    StorageConfiguration,
    Throughput,
    UserIdentityChange,
    Username,
)

NODES = {
    BotCommand: models.BotCommand,
    CallHours: models.CallHours,
    CallIcons: models.CallIcons,
    CallingSettings: models.CallingSettings,
    ConversationalAutomation: models.ConversationalAutomation,
    HealthEntity: models.HealthEntity,
    HealthError: models.HealthError,
    HealthStatus: models.HealthStatus,
    Holiday: models.Holiday,
    MediaSettings: models.VideoSettings,
    OfficialBusinessAccount: models.OfficialBusinessAccount,
    OfficialBusinessAccountUpdate: models.OfficialBusinessAccountUpdateResponse,
    OperatingHours: models.OperatingHours,
    PayloadEncryption: models.PayloadEncryption,
    PhoneNumber: models.PhoneNumber,
    QualityScore: models.QualityScore,
    Settings: models.Settings,
    SipServer: models.SipServer,
    SipSettings: models.SipSettings,
    StorageConfiguration: models.StorageConfiguration,
    Throughput: models.Throughput,
    UserIdentityChange: models.UserIdentityChange,
    Username: models.UsernameState,
}


def attributes(model: type) -> set[str]:
    return {attribute.name for attribute in attrs.fields(model)} - {"additional_properties"}


def test_phone_number_is_complete() -> None:
    """Every field that the contract gives a phone number can be selected, and no other."""
    assert {field.attribute for field in PhoneNumber.fields.values()} == attributes(
        models.PhoneNumber
    )


def test_settings_are_complete() -> None:
    """Every group of settings of the contract can be read."""
    assert {field.attribute for field in Settings.fields.values()} == attributes(models.Settings)


@pytest.mark.parametrize("node", NODES)
def test_fields_are_in_the_contract(node: type[PhoneNumber]) -> None:
    """Every field of every node is in the generated model of that node."""
    assert node.fields
    assert {field.attribute for field in node.fields.values()} <= attributes(NODES[node])


@pytest.mark.parametrize("node", NODES)
def test_registry(node: type[PhoneNumber]) -> None:
    """The registry of a node gives its fields by their wire names."""
    for name, field in node.fields.items():
        assert isinstance(field, Field)
        assert field.name == name
        assert getattr(node, name) is field
        assert repr(field) == f"{node.__name__}.{name}"


def test_every_node_is_compared() -> None:
    """No public class with fields is left out of these comparisons."""
    wabakit = import_module("wabakit")
    public = [getattr(wabakit, name) for name in wabakit.__all__]
    assert {item for item in public if getattr(item, "fields", None)} == set(NODES)
