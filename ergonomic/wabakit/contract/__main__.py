"""Print the contract of a Graph version, for tools and for other languages.

python -m wabakit.contract v24.0
python -m wabakit.contract v24.0 --openapi 3.0 --format yaml --enums open
"""

import argparse
import sys
from contextlib import suppress

from wabakit.contract import SHARED, document, versions
from wabakit.contract._files import as_text
from wabakit.errors import InvalidInputError


def main(arguments: list[str]) -> None:
    """Print what the command line asks for, in UTF-8."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        text = as_text(document(asked.name, openapi=asked.openapi, enums=asked.enums), asked.format)
    except InvalidInputError as error:
        parser.exit(2, f"--{error.field} {error.value}: {error.rule}\n")
    # Who reads may leave early, as `head` does; in a file of its own nothing is left for the end.
    with suppress(BrokenPipeError), open(sys.stdout.fileno(), "wb", closefd=False) as out:
        out.write(text.encode())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m wabakit.contract",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add, names = parser.add_argument, (*versions(), *SHARED)
    add("name", choices=names, metavar="NAME", help=f"one of {', '.join(names)}")
    add(
        "--openapi", choices=("3.1", "3.0"), default="3.1", help="version of OpenAPI (default: 3.1)"
    )
    add("--format", choices=("json", "yaml"), default="json", help="yaml needs PyYAML")
    add("--enums", choices=("closed", "open"), default="closed", help="open: enums as plain text")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
