"""Answers held against the contract; needs jsonschema, the extra `strict`."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import Any, cast

from jsonschema import Draft202012Validator

from wabakit.emulator.contract import contract, operations

from .answers import Answer


class ContractViolation(AssertionError):
    """An answer that the contract does not allow: a mistake of the emulator, or of a seed."""


def check_answer(operation: str | None, answer: Answer) -> None:
    """Hold an answer against the contract (ContractViolation).

    A success must fit the schema of its operation, every failure the one of errors.
    """
    problems = _problems(operation if answer.status == 200 else None, answer.body)
    if problems:
        raise ContractViolation(f"{operation or 'an error'}: {'; '.join(problems[:3])}")


@lru_cache(256)
def _problems(operation: str | None, body: bytes) -> list[str]:
    """Say where a body is beside the contract; the same one is often answered again."""
    read = json.loads(body)
    if isinstance(read, list):  # x-null-items: null among the items is none that a schema allows.
        read = [item for item in cast("list[object]", read) if item is not None]
    errors = _validator(operation).iter_errors(read)
    return [f"{'/'.join(map(str, e.absolute_path)) or 'body'}: {e.message}" for e in errors]


@cache
def _validator(operation: str | None) -> Any:
    """Build what checks a success of the operation, or a failure (None)."""
    components: dict[str, Any] = contract()["components"]
    if operation is None:
        schema = {"$ref": "#/components/schemas/GraphAPIError"}
    else:
        success = _successes()[operation]
        schema = components["responses"][success]["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": {"schemas": components["schemas"]}})


@cache
def _successes() -> dict[str, str]:
    """Name the success response of every operation of the contract."""
    return {
        operation.name: operation.said["responses"]["200"]["$ref"].rpartition("/")[2]
        for operation in operations(contract())
    }
