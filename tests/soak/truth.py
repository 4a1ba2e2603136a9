"""What a call reported, against what it did."""

import pickle
import re
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import wabakit
from tests.soak.trip import Trip
from wabakit.emulator import Account, Emulator
from wabakit.emulator.world.businesses import PreverifiedNumber

Outcome = Literal["done", "not done", "unknown", "cut"]

STATE = """
    status code_verification_status pin verified_name new_display_name new_name_status username
    oba_status settings conversational_automation search_visibility webhook_configuration
    synced
""".split()


def state_of(emulator: Emulator, account: Account, pool: Iterable[PreverifiedNumber]) -> str:
    """Return everything that a call could change, the number of sent codes included."""
    states = {number.id: [getattr(number, name) for name in STATE] for number in account.numbers}
    kept = [(n.id, n.code_verification_status, [p.id for p in n.partners]) for n in pool]
    told = emulator.world.subscriptions
    return repr((states, kept, told.of_account(account.id), told.apps, len(emulator.outbox)))


def outcome_of(error: wabakit.WabakitError) -> Outcome:
    """Return what an error of a write reports; one that reports nothing fails."""
    if isinstance(error, wabakit.OutcomeUnknownError):
        return "unknown"
    if isinstance(error, wabakit.GraphError):
        return "unknown" if error.outcome == "unknown" else "not done"
    if isinstance(error, wabakit.InvalidInputError):
        return "not done"
    said_nothing_left = isinstance(error, wabakit.ConnectionFailedError) and error.sent == "no"
    assert said_nothing_left, f"a write reported neither outcome: {error!r}"
    return "not done"


def check_silence(error: BaseException, secrets: Iterable[str]) -> None:
    """Search everything that a program would show of an error, and its pickle."""
    pickled = pickle.dumps(error)
    assert str(pickle.loads(pickled)) == str(error)
    shown = [str(error), repr(error), repr(vars(error)), *traceback.format_exception(error)]
    text = "\n".join(shown) + pickled.decode("latin-1")
    for secret in secrets:
        # Six digits may stand inside a longer number by chance.
        found = secret in text and re.search(rf"(?<![0-9]){re.escape(secret)}(?![0-9])", text)
        assert not found, f"a secret is shown by {type(error).__name__}"


MOST_SENDS: dict[str, Callable[[int], int]] = {
    "never": lambda _: 1,
    "settle-first": lambda _: 2,
    "safe": lambda attempts: attempts,
}
"""How often a write may be sent so that it may have arrived, by `x-repeat` and attempts."""


def check_sends(sends: Sequence[Trip], repeat: str, attempts: int) -> None:
    """Hold what was sent against what the contract lets be repeated."""
    may_have_arrived = sum(trip.may_have_arrived for trip in sends)
    assert may_have_arrived <= MOST_SENDS[repeat](attempts), f"sent {may_have_arrived} times"
    assert len(sends) <= attempts + 1, f"{len(sends)} sends for {attempts} attempts"
    bodies = [{**trip.body, "appsecret_proof": None} for trip in sends]
    assert all(body == bodies[0] for body in bodies), "what was sent again was something else"
    converges = sends[:1] and sends[0].edge == "register"
    if repeat == "settle-first" and not converges:
        effects = sum(trip.took_effect for trip in sends)
        assert effects <= 1, "it took effect, and was sent again"


DONE_WHOEVER_DID_IT = (
    *("verify_code", "share_preverified_numbers"),
    *("phone_numbers", "add_phone_numbers"),
)
"""A call is for a state; and a number like the one that was sent is taken for the added one."""


def check_done(what: str, sends: Sequence[Trip]) -> None:
    """Hold a report that a call did something against what its requests did.

    Nobody else did anything that could be taken for it.
    """
    did = what in DONE_WHOEVER_DID_IT or any(trip.took_effect for trip in sends)
    assert did, f"{what} was reported done, which another call did"
