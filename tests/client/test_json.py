"""JSON says the same whether or not msgspec, the extra `fast`, is installed."""

import json
import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wabakit import _json

CHOICE: Any = getattr(_json, "_parser", None)
pytestmark = pytest.mark.skipif(CHOICE is None, reason="there is no choice of parsers yet")

NUMBER = r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?"
ESCAPE = r'\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}'
STRING = rf'"([^"\\\x00-\x1f]|{ESCAPE}){{0,8}}"'
SPACE = st.sampled_from(["", " ", "\n\t", "\r\n"])

numbers = st.from_regex(NUMBER, fullmatch=True)
strings = st.from_regex(STRING, fullmatch=True)
floats = st.floats(allow_nan=False, allow_infinity=False).map(repr)
words = st.sampled_from(["true", "false", "null", "NaN", "Infinity", "-Infinity", "-0", "1e999"])
names = st.sampled_from(['"id"', '"i\\u0064"', '""']) | strings  # some stand in an object twice


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    members = st.tuples(names, SPACE, inner).map(lambda parts: "{}:{}{}".format(*parts))
    return st.lists(inner, max_size=4).map(lambda items: f"[{','.join(items)}]") | st.lists(
        members, max_size=4
    ).map(lambda items: f"{{{' ,'.join(items)}}}")


texts = st.recursive(numbers | strings | floats | words, _nested, max_leaves=12)


def said(text: str) -> str:
    """What is made of a text, to the last bit of a number; or how it is refused."""
    try:
        return repr(_json.parse_json(text))
    except ValueError as error:
        return str(error)


def said_plainly(text: str) -> str:
    """The same without msgspec."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_json, "_parser", lambda: json.loads)
        return said(text)


def test_there_is_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON is read by msgspec where it is installed, and by Python where it is not."""
    choose = getattr(CHOICE, "__wrapped__", CHOICE)
    assert choose() is not json.loads
    monkeypatch.setitem(sys.modules, "msgspec", None)
    monkeypatch.setitem(sys.modules, "msgspec.json", None)
    assert choose() is json.loads


@given(texts, SPACE, SPACE)
@example('{"a": 1, "b": 2, "a": {"c": 3, "c": 4}}', "", "")
@example('["\\ud800", "\\ude00\\ud83d", "\\u0000", "\ud800"]', "", "")
@example("[1e400, -1e400, 5e-324, 2.2250738585072011e-308, 123456789012345678901234567890]", "", "")
@example("9" * 5_000, "", "")
def test_json_reads_alike(text: str, before: str, after: str) -> None:
    """Members named twice, words that are no JSON, surrogates and all numbers come out the same."""
    assert said(before + text + after) == said_plainly(before + text + after)


@given(texts, st.data())
@example('{"a": 1}{"b": 2}', None)
@example("\ufeff{}", None)
@example("", None)
def test_what_is_not_json_is_refused_alike(text: str, data: st.DataObject | None) -> None:
    """A text with a piece cut out or put in is read the same, or refused in the same words."""
    if data is not None:
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(start + 2, len(text))))
        piece = data.draw(st.sampled_from(["", ",", '"', "\\", "]", "}", "\x01", "0", "-", "é"]))
        text = text[:start] + piece + text[stop:]
    assert said(text) == said_plainly(text)


@pytest.mark.parametrize("around", ["[]", "{}"])
@pytest.mark.parametrize("depth", [1, 100, 100_000])
def test_nesting_is_read_alike(around: str, depth: int) -> None:
    """What is nested is read as deep as ever, and refused in the same words beyond."""
    opening = "[" if around == "[]" else '{"a":'
    text = f"{opening * depth}1{around[1] * depth}"
    assert said(text) == said_plainly(text)
    assert ("nested too deeply" in said(text)) == (depth > 1_000)
