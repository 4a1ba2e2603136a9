"""What stands on the screen is what is kept, and what docs/cli.md shows."""

from pathlib import Path

import pytest

from tests.cli.sessions import kept, replayed_file
from tests.cli.shell import Shell


@pytest.mark.parametrize("path", list(kept()), ids=lambda path: path.stem)
def test_session(path: Path, shell: Shell) -> None:
    """Each command still says this; `python -m tests.cli.sessions` keeps what it says now."""
    assert replayed_file(path, shell) == path.read_text("utf-8")
