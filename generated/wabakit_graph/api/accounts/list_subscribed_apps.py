from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.subscribed_app_page import SubscribedAppPage


def _get_kwargs(
    waba_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{waba_id}/subscribed_apps".format(
            waba_id=quote(str(waba_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | SubscribedAppPage:
    from ...models.graph_api_error import GraphAPIError
    from ...models.subscribed_app_page import SubscribedAppPage

    if response.status_code == 200:
        response_200 = SubscribedAppPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | SubscribedAppPage]:
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
) -> Response[GraphAPIError | SubscribedAppPage]:
    """List the apps that get the webhooks of an account

     Returns every app that is subscribed to the account, with the address that stands in for its
    callback where one was given. The list comes whole, without paging.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SubscribedAppPage]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> GraphAPIError | SubscribedAppPage | None:
    """List the apps that get the webhooks of an account

     Returns every app that is subscribed to the account, with the address that stands in for its
    callback where one was given. The list comes whole, without paging.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SubscribedAppPage
    """

    return sync_detailed(
        waba_id=waba_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GraphAPIError | SubscribedAppPage]:
    """List the apps that get the webhooks of an account

     Returns every app that is subscribed to the account, with the address that stands in for its
    callback where one was given. The list comes whole, without paging.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SubscribedAppPage]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> GraphAPIError | SubscribedAppPage | None:
    """List the apps that get the webhooks of an account

     Returns every app that is subscribed to the account, with the address that stands in for its
    callback where one was given. The list comes whole, without paging.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SubscribedAppPage
    """

    return (
        await asyncio_detailed(
            waba_id=waba_id,
            client=client,
        )
    ).parsed
