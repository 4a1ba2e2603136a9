"""What OpenTelemetry is told of calls: spans and measures, and no secret."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest
from opentelemetry import trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import wabakit
from tests.client.wire import Answer, always, good, in_turn, refusal
from tests.contract.document import operations
from tests.events.told import Told
from tests.faces import NUMBER, WABA, Face
from tests.failures.calls import APP_SECRET, CALLS, operation, register
from tests.failures.graph import leaks, usage
from wabakit import events, otel

OK = always({"success": True})
GOOD = good(x_fb_request_id="AbCd", **usage(WABA, calls=31))
PENDING = always({"id": NUMBER, "status": "PENDING"})
LOST = httpx.ReadTimeout("lost")
Points = dict[tuple[str, ...], float]


class Backend:
    """Keeps what OpenTelemetry would export."""

    def __init__(self) -> None:
        self.spans = InMemorySpanExporter()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.spans))
        self._reader = InMemoryMetricReader()
        self.meters = MeterProvider([self._reader])

    def observe(self, client: wabakit.Client) -> wabakit.Client:
        return otel.observe(client, self.tracers, self.meters)

    @property
    def finished(self) -> list[ReadableSpan]:
        return list(self.spans.get_finished_spans())

    def points(self, name: str) -> Points:
        """The values of a measure, by the values of its attributes."""
        data: Any = self._reader.get_metrics_data()
        found: Points = {}
        for measure in data.resource_metrics[0].scope_metrics[0].metrics:
            if measure.name == name:
                for point in measure.data.data_points:
                    key = tuple(str(value) for _, value in sorted(point.attributes.items()))
                    found[key] = point.value if hasattr(point, "value") else point.sum
        return found


Make = Callable[..., wabakit.Client]


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
def make(face: Face, backend: Backend) -> Make:
    """Make a client that Graph answers so, and that is observed."""

    def start(*answers: Answer, **options: Any) -> wabakit.Client:
        http = face.http(httpx.MockTransport(in_turn(*answers)))
        return backend.observe(face.make(http_client=http, **options))

    return start


def shown(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def test_span_of_a_call(make: Make, backend: Backend) -> None:
    """A call is a span, over all its sends: each of them, and each wait, is an event of it."""
    make(LOST, refusal(80008), GOOD).number(NUMBER).get()
    (span,) = backend.finished
    assert (span.name, span.kind) == ("wabakit.getPhoneNumber", trace.SpanKind.CLIENT)
    assert shown(span) == {
        "wabakit.operation": "getPhoneNumber",
        "wabakit.number.id": NUMBER,
        "wabakit.waba.id": WABA,
        "wabakit.outcome": "done",
        "wabakit.ms": 21_000,
        "graph.trace_id": "AbCd",
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "server.address": "graph.facebook.com",
        "url.template": "/{phone_number_id}",
    }
    assert span.status.status_code is trace.StatusCode.UNSET
    told = " ".join(event.name.removeprefix("wabakit.") for event in span.events)
    assert told == "Failed Repeated Answered Repeated Answered"
    assert dict(span.events[3].attributes or {}) == {
        "wabakit.attempt": 2,
        "wabakit.wait": 20.0,
        "graph.code": 80008,
    }


def test_span_of_a_refusal(make: Make, backend: Backend) -> None:
    """A refusal makes the span an error, with Graph's codes."""
    client = make(refusal(133005, 2388001, fbtrace_id="EfGh"))
    with pytest.raises(wabakit.GraphError):
        register(client)
    (span,) = backend.finished
    said = {"graph.code": 133005, "graph.subcode": 2388001, "graph.trace_id": "EfGh"}
    said |= {"wabakit.outcome": "not_done", "error.type": "RegistrationError"}
    assert said.items() <= shown(span).items()
    assert span.status.status_code is trace.StatusCode.ERROR
    assert shown(span)["url.template"] == "/{phone_number_id}/register"


def test_looks_are_inside(make: Make, backend: Backend) -> None:
    """What is read to settle a lost write lies within its span; what follows does not."""
    client = make(PENDING, LOST, PENDING, OK, PENDING)
    fields = [wabakit.PhoneNumber.status]
    client.number(NUMBER).get(fields=fields)
    register(client)
    client.number(NUMBER).get(fields=fields)
    first, look, write, last = backend.finished
    assert write.context is not None
    assert look.parent is not None
    assert look.parent.span_id == write.context.span_id
    assert [span.parent for span in (first, write, last)] == [None, None, None]
    assert not trace.get_current_span().is_recording()


