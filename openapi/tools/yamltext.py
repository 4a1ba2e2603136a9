"""YAML in, the same as for readers of YAML 1.2; out of it goes `wabakit.contract`'s."""

from pathlib import Path
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Takes `no` and `on` for the words that they are, as YAML 1.2 does."""


_Loader.yaml_implicit_resolvers = {
    first: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> dict[str, Any]:
    """Return a YAML document."""
    document: dict[str, Any] = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506
    return document
