"""An emulator on a port of this machine, whose connections can be cut at any byte."""

import re
import socket
import struct
from collections.abc import Callable
from threading import Semaphore, Thread

import attrs
import httpx

from wabakit.emulator import Emulator

Point = Callable[[bytes], int]
END_OF_HEAD = b"\r\n\r\n"


def head(content: bytes) -> int:
    """Return the size of the head of a request or an answer."""
    return content.index(END_OF_HEAD) + len(END_OF_HEAD)


@attrs.frozen
class Cut:
    """Where a connection ends, and whether by a reset or by a close."""

    after: bool
    """Whether what was asked for was done."""
    point: Point
    """How many bytes of the answer are sent then; else, how many of the request are read."""
    reset: bool


REQUEST: dict[str, Point] = {
    "nothing": lambda _: 0,
    "first byte": lambda _: 1,
    "half the head": lambda content: head(content) // 2,
    "the head": head,
    "all but a byte": lambda content: len(content) - 1,
    "whole": len,
}
ANSWER: dict[str, Point] = {
    "nothing": lambda _: 0,
    "half the status": lambda content: content.index(b"\r\n") // 2,
    "half the head": lambda content: head(content) // 2,
    "the head": head,
    "half the body": lambda content: (head(content) + len(content)) // 2,
    "all but a byte": lambda content: len(content) - 1,
}
CUTS = {
    f"{side}, {name}, {'reset' if reset else 'closed'}": Cut(points is ANSWER, point, reset)
    for reset in (False, True)
    for side, points in (("request", REQUEST), ("answer", ANSWER))
    for name, point in points.items()
}


class Cutting(Thread):
    """Serves an emulator, one connection after the other, each for one request."""

    def __init__(self) -> None:
        super().__init__()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.keeps_alive = False
        """Whether answers promise a next one on their connection, which never comes."""
        self.ended = Semaphore(0)
        """Released at the end of each connection."""
        self.begin(Emulator())

    def begin(self, emulator: Emulator, cut: Cut | None = None) -> None:
        """Serve this emulator from here on, and cut the next connection so."""
        self._transport, self._cut = emulator.transport(), cut
        self.connections = 0
        self.done: list[str] = []
        """The methods of the requests that the emulator was given."""

    def run(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self.connections += 1
                cut, self._cut = self._cut, None
                self._talk(connection, cut)
            self.ended.release()

    def end(self) -> None:
        """End the thread and the port."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.join()

    def _talk(self, connection: socket.socket, cut: Cut | None) -> None:
        request = waiting(connection)
        if cut and not cut.after:
            connection.recv(cut.point(request))
            return end(connection, cut.reset)
        connection.recv(len(request))
        answer = self._answer(request)
        connection.sendall(answer[: cut.point(answer)] if cut else answer)
        return end(connection, bool(cut and cut.reset))

    def _answer(self, content: bytes) -> bytes:
        line, *lines = content[: head(content)].decode().split("\r\n")
        method, target, _ = line.split(" ")
        headers = [
            (name, value) for name, _, value in (row.partition(": ") for row in lines if row)
        ]
        url = f"https://graph.facebook.com{target}"
        self.done.append(method)
        answer = self._transport.handle_request(
            httpx.Request(method, url, headers=headers, content=content[head(content) :])
        )
        said = answer.read()
        start = f"HTTP/1.1 {answer.status_code} Said\r\nContent-Type: application/json\r\n"
        kept = "" if self.keeps_alive else "Connection: close\r\n"
        return f"{start}{kept}Content-Length: {len(said)}\r\n\r\n".encode() + said


def waiting(connection: socket.socket) -> bytes:
    """Return a whole request as soon as it is there, and leave it unread."""
    while seen := connection.recv(65536, socket.MSG_PEEK):
        start, end, body = seen.partition(END_OF_HEAD)
        length = re.search(rb"(?i)content-length: (\d+)", start)
        if end and len(body) >= int(length[1] if length else 0):
            return seen
    raise AssertionError("the client went away by itself")


def end(connection: socket.socket, reset: bool) -> None:
    """Close a connection, or break it off."""
    if reset:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
