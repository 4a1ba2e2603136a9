from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.set_username_request import SetUsernameRequest
    from ...models.username_state import UsernameState


def _get_kwargs(
    phone_number_id: str,
    *,
    body: SetUsernameRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{phone_number_id}/username".format(
            phone_number_id=quote(str(phone_number_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | UsernameState:
    from ...models.graph_api_error import GraphAPIError
    from ...models.username_state import UsernameState

    if response.status_code == 200:
        response_200 = UsernameState.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | UsernameState]:
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
    body: SetUsernameRequest,
) -> Response[GraphAPIError | UsernameState]:
    """Claim or change the username of a number

     Asks for a username and answers with its state. One that is taken or not allowed is refused with
    code 147001; one that sits on another number of the same portfolio with 147005, unless
    `transfer_action` moves it. What became of it, `getUsername` answers.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (SetUsernameRequest): The username to claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | UsernameState]
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
    body: SetUsernameRequest,
) -> GraphAPIError | UsernameState | None:
    """Claim or change the username of a number

     Asks for a username and answers with its state. One that is taken or not allowed is refused with
    code 147001; one that sits on another number of the same portfolio with 147005, unless
    `transfer_action` moves it. What became of it, `getUsername` answers.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (SetUsernameRequest): The username to claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | UsernameState
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
    body: SetUsernameRequest,
) -> Response[GraphAPIError | UsernameState]:
    """Claim or change the username of a number

     Asks for a username and answers with its state. One that is taken or not allowed is refused with
    code 147001; one that sits on another number of the same portfolio with 147005, unless
    `transfer_action` moves it. What became of it, `getUsername` answers.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (SetUsernameRequest): The username to claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | UsernameState]
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
    body: SetUsernameRequest,
) -> GraphAPIError | UsernameState | None:
    """Claim or change the username of a number

     Asks for a username and answers with its state. One that is taken or not allowed is refused with
    code 147001; one that sits on another number of the same portfolio with 147005, unless
    `transfer_action` moves it. What became of it, `getUsername` answers.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, read
    the state, and repeat the call only if nothing happened.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (SetUsernameRequest): The username to claim.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | UsernameState
    """

    return (
        await asyncio_detailed(
            phone_number_id=phone_number_id,
            client=client,
            body=body,
        )
    ).parsed
