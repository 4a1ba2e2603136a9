"""Put the pages of the site together for zensical or mkdocs, from docs/ and from the contract.

    python -m ergonomic.tools.website BUILD CONTRACTS PLAYGROUND

BUILD is emptied and gets `mkdocs.yml` and `docs/`; CONTRACTS is what `make contracts` wrote,
PLAYGROUND has Pyodide and wheels.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

from ergonomic.tools.website import (
    commands,
    downloads,
    errors,
    fields,
    llms,
    playground,
    reference,
    shown,
)
from ergonomic.tools.website.pages import CONFIGURATION, check_navigation, written
from openapi.tools import made
from openapi.tools.yamltext import read
from wabakit._about import SITE

OPENAPI = made.ROOT / "openapi"
PACKAGE = made.ROOT / "ergonomic/wabakit"


def site(build: Path, contracts: Path, parts: Path) -> None:
    """Write everything that the site is built from."""
    shutil.rmtree(build, ignore_errors=True)
    docs = build / "docs"
    contract = read(OPENAPI / "phone_numbers.yaml")
    catalogue = read(OPENAPI / "errors.yaml")
    chart = read(OPENAPI / "states.yaml")
    pages = {
        **written(contract, catalogue, chart),
        **dict(fields.pages(contract, chart)),
        **dict(errors.pages(contract, catalogue, chart)),
        **dict(reference.pages(contract)),
        "reference/commands.md": commands.page(),
    }
    pages["downloads.md"] = downloads.page(pages["downloads.md"], contract, contracts)
    shutil.copytree(contracts, docs / "downloads", ignore=shutil.ignore_patterns(".*"))
    downloads.pack(contracts, docs / "downloads/contracts.zip")
    shutil.copytree(made.ROOT / "docs/assets", docs / "assets")
    playground.bring(parts, docs / "assets/playground")
    shutil.copytree(made.ROOT / "docs/theme", build / "theme")
    not_shown = shutil.ignore_patterns("*.md", "__pycache__")
    shutil.copytree(made.ROOT / "docs/examples", docs / "examples", ignore=not_shown)
    shutil.copy(made.ROOT / ".github/emulator.png", docs / "assets")
    shutil.copytree(PACKAGE, build / "packages/wabakit")
    shutil.copy(Path(shown.__file__), build / "packages")
    made.write({build / "packages/wabakit/__init__.py": reference.front_door(contract)}, [])
    configuration: dict[str, Any] = yaml.safe_load(CONFIGURATION.read_text("utf-8"))
    check_navigation(configuration["nav"], pages)
    configuration["site_url"] = SITE
    texts = {**pages, **llms.texts(configuration, pages)}
    made.write({docs / name: text for name, text in texts.items()}, [])
    made.write({build / "mkdocs.yml": yaml.safe_dump(configuration, sort_keys=False)}, [])


if __name__ == "__main__":
    site(*map(Path, sys.argv[1:]))
