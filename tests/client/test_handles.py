"""A handle sends calls, data was read: where one is taken for the other, the error says so."""

import copy
import inspect
import pickle
import sys
from collections.abc import Callable
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER, Face
from wabakit import PhoneNumber

ANY: dict[str, Any] = {"id": NUMBER, "status": "CONNECTED", "data": [{"id": NUMBER}]}


def said(thing: Any, name: str) -> str:
    """Return what reading an attribute that is not there says."""
    with pytest.raises(AttributeError) as caught:
        getattr(thing, name)
    assert not hasattr(thing, name)
    assert getattr(thing, name, "nothing") == "nothing"
    return str(caught.value)


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Callable[[Any, str], str]:
    """Return what Python shows of it at the end of a traceback."""

    def show(thing: Any, name: str) -> str:
        with pytest.raises(AttributeError) as caught:
            getattr(thing, name)
        sys.__excepthook__(caught.type, caught.value, caught.tb)
        return capsys.readouterr().err.strip()

    return show


@pytest.mark.parametrize("name", ["status", "health_status", "is_official_business_account"])
def test_value_of_a_handle(
    answering: Answering, face: Face, shown: Callable[[Any, str], str], name: str
) -> None:
    """Reading a value on a handle says that a handle holds none, and how it is read."""
    server = answering(always(ANY))
    text = said(server.number, name)
    read = f"number.get(fields=[PhoneNumber.{name}])"
    read = read if face.name == "sync" else f"(await {read})"
    assert "this is a handle, which sends calls and holds no data" in text
    assert text.endswith(f" {read}.{name}")
    assert shown(server.number, name).endswith(text)
    text = said(server.account, name)
    walk = f"for card in account.numbers(fields=[PhoneNumber.{name}]): card.{name}"
    assert text.endswith(f" {walk if face.name == 'sync' else f'async {walk}'}")
    assert server.requests == []


def test_value_with_two_names(answering: Answering) -> None:
    """What has had two names can be read under either."""
    text = said(answering(always(ANY)).number, "platform")
    for field in ("platform_type", "host_platform"):
        assert f"fields=[PhoneNumber.{field}]" in text
    assert text.endswith(".platform")


@pytest.mark.parametrize("name", ["register", "get", "settings", "request_code", "set_pin"])
def test_call_of_data(answering: Answering, name: str) -> None:
    """Calling a method on data says that data sends nothing, and whose method it is."""
    server = answering(always(ANY))
    for card in (server.number.get(), *server.account.numbers()):
        server.requests.clear()
        text = said(card, name)
        assert "this is data, which was read and sends nothing" in text
        assert text.endswith(f"Call client.number(card.id).{name}(...)")
        assert said(card, "add_number").endswith("Call client.account(waba_id).add_number(...)")
        assert server.requests == []


def test_call_of_data_without_id(answering: Answering) -> None:
    """Data that does not carry the number's id asks for it."""
    name = answering(always({"username": "jaspers"})).number.username()
    assert said(name, "set_username").endswith("client.number(phone_number_id).set_username(...)")


def test_call_of_the_other_handle(answering: Answering) -> None:
    """A method of the other kind of handle is named with its place."""
    server = answering(always(ANY))
    assert said(server.number, "add_number").endswith(
        "call client.account(waba_id).add_number(...)"
    )
    assert said(server.account, "register").endswith(
        "call client.number(phone_number_id).register(...)"
    )


def test_typos(answering: Answering, shown: Callable[[Any, str], str]) -> None:
    """A name that is nowhere gets Python's own text, with the nearest name."""
    server = answering(always(ANY))
    for thing, typo, near in (
        (server.number.get(), "stauts", "status"),
        (getattr(server.number, "_handle", server.number), "regsiter", "register"),
        (getattr(server.account, "_handle", server.account), "nubmers", "numbers"),
    ):
        text = f"'{type(thing).__name__}' object has no attribute '{typo}'"
        assert said(thing, typo) == text
        assert shown(thing, typo).endswith(f"{text}. Did you mean: '{near}'?")


def test_not_asked_for_stays(answering: Answering) -> None:
    """A field of data that was not asked for is still told from a name that there is not."""
    card = answering(always(ANY)).number.get(fields=[PhoneNumber.status])
    for name in ("verified_name", "platform", "messaging_limit"):
        with pytest.raises(wabakit.FieldNotRequestedError):
            getattr(card, name)


@pytest.mark.parametrize(
    ("reader", "fields"),
    [
        ("platform", "PhoneNumber.platform_type or PhoneNumber.host_platform"),
        (
            "messaging_limit",
            "PhoneNumber.whatsapp_business_manager_messaging_limit "
            "or PhoneNumber.messaging_limit_tier",
        ),
    ],
)
def test_reader_of_two_names(answering: Answering, reader: str, fields: str) -> None:
    """A reader of two names says which fields to ask for, and is itself none."""
    server = answering(always(ANY))
    card = server.number.get(fields=[])
    with pytest.raises(wabakit.FieldNotRequestedError) as caught:
        getattr(card, reader)
    assert str(caught.value) == f"{reader} was not asked for: add {fields} to fields="
    with pytest.raises(wabakit.ViewError) as refused:
        server.number.get(fields=[getattr(PhoneNumber, reader)])
    assert str(refused.value).startswith(f"PhoneNumber.{reader} (which reads {fields}) is not a")
    assert server.count("GET") == 1


def test_tools(answering: Answering) -> None:
    """What looks at objects from outside sees nothing new."""
    server = answering(always(ANY))
    card = server.number.get()
    for other in (copy.copy(card), copy.deepcopy(card), pickle.loads(pickle.dumps(card))):
        assert other == card
    handle = wabakit.Client("EAA1").number(NUMBER)
    assert copy.copy(handle).id == NUMBER
    for thing in (handle, card):
        assert {name for name, _ in inspect.getmembers(type(thing))} == set(dir(type(thing)))
        for name in ("__wrapped__", "_repr_html_", "__array__", "_driver_", "__setstate__"):
            assert name not in said(type(thing), name).partition(":")[2]
            assert not hasattr(thing, name)
    half_made = PhoneNumber.__new__(PhoneNumber)
    for name in ("source", "asked", "status", "register", "nothing"):
        assert not hasattr(half_made, name)


def test_three_states_are_shown(answering: Answering) -> None:
    """Printed data shows what was asked for, None where it was left out, raw fields too."""
    raw = [wabakit.Field.raw("new_at_meta"), wabakit.Field.raw("gone_at_meta")]
    server = answering(always({"id": NUMBER, "status": "BANNED", "new_at_meta": 5}))
    fields = [PhoneNumber.status, PhoneNumber.username, *raw]
    assert repr(server.number.get(fields=fields)) == (
        f"PhoneNumber(id='{NUMBER}', status={wabakit.PhoneNumberStatus.BANNED!r}, username=None, "
        "gone_at_meta=None, new_at_meta=5)"
    )


def test_odd_ids_are_hashed(answering: Answering) -> None:
    """Data without a field for an id goes into sets, whatever an answer has there."""
    server = answering(always({"id": ["1"], "calling": {"status": "ENABLED"}}))
    assert len({server.number.settings(), server.number.settings()}) == 1
