"""How far each number of a fleet came: a file of JSON lines, the last of a number counts."""

import json
import os
from datetime import datetime
from os import PathLike
from typing import Any, BinaryIO

import attrs

from wabakit.errors import InvalidInputError
from wabakit.onboarding.record import Onboarding

Key = tuple[str, str]
"""Account id and digits."""
_HEAD = {"journal": "wabakit fleet.onboard", "layout": 1}


class Journal:
    """What was kept of onboardings, without any secret; lines are only ever added.

    A process may be killed at any instant: a line that was cut off is taken away, and one is
    written before a number is begun, by which the next process knows that a code may be under way.

    Raises:
        InvalidInputError: the file cannot be used, or is something else.
    """

    def __init__(self, path: str | PathLike[str] | None) -> None:
        self._path = path
        self._kept = dict[Key, Onboarding]()
        self._file: BinaryIO | None = None
        if path is not None:
            try:
                self._file = open(path, "a+b")  # noqa: PTH123, SIM115 - closed by `close`
                self._read(self._file)
            except (OSError, TypeError, ValueError) as error:
                self.close()
                raise self._refused(error) from error

    def since(self, key: Key) -> Onboarding | None:
        """Return how far a number came."""
        return self._kept.get(key)

    def begin(self, key: Key, now: datetime) -> None:
        """Keep that from now on a code may be under way."""
        known = self._kept.get(key) or Onboarding(number_id=None, state=None, done=False)
        self.end(key, attrs.evolve(known, code_sent_at=now))

    def end(self, key: Key, found: Onboarding) -> None:
        """Keep how far a number came; the disk has it when this returns."""
        self._kept[key] = found
        account_id, digits = key
        onboarding = found.to_dict()
        self._write({"account_id": account_id, "phone_number": digits, "onboarding": onboarding})

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _read(self, file: BinaryIO) -> None:
        file.seek(0)
        text = file.read()
        whole = text.rfind(b"\n") + 1
        head, *lines = [json.loads(line) for line in text[:whole].splitlines()] or [None]
        if head is None and _line(_HEAD).startswith(text):
            file.truncate(0)
            self._write(_HEAD)
        elif head != _HEAD:
            raise ValueError("it is no journal, or one of a later wabakit")
        else:
            file.truncate(whole)
        for line in lines:
            key = line["account_id"], line["phone_number"]
            self._kept[key] = Onboarding.from_dict(line["onboarding"])

    def _write(self, line: dict[str, Any]) -> None:
        if self._file is None:
            return
        try:
            self._file.write(_line(line))
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> InvalidInputError:
        rule = f"the path of a journal of wabakit, or of a new file: {error}"
        return InvalidInputError("journal", self._path, rule)


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode() + b"\n"
