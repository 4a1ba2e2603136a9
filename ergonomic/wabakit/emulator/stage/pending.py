"""Webhooks that are still to be sent, as a snapshot has them: those of the past are not in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from wabakit.emulator.webhooks.envelope import Addressed, Notice
from wabakit.emulator.webhooks.post import Manner, Post, Try, Waiting, Webhook, seal
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.world.businesses import App
from wabakit.emulator.world.clock import parse_time
from wabakit.emulator.world.world import World

from .records import read

_UNFINISHED = frozenset({"sending", "failing"})
_AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)


def write_post(post: Post) -> Json:
    """Write the manner of sending, what waits, and what is tried again."""
    return {
        "manner": asdict(post.manner),
        "waiting": [write_waiting(each) for each in post.waiting],
        "failing": [write_webhook(hook) for hook in post.sent if hook.status in _UNFINISHED],
    }


def write_waiting(waiting: Waiting) -> Json:
    """Write a change that was not sent yet."""
    app, url, notice = waiting.told
    return {
        "app_id": app.id,
        "url": url,
        "entry_id": notice.entry_id,
        "field": notice.field,
        "value": notice.value,
        "at": notice.at.isoformat(),
        "due_at": waiting.due_at.isoformat(),
    }


def write_webhook(hook: Webhook) -> Json:
    """Write a POST: its bytes are ASCII, so that text carries them."""
    return {
        "app_id": hook.app_id,
        "url": hook.url,
        "headers": hook.headers,
        "body": hook.body.decode("ascii"),
        "status": hook.status,
        "tries": [{"at": tried.at.isoformat(), "status": tried.status} for tried in hook.tries],
        "due_at": hook.due_at and hook.due_at.isoformat(),
    }


def read_post(written: Mapping[str, Any], world: World) -> Post:
    """Read what `write_post` wrote (ValueError); the apps of the world sign again."""
    try:
        return _read_post(written, world)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"the snapshot is damaged: {error!r}") from error


def _read_post(written: Mapping[str, Any], world: World) -> Post:
    post = Post()
    post.manner = Manner(**read(Manner, written["manner"], world))
    for waiting in written["waiting"]:
        notice = Notice(
            str(waiting["entry_id"]),
            str(waiting["field"]),
            dict(waiting["value"]),
            parse_time(waiting["at"]),
        )
        told = Addressed(world.find(App, waiting["app_id"]), str(waiting["url"]), notice)
        post.waiting.append(Waiting(told, parse_time(waiting["due_at"])))
    for failing in written["failing"]:
        app, body = world.find(App, failing["app_id"]), failing["body"].encode("ascii")
        hook = seal(app, str(failing["url"]), body)
        hook.tries = read_tries(failing["tries"])
        hook.due_at = parse_time(failing["due_at"]) if failing["due_at"] else _AT_ONCE
        post.failing.append(hook)
        post.sent.append(hook)
    return post


def read_webhook(written: Mapping[str, Any]) -> Webhook:
    """Read what `write_webhook` wrote, with its signature."""
    due_at: datetime | None = written["due_at"] and parse_time(written["due_at"])
    body, tries = written["body"].encode("ascii"), read_tries(written["tries"])
    return Webhook(written["app_id"], written["url"], written["headers"], body, tries, due_at)


def read_tries(written: list[Json]) -> list[Try]:
    """Read the tries of a POST."""
    return [Try(parse_time(tried["at"]), int(tried["status"])) for tried in written]
