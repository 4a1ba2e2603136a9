"""The trip of one GET: how many calls it makes inside wabakit, through which files.

A number is read with one field, for the third time, so that nothing is loaded any more; the answer
comes from a stub and has the headers that Graph's have. Counted are the functions of wabakit and
the low-level client that are entered, comprehensions too, and how often the next one lies in
another file. Those of the connections are not, as httpx was not where they stand now.
`python -m tests.bench.trip --list` shows the way. Other versions can be measured too:
`PYTHONPATH=other/ergonomic:other/generated python tests/bench/trip.py`.
"""

import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType

import httpx
import wabakit_graph

import wabakit

ID = "106853218861309"
ROOMS = tuple(f"{Path(str(package.__file__)).parent}/" for package in (wabakit, wabakit_graph))
CONNECTIONS = "/wabakit/_connections/"
HEADERS = {
    "facebook-api-version": "v23.0",
    "x-app-usage": '{"call_count": 1, "total_cputime": 1, "total_time": 1}',
    "x-business-use-case-usage": '{"102290129340398": [{"type": "whatsapp_business_management", '
    '"call_count": 1, "total_cputime": 1, "total_time": 1, "estimated_time_to_regain_access": 0}]}',
}


def trip() -> list[tuple[str, str]]:
    """Read a number, and return the functions that were entered: file and name."""
    entered: list[tuple[str, str]] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(ROOMS) and CONNECTIONS not in file:
            entered.append((file, frame.f_code.co_name))

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        client = wabakit.Client("EAAtoken", http_client=http)
        for _ in range(2):
            read(client)
        sys.setprofile(note)
        try:
            read(client)
        finally:
            sys.setprofile(None)
    return entered


def read(client: wabakit.Client) -> None:
    """Make the call that is measured."""
    assert client.number(ID).get(fields=[wabakit.PhoneNumber.status]).status == "CONNECTED"


def answer(_: httpx.Request) -> httpx.Response:
    """Answer as Graph does."""
    return httpx.Response(200, headers=HEADERS, json={"status": "CONNECTED", "id": ID})


def changes_of_file(way: list[tuple[str, str]]) -> int:
    """Count how often the next function lies in another file."""
    return sum(one != other for (one, _), (other, _) in pairwise(way))


if __name__ == "__main__":
    found = trip()
    if "--list" in sys.argv[1:]:
        print(*(f"{Path(file).name:<28} {name}" for file, name in found), sep="\n")
    files = len({file for file, _ in found})
    print(f"{len(found)} calls, {changes_of_file(found)} changes of file, {files} files")
