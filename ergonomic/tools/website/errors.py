"""A page for each error that Graph answers, made from the catalogue and a number's states."""

import re
from collections.abc import Iterator
from typing import Any

from ergonomic.tools.error_tables import exception
from openapi.tools.vocabulary import operations

REPEAT = {
    "yes": "The same call may be sent again, after a pause that grows.",
    "after-wait": "The same call may be sent again once the wait is over.",
    "after-fix": "Not before something was put right, as said above.",
    "never": "Never: the same call cannot succeed.",
}
OUTCOME = {
    "not-done": "A write that is answered so has changed nothing.",
    "unknown": "A write that is answered so may have taken effect: look before you repeat it.",
}
FAULT = {
    "caller": "the request",
    "app": "the app, its set-up or its token",
    "account": "the account, the number or the business",
    "meta": "Meta",
    "quota": "a quota",
    "unknown": "not known",
}
CONFIDENCE = {
    "high": "high: recorded, or Meta and independent code agree",
    "medium": "medium: one good source",
    "low": "low: a single claim, or an inference",
}
ANYWHERE = {
    "authentication",
    "permission-denied",
    "rate-limit",
    "unavailable",
    "not-found",
    "other",
    "policy",
    "invalid-request",
}
"""Classes of errors that have to do with no call in particular."""


