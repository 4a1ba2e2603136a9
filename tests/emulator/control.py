"""The control routes as their tests use them: every call held against its description."""

import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import wabakit.emulator
from openapi.tools.yamltext import read
from tests.emulator.graph import Graph

DESCRIBED: dict[str, Any] = read(Path(wabakit.emulator.__file__).with_name("control.yaml"))
CALLS = {
    f"{method.upper()} {path}": call
    for path, item in DESCRIBED["paths"].items()
    for method, call in item.items()
    if method != "parameters"
}
HERE = {"Host": "127.0.0.1:8791", "Content-Type": "application/json"}


class Control:
    """Calls control routes, and holds each call and answer against their description."""

    def __init__(self, graph: Graph, *, checks_bodies: bool = True) -> None:
        self.graph, self.checks_bodies = graph, checks_bodies

    def __call__(self, call: str, body: Any = None, query: str = "") -> dict[str, Any]:
        """Make a call that must succeed."""
        status, answer = self.send(call, body, query)
        assert status == 200, answer
        return answer

    def send(
        self, call: str, body: Any = None, query: str = "", **headers: str
    ) -> tuple[int, dict[str, Any]]:
        method, path = call.split()
        raw = b"" if body is None else json.dumps(body).encode()
        emulator = self.graph.emulator
        answer = emulator.handle(method, f"/_emulator{path}", query, {**HERE, **headers}, raw)
        decoded: dict[str, Any] = json.loads(answer.body)
        described = self.described(call)
        if described is not None:
            responses = described["responses"]
            fits(responses["200" if answer.status == 200 else "4XX"], decoded)
            if self.checks_bodies and body is not None and answer.status == 200:
                fits(described["requestBody"], body)
        return answer.status, decoded

    @staticmethod
    def described(call: str) -> dict[str, Any] | None:
        """Find the description of a call."""
        for shape, described in CALLS.items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[0-9]+", shape), call):
                return dict(described)
        return None


def fits(holder: dict[str, Any], value: Any) -> None:
    node: Any = holder
    while "$ref" in node:
        target: Any = DESCRIBED
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    schema = node["content"]["application/json"]["schema"]
    validator: Any = Draft202012Validator({**schema, "components": DESCRIBED["components"]})
    assert [error.message for error in validator.iter_errors(value)] == []
