import pytest

from tests.tree.new_version import add_version
from tests.tree.places import Copy


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The tree with a field, a call and a version more: it is made once for the tests of each."""
    return Copy(tmp_path_factory.mktemp("copy"), add_version)
