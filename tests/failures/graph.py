"""A Graph that fails as it is told, and what no failure may show."""

import logging
import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import httpx
import pytest

import wabakit
from tests.client.wire import Server
from tests.doing import Do
from tests.faces import Face, Handler
from tests.failures.calls import MARKS

E = TypeVar("E", bound=wabakit.WabakitError)
Failing = Callable[..., "Graph"]
HTML = b"<html><body><h1>Sorry, something went wrong.</h1></body></html>"


class Graph(Server):
    """Answers as it is told, and judges how the client fails."""

    def __init__(self, handler: Handler, face: Face, options: dict[str, Any]) -> None:
        super().__init__(handler, face, options)
        self.waits = face.time.waits

    @property
    def methods(self) -> dict[str, int]:
        """How many requests of each method arrived."""
        return dict(Counter(request.method for request in self.requests))

    def fails(self, do: Do, kind: type[E]) -> E:
        """Make a call that must fail with exactly this exception, showing no secret."""
        with pytest.raises(wabakit.WabakitError) as caught:
            do(self.client)
        error = caught.value
        assert type(error) is kind
        assert leaks(exposed(error)) == []
        return error


def leaks(text: str) -> list[str]:
    """Return the secrets that stand in a text."""
    return [mark for mark in MARKS if mark in text]


def logged(record: logging.LogRecord) -> str:
    """Return everything that a log record holds, but for when and where: digits left to chance."""
    by_chance = {"created", "msecs", "relativeCreated", "process", "thread"}
    held = {name: value for name, value in vars(record).items() if name not in by_chance}
    return f"{record.getMessage()} {held}"


def exposed(error: BaseException) -> str:
    """Return everything that an exception, its causes and their pickles show."""
    shown: list[Any] = []
    for fault in chain(error):
        shown += [str(fault), repr(fault), fault.args, vars(fault)]
        shown += getattr(fault, "__notes__", [])
        if isinstance(fault, wabakit.WabakitError):
            shown.append(pickle.dumps(fault, 0).decode("latin-1"))
            shown += [f"{value}" for value in vars(fault).values()]
    return "\n".join(str(part) for part in shown)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Give an exception and everything that it came from."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for member in cast(Any, error).exceptions:
                yield from chain(member)
        error = error.__cause__ or error.__context__


def raw(status: int, content: bytes, **headers: str) -> Handler:
    """Answer everything with these bytes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(status, content=content, headers=named)


def usage(account: str, minutes: float = 0, calls: int = 100) -> dict[str, Any]:
    """Return the header that reports the use of an account's quota."""
    entry = (
        f'{{"type":"whatsapp_business_management","call_count":{calls},"total_cputime":1,'
        f'"total_time":2,"estimated_time_to_regain_access":{minutes}}}'
    )
    return {"X_Business_Use_Case_Usage": f'{{"{account}":[{entry}]}}'}
