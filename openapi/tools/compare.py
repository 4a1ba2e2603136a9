"""Say in words, fit for a changelog, what changes from one contract to another.

    python -m openapi.tools.compare v23.0 v24.0

Each is a Graph version or the path of a file. `redocly diff` finds and rates the changes. A value
that is new in an enum breaks nobody, because every enum is open. Exit code 1: something breaks.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from wabakit.contract import path, versions

PARTS = {
    "requestBody": "body",
    "responses": "answer",
    "parameters": "parameter",
    "examples": "sample",
}
UNSAID = {"schema", "properties", "items", "content", "application/json", "$ref", "200"}
PLUMBING = ("x-graph-api-version", "default")
"""What differs between any two versions: their name."""


def differences(redocly: str, base: Path, revision: Path) -> list[dict[str, Any]]:
    """Return the changes that redocly finds.

    Raises:
        SystemExit: it could not compare the two.
    """
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [redocly, "diff", str(base), str(revision), "--format=json", f"--output={report}"]
        done = subprocess.run(
            [*command, "--fail-on=none", "--skip-rule=enum-values-added"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if done.returncode or not report.exists():
            sys.exit(done.stdout)
        changes: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["changes"]
    return [change for change in changes if change.get("property") not in PLUMBING]


def in_words(change: dict[str, Any]) -> str:
    """Return one change as a sentence."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in change["path"].split("/")[1:]]
    place, steps = "The document", [step for step in steps if step]
    if steps[:1] == ["paths"]:
        place = " ".join([*(step.upper() for step in steps[2:3]), *steps[1:2]])
        steps = steps[3:]
    where = " ".join(dict.fromkeys(said(steps)))
    verb = {"added": "is new", "removed": "is gone"}.get(change["kind"]) or values(change)
    text = f"{place}: {where} {verb}" if where else f"{place} {verb}"
    return ". ".join([text, *(verdict["message"].rstrip(".") for verdict in change["verdicts"])])


def said(steps: list[str]) -> Iterator[str]:
    """Yield the words of a place in a contract, from outer to inner."""
    names = [step for step in steps if step not in UNSAID and not step.isdigit()]
    yield from (PARTS.get(step, f"`{step}`") for step in names)


def values(change: dict[str, Any]) -> str:
    """Return what a changed property was and is."""
    before, after = change["base"].get("value"), change["revision"].get("value")
    if isinstance(before, list) and isinstance(after, list):
        old = [str(value) for value in cast("list[object]", before)]
        new = [str(value) for value in cast("list[object]", after)]
        gained, lost = [v for v in new if v not in old], [v for v in old if v not in new]
        parts = [("gained", gained), ("lost", lost)]
        return " and ".join(f"{verb} {', '.join(some)}" for verb, some in parts if some)
    return f"has another {change['property']}: {before} became {after}"


def report(title: str, changes: list[dict[str, Any]]) -> str:
    """Return all changes as Markdown, those that break clients first."""
    breaking = [in_words(change) for change in changes if change["impact"] == "major"]
    others = [in_words(change) for change in changes if change["impact"] != "major"]
    lines = [f"## {title}"]
    for heading, some in (("Breaking", breaking), ("Other changes", others)):
        lines += ["", f"### {heading}", "", *(f"- {line}." for line in some or ["None"])]
    return "\n".join(lines)


def contract(name: str) -> Path:
    """Return the file of a Graph version, or the file of this path."""
    if name in versions():
        return path(name)
    if not Path(name).is_file():
        sys.exit(f"{name} is neither a Graph version of the contract nor a file")
    return Path(name)


def main(redocly: str, base: str, revision: str) -> None:
    """Print the report; leave with 1 if something breaks."""
    changes = differences(redocly, contract(base), contract(revision))
    print(report(f"{base} to {revision}", changes))
    sys.exit(any(change["impact"] == "major" for change in changes))


if __name__ == "__main__":
    main(*sys.argv[1:])
