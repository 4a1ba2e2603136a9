"""A Graph version that is added by the procedure of openapi/README.md, in a copy of the tree."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openapi.tools.made import ROOT
from openapi.tools.yamltext import read
from wabakit.contract import versions
from wabakit.contract._marks import number
from wabakit.contract._yaml import as_yaml

LATEST = versions()[-1]
NEXT = f"v{number(LATEST)[0] + 1}.0"
TRIAL = f"""
import httpx, wabakit, wabakit.emulator
from wabakit import PhoneNumber, PhoneNumberStatus
from wabakit.contract import document, versions

assert versions()[-1] == {NEXT!r}
fields = document({NEXT!r})["components"]["schemas"]["PhoneNumber"]["properties"]
assert "mood" in fields and "host_platform" not in fields
assert PhoneNumberStatus("DREAMING").is_known
emulator = wabakit.emulator.Emulator()
known = emulator.add_number(emulator.add_account().id)
transport = httpx.Client(transport=emulator.transport())
client = wabakit.Client(emulator.token, http_client=transport, api_version={NEXT!r})
assert client.number(known.id).get(fields=[PhoneNumber.mood]).mood is None
former = client.with_options(api_version={LATEST!r})
for asked, field in ((client, PhoneNumber.host_platform), (former, PhoneNumber.mood)):
    try:
        asked.number(known.id).get(fields=[field])
    except wabakit.ViewError as error:
        assert "Nothing was sent" in str(error)
    else:
        raise AssertionError(field)
assert former.number(known.id).get(fields=[PhoneNumber.host_platform]).host_platform
"""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of all that makers read and write."""
    unneeded = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*_cache")
    for name in ("openapi", "generated", "ergonomic", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=unneeded)
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def run(copied: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run Python with the modules of the copy."""
    rooms = (copied, copied / "generated", copied / "ergonomic")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, rooms))}

    def python(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=copied,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    return python


def add_version(path: Path) -> None:
    """Do the first two steps: a version with a word and a field more, and a field less."""
    union = read(path)
    union["x-graph-versions"][NEXT] = {"released": "2030-01-01"}
    schemas: dict[str, Any] = union["components"]["schemas"]
    status, fields = schemas["PhoneNumberStatus"], schemas["PhoneNumber"]["properties"]
    status["enum"].append("DREAMING")
    status.setdefault("x-graph-since-values", {})["DREAMING"] = NEXT
    fields["mood"] = {"type": "string", "x-graph-since": NEXT, "description": "How it feels."}
    fields["host_platform"]["x-graph-until"] = LATEST
    samples = union["components"]["responses"]["PhoneNumberRead"]["content"]["application/json"]
    shown = samples["examples"]["everything"]["value"]
    assert shown.pop("host_platform")
    path.write_text(as_yaml(union), "utf-8")


def test_a_version_is_added_by_the_procedure(
    copied: Path, run: Callable[..., "subprocess.CompletedProcess[str]"]
) -> None:
    """Once the contract says it, makers, client, emulator and comparison know the version."""
    add_version(copied / "openapi/phone_numbers.yaml")
    makers = ("generated.tools.generate", "generated.tools.derive", "ergonomic.tools.documents")
    for maker in makers:
        made = run("-m", maker)
        assert made.returncode == 0, made.stdout
    tried = run("-c", TRIAL)
    assert tried.returncode == 0, tried.stdout
    compared = run("-m", "openapi.tools.compare", LATEST, NEXT)
    assert compared.returncode == 1, compared.stdout
    breaking, _, others = compared.stdout.partition("### Other changes")
    assert breaking.count("`host_platform` is gone") == 1
    assert breaking.count("`data.host_platform` is gone") == 1
    assert others.count("gained DREAMING") == others.count("mood` is new") == 2
