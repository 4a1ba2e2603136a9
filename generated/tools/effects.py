"""What calls do to a number, as the curated client knows it; derive.py writes it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generated.tools.errors import seconds
from generated.tools.nodes import answer
from generated.tools.operations import body_of
from generated.tools.settling import Sent, fields_of, settling, value
from openapi.tools import made
from openapi.tools.vocabulary import METHODS, operations, resolve

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What calls do: what they leave behind, how that is found out, and how often they may be made.

Values are text, empty where there is none.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Sent(NamedTuple):
    """Stands for the value that a call sends."""

    member: str
    """Of its body or its query."""


class Settling(NamedTuple):
    """How the outcome of a call is found out."""

    check: str
    """What a person has to look at."""
    read: str = ""
    """operationId of the call that shows what became of it; without one nothing does."""
    asked: tuple[str, ...] = ()
    """The fields to ask that call for; without any it answers what is needed."""
    done: Mapping[str, tuple[str | Sent, ...]] = {{}}
    """By field, the values that the call leads to: proof where another one was known before."""
    undone: Mapping[str, tuple[str, ...]] = {{}}
    """By field, the values that show that it did nothing, where none was known before.

    Empty: any value does that is not in `done`.
    """
    unchanged: Mapping[str, tuple[str, ...]] = {{}}
    """By field, the values that show it where they were known before; if not listed, any does."""
    regardless: bool = False
    """Whether what was known before does not matter."""
    new: str = ""
    """The member that tells whether what the call made was known before, if it makes something."""
    digits: str = ""
    """The member of what the call made that shows the telephone number, which was sent."""
    of: Sent | None = None
    """Whose state is read; None: that of the object of the call."""
    listed: Mapping[str, Sent] = {{}}
    """By member, what an item of the list that is read has where the call took effect."""
    unlisted: Mapping[str, Sent] = {{}}
    """By member, what an item of the list that is read has where the call did nothing."""
    gone: bool = False
    """Whether the call takes its object away."""
    denial: int | None = None
    """The code of a refusal which proves that an earlier send changed nothing.

    A call that has one is sent again also where the state does not tell: the answer does.
    """
    ignore_case: bool = False
    """Whether capitals do not count."""
    place: str | None = None
    """The member of the call's own answer that what was read stands in; empty: it is the answer."""


SETTLING: Final[Mapping[str, Settling]] = {settling!r}
"""By operationId, or operationId and the member of the body that makes the difference."""

EFFECTS: Final[Mapping[str, Mapping[str, str | Sent | None]]] = {effects!r}
"""What a call that succeeded leaves behind; None where it changes what then has to be read.

Keys: as those of SETTLING.
"""

FACTS: Final[Mapping[str, Mapping[str, bool]]] = {facts!r}
"""By the operationId of a read: what it tells that proves something about a later write.

True where an answer that lacks what was asked for says that there is none.
"""


KINDS: Final[Mapping[str, str]] = {kinds!r}
"""By operationId: of what kind the objects are that are known by it, where they are no numbers."""


class Limit(NamedTuple):
    """How often something may be done."""

    calls: int
    hours: int
    """Of a window that moves with the time."""
    code: int
    """That of the refusal of the next one."""


LIMITS: Final[Mapping[str, Limit]] = {limits!r}
"""By operationId, how often a call may be made for one number."""

SENDING: Final = frozenset({sending!r})
"""The calls that have a code sent to somebody."""

NAME_LIMIT: Final = {names!r}
"""How often another display name may be asked for, for one number."""

