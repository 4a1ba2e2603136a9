"""Hold what people can name of wabakit against an earlier commit: what is gone, what is other.

    python -m ergonomic.tools.api COMMIT

Ends with 1 if something is, and with 3 where that commit is not here.
"""

import io
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import griffe

from openapi.tools.made import ROOT

MISSING = 3
"""What the command ends with where there is nothing to compare with."""

_MEANT = (
    " Field.__init__(",  # wabakit alone makes fields
    " InvalidInputError: Public object points to a different kind",  # the same class, assigned
    " Wait.count: ",  # was there by mistake, and said nothing
    # In no module that is promised, and nothing that is promised hands them out:
    "wabakit/emulator/calls/verification.py:26: AGAIN_WITHIN: ",
    "wabakit/emulator/world/businesses.py:10: POOL_PROOF_LIFETIME: ",
    "wabakit/emulator/world/businesses.py:13: POOL_STAY: ",
    "wabakit/onboarding/journal.py:0: <module>: ",
    "wabakit/onboarding/process.py:34: onboard(",
    " PreverifiedNumber.proof_ends_at: ",  # of the emulator; Graph's own field tells it
)
"""What breaks no program; empty it with each release."""

_SOURCES = ("ergonomic", "generated")
_COLOUR = re.compile(r"\x1b\[\d+m")


def public(tree: Path) -> griffe.Module:
    """Return the package of a tree, with each public name where people find it."""
    loader = griffe.GriffeLoader(search_paths=[tree / folder for folder in _SOURCES])
    package = cast("griffe.Module", loader.load("wabakit", try_relative_path=False))
    names = package["_made.public"]
    for name in names.exports:
        package.set_member(name, griffe.Alias(name, names[name].target_path, parent=package))
    package.exports = [str(name) for name in names.exports]
    loader.resolve_aliases(external=True)
    return package


def breakages(before: Path, after: Path) -> Iterator[str]:
    """Yield a line for each change that may break a program."""
    for found in griffe.find_breaking_changes(public(before), public(after)):
        text = _COLOUR.sub("", found.explain(griffe.ExplanationStyle.ONE_LINE))
        line = text.removeprefix(f"{before}/")
        if not any(meant in line for meant in _MEANT):
            yield line


def archived(commit: str) -> bytes | None:
    """Return the sources of a commit as a tar archive; None if it is not here."""
    command = ["git", "archive", "--format=tar", commit, *_SOURCES]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def main(commit: str) -> int:
    """Print what may break, and say how many changes do."""
    archive = archived(commit)
    if archive is None:
        print(f"Not compared: commit {commit} is not here.", file=sys.stderr)
        print("A clone without its history gets it with: git fetch --unshallow", file=sys.stderr)
        return MISSING
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        found = list(breakages(Path(folder), ROOT))
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} changes since {commit} may break a program")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
