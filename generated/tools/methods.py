"""The methods that only pass on what they are given, as the contract has them (`x-method`)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generated.tools.nodes import (
    INNER,
    answer,
    members,
    node_name,
    python_type,
    referred,
    says_more,
)
from generated.tools.operations import (
    annotation,
    answer_of,
    body_of,
    only_word,
    python_name,
    sendable,
)
from generated.tools.params import SENT_AS_WORDS
from generated.tools.public import SAID_BY_THE_CLIENT
from openapi.tools.vocabulary import METHODS, resolve

IN_ANOTHER_FORM = ("fields", "filtering", "limit")
"""Parameters that the methods of lists and of reads have as `fields`, `where` and `page_size`."""

Said = dict[str, Any]


class Argument(NamedTuple):
    """What a method is given and sends."""

    wire: str
    """Its name in the contract."""
    name: str
    kind: str
    default: str
    """Empty where there is none."""
    hides: str
    """What makes a secret of it, if it is one."""
    digits: str
    """What `x-digits` says, if it is there."""
    is_paired: bool
    """Whether it is given with another one only (`x-together`)."""


class Method(NamedTuple):
    """A method, the operation that it calls, and what it sends."""

    mark: Said
    """What the contract says of it."""
    operation: str
    node: str
    """What is answered; empty where nothing is handed out."""
    is_list: bool
    is_write: bool
    is_selected: bool
    """Whether its caller chooses the fields."""
    query: dict[str, Said]
    arguments: list[Argument]
    field: str = ""
    """What is read alone."""

    @property
    def name(self) -> str:
        """The name of the method."""
        return str(self.mark["name"])

    @property
    def is_paged(self) -> bool:
        """Whether it walks the pages of a list."""
        return "limit" in self.query


def handled(contract: Said) -> dict[tuple[str, str], list[Method]]:
    """Return the methods by the id of the object, and by the handle that has it."""
    found: dict[tuple[str, str], list[Method]] = {}
    for item in contract["paths"].values():
        for parameter in item.get("parameters", ()):
            said = resolve(contract, parameter)
            methods = found.setdefault((said["name"], said["x-handle"]), [])
            methods += methods_of(contract, item)
    return found


def methods_of(contract: Said, item: Said) -> Iterator[Method]:
    """Yield the methods that call an address, and those that read or send one member alone."""
    for call in (item[verb] for verb in METHODS if verb in item):
        if "x-method" in call:
            yield method_of(contract, call, call["x-method"])
        if "x-settle" not in call and not answer_of(contract, call)[1]:
            yield from readers(contract, call)
        for name, schema in sendable(resolve(contract, body_of(call))):
            if "x-method" in schema:
                yield method_of(contract, call, schema["x-method"], name)


def method_of(contract: Said, call: Said, mark: Said, member: str = "") -> Method:
    """Return the method of a call, or the one that sends only this member of its body."""
    _, is_list, has_id = answer_of(contract, call)
    query = {p["name"]: p for p in (resolve(contract, p) for p in call.get("parameters", ()))}
    body = resolve(contract, body_of(call))
    required = {*body.get("required", ()), member}
    sent = dict(query)
    pair = body.get("x-together", ())
    sent |= {
        n: {**s, "schema": s, "required": n in required, "x-together": n in pair}
        for n, s in sendable(body)
    }
    found = [
        argument(contract, wire, said, mark)
        for wire, said in sent.items()
        if wire not in IN_ANOTHER_FORM
        and wire == (member or wire)
        and not only_word(contract, said["schema"])
    ]
    if body and "arguments" in mark:
        found = [given for given in found if given.name in mark["arguments"]]
    return Method(
        mark=mark,
        operation=python_name(call["operationId"]),
        node=handed_out(contract, call, mark),
        is_list=is_list,
        is_write="x-settle" in call,
        is_selected="fields" in query and has_id,
        query=query,
        arguments=found,
    )


def handed_out(contract: Said, call: Said, mark: Said) -> str:
    """Return the type of what a method hands out; nothing where it is success alone."""
    schemas, (name, _) = contract["components"]["schemas"], answer(contract, call)
    if "only" in mark:
        return python_type(schemas, schemas[name]["properties"][mark["only"]])
    return "" if name in INNER or not says_more(schemas[name]) else f"nodes.{node_name(name)}"


def argument(contract: Said, wire: str, said: Said, mark: Said) -> Argument:
    """Return how a parameter, or a member of a body, is given to a method."""
    schema = said["schema"]
    name, enum = said.get("x-argument", wire), referred(schema)
    kind = annotation(contract, schema)
    if enum in SENT_AS_WORDS:
        kind = f"params.{enum}Param"
    elif enum in SAID_BY_THE_CLIENT:
        found = resolve(contract, schema)
        kind = f"Literal{[*found['enum'], *found.get('x-aliases', ())]!r} | str"
    default = "" if said.get("required") else "None"
    if name in mark.get("defaults", {}):
        default = repr(mark["defaults"][name])
    elif default and kind == "bool" and "in" in said:  # what a read leaves out by itself
        default = "False"
    kind += " | None" * (default == "None")
    hides = "concealed" if default else "hidden"
    hides *= schema.get("format") == "password"
    digits, is_paired = said.get("x-digits", ""), said.get("x-together", False)
    return Argument(wire, name, kind, default, hides, digits, is_paired)


def readers(contract: Said, call: Said) -> Iterator[Method]:
    """Yield the methods that read one field alone of what a call answers."""
    schemas: Said = contract["components"]["schemas"]
    node, _, _ = answer_of(contract, call)
    for name in (name for name in schemas if f"nodes.{node_name(name)}" == node):
        for field, schema in members(schemas, name):
            if "x-method" in schema:
                kind = f"nodes.{python_type(schemas, schema)}"
                whole = method_of(contract, call, schema["x-method"])
                yield whole._replace(node=kind, field=f"{node}.{field}", is_selected=False)
