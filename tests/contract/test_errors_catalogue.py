"""The error catalogue: its format, and the facts that clients rely on."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.contract.catalogue import (
    BY_KEY,
    BY_STATUS,
    CATALOGUE,
    ERRORS,
    GENERIC,
    PLACES,
    RANGES,
    STATUSES,
    VARIANTS,
    Entry,
    resolve,
)

EVERY: list[Entry] = [*ERRORS, *VARIANTS, *RANGES, *STATUSES, GENERIC]

ALLOWED = {
    "class": {
        *("authentication", "permission-denied", "not-found", "invalid-request", "already-exists"),
        *("rate-limit", "registration-limit", "verification", "registration", "policy"),
        *("unavailable", "other"),
    },
    "fault": {"caller", "app", "account", "meta", "quota", "unknown"},
    "repeat": {"yes", "after-wait", "after-fix", "never"},
    "outcome": {"not-done", "unknown"},
    "confidence": {"high", "medium", "low"},
}
SENTENCES = {"meaning", "advice", "source"}
REQUIRED = {"name", *SENTENCES, *ALLOWED}
OPTIONAL = {"wait", "wait_note", "note"}
DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")

# Every code and subcode that evidence or documents name for phone numbers.
NAMED = """
    0 1 1/99 2 3 4 4/2446079 4/2446080 10 12 17 17/2446079 32 33 100 100/33 100/2207051 100/2388001
    100/2388002 100/2388012 100/2388092 100/2388103 100/2593107 100/2593108 100/2655011 100/3441041
    100/3441045 100/3441049 102 104 190 190/458 190/459 190/460 190/463 190/464 190/467 190/492
    200 200/1349174 200/1349175 200/1349176 300 341 368 613 613/1996 803 960 80007 80007/2446079
    80008 80014 130429 130472 130497 131000 131005 131008 131009 131016 131031 131037 131042 131045
    131048 131056 131057 131064 133000 133004 133005 133006 133008 133009 133010 133015 133016
    135000 136024 136024/2388091 136024/2388366 136024/2388367 136024/2494158 136024/2593037
    136025 136025/2388093 136025/2593039 137000 147001 147002 147003 147004 147005 200000 2388001
    2388002 2388012 2388091 2388093 2388103 2494100 100/1752278 100/2388028 100/2388112 2500 2635
    138000 138015 138018
