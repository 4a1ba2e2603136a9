"""The synchronous face is made from the asynchronous one by replacing words."""

import pytest

from ergonomic.tools import unasync


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("async def get(self) -> None:", "def get(self) -> None:"),
        ("async with client as c:", "with client as c:"),
        ("[n async for n in pager]", "[n for n in pager]"),
        ("return await self._run(await step())", "return self._run(step())"),
        ("(await number.get(fields=[F])).status", "number.get(fields=[F]).status"),
        ("print(await number.get())", "print(number.get())"),
        ("async def __aenter__(self) -> Self:", "def __enter__(self) -> Self:"),
        ("def __aiter__(self) -> AsyncIterator[T]:", "def __iter__(self) -> Iterator[T]:"),
        ("raise StopAsyncIteration", "raise StopIteration"),
        ("await anext(aiter(pager))", "next(iter(pager))"),
        ("AbstractAsyncContextManager[T]", "AbstractContextManager[T]"),
        ("@asynccontextmanager", "@contextmanager"),
        ("self._http = httpx.AsyncClient()", "self._http = httpx.Client()"),
        ("AsyncAccount, AsyncNumber, AsyncPager", "Account, Number, Pager"),
        ("httpx.AsyncBaseTransport", "httpx.BaseTransport"),
        ("await self._http.aclose()", "self._http.close()"),
        ("await transport.handle_async_request(r)", "transport.handle_request(r)"),
        ("import anyio", "import time"),
        ("await anyio.sleep(1.5)", "time.sleep(1.5)"),
        ("from wabakit._async.pager import AsyncPager", "from wabakit._sync.pager import Pager"),
        ("    async with AsyncClient(token) as client:", "    with Client(token) as client:"),
    ],
)
def test_asynchronous_words_are_replaced(written: str, made: str) -> None:
    """Each word of the asynchronous face becomes the synchronous user's word."""
    assert unasync.unasync(written) == made


@pytest.mark.parametrize(
    "text", ["import asyncio", "x = anyio.Lock()", '"""Runs async."""', "await(f())"]
)
def test_word_without_a_rule_is_refused(text: str) -> None:
    """Nothing that is still asynchronous gets into the synchronous face, prose included."""
    with pytest.raises(ValueError, match="no rule for"):
        unasync.unasync(f"a = 1\n{text}\n")


def test_synchronous_text_stays_as_it_is() -> None:
    """Words that only look alike are left alone."""
    text = "self.close(); disclose(); next(pages); enter = '_asynx'"
    assert unasync.unasync(text) == text


@pytest.mark.sweep
def test_made_files_name_their_source() -> None:
    """Every file of the synchronous face opens with where it comes from and how to remake it."""
    for path, text in unasync.sync_face().items():
        banner = text.split("\n")[:2]
        assert f"{path.parents[1].name}/_async/{path.name}" in banner[0]
        assert "make sync" in banner[1]
