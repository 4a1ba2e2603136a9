"""What handles do that only pass on what they are given; derive.py writes it.

The asynchronous face alone is made here; unasync.py makes the other one of it.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generated.tools.method_texts import docstring, listed, selected
from generated.tools.methods import Argument, Method, handled
from openapi.tools import made

HEADING = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What handles do that only pass on what they are given: each `x-method` of the contract."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, Unpack, overload

from wabakit_graph import models

from wabakit._async.driver import AsyncDriver
from wabakit._async.pager import AsyncPager, batched, paged
from wabakit._bounds import Listed
from wabakit._handle import Handle
from wabakit._made import bounds, nodes
from wabakit._made import operations as graph
from wabakit._node import Field
from wabakit._secret import hidden
from wabakit._session import concealed
from wabakit._settle import write
from wabakit._telephone import check_full_number, plain
from wabakit._views import select, select_nested
from wabakit._wire import Filter
from wabakit.errors import InvalidInputError, WabakitError

if TYPE_CHECKING:
    from wabakit._made import params
    from wabakit.onboarding.waiting import Waiting

T = TypeVar("T")
'''
BATCHES = '''
class AsyncBatchMethods:
    """What a client reads of many objects, by their ids."""

    _driver: AsyncDriver
'''
PAGE_SIZE = 100
"""Items that a list asks for by the page, where its method does not say another number."""
DIGITS = {"plain": "plain({0})", "full": "None if {0} is None else check_full_number({0})"}
"""What `x-digits` says -> what makes digits of what people write."""
FIELDS = "fields: Iterable[Field[Any]] | None = None"
CHECK = "check: Callable[[{}], object]"
NEXT_LINE = "\n        "
VIEW, EITHER = "into: type[T]", f"{FIELDS}, into: type[Any] | None = None"


def handles_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/_async/handles.py`: a class for each kind of object."""
    parts = [HEADING]
    for (by, handle), methods in handled(contract).items():
        grouped = [list(same) for _, same in groupby(methods, key=lambda method: method.name)]
        parts += [listing(handle, method) for method, *_ in grouped if method.is_paged]
        parts += handle_class(by, handle, grouped)
    many = [method for methods in handled(contract).values() for method in methods]
    parts += [BATCHES, *(batched(method) for method in many if "batched" in method.mark)]
    return made.formatted("\n".join(parts))


def titled(name: str) -> str:
    """Return the name of a class."""
    return name.title().replace("_", "")


def listing(handle: str, method: Method) -> str:
    """Return the source of the class of what a list can be asked for."""
    kinds = {given.name: given.kind for given in method.arguments if not given.digits}
    kinds |= {"where": "Iterable[Filter]"} if "filtering" in method.query else {}
    kinds |= {"limit": "int | None", "page_size": "int"}
    members = "\n    ".join(f"{name}: {kind}" for name, kind in kinds.items())
    return f'''
class {titled(method.name)}Listing(TypedDict, total=False):
    """How a list is asked for; `Async{titled(handle)}.{method.name}` says what is what."""

    {members}
'''


def handle_class(by: str, handle: str, grouped: list[list[Method]]) -> Iterator[str]:
    """Yield the source of the class for one kind of object."""
    yield f"class Async{titled(handle)}Methods(Handle[AsyncDriver]):"
    yield f'    """The made part of `Async{titled(handle)}`."""\n'
    yield f'    _by = "{by}"'
    yield f'    _place = "client.{handle}({by})"'
    if grouped:
        yield f"    _reading = ({', '.join(readings(handle, grouped))},)"
    for method, *others in grouped:
        single = chosen if method.is_selected else plain
        yield walked(method, others) if method.is_paged else single(method)
        if "awaited" in method.mark:
            yield awaited(method)


def readings(handle: str, grouped: list[list[Method]]) -> Iterator[str]:
    """Yield, for each node whose fields are chosen, how a value of it is read; its own first."""
    variable = handle.partition("_")[0]
    for method, *_ in sorted(grouped, key=lambda same: same[0].is_paged):
        code = f"{variable}.{method.name}(fields=[{{field}}])"
        way = f"async for card in {code}: card" if method.is_paged else f"(await {code})"
        if method.is_selected:
            yield f'({method.node}, "{way}.{{name}}")'


def chosen(method: Method) -> str:
    """Return the source of a method that reads one object, fields of choice."""
    return f'''
    @overload
    async def {method.name}(self, *, {VIEW}) -> T: ...
    @overload
    async def {method.name}(self, *, {FIELDS}) -> {method.node}: ...
    async def {method.name}(self, *, {EITHER}) -> Any:
{docstring(selected(method.mark))}
        selection = select({method.node}, fields, into)
        call = graph.{method.operation}("{method.name}", self.id, fields=selection)
        return await self._driver.perform(call)
'''


