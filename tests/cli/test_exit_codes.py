"""What a script can tell by the exit code, and by the one object on standard error."""

import json
import signal
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.cli.shell import Shell
from wabakit.cli.problems import EXIT_CODES
from wabakit.emulator import Emulator

NUMBER = "106540352242922"
ADVICE: Any = object()


def refusing(status: int, code: int, **more: Any) -> httpx.MockTransport:
    """Answer every call with an error as Meta documents it."""
    error = {"message": "(#1) Said Meta", "type": "OAuthException", "code": code, **more}
    return httpx.MockTransport(lambda _: httpx.Response(status, json={"error": error}))


def lost(_: httpx.Request) -> httpx.Response:
    """Lose the answer."""
    raise httpx.ReadError("the connection broke")


def stopped(_: httpx.Request) -> httpx.Response:
    """Press Ctrl-C."""
    raise KeyboardInterrupt


THROTTLED = refusing(429, 4, fbtrace_id="AbC123", is_transient=True)
REFUSED = refusing(401, 190, error_subcode=463)
BLOCKED = httpx.MockTransport(
    lambda _: httpx.Response(
        200, json={"id": NUMBER, "health_status": {"can_send_message": "BLOCKED"}}
    )
)
ANSWERED: dict[int, tuple[Callable[[], httpx.BaseTransport], list[str]]] = {
    1: (lambda: refusing(400, 100, error_subcode=33), ["show", NUMBER]),
    3: (lambda: BLOCKED, ["health", NUMBER]),
    4: (lambda: REFUSED, ["show", NUMBER]),
    5: (lambda: THROTTLED, ["show", NUMBER]),
    6: (lambda: httpx.MockTransport(lost), ["api", "POST", f"/{NUMBER}/x", "--yes"]),
    130: (lambda: httpx.MockTransport(stopped), ["show", NUMBER]),
}


@pytest.mark.parametrize("code", ANSWERED)
def test_what_graph_answers_decides(code: int, shell: Shell) -> None:
    """Each code stands for one way of ending."""
    transport, words = ANSWERED[code]
    shell.transport = transport()
    assert shell(*words, "-o", "json").exit_code == code


def test_other_ends(shell: Shell) -> None:
    """What needs no answer: done, wrong usage, a question and nobody to ask, no token."""
    new = ("onboard", "+1 631-555-1001", "--name", "Lucky Shrub")
    assert shell("list").exit_code == 0
    assert shell("list", "--nonsense").exit_code == 2
    assert shell("nonsense").exit_code == 2
    asked = shell(*new)
    assert asked.exit_code == 2
    assert "--yes" in asked.stderr
    assert shell.at_terminal(*new, "--no-input").code == 2
    code = shell(*new, "--yes")
    assert code.exit_code == 2
    assert "--code-command" in code.stderr
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    assert shell("list").exit_code == 4
    assert shell("list", "--dry-run").exit_code == 0
    assert set(EXIT_CODES) == {0, 2, *ANSWERED}


def test_failure_for_programs(shell: Shell) -> None:
    """Under -o json a failure is one object on standard error, and nothing on standard output."""
    shell.transport = THROTTLED
    done = shell("show", NUMBER, "-o", "json")
    told = json.loads(done.stderr)["error"]
    assert done.stdout == ""
    assert told.pop("advice")
    assert told.pop("message").startswith("Said Meta")
    assert told.pop("help_url").endswith("/errors/4/")
    assert told == {
        "name": "app-call-limit",
        "code": 4,
        "subcode": None,
        "retry_after_s": 60,
        "trace_id": "AbC123",
        "operation": "getPhoneNumber",
        "outcome": "not_done",
    }
    for words in (["list", "--fields", "x"], ["list", "--nonsense"], ["errors", "7777"]):
        told = json.loads(shell("-o", "json", *words).stderr)["error"]
        assert told["name"] in {"usage", "unknown-error"}


def test_number_among_several(shell: Shell, graph: Emulator) -> None:
    """One that cannot be read does not keep the others back: exit 3, as it is done in part."""
    ids = [number.id for number in graph.accounts[0].numbers[:2]]
    done = shell("quality", *ids, "1" * 15, "-o", "ids")
    assert done.stdout.split() == ids
    assert "111111111111111: " in done.stderr
    assert done.exit_code == 3


def test_several_accounts(shell: Shell, graph: Emulator) -> None:
    """Their numbers come together; an account that cannot be read is told: exit 3."""
    other = graph.add_account()
    added = graph.add_number(other.id)
    ids = ("--waba", graph.accounts[0].id, "--waba", other.id)
    done = shell("list", *ids, "-o", "ids")
    assert len(done.stdout.split()) == 37
    assert added.id in done.stdout
    assert shell("list", *ids, "--limit", "1").exit_code == 2
    assert shell("list", *ids, "--dry-run").stdout.count("curl -X GET") == 2
    done = shell("list", *ids, "--waba", "1" * 15, "-o", "ids")
    assert len(done.stdout.split()) == 37
    assert "111111111111111: " in done.stderr
    assert done.exit_code == 3


def test_stopped_in_a_write(shell: Shell, graph: Emulator) -> None:
    """Ctrl-C pressed again cuts a write off: it is unknown, never `not_done`, and is said to be."""
    number = next(n for n in graph.accounts[0].numbers if n.status == "PENDING")
    shell.transport = Cutting(graph)
    done = shell("onboard", number.id, "--yes", "--pin-command", "echo 271828", "-o", "json")
    told = json.loads(done.stderr.splitlines()[-1])["error"]
    assert (done.exit_code, told["name"], told["outcome"]) == (130, "interrupted", "unknown")
    assert "unknown: look before you repeat" in done.stderr


class Cutting(httpx.BaseTransport):
    """Presses Ctrl-C twice while something is written."""

    def __init__(self, graph: Emulator) -> None:
        self._inner = graph.transport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        for _ in range(2 * (request.method == "POST")):
            signal.raise_signal(signal.SIGINT)
        return self._inner.handle_request(request)


def test_waits_are_told(shell: Shell, graph: Emulator) -> None:
    """A call that has to wait says so, and for how long; but not where JSON is awaited."""
    graph.fail_next("listPhoneNumbers", error="account-call-limit")
    done = shell("list", "-o", "ids")
    assert done.exit_code == 0
    assert "has used up its calls to this WhatsApp Business Account" in done.stderr
    assert "waiting 1 min\n" in done.stderr
    graph.fail_next("listPhoneNumbers", error="account-call-limit")
    assert shell("list", "-o", "json").stderr == ""
