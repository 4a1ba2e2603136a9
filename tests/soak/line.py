"""A network below the client's own connections, in which there is weather."""

import re
from typing import Any, cast

import httpcore
import httpx

import wabakit
from tests.soak.weather import Weather

_LENGTH = re.compile(rb"(?i)content-length: (\d+)")


def lead_through(weather: Weather, client: wabakit.Client) -> None:
    """Let the connections that a client opens in this process go through a weather."""
    own = cast(Any, client)._driver.transport._road()
    own._network = Network(weather)


class Network(httpcore.NetworkBackend):
    """Opens lines."""

    def __init__(self, weather: Weather) -> None:
        self._weather = weather

    def connect_tcp(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        return Line(self._weather)


class Line(httpcore.NetworkStream):
    """A connection, which carries a request as soon as it is whole."""

    def __init__(self, weather: Weather) -> None:
        self._weather = weather
        self._asked = b""
        self._answer: httpx.Response | None = None

    def start_tls(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        return self

    def write(self, buffer: bytes, *_: Any, **__: Any) -> None:
        self._asked += buffer
        head, end, content = self._asked.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not end or len(content) < int(length[1] if length else 0):
            return
        self._asked = b""
        line, *rows = head.decode().split("\r\n")
        method, target, *_rest = line.split(" ")
        headers = [(name, value) for name, _, value in (row.partition(": ") for row in rows)]
        url = f"https://graph.facebook.com{target}"
        request = httpx.Request(method, url, headers=headers, content=content)
        try:
            self._answer = self._weather.handle_request(request)
        except httpx.TransportError as fault:
            raise getattr(httpcore, type(fault).__name__)(str(fault)) from fault

    def read(self, *_: Any, **__: Any) -> bytes:
        answer, self._answer = self._answer, None
        if answer is None:
            return b""
        content = answer.read()
        answer.close()
        rows = [
            f"{name}: {value}\r\n"
            for name, value in answer.headers.items()
            if name not in ("content-length", "transfer-encoding")
        ]
        head = f"HTTP/1.1 {answer.status_code} Said\r\n{''.join(rows)}"
        return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content

    def close(self) -> None:
        self._answer = None

    def get_extra_info(self, info: str) -> Any:
        return False if info == "is_readable" else None
