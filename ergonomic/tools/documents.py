"""Make the blocks of documents that come from elsewhere; with `--check`, compare them instead.

README's tables come from the contract's catalogue and chart, the emulator's from its docstrings.
"""

from pathlib import Path

from ergonomic.tools.behaviours import with_behaviours
from ergonomic.tools.diagram import with_life
from ergonomic.tools.readme import with_error_table
from openapi.tools import made
from openapi.tools.yamltext import read

OPENAPI = made.ROOT / "openapi"
README = made.ROOT / "README.md"
EMULATOR = made.ROOT / "ergonomic/wabakit/emulator"


def documents() -> dict[Path, str]:
    """Return the text of the documents that have made blocks, by their path."""
    manual, readme = EMULATOR / "README.md", README.read_text("utf-8")
    catalogue, states = read(OPENAPI / "errors.yaml"), read(OPENAPI / "states.yaml")
    return {
        manual: with_behaviours(manual.read_text("utf-8"), EMULATOR),
        README: with_life(with_error_table(readme, catalogue), states),
    }


if __name__ == "__main__":
    made_files = documents()
    made.main(made_files, made_files, "make generate")
