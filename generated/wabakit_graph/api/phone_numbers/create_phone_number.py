from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.phone_number_create_request import PhoneNumberCreateRequest
    from ...models.phone_number_create_response import PhoneNumberCreateResponse


def _get_kwargs(
    waba_id: str,
    *,
    body: PhoneNumberCreateRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{waba_id}/phone_numbers".format(
            waba_id=quote(str(waba_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | PhoneNumberCreateResponse:
    from ...models.graph_api_error import GraphAPIError
    from ...models.phone_number_create_response import PhoneNumberCreateResponse

    if response.status_code == 200:
        response_200 = PhoneNumberCreateResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | PhoneNumberCreateResponse]:
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
    body: PhoneNumberCreateRequest,
) -> Response[GraphAPIError | PhoneNumberCreateResponse]:
    """Add a phone number to an account

     Adds a number, or starts moving it here, and returns its id. It has to be yours, to have a country
    and an area code, to take calls or text messages, and not to be in use in the WhatsApp app. Unless
    it was verified beforehand it still needs `requestCode` and `verifyCode`; every number needs
    `registerPhoneNumber`. Creation is limited more strictly than other calls; a business portfolio may
    hold two numbers at first and up to twenty later. The call is not idempotent: after an unclear
    outcome list the account with `listPhoneNumbers` and compare the digits.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (PhoneNumberCreateRequest): The number to add and the name that it shall show.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PhoneNumberCreateResponse]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PhoneNumberCreateRequest,
) -> GraphAPIError | PhoneNumberCreateResponse | None:
    """Add a phone number to an account

     Adds a number, or starts moving it here, and returns its id. It has to be yours, to have a country
    and an area code, to take calls or text messages, and not to be in use in the WhatsApp app. Unless
    it was verified beforehand it still needs `requestCode` and `verifyCode`; every number needs
    `registerPhoneNumber`. Creation is limited more strictly than other calls; a business portfolio may
    hold two numbers at first and up to twenty later. The call is not idempotent: after an unclear
    outcome list the account with `listPhoneNumbers` and compare the digits.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (PhoneNumberCreateRequest): The number to add and the name that it shall show.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PhoneNumberCreateResponse
    """

    return sync_detailed(
        waba_id=waba_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PhoneNumberCreateRequest,
) -> Response[GraphAPIError | PhoneNumberCreateResponse]:
    """Add a phone number to an account

     Adds a number, or starts moving it here, and returns its id. It has to be yours, to have a country
    and an area code, to take calls or text messages, and not to be in use in the WhatsApp app. Unless
    it was verified beforehand it still needs `requestCode` and `verifyCode`; every number needs
    `registerPhoneNumber`. Creation is limited more strictly than other calls; a business portfolio may
    hold two numbers at first and up to twenty later. The call is not idempotent: after an unclear
    outcome list the account with `listPhoneNumbers` and compare the digits.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (PhoneNumberCreateRequest): The number to add and the name that it shall show.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PhoneNumberCreateResponse]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PhoneNumberCreateRequest,
) -> GraphAPIError | PhoneNumberCreateResponse | None:
    """Add a phone number to an account

     Adds a number, or starts moving it here, and returns its id. It has to be yours, to have a country
    and an area code, to take calls or text messages, and not to be in use in the WhatsApp app. Unless
    it was verified beforehand it still needs `requestCode` and `verifyCode`; every number needs
    `registerPhoneNumber`. Creation is limited more strictly than other calls; a business portfolio may
    hold two numbers at first and up to twenty later. The call is not idempotent: after an unclear
    outcome list the account with `listPhoneNumbers` and compare the digits.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (PhoneNumberCreateRequest): The number to add and the name that it shall show.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PhoneNumberCreateResponse
    """

    return (
        await asyncio_detailed(
            waba_id=waba_id,
            client=client,
            body=body,
        )
    ).parsed