def pages(
    contract: dict[str, Any], catalogue: dict[str, Any], chart: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield name and text of a page for each code, and for each of its subcodes."""
    entries = catalogue["errors"]
    for entry in entries:
        lines = [*_told(contract, entry, chart)]
        family = [other for other in entries if other["code"] == entry["code"] and other != entry]
        lines += _family(entry, family)
        yield f"errors/{entry['code']}/{entry.get('subcode', 'index')}.md", "\n".join(lines) + "\n"


def _number(entry: dict[str, Any]) -> str:
    return f"{entry['code']}/{entry['subcode']}" if "subcode" in entry else str(entry["code"])


def _told(contract: dict[str, Any], entry: dict[str, Any], chart: dict[str, Any]) -> Iterator[str]:
    yield from (f"[Errors](../../errors.md) / {exception(entry)}", "{: .where }", "")
    yield from (f"# {_number(entry)} {entry['name']}", "", _flat(entry["meaning"]), "")
    yield from ('!!! tip "What to do"', f"    {_flat(entry['advice'])}", "")
    yield from ("## May the call be repeated?", "", REPEAT[entry["repeat"]], "")
    if "wait" in entry or "wait_note" in entry:
        long = entry["wait_note"] if "wait_note" in entry else f"{_span(entry['wait'])}."
        yield from (f"**How long:** {_flat(long)}", "")
    yield from (OUTCOME[entry["outcome"]], "")
    yield from (*_where(contract, entry, chart), *_cases(entry))
    yield from ("## In short", "", "| | |", "|---|---|")
    raised = exception(entry)
    link = f"[`wabakit.{raised}`](../../reference/errors.md#wabakit.{raised})"
    yield f"| in Python | {link}, with `error.name == '{entry['name']}'` |"
    yield f"| code, subcode | {entry['code']}, {entry.get('subcode', 'any')} |"
    if "status" in entry:
        yield f"| HTTP status | {', '.join(map(str, entry['status']))}, which decides nothing |"
    yield f"| whose fault | {FAULT[entry['fault']]} |"
    yield f"| how sure | {CONFIDENCE[entry['confidence']]} |"
    yield f"| source | {_flat(entry['source'])} |"
    if "note" in entry:
        yield from ("", '!!! note "Beware"', f"    {_flat(entry['note'])}")


def _where(contract: dict[str, Any], entry: dict[str, Any], chart: dict[str, Any]) -> Iterator[str]:
    """Yield which calls are known to be refused so, and in which states of a number."""
    yield from ("## Which calls", "")
    rows: dict[str, list[str]] = {}
    for call, when in (*_in_states(entry, chart), *_in_words(contract, entry)):
        rows.setdefault(call, []).extend([when] if when else [])
    if rows:
        yield from ("| call | when |", "|---|---|")
        yield from (f"| `{call}` | {'; or '.join(when)} |" for call, when in rows.items())
        yield ""
    known = "These are known; others may be answered so, too."
    if not rows:
        anywhere = entry["class"] in ANYWHERE
        known = "Any call may be answered so." if anywhere else "No source says which."
    yield from (f"{known} Which method makes which call: [Calls](../../calls.md).", "")


def _in_states(entry: dict[str, Any], chart: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the calls that the states of a number say it of, and when."""
    for call in chart["calls"]:
        for row in call.get("refused", []):
            if row["error"] == entry["name"]:
                inside = row.get("in", {}).items()
                states = [_state(region, names) for region, names in inside]
                given = [f"with {row['given']}"] if "given" in row else []
                yield call["call"], ", ".join([*states, *given])
    for limit in chart["limits"]:
        if limit["error"] == entry["name"]:
            often = f"{limit['allowed']} {limit['counts']} in {_span(limit['window'])}"
            yield limit["call"], f"beyond {often} for one number"
    for refusal in chart["onboarding"]["refusals"]:
        if entry["name"] in refusal.get("error", []) and "call" in refusal:
            yield refusal["call"], ""


def _state(region: str, names: list[str]) -> str:
    words = " or ".join(f"`{name}`" for name in names)
    return f"in the state {words}" if region == "life" else f"while its {region} is {words}"


def _in_words(contract: dict[str, Any], entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the calls whose description names the code, or that are told apart by it."""
    code = str(entry.get("subcode", entry["code"]))
    for name, call in operations(contract):
        apart = any(name == other.partition("!")[0] for other in entry.get("at-operation", {}))
        if apart or (len(code) > 3 and code in re.findall(r"\d+", call["description"])):
            yield name, "as is said below" if apart else ""


def _cases(entry: dict[str, Any]) -> Iterator[str]:
    """Yield what is otherwise at an HTTP status or for a call: those of one text together."""
    told: dict[str, list[str]] = {}
    for status, said in entry.get("at-status", {}).items():
        told.setdefault(_differing(entry, said), []).append(f"With HTTP {status}")
    for call, said in entry.get("at-operation", {}).items():
        when = f"`{call.replace('!', '` with `')}`"
        told.setdefault(_differing(entry, said), []).append(f"For {when}")
    for text, cases in told.items():
        yield from (f"## {cases[0]}{_and(cases[1:])}", "", text, "")


def _and(cases: list[str]) -> str:
    """Return the other calls of a title, the last behind `and`."""
    calls = [case.removeprefix("For ") for case in cases]
    return "".join(f", {call}" for call in calls[:-1]) + "".join(f" and {x}" for x in calls[-1:])


def _differing(entry: dict[str, Any], said: dict[str, Any]) -> str:
    """Return what a case says, and of what it has in common with the others nothing again."""
    found = {**entry, **said}
    other = {name for name in found if found[name] != entry.get(name)}
    named = f"**{found['name']}**, `wabakit.{exception(found)}`." if "name" in other else ""
    texts = [_flat(found[name]) for name in ("meaning", "advice") if name in other]
    rules = [
        words[found[name]]
        for name, words in (("repeat", REPEAT), ("outcome", OUTCOME))
        if name in other
    ]
    return "\n\n".join(filter(None, [named, *texts, " ".join(rules)]))


def _family(entry: dict[str, Any], family: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the other errors of the same code: of a code whole sections, of a subcode a table."""
    if not family:
        return
    if "subcode" not in entry:
        yield from ("", "## With a subcode")
        for other in family:
            number = other["subcode"]
            yield from ("", f"### {_number(other)} {other['name']} {{: #{number} }}", "")
            yield f"{_flat(other['meaning'])} {_flat(other['advice'])} [More]({number}.md)"
        return
    yield from ("", f"## Others of code {entry['code']}", "")
    yield from ("| code | name | meaning |", "|---|---|---|")
    for other in family:
        link = f"[{_number(other)}]({other.get('subcode', 'index')}.md)"
        yield f"| {link} | {other['name']} | {_flat(other['meaning'])} |"


def _flat(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _span(duration: str) -> str:
    """Return an ISO 8601 duration as people say it."""
    ((amount, unit),) = re.findall(r"(\d+)([SMHD])", duration)
    word = {"S": "second", "M": "minute", "H": "hour", "D": "day"}[unit]
    return f"{amount} {word}{'' if amount == '1' else 's'}"
