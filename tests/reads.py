"""The reads that need no argument: those of the contract, by the methods that make them."""

import inspect
from collections.abc import Callable, Mapping
from operator import methodcaller
from typing import Any

import wabakit
from ergonomic.tools.calls import Method, methods
from tests.contract.document import CONTRACT, operations
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, WABA

HANDLES: dict[str, tuple[type, str]] = {
    "account": (wabakit.Account, WABA),
    "number": (wabakit.Number, NUMBER),
    "business": (wabakit.Business, BUSINESS),
    "preverified_number": (wabakit.PreverifiedNumber, PREVERIFIED),
    "client": (wabakit.Client, ""),
}


def plain() -> Mapping[str, Callable[[wabakit.Client], Any]]:
    """Return, by operation, the first method that makes it, to be called on a client."""
    reads = {op.name for op in operations() if not op.is_write}
    found: dict[str, Callable[[wabakit.Client], Any]] = {}
    for method in methods(CONTRACT):
        if method.operation in reads and needs_nothing(method):
            found.setdefault(method.operation, call_of(method))
    return found


def needs_nothing(method: Method) -> bool:
    """Tell whether a method can be called without an argument, and gives no pager."""
    signature = inspect.signature(getattr(HANDLES[method.handle][0], method.name))
    _, *given = signature.parameters.values()
    walked = str(signature.return_annotation)
    return not ("Pager" in walked or "Iterator" in walked) and all(
        one.default is not one.empty for one in given
    )


def call_of(method: Method) -> Callable[[wabakit.Client], Any]:
    """Return what calls a method of a client's handle."""
    call, object_id = methodcaller(method.name), HANDLES[method.handle][1]
    if not object_id:
        return call
    make = methodcaller(method.handle, object_id)
    return lambda client: call(make(client))


PLAIN = plain()
