"""What scripts, strangers and odd terminals do to the command line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.shell import Shell
from wabakit.emulator import Emulator
from wabakit.emulator.server import Server

NUMBER = "106540352242922"
EVIL = "Ev\x1b[2Jil\x9b2J\u202e\x07\nname"
STEERS = "\x1b\x9b\u202e\x07"
NAMED = {
    "id": NUMBER,
    "display_phone_number": "+1 631-555-1111",
    "verified_name": EVIL,
    "status": EVIL,
    "messaging_limit_tier": EVIL,
    "new_display_name": EVIL,
    "new_name_status": EVIL,
}
MAIN = "import sys, wabakit.cli; sys.exit(wabakit.cli.main())"


def answering(answer: Any) -> httpx.MockTransport:
    """Answer every call alike."""
    return httpx.MockTransport(lambda _: httpx.Response(200, json=answer))


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "ids"])
def test_texts_that_would_steer_a_terminal(form: str, shell: Shell) -> None:
    """Names are shown without what steers a terminal; JSON escapes that, and loses nothing."""
    shell.transport = answering(NAMED)
    for words in (["show", NUMBER], ["quality", NUMBER], ["api", "GET", NUMBER]):
        done = shell(*words, "-o", form)
        assert not set(STEERS) & set(done.output), words
    assert form != "json" or json.loads(shell("show", NUMBER, "-o", form).stdout) == NAMED


def test_texts_that_would_steer_a_live_table(shell: Shell) -> None:
    """A table that is drawn over itself shows them as harmlessly."""
    shell.transport = answering({**NAMED, "status": "CONNECTED"})
    seen = shell.at_terminal("watch", NUMBER, "--until", "connected")
    assert seen.code == 0
    assert "Ev [2Jil 2J" in seen.plain
    assert not {"\x9b", "\u202e", "\x07"} & set(seen.text)
    assert "\x1b[2J" not in seen.text


def test_terminal_without_the_signs_of_a_name(shell: Shell, monkeypatch: Any) -> None:
    """What its encoding lacks is replaced, and nothing breaks."""
    shell.transport = answering({**NAMED, "verified_name": "山田"})
    monkeypatch.setattr("wabakit.cli.screen.Screen.has_signs", False)
    monkeypatch.setattr("tests.cli.shell.ENCODING", "ascii")
    seen = shell.at_terminal("show", NUMBER)
    assert seen.code == 0
    assert "??" in seen.text


def test_width_that_is_none(shell: Shell) -> None:
    """COLUMNS=0 says nothing: what is written is not lost."""
    shell.set(COLUMNS="0", FORCE_COLOR="1")
    assert "Jasper" in shell("list").stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_streams_that_are_closed(closed: str, shell: Shell) -> None:
    """A stream that somebody closed is as good as one that leads nowhere."""
    words = f'{sys.executable} -c "{MAIN}" errors 133016 {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", words], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert closed == ">&-" or "133016" in done.stdout


def test_pipe_that_is_closed_early(shell: Shell) -> None:
    """`wabakit errors | head -1` ends quietly."""
    words = f'{{ {sys.executable} -c "{MAIN}" errors; echo $? >&2; }} | head -0'
    done = subprocess.run(
        ["/bin/sh", "-c", words], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr.strip() in {"0", "1"}


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_a_watch(sent: int, shell: Shell, graph: Emulator) -> None:
    """Ctrl-C and an orderly stop end it alike: without a traceback, exit 130."""
    with Server(graph, port=0) as server:
        shell.set(WHATSAPP_BASE_URL=server.url, PYTHONPATH=os.pathsep.join(sys.path))
        number = graph.accounts[0].numbers[0].id
        with subprocess.Popen(
            [sys.executable, "-c", MAIN, "watch", number, "-o", "jsonl"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            assert json.loads(child.stdout.readline())["id"] == number
            child.send_signal(sent)
            _, told = child.communicate(timeout=30)
    assert child.returncode == 130
    assert json.loads(told)["error"]["name"] == "interrupted"


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
    assert "chmod 600" in done.stderr
    assert not (shell.folder / "ran").exists()


def test_token_in_place_of_its_variable(shell: Shell) -> None:
    """A token that was given for the name of its variable is written nowhere, nor shown."""
    done = shell("profile", "init", "acme", "--token-env", "EAA" + "b" * 40)
    assert done.exit_code == 2
    assert "bbbb" not in done.output
    assert not list(shell.folder.rglob("config*"))


def test_dry_run_changes_nothing(shell: Shell) -> None:
    """It writes no profile, and leaves the emulator alone, which it does not even look for."""
    shell.set(WHATSAPP_BASE_URL="http://127.0.0.1:1")
    assert shell("--dry-run", "profile", "init", "acme", "--token-env", "OURS").exit_code == 0
    assert not shell.config.exists()
    for words in ("reset", "clock P1D", "fail requestCode code-not-sent", f"approve {NUMBER}"):
        done = shell("--dry-run", "emulator", *words.split())
        assert (done.exit_code, done.stdout) == (0, "")


def test_file_of_variables_with_a_mistake(shell: Shell, tmp_path: Path) -> None:
    """It is told with the name of the variable, never with what that holds."""
    file = tmp_path / "prod.env"
    file.write_text('WHATSAPP_TOKEN="half-a-secret\n')
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    done = shell("list", "--env-file", str(file))
    assert done.exit_code == 2
    assert "WHATSAPP_TOKEN" in done.stderr
    assert "half-a-secret" not in done.output


def test_numbers_of_an_empty_input(shell: Shell, graph: Emulator) -> None:
    """No line on standard input means no number, not all of them: nothing is read."""
    calls = len(graph.requests)
    for words in ("watch - --until connected", "health -", "quality -"):
        assert shell(*words.split()).exit_code == 2
    assert len(graph.requests) == calls


def test_spans_and_fields_that_are_none(shell: Shell) -> None:
    """A span beyond all clocks, and fields that are only a comma, are wrong usage."""
    assert shell("watch", NUMBER, "--every", "999999999999999h").exit_code == 2
    assert shell("watch", NUMBER, "--timeout", "999999d").exit_code == 2
    assert shell("list", "--fields", ",").stdout == shell("list").stdout


def test_failure_is_all_there_is(shell: Shell) -> None:
    """Under -o json nothing stands beside the one object, and that leads to more about it."""
    error = {"message": "(#133016) Said Meta", "code": 133016}
    shell.transport = httpx.MockTransport(lambda _: httpx.Response(400, json={"error": error}))
    shell.set(WHATSAPP_BASE_URL="http://127.0.0.1:1")
    told = json.loads(shell("show", NUMBER, "-o", "json").stderr)["error"]
    assert told["help_url"].endswith("errors/133016/")
    assert told["help_url"] in shell("show", NUMBER).stderr


def test_two_thousand_numbers(shell: Shell) -> None:
    """A long list is drawn at once."""
    rows = [{**NAMED, "id": str(10**14 + at)} for at in range(2_000)]
    shell.transport = answering({"data": rows})
    begun = time.process_time()
    assert shell.at_terminal("list").plain.count("+1 631-555-1111") == 2_000
    assert time.process_time() - begun < 10


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


def test_proxy_that_is_no_address(shell: Shell) -> None:
    """`doctor` tells of it, and shows neither name nor password of one."""
    shell.set(HTTPS_PROXY="http://me:hush@[")
    done = shell("doctor")
    assert "(HTTPS_PROXY)" in done.stdout
    assert "hush" not in done.output
