"""A client in OpenTelemetry: a span for each call, and measures; needs the extra `otel`.

    client = otel.observe(wabakit.Client(token))

What spans and measures are called is said on the page Observability.
"""

import logging
from collections import deque
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

import attrs

try:
    from opentelemetry import context, metrics, trace
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        f"wabakit.otel needs {_error.name}: pip install 'wabakit[otel]'", name=_error.name
    ) from _error

from wabakit import contract, events
from wabakit._about import VERSION
from wabakit._ledger import LONGEST_WINDOW, Shelf
from wabakit._made.effects import LIMITS
from wabakit._made.words import SECRETS
from wabakit.errors import InvalidInputError

if TYPE_CHECKING:
    from wabakit._async.client import AsyncClient
    from wabakit._sync.client import Client

__all__ = ["observe"]

C = TypeVar("C", "Client", "AsyncClient")

_SECONDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)
_NAMES = {
    "attempt": "wabakit.attempt",
    "code": "graph.code",
    "error": "error.type",
    "ms": "wabakit.ms",
    "outcome": "wabakit.outcome",
    "seconds": "wabakit.wait",
    "sent": "wabakit.sent",
    "status": "http.response.status_code",
    "subcode": "graph.subcode",
    "text": "wabakit.text",
    "trace_id": "graph.trace_id",
}
"""Member of an event -> attribute."""


def observe(
    client: C,
    tracer_provider: trace.TracerProvider | None = None,
    meter_provider: metrics.MeterProvider | None = None,
) -> C:
    """Return a copy of a client whose calls OpenTelemetry sees; it shares the connection.

    Copies are seen too, unless given another `on_event`; the client's is told on, inside the spans.

    HTTP instrumentations are told to record no secret of an address, such as `appsecret_proof`.

    Args:
        client: A `Client` or an `AsyncClient`.
        tracer_provider: Where spans go; by default the global one.
        meter_provider: Where measures go; by default the global one.

    Raises:
        InvalidInputError: it is no client.
    """
    if isinstance(client, type) or not hasattr(client, "with_options"):
        raise InvalidInputError("client", client, "a wabakit.Client or a wabakit.AsyncClient")
    _conceal_addresses()
    _templates()  # which takes its time once
    options = client._driver.session.options  # pyright: ignore[reportPrivateUsage]
    observer = _Observer(
        tracer=trace.get_tracer("wabakit", VERSION, tracer_provider),
        meters=_Meters.of(metrics.get_meter("wabakit", VERSION, meter_provider)),
        server=urlsplit(options.base_url).hostname or "",
        listener=options.on_event,
    )
    return client.with_options(on_event=observer)


def _conceal_addresses() -> None:
    """Have HTTP instrumentations record no secret of an address; they read the list each time."""
    try:
        http = import_module("opentelemetry.util.http")
    except ModuleNotFoundError:
        return
    listed: list[str] | None = getattr(http, "PARAMS_TO_REDACT", None)
    if listed is not None:
        listed += sorted(SECRETS.difference(listed))
    else:
        said = "this opentelemetry-util-http records appsecret_proof in addresses: use a later one"
        logging.getLogger("wabakit").warning(said)


@lru_cache(maxsize=1)
def _templates() -> dict[str, str]:
    """Return the path of each operation, as the contract writes it."""
    paths: dict[str, dict[str, Any]] = contract.document(contract.versions()[-1])["paths"]
    calls = ((path, call) for path, item in paths.items() for call in item.values())
    return {call["operationId"]: path for path, call in calls if "operationId" in call}


def _about(event: events.Event) -> dict[str, str]:
    """Return the attributes that say which call a span is of, and about what."""
    said = {"wabakit.operation": event.operation}
    if event.waba_id is not None:
        said["wabakit.waba.id"] = event.waba_id
    template = _templates().get(event.operation, "")
    name = template.removeprefix("/{").partition("_id}")[0] if template[1:2] == "{" else "object"
    if event.object_id:
        said[f"wabakit.{'number' if name == 'phone_number' else name}.id"] = event.object_id
    return said | ({"url.template": template} if template else {})


class _Open(NamedTuple):
    """A call that began and has not ended."""

    span: trace.Span
    inside: context.Context
    token: Any


