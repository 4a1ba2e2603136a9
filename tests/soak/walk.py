"""A walk over the account: no row lost, none doubled, none out of place."""

import json
from typing import Any

import wabakit
from tests.soak.faces import TOKEN
from tests.soak.user import PROOF, User


def walk(
    user: User, page_size: int, start: int, forwards: bool, fields: list[wabakit.Field[Any]]
) -> None:
    """Walk from a place in the list to its end, or back to its beginning.

    What was handed out before a failure must be right as well; the failure is raised on.
    """
    rows = [row["id"] for row in _page(user, 100)["data"]]
    start = start % len(rows) if forwards else 1 + start % len(rows)
    cursor = _page(user, start)["paging"]["cursors"]["after"] if start else None
    numbers = user.client.account(user.waba.id).numbers
    if forwards:
        expected = rows[start:]
        pager = numbers(fields=fields, page_size=page_size, after=cursor)
    else:
        expected = rows[: start - 1]
        pager = numbers(fields=fields, page_size=page_size, before=cursor)
    walked: list[str] = []
    try:
        for page in pager.pages():
            ids = [number.id for number in page.items]
            walked = walked + ids if forwards else ids + walked
    except wabakit.WabakitError:
        reached = expected[: len(walked)] if forwards else expected[len(expected) - len(walked) :]
        assert walked == reached, "rows were lost or doubled before the walk failed"
        raise
    assert walked == expected, "rows were lost or doubled"


def _page(user: User, limit: int) -> Any:
    """Ask the emulator itself, in fine weather."""
    path = f"/v23.0/{user.waba.id}/phone_numbers"
    query = {"fields": "id", "limit": str(limit), "appsecret_proof": PROOF}
    answer = user.emulator.handle("GET", path, query, {"Authorization": f"Bearer {TOKEN}"})
    return json.loads(answer.body)
