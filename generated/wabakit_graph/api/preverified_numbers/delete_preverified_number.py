from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.success_response import SuccessResponse


def _get_kwargs(
    preverified_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/{preverified_id}".format(
            preverified_id=quote(str(preverified_id), safe=""),
        ),
    }

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
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GraphAPIError | SuccessResponse]:
    """Drop a number from the pool

     Takes the number out of the pool for good; `getPreverifiedNumber` does not find it then. The v25.0
    reference shows `success` as text.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> GraphAPIError | SuccessResponse | None:
    """Drop a number from the pool

     Takes the number out of the pool for good; `getPreverifiedNumber` does not find it then. The v25.0
    reference shows `success` as text.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return sync_detailed(
        preverified_id=preverified_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GraphAPIError | SuccessResponse]:
    """Drop a number from the pool

     Takes the number out of the pool for good; `getPreverifiedNumber` does not find it then. The v25.0
    reference shows `success` as text.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> GraphAPIError | SuccessResponse | None:
    """Drop a number from the pool

     Takes the number out of the pool for good; `getPreverifiedNumber` does not find it then. The v25.0
    reference shows `success` as text.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return (
        await asyncio_detailed(
            preverified_id=preverified_id,
            client=client,
        )
    ).parsed
