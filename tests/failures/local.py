"""A Graph on a port of this machine, which knows every number."""

import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

import wabakit
from tests.faces import TOKEN

ONCE = wabakit.Retry(attempts=1)


class Local(ThreadingHTTPServer):
    """A Graph on a port of this machine, whose numbers have their id as their name."""

    daemon_threads = True
    request_queue_size = 100

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.heads: list[Any] = []


@contextmanager
def serving() -> Generator[Local]:
    """Serve for as long as it is needed."""
    server = Local()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else it waits for what is on its way

    def do_GET(self) -> None:
        local = cast(Local, self.server)
        local.heads.append(self.headers)
        number = self.path.partition("?")[0].rpartition("/")[2]
        content = json.dumps({"id": number, "verified_name": f"Shop {number}"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Set-Cookie", f"kept{len(local.heads)}={TOKEN}; Path=/")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass
