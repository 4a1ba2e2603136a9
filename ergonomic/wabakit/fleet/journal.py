"""How far each number of a fleet came: a file of JSON lines, the last of a number counts."""

import json
import os
import sys
from io import FileIO
from os import PathLike
from pathlib import Path
from typing import Any

import attrs

from wabakit._made.bounds import GraphId
from wabakit.errors import InvalidInputError
from wabakit.onboarding.progress import Progress
from wabakit.onboarding.record import Onboarding

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)  # from where it locks
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


Key = tuple[str, str]
"""Account id and digits."""
_HEAD = {"journal": "wabakit fleet.onboard", "layout": 1}


class Journal:
    """What was kept of onboardings, without any secret; lines are only ever added.

    A process may be killed at any instant: a line that was cut off is taken away, and one is
    written before a number is begun, by which the next process knows that a code may be under way.
    No other process can use the file meanwhile, as two would send two codes.

    Raises:
        InvalidInputError: the file cannot be used, or is something else.
    """

    def __init__(self, path: str | PathLike[str] | None) -> None:
        self._path = path
        self._kept = dict[Key, Onboarding]()
        self._at_work = dict[Key, Progress]()
        self._file: FileIO | None = None
        self._process = os.getpid()
        if path is not None:
            try:
                self._file = Path(path).open("a+b", buffering=0)  # noqa: SIM115 - see `close`
                _lock(self._file.fileno())
                self._read(self._file)
            except (OSError, TypeError, ValueError, KeyError, RecursionError) as error:
                self.close()
                raise self._refused(error) from error

    def since(self, key: Key) -> Onboarding | None:
        """Return how far a number came."""
        return self._kept.get(key)

    def begin(self, key: Key, known: Progress) -> None:
        """Keep that from now on a code may be under way, as long as nothing else is kept."""
        self._at_work[key] = known
        before = self._kept.get(key) or Onboarding(number_id=None, state=None, done=False)
        self._put(key, attrs.evolve(before, code_sent_at=known.session.now()))

    def end(self, key: Key, found: Onboarding | None = None) -> None:
        """Keep how far a number came; if nothing was found at the end, how far that is now."""
        known = self._at_work.pop(key)
        self._put(key, found or known.end(None))

    def close(self) -> None:
        """Keep how far came what did not end, and close the file for another process to use."""
        if self._file is not None:
            with self._file:
                for key in tuple(self._at_work):
                    self.end(key)

    def _put(self, key: Key, found: Onboarding) -> None:
        """Write it; the disk has it when this returns."""
        self._kept[key] = found
        self._write({"account_id": key[0], "phone_number": key[1], "onboarding": found.to_dict()})

    def _read(self, file: FileIO) -> None:
        file.seek(0)
        text = file.read()
        whole = text.rfind(b"\n") + 1
        head, *lines = [json.loads(line) for line in text[:whole].splitlines()] or [None]
        if head != _HEAD and (head is not None or not _line(_HEAD).startswith(text)):
            raise ValueError("it is no journal, or one of a later wabakit")
        file.truncate(whole)
        if head is None:
            self._write(_HEAD)
        for line in lines:
            key = line["account_id"], line["phone_number"]
            self._kept[key] = kept = Onboarding.from_dict(line["onboarding"])
            if kept.number_id is not None:
                GraphId.check(kept.number_id, "number_id")

    def _write(self, line: dict[str, Any]) -> None:
        if self._file is None or os.getpid() != self._process:  # a fork knows what was then
            return
        try:
            left = _line(line)
            while left:
                left = left[self._file.write(left) :]
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> InvalidInputError:
        why = "another process uses it" if isinstance(error, BlockingIOError) else error
        rule = f"the path of a journal of wabakit, or of a new file: {why}"
        return InvalidInputError("journal", self._path, rule)


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode() + b"\n"
