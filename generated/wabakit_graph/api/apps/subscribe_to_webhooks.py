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
    from ...models.webhook_subscription_request import WebhookSubscriptionRequest


def _get_kwargs(
    app_id: str,
    *,
    body: WebhookSubscriptionRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{app_id}/subscriptions".format(
            app_id=quote(str(app_id), safe=""),
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
    app_id: str,
    *,
    client: AuthenticatedClient,
    body: WebhookSubscriptionRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Have an app told of accounts by webhooks

     Subscribes an app to webhooks about WhatsApp Business Accounts, at an address that Meta checks at
    once. Without it an override of an account or a number is refused with code 100, "Before override
    the current callback uri, your app must be subscribed". A later call replaces what an earlier one
    set. It is called with the token of the app, which is the id of the app, `|` and the app secret.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        app_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (WebhookSubscriptionRequest): What to tell an app of, and where.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        app_id=app_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    app_id: str,
    *,
    client: AuthenticatedClient,
    body: WebhookSubscriptionRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Have an app told of accounts by webhooks

     Subscribes an app to webhooks about WhatsApp Business Accounts, at an address that Meta checks at
    once. Without it an override of an account or a number is refused with code 100, "Before override
    the current callback uri, your app must be subscribed". A later call replaces what an earlier one
    set. It is called with the token of the app, which is the id of the app, `|` and the app secret.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        app_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (WebhookSubscriptionRequest): What to tell an app of, and where.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return sync_detailed(
        app_id=app_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_id: str,
    *,
    client: AuthenticatedClient,
    body: WebhookSubscriptionRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Have an app told of accounts by webhooks

     Subscribes an app to webhooks about WhatsApp Business Accounts, at an address that Meta checks at
    once. Without it an override of an account or a number is refused with code 100, "Before override
    the current callback uri, your app must be subscribed". A later call replaces what an earlier one
    set. It is called with the token of the app, which is the id of the app, `|` and the app secret.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        app_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (WebhookSubscriptionRequest): What to tell an app of, and where.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        app_id=app_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    app_id: str,
    *,
    client: AuthenticatedClient,
    body: WebhookSubscriptionRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Have an app told of accounts by webhooks

     Subscribes an app to webhooks about WhatsApp Business Accounts, at an address that Meta checks at
    once. Without it an override of an account or a number is refused with code 100, "Before override
    the current callback uri, your app must be subscribed". A later call replaces what an earlier one
    set. It is called with the token of the app, which is the id of the app, `|` and the app secret.
    The call needs no permission. After an unclear outcome, such as a timeout, the call may be repeated.

    Args:
        app_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        body (WebhookSubscriptionRequest): What to tell an app of, and where.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return (
        await asyncio_detailed(
            app_id=app_id,
            client=client,
            body=body,
        )
    ).parsed
