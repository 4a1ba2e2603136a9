"""The table of docs/webhooks.md: the events that Meta tells of, from the contract."""

from collections.abc import Iterator
from typing import Any

from generated.tools.events import webhooks
from generated.tools.nodes import members


def webhook_table(contract: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the table: a row for each field, with its class and what that has."""
    yield from ("| field | event | what it has |", "|---|---|---|")
    for field, schema in webhooks(contract):
        shown = members(contract["components"]["schemas"], schema)
        names = ", ".join(f"`{name}`" for name, said in shown if "x-inline" not in said)
        yield f"| `{field}` | `{schema}` | {names} |"
