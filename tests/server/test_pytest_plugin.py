"""Whoever installs wabakit has its fixtures in pytest."""

import subprocess
import sys

import pytest

from wabakit.emulator import Emulator
from wabakit.emulator.server import Server

USES = """
    import subprocess, sys
    import anyio, httpx, pytest, wabakit
    from datetime import UTC, datetime

    def test_sync(whatsapp_emulator, whatsapp_client):
        waba = whatsapp_emulator.add_account()
        number = whatsapp_client.account(waba.id).add_number(
            cc="1", phone_number="2015550143", verified_name="Lucky Shrub"
        )
        number.request_code("SMS", language="en_US")
        number.verify_code(whatsapp_emulator.outbox[-1].code)
        number.register(pin="314159")
        assert whatsapp_emulator.number(number.id).status == "CONNECTED"
        assert number.get(fields=[wabakit.PhoneNumber.status]).status == "CONNECTED"

    def test_async(whatsapp_emulator, whatsapp_async_client):
        waba = whatsapp_emulator.add_account()
        added = whatsapp_emulator.add_number(waba.id)
        account = whatsapp_async_client.account(waba.id)

        async def read():
            return [number.id async for number in account.numbers()]

        assert anyio.run(read) == [added.id]
        assert anyio.run(read) == [added.id]

    @pytest.mark.whatsapp(frozen="2026-01-01")
    def test_clients_live_by_its_clock(whatsapp_emulator, whatsapp_client):
        waba = whatsapp_emulator.add_account()
        number = whatsapp_client.number(whatsapp_emulator.add_number(waba.id, pin="314159").id)
        for _ in range(10):
            number.register(pin="314159")
        whatsapp_emulator.clock.advance("P4D")
        number.register(pin="314159")

    @pytest.mark.whatsapp(frozen="2026-01-01")
    def test_waits_are_not_waited(whatsapp_emulator, whatsapp_client):
        waba = whatsapp_emulator.add_account()
        whatsapp_emulator.fail_next("listPhoneNumbers", error=2, times=2)
        before = whatsapp_emulator.now()
        assert list(whatsapp_client.account(waba.id).numbers()) == []
        assert whatsapp_emulator.now() > before

    @pytest.mark.whatsapp(seed=7, frozen="2026-01-01")
    def test_frozen(whatsapp_emulator):
        assert whatsapp_emulator.now() == datetime(2026, 1, 1, tzinfo=UTC)
        whatsapp_emulator.clock.advance("P14D")
        assert whatsapp_emulator.now() == datetime(2026, 1, 15, tzinfo=UTC)

    def test_webhooks(whatsapp_emulator, whatsapp_client):
        waba = whatsapp_emulator.add_account()
        number = whatsapp_emulator.add_number(waba.id)
        whatsapp_emulator.webhooks.subscribe(waba.id, fields=["security"])
        whatsapp_emulator.webhooks.shape(copies=2)
        whatsapp_client.number(number.id).set_pin("314159")
        while len(whatsapp_emulator.webhooks) < 2:
            pass
        first, second = whatsapp_emulator.webhooks
        assert first.headers["X-Hub-Signature-256"].startswith("sha256=")
        assert first.body == second.body
        assert b"PIN_CHANGED" in first.body

    def test_server(whatsapp_emulator, whatsapp_emulator_server):
        waba = whatsapp_emulator.add_account()
        url = f"{whatsapp_emulator_server.url}/v23.0/{waba.id}/phone_numbers"
        headers = {"Authorization": f"Bearer {whatsapp_emulator.token}"}
        assert httpx.get(url, headers=headers, trust_env=False, verify=False).json()["data"] == []
"""
TESTS = 7
STRICT = ("-p", "no:cacheprovider", "-W", "error", "--strict-markers")


def test_an_empty_project(pytester: pytest.Pytester) -> None:
    """In a project with nothing but a test file, the fixtures and the marker work."""
    pytester.makepyfile(USES)
    pytester.runpytest_subprocess(*STRICT).assert_outcomes(passed=TESTS)


