from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.preverified_number import PreverifiedNumber


def _get_kwargs(
    preverified_id: str,
    *,
    fields: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fields"] = fields

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{preverified_id}".format(
            preverified_id=quote(str(preverified_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | PreverifiedNumber:
    from ...models.graph_api_error import GraphAPIError
    from ...models.preverified_number import PreverifiedNumber

    if response.status_code == 200:
        response_200 = PreverifiedNumber.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | PreverifiedNumber]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Response[GraphAPIError | PreverifiedNumber]:
    """Read one pre-verified number

     Returns the fields asked for, and `id` always. One that was claimed, dropped or removed is not there
    any more, and answers code 100 with subcode 33.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PreverifiedNumber]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
        fields=fields,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> GraphAPIError | PreverifiedNumber | None:
    """Read one pre-verified number

     Returns the fields asked for, and `id` always. One that was claimed, dropped or removed is not there
    any more, and answers code 100 with subcode 33.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PreverifiedNumber
    """

    return sync_detailed(
        preverified_id=preverified_id,
        client=client,
        fields=fields,
    ).parsed


async def asyncio_detailed(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> Response[GraphAPIError | PreverifiedNumber]:
    """Read one pre-verified number

     Returns the fields asked for, and `id` always. One that was claimed, dropped or removed is not there
    any more, and answers code 100 with subcode 33.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PreverifiedNumber]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
        fields=fields,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
) -> GraphAPIError | PreverifiedNumber | None:
    """Read one pre-verified number

     Returns the fields asked for, and `id` always. One that was claimed, dropped or removed is not there
    any more, and answers code 100 with subcode 33.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PreverifiedNumber
    """

    return (
        await asyncio_detailed(
            preverified_id=preverified_id,
            client=client,
            fields=fields,
        )
    ).parsed
