"""`wabakit watch`: a line for each change, however often Graph is asked."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

import httpx

from tests.cli.shell import Shell
from wabakit.emulator import Emulator

NUMBER = "106540352242922"


def answering(*answers: Any) -> tuple[httpx.MockTransport, list[httpx.Request]]:
    """Answer with these bodies, one after the other, the last one again and again."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        body = answers[min(len(seen), len(answers)) - 1]
        return httpx.Response(429 if "error" in body else 200, json=body)

    return httpx.MockTransport(answer), seen


def test_changes(shell: Shell, graph: Emulator) -> None:
    """What stays the same is not repeated; a throttled account is left alone, then looked at."""
    pending = {"id": NUMBER, "status": "PENDING"}
    limit = {"error": {"message": "Too much", "code": 80008, "is_transient": True}}
    shell.transport, seen = answering(pending, pending, limit, {**pending, "status": "CONNECTED"})
    start = graph.now()
    done = shell("watch", NUMBER, "--until", "connected", "--every", "10s")
    assert done.exit_code == 0
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == [
        "PENDING",
        "CONNECTED",
    ]
    assert len(seen) == 4
    assert graph.now() - start >= timedelta(seconds=20)


def test_time_is_over(shell: Shell) -> None:
    """What is not so in time fails."""
    shell.transport, seen = answering({"id": NUMBER, "name_status": "PENDING_REVIEW"})
    done = shell("watch", NUMBER, "--until", "approved", "--every", "1min", "--timeout", "5min")
    assert done.exit_code == 1
    assert "within 5 min" in done.stderr
    assert len(seen) == 6


def test_one_that_cannot_be_read_for_now(shell: Shell) -> None:
    """Of several, one that was not read is not taken for connected; once it is, all is well."""
    limit = {"error": {"message": "Too much", "code": 80008, "is_transient": True}}
    refusals = iter(range(5))  # which is more than a call is repeated

    def told(path: str) -> dict[str, Any]:
        if path.startswith(NUMBER) and next(refusals, None) is not None:
            return {"code": 429, "body": json.dumps(limit)}
        body = {"id": path.partition("?")[0], "status": "CONNECTED"}
        return {"code": 200, "body": json.dumps(body)}

    def answer(request: httpx.Request) -> httpx.Response:
        (batch,) = parse_qs(request.content.decode())["batch"]
        items = [told(item["relative_url"].rpartition("/")[2]) for item in json.loads(batch)]
        return httpx.Response(200, json=items)

    shell.transport = httpx.MockTransport(answer)
    words = ("watch", NUMBER, "106540352242923", "--until", "connected", "--timeout", "1h")
    done = shell(*words)
    assert "80008" in done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()][-1] == NUMBER
    assert done.exit_code == 0
