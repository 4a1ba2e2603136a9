from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.app_data_request import AppDataRequest
    from ...models.app_data_sync import AppDataSync
    from ...models.graph_api_error import GraphAPIError


def _get_kwargs(
    phone_number_id: str,
    *,
    body: AppDataRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{phone_number_id}/smb_app_data".format(
            phone_number_id=quote(str(phone_number_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AppDataSync | GraphAPIError:
    from ...models.app_data_sync import AppDataSync
    from ...models.graph_api_error import GraphAPIError

    if response.status_code == 200:
        response_200 = AppDataSync.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[AppDataSync | GraphAPIError]:
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
    body: AppDataRequest,
) -> Response[AppDataSync | GraphAPIError]:
    """Have the data of the WhatsApp Business app sent

     Starts what a number needs that is in the WhatsApp Business app and on Cloud API at once
    (coexistence): first its contacts, with `smb_app_state_sync`, then its `history`. The data comes by
    webhooks. Each kind can be asked for once, within the 24 hours after onboarding: once more is
    refused with code 100 and subcode 2593107, later with 2593108. Such a number is not registered with
    `registerPhoneNumber`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (AppDataRequest): Which data of the WhatsApp Business app to send.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AppDataSync | GraphAPIError]
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
    body: AppDataRequest,
) -> AppDataSync | GraphAPIError | None:
    """Have the data of the WhatsApp Business app sent

     Starts what a number needs that is in the WhatsApp Business app and on Cloud API at once
    (coexistence): first its contacts, with `smb_app_state_sync`, then its `history`. The data comes by
    webhooks. Each kind can be asked for once, within the 24 hours after onboarding: once more is
    refused with code 100 and subcode 2593107, later with 2593108. Such a number is not registered with
    `registerPhoneNumber`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (AppDataRequest): Which data of the WhatsApp Business app to send.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AppDataSync | GraphAPIError
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
    body: AppDataRequest,
) -> Response[AppDataSync | GraphAPIError]:
    """Have the data of the WhatsApp Business app sent

     Starts what a number needs that is in the WhatsApp Business app and on Cloud API at once
    (coexistence): first its contacts, with `smb_app_state_sync`, then its `history`. The data comes by
    webhooks. Each kind can be asked for once, within the 24 hours after onboarding: once more is
    refused with code 100 and subcode 2593107, later with 2593108. Such a number is not registered with
    `registerPhoneNumber`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (AppDataRequest): Which data of the WhatsApp Business app to send.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AppDataSync | GraphAPIError]
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
    body: AppDataRequest,
) -> AppDataSync | GraphAPIError | None:
    """Have the data of the WhatsApp Business app sent

     Starts what a number needs that is in the WhatsApp Business app and on Cloud API at once
    (coexistence): first its contacts, with `smb_app_state_sync`, then its `history`. The data comes by
    webhooks. Each kind can be asked for once, within the 24 hours after onboarding: once more is
    refused with code 100 and subcode 2593107, later with 2593108. Such a number is not registered with
    `registerPhoneNumber`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (AppDataRequest): Which data of the WhatsApp Business app to send.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AppDataSync | GraphAPIError
    """

    return (
        await asyncio_detailed(
            phone_number_id=phone_number_id,
            client=client,
            body=body,
        )
    ).parsed
