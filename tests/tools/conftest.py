import pytest

from tests.tools.places import Copy
from tests.tools.test_new_version import add_version


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The tree with a field, a call and a version more: it is made once for the tests of each."""
    return Copy(tmp_path_factory.mktemp("copy"), add_version)
