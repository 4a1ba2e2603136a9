"""Every answer that the contract documents, and what is left of it without an optional member."""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from tests.contract.document import operations, resolve, samples
from wabakit.contract import versions
from wabakit.contract._marks import has


class Answer(NamedTuple):
    """An answer with status 200: to which operation, from which sample, and its body."""

    operation: str
    name: str
    version: str
    """The newest version of Graph that has it."""
    is_write: bool
    schema: dict[str, Any]
    body: dict[str, Any]

    @property
    def says_no(self) -> bool:
        """Whether it says that nothing was done."""
        return self.body.get("success") is False

    def shortened(self) -> Iterator["Answer"]:
        """Give it once more for each of its optional members, at any depth, without that one."""
        for where, body in _without_one(self.schema, self.body):
            yield self._replace(name=f"{self.name} without {where}", body=body)


def documented() -> list[Answer]:
    """Every sample of a good answer."""
    return [
        Answer(op.name, name, newest(marked), op.is_write, content["schema"], body)
        for op in operations()
        for content in op.responses["200"]["content"].values()
        for (name, body), marked in zip(
            samples(content).items(), content["examples"].values(), strict=True
        )
        if isinstance(body, dict)
    ]


def newest(marked: dict[str, Any]) -> str:
    """Return the newest version of Graph that has what bears these marks."""
    return next(version for version in reversed(versions()) if has(marked, version))


def _without_one(schema: dict[str, Any], sample: object) -> Iterator[tuple[str, Any]]:
    """Yield a name and a copy of a value for each optional member that it can lack."""
    schema, value = resolve(schema), cast(Any, sample)
    if isinstance(sample, list):
        for at, item in enumerate(value):
            for where, shorter in _without_one(schema.get("items", {}), item):
                yield f"{at}.{where}", [*value[:at], shorter, *value[at + 1 :]]
    if isinstance(sample, dict):
        for name, member in value.items():
            if name not in schema.get("required", ()):
                yield name, {other: value[other] for other in value if other != name}
            inner = schema.get("properties", {}).get(name, {})
            for where, shorter in _without_one(inner, member):
                yield f"{name}.{where}", {**value, name: shorter}
