"""`wabakit onboard`, stopped in every way that a person stops a command."""

import json
import os
import re
import shlex
import signal
from collections.abc import Callable

import httpx

from tests.cli.shell import PIN, Shell, Typed
from wabakit.emulator import Emulator

NEW = ("onboard", "+1 631-555-1001", "--name", "Lucky Shrub")


def ctrl_c() -> None:
    """Press Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)


def codes(graph: Emulator) -> int:
    """Count the messages that were sent."""
    return len(graph.outbox)


def test_stopped_at_each_question(shell: Shell, graph: Emulator) -> None:
    """Ctrl-C at the code, and at the PIN: the same command goes on, and no second code is sent."""
    seen = shell.at_terminal(*NEW, typed=[("[y/N]: ", "y"), ("arrived: ", ctrl_c)])
    assert seen.code == 130
    assert "go on with   wabakit onboard +16315551001" in seen.plain
    again = [("[y/N]: ", "y"), *list(shell.answers)[1:2], ("registered): ", ctrl_c)]
    seen = shell.at_terminal("onboard", "+16315551001", typed=again)
    assert "send a code" not in seen.plain
    assert seen.code == 130
    assert "✓ verified" in seen.plain
    seen = shell.at_terminal("onboard", "+16315551001", typed=shell.answers)
    assert seen.code == 0
    assert codes(graph) == 1


def test_going_on_before_it_was_added(shell: Shell, graph: Emulator) -> None:
    """What is printed to go on with goes on: it names what is needed to add the number."""
    graph.fail_next("createPhoneNumber", error="number-not-addable")
    seen = shell.at_terminal(*NEW, typed=[("[y/N]: ", "y")])
    assert seen.code == 1
    said = re.search(r"go on with +wabakit (.+)", seen.plain)
    assert said
    seen = shell.at_terminal(*shlex.split(said[1]), typed=shell.answers)
    assert seen.code == 0
    assert codes(graph) == 1


def test_going_on_where_it_was_told_to_go(shell: Shell, graph: Emulator) -> None:
    """Whatever is printed to be run next is of the same profile and account, and goes on."""
    shell.unset("WHATSAPP_ACCESS_TOKEN", "WHATSAPP_BUSINESS_ACCOUNT_ID")
    where, told = ("--profile", "acme", "--waba", graph.accounts[0].id), "wabakit --profile acme "
    shell.profile(f"[profile.acme]\ntoken_command = 'echo {graph.token}'\n")
    shell.transport = Pressing(graph, lambda request: request.url.path.endswith("/request_code"))
    seen = shell.at_terminal(*where, *NEW, typed=shell.answers, width=200)
    said = re.search(r"go on with +wabakit (.+)", seen.plain)
    assert said
    assert said[1] == shlex.join([*where, "onboard", "+16315551001"])
    shell.transport = graph.transport()
    assert shell.at_terminal(*shlex.split(said[1]), typed=shell.answers).code == 0
    said_so = f"{told}--waba {graph.accounts[0].id}"
    assert f"next: {said_so} verify" in shell(*where, "code", "+12125550137", "--yes").stderr
    assert f"→ {said_so} list" in shell(*where, "show", "+16315551999").stderr
    shell.transport = httpx.MockTransport(refused)
    assert f"→ {told}doctor" in shell("--profile", "acme", "accounts").stderr


def refused(request: httpx.Request) -> httpx.Response:
    """Answer nothing."""
    raise httpx.ConnectError("refused", request=request)


def test_stopped_while_a_call_is_under_way(shell: Shell, graph: Emulator) -> None:
    """Ctrl-C in the middle of a call: it is finished, told, and nothing is left unknown."""
    shell.transport = Pressing(graph, lambda request: request.url.path.endswith("/request_code"))
    seen = shell.at_terminal(*NEW, typed=shell.answers)
    assert seen.code == 130
    assert "what is under way is finished first" in seen.plain
    assert "code sent" in seen.plain
    assert codes(graph) == 1


def test_wrong_answers(shell: Shell, graph: Emulator) -> None:
    """What cannot be a PIN is asked for again; a wrong one ends it, with what to do."""
    number = next(n for n in graph.accounts[0].numbers if n.status == "DISCONNECTED")
    graph.change_number(number.id, pin="111111")
    pins = iter(["12", PIN])
    typed: Typed = [("[y/N]: ", "y"), ("registered): ", lambda: next(pins))]
    seen = shell.at_terminal("onboard", number.id, typed=typed)
    assert "six digits, please" in seen.plain
    assert seen.code == 1
    assert "133005, two-step-pin-mismatch" in seen.plain
    assert f"go on with   wabakit onboard {number.id}" in seen.plain
    assert PIN not in seen.plain


def test_by_a_script(shell: Shell, graph: Emulator) -> None:
    """Commands that print the secrets stand for the person; the outcome is JSON, if asked for."""
    number = next(n for n in graph.accounts[0].numbers if n.status == "PENDING")
    number_pin = f"echo {PIN}"
    shell.transport = Printing(graph, shell)
    done = shell(
        *("onboard", number.id, "--yes", "-o", "json"),
        *("--pin-command", number_pin, "--code-command", "cat code"),
    )
    assert done.exit_code == 0, done.stderr
    assert '"done": true' in done.stdout
    assert PIN not in done.output


def test_steps_for_programs(shell: Shell, graph: Emulator) -> None:
    """As JSON lines each step is told when it was taken, and the end is the last of them."""
    number = next(n for n in graph.accounts[0].numbers if n.status == "PENDING")
    shell.transport = Printing(graph, shell)
    given = ("--pin-command", f"echo {PIN}", "--code-command", "cat code")
    done = shell("onboard", number.id, "--yes", "-o", "jsonl", *given)
    *steps, end = map(json.loads, done.stdout.splitlines())
    calls = ["requestCode", "verifyCode", "registerPhoneNumber"]
    assert [(step["operation"], step["outcome"]) for step in steps] == [(c, "done") for c in calls]
    assert {step["object_id"] for step in steps} == {number.id}
    assert end["done"] is True
    assert PIN not in done.output


def test_quota_of_the_plan(shell: Shell, graph: Emulator) -> None:
    """A plan says how many registrations of the 10 in 72 hours this machine knows of."""
    shell.at_terminal(*NEW, typed=shell.answers)
    added = graph.accounts[0].numbers[-1]
    graph.change_number(added.id, status="DISCONNECTED")
    assert "(1 of 10 registrations in 72 h are used)" in shell("onboard", added.id).stderr


class Pressing(httpx.BaseTransport):
    """Presses Ctrl-C while a call is under way."""

    def __init__(self, graph: Emulator, at: Callable[[httpx.Request], bool]) -> None:
        self._inner, self._at = graph.transport(), at

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self._at(request):
            ctrl_c()
        return self._inner.handle_request(request)


class Printing(httpx.BaseTransport):
    """Has the code lie in the file `code` of the working folder, once it is sent."""

    def __init__(self, graph: Emulator, shell: Shell) -> None:
        self._graph, self._inner = graph, graph.transport()
        self._file = shell.folder / "code"
        shell.work_in(shell.folder)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._inner.handle_request(request)
        if self._graph.outbox:
            self._file.write_text(self._graph.outbox[-1].code)
        return answer
