"""A Graph on a port of this machine whose answers can be held back."""

import asyncio
import json
import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from time import sleep


class Hall:
    """A Graph whose answers can be held back, and which knows its connections."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=500)
        self._listener.settimeout(0.05)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.asked: list[tuple[int, str]] = []
        """By which connection, counted from 0, which number was asked for."""
        self.opened = self.open = 0
        self.go_on, self.came = threading.Event(), threading.Semaphore(0)
        self.go_on.set()
        self.behind = b""
        """What is sent behind each answer."""
        self._ends = False
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._ends = True
        self.go_on.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while not self._ends:
            with suppress(TimeoutError):
                connection, _ = self._listener.accept()
                connection.setblocking(True)
                thread = threading.Thread(target=self._talk, args=(connection, self.opened))
                self._threads.append(thread)
                self.opened += 1
                self.open += 1
                thread.start()

    def _talk(self, connection: socket.socket, count: int) -> None:
        with connection, suppress(ConnectionError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while head := connection.recv(65536):
                found = re.match(rb"GET /v[0-9.]+/(\d+)", head)
                assert found
                number = found[1].decode()
                self.asked.append((count, number))
                self.came.release()
                self.go_on.wait()
                content = json.dumps({"id": number, "verified_name": f"Shop {number}"}).encode()
                length = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(content)
                connection.sendall(length + content + self.behind)
        self.open -= 1


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds that another thread brings about."""
    for _ in range(5000):
        if holds():
            return
        sleep(0.001)
    raise AssertionError("it never came about")


async def soon(holds: Callable[[], bool]) -> None:
    """Let other tasks go on until something holds that another thread brings about."""
    for _ in range(5000):
        if holds():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it never came about")
