"""What `import wabakit` offers, and what it costs."""

import inspect
import pickle
import re
import traceback
from collections.abc import Callable
from importlib import import_module, metadata
from typing import get_type_hints, is_typeddict

import pytest
from wabakit_graph import models

import wabakit
from tests.children import run_each
from wabakit._made._async import handles as async_handles
from wabakit._made._sync import handles
from wabakit.fleet._async import fleet as async_fleet
from wabakit.fleet._sync import fleet
from wabakit.onboarding import waiting, wanted

NAMES: list[str] = import_module("wabakit").__all__
PUBLIC = {name: getattr(wabakit, name) for name in NAMES}
PROMISED = """
Client AsyncClient App AsyncApp TokenInfo Clock AsyncClock Secret
Account AsyncAccount Number AsyncNumber Pager AsyncPager Page
Usage Retry PhoneNumber Settings Field Filter Response
WabakitError FieldNotRequestedError ViewError InvalidInputError ConnectionFailedError TimedOutError
OutcomeUnknownError UnexpectedAnswerError MissingFieldError GraphError AuthenticationError
PermissionDeniedError NotFoundError InvalidRequestError AlreadyExistsError RateLimitError
RegistrationLimitError VerificationError RegistrationError PolicyError UnavailableError
AccountMode CodeMethod CodeVerificationStatus MessagingLimitTier NameStatus PhoneNumberStatus
PlatformType QualityRating SearchVisibility ThroughputLevel
""".split()
KEYWORDS = {
    name: kind
    for module in (async_handles, handles, async_fleet, fleet, waiting, wanted)
    for name, kind in vars(module).items()
    if is_typeddict(kind)
}
"""What is unpacked into the keywords of methods."""
PARENTS: dict[str, list[type | str]] = {
    "FieldNotRequestedError": [AttributeError],
    "ViewError": [TypeError],
    "InvalidInputError": [ValueError],
    "ConnectionFailedError": [ConnectionError],
    "TimedOutError": [TimeoutError, "ConnectionFailedError"],
    "MissingFieldError": ["UnexpectedAnswerError"],
    "AlreadyExistsError": ["InvalidRequestError"],
    "RegistrationLimitError": ["RateLimitError"],
    "OutcomeUnknownError": ["WabakitError"],
    "GraphError": ["WabakitError"],
    "PolicyError": ["GraphError"],
    "UnavailableError": ["GraphError"],
}


def test_names_are_sorted() -> None:
    """The public names are listed once each, in order."""
    assert sorted(set(NAMES)) == NAMES


def test_names_are_there() -> None:
    """Every public name can be imported and is what a user sees in `dir`."""
    functions = {name for name, item in PUBLIC.items() if not inspect.isclass(item)}
    assert functions == {"exchange_code", "exchange_code_async"}
    assert set(NAMES) <= set(dir(wabakit))


def test_unpacked_keywords_are_named() -> None:
    """What `help` shows as `**how` has its keywords in the docstring, each by its name."""
    named = re.compile(rf"\b({'|'.join(KEYWORDS)})\b")
    found = [
        (method, KEYWORDS[kind])
        for handle in filter(inspect.isclass, PUBLIC.values())
        for name, method in inspect.getmembers(handle, inspect.isfunction)
        if not name.startswith("_") and hasattr(method, "__annotations__")
        for parameter in inspect.signature(method).parameters.values()
        if parameter.kind is parameter.VAR_KEYWORD
        for kind in named.findall(str(parameter.annotation))
    ]
    assert {*KEYWORDS.values()} == {wanted.Wishes, *(kind for _, kind in found)}
    missing = [
        f"{method.__qualname__}: {keyword}"
        for method, kind in found
        for keyword in kind.__annotations__
        if not re.search(rf"\b{keyword}\b", method.__doc__ or "")
    ]
    assert missing == []


def test_promised_names() -> None:
    """The names that the documentation promises are public."""
    assert set(PROMISED) <= set(NAMES)


def test_unknown_name() -> None:
    """A name that there is not is an AttributeError, as for any module."""
    assert not hasattr(wabakit, "NoSuchName")


@pytest.mark.parametrize("name", PARENTS)
def test_tree_of_errors(name: str) -> None:
    """Errors can be caught by their wabakit parents and by the built-in kind that they are."""
    assert issubclass(PUBLIC[name], wabakit.WabakitError)
    for parent in PARENTS[name]:
        assert issubclass(PUBLIC[name], PUBLIC[parent] if isinstance(parent, str) else parent)


def test_every_error_is_ours() -> None:
    """Every public exception is a WabakitError."""
    kinds = [item for item in PUBLIC.values() if inspect.isclass(item)]
    faults = [item for item in kinds if issubclass(item, Exception)]
    errors = [item for item in faults if not issubclass(item, Warning)]
    assert len(errors) >= 20
    assert all(issubclass(error, wabakit.WabakitError) for error in errors)


def test_documented() -> None:
    """Every public class says what it is."""
    assert [name for name in NAMES if len(inspect.getdoc(PUBLIC[name]) or "") <= 10] == []


