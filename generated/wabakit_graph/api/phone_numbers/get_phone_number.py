from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.phone_number import PhoneNumber


def _get_kwargs(
    phone_number_id: str,
    *,
    fields: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fields"] = fields

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{phone_number_id}".format(
            phone_number_id=quote(str(phone_number_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | PhoneNumber:
    from ...models.graph_api_error import GraphAPIError
    from ...models.phone_number import PhoneNumber

    if response.status_code == 200:
        response_200 = PhoneNumber.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | PhoneNumber]:
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
    fields: str | Unset = UNSET,
) -> Response[GraphAPIError | PhoneNumber]:
    """Read one phone number

     Returns the fields asked for, and `id` always. Throughput, conversational automation, health and the
    like are fields of the number; they have no address of their own to read from. An id that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PhoneNumber]
    """

    kwargs = _get_kwargs(
        phone_number_id=phone_number_id,
        fields=fields,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> GraphAPIError | PhoneNumber | None:
    """Read one phone number

     Returns the fields asked for, and `id` always. Throughput, conversational automation, health and the
    like are fields of the number; they have no address of their own to read from. An id that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PhoneNumber
    """

    return sync_detailed(
        phone_number_id=phone_number_id,
        client=client,
        fields=fields,
    ).parsed


async def asyncio_detailed(
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Response[GraphAPIError | PhoneNumber]:
    """Read one phone number

     Returns the fields asked for, and `id` always. Throughput, conversational automation, health and the
    like are fields of the number; they have no address of their own to read from. An id that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PhoneNumber]
    """

    kwargs = _get_kwargs(
        phone_number_id=phone_number_id,
        fields=fields,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> GraphAPIError | PhoneNumber | None:
    """Read one phone number

     Returns the fields asked for, and `id` always. Throughput, conversational automation, health and the
    like are fields of the number; they have no address of their own to read from. An id that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PhoneNumber
    """

    return (
        await asyncio_detailed(
            phone_number_id=phone_number_id,
            client=client,
            fields=fields,
        )
    ).parsed