"""

# code[/subcode][@status] -> class, repeat, outcome
FACTS = {
    "authentication after-fix not-done": "0 102 104 190 190/463",
    "permission-denied after-fix not-done": "3 10 200 200/1349176 201 299 131005",
    "not-found after-fix not-done": "100/33 803",
    "not-found never not-done": "33",
    "invalid-request after-fix not-done": (
        "100 100@422 100/5 131008 131009 147001 147003 147005 12 2500 2635 100/2388028 100/2388112"
        " 138000 138001 138004 138015 138015/2593145 138017 138018"
    ),
    "already-exists after-fix not-done": "100@409",
    "already-exists never not-done": "100/2388012 2388012 100/2388012@409",
    "rate-limit after-wait not-done": (
        "4 4/2446079 4/2446080 17 32 341 613 613/1996 80000 80006 80007 80008 80009 80014 130429"
        " 131048 131056 131064 136024/2388367 136024/2494158"
    ),
    "registration-limit after-wait not-done": "133016",
    "registration after-fix not-done": "131045 133000 133000@500 133005 133006 133010 100/2388001",
    "registration after-wait not-done": "133008 133009 133015",
    "verification after-wait not-done": "136024 136024/2388091",
    "verification after-fix not-done": "136025 136025/2388093",
    "policy after-fix not-done": "368 131031",
    "unavailable yes unknown": "1@500 1/99 2 960 131000 131016 133004",
    "unavailable after-wait unknown": "131057 2494100",
    "other yes unknown": "1 1@400 100/1752278",
}


def test_an_entry_is_complete_and_uses_allowed_values_only() -> None:
    """Every entry has the documented keys, and each closed key holds a documented value."""
    for entry in EVERY:
        keys = {"code", "subcode", "status", "from", "to"} | OPTIONAL | REQUIRED
        assert set(entry) >= REQUIRED
        assert set(entry) <= keys | (set(PLACES) if entry in ERRORS else set())
        for key, values in ALLOWED.items():
            assert entry[key] in values, key


def test_an_entry_speaks_in_sentences() -> None:
    """Meaning, advice and source, and the notes where there are any, end as sentences do."""
    for entry in EVERY:
        for key in SENTENCES | {"note", "wait_note"} & set(entry):
            text = entry[key]
            assert re.fullmatch(r"[A-Z][ -~]*[^ .]\.", text), key


def test_a_wait_is_a_duration_and_is_there_when_waiting_is_asked_for() -> None:
    """A wait is an ISO 8601 duration, and whoever must wait is told for how long."""
    for entry in EVERY:
        if "wait" in entry:
            assert DURATION.fullmatch(entry["wait"])
        if entry["repeat"] == "after-wait":
            assert "wait" in entry or "wait_note" in entry


@pytest.mark.parametrize("text", ["P", "PT", "5M", "PT5", "P5M", ""])
def test_the_duration_rule_refuses_what_is_no_duration(text: str) -> None:
    """Text that only resembles a duration would be refused as a wait."""
    assert not DURATION.fullmatch(text)


def test_names_are_unique_and_kebab_case() -> None:
    """A name identifies one entry, so that it can be compared, logged and counted."""
    own = [*ERRORS, *RANGES, *STATUSES, GENERIC]
    renamed = {entry["name"] for entry in VARIANTS} - {entry["name"] for entry in ERRORS}
    names = Counter([*(entry["name"] for entry in own), *renamed])
    assert [name for name, count in names.items() if count > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_codes_are_unique_and_sorted() -> None:
    """Each code and subcode stands once, where a reader expects it."""
    keys = [(entry["code"], entry.get("subcode", -1)) for entry in ERRORS]
    assert keys == sorted(set(keys))


def test_a_subcode_always_has_its_code_to_fall_back_to() -> None:
    """An unknown subcode of a known code still resolves to that code."""
    assert {code for code, _ in BY_KEY} == {code for code, sub in BY_KEY if sub is None}


def test_ranges_are_sorted_and_apart() -> None:
    """No code lies in two ranges."""
    edges = [edge for entry in RANGES for edge in (entry["from"], entry["to"])]
    assert edges == sorted(set(edges))


def test_the_head_of_the_file_explains_every_class_and_key() -> None:
    """A team in another language finds every key and class explained in the file itself."""
    head = CATALOGUE.read_text(encoding="utf-8").partition("\nversion:")[0]
    keys = REQUIRED | OPTIONAL | {"code", "subcode", "status", "from", "to", *PLACES}
    assert [word for word in sorted(keys | ALLOWED["class"]) if word not in head] == []


def test_every_named_code_has_an_entry() -> None:
    """No code or subcode that is known for phone numbers is left to a guess."""
    keys = {f"{code}/{sub}" if sub is not None else str(code) for code, sub in BY_KEY}
    assert sorted(set(NAMED.split()) - keys) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, expected) for expected, texts in FACTS.items() for text in texts.split()],
)
def test_a_code_resolves_to_its_class_repeat_and_outcome(text: str, expected: str) -> None:
    """A code, with its subcode and status, gets the class, repeat rule and outcome it deserves."""
    entry = resolve(text)
    assert f"{entry['class']} {entry['repeat']} {entry['outcome']}" == expected


def test_a_class_implies_repeat_and_outcome() -> None:
    """A throttled call was not done and works later; an outage leaves a write in doubt."""
    for entry in EVERY:
        if entry["class"] in {"rate-limit", "registration-limit"}:
            assert (entry["repeat"], entry["outcome"]) == ("after-wait", "not-done")
        elif entry["class"] == "unavailable":
            assert entry["repeat"] in {"yes", "after-wait"}
            assert entry["outcome"] == "unknown"
        elif entry["class"] != "other":
            assert entry["outcome"] == "not-done"


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([400, 460], "other"),
        ([401], "authentication"),
        ([403], "permission-denied"),
        ([404], "not-found"),
        ([409], "already-exists"),
        ([422], "invalid-request"),
        ([429], "rate-limit"),
        ([408, 500, 502, 520, 599], "unavailable"),
    ],
)
def test_a_status_alone_decides_the_class(statuses: list[int], expected: str) -> None:
    """Without a known code the HTTP status, or its hundred, decides the class."""
    for status in statuses:
        entry = BY_STATUS.get(status) or BY_STATUS[f"{status // 100}xx"]
        assert entry["class"] == expected