@pytest.mark.parametrize(
    ("sync", "other"),
    [
        (wabakit.Client, wabakit.AsyncClient),
        (wabakit.Account, wabakit.AsyncAccount),
        (wabakit.Number, wabakit.AsyncNumber),
        (wabakit.Pager, wabakit.AsyncPager),
        (wabakit.Fleet, wabakit.AsyncFleet),
    ],
)
def test_twins(sync: type, other: type) -> None:
    """Both faces offer the same methods with the same arguments and the same words."""
    names = {name for name in dir(sync) if not name.startswith("_")}
    assert names == {name for name in dir(other) if not name.startswith("_")}
    for name in names:
        one, two = inspect.getattr_static(sync, name), inspect.getattr_static(other, name)
        assert inspect.getdoc(one) == inspect.getdoc(two)
        if inspect.isfunction(one):
            assert list(inspect.signature(one).parameters) == list(
                inspect.signature(two).parameters
            )


def test_import_is_light(run_python: Callable[[str], str]) -> None:
    """`import wabakit` loads nothing else, and the first name used no HTTP library."""
    code = """
import sys, wabakit
heavy = {"httpx", "anyio", "attrs", "wabakit_graph", "wabakit.emulator"}
print(heavy & set(sys.modules))
wabakit.__version__
print(heavy & set(sys.modules))
wabakit.Client
print(sorted(heavy & set(sys.modules)))
"""
    assert run_python(code).splitlines() == [
        "set()",
        "set()",
        "['attrs', 'wabakit_graph']",
    ]


def test_version() -> None:
    """The package says its version, which is the one that is installed."""
    assert wabakit.__version__ == metadata.version("wabakit")
    assert {"__version__", "emulator", "errors", "contract"} <= set(dir(wabakit))


def test_modules_are_there(run_python: Callable[[str], str]) -> None:
    """The modules that the documentation names need no import of their own."""
    code = """
import wabakit
print(wabakit.emulator.Emulator.__name__, wabakit.contract.path.__name__)
print(wabakit.errors.GraphError is wabakit.GraphError)
"""
    assert run_python(code).splitlines() == ["Emulator path", "True"]


def test_module_of_a_name() -> None:
    """Every public class says where a user has it from, generated vocabularies too."""
    for name, item in PUBLIC.items():
        assert (item.__module__, item.__qualname__) == ("wabakit", name)
        assert get_type_hints(item) is not None, name
        assert pickle.loads(pickle.dumps(item)) is item, name


def test_traceback_names_the_public_class() -> None:
    """A traceback shows an error as it is caught."""
    with pytest.raises(wabakit.InvalidInputError) as caught:
        wabakit.Client("")
    assert "wabakit.InvalidInputError: token=" in traceback.format_exception(caught.value)[-1]


def test_pickles_travel(run_python: Callable[[str], str]) -> None:
    """What one process pickles another reads, whatever either has imported before."""
    code = """
import pickle
import re
{}
for text in {!r}:
    print(repr(pickle.loads(text)))
"""
    member = wabakit.PhoneNumberStatus.CONNECTED
    error = wabakit.ViewError("no such field")
    low_level = models.PhoneNumber("1", status=member)
    old = [
        b"cwabakit_graph.models.phone_number_status\nPhoneNumberStatus\n(VCONNECTED\ntR.",
        b"cwabakit._made.nodes\nPhoneNumber\n.",
        b"cwabakit.errors\nViewError\n.",
    ]
    texts = [*(pickle.dumps(thing) for thing in (member, error, low_level)), *old]
    expected = [*map(repr, (member, error, low_level, member))]
    expected += ["<class 'wabakit.PhoneNumber'>", "<class 'wabakit.ViewError'>"]
    before = ("", "import wabakit.errors", "import wabakit_graph.models", "import wabakit")
    for shown in run_each(run_python, [code.format(imports, texts) for imports in before]):
        assert shown.splitlines() == expected


def test_pickle_of_the_low_level_client(run_python: Callable[[str], str]) -> None:
    """A program that uses the low-level client alone reads its own pickles, and we read them."""
    code = """
import pickle, sys
from wabakit_graph.models import PhoneNumber, PhoneNumberStatus
number = PhoneNumber("1", status=PhoneNumberStatus("NEW_AT_META"))
assert pickle.loads(pickle.dumps(number)) == number
print(pickle.dumps(number).hex(), "wabakit" in sys.modules)
"""
    text, loaded = run_python(code).split()
    assert loaded == "False"
    assert pickle.loads(bytes.fromhex(text)).status == wabakit.PhoneNumberStatus("NEW_AT_META")


def test_ways_of_importing(run_python: Callable[[str], str]) -> None:
    """Names and modules can be imported in any order."""
    ways = [
        "from wabakit import *; Client, PhoneNumber, RateLimitError",
        "from wabakit import errors; errors.GraphError",
        "import wabakit.errors; wabakit.errors.GraphError",
        "import wabakit.emulator; wabakit.Client",
        "from wabakit.emulator import Emulator; import wabakit; wabakit.AsyncClient",
        "import wabakit; help(wabakit)",
    ]
    *silent, helped = run_each(run_python, ways)
    assert set(silent) == {""}
    assert "AsyncClient" in helped
