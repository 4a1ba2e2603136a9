"""What the package knows of itself."""

from importlib.metadata import PackageNotFoundError, version


def own_version() -> str:
    """Return the version of wabakit that is installed; `0` in a source tree that is not."""
    try:
        return version("wabakit")
    except PackageNotFoundError:
        return "0"
