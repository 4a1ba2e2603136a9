from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.batch_item import BatchItem
    from ...models.batch_request import BatchRequest
    from ...models.graph_api_error import GraphAPIError


def _get_kwargs(
    *,
    body: BatchRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | list[BatchItem]:
    from ...models.batch_item import BatchItem
    from ...models.graph_api_error import GraphAPIError

    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_batch_answer_item_data in _response_200:
            componentsschemas_batch_answer_item = BatchItem.from_dict(
                componentsschemas_batch_answer_item_data
            )

            response_200.append(componentsschemas_batch_answer_item)

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | list[BatchItem]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BatchRequest,
) -> Response[GraphAPIError | list[BatchItem]]:
    """Make up to 50 reads in one call

     Makes several calls at once, of which reads alone are described here. The answers stand in the order
    of the items, each with its own status; the status of the whole is 200 also where every item fails.
    An item that Graph had no time for is null, and may be asked again, as it is a read. Each item
    counts as one call in every quota. A token that is refused, or more than 50 items, fail the whole
    with an ordinary error.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        body (BatchRequest): Reads to make in one call.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | list[BatchItem]]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: BatchRequest,
) -> GraphAPIError | list[BatchItem] | None:
    """Make up to 50 reads in one call

     Makes several calls at once, of which reads alone are described here. The answers stand in the order
    of the items, each with its own status; the status of the whole is 200 also where every item fails.
    An item that Graph had no time for is null, and may be asked again, as it is a read. Each item
    counts as one call in every quota. A token that is refused, or more than 50 items, fail the whole
    with an ordinary error.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        body (BatchRequest): Reads to make in one call.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | list[BatchItem]
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BatchRequest,
) -> Response[GraphAPIError | list[BatchItem]]:
    """Make up to 50 reads in one call

     Makes several calls at once, of which reads alone are described here. The answers stand in the order
    of the items, each with its own status; the status of the whole is 200 also where every item fails.
    An item that Graph had no time for is null, and may be asked again, as it is a read. Each item
    counts as one call in every quota. A token that is refused, or more than 50 items, fail the whole
    with an ordinary error.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        body (BatchRequest): Reads to make in one call.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | list[BatchItem]]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: BatchRequest,
) -> GraphAPIError | list[BatchItem] | None:
    """Make up to 50 reads in one call

     Makes several calls at once, of which reads alone are described here. The answers stand in the order
    of the items, each with its own status; the status of the whole is 200 also where every item fails.
    An item that Graph had no time for is null, and may be asked again, as it is a read. Each item
    counts as one call in every quota. A token that is refused, or more than 50 items, fail the whole
    with an ordinary error.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        body (BatchRequest): Reads to make in one call.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | list[BatchItem]
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
