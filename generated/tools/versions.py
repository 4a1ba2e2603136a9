"""What Graph versions have and lack, as the curated client knows it; derive.py writes it."""

from datetime import date, timedelta
from typing import Any

from generated.tools.errors import seconds
from openapi.tools import made
from openapi.tools.vocabulary import lacking, refused
from wabakit.contract._marks import versions

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The Graph versions of the contract: what they have, what they lack, when they end."""

import datetime
from collections.abc import Mapping
from typing import Final

GRAPH_VERSION: Final = {version!r}

GRAPH_VERSIONS: Final = {versions!r}
"""The Graph versions that the contract describes, oldest first."""

VERSIONS_HAVING: Final[Mapping[str, tuple[str, ...]]] = {having!r}
"""Versions that have what not all of GRAPH_VERSIONS have.

Keys: `call`, `call?parameter`, `call!member.of.body`, `call:field.of.answer`; a value behind `=`.
"""

REFUSED: Final[Mapping[str, str]] = {refused!r}
"""What to ask for in place of a field that Meta documents and every version refuses.

Keys: `call:field.of.answer`.
"""

VERSION_EXPIRY: Final[Mapping[str, datetime.date]] = {expiry!r}
"""Day on which a Graph version ends, where Meta announced it or the pattern of the others says."""

NOTICE: Final = {notice!r}
"""How long before that day users are told."""
'''


def versions_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/versions.py`."""
    said = {
        "version": contract["servers"][0]["variables"]["version"]["default"],
        "expiry": {
            version: date.fromisoformat(str(dates["expires"]))
            for version, dates in contract["x-graph-versions"].items()
            if "expires" in dates
        },
        "notice": timedelta(seconds=seconds(contract["x-graph-notice"])),
        "versions": tuple(versions(contract)),
        "having": lacking(contract),
        "refused": refused(contract),
    }
    return made.formatted(TEMPLATE.format(**said))
