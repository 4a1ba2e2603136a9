"""Every command, at a terminal of 80 and 120 columns and through pipes."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import get_completion_class
from rich.cells import cell_len

from tests.cli.shell import PIN, Shell, leaves
from tests.cli.test_writes import WRITES
from wabakit.cli.root import COMMANDS, wabakit
from wabakit.emulator import Emulator

NUMBER = "+12125550110"
SAMPLES: dict[str, list[str]] = {
    "list": ["--limit", "5"],
    "show": [NUMBER],
    "find": [NUMBER],
    "health": [NUMBER, "+441614960113"],
    "quality": ["--below", "GREEN"],
    "watch": [NUMBER, "--until", "connected"],
    "onboard": ["+1 631-555-1001", "--name", "Lucky Shrub"],
    "name show": [NUMBER],
    "name watch": [NUMBER],
    "username show": [NUMBER],
    "username suggest": [NUMBER],
    "automation show": [NUMBER],
    "settings show": [NUMBER],
    "webhook show": [NUMBER],
    "pool list": ["--business", "{business}"],
    "pool partners": ["{kept}"],
    "snapshot": [],
    "diff": [],
    "history": [NUMBER],
    "audit": [],
    "export": [],
    "accounts": ["--business", "{business}"],
    "usage": [],
    "errors": [],
    "fields": [],
    "versions": [],
    "contract path": ["v24.0"],
    "contract export": ["states"],
    "contract diff": ["v23.0", "v24.0"],
    "doctor": [],
    "profile list": [],
    "profile show": [],
    "profile use": ["acme"],
    "profile init": ["acme", "--waba", "1", "--token-env", "NOBODYS"],
    "completion": ["bash"],
    "api": ["GET", "/{waba}/phone_numbers", "-f", "limit=1"],
}
ELSEWHERE = "emulator"  # the noun that needs one on a port
CODES = {"contract diff": 3, "history": 1, "audit": 1, "export": 1}  # of no snapshot
ASKS = {"onboard"}
WIDE = {"export", "contract export", "contract path", "completion", "api"}
"""Those that print what is for programs alone."""


def test_every_command_has_a_sample() -> None:
    """No command is left out below."""
    assert {n for n in leaves(wabakit) if not n.startswith(ELSEWHERE)} == {*SAMPLES, *WRITES}
    assert all(names for names in COMMANDS.values())


@pytest.mark.parametrize("name", SAMPLES)
def test_command(name: str, shell: Shell, graph: Emulator, tmp_path: Path) -> None:
    """It does its work, keeps to the width of a terminal, is plain in a pipe, tells no secret."""
    shell.profile('default = "acme"\n[profile.acme]\ntoken_env = "NOBODYS"\n')
    business = graph.partners.business().id
    pooled = graph.partners.add_preverified_number(business, code_verification_status="VERIFIED").id
    ids: Any = {"waba": graph.accounts[0].id, "business": business, "kept": pooled}
    words = [*name.split(), *(word.format(**ids) for word in SAMPLES[name])]
    said = ""
    for width in (80, 120):
        seen = shell.at_terminal(*words, width=width, typed=shell.answers)
        assert seen.code == CODES.get(name, 0), seen.text
        said += seen.text
        lines = seen.plain.splitlines()
        if name not in WIDE:
            assert max(map(cell_len, lines)) <= max(width, 100)  # of a line that is no table
    piped = shell(*words)
    assert piped.exit_code == CODES.get(name, 0), piped.output
    assert "\x1b" not in piped.output
    kept = [p.read_bytes().decode(errors="replace") for p in tmp_path.rglob("*") if p.is_file()]
    secrets = {graph.token, PIN, *(sent.code for sent in graph.outbox)}
    for text in (said, piped.output, *kept):
        assert not [secret for secret in secrets if secret in text]


def test_help_is_whole(shell: Shell) -> None:
    """What each command does is said to its end where a help lists it, at a terminal of 80."""
    for noun in {tuple(names.split()[:-1]) for names in leaves(wabakit)}:
        listed = shell(*noun, "--help").stdout.partition("\nOptions:")[2].splitlines()
        assert [line for line in listed if line.endswith("...")] == [], noun


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_shells_complete(name: str, shell: Shell, tmp_path: Path) -> None:
    """What a shell is given completes commands, in those shells that are here."""
    script = shell("completion", name).stdout
    assert "_WABAKIT_COMPLETE" in script
    shell.profile("[profile.acme]\n")
    kind = get_completion_class(name)
    assert kind is not None
    complete = kind(wabakit, {}, "wabakit", "_WABAKIT_COMPLETE").get_completions
    assert [item.value for item in complete([], "hea")] == ["health"]
    assert [item.value for item in complete(["list", "--profile"], "a")] == ["acme"]
    assert [item.value for item in complete(["profile", "use"], "a")] == ["acme"]
    assert "jsonl" in [item.value for item in complete(["show", "-o"], "")]
    for begun in (["onboard", "--from"], ["export"], ["list", "--env-file"]):
        assert [item.type for item in complete(begun, "")] == ["file"]
    if found := next((p for p in os.get_exec_path() if (Path(p) / name).exists()), None):
        file = tmp_path / "completion"
        file.write_text(script)
        subprocess.run([f"{found}/{name}", "-n", str(file)], check=True, timeout=60)


def test_time_of_quotas(shell: Shell, graph: Emulator) -> None:
    """People see when a quota was reported as they write it, programs as it was kept."""
    assert shell("list").exit_code == 0
    assert f"{graph.now():%Y-%m-%d %H:%M}\n" in shell.at_terminal("usage", width=120).plain
    assert json.loads(shell("usage", "-o", "json").stdout)[0]["seen_at"] == graph.now().isoformat()
