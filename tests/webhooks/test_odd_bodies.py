"""Whatever bytes arrive, what comes out is events or an error of wabakit's own."""

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contract.document import SCHEMAS
from tests.webhooks.deliveries import CHANGES, SAMPLES, delivery, event, sign, wire
from wabakit.webhooks import BodyError, Event, SignatureError, UnknownEvent, parse

OTHERS = {
    "nothing": b"",
    "no JSON": b"{'object'}",
    "half of it": wire(SAMPLES["account_update-partnerAdded"])[:-5],
    "not UTF-8": b'{"object":"\xff"}',
    "a list": b"[]",
    "text": b'"whatsapp_business_account"',
    "null": b"null",
    "another object": wire(delivery("feed", {}, object="page")),
    "no object": b'{"entry":[]}',
    "an object of no kind": b'{"object":["whatsapp_business_account"],"entry":[]}',
    "a number of many digits": b'{"object":' + b"9" * 5000 + b"}",
    "entries of no kind": b'{"object":"whatsapp_business_account","entry":{}}',
    "an entry of no kind": b'{"object":"whatsapp_business_account","entry":[7]}',
    "changes of no kind": b'{"object":"whatsapp_business_account","entry":[{"changes":7}]}',
    "a change of no kind": b'{"object":"whatsapp_business_account","entry":[{"changes":[null]}]}',
    "a field of no kind": wire(delivery(7, {})),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_no_webhook(body: bytes) -> None:
    """What is no webhook of an account is told apart from one without events."""
    with pytest.raises(BodyError):
        parse(body, sign(body), "4b2d9e0f7a615c38d1e2f3a4b5c6d7e8")


@pytest.mark.parametrize("entry", [None, [], [{}], [{"id": "1", "changes": []}]])
def test_without_events(entry: Any) -> None:
    """A webhook may have no events."""
    body = {"object": "whatsapp_business_account", "entry": entry}
    assert parse(wire({n: v for n, v in body.items() if v is not None})) == []


def test_size() -> None:
    """A body is at most 3 MB; a larger one is refused before its signature is looked at."""
    body = wire(delivery("messages", {"text": ""}))
    most = body.replace(b'"text":""', b'"text":"' + b"a" * (3 * 1024 * 1024 - len(body)) + b'"')
    assert len(parse(most)) == 1
    with pytest.raises(BodyError, match="3,145,728"):
        parse(most + b" ", "sha256=", "secret")


@pytest.mark.parametrize("depth", [100, 10_000, 1_000_000])
@pytest.mark.parametrize("ends", [("[", "]"), ('{"a":', "}")], ids=["lists", "objects"])
def test_depth(depth: int, ends: tuple[str, str]) -> None:
    """What is nested as deeply as nothing of Meta's is refused, however deeply."""
    inner = ends[0] * depth + "1" + ends[1] * depth
    body = wire(delivery("messages", "HERE")).replace(b'"HERE"', inner.encode())
    with pytest.raises(BodyError):
        parse(body)


def test_what_python_reads_beyond_json() -> None:
    """Numbers that are none, lone surrogates and names that stand twice do no harm."""
    body = wire(delivery("security", "HERE", time="WHEN"))
    for told in (b'{"event":NaN}', b'{"event":"\\ud800"}', b'{"event":"A","event":"B"}'):
        for time in (b"NaN", b"-Infinity", b"1e999", b"9" * 400, b'"\\ud800"', b"true"):
            (found,) = parse(body.replace(b'"HERE"', told).replace(b'"WHEN"', time))
            look_at(found)


@pytest.mark.parametrize("value", [None, 7, "text", [], [{}], True], ids=repr)
def test_values_of_no_kind(value: Any) -> None:
    """A known field whose value is no object is an event without a class."""
    found = event("account_update", value)
    assert type(found) is UnknownEvent
    look_at(found)


ODD: list[Any] = [7, 7.5, -1, True, "", "text", [], [1], ["a", "b"], {}, {"a": 1}, [{}], 10**400]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:20])
def test_members_of_other_kinds(odd: Any) -> None:
    """A member of another kind than it should be is None, and the others are there."""
    for field, value, found in CHANGES:
        for name in value:
            (other,) = parse(wire(delivery(field, {**value, name: odd})))
            assert type(other) is type(found)
            look_at(other)
            for kept in value.keys() - {name, "alert_info"}:
                assert getattr(other, kept) == getattr(found, kept)


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:20])
def test_inner_members_of_other_kinds(odd: Any) -> None:
    """A member of another kind inside of an object leaves the rest of that object, too."""
    info = {"waba_id": "220033445566778", "owner_business_id": odd}
    found = event("account_update", {"event": "PARTNER_ADDED", "waba_info": info})
    assert found.account_id == found.waba_info.waba_id == "220033445566778"
    look_at(found)


def look_at(found: Event) -> None:
    """Use an event in every way that there is."""
    assert len(found.key) == 64
    assert repr(found)
    assert found == copy.deepcopy(found) == pickle.loads(pickle.dumps(found)) or "nan" in repr(
        found.raw
    )
    assert isinstance(hash(found), int)
    for name in ("field", "account_id", "business_id", "time", "digits", *type(found).fields):
        getattr(found, name)
    json.dumps(found.to_dict())


WORDS = st.text(max_size=5)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
NAMES = st.sampled_from(sorted({name for _, value, _ in CHANGES for name in value}))
FIELDS = st.sampled_from(SCHEMAS["WebhookField"]["enum"]) | WORDS
CHANGE = st.fixed_dictionaries(
    {"field": FIELDS, "value": st.dictionaries(NAMES, JSON, max_size=2) | JSON}
)
ENTRY = st.fixed_dictionaries(
    {"changes": st.lists(CHANGE, max_size=2)}, optional={"id": JSON, "time": JSON}
)
BODY = st.fixed_dictionaries(
    {"object": st.just("whatsapp_business_account"), "entry": st.lists(ENTRY, max_size=2)}
)
quietly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine


def mutated(body: Any) -> st.SearchStrategy[bytes]:
    """Change some bytes of a body."""
    text = json.dumps(body).encode()
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, 9), st.binary(max_size=4))
    return cut.map(lambda at: text[: at[0]] + at[2] + text[at[0] + at[1] :])


@quietly
@given(BODY)
def test_any_webhook(body: Any) -> None:
    """Every webhook is read, whatever its members are."""
    found = parse(json.dumps(body).encode())
    assert len(found) == sum(len(entry["changes"]) for entry in body["entry"])
    for one in found:
        look_at(one)


@quietly
@given(
    st.binary()
    | JSON.map(lambda v: json.dumps(v).encode())
    | st.sampled_from([*SAMPLES.values()]).flatmap(mutated)
)
def test_any_bytes(body: bytes) -> None:
    """Out of arbitrary bytes come events or a BodyError, and never unsigned ones."""
    try:
        for one in parse(body):
            look_at(one)
    except BodyError:
        pass
    with pytest.raises(SignatureError):
        parse(body, "sha256=" + "0" * 64, "secret")
