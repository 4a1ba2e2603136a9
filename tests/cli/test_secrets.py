"""Profiles and secrets in the hands of strangers: files, variables and children."""

import json
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.cli.shell import MAIN, Shell
from wabakit.emulator import Emulator


@pytest.mark.parametrize(
    "text",
    [
        "profile = 3",
        "[profile]\na = 3",
        'default = ["a"]',
        "[profile.a]\nwaba = 5",
        '[profile.a]\ntoken_command = ["pass"]',
        "[profile.a]\ntoken_env = 5",
        '[profile.a]\nalias = "x"',
    ],
)
def test_profiles_of_wrong_kinds(text: str, shell: Shell) -> None:
    """A member that is not of its kind is told by its place, before anything is done."""
    shell.profile(text)
    done = shell("list")
    assert done.exit_code == 2
    assert "config.toml: " in done.stderr


def test_profiles_that_others_may_change(shell: Shell) -> None:
    """A file names commands that are run: nobody else may write it."""
    shell.profile('default = "a"\n[profile.a]\ntoken_command = "touch ran"\n')
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    shell.work_in(shell.folder)
    shell.config.chmod(0o622)
    done = shell("list")
    assert done.exit_code == 2
    assert "chmod 600 ~/.config/wabakit/config.toml" in done.stderr
    assert not (shell.folder / "ran").exists()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("sh -c 'echo a-secret; echo more'", "printed 2 lines"),
        ("true", "printed nothing"),
        ("sleep 60", "did not end within 0 s"),
        ("nobodys-command", "cannot be run: No such file"),
        ("sh -c 'echo a-secret; echo locked >&2; exit 3'", "left with 3: locked"),
    ],
)
def test_command_that_gives_no_token(
    command: str, told: str, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why a command gave no token is told, and nothing of what it printed."""
    monkeypatch.setattr("wabakit.cli.settings._PATIENCE", 0.2)
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    shell.profile(f'[profile.acme]\ntoken_command = """{command}"""\n')
    done = shell("--profile", "acme", "list")
    assert done.exit_code == 4
    assert told in done.stderr
    assert "a-secret" not in done.stderr.replace(command, "")


def test_token_in_place_of_its_variable(shell: Shell) -> None:
    """A token that was given for the name of its variable is written nowhere, nor shown."""
    done = shell("profile", "init", "acme", "--token-env", "EAA" + "b" * 40)
    assert done.exit_code == 2
    assert "bbbb" not in done.output
    assert not list(shell.folder.rglob("config*"))


def test_file_of_variables_with_a_mistake(shell: Shell, tmp_path: Path) -> None:
    """It is told with the name of the variable, never with what that holds."""
    file = tmp_path / "prod.env"
    file.write_text('WHATSAPP_TOKEN="half-a-secret\n')
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    done = shell("list", "--env-file", str(file))
    assert done.exit_code == 2
    assert "WHATSAPP_TOKEN" in done.stderr
    assert "half-a-secret" not in done.output


def test_children_get_no_secret(shell: Shell, graph: Emulator) -> None:
    """What prints a code is handed no token, in no variable and no argument, nor is anybody."""
    dump = shell.folder / "dump.py"
    dump.write_text(
        "import os, pathlib\n"
        "ids = 'self', os.getppid()\n"
        "lines = [pathlib.Path(f'/proc/{one}/cmdline').read_bytes() for one in ids]\n"
        "pathlib.Path('seen').write_text(f'{dict(os.environ)} {lines}')\n"
        "print('000000')\n"
    )
    shell.work_in(shell.folder)
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    (shell.folder / "token").write_text(graph.token)
    shell.profile(f'default = "a"\n[profile.a]\ntoken_command = "cat {shell.folder}/token"\n')
    new = ("onboard", "+1 631-555-1001", "--name", "Lucky Shrub", "--yes")
    shell(*new, "--code-command", f"{sys.executable} {dump} {{phone}}")
    seen = (shell.folder / "seen").read_text()
    assert "+16315551001" in seen
    assert graph.token not in seen


def test_child_does_not_take_our_input(shell: Shell) -> None:
    """A command that prints the token cannot read a PIN that stands on standard input."""
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    shell.profile('default = "a"\n[profile.a]\ntoken_command = "cat"\n')
    shell.set(PYTHONPATH=os.pathsep.join(sys.path))
    words = [sys.executable, "-c", MAIN, "profile", "show"]
    done = subprocess.run(
        words, input="271828", capture_output=True, text=True, timeout=60, check=False
    )
    assert "printed nothing" in done.stdout


def test_links_of_an_answer(shell: Shell) -> None:
    """`api` prints answers without the token, which stands in the links to further pages."""
    link = "https://graph.facebook.com/v25.0/1/phone_numbers?access_token=EAAhush&after=QVF"
    body = {"data": [{"id": "1", "access_token": "EAAhush"}], "paging": {"next": link}}
    shell.transport = httpx.MockTransport(lambda _: httpx.Response(200, json=body))
    done = shell("api", "GET", "/1/phone_numbers")
    assert json.loads(done.stdout)["paging"]["next"].endswith("access_token=***&after=QVF")
    assert "hush" not in done.output


def test_end_of_a_short_token(shell: Shell) -> None:
    """Of a token so short that four signs would be most of it nothing is shown."""
    shell.set(WHATSAPP_ACCESS_TOKEN="tiny5")
    for words in (["profile", "show"], ["doctor"]):
        assert "iny5" not in shell(*words).output
