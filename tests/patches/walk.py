"""The client beside other people's mocks, recorders and tracing: none of them is bypassed.

A mock that is silently passed by would let a real message be sent. Each tool is the real one.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, aclosing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
import trio.testing
import vcr
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import wabakit
from tests.faces import NUMBER, TOKEN, Face
from tests.failures.local import Local, serving
from wabakit import otel

ONCE = wabakit.Retry(attempts=1)
FAKE = {"id": NUMBER, "verified_name": "Made up"}
SEEN, UNSEEN = "Made up", f"Shop {NUMBER}"
Patching = Callable[[pytest.FixtureRequest, str], AbstractContextManager[object]]


@pytest.fixture
def local() -> Iterator[Local]:
    """A Graph on a port of this machine, which counts what it is asked."""
    with serving() as server:
        yield server


def mocking(using: str) -> Patching:
    @contextmanager
    def patch(_: pytest.FixtureRequest, url: str) -> Iterator[object]:
        with respx.mock(using=using) as router:
            router.get(url__startswith=url).respond(json=FAKE)
            yield router

    return patch


@contextmanager
def pytest_httpx(request: pytest.FixtureRequest, _: str) -> Iterator[object]:
    httpx_mock = request.getfixturevalue("httpx_mock")
    httpx_mock.add_response(json=FAKE)
    yield httpx_mock
    request.getfixturevalue("monkeypatch").undo()


@contextmanager
def vcrpy(request: pytest.FixtureRequest, url: str) -> Iterator[object]:
    tape: Path = request.getfixturevalue("tmp_path") / "tape.yaml"
    tape.write_text(
        f"""
version: 1
interactions:
- request: {{method: GET, uri: "{url}/v23.0/{NUMBER}", body: "", headers: {{}}}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{content-type: [application/json]}}
    body: {{string: '{{"id": "{NUMBER}", "verified_name": "Made up"}}'}}
""",
        "utf-8",
    )
    by_path = ["method", "scheme", "host", "port", "path"]
    with vcr.use_cassette(str(tape), record_mode="none", match_on=by_path) as cassette:
        yield cassette
        assert cassette.play_count == 1


MOCKS: dict[str, Patching] = {
    "respx": mocking("httpcore"),
    "respx, httpx": mocking("httpx"),
    "pytest-httpx": pytest_httpx,
    "vcrpy": vcrpy,
}


def name(client: wabakit.Client) -> str | None:
    """Ask for a number, and tell by its name who answered."""
    return client.number(NUMBER).get().verified_name


@pytest.mark.parametrize("tool", MOCKS)
@pytest.mark.parametrize("used", [False, True], ids=["fresh", "used"])
def test_mocked_after(
    face: Face, local: Local, request: pytest.FixtureRequest, tool: str, used: bool
) -> None:
    """What begins after the client was made, and even has connections, answers in Graph's place."""
    with face.make(base_url=local.url, retry=ONCE) as client:
        if used:
            assert name(client) == UNSEEN
        with MOCKS[tool](request, local.url):
            assert name(client) == SEEN
        assert len(local.heads) == used
        assert name(client) == UNSEEN  # it has ended


@pytest.mark.parametrize("tool", MOCKS)
def test_mocked_before(face: Face, local: Local, request: pytest.FixtureRequest, tool: str) -> None:
    """What began before the client was made answers in Graph's place."""
    with (
        MOCKS[tool](request, local.url),
        face.make(base_url=local.url, retry=ONCE) as client,
    ):
        assert name(client) == SEEN
    assert local.heads == []


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """What OpenTelemetry sees."""
    exporter = InMemorySpanExporter()
    yield exporter
    HTTPXClientInstrumentor().uninstrument()


def trace(exporter: InMemorySpanExporter) -> None:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    HTTPXClientInstrumentor().instrument(tracer_provider=provider)


@pytest.mark.parametrize("first", ["tracing", "client", "call"])
def test_traced(face: Face, local: Local, spans: InMemorySpanExporter, first: str) -> None:
    """Whenever OpenTelemetry begins to trace httpx, each call is a span, and Graph is told so."""
    if first == "tracing":
        trace(spans)
    with face.make(base_url=local.url, retry=ONCE) as client:
        if first == "call":
            assert name(client) == UNSEEN
        if first != "tracing":
            trace(spans)
        assert name(client) == UNSEEN
    assert [span.name for span in spans.get_finished_spans()] == ["GET"]
    assert local.heads[-1]["traceparent"]


