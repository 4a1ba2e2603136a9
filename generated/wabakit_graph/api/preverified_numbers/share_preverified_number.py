from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.preverified_number_share_request import PreverifiedNumberShareRequest
    from ...models.success_response import SuccessResponse


def _get_kwargs(
    business_id: str,
    *,
    body: PreverifiedNumberShareRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{business_id}/share_preverified_numbers".format(
            business_id=quote(str(business_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | SuccessResponse:
    from ...models.graph_api_error import GraphAPIError
    from ...models.success_response import SuccessResponse

    if response.status_code == 200:
        response_200 = SuccessResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | SuccessResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PreverifiedNumberShareRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Let a partner use a number of the pool

     Shares a pre-verified number with another member of a multi-partner solution. Who may use it,
    `listPreverifiedPartners` says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberShareRequest): A number of the pool, and the business that it is
            shared with.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PreverifiedNumberShareRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Let a partner use a number of the pool

     Shares a pre-verified number with another member of a multi-partner solution. Who may use it,
    `listPreverifiedPartners` says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberShareRequest): A number of the pool, and the business that it is
            shared with.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return sync_detailed(
        business_id=business_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PreverifiedNumberShareRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Let a partner use a number of the pool

     Shares a pre-verified number with another member of a multi-partner solution. Who may use it,
    `listPreverifiedPartners` says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberShareRequest): A number of the pool, and the business that it is
            shared with.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PreverifiedNumberShareRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Let a partner use a number of the pool

     Shares a pre-verified number with another member of a multi-partner solution. Who may use it,
    `listPreverifiedPartners` says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberShareRequest): A number of the pool, and the business that it is
            shared with.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return (
        await asyncio_detailed(
            business_id=business_id,
            client=client,
            body=body,
        )
    ).parsed