def test_a_server_elsewhere(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    whatsapp_emulator: Emulator,
    whatsapp_emulator_server: Server,
) -> None:
    """With WABAKIT_EMULATOR_URL, the same tests run against the server that is named there."""
    monkeypatch.setenv("WABAKIT_EMULATOR_URL", whatsapp_emulator_server.url)
    pytester.makepyfile(USES)
    pytester.runpytest_inprocess(*STRICT).assert_outcomes(passed=TESTS)
    assert len(whatsapp_emulator.requests) >= 1


def test_the_seed_decides_the_ids(pytester: pytest.Pytester) -> None:
    """Tests with the same seed see the same ids, with another one others."""
    pytester.makepyfile(
        """
        import pytest

        ids = []

        @pytest.mark.parametrize(
            "first",
            [
                pytest.param(0, marks=pytest.mark.whatsapp(seed=1)),
                pytest.param(0, marks=pytest.mark.whatsapp(seed=1)),
                pytest.param(2, marks=pytest.mark.whatsapp(seed=2)),
            ],
        )
        def test_ids(whatsapp_emulator, first):
            ids.append(whatsapp_emulator.add_account().id)
            assert ids.index(ids[-1]) == first
        """
    )
    pytester.runpytest_inprocess(*STRICT).assert_outcomes(passed=3)


def test_a_wrong_marker(pytester: pytest.Pytester) -> None:
    """A marker with an argument there is not, or with one that has no name, is an error."""
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.whatsapp(sead=1)
        def test_one(whatsapp_emulator): ...

        @pytest.mark.whatsapp(1)
        def test_two(whatsapp_emulator): ...
        """
    )
    ran = pytester.runpytest_inprocess(*STRICT)
    ran.assert_outcomes(errors=2)
    ran.stdout.fnmatch_lines(["*whatsapp(seed=0, frozen=None, limits=False, strict=False)*"])


MARKED = """
    import json, pytest

    def get(emulator, path):
        answer = emulator.handle("GET", f"/v23.0/{path}", {"access_token": emulator.token})
        return json.loads(answer.body)

    @pytest.mark.whatsapp(limits=True)
    def test_limits(whatsapp_emulator):
        path = f"{whatsapp_emulator.add_account().id}/phone_numbers"
        assert [get(whatsapp_emulator, path) for _ in range(200)] == [{"data": []}] * 200
        assert get(whatsapp_emulator, path)["error"]["code"] == 80008

    @pytest.mark.whatsapp(strict=True)
    def test_strict(whatsapp_emulator):
        waba = whatsapp_emulator.add_account()
        number = whatsapp_emulator.add_number(waba.id, unknown_words=True, quality_rating="PUCE")
        with pytest.raises(AssertionError, match="PUCE"):
            get(whatsapp_emulator, number.id)
"""


def test_limits_and_strict(pytester: pytest.Pytester) -> None:
    """A marker can ask for Meta's quota, and for answers held against the contract."""
    pytester.makepyfile(MARKED)
    pytester.runpytest_inprocess(*STRICT).assert_outcomes(passed=2)


def test_limits_and_strict_elsewhere(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    whatsapp_emulator_server: Server,
) -> None:
    """A marker that asks for what the server elsewhere does not do is an error."""
    monkeypatch.setenv("WABAKIT_EMULATOR_URL", whatsapp_emulator_server.url)
    pytester.makepyfile(MARKED)
    ran = pytester.runpytest_inprocess(*STRICT)
    ran.assert_outcomes(errors=2)
    ran.stdout.fnmatch_lines(["*has limits=False*", "*has strict=False*"])


def test_nothing_is_loaded_before_it_is_used() -> None:
    """The plugin costs a test run that does not use it nothing: neither wabakit nor httpx loads."""
    script = """
        import sys, wabakit.pytest_plugin
        loaded = {name for name in sys.modules if name.split(".")[0] in {"wabakit", "httpx"}}
        assert loaded == {"wabakit", "wabakit.pytest_plugin"}, loaded
    """
    lines = "\n".join(line.strip() for line in script.splitlines())
    subprocess.run([sys.executable, "-c", lines], check=True)
