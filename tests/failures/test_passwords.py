"""Passwords of SIP servers, which Graph answers when it is asked to: shown to nobody."""

import copy
import json
import logging
import pickle
from collections.abc import Callable
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.failures.graph import Failing, exposed, raw

PASSWORD = "pEwPqO3d92WCvc"
SERVER = {"app_id": "101", "hostname": "sip.example", "port": 5061, "sip_user_password": PASSWORD}
CALLING: dict[str, Any] = {
    "status": "ENABLED",
    "sip": {"status": "ENABLED", "servers": [SERVER]},
}
ECHOES: dict[str, Any] = {
    "answered": {"calling": CALLING},
    "under its other name": {"sip": [{"password": PASSWORD}]},
    "twice": f'{{"error": {{"a": {{"password": "{PASSWORD}"}}, "a": {{}}}}}}',
    "name escaped": f'{{"error": {{}}, "sip\\u005fuser_password": "{PASSWORD}"}}',
    "cut off": f'{{"sip_user_password" : "{PASSWORD}", "por',
}


def test_answered_password(answering: Answering, caplog: pytest.LogCaptureFixture) -> None:
    """A password that was asked for can be read, and stands in no log, in one request."""
    server = answering(always({"calling": CALLING}))
    with caplog.at_level(logging.DEBUG, "wabakit"):
        calling = server.number.settings(include_sip_credentials=True).calling
    assert len(server.requests) == 1
    assert calling is not None
    assert calling.sip is not None
    assert calling.sip.servers is not None
    assert calling.sip.servers[0].sip_user_password == PASSWORD
    lines = [record for record in caplog.records if record.name.startswith("wabakit")]
    said = " ".join(f"{record.getMessage()} {vars(record)}" for record in lines)
    assert "sip.example" in said
    assert PASSWORD not in said
    assert PASSWORD not in f"{calling!r}"


SENT_BACK: Any = {"sip": {"servers": [{"hostname": "a.b", "sip_user_password": PASSWORD}]}}


@pytest.mark.parametrize("body", ECHOES.values(), ids=ECHOES)
def test_password_in_an_error(failing: Failing, body: Any) -> None:
    """An error that Graph answers with a password in it does not show it."""
    text = body if isinstance(body, str) else json.dumps(body)
    graph = failing(raw(400, text.encode()))
    error = graph.fails(lambda client: client.number("1").settings(), wabakit.GraphError)
    assert PASSWORD not in exposed(error) + str(error.to_dict())


def test_sent_password(answering: Answering, caplog: pytest.LogCaptureFixture) -> None:
    """A password that is sent back, as it was read before, is refused and not shown."""
    server = answering(always({"success": True}))
    with (
        caplog.at_level(logging.DEBUG, "wabakit"),
        pytest.raises(wabakit.InvalidInputError, match="sip_user_password") as caught,
    ):
        server.number.update_settings(calling=SENT_BACK)
    assert server.requests == []
    assert PASSWORD not in caplog.text
    assert PASSWORD not in exposed(caught.value)


HOLDERS: dict[str, Callable[[Any], Any]] = {
    "password": lambda settings: settings.calling.sip.servers[0].sip_user_password,
    "server": lambda settings: settings.calling.sip.servers[0],
    "settings": lambda settings: settings,
}


@pytest.mark.parametrize("hold", HOLDERS.values(), ids=HOLDERS)
def test_password_in_a_pickle(failing: Failing, hold: Callable[[Any], Any]) -> None:
    """What holds a password refuses to be pickled and says why; copies are made all the same."""
    graph = failing(always({"calling": CALLING}))
    holder = hold(graph.number.settings(include_sip_credentials=True))
    for protocol in (0, pickle.HIGHEST_PROTOCOL):
        with pytest.raises(TypeError, match="A secret stays in its process"):
            pickle.dumps(holder, protocol)
    for duplicate in (copy.copy, copy.deepcopy):
        copied = duplicate(holder)
        assert type(copied) is type(holder)
        assert copied == holder


def test_settings_without_passwords(failing: Failing) -> None:
    """Settings that hold no password can be pickled."""
    plain = {"status": "ENABLED", "servers": [{"hostname": "sip.example"}]}
    settings = failing(always({"calling": {"sip": plain}})).number.settings()
    assert pickle.loads(pickle.dumps(settings)) == settings
