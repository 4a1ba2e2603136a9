"""The tables of all downloads, and the archive that has them together."""

import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from openapi.tools.contracts import ENUMS, FORMATS, OPENAPIS
from wabakit.contract._forms import form_name
from wabakit.contract._marks import versions

INTRODUCTION = """
All of it is in [one archive](downloads/contracts.zip).

## One version of Graph
"""
ELSE = """\

## All versions together, and the rest

| what | file |
|---|---|
| the contract of all versions, with marks | {phone_numbers} |
| every error, what it means, what to do | {errors} |
| the states of a number, and the way to a connected one | {states} |
| the control routes of the emulator | {control} |
"""


def page(text: str, contract: dict[str, Any], contracts: Path) -> str:
    """Return the text of the page: what was written, and behind it all that can be downloaded."""

    def link(name: str, shown: str = "") -> str:
        return f"[{shown or name}](downloads/{name})"

    def rows() -> Iterator[str]:
        yield "| version | OpenAPI 3.1 | 3.1, enums open | OpenAPI 3.0 | 3.0, enums open |"
        yield "|---|---|---|---|---|"
        for version in reversed(versions(contract)):
            cells = [
                " ".join(
                    link(f"{form_name(version, openapi, enums)}.{f}", f.upper()) for f in FORMATS
                )
                for openapi, enums in product(OPENAPIS, ENUMS)
            ]
            yield f"| {' | '.join([version, *cells])} |"

    both = {
        name: " ".join(link(f"{name}.{f}") for f in reversed(FORMATS))
        for name in ("phone_numbers", "errors", "states", "control")
    }
    workflows: list[str] = []
    for path in sorted(contracts.glob("workflows/*.yaml")):
        what = path.name.partition(".")[0].replace("_", " ")
        file = link(f"workflows/{path.name}", path.name)
        workflows.append(f"| workflow: {what}, in Arazzo | {file} |")
    return (
        "\n".join([text, INTRODUCTION, *rows(), ELSE.format(**both).rstrip("\n"), *workflows])
        + "\n"
    )


def pack(contracts: Path, archive: Path) -> None:
    """Put all files of a folder into an archive, the same for the same files."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in contracts.rglob("*") if path.is_file()):
            if not path.name.startswith("."):
                entry = zipfile.ZipInfo(f"contracts/{path.relative_to(contracts).as_posix()}")
                packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
