from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.official_business_account_update_request import (
        OfficialBusinessAccountUpdateRequest,
    )
    from ...models.official_business_account_update_response import (
        OfficialBusinessAccountUpdateResponse,
    )


def _get_kwargs(
    phone_number_id: str,
    *,
    body: OfficialBusinessAccountUpdateRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{phone_number_id}/official_business_account".format(
            phone_number_id=quote(str(phone_number_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | OfficialBusinessAccountUpdateResponse:
    from ...models.graph_api_error import GraphAPIError
    from ...models.official_business_account_update_response import (
        OfficialBusinessAccountUpdateResponse,
    )

    if response.status_code == 200:
        response_200 = OfficialBusinessAccountUpdateResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | OfficialBusinessAccountUpdateResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OfficialBusinessAccountUpdateRequest,
) -> Response[GraphAPIError | OfficialBusinessAccountUpdateResponse]:
    """Apply for the badge

     Starts a review by Meta. Read the state first, with `getOfficialBusinessAccount`: applications are
    limited, and one that is pending or changed by somebody else at the same time is refused with code
    100.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (OfficialBusinessAccountUpdateRequest): An application, with at least one member. The
            first six are those of today, the last two the former ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | OfficialBusinessAccountUpdateResponse]
    """

    kwargs = _get_kwargs(
        phone_number_id=phone_number_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OfficialBusinessAccountUpdateRequest,
) -> GraphAPIError | OfficialBusinessAccountUpdateResponse | None:
    """Apply for the badge

     Starts a review by Meta. Read the state first, with `getOfficialBusinessAccount`: applications are
    limited, and one that is pending or changed by somebody else at the same time is refused with code
    100.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (OfficialBusinessAccountUpdateRequest): An application, with at least one member. The
            first six are those of today, the last two the former ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | OfficialBusinessAccountUpdateResponse
    """

    return sync_detailed(
        phone_number_id=phone_number_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OfficialBusinessAccountUpdateRequest,
) -> Response[GraphAPIError | OfficialBusinessAccountUpdateResponse]:
    """Apply for the badge

     Starts a review by Meta. Read the state first, with `getOfficialBusinessAccount`: applications are
    limited, and one that is pending or changed by somebody else at the same time is refused with code
    100.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (OfficialBusinessAccountUpdateRequest): An application, with at least one member. The
            first six are those of today, the last two the former ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | OfficialBusinessAccountUpdateResponse]
    """

    kwargs = _get_kwargs(
        phone_number_id=phone_number_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OfficialBusinessAccountUpdateRequest,
) -> GraphAPIError | OfficialBusinessAccountUpdateResponse | None:
    """Apply for the badge

     Starts a review by Meta. Read the state first, with `getOfficialBusinessAccount`: applications are
    limited, and one that is pending or changed by somebody else at the same time is refused with code
    100.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (OfficialBusinessAccountUpdateRequest): An application, with at least one member. The
            first six are those of today, the last two the former ones.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | OfficialBusinessAccountUpdateResponse
    """

    return (
        await asyncio_detailed(
            phone_number_id=phone_number_id,
            client=client,
            body=body,
        )
    ).parsed
