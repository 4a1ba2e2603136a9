"""Where settings come from: options, a named profile, the environment, a file, the profile."""

import stat
import sys
from pathlib import Path

import httpx
import pytest

from tests.cli.shell import Shell
from wabakit.emulator import Emulator

PRINTS = f"{sys.executable} -c \"print('{{}}')\""


def test_named_profile_comes_before_the_environment(shell: Shell) -> None:
    """An environment that is left over leads no command elsewhere; without a name it does."""
    shell.set(WHATSAPP_BASE_URL="https://left-over.example")
    shell.profile('default = "acme"\n[profile.acme]\nbase_url = "https://acme.example"\n')
    assert "left-over.example" in shell("list", "--dry-run").stdout
    assert "acme.example" in shell("list", "--dry-run", "--profile", "acme").stdout
    named = shell("--base-url", "https://said.example", "--profile", "acme", "list", "--dry-run")
    assert "said.example" in named.stdout


def test_file_of_variables(shell: Shell, graph: Emulator, tmp_path: Path) -> None:
    """It says what the environment does not, before the profile."""
    file = tmp_path / "prod.env"
    file.write_text(f'# ours\nexport WHATSAPP_TOKEN="{graph.token}"  # new\nWABA_ID=1\n')
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    assert shell("list", "--env-file", str(file), "-o", "ids").stdout.count("\n") == 36
    shell.unset("WHATSAPP_BUSINESS_ACCOUNT_ID")
    assert "/1/phone_numbers" in shell("list", "--dry-run", "--env-file", str(file)).stdout


def test_names_that_differ(shell: Shell) -> None:
    """Two names of one setting with different values are told, and neither value is shown."""
    shell.set(WHATSAPP_TOKEN="another-token")
    done = shell("list")
    assert done.exit_code == 2
    assert "WHATSAPP_ACCESS_TOKEN and WHATSAPP_TOKEN differ" in done.stderr
    assert "another-token" not in done.stderr


def test_token_of_a_command(shell: Shell, graph: Emulator) -> None:
    """A profile says how the token is had; what fails of that is told, the token never."""
    shell.unset("WHATSAPP_ACCESS_TOKEN")
    shell.profile(
        f"default = 'acme'\n[profile.acme]\ntoken_command = '''{PRINTS.format(graph.token)}'''\n"
    )
    assert shell("list", "-o", "ids").exit_code == 0
    fails = "import sys; sys.exit('not in the store')"
    shell.profile(
        f"default = 'acme'\n[profile.acme]\ntoken_command = '''{sys.executable} -c \"{fails}\"'''\n"
    )
    done = shell("list")
    assert done.exit_code == 4
    assert "left with 1: not in the store" in done.stderr


def test_app_secret_beside_the_token(shell: Shell) -> None:
    """An app secret from elsewhere than the token is left out: it may be of another app."""
    asked: list[bool] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append("appsecret_proof" in request.url.params)
        return httpx.Response(200, json={"data": []})

    shell.transport = httpx.MockTransport(answer)
    shell.set(WHATSAPP_APP_SECRET="0123456789abcdef0123456789abcdef", OURS="a-token-of-ours")
    shell.profile('[profile.acme]\ntoken_env = "OURS"\n')
    shell("list")
    shell("list", "--profile", "acme")
    assert asked == [True, False]


@pytest.mark.parametrize(
    ("condition", "told"),
    [("status", "not FIELD=VALUE"), ("state=PENDING", "a number has no field state")],
)
def test_condition_that_is_none(condition: str, told: str, shell: Shell) -> None:
    """What is wrong with a condition is told as it is."""
    done = shell("list", "--where", condition)
    assert done.exit_code == 2
    assert told in done.stderr


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("status=CONECTED", "no number has status CONECTED; the contract has "),
        ("status=CONNECTED,connected", "no number has status connected; the contract has "),
        ("is_pin_enabled=yes", "no number has is_pin_enabled yes; the contract has true, false"),
        ("status=BANNED", ""),
        ("verified_name=Nobody", ""),
    ],
)
def test_condition_that_nothing_meets(condition: str, told: str, shell: Shell) -> None:
    """A word that neither a number nor the contract has is told; it may be new, so no failure."""
    done = shell("list", "--where", condition)
    assert done.exit_code == 0
    assert told in " ".join(done.stderr.split()) if told else not done.stderr
    assert bool(done.stdout) == ("CONNECTED," in condition)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--base-url ftp:/x list", "--base-url: base_url 'ftp:/x'"),
        ("--waba shop list", "--waba 'shop': a Graph id"),
        ("--profile acme list", "profile \"acme\": api_version '25'"),
        ("--profile nested list", "profile \"nested\" 'list': a Graph id"),
    ],
)
def test_setting_that_is_none(words: str, told: str, shell: Shell) -> None:
    """What cannot be a setting is told with where it stands."""
    env = "token_env = 'WHATSAPP_ACCESS_TOKEN'"
    acme = f"[profile.acme]\napi_version = '25'\n{env}\n"
    shell.profile(f"{acme}[profile.nested]\nwaba = [['1']]\n{env}\n")
    done = shell(*words.split())
    assert (done.exit_code, told in done.stderr) == (2, True), done.stderr


