from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.business import Business
    from ...models.graph_api_error import GraphAPIError


def _get_kwargs(
    business_id: str,
    *,
    fields: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fields"] = fields

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{business_id}".format(
            business_id=quote(str(business_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Business | GraphAPIError:
    from ...models.business import Business
    from ...models.graph_api_error import GraphAPIError

    if response.status_code == 200:
        response_200 = Business.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Business | GraphAPIError]:
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
    fields: str | Unset = UNSET,
) -> Response[Business | GraphAPIError]:
    """Read one business

     Returns the fields of a business portfolio that were asked for and have a value, and `id` always.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Business | GraphAPIError]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        fields=fields,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Business | GraphAPIError | None:
    """Read one business

     Returns the fields of a business portfolio that were asked for and have a value, and `id` always.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Business | GraphAPIError
    """

    return sync_detailed(
        business_id=business_id,
        client=client,
        fields=fields,
    ).parsed


async def asyncio_detailed(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Response[Business | GraphAPIError]:
    """Read one business

     Returns the fields of a business portfolio that were asked for and have a value, and `id` always.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Business | GraphAPIError]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        fields=fields,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Business | GraphAPIError | None:
    """Read one business

     Returns the fields of a business portfolio that were asked for and have a value, and `id` always.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Business | GraphAPIError
    """

    return (
        await asyncio_detailed(
            business_id=business_id,
            client=client,
            fields=fields,
        )
    ).parsed
