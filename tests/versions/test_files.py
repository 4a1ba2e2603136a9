"""A contract is given as a file, and printed for a shell."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openapi.tools.yamltext import read
from wabakit import InvalidInputError, contract
from wabakit.contract import __main__ as command
from wabakit.contract import _files


def files(folder: Path) -> list[Path]:
    """List the files below a folder, at any depth."""
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder that stands for the system's temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    forget = _files._of_this_process.cache_clear  # pyright: ignore[reportPrivateUsage]
    forget()
    yield folder
    forget()


def test_path(caches: Path) -> None:
    """The file of a contract is among the user's caches, under a name that says its form."""
    path = contract.path("v24.0")
    assert path.name == "v24.0.json"
    assert caches in path.parents
    assert json.loads(path.read_text("utf-8")) == contract.document("v24.0")
    form = contract.path("v26.0", openapi="3.0", enums="open", format="yaml")
    assert form.name == "v26.0-3.0-open.yaml"
    assert read(form) == contract.document("v26.0", openapi="3.0", enums="open")
    assert json.loads(contract.path("errors").read_text("utf-8"))["errors"]
    with pytest.raises(InvalidInputError, match=r"format='toml'.*json, yaml"):
        contract.path("v24.0", format="toml")  # type: ignore[arg-type]


def test_file_is_written_once(caches: Path) -> None:
    """A file that is there is given again as it is, also where nothing can be written any more."""
    first = contract.path("v24.0")
    written = first.stat().st_mtime_ns
    assert contract.path("v24.0") == first
    assert first.stat().st_mtime_ns == written
    assert files(caches) == [first]


def test_damaged_file_is_mended(caches: Path) -> None:
    """A file that somebody cut short is written anew."""
    path = contract.path("v24.0")
    path.write_text("{")
    assert contract.path("v24.0") == path
    assert json.loads(path.read_text("utf-8")) == contract.document("v24.0")
    assert files(caches) == [path]


def test_file_of_another_wabakit_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wabakit with another contract writes another file: the one somebody reads never changes."""
    path = contract.path("v24.0")
    before = path.read_bytes()
    monkeypatch.setattr(contract, "derived", another_contract)
    other = contract.path("v24.0")
    assert other != path
    assert json.loads(other.read_text("utf-8")) == {"openapi": "another"}
    assert path.read_bytes() == before


def another_contract(*_: object) -> dict[str, str]:
    return {"openapi": "another"}


def test_file_appears_whole(monkeypatch: pytest.MonkeyPatch, caches: Path) -> None:
    """Who looks while a file is written finds nothing, or all of it, as who comes second does."""
    move = Path.replace

    def look_and_move(new: Path, path: Path) -> Path:
        assert not path.exists()
        assert json.loads(new.read_text("utf-8")) == contract.document("v24.0")
        return move(new, path)

    monkeypatch.setattr(Path, "replace", look_and_move)
    path = contract.path("v24.0")
    assert files(caches) == [path]
    assert json.loads(path.read_text("utf-8")) == contract.document("v24.0")


def test_nothing_is_left_of_what_failed(
    monkeypatch: pytest.MonkeyPatch, caches: Path, temporary: Path
) -> None:
    """A file that could not be put into the caches leaves nothing there, and is elsewhere."""
    move = Path.replace

    def refuse(new: Path, path: Path) -> Path:
        if caches in path.parents:
            raise PermissionError("somebody has it open")
        return move(new, path)

    monkeypatch.setattr(Path, "replace", refuse)
    path = contract.path("v24.0")
    assert files(temporary) == [path]
    assert files(caches) == []


@pytest.mark.parametrize("why", ["a file in the way", "no home"])
def test_caches_that_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, caches: Path, temporary: Path, why: str
) -> None:
    """Where there is no writable cache folder, the file is in a temporary one."""
    if why == "no home":
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setattr(Path, "home", without_home)
    else:
        caches.touch()
    path = contract.path("v24.0")
    assert temporary in path.parents
    assert contract.path("v24.0") == path
    assert files(temporary) == [path]


def without_home() -> Path:
    raise RuntimeError("Could not determine home directory.")


@pytest.mark.parametrize(
    ("platform", "environment", "place"),
    [
        ("linux", {}, ".cache"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, ".cache"),
        ("linux", {"XDG_CACHE_HOME": "{home}/other"}, "other"),
        ("darwin", {}, "Library/Caches"),
        ("win32", {}, "AppData/Local"),
        ("win32", {"LOCALAPPDATA": "{home}/local"}, "local"),
    ],
)
def test_place(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    platform: str,
    environment: dict[str, str],
    place: str,
) -> None:
    """Caches are where the platform has them; a relative XDG_CACHE_HOME counts as none."""
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value.format(home=tmp_path))
    assert tmp_path / place / "wabakit" in contract.path("v24.0").parents


def test_contract_first(run_python: Any) -> None:
    """`wabakit.contract` can be imported by itself, before anything of wabakit was used."""
    code = "import wabakit.contract; print(wabakit.contract.path('v24.0').is_file())"
    assert run_python(code).strip() == "True"


def test_print(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The command prints JSON of OpenAPI 3.1 by default, and each form if asked."""
    command.main(["v24.0"])
    assert json.loads(capfdbinary.readouterr().out) == contract.document("v24.0")
    command.main(["v24.0", "--openapi", "3.0", "--format", "yaml", "--enums", "open"])
    form = contract.path("v24.0", openapi="3.0", enums="open", format="yaml")
    assert capfdbinary.readouterr().out == form.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "possible"),
    [
        ([], "NAME"),
        (["v9.0"], "v24.0"),
        (["v24.0", "--openapi", "2"], "3.0"),
        (["v24.0", "--enums", "ajar"], "open"),
        (["v24.0", "--format", "toml"], "yaml"),
        (["errors", "--enums", "open"], "possible: closed"),
    ],
)
def test_wrong_command(
    capsys: pytest.CaptureFixture[str], arguments: list[str], possible: str
) -> None:
    """What the command does not know ends with 2 and says what it knows; nothing is printed."""
    with pytest.raises(SystemExit) as left:
        command.main(arguments)
    assert left.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert possible in shown.err


def test_without_pyyaml(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """YAML without PyYAML is refused in one line that says what to install; JSON needs nothing."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.delitem(sys.modules, "wabakit.contract._yaml", raising=False)
    with pytest.raises(SystemExit) as left:
        command.main(["v24.0", "--format", "yaml"])
    assert left.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("pip install pyyaml")
    with pytest.raises(InvalidInputError, match="pip install pyyaml"):
        contract.path("v24.0", format="yaml")
    assert contract.path("v24.0").is_file()


def test_reader_that_leaves_early() -> None:
    """`| head -1` prints its line, and nothing about a broken pipe."""
    path = os.pathsep.join(sys.path)
    with subprocess.Popen(
        [sys.executable, "-m", "wabakit.contract", "v24.0"],
        env={**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as printing:
        assert printing.stdout
        assert printing.stderr
        assert printing.stdout.readline() == b"{\n"
        printing.stdout.close()
        assert printing.stderr.read() == b""
    assert printing.returncode == 0
