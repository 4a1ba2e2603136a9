"""`wabakit emulator`, and `--profile demo`, with an emulator on a port."""

import json
import sys
from collections.abc import Iterator

import httpx
import pytest

from tests.cli.shell import Shell
from wabakit.cli.profiles import DEMO
from wabakit.emulator import Emulator
from wabakit.emulator.server import Server


@pytest.fixture
def there(graph: Emulator, shell: Shell) -> Iterator[str]:
    """The address of an emulator that runs, which the shell's own calls reach as well."""
    with Server(graph, port=0) as server:
        shell.set(WHATSAPP_BASE_URL=server.url)
        yield server.url


def test_behind_the_scenes(there: str, shell: Shell, graph: Emulator) -> None:
    """What people do behind Graph: codes, reviews, time, faults."""
    del there
    number = next(n for n in graph.accounts[0].numbers if n.status == "PENDING")
    shell("onboard", number.id, "--yes")
    assert graph.outbox[-1].code in shell("emulator", "codes").stdout
    told = json.loads(shell("emulator", "codes", "-o", "json").stdout)[-1]
    assert told["phone_number_id"] == number.id
    assert told["sent_at"] < told["expires_at"]
    assert shell("emulator", "approve", number.id).exit_code == 0
    assert graph.number(number.id).name_status == "APPROVED"
    before = shell("emulator", "clock").stdout
    assert before[:10] == "2026-03-01"
    assert shell("emulator", "clock", "P14D").stdout[:10] == "2026-03-15"
    assert shell("emulator", "fail", "getPhoneNumber", "app-call-limit").exit_code == 0
    assert shell("emulator", "fail", "getPhoneNumber", "nonsense").exit_code == 2
    assert "accounts" in json.loads(shell("emulator", "state").stdout)
    assert shell("emulator", "reset").exit_code == 2
    assert shell("emulator", "reset", "--yes").exit_code == 0
    assert graph.outbox == []


def test_profile_demo(there: str, shell: Shell) -> None:
    """It needs no settings: the emulator's token and its accounts are known."""
    shell.unset("WHATSAPP_ACCESS_TOKEN", "WHATSAPP_BUSINESS_ACCOUNT_ID", "WHATSAPP_BASE_URL")
    assert DEMO["base_url"] in shell("--profile", "demo", "--dry-run", "api", "GET", "/1").stdout
    done = shell("--profile", "demo", "--base-url", there, "list", "-o", "ids")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.count("\n") == 36
    assert f"demo · {there}" in done.stderr


def test_accounts_of_the_demo(there: str, shell: Shell, graph: Emulator) -> None:
    """What lists numbers by itself lists accounts, too, and `doctor` looks at them."""
    shell.unset("WHATSAPP_ACCESS_TOKEN", "WHATSAPP_BUSINESS_ACCOUNT_ID", "WHATSAPP_BASE_URL")
    demo = ("--profile", "demo", "--base-url", there)
    ids = [account.id for account in graph.accounts]
    assert shell(*demo, "accounts", "-o", "ids").stdout.split() == ids
    assert shell(*demo, "snapshot", "--all-wabas").exit_code == 0
    done = shell(*demo, "doctor")
    assert f"{ids[0]} Jasper's Market" in done.stdout
    assert f"wabakit --profile demo --base-url {there} subscribe {ids[0]}" in done.stdout
    assert shell(*demo, "subscribe", ids[0], "--yes").exit_code == 0
    assert "the app is subscribed" in shell(*demo, "doctor").stdout


def test_demo_without_an_emulator(shell: Shell) -> None:
    """`doctor` blames no network for an emulator that does not run."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    shell.unset("WHATSAPP_ACCESS_TOKEN", "WHATSAPP_BUSINESS_ACCOUNT_ID")
    shell.transport = httpx.MockTransport(refuse)
    done = shell("--profile", "demo", "doctor")
    assert done.exit_code == 1
    assert "wabakit emulator start --demo" in done.stdout
    assert "proxy?" not in done.stdout


def test_nothing_runs(shell: Shell) -> None:
    """That none is there is said, with how to start one."""
    done = shell("--base-url", "http://127.0.0.1:9", "emulator", "codes")
    assert done.exit_code == 1
    assert "wabakit emulator start" in done.stderr


def test_command_beside_an_emulator(shell: Shell) -> None:
    """`exec` and `start` are those of `python -m wabakit.emulator`."""
    code = (
        "import sys, wabakit.cli; sys.argv = ['wabakit', 'list', '-o', 'ids']; wabakit.cli.main()"
    )
    said = shell.child("emulator", "exec", "--demo", "--", sys.executable, "-c", code)
    assert len([line for line in said.splitlines() if line.isdigit()]) == 36
    assert "--ready-file" in shell.child("emulator", "start", "--help")
