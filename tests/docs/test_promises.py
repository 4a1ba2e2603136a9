"""What is promised is what is built, tried and declared."""

import re
import tomllib

import yaml

from openapi.tools.made import ROOT
from tests.docs.pages import PAGES
from wabakit.contract import versions

PROMISES = PAGES[".github/VERSIONS.md"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WHERE = {row[0]: row[1] for row in PROMISES.rows("Where it runs")}


def listed(text: str) -> list[str]:
    """Return the entries of a list in words."""
    return text.split(", ")


def test_pythons() -> None:
    """Promised Pythons are those of the metadata, and of the workflow on three systems."""
    classifiers = "\n".join(PROJECT["project"]["classifiers"])
    declared = re.findall(r"Python :: (3\.\d+)", classifiers)
    check = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    matrix = check["jobs"]["tests"]["strategy"]["matrix"]
    assert listed(WHERE["Python"]) == declared == matrix["python"]
    assert PROJECT["project"]["requires-python"] == f">={declared[0]}"
    assert [system.split("-")[0] for system in matrix["system"]] == ["ubuntu", "macos", "windows"]


def test_graph_versions() -> None:
    """Promised versions of Graph are those that the contract describes."""
    assert listed(WHERE["Graph"]) == list(versions())


def test_httpx() -> None:
    """The promised httpx begins where the package's dependency does."""
    (needed,) = (need for need in PROJECT["project"]["dependencies"] if need.startswith("httpx>"))
    lowest = WHERE["httpx"].split()[0]
    assert needed.startswith(f"httpx>={lowest},")


def test_nothing_for_developers_is_published() -> None:
    """What make installs is in groups, which nobody gets with the package."""
    assert {"test", "dev"} <= PROJECT["dependency-groups"].keys()
    assert PROJECT["project"]["optional-dependencies"].keys().isdisjoint(["test", "dev"])


def test_workflow_installs_what_make_does() -> None:
    """The workflow names the extras that the Makefile names."""
    extras = re.findall(r"^EXTRAS := (\S+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert f'".{extras[0]}"' in (ROOT / ".github/workflows/check.yml").read_text("utf-8")


def test_public_modules() -> None:
    """The modules that are called public are there, and are all that the front door names."""
    door = (ROOT / "ergonomic/wabakit/__init__.py").read_text("utf-8")
    named = re.findall(r"from wabakit import (\w+) as", door)
    (sentence,) = re.findall(r"in its modules ([^;]*);", PROMISES.section("What is public"))
    assert re.findall(r"`(\w+)`", sentence) == named


def test_hooks_call_make() -> None:
    """What git runs before a commit are words of make."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    words = [hook["entry"] for repository in hooks["repos"] for hook in repository["hooks"]]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert words
    assert [w for w in words if f"\n{w.removeprefix('make ')}: " not in makefile] == []
    assert all(word.startswith("make ") for word in words)


def test_house_is_where_the_map_says() -> None:
    """Every file and folder that the map of the house names is there."""
    rows = PAGES[".github/CONTRIBUTING.md"].rows("The house")
    for room, _, begin in rows:
        inside = room.startswith("…")
        for name in re.findall(r"`([^`]+)`", room):
            base = ROOT / "ergonomic/wabakit" if inside else ROOT
            assert (base / name).is_dir(), name
        first = re.findall(r"`([^`]+)`", room)[0]
        homes = [ROOT / first, ROOT / "ergonomic/wabakit", ROOT / "ergonomic/wabakit" / first]
        for name in re.findall(r"`([^`]+\.\w+)`", begin):
            assert any((home / name).is_file() for home in homes), name
