"""What the contract says of methods is about something that is there."""

from tests.contract.document import properties
from tests.contract.test_marks import OPERATIONS, body


def test_methods() -> None:
    """A method has one name and its text, and speaks of arguments that it sends."""
    said = [p for op in OPERATIONS.values() for p in (op.call, *body(op).values())]
    said += [property_ for _, property_ in properties()]
    marks = {id(mark): mark for one in said if (mark := one.get("x-method"))}.values()
    assert len(marks) > 20
    keys = {"name", "text", "arguments", "defaults", "returns", "raises", "source"}
    assert all(
        mark.keys() <= keys | {"of", "only", "page_size", "awaited", "batched"} for mark in marks
    )
    assert all(mark["name"].isidentifier() for mark in marks)
    assert all(mark["text"].partition("\n")[0].endswith(".") for mark in marks if "text" in mark)
    for op in OPERATIONS.values():
        mark = op.call.get("x-method", {})
        sent = {p["name"]: p for p in op.parameters} | body(op)
        names = {p.get("x-argument", name) for name, p in sent.items()} | {"where", "of"}
        assert {*mark.get("arguments", ()), *mark.get("defaults", ())} <= names, op.name


def test_every_id_in_a_path_has_a_handle() -> None:
    """What a call is about has a name, and one name alone."""
    found = {
        (p["name"], p["x-handle"])
        for op in OPERATIONS.values()
        for p in op.parameters
        if p["in"] == "path"
    }
    assert len(found) == len(dict(found)) == len({handle for _, handle in found})
