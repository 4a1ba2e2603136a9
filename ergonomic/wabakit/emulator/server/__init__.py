"""The emulator on a real port, for other languages and for the page; needs the extra `emulator`."""

try:
    from .serving import Server
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        f"The emulator's server needs {_error.name}: pip install 'wabakit[emulator]'",
        name=_error.name,
    ) from _error

__all__ = ["Server"]
