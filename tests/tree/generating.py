"""The generated client is what the generator makes of the contract, wherever that happens."""

import tempfile
from pathlib import Path

import pytest

from generated.tools import generate
from openapi.tools import made


def test_generated_client_is_what_the_contract_makes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The generated package is remade byte for byte, whatever hash seed and ruff settings."""
    (tmp_path / "ruff.toml").write_text("line-length = 60\n")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    package = generate.generate()
    assert generate.PACKAGE / "py.typed" in package
    assert made.differences(package, generate.package_files(generate.PACKAGE)) == []


def test_contract_that_the_generator_cannot_read_stops_the_generation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A warning of the generator is fatal, and says which operation it is about."""
    contract = tmp_path / "contract.yaml"
    text = generate.CONTRACT.read_text("utf-8")
    contract.write_text(text.replace("#/components/schemas/PhoneNumberPage", "#/nowhere"))
    monkeypatch.setattr(generate, "CONTRACT", contract)
    with pytest.raises(SystemExit, match=r"GET /\{waba_id\}/phone_numbers"):
        generate.generate()
