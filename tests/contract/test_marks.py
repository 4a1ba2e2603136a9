"""What the marks of the contract name is there, and leads somewhere."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.contract.catalogue import BY_KEY
from tests.contract.document import (
    COMPONENTS,
    PATH,
    TEXT,
    Operation,
    operations,
    properties,
    resolve,
    schemas,
)
from tests.states.chart import CHART as STATES

SENT = "$request.body#/"
ASKED = "$request.query."
KEYS = {"check", "read", "done", "undone", "unchanged", "regardless", "new", "denial"} | {
    "of", "listed", "unlisted", "gone",
}  # fmt: skip
WITHHELD = {"x-graph-since", "x-graph-until", "x-refused"}
Mark = dict[str, Any]
OPERATIONS = {op.name: op for op in operations()}
WRITES = [op for op in OPERATIONS.values() if op.is_write]


def body(op: Operation) -> Mark:
    """The members that a call sends."""
    members: Mark = resolve(op.body["schema"])["properties"] if op.body else {}
    return members


def answered(operation: str) -> Mark:
    """The members of what a call answers."""
    answer = OPERATIONS[operation].responses["200"]["content"]["application/json"]["schema"]
    members: Mark = resolve(answer)["properties"]
    return members


def fields(operation: str) -> Mark:
    """What a call answers, of a page what its items have."""
    members = answered(operation)
    return (
        resolve(resolve(members["data"])["items"])["properties"] if "data" in members else members
    )


def marked(key: str) -> Iterator[tuple[str, Operation, Mark, Mark]]:
    """Every mark of a name on calls that change something, and on what they send."""
    for op in WRITES:
        for name, said in {"": op.call, **body(op)}.items():
            if key in said:
                yield f"{op.name}!{name}".rstrip("!"), op, said, said[key]


SETTLED = {name: (op, said, mark) for name, op, said, mark in marked("x-settle")}
EFFECTS = {name: (op, said, mark) for name, op, said, mark in marked("x-effect")}
each_settled = pytest.mark.parametrize(("op", "said", "mark"), SETTLED.values(), ids=SETTLED)
each_effect = pytest.mark.parametrize(("op", "said", "mark"), EFFECTS.values(), ids=EFFECTS)


def values(mark: Mark, *keys: str) -> Iterator[tuple[str, str | None]]:
    """Every field with every value that some members of a mark list for it."""
    for key in keys:
        for field, words in mark.get(key, {}).items():
            yield from ((field, word) for word in words)


def is_sent(word: str, op: Operation) -> bool:
    """Tell whether an expression names something that a call sends."""
    query = {parameter["name"] for parameter in op.parameters if parameter["in"] == "query"}
    return word.removeprefix(SENT) in body(op) or word.removeprefix(ASKED) in query


def is_a_value(word: str | None, schema: Mark, op: Operation) -> bool:
    """Tell whether a field may have the value that a mark gives it."""
    if word is not None and word.startswith((SENT, ASKED)):
        return is_sent(word, op)
    if word is None:  # which an answer has to be able to say
        return "x-absent-is-none" in schema
    return word in resolve(schema).get("enum", ())


def test_every_change_can_be_settled() -> None:
    """A call that changes something says how its outcome is found out, and no read does."""
    assert {op.name for op in WRITES} <= SETTLED.keys()
    reads = [op for op in OPERATIONS.values() if not op.is_write]
    assert [op.name for op in reads if "x-settle" in op.call] == []
    asked = {name for name, (op, said, _) in SETTLED.items() if said is not op.call}
    own = {f"{op.name}!{n}" for op in WRITES for n, said in body(op).items() if "x-repeat" in said}
    assert asked == own


@each_settled
def test_settling(op: Operation, said: Mark, mark: Mark) -> None:
    """A settling reads, of what some call of any version answers, values that there are."""
    assert mark.keys() <= KEYS
    assert mark["check"].endswith(".")
    assert mark.get("regardless", True) is True
    if "read" not in mark:
        assert mark.keys() == {"check"}
        return
    assert OPERATIONS[mark["read"]].method == "get"
    shown = fields(mark["read"])
    for field, word in values(mark, "done", "undone", "unchanged"):
        assert is_a_value(word, shown[field], op), field
        assert not WITHHELD & shown[field].keys(), field
    assert "new" not in mark or mark["new"] in shown
    assert len(mark.keys() & {"listed", "unlisted", "gone"}) <= 1
    assert mark.keys() & {"done", "undone", "listed", "unlisted", "gone"}


@each_settled
def test_settling_by_a_list_or_an_absence(op: Operation, said: Mark, mark: Mark) -> None:
    """An item to be looked for is one of those that the list has; what is gone has an id."""
    for field, word in {**mark.get("listed", {}), **mark.get("unlisted", {})}.items():
        assert "data" in answered(mark["read"])
        assert field in fields(mark["read"])
        assert is_sent(word, op)
    assert "of" not in mark or is_sent(mark["of"], op)
    if "gone" in mark:
        assert mark["gone"] is True
        assert "id" in answered(mark["read"])


@each_settled
def test_settling_is_of_one_mind(op: Operation, said: Mark, mark: Mark) -> None:
    """No value says two things, and what may be there unchanged is held against what is undone."""
    done, undone = (set(values(mark, key)) for key in ("done", "undone"))
    unchanged = set(values(mark, "unchanged"))
    assert done.isdisjoint(undone | unchanged)
    assert undone.isdisjoint(unchanged)
    assert {field for field, _ in unchanged} <= {field for field, _ in undone}


@each_settled
def test_settling_in_words(op: Operation, said: Mark, mark: Mark) -> None:
    """Who reads descriptions alone learns what to read."""
    if "read" in mark:
        names = {mark["read"], *mark.get("done", ()), *mark.get("undone", ())}
        assert any(f"`{name}`" in said["description"] for name in names)


def test_denials_are_refusals_of_their_call() -> None:
    """A refusal that proves something is one that the states of a number know."""
    denials = {name: mark["denial"] for name, (_, _, mark) in SETTLED.items() if "denial" in mark}
    refused = {
        (call["call"], row["code"]) for call in STATES["calls"] for row in call.get("refused", ())
    }
    assert denials
    assert denials.items() <= refused


@each_effect
def test_effect(op: Operation, said: Mark, mark: Mark) -> None:
    """What a call leaves behind is read where its settling reads, and is what that calls done."""
    settling = said["x-settle"]
    shown = fields(settling["read"])
    assert mark.keys() <= {"leaves", "touches"}
    assert mark.keys()
    for field, word in mark.get("leaves", {}).items():
        assert is_a_value(word, shown[field], op), field
        assert word in settling.get("done", {}).get(field, [word]), field
    assert shown.keys() >= set(mark.get("touches", ()))
    assert mark.get("leaves", {}).keys().isdisjoint(mark.get("touches", ()))


def test_what_ends_a_registration_is_no_registration() -> None:
    """The same statuses prove a number to be off the Cloud API, whichever call was sent."""
    (_, _, on), (_, _, off) = SETTLED["registerPhoneNumber"], SETTLED["deregisterPhoneNumber"]
    assert on["undone"] == off["done"]


@pytest.mark.parametrize("mark", ["x-absent-is-none", "x-ignore-case"])
def test_marks_of_fields_are_used(mark: str) -> None:
    """A field is marked as it is because a settling or an effect speaks of it."""
    marked = {where: said for where, said in properties() if mark in said}
    told = {field for _, _, said in SETTLED.values() for field, _ in values(said, "done", "undone")}
    told |= {field for _, _, said in EFFECTS.values() for part in said.values() for field in part}
    assert marked
    assert all(said[mark] is True for said in marked.values())
    assert {where.rpartition(".")[2] for where in marked} <= told


def test_what_may_hold_nulls_is_a_list() -> None:
    """Only the answer to a batch has items that may be null, and says what that means."""
    marked = {where: said for where, said in schemas() if "x-null-items" in said}
    assert marked.keys() == {"BatchAnswer"}
    for where, said in marked.items():
        assert (said["x-null-items"], said["type"]) == (True, "array"), where
        assert "is null" in said["description"], where


def test_what_may_be_null_says_so() -> None:
    """A member that may be null has one kind otherwise, and its description tells when it is."""
    marked = {where: said for where, said in properties() if "x-null" in said}
    assert "PhoneNumberNameUpdate.rejection_reason" in marked
    for where, said in marked.items():
        assert (said["x-null"], resolve(said)["type"]) == (True, "string"), where
        assert "null or missing" in said["description"], where


def test_pages_inside_of_an_object() -> None:
    """A page that is read with its object is what a list answers that is there for it alone."""
    marked = {where: said for where, said in properties() if "x-edge" in said}
    assert "WhatsAppBusinessAccount.phone_numbers" in marked
    for where, said in marked.items():
        listed = OPERATIONS[said["x-edge"]]
        answer = listed.responses["200"]["content"]["application/json"]["schema"]
        assert answer["$ref"] == said["$ref"], where
        assert listed.path.rpartition("/")[2] == where.rpartition(".")[2]


def test_what_refuses_beyond_a_quota() -> None:
    """The code that a header of a quota names is one of the catalogue, and means throttling."""
    marked = {
        n: said["x-throttled"] for n, said in COMPONENTS["headers"].items() if "x-throttled" in said
    }
    assert marked.keys() == {"BusinessUseCaseUsage"}
    assert all(BY_KEY[code, None]["class"] == "rate-limit" for code in marked.values())


def test_every_mark_is_explained() -> None:
    """README lists the marks that the contract has, and no other, but for what no version lacks."""
    text = PATH.with_name("README.md").read_text("utf-8")
    table = text.partition("## Extensions")[2].partition("\n\n`x-repeat`")[0]
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `x-")]
    listed = {name for row in rows for name in re.findall(r"`(x-[\w-]+)`", row)}
    used = set(
        re.findall(
            r"^ *(?:- )?(x-[\w-]+):(?! *$\n +\$ref: '#/components/headers)", TEXT, re.MULTILINE
        )
    )
    assert used <= listed
    assert listed - used == {"x-graph-until", "x-graph-until-values"}
