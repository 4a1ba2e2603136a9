"""A field is one place to touch; a call that reads is the contract and one handler."""

from tests.tree.places import CONTRACT, HANDLER, MADE, Copy

USED = """
import httpx, wabakit
from wabakit.emulator import Emulator

emulator = Emulator(strict=True)
number = emulator.add_number(emulator.add_account().id)
setattr(number, "line_colour", "green")
http = httpx.Client(transport=emulator.transport())
with wabakit.Client(emulator.token, http_client=http) as client:
    handle = client.number(number.id)
    print(handle.get(fields=[wabakit.PhoneNumber.line_colour]).line_colour)
    report = handle.line_report()
    print(report.signal is wabakit.LineSignal.WEAK, report.checked_at.year, report.notes)
"""
LISTING = (
    *("tests/contract/test_house_rules.py", "tests/contract/test_meaning.py"),
    *("tests/client/test_requests.py", "tests/client/test_registry.py"),
    "tests/docs/test_pages.py",
)
"""Tests that hold lists of all there is against each other; `make places` runs nearly all."""


def test_places_to_touch(copy: Copy) -> None:
    """Contract and handler are all that is written; what else changes is made."""
    assert copy.by_hand == {CONTRACT, HANDLER}
    assert len(copy.by_makers) > 10
    assert [path for path in copy.by_makers if not MADE.match(path)] == []


def test_field_and_call_can_be_used(copy: Copy) -> None:
    """The client reads what the emulator answers."""
    *_, number = (lines := copy.run("-c", USED).splitlines())[1].split()
    assert lines == ["green", f"True 2026 {number}"]


def test_no_list_has_to_be_edited(copy: Copy) -> None:
    """The tests of the copy know the field and the call."""
    copy.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *LISTING)
