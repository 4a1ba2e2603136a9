from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.whats_app_business_account import WhatsAppBusinessAccount


def _get_kwargs(
    waba_id: str,
    *,
    fields: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fields"] = fields

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{waba_id}".format(
            waba_id=quote(str(waba_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | WhatsAppBusinessAccount:
    from ...models.graph_api_error import GraphAPIError
    from ...models.whats_app_business_account import WhatsAppBusinessAccount

    if response.status_code == 200:
        response_200 = WhatsAppBusinessAccount.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | WhatsAppBusinessAccount]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Response[GraphAPIError | WhatsAppBusinessAccount]:
    """Read one account

     Returns the fields of a WhatsApp Business Account that were asked for and have a value, and `id`
    always. `phone_numbers` among the fields reads numbers in the same call. An account that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | WhatsAppBusinessAccount]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
        fields=fields,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> GraphAPIError | WhatsAppBusinessAccount | None:
    """Read one account

     Returns the fields of a WhatsApp Business Account that were asked for and have a value, and `id`
    always. `phone_numbers` among the fields reads numbers in the same call. An account that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | WhatsAppBusinessAccount
    """

    return sync_detailed(
        waba_id=waba_id,
        client=client,
        fields=fields,
    ).parsed


async def asyncio_detailed(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Response[GraphAPIError | WhatsAppBusinessAccount]:
    """Read one account

     Returns the fields of a WhatsApp Business Account that were asked for and have a value, and `id`
    always. `phone_numbers` among the fields reads numbers in the same call. An account that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | WhatsAppBusinessAccount]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
        fields=fields,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> GraphAPIError | WhatsAppBusinessAccount | None:
    """Read one account

     Returns the fields of a WhatsApp Business Account that were asked for and have a value, and `id`
    always. `phone_numbers` among the fields reads numbers in the same call. An account that does not
    exist and one that the token may not see answer alike, with code 100 and subcode 33.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | WhatsAppBusinessAccount
    """

    return (
        await asyncio_detailed(
            waba_id=waba_id,
            client=client,
            fields=fields,
        )
    ).parsed