QUOTA: Final = {quota!r}
"""How often an account with a registered number may be called."""
'''


class Limit(NamedTuple):
    """A limit as `_made/effects.py` has it; its repr is source code."""

    calls: int
    hours: int
    code: int


def effects_module(contract: dict[str, Any], states: dict[str, Any]) -> str:
    """Return the source of `_made/effects.py`."""
    calls = dict(writes(contract))
    said = {
        "settling": {name: settling(contract, name, said) for name, said in calls.items()},
        "effects": {name: effect(said) for name, said in calls.items() if "x-effect" in said},
        "facts": dict(facts(contract, [said["x-settle"] for said in calls.values()])),
        "kinds": dict(kinds(contract)),
        "limits": dict(limits(states, "calls")),
        "sending": [row["call"] for row in states["limits"] if row["counts"] == "codes sent"],
        "names": dict(limits(states, "display names"))["updatePhoneNumber"],
        "quota": quota(contract["components"]["headers"]["BusinessUseCaseUsage"]),
    }
    return made.formatted(TEMPLATE.format(**said))


def limits(states: dict[str, Any], counted: str) -> Iterator[tuple[str, Limit]]:
    """Yield the calls that have a limit on what is counted, with it."""
    for row in states["limits"]:
        if row["counts"] == counted:
            yield row["call"], Limit(row["allowed"], hours(row["window"]), row["code"])


def quota(header: dict[str, Any]) -> Limit:
    """Return what a header of a quota says of it."""
    said = header["x-quota"]
    return Limit(said["calls"], hours(said["window"]), header["x-throttled"])


def hours(window: str) -> int:
    """Return an ISO 8601 duration in hours."""
    return int(seconds(window) / 3600)


def writes(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every call that changes something, after the members that make another one of it."""
    for item in contract["paths"].values():
        for call in (item[m] for m in METHODS if m in item and "x-settle" in item[m]):
            members = resolve(contract, body_of(call)).get("properties", {})
            for name, member in members.items():
                if "x-settle" in member:
                    yield f"{call['operationId']}!{name}", member
            yield call["operationId"], call


def effect(said: dict[str, Any]) -> dict[str, str | Sent | None]:
    """Return what a write leaves behind, and what then has to be read."""
    mark = said["x-effect"]
    left = {name: value(word) for name, word in mark.get("leaves", {}).items()}
    return {**left, **dict.fromkeys(mark.get("touches", ()))}


def facts(
    contract: dict[str, Any], marks: list[dict[str, Any]]
) -> Iterator[tuple[str, dict[str, bool]]]:
    """Yield every read that tells what is worth remembering, with what that is."""
    calls, schemas = dict(operations(contract)), contract["components"]["schemas"]
    proofs = {
        (answer(contract, calls[mark["read"]])[0], field)
        for mark in marks
        if "read" in mark and not mark.keys() & {"regardless", "listed", "unlisted"}
        for field in (*fields_of(mark), "id" if "gone" in mark else mark.get("new"))
    }
    for name, call in calls.items():
        if name not in dict(writes(contract)):
            schema, _ = answer(contract, call)
            told = {
                field: "x-absent-is-none" in said
                for field, said in schemas[schema]["properties"].items()
                if "x-absent-is-none" in said or (schema, field) in proofs
            }
            if told:
                yield name, told


def kinds(contract: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the calls that tell of objects which are no numbers, or change such, with their kind.

    A kind is what paths call the id. Items of a list, and what a call makes, are of the kind that
    is read by itself with the same answer.
    """
    calls, changing = dict(operations(contract)), dict(writes(contract))
    told = dict(facts(contract, [said["x-settle"] for said in changing.values()]))
    paths = {item[m]["operationId"]: path for path, item in contract["paths"].items()
             for m in METHODS if m in item}  # fmt: skip
    nodes = {answer(contract, calls[name])[0]: path[2:-1] for name, path in paths.items()
             if "get" in contract["paths"][path] and path.count("/") == 1}  # fmt: skip
    for name in (name for name in paths if name in told or "x-effect" in changing.get(name, {})):
        made_by = changing.get(name, {}).get("x-settle", {})
        schema, is_list = answer(contract, calls[made_by["read"] if "new" in made_by else name])
        kind = nodes[schema] if is_list and schema in nodes else paths[name].split("/")[1][1:-1]
        if kind != "phone_number_id":
            yield name, kind
