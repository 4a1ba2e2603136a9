"""No secret is ever visible: not in URLs, texts, logs, reprs, pickles, nor in tracebacks."""

import hashlib
import hmac
import json
import logging
import pickle
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import wabakit
from tests.client.wire import always, always_text
from tests.doing import number
from tests.faces import NUMBER, TOKEN
from tests.failures.calls import APP_SECRET, CALLS, CODE, PIN, VERIFY_TOKEN, register
from tests.failures.echoes import WAYS
from tests.failures.graph import Failing, Graph, chain, exposed, leaks, logged, raw

PROOF = hmac.new(APP_SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
TESTS = str(Path(__file__).parents[1])
ONCE = wabakit.Retry(attempts=1)


def locals_of(error: BaseException) -> Iterator[str]:
    """Give the repr of every local that a traceback with locals would print, tests' own aside."""
    for fault in chain(error):
        trace = fault.__traceback__
        while trace is not None:
            if not trace.tb_frame.f_code.co_filename.startswith(TESTS):
                for name, value in trace.tb_frame.f_locals.items():
                    shown = re.sub(r" at 0x[0-9a-f]+>", ">", repr(value))  # digits left to chance
                    yield f"{trace.tb_frame.f_code.co_name}.{name}={shown}"
            trace = trace.tb_next


def secrets_in(texts: list[str]) -> list[str]:
    return [text[:300] for text in texts if leaks(text) or PROOF in text]


def observe(graph: Graph, name: str) -> list[str]:
    """Make a call and return whatever it lets anybody see, the log aside."""
    seen = [repr(graph.client), repr(graph.number), repr(graph.account)]
    seen += [repr(graph.account.numbers()), repr(graph.client.usage)]
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            result = CALLS[name](graph.client)
        except wabakit.WabakitError as error:
            seen += [*locals_of(error), exposed(error)]
        else:
            seen += [repr(result), str(result)]
            if not name.startswith(("create", "add")):
                seen.append(pickle.dumps(result, 0).decode("latin-1"))
    return seen + [str(warning.message) for warning in warned]


@pytest.mark.one_in(7)
@pytest.mark.parametrize("name", CALLS)
def test_every_operation(failing: Failing, caplog: pytest.LogCaptureFixture, name: str) -> None:
    """Whatever a call does and however it fails, no secret shows."""
    with caplog.at_level(logging.DEBUG):
        for way, answer in WAYS.items():
            graph = failing(answer, app_secret=APP_SECRET, retry=ONCE)
            assert secrets_in(observe(graph, name)) == [], way
            assert graph.requests
            for request in graph.requests:
                if name != "getTokenInfo":  # which is asked about a token, by a parameter
                    assert leaks(str(request.url)) == [], way
                assert (PROOF in str(request.url)) == (request.method != "POST"), way
    ours = [record for record in caplog.records if record.name.startswith("wabakit")]
    others = [record for record in caplog.records if record not in ours]
    assert {"wabakit.http"} <= {record.name for record in ours}
    assert secrets_in([logged(record) for record in ours]) == []
    assert leaks(str([logged(record) for record in others])) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.one_in(3)
def test_pages(failing: Failing, way: str) -> None:
    """Pages, pagers and the rows of a list keep nothing of the links that came with them."""
    link = f"https://graph.facebook.com/v23.0/1/phone_numbers?access_token={TOKEN}&after=b"
    first = {"data": [{"id": "1"}], "paging": {"cursors": {"after": "b"}, "next": link}}
    graph = failing(always(first), WAYS[way], app_secret=APP_SECRET, retry=ONCE)
    pager = graph.account.numbers(fields=[wabakit.PhoneNumber.id])
    seen: list[Any] = []
    try:
        for found in pager.pages():
            seen += [found, *found.items, *(row.to_dict() for row in found.items)]
    except wabakit.WabakitError as error:
        seen += [*locals_of(error), exposed(error)]
    assert len(seen) >= 3
    texts = [f"{part!r} {pickle.dumps(part, 0).decode('latin-1')}" for part in seen]
    assert secrets_in([*texts, repr(pager)]) == []
    assert leaks(" ".join(str(request.url) for request in graph.requests)) == []


ROWS = {
    "bare list": f'[{{"id":"1","verified_name":"{TOKEN}"}}]',
    "escaped member": f'{{"paging":{{}},"d\\u0061ta":[{{"id":"1","verified_name":"{TOKEN}"}}]}}',
    "paging of a row": f'{{"data":[{{"id":"1","paging":{{}},"verified_name":"{TOKEN}"}}]}}',
    "paging in a row": f'{{"data":[{{"id":"1","x":{{"paging":{{}}}},"verified_name":"{TOKEN}"}}]}}',
    "paging in a text": f'{{"data":[{{"id":"1","a\\"paging":1,"verified_name":"{TOKEN}"}}]}}',
    "data behind": f'{{"data":[],"paging":{{}},"data":[{{"id":"1","verified_name":"{TOKEN}"}}]}}',
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS)
def test_rows(failing: Failing, text: str) -> None:
    """A row that repeats the token shows it nowhere, wherever the links of the page stand."""
    graph = failing(always_text(text, kind="application/json"), retry=ONCE)
    (row,) = graph.account.numbers(fields=[wabakit.PhoneNumber.verified_name])
    assert row.verified_name == "***"
    assert leaks(f"{row!r} {row.to_dict()}") == []


@pytest.mark.one_in(3)
@pytest.mark.parametrize("least", range(900, 1000, 10))
def test_deep_answers(failing: Failing, least: int) -> None:
    """An answer nested so deeply that it can only just be read shows no secret in a traceback."""
    for depth in range(least, least + 10):
        deep = "[" * depth + "]" * depth
        graph = failing(always_text(f'{{"x":{deep},"y":"{TOKEN}"}}'), retry=ONCE)
        with pytest.raises(wabakit.UnexpectedAnswerError) as caught:
            graph.number.get()
        assert [text[:300] for text in locals_of(caught.value) if leaks(text)] == [], depth


BAD: dict[str, Callable[[wabakit.Client], Any]] = {
    "register": number(lambda n: n.register(f"{PIN}0")),
    "set_pin": number(lambda n: n.set_pin(f"{PIN}0")),
    "verify_code": number(lambda n: n.verify_code(f"{CODE}0")),
    "region": number(lambda n: n.register(PIN, "Atlantis")),
    "webhook": number(lambda n: n.set_webhook("http://shop.example", VERIFY_TOKEN)),
    "token": lambda client: client.with_options(token=f"{TOKEN} "),
    "app secret": lambda client: client.with_options(app_secret=f"{APP_SECRET} "),
    "timeout": lambda client: client.with_options(token=TOKEN, app_secret=APP_SECRET, timeout=-1),
}


@pytest.mark.parametrize("do", BAD.values(), ids=BAD)
def test_refused_input(failing: Failing, do: Callable[[wabakit.Client], Any]) -> None:
    """Input that is refused is not shown where it is secret."""
    graph = failing(always({}), app_secret=APP_SECRET)
    with pytest.raises(wabakit.InvalidInputError) as caught:
        do(graph.client)
    assert secrets_in([*locals_of(caught.value), str(caught.value), repr(caught.value)]) == []
    assert secrets_in([str(vars(caught.value)), str(caught.value.args)]) == []
    assert graph.requests == []


def test_withheld_calls(failing: Failing) -> None:
    """Calls that were not even sent, for a quota, show nothing either."""
    graph = failing(always({"success": True}), app_secret=APP_SECRET)
    for _ in range(10):
        register(graph.client)
    error = graph.fails(register, wabakit.RegistrationLimitError)
    assert secrets_in([*locals_of(error), exposed(error)]) == []


def test_redirect_elsewhere(failing: Failing) -> None:
    """A redirect does not take the token to another host."""
    graph = failing(always({}, 307, location="https://evil.example/"))
    graph.fails(register, wabakit.OutcomeUnknownError)
    assert {request.url.host for request in graph.requests} == {"graph.facebook.com"}


def test_codes_travel_in_bodies(failing: Failing) -> None:
    """PIN, code and verify token are sent, and only in bodies."""
    graph = failing(always({"success": True, "id": NUMBER}))
    for name in ("registerPhoneNumber", "verifyCode", "updatePhoneNumber (webhook)"):
        CALLS[name](graph.client)
    bodies = " ".join(request.content.decode() for request in graph.requests)
    assert set(leaks(bodies)) == {PIN, CODE, VERIFY_TOKEN}
    assert leaks(" ".join(str(request.url) for request in graph.requests)) == []


def test_verify_token_beyond_ascii(failing: Failing) -> None:
    """Letters that JSON need not escape are found where it does, in either case."""
    graph = failing(
        raw(400, rb'{"error": {"message": "No Stra\u00DFe-\uD83D\uDE00!", "code": 100}}')
    )
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        graph.number.set_webhook("https://shop.example", "Straße-\N{GRINNING FACE}")
    assert caught.value.message == "No ***!"


@pytest.mark.parametrize("token", ["a", "!?", "12345", 'quo"te', "back\\slash", "Straße", "a/b"])
def test_any_verify_token(failing: Failing, token: str) -> None:
    """A verify token is masked whatever it is made of, and what else Graph says is kept."""
    said = {"message": f"The address did not answer {token} to the challenge", "code": 100}
    answer = json.dumps({"error": said}).replace("/", "\\/").encode()
    graph = failing(raw(400, answer))
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        graph.number.set_webhook("https://shop.example", token)
    assert caught.value.message == "The address did not answer *** to the challenge"
    assert caught.value.response is not None
    assert " *** " in caught.value.response.text


def test_headers(failing: Failing, caplog: pytest.LogCaptureFixture) -> None:
    """Of the headers that an error keeps, none shows the client's secrets or any other token."""
    said = f'OAuth "{TOKEN}", see /me?access_token=EAAof-somebody-else&x=1'
    answer = always({"error": {"code": 190}}, 401, www_authenticate=said, x_fb_request_id=TOKEN)
    with caplog.at_level(logging.DEBUG):
        error = failing(answer).fails(CALLS["getPhoneNumber"], wabakit.AuthenticationError)
    assert error.response is not None
    kept = error.response.headers["www-authenticate"]
    assert kept == 'OAuth "***", see /me?access_token=***&x=1'
    assert error.trace_id == "***"
    assert leaks(str([logged(r) for r in caplog.records if r.name.startswith("wabakit")])) == []


LINK = f'"paging": {{"next": "https://graph.facebook.com/?access_token={TOKEN}&after=b"}}'
NAMED = f'"data": [{{"id": "1", "verified_name": "My {TOKEN}", "status": "CONNECTED"}}]'
TRICKY = f'"data": [{{"id": "1", "status": "paging", "verified_name": "My {TOKEN}"}}]'
PLAIN_ROWS = '"data": [{"id": "1", "verified_name": "My ***", "status": "CONNECTED"}]'


@pytest.mark.parametrize(
    "members",
    [(NAMED, LINK), (LINK, NAMED), (TRICKY, LINK), (LINK, TRICKY), (PLAIN_ROWS, LINK), (NAMED,)],
)
def test_rows_beside_links(failing: Failing, members: tuple[str, ...]) -> None:
    """A secret in a row is masked wherever the links of the page stand, and the page is read."""
    graph = failing(raw(200, f"{{{', '.join(members)}}}".encode()))
    page = next(graph.account.numbers().pages())
    assert [row.verified_name for row in page.items] == ["My ***"]
    assert secrets_in([f"{page.items[0].to_dict()}"]) == []
    assert page.after == (None if len(members) == 1 else "b")


def test_cursor(failing: Failing) -> None:
    """A cursor that repeats the token is not shown."""
    cursors = '"cursors": {"after": "' + TOKEN + '"}, "next": "https://graph.facebook.com/?x=1"'
    graph = failing(raw(200, f'{{"data": [], "paging": {{{cursors}}}}}'.encode()))
    assert leaks(repr(next(graph.account.numbers().pages()))) == []


def test_odd_id(failing: Failing) -> None:
    """An id that is somebody's token is not quoted as one."""
    graph = failing(always({"id": "access_token=EAAof-somebody-else"}))
    error = graph.fails(CALLS["getPhoneNumber"], wabakit.UnexpectedAnswerError)
    assert "EAAof" not in str(error)
