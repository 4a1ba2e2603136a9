"""YAML in, the same as for readers of YAML 1.2; out of it goes `wabakit.contract`'s."""

from pathlib import Path
from typing import Any

import yaml

FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's reader of YAML 1.1: where there is one in C, it takes a tenth of the time."""
_RULES = {
    first: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader: Any = type("_Loader", (FASTEST,), {"yaml_implicit_resolvers": _RULES})
"""Takes `no` and `on` for the words that they are, as YAML 1.2 does."""


def read(path: Path) -> dict[str, Any]:
    """Return a YAML document."""
    document: dict[str, Any] = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506
    return document
