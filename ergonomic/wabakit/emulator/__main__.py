"""The emulator on a port of this machine, for any language.

    python -m wabakit.emulator                      until you stop it
    python -m wabakit.emulator exec -- npm test     while a command runs

`exec` starts an emulator on a free port, runs the command with WHATSAPP_BASE_URL,
WHATSAPP_ACCESS_TOKEN, WHATSAPP_BUSINESS_ACCOUNT_ID and (if there is a number)
WHATSAPP_PHONE_NUMBER_ID set, and exits as the command did.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

PORT = 8791


def main(arguments: list[str]) -> int:
    """Run what the command line asks for; return the exit code."""
    is_exec = arguments[:1] == ["exec"]
    parser = _parser(is_exec)
    options = parser.parse_args(arguments[is_exec:])
    if options.strict and find_spec("jsonschema") is None:
        parser.exit(1, "--strict needs jsonschema: pip install 'wabakit[strict]'\n")
    try:
        from .server import command
    except ModuleNotFoundError as error:
        parser.exit(1, f"{error}\n")
    return command.run_beside(options) if is_exec else command.serve(options)


def _parser(is_exec: bool) -> argparse.ArgumentParser:
    program = "python -m wabakit.emulator" + (" exec" if is_exec else "")
    parser = argparse.ArgumentParser(
        prog=program, description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    port = 0 if is_exec else PORT
    add("--port", type=int, default=port, help=f"port; 0 is a free one (default: {port})")
    add("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    picture = parser.add_mutually_exclusive_group()
    picture.add_argument("--seed", type=Path, metavar="FILE", help="start from a JSON picture")
    picture.add_argument("--demo", action="store_true", help="start with three dozen numbers")
    add(
        "--state",
        type=Path,
        metavar="FILE",
        help="go on from this file if it is there, and keep the state in it from now on",
    )
    add("--limits", action="store_true", help="throttle as Meta does")
    add("--strict", action="store_true", help="check every answer against the contract")
    add("--any-token", action="store_true", help="take every token, real ones included")
    if is_exec:
        add("command", nargs="+", help="what to run, after --")
    else:
        add("--ready-file", type=Path, metavar="FILE", help="write the first line to it as well")
        add("--with-parent", action="store_true", help="stop when the starting process is gone")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
