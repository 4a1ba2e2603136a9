"""The contract of each Graph version, for tools and for other languages.

The package carries one document for all versions and derives the others from it. From a shell:
`python -m wabakit.contract v24.0`.
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.contract._files import Format, as_text, kept
from wabakit.contract._forms import Enums, OpenAPI, derived, form_name
from wabakit.errors import InvalidInputError

__all__ = ["document", "path", "versions"]

SHARED = ("errors", "states")
"""What is true of every version, by the names of its documents."""


def versions() -> tuple[str, ...]:
    """Return the Graph versions that have a contract, oldest first."""
    return GRAPH_VERSIONS


def document(name: str, *, openapi: OpenAPI = "3.1", enums: Enums = "closed") -> dict[str, Any]:
    """Return the contract of a Graph version, or another document of the contract.

    Args:
        name: A Graph version, such as `v24.0`; or `errors`, the catalogue of errors, or `states`,
            what a number goes through, which are the same for all versions.
        openapi: `3.1`, or `3.0` for tools that read nothing later.
        enums: `closed`, or `open` for generators whose enums refuse a word that they do not list:
            plain text, with the words in its description.

    Returns:
        A document of your own, which you may change.

    Raises:
        InvalidInputError: there is no such document; says which there are.
    """
    _check("name", name, (*versions(), *SHARED))
    _check("openapi", openapi, ("3.1", "3.0") if name not in SHARED else ("3.1",))
    _check("enums", enums, ("closed", "open") if name not in SHARED else ("closed",))
    if name in SHARED:
        return _carried(name)
    return derived(_carried("phone_numbers"), name, openapi, enums)


def path(
    name: str, *, openapi: OpenAPI = "3.1", enums: Enums = "closed", format: Format = "json"
) -> Path:
    """Return a file with a document of the contract; it lies in a cache folder.

    Args:
        name: As for `document()`.
        openapi: As for `document()`.
        enums: As for `document()`.
        format: `json`, or `yaml`, which needs PyYAML.

    Returns:
        Where the file is. Leave it unchanged; its text stays the same there for good. Where your
        cache folder cannot be written, it is in a temporary one of this process.

    Raises:
        InvalidInputError: there is no such document, says which there are; or no PyYAML.
        OSError: no folder can be written.
    """
    _check("format", format, ("json", "yaml"))
    text = as_text(document(name, openapi=openapi, enums=enums), format)
    return kept(f"{form_name(name, openapi, enums)}.{format}", text)


def _carried(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files(__name__).joinpath(f"{name}.json").read_bytes())
    return read


def _check(argument: str, given: object, possible: tuple[str, ...]) -> None:
    if given not in possible:
        raise InvalidInputError(argument, given, f"possible: {', '.join(possible)}")
