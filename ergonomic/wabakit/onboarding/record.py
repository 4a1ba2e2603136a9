"""How far a number has come, as a value that can be kept."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import attrs
from attrs.converters import optional

from wabakit._exception import Kept, WabakitError, to_moment
from wabakit._made.chart import WaitsFor


def _to_error(value: WabakitError | Mapping[str, Any]) -> WabakitError:
    return value if isinstance(value, WabakitError) else WabakitError.from_dict(value)


def _to_steps(values: Any) -> "tuple[OnboardingStep, ...]":
    return tuple(
        value if isinstance(value, OnboardingStep) else OnboardingStep(**value) for value in values
    )


def _text(error: WabakitError | None) -> str:
    return "" if error is None else json.dumps(error.to_dict(), sort_keys=True)


@attrs.frozen
class OnboardingStep:
    """A call that was made for a number."""

    call: str
    """operationId in the contract."""
    outcome: str
    """`done`, `unknown`, `not-sent`, or the name that the catalogue gives the refusal."""
    at: datetime = attrs.field(converter=to_moment)
    """When it ended."""


@attrs.frozen(kw_only=True)
class Onboarding(Kept):
    """How far a number has come; nothing secret is in it."""

    number_id: str | None
    """The number's Graph id; None before the account has it."""
    state: str | None
    """Where it is in `life` of openapi/states.yaml; None where what Graph says leaves it open."""
    done: bool
    """Whether it is connected, and nothing is left to be done."""
    waits_for: WaitsFor | None = None
    """What has to happen outside; None where it is done, or where calling again is all."""
    retry_at: datetime | None = attrs.field(default=None, converter=optional(to_moment))
    """When calling again may help; earlier does no harm. None where time decides nothing."""
    advice: str = ""
    """What to do next; empty where it is done."""
    steps: tuple[OnboardingStep, ...] = attrs.field(default=(), converter=_to_steps)
    """The calls that this onboarding made, those that only read apart."""
    error: WabakitError | None = attrs.field(
        default=None, converter=optional(_to_error), eq=_text, repr=str
    )
    """What ended it before its goal, if it is not the mere lack of something."""
    code_sent_at: datetime | None = attrs.field(default=None, converter=optional(to_moment))
    """When a code was sent, or may have been, that was not handed in."""


Onboarding.__module__ = OnboardingStep.__module__ = "wabakit"  # where a user has them from
