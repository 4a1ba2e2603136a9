"""What is loaded, and when: nothing before it is needed."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from wabakit_graph import models

import wabakit

NEEDLESS = """
wabakit._async wabakit._batch wabakit._beyond wabakit._event wabakit._made.params wabakit._tokens
wabakit.contract wabakit.emulator wabakit.events wabakit.file_memory wabakit.onboarding
wabakit.pytest_plugin wabakit_graph.api wabakit_graph.client wabakit_graph.models.phone_number
wabakit_graph.models.quality_rating wabakit_graph.models.settings wabakit_graph.types anyio
certifi dateutil difflib email hmac html http.client http.cookiejar httpcore httpx
importlib.metadata random sqlite3 ssl urllib.request
""".split()
"""What `Client` is there without, and all that lies in it."""
TRUST = {"random", "ssl"}
"""What is loaded where a client is made: it reads which certificates are trusted."""

ONE_READ = """
import httpx
from wabakit import Client

def answer(_):
    return httpx.Response(200, json={"id": "1", "status": "CONNECTED"})

http = httpx.Client(transport=httpx.MockTransport(answer))
assert Client("EAA", http_client=http).number("1").get().status == "CONNECTED"
"""

Loaded = Callable[[str], set[str]]


@pytest.fixture
def loaded_by(run_python: Callable[[str], str]) -> Loaded:
    """Give the modules that code loads in a Python of its own."""
    new = "print(*sys.modules.keys() - before)"
    return lambda code: set(
        run_python(f"import sys\nbefore = set(sys.modules)\n{code}\n{new}").split()
    )


def test_the_package_loads_itself_alone(loaded_by: Loaded) -> None:
    """`import wabakit` loads its own file, and what finds modules."""
    loaded = {name.partition(".")[0] for name in loaded_by("import wabakit")}
    assert loaded - {"importlib", "warnings"} == {"wabakit"}


@pytest.fixture(scope="module")
def loaded_by_client() -> list[str]:
    """The modules that a client loads in a Python of its own: when it is named, when it is made."""
    code = "import sys; from wabakit import Client; print(*sys.modules); Client('EAA')"
    code += "; print(*sys.modules)"
    return subprocess.check_output([sys.executable, "-c", code], text=True).splitlines()


@pytest.mark.parametrize("name", NEEDLESS)
def test_a_client_is_there_without(name: str, loaded_by_client: list[str]) -> None:
    """A client loads one face, nothing to send with, and nothing that only some calls need."""
    named, made = (loaded.split() for loaded in loaded_by_client)
    assert "wabakit._sync.client" in named
    for loaded in (named, made if name not in TRUST else []):
        assert [m for m in loaded if m == name or m.startswith(f"{name}.")] == []


def test_an_endpoint_is_loaded_by_its_first_call(loaded_by: Loaded) -> None:
    """A call loads the generated endpoint that it goes to, and no other."""
    api = "wabakit_graph.api."
    loaded = {name for name in loaded_by(ONE_READ) if name.startswith(api)}
    assert loaded == {f"{api}phone_numbers", f"{api}phone_numbers.get_phone_number"}


def test_a_vocabulary_is_loaded_by_the_value_that_is_read(loaded_by: Loaded) -> None:
    """Of the words that a number has, those are loaded whose value the program looks at."""
    room = "wabakit_graph.models."
    loaded = {name for name in loaded_by(ONE_READ) if name.startswith(room)}
    assert loaded == {f"{room}phone_number_status"}


def test_a_read_loads_nothing_else_of_ours(loaded_by: Loaded) -> None:
    """What batches, events and onboarding need is not loaded by a program that reads a number."""
    others = {"_batch", "_event", "events", "onboarding"}
    assert loaded_by(ONE_READ).isdisjoint(f"wabakit.{name}" for name in others)


def test_low_level_models_are_loaded_one_by_one(loaded_by: Loaded) -> None:
    """A program that uses the low-level client loads the models that it uses."""
    room = "wabakit_graph.models."
    loaded = loaded_by("from wabakit_graph.models import QualityRating")
    assert {name for name in loaded if name.startswith(room)} == {f"{room}quality_rating"}
    assert "httpx" not in loaded_by("from wabakit_graph import AuthenticatedClient")


def test_low_level_names_are_all_there(loaded_by: Loaded) -> None:
    """Every model can be had from the package of models, seen in `dir`, and no other name can."""
    assert set(models.__all__) <= set(dir(models))
    assert {getattr(models, name).__name__ for name in models.__all__} == set(models.__all__)
    for room in ("wabakit_graph", "wabakit_graph.models"):
        star = f"import {room}\nassert not hasattr({room}, 'NoSuchName')\nfrom {room} import *"
        assert room in loaded_by(star)


def test_what_is_loaded_later_is_named_as_ours(loaded_by: Loaded) -> None:
    """A class that comes with another one is called as users have it, used by name or not."""
    code = "import wabakit; wabakit.Client\nfrom wabakit.errors import GraphError\n"
    loaded = loaded_by(f"{code}assert GraphError.__module__ == 'wabakit', GraphError.__module__")
    assert "wabakit._async.client" not in loaded
    code += "from wabakit.onboarding.record import Onboarding\n"
    loaded_by(f"{code}assert Onboarding.__module__ == 'wabakit', Onboarding.__module__")
    assert wabakit.AsyncClient.__module__ == "wabakit"
