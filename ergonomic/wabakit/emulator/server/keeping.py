"""The file that keeps a state between runs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event, Thread
from typing import Any, Self

from .console import tell

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_OWNER_ONLY = 0o600
_BETWEEN_SAVES = 1.0


class NotSavedError(Exception):
    """A state could not be written; the text says why."""


class StateFile:
    """A file for the state of one emulator at a time, which only its owner can read.

    It is locked from here to the end of the process, by a file beside it (ValueError).
    """

    def __init__(self, path: Path) -> None:
        self.path: Path = Path(
            os.path.realpath(path)
        )  # What a link points at is replaced, not the link.
        if self.path.is_dir():
            raise ValueError("it is a folder; name a file")
        if not self.path.parent.is_dir():
            raise ValueError(f"there is no folder {self.path.parent}; make it first")
        try:
            beside = self.path.with_name(f"{self.path.name}.lock")
            self._lock_file = os.open(beside, os.O_RDWR | os.O_CREAT, _OWNER_ONLY)
        except OSError as error:
            raise ValueError(f"nothing can be written beside it: {error.strerror}") from error
        try:
            _lock(self._lock_file)
        except OSError as error:
            raise ValueError("another emulator uses it; stop that one, or name another") from error

    def write(self, state: Mapping[str, Any]) -> None:
        """Replace the file as a whole, so that nobody finds half of it (NotSavedError)."""
        try:
            self._write(json.dumps(state, indent=1) + "\n")
        except OSError as error:
            raise NotSavedError(error.strerror) from error

    def _write(self, text: str) -> None:
        half = self.path.with_name(f"{self.path.name}.new")
        half.unlink(missing_ok=True)
        created = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(created, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(created)
        half.replace(self.path)

    def close(self) -> None:
        """Let others have the file."""
        os.close(self._lock_file)


class Keeper:
    """Saves a state at once, soon after each change, and at the end, however that comes.

    `read` gives the state. What cannot be saved along the way is told; at the start and in the end
    it is NotSavedError.
    """

    def __init__(
        self,
        file: StateFile,
        read: Callable[[], Mapping[str, Any]],
        between: float = _BETWEEN_SAVES,
    ) -> None:
        self._file, self._read, self._between = file, read, between
        self._has_changed, self._is_over = Event(), Event()
        self._thread = Thread(target=self._follow, name="keeper", daemon=True)

    def changed(self) -> None:
        """Have the state saved soon."""
        self._has_changed.set()

    def __enter__(self) -> Self:
        self._file.write(self._read())
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._has_changed.set()
        self._thread.join()
        self._file.write(self._read())
        self._file.close()

    def _follow(self) -> None:
        while not self._is_over.wait(self._between):
            self._has_changed.wait()
            self._has_changed.clear()
            try:
                self._file.write(self._read())
            except NotSavedError as error:
                tell(f"{self._file.path}: not saved: {error}")
