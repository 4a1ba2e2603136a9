"""The journal of a list of onboardings: what else is in the file, who else has it, a full disk."""

import errno
import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import wabakit
from tests.faces import TOKEN, WABA
from tests.fleet.test_onboarding import PHONES, PIN, Lives, kind, lives
from wabakit.fleet.journal import Journal

__all__ = ["lives"]  # a fixture

HEAD = b'{"journal": "wabakit fleet.onboard", "layout": 1}\n'


NO_ID = json.dumps(
    {
        "account_id": WABA,
        "phone_number": PHONES[0],
        "onboarding": {"number_id": "1/register", "state": None, "done": False},
    }
).encode()


@pytest.mark.parametrize("line", [b"{}", b"[]", b'{"account_id": "1"}', b"[" * 100_000, NO_ID])
def test_a_line_that_is_none(lives: Lives, line: bytes) -> None:
    """A journal that something else wrote into is refused as a journal."""
    lives.journal.write_bytes(HEAD + line + b"\n")
    with pytest.raises(wabakit.InvalidInputError) as caught:
        lives.live()
    assert (caught.value.field, lives.requests) == ("journal", 0)


@pytest.mark.parametrize("journal", [5, True, "", "\0"])
def test_no_path(lives: Lives, journal: Any) -> None:
    """What is no path is refused; a number is none, which Python takes for an open file."""
    lives.journal = journal
    with pytest.raises(wabakit.InvalidInputError) as caught:
        lives.live()
    assert (caught.value.field, lives.requests) == ("journal", 0)


IN_USE = """
import sys
from wabakit.fleet.journal import Journal
journal = Journal(sys.argv[1])
print("in use", flush=True)
sys.stdin.read()
"""


def test_two_processes(lives: Lives) -> None:
    """A journal that a process uses is refused to another one; nobody is sent two codes."""
    command = [sys.executable, "-c", IN_USE, str(lives.journal)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(wabakit.InvalidInputError) as caught:
            lives.live()
        assert (caught.value.field, lives.requests) == ("journal", 0)
        assert "another process uses it" in caught.value.rule
        other.stdin.close()
    lives.live()
    lives.check()


def test_a_disk_that_is_full(lives: Lives, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk does not take is told as the journal's fault, and leaves a journal."""

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(wabakit.InvalidInputError) as caught:
            lives.live()
    assert (caught.value.field, lives.requests) == ("journal", 0)
    lives.live()
    lives.check()


@pytest.fixture
def pending(lives: Lives) -> Lives:
    """One number that the account has and that is not verified; somebody brings its code later."""
    lives.emulator.add_number(
        WABA,
        phone_number=PHONES[0].removeprefix("+1"),
        status="PENDING",
        code_verification_status="NOT_VERIFIED",
    )
    row = wabakit.OnboardingRow(
        account_id=WABA, phone_number=PHONES[0], pin=PIN, verified_name="A B"
    )
    lives.rows = lambda **_: [row]  # type: ignore[method-assign]
    return lives


def begun(lives: Lives, **options: Any) -> Iterator[Any]:
    """Onboard the list, event by event."""
    client = lives.face.make(http_client=lives.face.http(lives.emulator.transport()))
    return iter(client.fleet(**options).onboard(lives.rows(), journal=lives.journal))


def broken(account_id: str) -> str:
    """Have no token."""
    raise LookupError(TOKEN)


def test_no_code_was_sent(pending: Lives) -> None:
    """Where it is known that none was, the next process sends the code at once; and no other."""
    (_, failed) = begun(pending, tokens=broken)
    assert (kind(failed), len(pending.emulator.outbox)) == ("Failed", 0)
    (_, ended) = begun(pending)
    assert (ended.onboarding.waits_for, len(pending.emulator.outbox)) == ("code", 1)
    (_, failed) = begun(pending, tokens=broken)
    (_, ended) = begun(pending)
    assert (ended.onboarding.waits_for, len(pending.emulator.outbox)) == ("code", 1)


@pytest.mark.parametrize("dies_at", [1, 2])
def test_interrupted(pending: Lives, dies_at: int) -> None:
    """Interrupted before it asked for a code, the next run asks at once; else nobody does again."""
    pending.live(dies_at, after=True)
    assert len(pending.emulator.outbox) == dies_at - 1
    (_, ended) = begun(pending)
    assert (ended.onboarding.waits_for, len(pending.emulator.outbox)) == ("code", 1)
    assert ended.onboarding.number_id == pending.emulator.account(WABA).numbers[0].id


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are of POSIX")
def test_forked(pending: Lives) -> None:
    """A fork that ends writes nothing into the journal of its parent, whose numbers go on."""
    events = begun(pending)
    next(events)
    before = pending.journal.read_bytes()
    if (child := os.fork()) == 0:
        for journal in [one for one in gc.get_objects() if type(one) is Journal]:
            if journal._path == pending.journal:  # pyright: ignore[reportPrivateUsage] - no other way
                journal.close()  # as a generator that is left does
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert pending.journal.read_bytes() == before
    (ended,) = events
    assert ended.onboarding.waits_for == "code"


def test_events_as_json(pending: Lives) -> None:
    """What is told can be kept as JSON; of what a caller's function raised that it did, alone."""
    (started, failed) = begun(pending, tokens=broken)
    about: dict[str, Any] = {"index": 0, "account_id": WABA, "phone_number": PHONES[0]}
    assert started.to_dict() == {"kind": "OnboardingStarted", **about}
    kept = json.loads(json.dumps(failed.to_dict()))
    assert kept.pop("error") == failed.error.to_dict()
    assert kept == {"kind": "OnboardingFailed", **about}
    (_, ended) = begun(pending)
    kept = json.loads(json.dumps(ended.to_dict()))
    assert wabakit.Onboarding.from_dict(kept.pop("onboarding")) == ended.onboarding
    assert kept == {"kind": "OnboardingEnded", **about, "is_kept": False}
    raised = wabakit.OnboardingFailed(**about, error=LookupError(TOKEN)).to_dict()
    assert raised == {"kind": "OnboardingFailed", **about, "error": {"error": "LookupError"}}
