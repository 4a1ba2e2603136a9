"""What scripts, strangers and odd terminals do to the command line."""

import json
import os
import signal
import subprocess
import sys
import termios
import time
from typing import Any

import httpx
import pytest

from tests.cli.shell import MAIN, Shell
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


def test_watch_at_a_dumb_terminal(shell: Shell) -> None:
    """One that can draw nothing over gets a line for each change."""
    shell.transport = answering({**NAMED, "status": "CONNECTED"})
    shell.set(TERM="dumb")
    seen = shell.at_terminal("watch", NUMBER, "--until", "connected")
    assert json.loads(seen.text.splitlines()[-1])["status"] == "CONNECTED"


def test_stopped_while_a_secret_is_typed(shell: Shell, graph: Emulator) -> None:
    """After Ctrl-Z and `fg` a shell has the terminal show what is typed; it stays hidden here."""

    def go_on() -> str:
        end = sys.stdin.fileno()
        modes = termios.tcgetattr(end)
        modes[3] |= termios.ECHO
        termios.tcsetattr(end, termios.TCSANOW, modes)
        os.kill(os.getpid(), signal.SIGCONT)
        for _ in range(100_000):
            if not termios.tcgetattr(end)[3] & termios.ECHO:
                break
        return graph.outbox[-1].code

    shell("code", "+12125550137", "--yes")
    seen = shell.at_terminal("verify", "+12125550137", typed=[("arrived: ", go_on)])
    assert (seen.code, graph.outbox[-1].code in seen.text) == (0, False)


def test_files_that_are_no_text(shell: Shell) -> None:
    """What is no UTF-8 is wrong usage, whichever option names it, and nothing is sent."""
    (shell.folder / "bin").write_bytes(b"\xff\xfe")
    file = str(shell.folder / "bin")
    shell.transport = answering({"id": NUMBER})
    for name in ("--prompts", "--commands"):
        assert shell("automation", "set", NUMBER, name, file, "--yes").exit_code == 2
    assert shell("settings", "set", NUMBER, "--body", file, "--yes").exit_code == 2
    assert shell("api", "POST", NUMBER, "--body", file, "--yes").exit_code == 2
    assert shell("list", "--env-file", file).exit_code == 2


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


def test_dry_run_changes_nothing(shell: Shell) -> None:
    """It writes no profile, records no snapshot, and does not even look for the emulator."""
    shell.set(WHATSAPP_BASE_URL="http://127.0.0.1:1")
    assert shell("--dry-run", "profile", "init", "acme", "--token-env", "OURS").exit_code == 0
    assert "/phone_numbers" in shell("--dry-run", "snapshot").stdout
    assert not [path for path in shell.folder.rglob("*") if path.is_file()]
    for words in ("reset", "clock P1D", "fail requestCode code-not-sent", f"approve {NUMBER}"):
        done = shell("--dry-run", "emulator", *words.split())
        assert (done.exit_code, done.stdout) == (0, "")


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
    assert shell("name", "watch", NUMBER, "--timeout", "soon").exit_code == 2
    assert (
        "/111111111111111?fields"
        in shell("--dry-run", "name", "watch", "1" * 15, "--every", "2min").stdout
    )
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


def test_proxy_that_is_no_address(shell: Shell) -> None:
    """`doctor` tells of it, and shows neither name nor password of one."""
    shell.set(HTTPS_PROXY="http://me:hush@[")
    done = shell("doctor")
    assert "(HTTPS_PROXY)" in done.stdout
    assert "hush" not in done.output


def test_list_with_an_endless_cell(shell: Shell) -> None:
    """A file that is no CSV is told by its line, and nothing is sent."""
    file = shell.folder / "numbers.csv"
    file.write_text(f"phone_number,verified_name\n+16315551001,{'x' * 200_000}\n")
    done = shell("onboard", "--from", str(file), "--yes")
    assert (done.exit_code, "numbers.csv, line 2: field larger" in done.stderr) == (2, True)


def test_dry_run_of_a_read(shell: Shell) -> None:
    """A shell puts the id in its place, also in an address that has to be quoted."""
    call = shell("--dry-run", "webhook", "show", "+16315551001").stdout
    words = f"NUMBER_ID=15 && set -- {call.removeprefix('curl').strip()} && echo $3"
    read = subprocess.run(["/bin/sh", "-c", words], capture_output=True, text=True, check=True)
    assert "/15?fields=" in read.stdout
    numbers = ("show", "health", "name show", "settings show", "username suggest", "quality")
    for name in numbers:
        done = shell("--dry-run", *name.split(), "+16315551001")
        assert "NUMBER_ID" in done.stdout, name
        assert shell("--dry-run", *name.split(), "+1631555").exit_code == 2
