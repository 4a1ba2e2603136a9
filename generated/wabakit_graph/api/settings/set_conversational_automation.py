from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.conversational_automation_request import (
        ConversationalAutomationRequest,
    )
    from ...models.graph_api_error import GraphAPIError
    from ...models.success_response import SuccessResponse


def _get_kwargs(
    phone_number_id: str,
    *,
    body: ConversationalAutomationRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{phone_number_id}/conversational_automation".format(
            phone_number_id=quote(str(phone_number_id), safe=""),
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
    phone_number_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: ConversationalAutomationRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Set welcome message, ice breakers and commands

     Sets the helpers that WhatsApp shows in a chat with this number. The number has to be verified.
    There is no address to read them from: ask `getPhoneNumber` for `conversational_automation`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (ConversationalAutomationRequest): The helpers to set, at least one. Only what is
            given is sent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
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
    body: ConversationalAutomationRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Set welcome message, ice breakers and commands

     Sets the helpers that WhatsApp shows in a chat with this number. The number has to be verified.
    There is no address to read them from: ask `getPhoneNumber` for `conversational_automation`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (ConversationalAutomationRequest): The helpers to set, at least one. Only what is
            given is sent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
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
    body: ConversationalAutomationRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Set welcome message, ice breakers and commands

     Sets the helpers that WhatsApp shows in a chat with this number. The number has to be verified.
    There is no address to read them from: ask `getPhoneNumber` for `conversational_automation`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (ConversationalAutomationRequest): The helpers to set, at least one. Only what is
            given is sent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
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
    body: ConversationalAutomationRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Set welcome message, ice breakers and commands

     Sets the helpers that WhatsApp shows in a chat with this number. The number has to be verified.
    There is no address to read them from: ask `getPhoneNumber` for `conversational_automation`.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (ConversationalAutomationRequest): The helpers to set, at least one. Only what is
            given is sent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return (
        await asyncio_detailed(
            phone_number_id=phone_number_id,
            client=client,
            body=body,
        )
    ).parsed
