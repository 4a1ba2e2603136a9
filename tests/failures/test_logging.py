"""What the log holds: enough to find a call again, and no secret."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import always, good, refusal
from tests.clocks import Time
from tests.faces import Face
from tests.failures.calls import CALLS, get, register
from tests.failures.graph import Failing, Graph, leaks, logged

GOOD = good(x_fb_request_id="AbCd")


Lines = Callable[[int], list[Any]]


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[Lines]:
    """Give what wabakit logged at a level."""
    with caplog.at_level(logging.DEBUG, "wabakit"):
        yield lambda level: [line for line in caplog.records if line.levelno == level]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.one_in(7)
def test_one_line_per_call(failing: Failing, lines: Lines, name: str) -> None:
    """A call is one INFO line that says what was asked, how it went, how long it took."""
    graph = failing(GOOD)
    CALLS[name](graph.client)
    (line,) = lines(logging.INFO)
    assert line.name == "wabakit.http"
    assert line.operation == name.partition(" ")[0]
    assert (line.method, line.attempt, line.status) == (graph.last.method, 1, 200)
    assert graph.last.url.path == f"/v23.0{line.edge}"
    assert (line.ms, line.trace_id) == (0, "AbCd")
    for part in (line.method, line.edge, "200", "0 ms", "attempt 1", "AbCd"):
        assert part in line.getMessage()
    assert (
        leaks(str([logged(record) for record in lines(logging.INFO) + lines(logging.DEBUG)])) == []
    )


def test_time_of_a_call(failing: Failing, time: Time, lines: Lines) -> None:
    """The line of a call says how many milliseconds it took."""

    def slow(request: httpx.Request) -> httpx.Response:
        time.advance(milliseconds=1234)
        return GOOD(request)

    get(failing(slow).client)
    (line,) = lines(logging.INFO)
    assert line.ms == 1234


def test_lines_of_a_repeated_call(failing: Failing, lines: Lines) -> None:
    """Each attempt has its line, and so has each decision to repeat."""
    graph = failing(httpx.ReadTimeout("lost"), refusal(80008), GOOD)
    get(graph.client)
    logged = lines(logging.INFO)
    assert [(line.name, line.attempt) for line in logged] == [
        ("wabakit.http", 1),
        ("wabakit.retry", 1),
        ("wabakit.http", 2),
        ("wabakit.retry", 2),
        ("wabakit.http", 3),
    ]
    assert logged[0].sent == "maybe"
    assert (logged[1].seconds, logged[1].code) == (1, None)
    assert (logged[3].seconds, logged[3].code) == (20, 80008)


def test_bodies(failing: Failing, lines: Lines) -> None:
    """At DEBUG the bodies are logged, secrets masked."""
    graph = failing(always({"success": True, "note": "all well"}))
    register(graph.client)
    (line,) = lines(logging.DEBUG)
    assert '"pin": "***"' in line.getMessage()
    assert "all well" in line.getMessage()


def test_no_bodies_at_info(failing: Failing, caplog: pytest.LogCaptureFixture) -> None:
    """At INFO no body is logged."""
    graph = failing(always({"success": True, "note": "all well"}))
    with caplog.at_level(logging.INFO, "wabakit"):
        register(graph.client)
    assert "all well" not in caplog.text
    assert len(caplog.records) == 1


@pytest.fixture
def quiet_root() -> Iterator[logging.Logger]:
    """The logger of wabakit as a program finds it that set up no logging."""
    logger = logging.getLogger("wabakit")
    root = logging.getLogger()
    kept, level, handlers = root.handlers[:], logger.level, logger.handlers[:]
    root.handlers[:] = []
    logger.setLevel(logging.NOTSET)
    yield logger
    root.handlers[:], logger.handlers[:] = kept, handlers
    logger.setLevel(level)


def failures(graph: Graph) -> None:
    graph.fails(get, wabakit.UnavailableError)
    graph.fails(register, wabakit.UnavailableError)


@pytest.mark.usefixtures("quiet_root")
def test_silent_by_default(failing: Failing, capfd: pytest.CaptureFixture[str]) -> None:
    """A program that set up no logging sees nothing of ours on its output, warnings included."""
    failures(failing(always({"error": {"code": 2}}, 503, facebook_api_version="v24.0")))
    CALLS["updateSettings"](failing(always({"success": True}, facebook_api_version="v24.0")).client)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("level", "lines", "bodies"), [("info", 1, 0), ("debug", 2, 1), ("", 0, 0)]
)
@pytest.mark.usefixtures("quiet_root")
def test_log_from_the_environment(
    face: Face,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    level: str,
    lines: int,
    bodies: int,
) -> None:
    """`WABAKIT_LOG` shows the log on standard error, once, without a line of code."""
    monkeypatch.setenv("WHATSAPP_ACCESS_TOKEN", "EAAtoken")
    monkeypatch.setenv("WABAKIT_LOG", level)
    http = face.http(httpx.MockTransport(always({"success": True, "note": "all well"})))
    face.from_env(http_client=http)
    register(face.from_env(http_client=http))
    said = capsys.readouterr().err.splitlines()
    assert len(said) == lines
    assert sum("all well" in line for line in said) == bodies
    assert leaks("".join(said)) == []
