from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from ...types import UNSET, Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.business_token import BusinessToken
    from ...models.graph_api_error import GraphAPIError


def _get_kwargs(
    *,
    client_id: str,
    client_secret: str,
    code: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["client_id"] = client_id

    params["client_secret"] = client_secret

    params["code"] = code

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth/access_token",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BusinessToken | GraphAPIError:
    from ...models.business_token import BusinessToken
    from ...models.graph_api_error import GraphAPIError

    if response.status_code == 200:
        response_200 = BusinessToken.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[BusinessToken | GraphAPIError]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    client_id: str,
    client_secret: str,
    code: str,
) -> Response[BusinessToken | GraphAPIError]:
    """Exchange a code of Embedded Signup for a token

     Returns the token of the business that came through Embedded Signup. The code lives for 30 seconds
    and works once, so that the call belongs on the server that the browser hands it to, at once. Secret
    and code have to stand in the query, where logs keep them: mask them in yours. A code that came from
    Meta's JavaScript takes no `redirect_uri`.
    The call needs no permission. After an unclear outcome, such as a timeout, do not repeat the call,
    but look for its effect.

    Args:
        client_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        client_secret (str):
        code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BusinessToken | GraphAPIError]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        client_secret=client_secret,
        code=code,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    client_id: str,
    client_secret: str,
    code: str,
) -> BusinessToken | GraphAPIError | None:
    """Exchange a code of Embedded Signup for a token

     Returns the token of the business that came through Embedded Signup. The code lives for 30 seconds
    and works once, so that the call belongs on the server that the browser hands it to, at once. Secret
    and code have to stand in the query, where logs keep them: mask them in yours. A code that came from
    Meta's JavaScript takes no `redirect_uri`.
    The call needs no permission. After an unclear outcome, such as a timeout, do not repeat the call,
    but look for its effect.

    Args:
        client_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        client_secret (str):
        code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BusinessToken | GraphAPIError
    """

    return sync_detailed(
        client=client,
        client_id=client_id,
        client_secret=client_secret,
        code=code,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    client_id: str,
    client_secret: str,
    code: str,
) -> Response[BusinessToken | GraphAPIError]:
    """Exchange a code of Embedded Signup for a token

     Returns the token of the business that came through Embedded Signup. The code lives for 30 seconds
    and works once, so that the call belongs on the server that the browser hands it to, at once. Secret
    and code have to stand in the query, where logs keep them: mask them in yours. A code that came from
    Meta's JavaScript takes no `redirect_uri`.
    The call needs no permission. After an unclear outcome, such as a timeout, do not repeat the call,
    but look for its effect.

    Args:
        client_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        client_secret (str):
        code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BusinessToken | GraphAPIError]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        client_secret=client_secret,
        code=code,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    client_id: str,
    client_secret: str,
    code: str,
) -> BusinessToken | GraphAPIError | None:
    """Exchange a code of Embedded Signup for a token

     Returns the token of the business that came through Embedded Signup. The code lives for 30 seconds
    and works once, so that the call belongs on the server that the browser hands it to, at once. Secret
    and code have to stand in the query, where logs keep them: mask them in yours. A code that came from
    Meta's JavaScript takes no `redirect_uri`.
    The call needs no permission. After an unclear outcome, such as a timeout, do not repeat the call,
    but look for its effect.

    Args:
        client_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        client_secret (str):
        code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BusinessToken | GraphAPIError
    """

    return (
        await asyncio_detailed(
            client=client,
            client_id=client_id,
            client_secret=client_secret,
            code=code,
        )
    ).parsed
