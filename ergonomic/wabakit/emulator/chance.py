"""Everything random, drawn from one seed."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter


class Chance:
    """Draw repeatable values: the n-th draw for a purpose depends on seed, purpose and n only."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._drawn: Counter[str] = Counter()

    def digits(self, purpose: str, length: int) -> str:
        """Draw text of `length` digits; zeros may lead."""
        return str(int.from_bytes(self._draw(purpose)) % 10**length).zfill(length)

    def text(self, purpose: str, length: int) -> str:
        """Draw up to 43 letters, digits, dashes and underscores."""
        return base64.urlsafe_b64encode(self._draw(purpose)).decode("ascii")[:length]

    def _draw(self, purpose: str) -> bytes:
        self._drawn[purpose] += 1
        return hashlib.sha256(f"{self._seed}/{purpose}/{self._drawn[purpose]}".encode()).digest()
