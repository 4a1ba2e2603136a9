"""Every command that changes something: shown and asked before, printed in a dry run, done once."""

import json
import re
from typing import Any

import pytest
from rich.cells import cell_len

from tests.cli.shell import PIN, Shell, Typed, leaves
from wabakit.cli.commands.inventory import COMMANDS
from wabakit.cli.root import wabakit
from wabakit.emulator import Emulator
from wabakit.inventory.audit import DEFAULT, name_of

NUMBER, NEW, WAITING, OFF = "+12125550110", "+1 631-555-1001", "+12125550137", "+13105550129"
POOL = ["--business", "{business}"]
WRITES: dict[str, tuple[list[str], str]] = {
    "add": ([NEW, "--name", "Lucky Shrub"], "phone_numbers"),
    "code": ([WAITING], "request_code"),
    "verify": ([WAITING], "verify_code"),
    "register": ([OFF], "register"),
    "deregister": ([NUMBER], "deregister"),
    "pin set": ([NUMBER], "{number}"),
    "name request": ([NUMBER, "Jasper and Co"], "{number}"),
    "username set": ([NUMBER, "jaspers_shop"], "username"),
    "username delete": ([NUMBER], "username"),
    "automation set": ([NUMBER, "--prompts", "prompts.txt"], "conversational_automation"),
    "settings set": ([NUMBER, "calling.status=ENABLED"], "settings"),
    "settings edit": ([NUMBER, "calling"], "settings"),
    "webhook set": ([NUMBER, "https://example.com/numbers"], "{number}"),
    "webhook clear": ([NUMBER], "{number}"),
    "subscribe": (["--off"], "subscribed_apps"),
    "pool add": ([NEW, *POOL], "add_phone_numbers"),
    "pool code": (["{kept}"], "request_code"),
    "pool verify": (["{kept}"], "verify_code"),
    "pool share": (["{kept}", "{partner}", *POOL], "share_preverified_numbers"),
    "pool drop": (["{kept}"], "{kept}"),
}
"""Command -> what stands behind it, and the end of the path of its call."""
TOKEN = "a-verify-token"


