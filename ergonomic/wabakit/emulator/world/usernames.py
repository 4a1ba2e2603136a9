"""Who has a username, and the code by which others are then refused it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

TAKEN, NOT_ELIGIBLE, ON_FACEBOOK, ON_INSTAGRAM, ON_OTHER_NUMBER = range(147001, 147006)
"""Why a username is refused (public clients; the last also in a username guide)."""

Holder: TypeAlias = Literal["stranger", "facebook_page", "instagram_account"]
"""Somebody outside the emulated accounts."""

HELD_BY: Mapping[Holder, int] = {
    "stranger": TAKEN,
    "facebook_page": ON_FACEBOOK,
    "instagram_account": ON_INSTAGRAM,
}
"""The code that refuses a username, by who holds it."""
