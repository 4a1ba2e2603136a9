"""Turns: one caller at a time works on the world, and others hear of it when that is done."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from threading import RLock


class Turn:
    """A lock that a thread may take several times over.

    Before the last of it is given back `closing` is called, once it is given back `over`: with
    nothing locked, so that whoever is told may call again.
    """

    def __init__(self, closing: Callable[[], None], over: Callable[[], None]) -> None:
        self._closing, self._over = closing, over
        self._lock = RLock()
        self._depth = 0

    @property
    def lock(self) -> AbstractContextManager[bool]:
        """The lock alone, for who changes nothing that others hear of."""
        return self._lock

    def __enter__(self) -> None:
        self._lock.acquire()
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        is_last = self._depth == 1
        try:
            if is_last:
                self._closing()
        finally:
            self._depth -= 1
            self._lock.release()
        if is_last:
            self._over()

    @contextmanager
    def interrupted(self) -> Generator[None, None, None]:
        """Let others work on the world while somebody outside is asked something."""
        depth, self._depth = self._depth, 0
        for _ in range(depth):
            self._lock.release()
        try:
            yield
        finally:
            for _ in range(depth):
                self._lock.acquire()
            self._depth = depth