def test_account_that_is_named_twice(shell: Shell, graph: Emulator) -> None:
    """It is one account, which may be sorted."""
    waba = ("--waba", graph.accounts[0].id)
    assert shell(*waba, *waba, "list", "--limit", "1").exit_code == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[profile.a]\ntoken = "x"', "profile 'a' has 'token'"),
        (f'[profile.a]\nwaba = ["1"]\n# EAA{"b" * 40}', "holds a token"),
        ("[profile", "config.toml"),
        ('default = "b"\n[profile.a]', "There is no profile 'b'"),
    ],
)
def test_file_that_is_no_use(text: str, told: str, shell: Shell) -> None:
    """A file of profiles with a mistake is told with its place, above all one with a token."""
    shell.profile(text)
    done = shell("list")
    assert done.exit_code == 2
    assert told in done.stderr
    assert "EAAb" not in done.stderr


def test_profile_is_the_owners_alone(shell: Shell, graph: Emulator) -> None:
    """`profile init` writes a file of mode 0600, with aliases; doctor tells of one that is open."""
    number = graph.accounts[0].numbers[0]
    alias = f"shop={number.display_phone_number}"
    init = ("profile", "init", "acme", "--token-env", "NOBODYS", "--alias", alias)
    assert shell(*init, "--waba", graph.accounts[0].id).exit_code == 0
    assert stat.S_IMODE(shell.config.stat().st_mode) == 0o600
    assert number.id in shell("show", "@shop").stdout
    shell.config.chmod(0o644)
    assert "chmod 600 ~/.config/wabakit/config.toml" in shell("doctor").stdout


def test_profiles_share_no_file(shell: Shell, graph: Emulator) -> None:
    """What is kept between runs is each profile's own, whatever signs are in its name."""
    names = ("acme-eu", "acme_eu", "Acme-eu", "acme/eu", "acme eu", "acmé-eu")
    shell.unset("WHATSAPP_ACCESS_TOKEN", "WHATSAPP_BUSINESS_ACCOUNT_ID")
    base = f'token_command = """{PRINTS.format(graph.token)}"""\nwaba = "{graph.accounts[0].id}"\n'
    shell.profile("".join(f'[profile."{name}"]\n{base}' for name in names))
    for name in names:
        assert "a new inventory" in shell("snapshot", "--profile", name).stderr
    kept = [path.name.casefold() for path in shell.folder.rglob("*") if path.is_file()]
    assert sum(name.endswith(".db") for name in set(kept)) == len(names)
    assert sum(name.endswith(".memory") for name in set(kept)) == len(names)


def test_log_has_no_secret(shell: Shell, graph: Emulator) -> None:
    """--log shows the calls on standard error, the token never."""
    done = shell("list", "--log", "debug", "-o", "ids")
    assert "phone_numbers" in done.stderr
    assert graph.token not in done.output
    assert done.stdout.count("\n") == 36


def test_number_as_people_write_it(shell: Shell, graph: Emulator) -> None:
    """An id, or a number with any spacing; what it cannot be is said before anything is sent."""
    number = next(n for n in graph.accounts[0].numbers if n.display_phone_number.startswith("+44"))
    for text in (
        number.id,
        number.display_phone_number,
        number.display_phone_number.replace(" ", ""),
    ):
        assert shell("show", text, "-o", "ids").stdout == f"{number.id}\n"
    calls = len(graph.requests)
    three = [n.display_phone_number for n in graph.accounts[0].numbers[:3]]
    assert shell("quality", *three, "-o", "ids").stdout.count("\n") == 3
    listed = [r for r in graph.requests[calls:] if r.operation == "listPhoneNumbers"]
    assert len(listed) == 1  # for all of them
    calls = len(graph.requests)
    for text, why in (("+44 20 7946", "too short"), ("hello", "no number"), ("+999123", "calling")):
        done = shell("show", text)
        assert done.exit_code == 2
        assert why in done.stderr
    assert len(graph.requests) == calls
