"""Everything random, drawn from one seed."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter


class Chance:
    """Draw repeatable values: the n-th draw for a purpose depends on seed, purpose and n only."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.drawn: Counter[str] = Counter()
        """How often was drawn, by purpose."""

    def digits(self, purpose: str, length: int) -> str:
        """Draw text of `length` digits; zeros may lead."""
        return str(int.from_bytes(self._draw(purpose)) % 10**length).zfill(length)

    def text(self, purpose: str, length: int) -> str:
        """Draw up to 43 letters, digits, dashes and underscores."""
        return base64.urlsafe_b64encode(self._draw(purpose)).decode("ascii")[:length]

    def share(self, purpose: str) -> float:
        """Draw a number from 0 up to, and without, 1."""
        return int(self.digits(purpose, 9)) / 1e9

    def _draw(self, purpose: str) -> bytes:
        self.drawn[purpose] += 1
        return hashlib.sha256(f"{self.seed}/{purpose}/{self.drawn[purpose]}".encode()).digest()
