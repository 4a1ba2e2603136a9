"""The way in: token, options, lifetime."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeAlias, TypedDict, Unpack, cast

import attrs

from wabakit._async.account import AsyncAccount
from wabakit._async.app import AsyncApp
from wabakit._async.business import AsyncBusiness
from wabakit._async.calls import AsyncCalls
from wabakit._async.clock import AsyncClock
from wabakit._async.driver import AsyncDriver
from wabakit._async.number import AsyncNumber
from wabakit._async.preverified_number import AsyncPreverifiedNumber
from wabakit._connections._async.transport import AsyncHttpClients, AsyncRoads, Way
from wabakit._exception import Usage
from wabakit._ledger import SharedMemory
from wabakit._logs import log_to_stderr_if_asked
from wabakit._made import operations as graph
from wabakit._made.bounds import GraphId
from wabakit._made.versions import GRAPH_VERSION
from wabakit._memory import Memory
from wabakit._options import Options, Retry, Timeout, app_token, from_environment
from wabakit._secret import Secret, hidden
from wabakit._session import NOT_GIVEN, NotGiven, Session, concealed
from wabakit._settle import write
from wabakit.errors import InvalidInputError

if TYPE_CHECKING:
    from wabakit.events import Listener

AsyncToken: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""A token, or what gives it when it is needed."""


class AsyncWays(TypedDict, total=False):
    """What no environment can say of a client; `AsyncClient` says what is what."""

    http_client: AsyncHttpClients | None
    transport: Way
    clock: AsyncClock | None
    memory: SharedMemory | None
    on_event: "Listener | None"


class AsyncClient(AsyncCalls):
    """A client of Meta's Graph API for WhatsApp Business phone numbers.

    Args:
        token: Access token with `whatsapp_business_management`; for registering numbers also
            `whatsapp_business_messaging`. Or a function that gives it, asked before each call, and
            once more where Graph refuses a token with code 190; what it raises is raised as it is.
        app_secret: App secret; adds `appsecret_proof` to every call.
        api_version: Version of the Graph API.
        base_url: Where Graph is. Plain http is taken for this machine only.
        timeout: Seconds that connecting, sending or reading may take, each; a `Timeout` also
            bounds the whole of a call.
        retry: How often a call is sent, and how long one wait may be.
        http_client: An HTTP client of yours to send with, of httpx, of httpx2 or one that is like
            them; it is never changed nor closed, and used in one process and event loop only. Or a
            function that makes one, called in each process and event loop, and again once a call
            was cancelled; what it made is closed.
        transport: `"auto"` sends over connections of our own, at most 100; and by httpx where the
            environment names a proxy, and where anything has patched httpx or httpcore, as mocks
            and tracing do. `"httpx"` sends by httpx in any case.
        clock: A clock of yours, such as one with which tests go on without waiting.
        memory: Where scarce calls are counted and quotas are kept, to be shared with the clients of
            other processes: `wabakit.FileMemory(path)`, or a `wabakit.SharedMemory` of yours.
        on_event: A function that is told of calls while they are made, each time with one of
            `wabakit.events`. It is called where the call is made, and has to return at once: no
            coroutine. What it raises is logged, once for each kind, and changes nothing.

    Raises:
        InvalidInputError: an argument is not usable, or the environment names a certificate file
            or a proxy that is not.
    """

    def __init__(
        self,
        token: AsyncToken,
        *,
        app_secret: str | None = None,
        api_version: str = GRAPH_VERSION,
        base_url: str = "https://graph.facebook.com",
        timeout: float | Timeout = 30.0,
        retry: Retry = Retry(attempts=3, patience=60.0),  # noqa: B008 - frozen
        http_client: AsyncHttpClients | None = None,
        transport: Way = "auto",
        clock: AsyncClock | None = None,
        memory: SharedMemory | None = None,
        on_event: "Listener | None" = None,
    ) -> None:
        token, app_secret = concealed(token), concealed(app_secret)
        known = (token, app_secret, api_version, base_url, timeout, retry)
        options = Options(*known, on_event=on_event)
        clock = AsyncClock() if clock is None else clock
        if not isinstance(cast(object, clock), AsyncClock):
            raise InvalidInputError("clock", clock, "a wabakit.AsyncClock")
        session = Session(options, clock.now, clock.ticks, clock.chance, Memory(memory))
        roads = AsyncRoads(http_client, base_url, transport, clock)
        self._driver = AsyncDriver(session, roads)
        self._roads: AsyncRoads | None = roads

    @classmethod
    def from_env(cls, **ways: Unpack[AsyncWays]) -> Self:
        """Make a client from the environment.

        Reads `WHATSAPP_ACCESS_TOKEN`, `WHATSAPP_APP_SECRET`, `WHATSAPP_API_VERSION` and
        `WHATSAPP_BASE_URL`, and the other names that the field uses for them. `WABAKIT_LOG=info`
        or `=debug` shows the log on standard error. What no environment can say are arguments, as
        of the client: `http_client`, `transport`, `clock`, `memory` and `on_event`.

        Raises:
            InvalidInputError: there is no token, or two names of one setting differ.
        """
        log_to_stderr_if_asked()
        return cls(**from_environment(), **ways)

    def with_options(
        self,
        *,
        token: AsyncToken | NotGiven = NOT_GIVEN,
        app_secret: str | NotGiven | None = NOT_GIVEN,
        api_version: str | NotGiven = NOT_GIVEN,
        timeout: float | Timeout | NotGiven = NOT_GIVEN,
        retry: Retry | NotGiven = NOT_GIVEN,
        registration_guard: bool | NotGiven = NOT_GIVEN,
        on_event: "Listener | NotGiven | None" = NOT_GIVEN,
    ) -> Self:
        """Return a copy with other options; it shares the connection and need not be closed.

        What is not named stays as it is. `app_secret=None` takes the app secret away, so that
        calls go without `appsecret_proof`.

        `registration_guard=False` lets an eleventh register or deregister call for a number in 72
        hours be sent, which makes Meta lock the number for 72 hours. `on_event=None` tells nobody.
        """
        token, app_secret = concealed(token), concealed(app_secret)
        session = self._driver.session.with_options(
            token=token,
            app_secret=app_secret,
            api_version=api_version,
            timeout=timeout,
            retry=retry,
            registration_guard=registration_guard,
            on_event=on_event,
        )
        copy = object.__new__(type(self))
        copy._roads = None
        copy._driver = attrs.evolve(self._driver, session=session)
        return copy

    @property
    def usage(self) -> Mapping[str | None, tuple[Usage, ...]]:
        """The latest known use of each quota, by WABA id; None stands for the whole app."""
        return self._driver.session.memory.usage(self._driver.session.now())

    def account(self, waba_id: str) -> AsyncAccount:
        """Return the handle of a WhatsApp Business Account; nothing is sent."""
        return AsyncAccount(self._driver, waba_id)

    def number(self, phone_number_id: str) -> AsyncNumber:
        """Return the handle of a phone number by its Graph id; nothing is sent."""
        return AsyncNumber(self._driver, phone_number_id)

    def business(self, business_id: str) -> AsyncBusiness:
        """Return the handle of a business portfolio; nothing is sent."""
        return AsyncBusiness(self._driver, business_id)

    def preverified_number(self, preverified_id: str) -> AsyncPreverifiedNumber:
        """Return the handle of a number in a pool of pre-verified ones; nothing is sent."""
        return AsyncPreverifiedNumber(self._driver, preverified_id)

    def app(self, app_id: str) -> AsyncApp:
        """Return the handle of an app; nothing is sent."""
        return AsyncApp(self._driver, app_id)

    async def close(self) -> None:
        """Close the connection, unless it belongs to somebody else."""
        if self._roads is not None:
            await self._roads.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def __repr__(self) -> str:
        options = self._driver.session.options
        return f"{type(self).__name__}({options.base_url!r}, api_version={options.api_version!r})"

    def __reduce__(self) -> Any:
        raise TypeError("A client holds a token and a connection: make one in each process.")


