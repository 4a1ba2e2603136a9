"""Documents as text, and as files in a cache folder."""

import hashlib
import json
import os
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp, mkstemp
from typing import Any, Literal, TypeAlias

from wabakit.errors import InvalidInputError

Format: TypeAlias = Literal["json", "yaml"]


def as_text(document: dict[str, Any], format: Format) -> str:
    """Return a document as text.

    Raises:
        InvalidInputError: it is to be YAML, and PyYAML is not here.
    """
    if format == "json":
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    try:
        from wabakit.contract._yaml import as_yaml
    except ModuleNotFoundError:
        rule = "YAML needs PyYAML, which is not installed: pip install pyyaml"
        raise InvalidInputError("format", format, rule) from None
    return as_yaml(document)


def kept(name: str, text: str) -> Path:
    """Return a file of this name and text, among the user's caches.

    What is in it names its folder, so that no other text, of another version of wabakit, ever comes
    into a file that somebody reads. Where caches cannot be written, this process makes a temporary
    folder of its own.

    Raises:
        OSError: nor can that be written.
    """
    content = text.encode()
    place = Path("wabakit", hashlib.sha256(content).hexdigest()[:16], name)
    try:
        return _written(_caches() / place, content)
    except (OSError, RuntimeError):  # RuntimeError: the user has no home
        return _written(_of_this_process() / place, content)


def _caches() -> Path:
    variable, usual = {
        "darwin": ("", "Library/Caches"),
        "win32": ("LOCALAPPDATA", "AppData/Local"),
    }.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / usual


@cache
def _of_this_process() -> Path:
    return Path(mkdtemp())


def _written(path: Path, content: bytes) -> Path:
    """Return the path once the content is there; it gets there whole or not at all."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, new = mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(new).replace(path)
        finally:
            Path(new).unlink(missing_ok=True)
    return path
