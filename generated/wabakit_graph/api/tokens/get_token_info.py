from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from ...types import UNSET, Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.token_inspection import TokenInspection


def _get_kwargs(
    *,
    input_token: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["input_token"] = input_token

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/debug_token",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | TokenInspection:
    from ...models.graph_api_error import GraphAPIError
    from ...models.token_inspection import TokenInspection

    if response.status_code == 200:
        response_200 = TokenInspection.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | TokenInspection]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    input_token: str,
) -> Response[GraphAPIError | TokenInspection]:
    """Say what a token is good for

     Returns whose token it is, how long it lasts and what it may do. A token that is not valid is
    answered with status 200 and `is_valid` false. The token has to stand in the query, where logs keep
    it: mask it in yours. Do not refuse a token for the scopes it lacks, but try the call: tokens of
    Embedded Signup may have `whatsapp_business_manage_events` where `whatsapp_business_management`
    stood.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        input_token (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | TokenInspection]
    """

    kwargs = _get_kwargs(
        input_token=input_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    input_token: str,
) -> GraphAPIError | TokenInspection | None:
    """Say what a token is good for

     Returns whose token it is, how long it lasts and what it may do. A token that is not valid is
    answered with status 200 and `is_valid` false. The token has to stand in the query, where logs keep
    it: mask it in yours. Do not refuse a token for the scopes it lacks, but try the call: tokens of
    Embedded Signup may have `whatsapp_business_manage_events` where `whatsapp_business_management`
    stood.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        input_token (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | TokenInspection
    """

    return sync_detailed(
        client=client,
        input_token=input_token,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    input_token: str,
) -> Response[GraphAPIError | TokenInspection]:
    """Say what a token is good for

     Returns whose token it is, how long it lasts and what it may do. A token that is not valid is
    answered with status 200 and `is_valid` false. The token has to stand in the query, where logs keep
    it: mask it in yours. Do not refuse a token for the scopes it lacks, but try the call: tokens of
    Embedded Signup may have `whatsapp_business_manage_events` where `whatsapp_business_management`
    stood.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        input_token (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | TokenInspection]
    """

    kwargs = _get_kwargs(
        input_token=input_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    input_token: str,
) -> GraphAPIError | TokenInspection | None:
    """Say what a token is good for

     Returns whose token it is, how long it lasts and what it may do. A token that is not valid is
    answered with status 200 and `is_valid` false. The token has to stand in the query, where logs keep
    it: mask it in yours. Do not refuse a token for the scopes it lacks, but try the call: tokens of
    Embedded Signup may have `whatsapp_business_manage_events` where `whatsapp_business_management`
    stood.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        input_token (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | TokenInspection
    """

    return (
        await asyncio_detailed(
            client=client,
            input_token=input_token,
        )
    ).parsed
