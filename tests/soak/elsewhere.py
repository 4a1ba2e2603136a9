"""Calls in another process: the way there, and the process."""

import os
import pickle
import signal
import threading
import warnings
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

import httpx

import wabakit
from tests.soak.faces import APP_SECRET, TOKEN, share_memory
from tests.soak.weather import Weather
from wabakit._connections._sync.transport import Way

PATIENCE = 20
"""Seconds after which a child is taken for stuck."""


class Street(ThreadingHTTPServer):
    """A way through the weather over sockets, which other processes can take as well."""

    daemon_threads = True

    def __init__(
        self, weather: Weather, client: wabakit.Client, clock: wabakit.Clock, way: Way
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Passage)
        self.weather, self.one_by_one = weather, threading.Lock()
        threading.Thread(target=self.serve_forever, args=(0.005,), daemon=True).start()
        url = f"http://127.0.0.1:{self.server_port}"
        self.client = wabakit.Client(
            TOKEN, app_secret=APP_SECRET, base_url=url, clock=clock, transport=way
        )
        """A client with connections of its own, which knows what the other one learns."""
        share_memory(self.client, client)

    def close(self) -> None:
        """End the client and the server."""
        self.client.close()
        self.shutdown()
        self.server_close()


class _Passage(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def _carry(self) -> None:
        street = cast(Street, self.server)
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        url = f"http://{self.headers['Host']}{self.path}"
        request = httpx.Request(
            self.command, url, headers=list(self.headers.items()), content=content
        )
        try:
            with street.one_by_one:
                answer = street.weather.handle_request(request)
                content = answer.read()
        except httpx.TransportError:
            self.close_connection = True
            return
        self.send_response(answer.status_code)
        for name, value in answer.headers.items():
            if name != "content-length":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        self._carry()

    def do_POST(self) -> None:
        self._carry()

    def do_DELETE(self) -> None:
        self._carry()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Child:
    """A process forked from this one that makes a call."""

    def __init__(self, call: Callable[[], Any]) -> None:
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the street is a thread
            self._process = os.fork()
        if not self._process:
            _live(call, writing)
        os.close(writing)
        self._reading = reading

    def end(self) -> None:
        """Wait for the call to end as it ended in the child."""
        with os.fdopen(self._reading, "rb") as came:
            content = came.read()
        os.waitpid(self._process, 0)
        assert content, f"a child hung for {PATIENCE} seconds, or died"
        fault = pickle.loads(content)
        if fault is not None:
            raise fault


def _live(call: Callable[[], Any], writing: int) -> None:
    """Make the call, tell what was raised, and be gone."""
    try:
        for number in (signal.SIGALRM, signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.alarm(PATIENCE)
        warnings.simplefilter("ignore", ResourceWarning)  # the parent's connections
        fault: Exception | None = None
        try:
            call()
        except Exception as error:
            fault = error
        with os.fdopen(writing, "wb") as told:
            told.write(pickle.dumps(fault))
    finally:
        os._exit(0)
