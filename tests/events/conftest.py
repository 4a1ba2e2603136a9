from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answer, in_turn
from tests.events.told import Do, Story, Told
from tests.faces import Face


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
            return [*told.lines, f"raised {type(error).__name__}"]
        return told.lines

    return tell
