"""What is true of every event, also of those that wabakit has no class for."""

import copy
import json
import pickle
from typing import Any

import pytest

import wabakit
from tests.contract.document import SCHEMAS
from tests.webhooks.deliveries import DIGITS, SAMPLES, TIME, WABA, delivery, event, wire
from wabakit import Field, WebhookField, webhooks
from wabakit._made.events import EVENTS

each_sample = pytest.mark.parametrize("body", SAMPLES.values(), ids=SAMPLES)
ENVELOPE = {"field", "account_id", "business_id", "time", "digits", "raw", "value", "key"}


@each_sample
def test_other_ways(body: dict[str, Any]) -> None:
    """An event survives copying, pickling and being read again from what it is kept as."""
    for found in webhooks.parse(wire(body)):
        for other in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
            assert type(other) is type(found)
            assert (other, hash(other), other.key) == (found, hash(found), found.key)
        kept = {"object": "whatsapp_business_account", "entry": [found.to_dict()]}
        assert webhooks.parse(json.dumps(kept).encode()) == [found]
        assert type(found).from_dict(json.loads(json.dumps(found.to_dict()))) == found


@pytest.mark.parametrize(
    "kept", ["{}", '{"changes": []}', '{"changes": [{}, {}]}', '{"changes": [{}]}']
)
def test_no_such_event(kept: str) -> None:
    """What is no entry of a webhook with one change is no event."""
    with pytest.raises(wabakit.InvalidInputError, match=r"AccountUpdate.to_dict\(\)"):
        webhooks.AccountUpdate.from_dict(json.loads(kept))


MESSAGE = {
    "messaging_product": "whatsapp",
    "metadata": {"display_phone_number": DIGITS, "phone_number_id": "106853218861309"},
    "messages": [{"from": "491701234567", "type": "text", "text": {"body": "a private word"}}],
}


def test_messages() -> None:
    """A message comes to the same address: an event without a class, which keeps it from logs."""
    found = event("messages", MESSAGE, time=None)
    assert type(found) is webhooks.UnknownEvent
    assert found.field is WebhookField.MESSAGES
    assert (found.account_id, found.time, found.digits) == (WABA, None, DIGITS)
    assert found.value == MESSAGE
    assert "private" not in repr(found)


def test_a_field_of_tomorrow() -> None:
    """A field that Meta adds arrives with its value, as a word that is not listed."""
    found = event("number_moon_update", {"phase": "full"})
    assert type(found) is webhooks.UnknownEvent
    assert (found.field, found.value) == ("number_moon_update", {"phase": "full"})
    assert not found.field.is_known


def test_words_and_members_of_tomorrow() -> None:
    """A word that Meta adds arrives as it is; a member that it adds can be read raw."""
    found = event("security", {"event": "PIN_FORGOTTEN", "device": "phone"})
    assert (found.event, found.event.is_known) == ("PIN_FORGOTTEN", False)
    assert found[Field.raw("device")] == "phone"
    with pytest.raises(AttributeError, match="device"):
        found.device  # noqa: B018


def test_keys() -> None:
    """The key of an event is the same however often and in which order of members it comes."""
    told = {"event": "PIN_CHANGED", "display_phone_number": DIGITS}
    first = event("security", told)
    assert first.key == event("security", dict(reversed(told.items()))).key
    others = [
        event("security", {**told, "event": "PIN_RESET_REQUEST"}),
        event("security", told, id="220033445566779"),
        event("security", told, time=TIME + 1),
        event("insecurity", told),
    ]
    assert len({first.key, *(other.key for other in others)}) == 5


def test_equal_events_stay_two() -> None:
    """What came twice in one delivery is told twice, under one key."""
    body = delivery("account_review_update", {"decision": "APPROVED"})
    body["entry"] *= 2
    one, other = webhooks.parse(wire(body))
    assert (one, one.key) == (other, other.key)
    assert one is not other


def test_names() -> None:
    """Events and what they hold are public, and no member hides what all events have."""
    assert set(EVENTS.values()) <= {getattr(webhooks, name) for name in webhooks.__all__}
    for name in webhooks.__all__:
        assert getattr(webhooks, name).__module__ == "wabakit.webhooks"
    for kind in EVENTS.values():
        assert ENVELOPE.isdisjoint(kind.fields), kind
    assert set(EVENTS) <= set(SCHEMAS["WebhookField"]["enum"])


def test_reached_by_the_package() -> None:
    """`wabakit.webhooks` is there once wabakit is."""
    assert wabakit.webhooks is webhooks
    assert "webhooks" in dir(wabakit)
