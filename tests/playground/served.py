"""The site on a port, under a policy by which a browser loads from nowhere else, and says so."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; report-uri /refused"


class Site(NamedTuple):
    """Where it is, which paths were asked for, and which other addresses the browser refused."""

    url: str
    asked: list[str]
    refused: list[str]


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, site: Site, *about: Any, **options: Any) -> None:
        self.site = site
        super().__init__(*about, **options)

    def end_headers(self) -> None:
        """Add the policy, which a worker gets with its script."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_POST(self) -> None:
        """Note what the browser refused."""
        report = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.site.refused.append(report["csp-report"]["blocked-uri"])
        self.send_response(204)
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002
        """Note what was asked for."""
        self.site.asked.append(self.path)


@contextmanager
def served(folder: Path) -> Generator[Site, None, None]:
    """Serve a folder."""
    asked: list[str] = []
    refused: list[str] = []
    handler = partial(_Handler, Site("", asked, refused), directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Site(f"http://127.0.0.1:{server.server_port}", asked, refused)
        finally:
            server.shutdown()
            thread.join()
