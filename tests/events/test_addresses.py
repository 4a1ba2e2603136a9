"""What HTTP instrumentations may record of addresses, once a client is observed.

That the real ones keep to it is shown where they are installed, by `make patches`.
"""

import sys
from types import ModuleType
from typing import Any

import pytest

import wabakit
from wabakit import otel


@pytest.fixture
def util(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What the instrumentations share."""
    module = ModuleType("opentelemetry.util.http")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


def test_told_once(util: ModuleType) -> None:
    """They are told to redact the proof and what else is secret, each once, beside their own."""
    redacted = ["Signature"]
    vars(util)["PARAMS_TO_REDACT"] = redacted
    for _ in range(2):
        otel.observe(wabakit.Client("EAAtoken"))
    assert redacted[0] == "Signature"
    assert {"access_token", "appsecret_proof", "input_token"} <= set(redacted)
    assert len(set(redacted)) == len(redacted)


@pytest.mark.usefixtures("util")
def test_older_ones(caplog: pytest.LogCaptureFixture) -> None:
    """Those that redact nothing are warned of."""
    otel.observe(wabakit.Client("EAAtoken"))
    (line,) = caplog.records
    assert (line.name, line.levelname) == ("wabakit", "WARNING")
    assert "records appsecret_proof in addresses" in line.getMessage()


@pytest.mark.parametrize("client", [None, "EAAtoken", wabakit.Client])
def test_no_client(util: ModuleType, client: Any) -> None:
    """What is no client is refused, and nobody is told anything."""
    redacted = vars(util)["PARAMS_TO_REDACT"] = list[str]()
    with pytest.raises(wabakit.InvalidInputError, match="client="):
        otel.observe(client)
    assert redacted == []
