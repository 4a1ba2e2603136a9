"""The server's half of Embedded Signup: the token that its code stands for."""

from wabakit._async.client import AsyncClient
from wabakit._async.clock import AsyncClock
from wabakit._connections._async.transport import AsyncHttpClients
from wabakit._made import operations as graph
from wabakit._made.bounds import GraphId
from wabakit._made.nodes import BusinessToken
from wabakit._made.versions import GRAPH_VERSION
from wabakit._options import Timeout, app_token
from wabakit._secret import Secret, hidden
from wabakit._settle import write


async def exchange_code_async(
    code: str,
    app_id: str,
    app_secret: str,
    *,
    api_version: str = GRAPH_VERSION,
    base_url: str = "https://graph.facebook.com",
    timeout: float | Timeout = 30.0,
    http_client: AsyncHttpClients | None = None,
    clock: AsyncClock | None = None,
) -> Secret:
    """Exchange a code of Embedded Signup for the token of the business that came through it.

    It is never sent twice: a code lives for 30 seconds and works once. Where the answer is lost,
    the business has to go through Embedded Signup once more.

    Args:
        code: What Embedded Signup gave the browser, by Meta's JavaScript.
        app_id: Id of the app that it ran for.
        app_secret: Secret of that app.
        api_version: As of a client, and so are the other options.
        base_url: Where Graph is.
        timeout: Seconds that connecting, sending or reading may take, each.
        http_client: An HTTP client of yours to send with.
        clock: A clock of yours.

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
    client = AsyncClient(
        token,
        api_version=api_version,
        base_url=base_url,
        timeout=timeout,
        http_client=http_client,
        clock=clock,
    )
    async with client:
        driver = client._driver  # pyright: ignore[reportPrivateUsage]
        found: BusinessToken = await driver.run(write(driver.session, call))
    return hidden(found.access_token)
