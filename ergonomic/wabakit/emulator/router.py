"""Which handler answers which operation of a document; each says so at its own definition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from .contract import Operation, Said, operations

Handler = TypeVar("Handler")


class Route(NamedTuple, Generic[Handler]):
    """An operation, and what answers it."""

    operation: Operation
    handler: Handler


class Router(Generic[Handler]):
    """The routes of one document: method, path and all else an operation has are the document's.

    Handlers come in as the modules that hold them are imported.
    """

    def __init__(self, document: Said) -> None:
        self._operations = {operation.name: operation for operation in operations(document)}
        self._by_path: dict[str, dict[str, Route[Handler]]] = {}
        self._routes: dict[str, Route[Handler]] = {}

    @property
    def routes(self) -> Mapping[str, Route[Handler]]:
        """Everything that is answered, by operation, in the order of the document."""
        return {name: self._routes[name] for name in self._operations if name in self._routes}

    def add(self, operation: str, handler: Handler) -> None:
        """Let an operation be answered (KeyError if the document has none of that name)."""
        found = self._operations[operation]
        self._routes[found.name] = route = Route(found, handler)
        self._by_path.setdefault(found.path, {})[found.method] = route

    def at(self, path: str) -> Mapping[str, Route[Handler]]:
        """Find the routes at a path as the document writes it, by method."""
        return self._by_path.get(path, {})

    def match(self, method: str, path: str) -> tuple[Route[Handler], tuple[str, ...]] | None:
        """Find the route of a path as a caller writes it, and the values of its parameters."""
        for template, routes in self._by_path.items():
            found = re.fullmatch(re.sub(r"\{\w+\}", "([^/]+)", template), path)
            if found and method in routes:
                return routes[method], found.groups()
        return None
