"""What the package knows of itself."""

from functools import cache


@cache  # it is read from a file that holds the whole README
def own_version() -> str:
    """Return the version of wabakit that is installed; `0` in a source tree that is not."""
    from importlib.metadata import PackageNotFoundError, version  # the first call asks

    try:
        return version("wabakit")
    except PackageNotFoundError:
        return "0"
