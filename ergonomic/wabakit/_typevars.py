"""What stands for any type."""

from typing import TypeVar

T = TypeVar("T")
V = TypeVar("V")
T_co = TypeVar("T_co", covariant=True)
