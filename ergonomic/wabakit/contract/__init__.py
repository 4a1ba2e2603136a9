"""The shared contract as files, for tools and for other languages."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

from wabakit.errors import InvalidInputError


def path(name: str, form: Literal["yaml", "json"] = "yaml") -> Path:
    """Return where a file of the contract lies.

    Args:
        name: A Graph version, such as `v24.0`; the same in OpenAPI 3.0.3, `v24.0-3.0`; or what
            else is shared, such as `errors`.
        form: `yaml` or `json`.

    Raises:
        InvalidInputError: there is no such file; says which there are.
    """
    there = {Path(str(file)) for file in files(__package__ or "").iterdir()}
    found = {file.stem: file for file in there if file.suffix == f".{form}"}
    if name not in found:
        raise InvalidInputError("name", name, f"as {form} there are {', '.join(sorted(found))}")
    return found[name]
