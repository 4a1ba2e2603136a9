"""YAML that says the same to readers of YAML 1.1 and of YAML 1.2; needs PyYAML."""

import re
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes text so that no reader takes it for a number, and nothing as an alias."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _text(_: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else "'" if re.match(r"[-+.]?[0-9]", text) else None
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(document: dict[str, Any]) -> str:
    """Return a document as YAML text, members in their order."""
    text: str = yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, indent=2
    )
    return text