async def exchange_code_async(
    code: str,
    app_id: str,
    app_secret: str,
    *,
    api_version: str = GRAPH_VERSION,
    base_url: str = "https://graph.facebook.com",
    timeout: float | Timeout = 30.0,
    http_client: AsyncHttpClients | None = None,
) -> Secret:
    """Exchange a code of Embedded Signup for the token of the business that came through it.

    It is never sent twice: a code lives for 30 seconds and works once.

    Args:
        code: What Embedded Signup gave the browser, by Meta's JavaScript.
        app_id: Id of the app that it ran for.
        app_secret: Secret of that app.
        api_version: As of a client, and so the others.
        base_url: Where Graph is.
        timeout: Seconds that a step may take.
        http_client: An HTTP client of yours.

    Returns:
        The token, as it goes into a client; it is shown as `***`, and `str()` of it is the text.

    Raises:
        InvalidRequestError: the code is too old, or was used.
        OutcomeUnknownError: the code may be used up: have the business sign up once more.

    Source: Meta, Embedded Signup, onboarding business customers.
    """
    code, app_secret = hidden(code), hidden(app_secret)
    token = app_token(GraphId.check(app_id, "app_id"), app_secret)
    sent: Any = {"client_id": app_id, "client_secret": app_secret, "code": code}
    call = graph.exchange_code("exchange_code", **sent)
    where: Any = {"api_version": api_version, "base_url": base_url, "http_client": http_client}
    async with AsyncClient(token, timeout=timeout, **where) as client:
        driver = client._driver  # pyright: ignore[reportPrivateUsage]
        return hidden((await driver.run(write(driver.session, call))).access_token)
