# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The way to a connected number: `onboarding` of openapi/states.yaml, whose header says how to go.

A place is the state of a number in each region. A condition is the states it may be in, by region.
"""

import datetime
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

WaitsFor = Literal["code", "name-review", "person", "registration-window", "signup", "throttle"]
"""What a number may have to wait for."""

Condition = Mapping[str, tuple[str, ...]]


class Reading(NamedTuple):
    """Which states a reading means."""

    shows: Mapping[str, tuple[str | bool, ...]]
    """By field, the values one of which was read."""
    place: Mapping[str, str | None]
    """None where the reading leaves the state open."""


class Step(NamedTuple):
    """What comes next in a place."""

    places: Condition
    given: str = ""
    """What else the caller has to know."""
    call: str = ""
    """operationId."""
    waits_for: WaitsFor | None = None


class Move(NamedTuple):
    """Where a call leads that succeeds."""

    call: str
    given: str
    """What the caller chose to send; empty where it does not matter."""
    places: Condition
    to: Mapping[str, str]


class Refusal(NamedTuple):
    """What a refused step means."""

    call: str
    """operationId; empty for any."""
    errors: frozenset[str]
    """Names from the catalogue."""
    places: Condition
    to: Mapping[str, str] = {}
    """What the number is in truth."""
    waits_for: WaitsFor = "person"
    after: float | None = None
    """The shortest wait in seconds, where the answer tells none."""


class Words(NamedTuple):
    """What a step is called before people."""

    needs: str
    """What the number needs that is to take it."""
    next: str
    """What is to be done."""
    done: str
    """What was done."""


START: Final[Mapping[str, str]] = {
    "life": "absent",
    "code": "none",
    "pin": "none",
    "name": "none",
    "new-name": "none",
}
"""The first state of each region."""

READS: Final = (
    "status",
    "code_verification_status",
    "is_on_biz_app",
    "name_status",
    "new_name_status",
)
"""The fields that tell where a number is."""

READINGS: Final[tuple[Reading, ...]] = (
    Reading(
        shows={
            "status": ("CONNECTED", "FLAGGED", "RATE_LIMITED", "RESTRICTED"),
            "is_on_biz_app": (True,),
        },
        place={"life": "shared"},
    ),
    Reading(shows={"is_on_biz_app": (True,)}, place={"life": None}),
    Reading(
        shows={
            "status": ("CONNECTED", "FLAGGED", "RATE_LIMITED", "RESTRICTED"),
            "code_verification_status": ("EXPIRED",),
        },
        place={"life": "connected-expired"},
    ),
    Reading(
        shows={"status": ("CONNECTED", "FLAGGED", "RATE_LIMITED", "RESTRICTED")},
        place={"life": "connected"},
    ),
    Reading(
        shows={"status": ("DISCONNECTED",), "code_verification_status": ("VERIFIED",)},
        place={"life": "disconnected"},
    ),
    Reading(shows={"status": ("DISCONNECTED",)}, place={"life": "disconnected-expired"}),
    Reading(
        shows={"status": ("PENDING", "UNVERIFIED"), "code_verification_status": ("VERIFIED",)},
        place={"life": "verified"},
    ),
    Reading(
        shows={"status": ("PENDING", "UNVERIFIED"), "code_verification_status": ("EXPIRED",)},
        place={"life": "expired"},
    ),
    Reading(shows={"status": ("PENDING", "UNVERIFIED")}, place={"life": "added"}),
    Reading(shows={}, place={"life": None}),
    Reading(shows={"name_status": ("PENDING_REVIEW",)}, place={"name": "in-review"}),
    Reading(
        shows={"name_status": ("APPROVED", "AVAILABLE_WITHOUT_REVIEW")}, place={"name": "approved"}
    ),
    Reading(shows={"name_status": ("DECLINED",)}, place={"name": "declined"}),
    Reading(shows={"new_name_status": ("PENDING_REVIEW",)}, place={"new-name": "in-review"}),
    Reading(shows={"new_name_status": ("APPROVED",)}, place={"new-name": "approved"}),
    Reading(shows={"new_name_status": ("DECLINED",)}, place={"new-name": "declined"}),
)

GOAL: Final[Condition] = {"life": ("connected", "connected-expired", "shared")}

STEPS: Final[tuple[Step, ...]] = (
    Step(places={"life": ("absent",)}, call="createPhoneNumber"),
    Step(places={"life": ("signup-lapsed",)}, waits_for="signup"),
    Step(
        places={"life": ("added", "expired", "disconnected-expired"), "code": ("none",)},
        call="requestCode",
    ),
    Step(
        places={"life": ("added", "expired", "disconnected-expired"), "code": ("sent",)},
        call="verifyCode",
    ),
    Step(
        places={
            "life": ("verified", "signed-up", "claimed", "disconnected"),
            "name": ("in-review",),
        },
        given="refused-for-name",
        waits_for="name-review",
    ),
    Step(
        places={"life": ("verified", "signed-up", "claimed", "disconnected")},
        call="registerPhoneNumber",
    ),
    Step(
        places={"life": ("connected", "connected-expired"), "new-name": ("approved",)},
        call="registerPhoneNumber",
    ),
)

MOVES: Final[tuple[Move, ...]] = (
    Move(call="createPhoneNumber", given="", places={}, to={"name": "in-review"}),
    Move(call="createPhoneNumber", given="new-number", places={}, to={"life": "added"}),
    Move(call="createPhoneNumber", given="preverified-number", places={}, to={"life": "claimed"}),
    Move(call="requestCode", given="", places={}, to={"code": "sent"}),
    Move(call="verifyCode", given="", places={}, to={"code": "none"}),
    Move(
        call="verifyCode", given="", places={"life": ("added", "expired")}, to={"life": "verified"}
    ),
    Move(
        call="verifyCode",
        given="",
        places={"life": ("connected-expired",)},
        to={"life": "connected"},
    ),
    Move(
        call="verifyCode",
        given="",
        places={"life": ("disconnected-expired",)},
        to={"life": "disconnected"},
    ),
    Move(
        call="registerPhoneNumber",
        given="",
        places={"life": ("verified", "signed-up", "claimed", "disconnected")},
        to={"life": "connected"},
    ),
    Move(call="registerPhoneNumber", given="", places={"pin": ("none",)}, to={"pin": "set"}),
    Move(
        call="registerPhoneNumber",
        given="",
        places={"new-name": ("approved",)},
        to={"name": "approved", "new-name": "none"},
    ),
)

REFUSALS: Final[tuple[Refusal, ...]] = (
    Refusal(
        call="requestCode",
        errors=frozenset(["number-already-verified"]),
        places={},
        to={"life": "verified"},
    ),
    Refusal(
        call="registerPhoneNumber",
        errors=frozenset(["number-not-verified"]),
        places={},
        to={"life": "signup-lapsed"},
    ),
    Refusal(
        call="registerPhoneNumber",
        errors=frozenset(
            [
                "certificate-not-created",
                "certificate-not-created-as-code",
                "display-name-not-approved",
            ]
        ),
        places={"name": ("none", "in-review")},
        waits_for="name-review",
        after=3600.0,
    ),
    Refusal(
        call="verifyCode",
        errors=frozenset(
            [
                "code-incorrect",
                "code-incorrect-as-code",
                "code-verification-failed",
                "signup-code-verification-failed",
            ]
        ),
        places={},
        waits_for="code",
    ),
    Refusal(
        call="",
        errors=frozenset(["pin-guesses-too-fast"]),
        places={},
        waits_for="throttle",
        after=60.0,
    ),
    Refusal(
        call="",
        errors=frozenset(["pin-guesses-exhausted"]),
        places={},
        waits_for="throttle",
        after=43200.0,
    ),
    Refusal(
        call="",
        errors=frozenset(["number-recently-deleted"]),
        places={},
        waits_for="throttle",
        after=300.0,
    ),
    Refusal(
        call="",
        errors=frozenset(
            [
                "code-not-sent",
                "code-not-sent-as-code",
                "code-request-failed",
                "signup-code-request-failed",
            ]
        ),
        places={},
        waits_for="throttle",
        after=3600.0,
    ),
    Refusal(
        call="",
        errors=frozenset(["registration-limit"]),
        places={},
        waits_for="registration-window",
        after=259200.0,
    ),
    Refusal(
        call="",
        errors=frozenset(
            [
                "account-call-limit",
                "account-call-limit-2446079",
                "app-call-limit",
                "app-call-limit-2446079",
                "application-limit",
                "attempt-limit",
                "code-requested-too-often",
                "custom-call-limit",
                "erratic-call-volume",
                "http-too-many-requests",
                "management-call-limit",
                "other-product-call-limit-80014",
                "other-product-call-limits",
                "page-call-limit",
                "pair-limit",
                "spam-limit",
                "template-violation-limit",
                "throughput-limit",
                "too-many-code-requests",
                "user-call-limit",
                "user-call-limit-2446079",
            ]
        ),
        places={},
        waits_for="throttle",
        after=3600.0,
    ),
    Refusal(
        call="",
        errors=frozenset(
            [
                "account-in-maintenance",
                "batch-timed-out",
                "dependency-unavailable",
                "http-request-timeout",
                "http-server-error",
                "number-in-maintenance",
                "registration-server-unavailable",
                "server-error",
                "service-unavailable",
                "something-went-wrong",
                "too-much-data",
            ]
        ),
        places={},
        waits_for="throttle",
        after=60.0,
    ),
)

WORDS: Final[Mapping[str, Words]] = {
    "createPhoneNumber": Words(needs="adding", next="to add", done="added"),
    "requestCode": Words(needs="a code", next="to verify", done="code sent"),
    "verifyCode": Words(needs="its code", next="to verify", done="verified"),
    "registerPhoneNumber": Words(needs="registering", next="to register", done="registered"),
}
"""By operationId, the steps that are calls."""

ADVICE: Final[Mapping[WaitsFor, str]] = {
    "code": "Hand in the code that the number received, within ten minutes.",
    "name-review": "Call again once the display name is no longer under review.",
    "throttle": "Call again later; calls made earlier lengthen the wait.",
    "registration-window": "Leave the number alone until the registrations of 72 hours may be used again.",
    "signup": "The owner has to go through Embedded Signup again, and the number be registered within 14 days of it.",
    "person": "Somebody has to look at the error, or at the number in WhatsApp Manager, before it goes on.",
}
"""What can be done meanwhile."""

MOVING: Final = "A number moves only if it is registered where it is, its owner has turned two-step verification off there and its display name is approved with no other one asked for; if both accounts are approved and their businesses verified, and this one has a payment method and a subscribed app; and neither a test number does nor one in use with the app."
"""What has to be so where a number is moved from another account."""

LAPSES: Final[Mapping[str, datetime.timedelta]] = {
    "code-lapsed": datetime.timedelta(seconds=600),
    "signup-window-closed": datetime.timedelta(days=14),
    "claim-lapsed": datetime.timedelta(days=90),
    "proof-aged": datetime.timedelta(days=28),
    "name-window-closed": datetime.timedelta(days=14),
}
"""By event, how long it takes time to bring it about."""

POOL_LAPSES: Final[Mapping[str, datetime.timedelta]] = {
    "code-lapsed": datetime.timedelta(seconds=600),
    "never-verified": datetime.timedelta(days=90),
    "proof-half-over": datetime.timedelta(days=45),
    "proof-ended": datetime.timedelta(days=45),
}
"""The same for a number in a pool."""
