"""`python -m wabakit.emulator` serves any language."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.server.running import COMMAND, forked, get, run, served
from wabakit.emulator.__main__ import main

BAD_PICTURES = {
    b"": "line 1",
    b"[]": "object",
    b"{": "line 1",
    b"\xff": "UTF-8",
    b'{"accounts": 5}': "accounts is a list",
    b'{"accounts": [5]}': r"accounts\[0\]",
    b'{"accounts": [{"numbers": {}}]}': r"accounts\[0\]\.numbers is a list",
    b'{"accounts": [{"numbers": [{}, null]}]}': r"accounts\[0\]\.numbers\[1\]",
    b'{"accounts": [{"what": 1}]}': r"accounts\[0\]: unknown: what",
    b'{"accounts": [{"numbers": [{"status": "CONECTED"}]}]}': r"numbers\[0\]: .*CONNECTED",
    b'{"accounts": [{"id": "1"}, {"id": "1"}]}': "taken",
    b'{"format": "wabakit-emulator", "version": 1}': "damaged",
    b'{"accounts": ' + b"[" * 800 + b"]" * 800 + b"}": "levels deep",
    b"[" * 200_000 + b"]" * 200_000: "levels deep",
    b'{"accounts": [{"numbers": [{"throughput": %s}]}]}'
    % (b'{"a":' * 70 + b"1" + b"}" * 70): r"numbers\[0\]: nested more than 64 levels deep",
    b'{"accounts": [{"id": "1", "numbers": [{"waba_id": "9"}]}]}': "nothing has the id '9'",
    b'{"accounts": [{"numbers": [{"signed_up_at": "9999-12-31T23:59:59-05:00"}]}]}': "ISO 8601",
}
"""What stands in a file, and what is said of it."""

PRINT_ENVIRONMENT = "import json, os; print(json.dumps(dict(os.environ)))"


def test_the_first_line_says_where(environment: dict[str, str], tmp_path: Path) -> None:
    """The first line of output, and the ready file, say address, token, account and process."""
    ready = tmp_path / "ready.json"
    with served(environment, "--ready-file", str(ready)) as said:
        assert re.fullmatch(r"http://127\.0\.0\.1:[0-9]+", said["url"])
        assert json.loads(ready.read_text("utf-8")) == said
        assert get(said, f"v23.0/{said['waba_id']}/phone_numbers")["data"] == []
    assert f"{said['url']}/_emulator/" in said["stderr"]
    assert f"export WHATSAPP_BASE_URL={said['url']}\n" in said["stderr"]
    assert f"export WHATSAPP_ACCESS_TOKEN={said['token']}\n" in said["stderr"]


def test_the_console_helps() -> None:
    """The console shows codes that were sent, and the nearest operation to one there is not."""
    with forked() as said:
        headers = {"Authorization": f"Bearer {said['token']}"}
        with httpx.Client(
            base_url=said["url"], headers=headers, trust_env=False, verify=False
        ) as http:
            number_id = http.post("/_emulator/numbers", json={"status": "PENDING"}).json()["id"]
            ask = {"code_method": "SMS", "language": "en_US"}
            http.post(f"/v23.0/{number_id}/request_code", json=ask)
            code = http.get("/_emulator/codes").json()["codes"][0]["code"]
            wrong = http.post(f"/v23.0/{number_id}/request_kode").json()
            assert wrong["error"]["code"] == 2500
    assert f"your code is {code}" in said["stderr"]
    assert "requestCode" in said["stderr"]
    assert "POST /{phone_number_id}/request_code" in said["stderr"]


def test_a_start_picture(tmp_path: Path) -> None:
    """A picture that people wrote is the start, and what a reset goes back to."""
    picture = tmp_path / "seed.json"
    number = {"id": "106853218861309", "display_phone_number": "+44 20 7946 0110"}
    picture.write_text(json.dumps({"accounts": [{"id": "1", "numbers": [number]}]}), "utf-8")
    with forked("--seed", str(picture)) as said:
        assert said["waba_id"] == "1"
        httpx.post(f"{said['url']}/_emulator/numbers", json={}, trust_env=False, verify=False)
        httpx.post(f"{said['url']}/_emulator/reset", trust_env=False, verify=False)
        listed = get(said, "v23.0/1/phone_numbers?fields=display_phone_number,status")
    assert listed["data"] == [{**number, "status": "CONNECTED"}]


def test_a_command_gets_what_it_needs(environment: dict[str, str]) -> None:
    """A command finds address, token, account and number in its environment, under all names."""
    environment["WHATSAPP_TOKEN"] = environment["WABA_ID"] = "of a real account"
    ran = run(environment, "--demo", "--", sys.executable, "-c", PRINT_ENVIRONMENT)
    found = json.loads(ran.stdout)
    assert found["WHATSAPP_BASE_URL"].startswith("http://127.0.0.1:")
    assert found["WHATSAPP_ACCESS_TOKEN"] == found["WHATSAPP_TOKEN"] == "wabakit-demo-token"
    assert found["WHATSAPP_BUSINESS_ACCOUNT_ID"] == found["WABA_ID"]
    assert found["WHATSAPP_PHONE_NUMBER_ID"].isdigit()
    assert "WA_BASE_URL" not in found


@pytest.mark.parametrize(
    ("script", "code"),
    [("raise SystemExit(7)", 7), ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", 143)],
)
def test_the_exit_code_is_passed_on(environment: dict[str, str], script: str, code: int) -> None:
    """The exit code is that of the command, or 128 and the signal that ended it."""
    assert run(environment, "--", sys.executable, "-c", script).returncode == code


def test_a_command_that_is_not_there(environment: dict[str, str]) -> None:
    """A command that cannot be started is said so, with the exit code shells have for it."""
    ran = run(environment, "--", "no-such-command")
    assert ran.returncode == 127
    assert "no-such-command" in ran.stderr


def test_the_end_of_the_parent(environment: dict[str, str]) -> None:
    """With --with-parent the server stops by itself when the process that started it is gone."""
    command = [*COMMAND, "--port", "0", "--with-parent"]
    script = f"""
        import subprocess
        server = subprocess.Popen({command!r}, stdout=subprocess.PIPE)
        print(server.stdout.readline().decode(), end="")
    """
    parent = subprocess.run(
        [sys.executable, "-c", "\n".join(line.strip() for line in script.splitlines())],
        env=environment,
        capture_output=True,  # which ends when the last process with the pipe ends: the server
        text=True,
        timeout=30,
        check=True,
    )
    with pytest.raises(httpx.ConnectError):
        get(json.loads(parent.stdout), "_emulator/health")


def test_a_taken_port(environment: dict[str, str]) -> None:
    """A port that is taken is named, with the way out."""
    with served(environment) as said:
        port = said["url"].rpartition(":")[2]
        ran = run(environment, "--port", port, "--", "true")
    assert ran.returncode == 1
    assert port in ran.stderr
    assert "--port 0" in ran.stderr


@pytest.mark.parametrize("option", ["--seed", "--state"])
@pytest.mark.parametrize("picture", BAD_PICTURES)
def test_a_bad_picture(tmp_path: Path, option: str, picture: bytes) -> None:
    """A start picture that cannot be read stops the start, and file and place are said."""
    path = tmp_path / "seed.json"
    path.write_bytes(picture)
    with pytest.raises(SystemExit, match=rf"seed\.json: .*{BAD_PICTURES[picture]}") as stopped:
        main(["exec", option, str(path), "--", "true"])
    assert isinstance(stopped.value.code, str), "a message, and no traceback"
    assert path.read_bytes() == picture


def test_a_missing_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the extra's packages, what to install is said in place of a traceback."""
    for name in [name for name in sys.modules if name.startswith("wabakit.emulator.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(SystemExit):
        main(["--port", "0"])
    assert "uvicorn: pip install 'wabakit[emulator]'" in capsys.readouterr().err
    nothing: dict[str, Any] = {}
    monkeypatch.setattr("wabakit.emulator.__main__.find_spec", nothing.get)
    with pytest.raises(SystemExit):
        main(["--port", "0", "--strict"])
    assert "jsonschema: pip install 'wabakit[strict]'" in capsys.readouterr().err