def test_tasks(backend: Backend) -> None:
    """Calls of tasks lie side by side within the span of their caller; a cancelled one ends."""
    waiting = asyncio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        if "777" in request.url.path:
            waiting.set()
            await asyncio.Event().wait()
        return httpx.Response(200, json={"id": request.url.path.rpartition("/")[2]})

    async def call() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        client = wabakit.AsyncClient("EAAtoken", http_client=http)
        observed = otel.observe(client, backend.tracers, backend.meters)
        with backend.tracers.get_tracer("mine").start_as_current_span("mine") as mine:
            endless = asyncio.create_task(observed.number("777").get())
            await asyncio.gather(*(observed.number(str(one)).get() for one in range(10, 15)))
            await waiting.wait()
            endless.cancel()
            await asyncio.wait([endless])
            assert trace.get_current_span() is mine

    asyncio.run(call())
    *calls, cancelled, mine = backend.finished
    assert {span.parent and span.parent.span_id for span in (*calls, cancelled)} == {
        mine.context and mine.context.span_id
    }
    assert [shown(span)["wabakit.outcome"] for span in calls] == ["done"] * 5
    assert shown(cancelled)["error.type"] == "interrupted"


def test_listener_goes_on(face: Face, backend: Backend) -> None:
    """Who listened before is told as well, and within the span."""
    told, within = Told(), list[bool]()

    def listen(event: events.Event) -> None:
        told(event)
        within.append(trace.get_current_span().is_recording())
        raise ValueError

    http = face.http(httpx.MockTransport(OK))
    register(backend.observe(face.make(http_client=http, on_event=listen)))
    assert (len(told), within) == (3, [True, True, True])
    assert len(backend.finished) == 1


def test_measures(make: Make, backend: Backend) -> None:
    """Calls are counted by what became of them, and timed; quotas are those last reported."""
    client = make(GOOD, GOOD, refusal(100, 33))
    for _ in range(3):
        with suppress(wabakit.NotFoundError):
            client.number(NUMBER).get()
    assert backend.points("wabakit.quota") == {("whatsapp_business_management", WABA): 31}
    assert backend.points("wabakit.calls") == {
        ("getPhoneNumber", "done"): 2,
        ("100", "getPhoneNumber", "not_done"): 1,
    }
    assert set(backend.points("wabakit.call.duration")) == {
        ("getPhoneNumber", "done"),
        ("getPhoneNumber", "not_done"),
    }


def test_registrations_left(make: Make, backend: Backend, face: Face) -> None:
    """A number has ten registrations in 72 hours; what surely did not arrive is none."""
    client = make(OK, OK, httpx.ConnectError("refused"), retry=wabakit.Retry(attempts=1))
    register(client)
    register(client)
    with pytest.raises(wabakit.ConnectionFailedError):
        register(client)
    left = (NUMBER, "registerPhoneNumber")
    assert backend.points("wabakit.registrations.left") == {left: 8}
    face.time.advance(hours=73)
    with pytest.raises(wabakit.ConnectionFailedError):
        register(client)
    assert backend.points("wabakit.registrations.left") == {left: 10}


def test_every_operation(make: Make, backend: Backend) -> None:
    """Each call names what it is about and where it goes, without a query and without a secret."""
    client = make(good(), app_secret=APP_SECRET)
    for do in CALLS.values():
        with suppress(wabakit.WabakitError):
            do(client)
    spans = {shown(span)["wabakit.operation"]: shown(span) for span in backend.finished}
    assert {operation(name) for name in CALLS} <= set(spans)
    paths = {call.name: call.path for call in operations()}
    for name, said in spans.items():
        assert said["url.template"] == paths[name]
        assert ("/{phone_number_id}" in paths[name]) == ("wabakit.number.id" in said)
    text = "\n".join(span.to_json() for span in backend.finished)
    assert leaks(text) == []
    assert "appsecret_proof" not in text


def test_without_the_package(run_python: Callable[[str], str]) -> None:
    """Without OpenTelemetry the extra is named, and everything else works."""
    code = """
import sys, pydoc
sys.modules["opentelemetry"] = None
import wabakit
try:
    wabakit.otel
except ImportError as error:
    print(error)
print(len(pydoc.render_doc(wabakit)) > 1000)
"""
    said, helped = run_python(code).splitlines()
    assert said == "wabakit.otel needs opentelemetry: pip install 'wabakit[otel]'"
    assert helped == "True"
