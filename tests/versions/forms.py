"""The contracts that several tests read, each made once."""

from functools import cache
from typing import Any

import pytest

from wabakit import contract
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.contract._forms import Enums, OpenAPI

each_version = pytest.mark.parametrize("version", GRAPH_VERSIONS)


@cache
def contract_of(version: str, openapi: OpenAPI = "3.1", enums: Enums = "closed") -> dict[str, Any]:
    """Return a contract, which is not to be changed."""
    return contract.document(version, openapi=openapi, enums=enums)
