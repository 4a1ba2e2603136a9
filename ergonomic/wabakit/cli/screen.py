"""Where text goes: a terminal, with its width and colours, or a pipe or a file, plainly."""

import json
import os
import re
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Part = str | tuple[str, str]
"""A piece of a line, and the style it has on a terminal: a name of rich's, such as `bold red`."""

_NARROWEST = 20
_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_PLAIN_SIGNS = str.maketrans(
    {"✓": "+", "✗": "x", "→": ">", "–": "-", "·": "|", "…": "~", "●": "*", "─": "-"}
)
"""What stands for our signs where the encoding of a terminal has none of them."""


class Screen:
    """One of the two streams that a command writes to."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def stream(self) -> TextIO:
        """The stream, as it is now."""
        stream: TextIO = getattr(sys, self._name)
        return stream

    @cached_property
    def is_terminal(self) -> bool:
        """Whether a person looks at it; FORCE_COLOR says so of any stream."""
        return bool(os.environ.get("FORCE_COLOR")) or self.stream.isatty()

    @property
    def moves(self) -> bool:
        """Whether what stands there can be drawn over, as a bar and a live table are."""
        return self.stream.isatty() and not self.console.is_dumb_terminal

    @cached_property
    def console(self) -> "Console":
        """What draws on a terminal, as wide as COLUMNS says. It reads NO_COLOR and TERM."""
        from rich.console import Console  # which costs as much as all the rest of a command

        said = os.environ.get("COLUMNS", "")
        width = int(said) if said.isdecimal() else 0
        if not width and self.stream.isatty():
            width = os.get_terminal_size(self.stream.fileno()).columns
        return Console(
            file=self.stream, force_terminal=True, width=width or 80, highlight=False, emoji=False
        )

    def line(self, *parts: Part) -> None:
        """Write a line of pieces."""
        if self.is_terminal:
            self.console.print(self.text(*parts), soft_wrap=True)
        else:
            texts = (part if isinstance(part, str) else part[0] for part in parts)
            self.write(printable("".join(texts)) + "\n")

    def text(self, *parts: Part) -> "Text":
        """Return a line of pieces as rich draws it, which can do a terminal no harm."""
        from rich.text import Text

        return Text.assemble(*(self._shown(part) for part in parts))

    def paragraph(self, lead: Part, part: Part) -> None:
        """Write text that may be long: on a terminal it is wrapped, and stands behind its lead."""
        if not self.is_terminal:
            self.line(lead, part)
            return
        from rich.text import Text

        text, style = (part, "") if isinstance(part, str) else part
        head = lead if isinstance(lead, str) else lead[0]
        room = max(_NARROWEST, self.console.width - len(head))
        for at, line in enumerate(Text(text).wrap(self.console, room) or [Text()]):
            self.line(" " * len(head) if at else lead, (line.plain.rstrip(), style))

    def write(self, text: str) -> None:
        """Write text as it is; what the encoding lacks is replaced."""
        self.stream.write(self._able(text))
        self.stream.flush()

    def _able(self, text: str) -> str:
        encoding = self.stream.encoding or "utf-8"
        return self.sign(text).encode(encoding, "replace").decode(encoding)

    def sign(self, text: str) -> str:
        """Return text with signs that the stream's encoding has."""
        return text if self.has_signs else text.translate(_PLAIN_SIGNS)

    @cached_property
    def has_signs(self) -> bool:
        """Whether the encoding has our signs."""
        try:
            "✓✗→–·…●─".encode(self.stream.encoding or "utf-8")
        except UnicodeEncodeError:
            return False
        return True

    def _shown(self, part: Part) -> Any:
        if isinstance(part, str):
            return self._able(printable(part))
        return self._able(printable(part[0])), part[1]


def printable(text: str) -> str:
    """Return text with a space for what is no sign to be seen: it could steer a terminal."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else " " for sign in text)


def as_json(value: Any, indent: int | None = None) -> str:
    """Write JSON, in which signs that could steer a terminal are escaped, as JSON may."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def shown_path(path: Path) -> str:
    """Write a path as people do, who say ~ for their own folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