@pytest.mark.parametrize("first", ["tracing", "observed"])
def test_observed(face: Face, local: Local, spans: InMemorySpanExporter, first: str) -> None:
    """The span of a call holds those of its requests, none of which shows the proof of a read."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    if first == "tracing":
        HTTPXClientInstrumentor().instrument(tracer_provider=provider)
    with face.make(base_url=local.url, app_secret="nobody-may-see") as client:
        observed = otel.observe(client, tracer_provider=provider)
        if first == "observed":
            HTTPXClientInstrumentor().instrument(tracer_provider=provider)
        assert name(observed) == UNSEEN
    request, call = spans.get_finished_spans()
    assert (request.name, call.name) == ("GET", "wabakit.getPhoneNumber")
    assert request.parent.span_id == call.context.span_id
    assert request.attributes["http.url"].endswith("&appsecret_proof=REDACTED")
    proof = client._driver.session.options.proof
    assert str(proof) not in request.to_json() + call.to_json()


BEFORE_IMPORT = """
{patch}
import wabakit
client = wabakit.Client("EAAtoken", base_url="{url}", retry=wabakit.Retry(attempts=1))
print(client.number("{number}").get().verified_name)
"""
IN_FORCE = {
    "respx": """
import respx
respx.start()
respx.get(url__startswith="{url}").respond(json={fake})
""",
    "OpenTelemetry": """
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
def name_it(span, request, response): print("seen", end=" ")
HTTPXClientInstrumentor().instrument(response_hook=name_it)
""",
}


@pytest.mark.parametrize(("tool", "said"), [("respx", SEEN), ("OpenTelemetry", f"seen {UNSEEN}")])
def test_patched_before_import(
    run_python: Callable[[str], str], local: Local, tool: str, said: str
) -> None:
    """A patch that is there before wabakit is imported is not taken for the library's own."""
    patch = IN_FORCE[tool].format(url=local.url, fake=FAKE)
    code = BEFORE_IMPORT.format(patch=patch, url=local.url, number=NUMBER)
    assert run_python(code) == f"{said}\n"
    assert len(local.heads) == (tool != "respx")


def test_injected(local: Local) -> None:
    """A client that is handed in is used as it is, patched or not."""
    asked: list[httpx.Request] = []
    hooks: dict[str, list[Callable[..., Any]]] = {"request": [asked.append]}
    with httpx.Client(event_hooks=hooks) as http:
        client = wabakit.Client(TOKEN, base_url=local.url, http_client=http)
        assert name(client) == UNSEEN
    assert len(asked) == 1


def test_trio(local: Local) -> None:
    """Under trio, tasks share a client; one that is cancelled harms no other."""
    names: list[str | None] = []

    async def ask(client: wabakit.AsyncClient, number: str) -> None:
        names.append((await client.number(number).get()).verified_name)

    async def story() -> None:
        async with wabakit.AsyncClient(TOKEN, base_url=local.url, retry=ONCE) as client:
            for _ in range(2):
                with trio.move_on_after(0):
                    await ask(client, "1")
                async with trio.open_nursery() as tasks:
                    for number in range(150):
                        tasks.start_soon(ask, client, str(number))

    trio.run(story)
    assert sorted(names, key=str) == sorted([f"Shop {n}" for n in range(150)] * 2)


def test_fleet_under_trio() -> None:
    """A fleet is walked under trio too; left early or cancelled, none of its tasks is left."""
    http = httpx.AsyncClient(transport=httpx.MockTransport(number_of_account))
    fleet = wabakit.AsyncClient(TOKEN, http_client=http).fleet([*"123456789"], concurrency=4)

    async def story() -> None:
        before = trio.lowlevel.current_statistics().tasks_living
        assert len([number async for _, number in fleet.numbers()]) == 9
        async with aclosing(fleet.numbers()) as numbers:
            await anext(numbers)
        assert trio.lowlevel.current_statistics().tasks_living == before
        with trio.move_on_after(0) as scope:
            async for _ in fleet.numbers():
                pass
        assert scope.cancelled_caught
        await trio.testing.wait_all_tasks_blocked()
        assert trio.lowlevel.current_statistics().tasks_living == before

    trio.run(story)


async def number_of_account(request: httpx.Request) -> httpx.Response:
    await trio.lowlevel.checkpoint()
    return httpx.Response(200, json={"data": [{"id": request.url.path.split("/")[2]}]})