class _Meters(NamedTuple):
    """What is measured."""

    calls: metrics.Counter
    duration: metrics.Histogram
    quota: Any
    left: Any

    @classmethod
    def of(cls, meter: metrics.Meter) -> "_Meters":
        """Return the instruments of a meter."""
        return cls(
            meter.create_counter("wabakit.calls", "{call}", "Calls that ended."),
            meter.create_histogram(
                "wabakit.call.duration",
                "s",
                "Seconds from the beginning of a call to its end, waits included.",
                explicit_bucket_boundaries_advisory=_SECONDS,
            ),
            meter.create_gauge("wabakit.quota", "%", "Use of a quota, as last reported."),
            meter.create_gauge(
                "wabakit.registrations.left",
                "{call}",
                "Register or deregister calls that this process leaves a number in 72 hours.",
            ),
        )


@attrs.define(eq=False)
class _Observer:
    """Makes spans and measures of what a client tells, and passes it on."""

    tracer: trace.Tracer
    meters: _Meters
    server: str
    listener: events.Listener | None
    _open: dict[int, _Open] = attrs.field(factory=dict[int, _Open], init=False)
    _sends: Shelf[tuple[str, str], deque[datetime]] = attrs.field(
        factory=lambda: Shelf[tuple[str, str], deque[datetime]](LONGEST_WINDOW), init=False
    )
    _lock: Any = attrs.field(factory=Lock, init=False)

    def __call__(self, event: events.Event) -> None:
        """Take in what is told; the listener is told within the span."""
        if isinstance(event, events.CallStarted):
            self._begin(event)
        try:
            if self.listener is not None:
                self.listener(event)
        finally:
            self._take(event)

    def _take(self, event: events.Event) -> None:
        if isinstance(event, events.Answered):
            self._measure_quotas(event)
        if isinstance(event, (events.Answered, events.Failed)) and event.operation in LIMITS:
            self._measure_left(event)
        if isinstance(event, events.OnboardingStepTaken):
            trace.get_current_span().add_event("wabakit.OnboardingStepTaken", _said(event))
        elif isinstance(event, events.CallEnded):
            self._end(event)
        elif isinstance(event, events.CallEvent) and not isinstance(event, events.CallStarted):
            self._note(event)

    def _begin(self, event: events.CallStarted) -> None:
        said = {"http.request.method": event.method, "server.address": self.server}
        span = self.tracer.start_span(
            f"wabakit.{event.operation}",
            kind=trace.SpanKind.CLIENT,
            attributes={**_about(event), **said},
        )
        inside = trace.set_span_in_context(span)
        self._open[event.call] = _Open(span, inside, context.attach(inside))

    def _note(self, event: events.CallEvent) -> None:
        if opened := self._open.get(event.call):
            said = _said(event)
            opened.span.add_event(f"wabakit.{type(event).__name__}", said)
            kept = ("http.response.status_code", "graph.trace_id")
            opened.span.set_attributes({name: said[name] for name in kept if name in said})

    def _end(self, event: events.CallEnded) -> None:
        shown = {"wabakit.operation": event.operation, "wabakit.outcome": event.outcome}
        self.meters.duration.record(event.ms / 1000, shown)
        code = {} if event.code is None else {"graph.code": event.code}
        self.meters.calls.add(1, {**shown, **code})
        if opened := self._open.pop(event.call, None):
            opened.span.set_attributes({**_about(event), **_said(event)})
            if event.error is not None:
                opened.span.set_status(trace.StatusCode.ERROR, event.error)
            opened.span.end()
            if context.get_current() is opened.inside:  # not where a task was thrown away
                context.detach(opened.token)

    def _measure_quotas(self, event: events.Answered) -> None:
        for use in event.usage:
            whose = {} if use.waba_id is None else {"wabakit.waba.id": use.waba_id}
            self.meters.quota.set(use.percent, {**whose, "wabakit.quota.type": use.type})

    def _measure_left(self, event: events.Answered | events.Failed) -> None:
        limit, key = LIMITS[event.operation], (event.operation, event.object_id)
        with self._lock:
            sends = self._sends.get(key, event.at) or deque()
            while sends and sends[0] + timedelta(hours=limit.hours) <= event.at:
                sends.popleft()
            if isinstance(event, events.Answered) or event.sent == "maybe":
                sends.append(event.at)
            self._sends.put(key, sends, event.at)
        is_over = isinstance(event, events.Answered) and event.code == limit.code
        left = 0 if is_over else max(limit.calls - len(sends), 0)
        whose = {"wabakit.operation": event.operation, "wabakit.number.id": event.object_id}
        self.meters.left.set(left, whose)


def _said(event: events.Event) -> dict[str, Any]:
    """Return what an event says, as attributes."""
    given = attrs.asdict(event, recurse=False)
    return {to: given[name] for name, to in _NAMES.items() if given.get(name) is not None}
