"""Exceptions and results survive whatever a program does with them."""

import asyncio
import copy
import os
import pickle
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from types import ModuleType
from typing import Any, cast

import pytest

import wabakit
from tests.client.wire import always, refusal
from tests.faces import NUMBER, WABA
from tests.failures.calls import get, register
from tests.failures.graph import Failing, usage
from tests.failures.samples import View, kinds, sample
from wabakit import PhoneNumber, errors, inventory, webhooks

KINDS = list(kinds())
COPIES: dict[str, Callable[[Any], Any]] = {
    "pickle as text": lambda thing: pickle.loads(pickle.dumps(thing, 0)),
    "pickle": lambda thing: pickle.loads(pickle.dumps(thing)),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}
IN_A_SECOND_PROCESS = """
import pickle, sys
things = pickle.load(sys.stdin.buffer)
shown = [repr(thing) + str(thing) + str(getattr(thing, "__dict__", "")) for thing in things]
pickle.dump((things, shown), sys.stdout.buffer)
"""


def shown(thing: Any) -> str:
    return repr(thing) + str(thing) + str(getattr(thing, "__dict__", ""))


def test_every_exception_is_tried() -> None:
    """No public exception is left out below."""
    of_calls, of_webhooks, of_inventories = map(raised_by, (errors, webhooks, inventory))
    assert set(KINDS) == of_calls | of_webhooks | of_inventories
    assert all(getattr(wabakit, kind.__name__) is kind for kind in of_calls)


def raised_by(module: ModuleType) -> set[type[errors.WabakitError]]:
    """The exceptions of ours that are in a module under their names."""
    public = {kind for kind in vars(module).values() if isinstance(kind, type)}
    return {kind for kind in public if issubclass(kind, errors.WabakitError)}


@pytest.mark.parametrize("kind", KINDS)
def test_copies(kind: type[Exception]) -> None:
    """A copy of an exception is the same in class, text, attributes and notes."""
    error = sample(kind)
    error.add_note("while registering the second shop")
    for way, duplicate in COPIES.items():
        copied = duplicate(error)
        assert type(copied) is kind, way
        assert copied is not error, way
        assert (str(copied), repr(copied), copied.args) == (str(error), repr(error), error.args)
        assert vars(copied) == vars(error), way
        assert copied.__notes__ == ["while registering the second shop"], way


@contextmanager
def plain() -> Generator[None]:
    yield


@asynccontextmanager
async def asynchronous() -> AsyncGenerator[None]:
    yield


@pytest.mark.parametrize("kind", KINDS)
def test_context_managers(kind: type[Exception]) -> None:
    """An exception passes through generator-based context managers as itself."""
    error = sample(kind)
    with pytest.raises(kind) as caught, plain():
        raise error
    assert caught.value is error

    async def inside() -> None:
        async with asynchronous():
            raise error

    with pytest.raises(kind) as caught:
        asyncio.run(inside())
    assert caught.value is error


@pytest.mark.parametrize("kind", KINDS)
def test_groups(kind: type[Exception]) -> None:
    """An exception may be one of a group, be found in it and be pickled with it."""
    group = ExceptionGroup("several numbers", [sample(kind), ValueError("else")])
    found, rest = group.split(errors.WabakitError)
    assert found is not None
    assert rest is not None
    assert [type(error) for error in found.exceptions] == [kind]
    copied = pickle.loads(pickle.dumps(group))
    assert str(copied.exceptions[0]) == str(group.exceptions[0])


def test_builtin_bases() -> None:
    """Exceptions are also those of Python that people catch anyway."""
    bases = [
        (errors.FieldNotRequestedError, AttributeError),
        (errors.ViewError, TypeError),
        (errors.InvalidInputError, ValueError),
        (errors.ConnectionFailedError, ConnectionError),
        (errors.TimedOutError, TimeoutError),
    ]
    for kind, base in bases:
        with pytest.raises(base):
            raise sample(kind)


def test_input_that_cannot_be_pickled() -> None:
    """An exception about an argument that no pickle can hold can be pickled all the same."""
    with pytest.raises(wabakit.InvalidInputError) as caught:
        wabakit.Retry(attempts=cast(Any, lambda: 3))
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (copied.field, copied.value) == ("attempts", "function")


def test_second_process(failing: Failing) -> None:
    """Exceptions, results, views, pages and quota use can be sent to another process and back."""
    entry = {"id": NUMBER, "status": "SOMETHING_NEW", "throughput": {"level": "WARP"}}
    graph = failing(always({**entry, "data": [entry]}, **usage(WABA, minutes=0)))
    number = graph.number.get(fields=[PhoneNumber.status, PhoneNumber.throughput])
    (page,) = graph.account.numbers(into=View).pages()
    things: list[Any] = [
        *[sample(kind) for kind in KINDS],
        failing(refusal(133005)).fails(register, wabakit.RegistrationError),
        failing(always({})).fails(get, wabakit.UnexpectedAnswerError),
        number,
        number.throughput,
        number.status,
        graph.number.settings(),
        graph.number.username(),
        page,
        *graph.client.usage.values(),
        wabakit.Retry(attempts=2),
        timedelta(1),
    ]
    answer = subprocess.run(
        [sys.executable, "-c", IN_A_SECOND_PROCESS],
        input=pickle.dumps(things),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )
    back, there = pickle.loads(answer.stdout)
    assert there == [shown(thing) for thing in things]
    assert [shown(thing) for thing in back] == there
    assert [type(thing) for thing in back] == [type(thing) for thing in things]
    copied = back[things.index(number)]
    assert copied == number
    assert not copied.status.is_known
    with pytest.raises(wabakit.FieldNotRequestedError):
        _ = copied.verified_name
