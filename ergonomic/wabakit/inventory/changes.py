"""What changed between two runs, and what the contract calls it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import attrs

from wabakit._made.inventory import ADVICE, ORDERS, TOPICS, VERDICTS, Kind
from wabakit._telephone import one_form
from wabakit.inventory.kept import ACCOUNTS, Values, members
from wabakit.inventory.records import Change, Run
from wabakit.inventory.store import Past

SHOWN = "display_phone_number"


def changes(
    pasts: Iterable[Past], since: int, until: int, runs: Mapping[int, Run]
) -> tuple[Change, ...]:
    """Return what is other as of a run than it was as of another one, by number."""
    found = [change for past in pasts for change in _of_number(past, since, until, runs)]
    return tuple(_with_moves(found))


def advice_on(name: str, value: object) -> str:
    """Return what to do where a value is found, as far as the contract says."""
    member = members().get(name)
    word = value if isinstance(value, str) else json.dumps(value)
    return ADVICE.get(member.said, {}).get(word, "") if member else ""


def _of_number(past: Past, since: int, until: int, runs: Mapping[int, Run]) -> Iterator[Change]:
    later = past.since(since)
    before, after = (past.until(run) for run in (since, until)) if later else ({}, {})
    was, listed = (frozenset[str](values.get(ACCOUNTS, ())) for values in (before, after))
    base = Change(
        kind="field",
        number_id=past.number_id,
        display_phone_number=after.get(SHOWN, ""),
        account_id=min(listed or was, default=""),
        field=ACCOUNTS,
        before=before.get(ACCOUNTS, []),
        after=after.get(ACCOUNTS, []),
        at=runs[until].at,
        run_id=until,
    )
    for name, run in sorted(later.items(), key=_place):
        here = attrs.evolve(base, at=runs[run].at, run_id=run)
        if name == ACCOUNTS and was != listed:
            yield attrs.evolve(here, kind=_of_listing(was, listed))
        elif was and listed and name in before and before[name] != after[name]:
            yield _of_value(here, name, before, after)


def _place(item: tuple[str, int]) -> tuple[int, str]:
    """Return where a value comes: that of the accounts first, then as in the contract."""
    name, _ = item
    known = [ACCOUNTS, *members()]
    return (known.index(name) if name in known else len(known), name)


def _of_listing(was: frozenset[str], listed: frozenset[str]) -> Kind:
    if not was or not listed:
        return "new" if listed else "gone"
    return "moved" if was - listed else "shared"


def _of_value(base: Change, name: str, before: Values, after: Values) -> Change:
    old, new = before[name], after[name]
    advice = advice_on(name, new)
    kind = _kind(name, old, new)
    return attrs.evolve(base, kind=kind, field=name, before=old, after=new, advice=advice)


def _kind(name: str, old: Any, new: Any) -> Kind:
    member = members().get(name)
    topic = TOPICS.get(member.said, "field") if member else "field"
    if member is None or not (isinstance(new, str) and isinstance(old, str | None)):
        return cast(Kind, topic)
    if verdict := VERDICTS.get(member.said, {}).get(new):
        return cast(Kind, f"{topic}-{verdict}")
    order = ORDERS.get(getattr(member.type, "__name__", ""), ())
    if old in order and new in order and topic != "field":
        return cast(Kind, f"{topic}-{'rose' if order.index(new) > order.index(old) else 'fell'}")
    return cast(Kind, topic)


def _with_moves(found: list[Change]) -> Iterator[Change]:
    """Make one change of a telephone number that went and came back under another id.

    So it does where it moves to another account: the number there is a new one to Graph.
    """
    gone, came = (
        {one_form(c.display_phone_number): c.number_id for c in found if c.kind == kind}
        for kind in ("gone", "new")
    )
    both = gone.keys() & came.keys() - {""}
    for change in found:
        form, id_ = one_form(change.display_phone_number), change.number_id
        if change.kind == "new" and form in both and came[form] == id_:
            yield attrs.evolve(change, kind="moved", field="id", before=gone[form], after=id_)
        elif change.kind != "gone" or form not in both or gone[form] != id_:
            yield change
