import os
import sys

import pytest


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a child that finds the packages where this process does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
