"""What a client tells of its calls: one readable list for each way that a call can go."""

import json
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answer, always, good, in_turn, refusal
from tests.events.told import Told
from tests.faces import NUMBER, WABA, Face
from tests.failures.graph import usage

GOOD = good(x_fb_request_id="AbCd", **usage(WABA))
CARD = always({"id": NUMBER, "status": "CONNECTED"})
LOST = httpx.ReadTimeout("lost")
PIN = "246813"

Do = Callable[[wabakit.Client], object]
Story = Callable[..., list[str]]


@pytest.fixture
def told() -> Told:
    """What the client told."""
    return Told()


@pytest.fixture
def story(face: Face, told: Told) -> Story:
    """Make a call that Graph answers so; return what was told."""

    def tell(do: Do, *answers: Answer, **options: Any) -> list[str]:
        http = face.http(httpx.MockTransport(in_turn(*answers)))
        client = face.make(http_client=http, on_event=told, **options)
        try:
            do(client)
        except wabakit.WabakitError as error:
            told_of = [*told.lines, f"raised {type(error).__name__}"]
        else:
            told_of = told.lines
        return told_of

    return tell


def get(client: wabakit.Client) -> object:
    return client.number(NUMBER).get()


def register(client: wabakit.Client) -> object:
    return client.number(NUMBER).register(PIN)


def test_success(story: Story, told: Told) -> None:
    """A call starts, is answered and ends; the account is known once a quota named it."""
    assert story(get, GOOD) == [
        "1 CallStarted getPhoneNumber",
        "1 Answered getPhoneNumber attempt=1 status=200",
        "1 CallEnded getPhoneNumber outcome=done",
    ]
    started, answered, ended = (event.to_dict() for event in told)
    about = {"operation": "getPhoneNumber", "object_id": NUMBER, "method": "GET"}
    for event in (started, answered, ended):
        assert about.items() <= event.items()
        assert event["edge"] == f"/{NUMBER}"
    assert (started["waba_id"], answered["waba_id"], ended["waba_id"]) == (None, WABA, WABA)
    assert (answered["trace_id"], answered["usage"][0]["waba_id"]) == ("AbCd", WABA)
    for event in told:
        assert pickle.loads(pickle.dumps(event)) == event
        assert json.loads(json.dumps(event.to_dict())) == event.to_dict()
