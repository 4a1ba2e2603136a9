"""The emulator on a real port, for other languages and for the page; needs the extra `emulator`."""

try:
    from .serving import Server
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"The emulator's server needs {error.name}: pip install 'wabakit[emulator]'",
        name=error.name,
    ) from error

__all__ = ["Server"]
