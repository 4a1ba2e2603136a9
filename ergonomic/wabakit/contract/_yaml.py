"""YAML that says the same to readers of YAML 1.1 and of YAML 1.2; needs PyYAML."""

import re
from typing import Any

import yaml


def _always(*_: object) -> bool:
    return True


_FASTEST = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the same text, in a quarter of the time
_Dumper: Any = type("_Dumper", (_FASTEST,), {"ignore_aliases": _always})
"""Writes text so that no reader takes it for a number, and nothing as an alias."""


def _text(_: object, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else "'" if re.match(r"[-+.]?[0-9]", text) else None
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(document: dict[str, Any]) -> str:
    """Return a document as YAML text, members in their order."""
    text: str = yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, indent=2
    )
    return text
