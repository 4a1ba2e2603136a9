"""The server's half of Embedded Signup: the token that its code stands for."""

from contextlib import aclosing
from typing import TypedDict, Unpack

from wabakit._async.clock import AsyncClock
from wabakit._async.driver import opened
from wabakit._connections._async.transport import AsyncHttpClients
from wabakit._made import operations as graph
from wabakit._made.bounds import GraphId
from wabakit._made.nodes import BusinessToken
from wabakit._options import Options, Timeout, app_token
from wabakit._secret import Secret, hidden
from wabakit._settle import write


class Opening(TypedDict, total=False):
    """How the code is sent: as a client sends its calls, whose options these are."""

    api_version: str
    """Version of the Graph API."""
    base_url: str
    """Where Graph is."""
    timeout: float | Timeout
    """Seconds that connecting, sending or reading may take, each."""


async def exchange_code_async(
    code: str,
    app_id: str,
    app_secret: str,
    *,
    http_client: AsyncHttpClients | None = None,
    clock: AsyncClock | None = None,
    **options: Unpack[Opening],
) -> Secret:
    """Exchange a code of Embedded Signup for the token of the business that came through it.

    It is never sent twice: a code lives for 30 seconds and works once. Where the answer is lost,
    the business has to go through Embedded Signup once more.

    Args:
        code: What Embedded Signup gave the browser, by Meta's JavaScript.
        app_id: Id of the app that it ran for.
        app_secret: Secret of that app.
        http_client: An HTTP client of yours to send with.
        clock: A clock of yours.
        options: `api_version`, `base_url` and `timeout`, as of a client.

    Returns:
        The token, as it goes into a client; it is shown as `***`, and `str()` of it is the text.

    Raises:
        InvalidRequestError: the code is too old, or was used.
        OutcomeUnknownError: the answer was lost, and the code may be used up.

    Source: Meta, Embedded Signup, onboarding business customers.
    """
    code, app_secret = hidden(code), hidden(app_secret)
    token = app_token(GraphId.check(app_id, "app_id"), app_secret)
    call = graph.exchange_code(
        "exchange_code", client_id=app_id, client_secret=app_secret, code=code
    )
    driver, roads = opened(Options(token, **options), http_client, "auto", clock)
    async with aclosing(roads):
        found: BusinessToken = await driver.run(write(driver.session, call))
    return hidden(found.access_token)
