"""Make the blocks of documents that come from elsewhere; with `--check`, compare them instead.

Those of docs/ come from contract, catalogue and chart, the emulator's from its docstrings.
"""

from collections.abc import Iterable
from pathlib import Path

from ergonomic.tools.behaviours import behaviour_table
from ergonomic.tools.calls import call_table
from ergonomic.tools.diagram import life
from ergonomic.tools.error_tables import error_tables
from ergonomic.tools.fields import field_table
from ergonomic.tools.webhooks import webhook_table
from openapi.tools import made
from openapi.tools.yamltext import read

OPENAPI = made.ROOT / "openapi"
DOCS = made.ROOT / "docs"
EMULATOR = made.ROOT / "ergonomic/wabakit/emulator"


def documents() -> dict[Path, str]:
    """Return the text of the documents that have made blocks, by their path."""
    contract = read(OPENAPI / "phone_numbers.yaml")
    blocks = {
        DOCS / "calls.md": ("calls", call_table(contract)),
        DOCS / "errors.md": ("errors", error_tables(read(OPENAPI / "errors.yaml"))),
        DOCS / "fields.md": ("fields", field_table(contract)),
        DOCS / "life.md": ("states", life(read(OPENAPI / "states.yaml"))),
        DOCS / "webhooks.md": ("webhooks", webhook_table(contract)),
        EMULATOR / "README.md": ("behaviours", behaviour_table(EMULATOR)),
    }
    return {
        path: with_block(path.read_text("utf-8"), name, lines)
        for path, (name, lines) in blocks.items()
    }


def with_block(text: str, name: str, lines: Iterable[str]) -> str:
    """Return a document with what stands between the two marks of a block made anew."""
    begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
    before, rest = text.split(begin)
    _, after = rest.split(end)
    return before + begin + "".join(f"{line}\n" for line in lines) + end + after


if __name__ == "__main__":
    made_files = documents()
    made.main(made_files, made_files, "make generate")
