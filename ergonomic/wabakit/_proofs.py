"""What proves a write whose outcome is uncertain, by what is read of the state afterwards.

What is seen has to agree with what was sent, and must not have been known before the write: another
client, a person in WhatsApp Manager or an earlier call may have brought it about as well. Where
more or less than that is proof, the contract says so (`x-settle`).
"""

from typing import Any

import attrs

from wabakit._json import JsonObject
from wabakit._made.effects import FACTS, SETTLING, Settling
from wabakit._memory import Facts, sent
from wabakit._wire import Call

_DONE: JsonObject = {"success": True}
_UNDESCRIBED = Settling("Look for its effect before sending it again.")
"""How the outcome of a call is found out of which the contract knows nothing."""


@attrs.frozen(eq=False, repr=False)
class Finding:
    """What reading the state told about a write."""

    took_effect: bool | None = None
    """None: the state does not tell."""
    seen: str | None = None
    """The state, in words; None when it could not be read."""
    answer: JsonObject = attrs.field(factory=JsonObject)
    """What the write would have been answered."""


def settling_of(call: Call[Any]) -> Settling:
    """Return how the outcome of a write is found out."""
    return next((SETTLING[name] for name in call.names if name in SETTLING), _UNDESCRIBED)


def judge(call: Call[Any], rule: Settling, seen: JsonObject, before: Facts) -> Finding:
    """Judge a write by what was read after it, and by what was known before it."""
    if not rule.read:
        return Finding()
    if rule.new:
        return _judge_new(call, rule, seen, before)
    if rule.gone:
        took_effect = False if seen else True if "id" in before else None
        return Finding(took_effect, "it is there" if seen else "it is not there", _DONE)
    if rule.listed or rule.unlisted:
        has = "has it" if seen else "does not have it"
        return Finding(bool(seen) == bool(rule.listed), f"{rule.read} {has}", _DONE)
    said = [_said(rule, seen, name) for name in {**rule.done, **rule.undone}]
    shown = {} if rule.place is None else {rule.place: seen}
    answer = seen if rule.place == "" else {**_DONE, **shown}
    return Finding(_took_effect(call, rule, seen, before), ", ".join(said), answer)


def _judge_new(call: Call[Any], rule: Settling, seen: JsonObject, before: Facts) -> Finding:
    """Judge whether a number of a list is the added one: what it shows, and being new, tell."""
    if not seen:
        return Finding(None, f"{rule.read} does not have the number")
    ((name, (wanted,)),) = rule.done.items()
    shown, known = _text(seen, name), rule.new in before
    said = f"number {seen['id']} with {name} {shown!r}" + ", as before" * known
    is_added = shown == sent(call, wanted) and not known
    return Finding(is_added or None, said, {"id": seen["id"]})


def _took_effect(call: Call[Any], rule: Settling, seen: JsonObject, before: Facts) -> bool | None:
    """Judge as the contract says (README of the contract, "After an unclear outcome")."""

    def form(value: str | None) -> str | None:
        return value.lower() if value and rule.ignore_case else value

    def known(name: str) -> tuple[str | None, str | None]:
        return form(_text(seen, name)), form(before.get(name))

    for name, values in rule.done.items():
        now, was = known(name)
        wanted = [form(sent(call, value)) for value in values]
        if now in wanted:
            return True if rule.regardless or was not in (None, *wanted) else None

    def is_untouched(name: str) -> bool:
        (now, was), idle = known(name), rule.undone.get(name, ())
        if rule.regardless or was is None:
            return not idle or now in idle
        return now == was and now in (*idle, *rule.unchanged.get(name, (now,)))

    return False if all(map(is_untouched, rule.undone or rule.done)) else None


def _text(seen: JsonObject, name: str) -> str:
    return str(seen.get(name) or "")


def _said(rule: Settling, seen: JsonObject, name: str) -> str:
    nothing = "absent" if FACTS.get(rule.read, {}).get(name, True) else "unknown"
    return f"{name} {_text(seen, name) or nothing}"
