# Made by ergonomic/unasync.py from ergonomic/wabakit/_async/driver.py.
# Do not edit: change that file, then run `make sync`.
"""The only place that performs I/O: does what a flow asks for."""

from typing import Any, TypeVar

import httpx

from wabakit._flow import Flow, Send, Wait
from wabakit._reply import Reply
from wabakit._session import Session
from wabakit.errors import InvalidInputError

T = TypeVar("T")


class Driver:
    """Runs flows over an httpx client, or over one that behaves like it."""

    def __init__(self, session: Session, http: httpx.Client) -> None:
        self.session = session
        self.http = http

    def run(self, flow: Flow[T]) -> T:
        """Drive a flow to its end and return what it returns."""
        if self.http.is_closed:
            raise InvalidInputError("client", "closed", "make another client; this one was closed")
        try:
            step = flow.send(None)
            while True:
                if isinstance(step, Wait):
                    self.sleep(step.seconds)
                    step = flow.send(None)
                    continue
                try:
                    reply = self._send(step)
                except Exception as fault:
                    if isinstance(fault, httpx.RequestError):
                        # The request that it carries holds the token, and a read's proof.
                        fault.request = httpx.Request(step.method, step.url)
                    step = flow.throw(fault)
                else:
                    step = flow.send(reply)
        except StopIteration as done:
            result: T = done.value
            return result
        finally:
            flow.close()

    def __reduce__(self) -> Any:
        raise TypeError("A handle holds a connection: send its id, and make the handle there.")

    def sleep(self, seconds: float) -> None:
        """Let time pass; tests put a clock of their own here."""
        import time  # most programs never wait

        time.sleep(seconds)

    def _send(self, send: Send) -> Reply:
        # URL and request are no variables: tracebacks would show a read's proof in them.
        response = self.http.send(
            self.http.build_request(
                send.method,
                f"{send.url}?{send.query}" if send.query else send.url,
                headers=send.headers,
                content=send.content,
                timeout=send.timeout,
            ),
            follow_redirects=False,
        )
        return Reply(response.status_code, response.headers, response.content)
