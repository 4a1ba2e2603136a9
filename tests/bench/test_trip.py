"""To follow one call through the package few files have to be opened, and few of them twice."""

from tests.bench.trip import changes_of_file, trip

CHANGES = 22
"""It was 45 at first, and only falls."""


def test_a_read_passes_few_files() -> None:
    """A read of one field goes from file to file no more often than it needs to."""
    assert 0 < changes_of_file(trip()) <= CHANGES