@pytest.fixture
def ids(graph: Emulator, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What there has to be for one of them or the other."""
    shell.work_in(shell.folder)
    (shell.folder / "prompts.txt").write_text("What is open today?\n")
    number = next(n for n in graph.accounts[0].numbers if n.display_phone_number.endswith("0110"))
    business = graph.partners.business()
    state = "NOT_VERIFIED"
    kept = graph.partners.add_preverified_number(business.id, code_verification_status=state)
    partner = graph.partners.add_business()
    monkeypatch.setattr("click.edit", edited)
    objects: dict[str, Any] = {
        "number": number,
        "business": business,
        "kept": kept,
        "partner": partner,
    }
    return {name: one.id for name, one in objects.items()}


def edited(text: str, extension: str) -> str:
    """Switch calls on, as somebody does in an editor."""
    assert extension == ".json"
    return text.replace('"status": "NOT_SET"', '"status": "ENABLED"')


@pytest.mark.parametrize("name", WRITES)
def test_asked_and_done(name: str, shell: Shell, graph: Emulator, ids: dict[str, str]) -> None:
    """Without a terminal it sends nothing and names the option; at one it asks, and is done."""
    words, path = WRITES[name]
    words = [*name.split(), *(word.format(**ids) for word in words)]
    _prepare(name, shell, ids)
    before = len(writes(graph))
    refused = shell(*words)
    assert refused.exit_code == 2, refused.output
    assert "ithout a terminal" in refused.stderr or "there is no terminal" in refused.stderr
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    if name != "settings edit":  # which needs an editor
        dry = shell(*words, "--dry-run", "--base-url", "https://graph.facebook.com")
        assert dry.exit_code == 0, dry.output
        assert f"{path.format(number='NUMBER_ID', kept=ids['kept'])}" in dry.stdout
        assert "Bearer $WHATSAPP_ACCESS_TOKEN" in dry.stdout
    shell.set(WHATSAPP_ACCESS_TOKEN=graph.token)
    assert len(writes(graph)) == before
    if name in {"code", "pool drop"}:
        no = shell.at_terminal(*words, typed=[("[y/N]: ", "n")])
        assert (no.code, "Nothing was sent." in no.plain) == (130, True)
        assert len(writes(graph)) == before
    seen = shell.at_terminal(*words, typed=[*_typed(graph), *shell.answers])
    assert seen.code == 0, seen.plain
    assert max(map(cell_len, seen.plain.splitlines())) <= 100
    (sent,) = writes(graph)[before:]
    assert sent.path.endswith(path.format(**ids))
    secrets = {PIN, TOKEN, graph.token, *(one.code for one in graph.outbox)}
    assert [secret for secret in secrets if secret in seen.text + refused.output] == []


def _prepare(name: str, shell: Shell, ids: dict[str, str]) -> None:
    """Bring about what a command needs that comes before it."""
    before: dict[str, list[list[str]]] = {
        "verify": [["code", WAITING, "--yes"]],
        "username delete": [["username", "set", NUMBER, "jaspers_shop", "--yes"]],
        "webhook set": [["subscribe"]],
        "webhook clear": [
            ["subscribe"],
            ["webhook", "set", NUMBER, "https://e.co/h", "-", "--yes"],
        ],
        "subscribe": [["subscribe"]],
        "pool verify": [["pool", "code", ids["kept"], "--yes"]],
    }
    for words in before.get(name, ()):
        done = shell(*words, stdin=f"{TOKEN}\n")
        assert done.exit_code == 0, done.output


def _typed(graph: Emulator) -> Typed:
    return [
        (f"Type {NUMBER} to go on: ", NUMBER),
        ("shows the address: ", TOKEN),
        ("verify token: ", TOKEN),
    ]


def writes(graph: Emulator) -> list[Any]:
    """Return the calls that changed something."""
    return [call for call in graph.requests if call.method != "GET"]


def test_confirmed_by_options(shell: Shell, graph: Emulator) -> None:
    """A number is named twice to be taken off; secrets come on standard input; ids go out."""
    wrong = shell("deregister", NUMBER, "--confirm", OFF)
    assert wrong.exit_code == 2
    assert writes(graph) == []
    assert shell("deregister", NUMBER, "--confirm", "+1 212-555-0110").exit_code == 0
    added = shell("add", NEW, "--name", "Lucky Shrub", "--yes")
    number_id = added.stdout.strip()
    assert shell("code", "-", "--yes", stdin=f"{number_id}\n").exit_code == 0
    code = graph.outbox[-1].code
    assert shell("verify", NEW, "-", stdin=f"{code}\n").exit_code == 0
    assert shell("register", NEW, "-", "--yes", stdin=f"{PIN}\n").exit_code == 0
    assert graph.number(number_id).status == "CONNECTED"


def test_code_of_several(shell: Shell, graph: Emulator) -> None:
    """One that takes no code does not keep the others from theirs: exit 3."""
    done = shell("code", NUMBER, WAITING, "--yes")
    assert done.exit_code == 3
    assert "+1 212-555-0110: " in done.stderr
    assert len(graph.outbox) == 1


def test_nothing_to_change(shell: Shell, graph: Emulator) -> None:
    """What is so already is not sent; what is no group, or a secret, is refused."""
    words = ["settings", "set", NUMBER, "calling.status=ENABLED", "--yes"]
    assert "NOT_SET → ENABLED" in shell(*words).stderr
    assert "Nothing would change" in shell(*words).stderr
    assert len(writes(graph)) == 1
    for pair in ("calling=1", "nonsense.x=1", 'calling.sip.servers=[{"sip_user_password":1}]'):
        refused = shell("settings", "set", NUMBER, pair, "--yes")
        assert refused.exit_code == 2
    assert len(writes(graph)) == 1


def test_changes_on_a_narrow_terminal(shell: Shell, graph: Emulator) -> None:
    """A change of no kind of its own is told with its field, however little room there is."""
    assert shell("snapshot").exit_code == 0
    number = next(n for n in graph.accounts[0].numbers if n.status == "CONNECTED")
    assert shell("deregister", number.id, "--confirm", number.id).exit_code == 0
    assert shell("snapshot").exit_code == 0
    seen = shell.at_terminal("diff", width=64).plain
    assert re.search(r"^field .* platform ", seen, re.MULTILINE)
    assert all(len(line) <= 64 for line in seen.splitlines())


def test_snapshots(shell: Shell, graph: Emulator) -> None:
    """Two snapshots tell what changed and what to look at, each by exit code 3; nothing is sent."""
    assert shell("snapshot").exit_code == 0
    number = next(n for n in graph.accounts[0].numbers if n.quality_rating == "GREEN")
    graph.change_number(number.id, quality_rating="RED")
    taken = shell("snapshot", "-o", "json")
    assert json.loads(taken.stdout)[0]["changed"] == 1
    sent = len(graph.requests)
    diff = shell("diff", "-o", "jsonl")
    assert diff.exit_code == 3
    assert shell("diff", "-o", "ids").stdout.split() == [number.id]
    change = json.loads(diff.stdout)
    assert (change["kind"], change["number_id"]) == ("quality-fell", number.id)
    assert shell("diff", "1", "2", "-o", "jsonl").stdout == diff.stdout
    assert shell("diff", "2", "1").exit_code == 2
    values = shell("history", number.id, "--field", "quality_rating", "-o", "jsonl").stdout
    assert [json.loads(line)["value"] for line in values.splitlines()] == ["GREEN", "RED"]
    assert "Nothing of this was recorded" in shell("history", "1" * 15).stderr
    audit = shell("audit", "--rule", "quality-red", "-o", "jsonl")
    assert audit.exit_code == 3
    assert shell("audit", *["--rule", "quality-red"] * 2, "-o", "jsonl").stdout == audit.stdout
    assert number.id in audit.stdout
    assert shell("audit", "--rule", "version-ending").exit_code == 0
    misspelt = shell("audit", "--rule", "quality")
    assert (misspelt.exit_code, "'quality-red'" in misspelt.stderr) == (2, True)
    advised = shell("audit", "--rule", "pin-off").stderr
    assert (
        "Set a PIN, so that nobody else registers the number elsewhere: wabakit pin set" in advised
    )
    rows = [json.loads(line) for line in shell("export", "-o", "jsonl").stdout.splitlines()]
    assert len(rows) == len(graph.accounts[0].numbers)
    shell.work_in(shell.folder)
    assert shell("export", "n.csv", "--at", "1").exit_code == 0
    assert (shell.folder / "n.csv").read_text().count("\n") == len(rows) + 1
    assert len(graph.requests) == sent
    assert shell("snapshot").exit_code == 0
    same = shell("diff")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "", "0 changes\n")


def test_commands_of_an_audit() -> None:
    """What is advised for a rule is done by a command that there is."""
    for rule, words in COMMANDS.items():
        assert rule in map(name_of, DEFAULT)
        assert any(words.startswith(f"{name} NUMBER") for name in leaves(wabakit)), words


@pytest.mark.parametrize("verb", ["add", "onboard"])
def test_name_is_checked_before_asking(verb: str, shell: Shell, graph: Emulator) -> None:
    """Nobody is asked to go on with what cannot be sent."""
    seen = shell.at_terminal(verb, NEW, "--name", "Z", typed=[("[y/N]: ", "n")])
    assert seen.code == 2
    assert "verified_name 'Z': " in seen.plain
    assert "Go on?" not in seen.plain
