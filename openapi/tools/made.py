"""What the scripts that make files share: how to format text, and how to write or compare it."""

import subprocess
import sys
import sysconfig
from collections.abc import Collection, Mapping
from difflib import unified_diff
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_RUFF = Path(sysconfig.get_path("scripts"), "ruff")
_DIFF_LINES = 20


def formatted(source: str) -> str:
    """Return Python text with its imports sorted, laid out by the project's own ruff settings."""
    for command in (["check", "--quiet", "--select", "I,F401", "--fix"], ["format"]):
        source = subprocess.run(
            [_RUFF, *command, "--no-cache", "--config=pyproject.toml", "-"],
            cwd=ROOT,
            input=source,
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
        ).stdout
    return source


def differences(made: Mapping[Path, str], committed: Collection[Path]) -> list[str]:
    """Say, a message a file, where the committed files are not what would be made now."""
    messages = [f"{_name(path)}: nothing makes this file" for path in set(committed) - made.keys()]
    for path, text in made.items():
        if not path.exists():
            messages.append(f"{_name(path)}: missing")
        elif (found := path.read_bytes().decode()) != text:
            diff = unified_diff(
                found.splitlines(), text.splitlines(), "committed", "made", n=1, lineterm=""
            )
            messages.append("\n  ".join([f"{_name(path)}: differs", *islice(diff, _DIFF_LINES)]))
    return sorted(messages)


def write(made: Mapping[Path, str], committed: Collection[Path]) -> None:
    """Write what was made, and delete committed files that nothing makes any longer."""
    for path in set(committed) - made.keys():
        path.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main(made: Mapping[Path, str], committed: Collection[Path], remedy: str) -> None:
    """Write the files; with `--check` on the command line leave them, and exit 1 if they differ."""
    if "--check" not in sys.argv[1:]:
        write(made, committed)
    elif messages := differences(made, committed):
        sys.exit("\n".join([*messages, f"Run `{remedy}` and commit what changes."]))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()
