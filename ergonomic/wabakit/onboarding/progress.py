"""What is known of a number while it is onboarded."""

from datetime import datetime, timedelta
from typing import Any

import attrs

from wabakit._made.bounds import GraphId
from wabakit._made.chart import ADVICE, LAPSES, MOVING, START, WaitsFor
from wabakit._notices import tell_step
from wabakit._session import Session
from wabakit.errors import GraphError, OutcomeUnknownError, WabakitError
from wabakit.onboarding.record import Onboarding, OnboardingStep
from wabakit.onboarding.wanted import Wanted
from wabakit.onboarding.way import Place, is_goal, next_step, usual_wait

_LOOK_AGAIN = "Call again: what Graph shows then decides what is left to be done."
_OF_CODES = {"requestCode", "verifyCode"}


@attrs.define(eq=False, repr=False)
class Progress:
    """What is wanted for a number, where it is, and what was done for it, at any moment."""

    session: Session
    wanted: Wanted
    number_id: str | None = None
    """None before the account has it, or is known to have it."""
    place: Place | None = None
    """None where it has to be read."""
    is_believed: bool = False
    """Whether the place is where a step has to have led, and was not read."""
    refused: set[str] = attrs.field(factory=set[str])
    """The calls that were refused since one succeeded."""
    steps: list[OnboardingStep] = attrs.field(factory=list[OnboardingStep])
    error: WabakitError | None = None
    """The failure that was gone on from."""
    is_subscribed: bool = False
    code: Any = None
    """The code, once somebody gave it and until it is handed in."""
    sent_at: datetime | None = None
    """When a code was sent, as far as this onboarding and the one before know."""

    def __attrs_post_init__(self) -> None:
        since = self.wanted.since
        if since and since.number_id is not None:  # which was kept by somebody
            GraphId.check(since.number_id, "since")
        self.number_id = self.wanted.number_id or (since.number_id if since else None)
        self.sent_at = since.code_sent_at if since else None
        self.is_subscribed = not self.wanted.subscribe

    @property
    def id(self) -> str:
        """The number's id, where there is one."""
        return self.number_id or ""

    @property
    def here(self) -> Place:
        """The place, once it is known."""
        return START if self.place is None else self.place

    @property
    def given(self) -> set[str]:
        """What decides besides the place."""
        waited_for = self.wanted.since and self.wanted.since.waits_for
        return {"refused-for-name"} if waited_for == "name-review" else set()

    def note(self, call: str, outcome: str) -> None:
        """Keep what came of a call, and tell it."""
        self.steps.append(OnboardingStep(call, outcome, self.session.now()))
        tell_step(self.session, self.id, self.wanted.waba_id, call, outcome)

    def was_made(self, call: str) -> bool:
        """Tell whether a call took effect here, or may have."""
        ends = {step.outcome for step in self.steps if step.call == call}
        return not ends.isdisjoint({"done", "unknown"})

    def code_asked_at(self) -> datetime | None:
        """Return when a code was asked for last, here, before or by others of the same memory."""
        memory, now = self.session.memory, self.session.now()
        known = None if self.number_id is None else memory.code_asked_at(self.number_id, now)
        return max((at for at in (known, self.sent_at) if at is not None), default=None)

    def is_code_alive(self) -> bool:
        """Tell whether a code is known to be under way, be it by a clock that is a little ahead."""
        asked = self.code_asked_at()
        return asked is not None and abs(self.session.now() - asked) < LAPSES["code-lapsed"]

    def may_be_given(self) -> bool:
        """Tell whether the caller may have a code, who has none of a new number or after its life.

        A text is believed even then, an inbox would give the old one.
        """
        if self.here["code"] == "sent":
            return True
        lapsed = self.code_asked_at() is not None and callable(self.wanted.code)
        return not lapsed and not self.was_made("createPhoneNumber")

    def end(
        self,
        waits_for: WaitsFor | None,
        error: WabakitError | None = None,
        wait: float | None = None,
        advice: str = "",
    ) -> Onboarding:
        """Say how far the number came; it need not have come to an end."""
        if error is not None:
            error.__traceback__ = None  # which would hold on to all that it passed through
        now, step = self.session.now(), next_step(self.here, self.given)
        may_need_code = self.place is None or (step is not None and step.call in _OF_CODES)
        if waits_for is not None:
            refusal = error if isinstance(error, GraphError) else None
            told, said = (refusal.retry_after, refusal.advice) if refusal else (None, "")
            wait = told.total_seconds() if told else wait or usual_wait(waits_for)
            advice = advice or said or ADVICE[waits_for]
            if error is not None and self.wanted.moves and waits_for in {"person", "code"}:
                advice = f"{advice} {MOVING}"
        elif error is not None:
            check = error.check if isinstance(error, OutcomeUnknownError) else ""
            advice = f"{check} {_LOOK_AGAIN}".strip()
        return Onboarding(
            number_id=self.number_id,
            state=None if self.place is None else self.place["life"],
            done=waits_for is None and error is None and self.is_subscribed and is_goal(self.here),
            waits_for=waits_for,
            retry_at=None if wait is None else now + timedelta(seconds=wait),
            advice=advice,
            steps=tuple(self.steps),
            error=error or self.error,
            code_sent_at=self.code_asked_at() if may_need_code else None,
        )
