"""A callback on a port of this machine, as tests of the network use it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Thread
from urllib.parse import parse_qs, urlsplit

PATIENCE = 20.0


@dataclass
class Heard:
    """One request that a callback got."""

    method: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes


@dataclass
class Callback:
    """What it got, and what it answers: each status once, then 200."""

    url: str
    heard: Queue[Heard] = field(default_factory=Queue[Heard])
    statuses: list[int] = field(default_factory=list[int])
    before: Callable[[], None] = lambda: None
    """Called before an answer."""
    challenge: bytes | None = None
    """What is answered to a verification, if it is not the challenge."""

    def next(self) -> Heard:
        """Wait for the next request."""
        return self.heard.get(timeout=PATIENCE)

    def answer(self, heard: Heard) -> tuple[int, bytes]:
        """Note a request and answer it."""
        self.before()
        self.heard.put(heard)
        asked = heard.query.get("hub.challenge", [""])[0].encode()
        body = asked if self.challenge is None else self.challenge
        return (self.statuses.pop(0) if self.statuses else 200), body


@contextmanager
def listening() -> Generator[Callback, None, None]:
    """Run a callback on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            heard = Heard(
                self.command,
                parse_qs(urlsplit(self.path).query),
                dict(self.headers.items()),
                self.rfile.read(length),
            )
            status, body = callback.answer(heard)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = _answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        callback = Callback(f"http://127.0.0.1:{server.server_port}/hook")
        thread = Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        try:
            yield callback
        finally:
            server.shutdown()
            thread.join()