def walked(method: Method, others: list[Method]) -> str:
    """Return the source of a method that walks a list, or one of several of the same items."""
    page_size = method.mark.get("page_size", PAGE_SIZE)
    said = listed(method.mark, method.query["limit"]["schema"], page_size)
    of = [one.mark["of"] for one in (method, *others) if "of" in one.mark]
    which = f"of: Literal{of!r} = {of[0]!r}, " if of else ""
    apart = "".join(f"{declared(given)}, " for given in method.arguments if given.digits)
    rest = f"**listing: Unpack[{titled(method.name)}Listing]"
    lines = [f"selection = select({method.node}, fields, into)"]
    if page_size != PAGE_SIZE:
        lines.insert(0, f'listing.setdefault("page_size", {page_size})')
    for one in (method, *others) if of else ():
        lines += [f"if of == {one.mark['of']!r}:", *(f"    {line}" for line in walk(one))]
    words = " or ".join(map(repr, of))
    lines += [f'raise InvalidInputError("of", of, "{words}")'] if of else walk(method)
    return f"""
    @overload
    def {method.name}(self, {which}*, {VIEW}, {apart}{rest}) -> AsyncPager[T]: ...
    @overload
    def {method.name}(self, {which}*, {FIELDS}, {apart}{rest}) -> AsyncPager[{method.node}]: ...
    def {method.name}(self, {which}*, {EITHER}, {apart}{rest}) -> AsyncPager[Any]:
{docstring(said)}
        {NEXT_LINE.join(lines)}
"""


def walk(method: Method) -> Iterator[str]:
    """Yield the lines that walk a list."""
    apart = "".join(f", {passed(given)}" for given in method.arguments if given.digits)
    operation, name = method.operation, method.name
    yield f'listed = partial(graph.{operation}, "{name}", self.id, fields=selection{apart})'
    yield f"return paged(self._driver, graph.{operation.upper()}, listed, **listing)"


def awaited(method: Method) -> str:
    """Return the source of the method that reads an object until something is true of it."""
    name, node, rest = method.mark["awaited"]["name"], method.node, "**waiting: Unpack[Waiting]"
    return f'''
    @overload
    async def {name}(self, {CHECK.format("T")}, *, {VIEW}, {rest}) -> T: ...
    @overload
    async def {name}(self, {CHECK.format(node)}, *, {FIELDS}, {rest}) -> {node}: ...
    async def {name}(self, {CHECK.format("Any")}, *, {EITHER}, {rest}) -> Any:
{docstring(selected(method.mark["awaited"]))}
        from wabakit.onboarding._async.process import drive  # most programs wait for nothing
        from wabakit.onboarding.waiting import wait_until
        selection = select({node}, fields, into)
        call = graph.{method.operation}("{name}", self.id, fields=selection)
        return await drive(self._driver, wait_until(self._driver.session, call, check, waiting))
'''


def batched(method: Method) -> str:
    """Return the source of the method of a client that reads many objects by their ids."""
    name, ids = method.mark["batched"]["name"], "ids: Iterable[str], *"
    return f"""
    @overload
    def {name}(self, {ids}, {VIEW}) -> AsyncIterator[tuple[str, T | WabakitError]]: ...
    @overload
    def {name}(
        self, {ids}, {FIELDS}
    ) -> AsyncIterator[tuple[str, {method.node} | WabakitError]]: ...
    def {name}(self, {ids}, {EITHER}) -> AsyncIterator[tuple[str, Any]]:
{docstring(selected(method.mark["batched"]))}
        from wabakit._batch import Batches  # many programs read one by one
        checked = Listed(bounds.GraphId, words="a list of ids").check(ids, "ids")
        selection = select({method.node}, fields, into)
        return batched(self._driver, Batches(self._driver.session, selection, checked))
"""


def plain(method: Method) -> str:
    """Return the source of a method that passes on its arguments."""
    arguments = method.arguments
    given = [declared(one) for one in sorted(arguments, key=lambda one: bool(one.default))]
    if given and all(one.default in ("None", "False") and not one.is_paired for one in arguments):
        given.insert(0, "*")
    lines = [f"{one.name} = {one.hides}({one.name})" for one in arguments if one.hides]
    sent = [passed(one) for one in arguments]
    if method.field:
        lines, sent = [f"selection = select_nested({method.field})"], ["fields=selection"]
    sent = [f'"{method.name}"', "self.id", *sent]
    lines.append(f"call = graph.{method.operation}({', '.join(sent)})")
    way = "run(write(self._driver.session, call))" if method.is_write else "perform(call)"
    lines += run_lines(method, f"await self._driver.{way}")
    answer = f"list[{method.node}]" if method.is_list else method.node or "None"
    if "only" in method.mark:
        answer = method.node if method.is_list else f"{method.node} | None"
    return f"""
    async def {method.name}({", ".join(["self", *given])}) -> {answer}:
{docstring(method.mark)}
        {NEXT_LINE.join(lines)}
"""


def run_lines(method: Method, run: str) -> list[str]:
    """Return the lines that send a call, and hand out what it is answered."""
    only = method.mark.get("only")
    if only is None:
        return [f"{'return ' * bool(method.node)}{run}"]
    if method.is_list:
        items = f"item for entry in found for item in entry.{only} or ()"
        return [f"found = {run}", f"return [{items}]"]
    return [f"return ({run}).{only}"]


def declared(given: Argument) -> str:
    """Return an argument as a signature has it."""
    return f"{given.name}: {given.kind}" + (f" = {given.default}" if given.default else "")


def passed(given: Argument) -> str:
    """Return an argument as it is passed on."""
    value = f"{given.name} or None" if given.default == "False" else given.name
    return f"{given.wire}={DIGITS[given.digits].format(value) if given.digits else value}"
