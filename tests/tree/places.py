"""A field and a call more, in a copy of the tree: what has to be touched by hand for that.

As a command it says so, and runs the tests of the copy: none may have a list of fields, calls or
words of its own that would have to be touched as well.
"""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tree.copying import Tree

MADE = re.compile(
    r"generated/wabakit_graph/|ergonomic/wabakit/(_made|_sync)/"
    r"|.*\.json$|docs/|ergonomic/wabakit/emulator/README\.md$"
)
"""What makers write, whole or between marks."""

BESIDE = (
    "tree",
    *("bench", "failures", "server", "soak"),
)
"""Tests that take long, and to which one call more is nothing."""

CONTRACT = "openapi/phone_numbers.yaml"
HANDLER = "ergonomic/wabakit/emulator/calls/usernames.py"

FIELD = """\
        line_colour:
          type: string
          description: Colour of the line.
"""
PATH = """
  /{phone_number_id}/line_report:
    parameters:
      - $ref: '#/components/parameters/PhoneNumberId'
    get:
      operationId: getLineReport
      tags: [settings]
      summary: Read how the line was found
      description: >-
        Returns what the last look at the line found.

        The token needs `whatsapp_business_management`. After an unclear outcome, such as a
        timeout, the call may be repeated.
      x-permissions: [whatsapp_business_management]
      x-repeat: safe
      x-method: {name: line_report, text: Read how the line was found.}
      x-source: [A test of this tree]
      responses:
        '200':
          $ref: '#/components/responses/LineReportRead'
        '400':
          $ref: '#/components/responses/GraphError'
        default:
          $ref: '#/components/responses/GraphError'
"""
RESPONSE = """\
    LineReportRead:
      description: How the line was found.
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/LineReport'
          examples:
            weak:
              summary: A line that is hardly heard
              value:
                signal: WEAK
                checked_at: '2026-01-15T10:30:00+0000'
                notes: [There is a hum.]
"""
SCHEMAS = """\
    LineSignal:
      type: string
      x-extensible-enum: true
      description: How well a line is heard.
      enum: [STRONG, WEAK]
    LineReport:
      type: object
      description: How a line was found.
      properties:
        signal:
          $ref: '#/components/schemas/LineSignal'
          description: How well it is heard.
        checked_at:
          type: string
          pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{4}$'
          x-graph-timestamp: true
          description: When it was looked at.
        notes:
          type: array
          items:
            type: string
          description: What else was found.
"""
HANDLED = '''

@answers("getLineReport")
def get_line_report(_: Call, number: PhoneNumber) -> Json:
    """Answer GET /{phone_number_id}/line_report (the emulator's own)."""
    return {"signal": "WEAK", "checked_at": "2026-01-15T10:30:00+0000", "notes": [number.id]}
'''


class Copy(Tree):
    """A copy of the tree, in which a field of a number and a call that reads are added.

    What else is to be in its contract is added by functions that take the path of it.
    """

    def __init__(self, root: Path, *more: Callable[[Path], None]) -> None:
        super().__init__(root)
        before = self.texts()
        self._declare()
        for add in more:
            add(root / CONTRACT)
        self._write(HANDLER, self._read(HANDLER) + HANDLED)
        self.by_hand = self.changed(before)
        before = self.texts()
        self.make()
        self.by_makers = self.changed(before)

    def _declare(self) -> None:
        text = self._read(CONTRACT)
        for anchor, added in (
            ("\nwebhooks:\n", PATH),
            ("\n  responses:\n", RESPONSE),
            ("\n  schemas:\n", SCHEMAS),
        ):
            before, behind = text.split(anchor)
            text = before + (added + anchor if added == PATH else anchor + added) + behind
        number = re.search(r"\n    PhoneNumber:\n(?:      .*\n)*?      properties:\n", text)
        assert number
        self._write(CONTRACT, text[: number.end()] + FIELD + text[number.end() :])

    def _read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def _write(self, path: str, text: str) -> None:
        (self.root / path).write_text(text, "utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        print("Touched by hand for a field and a call:", *sorted(copy.by_hand), sep="\n  ")
        left = [f"--ignore=tests/{name}" for name in BESIDE]
        print(copy.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *left).splitlines()[-1])
