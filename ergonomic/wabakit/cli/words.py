"""Words of Graph as people read them: a sign, a word, and a style that only repeats them."""

from typing import Any

from wabakit.cli.screen import Part
from wabakit.cli.table import Row, Sign

GOOD, WAITING, BAD = "green", "yellow", "red"

_STYLES = {
    GOOD: "CONNECTED VERIFIED APPROVED GREEN AVAILABLE LIVE",
    WAITING: "PENDING PENDING_REVIEW NOT_VERIFIED YELLOW RATE_LIMITED LIMITED UNVERIFIED MIGRATED",
    BAD: "DISCONNECTED FLAGGED RESTRICTED BANNED DELETED RED BLOCKED DECLINED EXPIRED REJECTED",
}
_STYLE_OF = {word: style for style, words in _STYLES.items() for word in words.split()}
_SIGNS = {GOOD: "✓", WAITING: "!", BAD: "✗"}


def style_of(word: Any) -> str:
    """Return the style of a word; none of one that is neither good nor bad, or new."""
    return _STYLE_OF.get(str(word), "")


def word(value: Any) -> tuple[str, str]:
    """Show a word of Graph as it is; what is good stays plain, so that the rest stands out."""
    style = style_of(value)
    return (str(value), "" if style == GOOD else style)


def spoken(value: Any) -> tuple[str, str]:
    """Show a word of Graph in lower case, as it would be said."""
    text, style = word(value)
    return (text.lower().replace("_", " "), style)


def limit(value: Any) -> Part:
    """Show a limit of messages: `TIER_10K` is 10K."""
    return str(value).removeprefix("TIER_")


def sign_by(name: str) -> Sign:
    """Make a column of the signs of a member."""

    def sign(row: Row) -> Part:
        return sign_of(row.get(name))

    return Sign("", sign)


def sign_of(value: Any) -> Part:
    """Show how something stands by a sign, which is no other for those who see no colours."""
    style = style_of(value)
    return (_SIGNS.get(style, " "), style)
