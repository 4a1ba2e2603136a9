from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.preverified_number_add_request import PreverifiedNumberAddRequest
    from ...models.preverified_number_add_response import PreverifiedNumberAddResponse


def _get_kwargs(
    business_id: str,
    *,
    body: PreverifiedNumberAddRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{business_id}/add_phone_numbers".format(
            business_id=quote(str(business_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | PreverifiedNumberAddResponse:
    from ...models.graph_api_error import GraphAPIError
    from ...models.preverified_number_add_response import PreverifiedNumberAddResponse

    if response.status_code == 200:
        response_200 = PreverifiedNumberAddResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | PreverifiedNumberAddResponse]:
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
    body: PreverifiedNumberAddRequest,
) -> Response[GraphAPIError | PreverifiedNumberAddResponse]:
    """Add a number to the pool of pre-verified numbers

     Puts a number into the pool of a Solution Partner and returns its id, which is not the id of a phone
    number and never becomes one. It has to be verified with `requestPreverifiedCode` and
    `verifyPreverifiedCode` within 90 days, or it is removed. A number that is on WhatsApp, or in a
    pool, is refused. The call is not idempotent: after an unclear outcome list the pool with
    `listPreverifiedNumbers` and compare the digits.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberAddRequest): The number to add to the pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PreverifiedNumberAddResponse]
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
    body: PreverifiedNumberAddRequest,
) -> GraphAPIError | PreverifiedNumberAddResponse | None:
    """Add a number to the pool of pre-verified numbers

     Puts a number into the pool of a Solution Partner and returns its id, which is not the id of a phone
    number and never becomes one. It has to be verified with `requestPreverifiedCode` and
    `verifyPreverifiedCode` within 90 days, or it is removed. A number that is on WhatsApp, or in a
    pool, is refused. The call is not idempotent: after an unclear outcome list the pool with
    `listPreverifiedNumbers` and compare the digits.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberAddRequest): The number to add to the pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PreverifiedNumberAddResponse
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
    body: PreverifiedNumberAddRequest,
) -> Response[GraphAPIError | PreverifiedNumberAddResponse]:
    """Add a number to the pool of pre-verified numbers

     Puts a number into the pool of a Solution Partner and returns its id, which is not the id of a phone
    number and never becomes one. It has to be verified with `requestPreverifiedCode` and
    `verifyPreverifiedCode` within 90 days, or it is removed. A number that is on WhatsApp, or in a
    pool, is refused. The call is not idempotent: after an unclear outcome list the pool with
    `listPreverifiedNumbers` and compare the digits.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberAddRequest): The number to add to the pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PreverifiedNumberAddResponse]
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
    body: PreverifiedNumberAddRequest,
) -> GraphAPIError | PreverifiedNumberAddResponse | None:
    """Add a number to the pool of pre-verified numbers

     Puts a number into the pool of a Solution Partner and returns its id, which is not the id of a phone
    number and never becomes one. It has to be verified with `requestPreverifiedCode` and
    `verifyPreverifiedCode` within 90 days, or it is removed. A number that is on WhatsApp, or in a
    pool, is refused. The call is not idempotent: after an unclear outcome list the pool with
    `listPreverifiedNumbers` and compare the digits.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        body (PreverifiedNumberAddRequest): The number to add to the pool.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PreverifiedNumberAddResponse
    """

    return (
        await asyncio_detailed(
            business_id=business_id,
            client=client,
            body=body,
        )
    ).parsed
