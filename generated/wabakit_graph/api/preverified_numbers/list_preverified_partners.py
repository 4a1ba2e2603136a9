from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.partner_page import PartnerPage


def _get_kwargs(
    preverified_id: str,
    *,
    fields: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fields"] = fields

    params["limit"] = limit

    params["after"] = after

    params["before"] = before

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{preverified_id}/partners".format(
            preverified_id=quote(str(preverified_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | PartnerPage:
    from ...models.graph_api_error import GraphAPIError
    from ...models.partner_page import PartnerPage

    if response.status_code == 200:
        response_200 = PartnerPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | PartnerPage]:
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
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | PartnerPage]:
    """List who may use a number of the pool

     Returns one page of the businesses that a pre-verified number is shared with.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PartnerPage]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
        fields=fields,
        limit=limit,
        after=after,
        before=before,
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
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | PartnerPage | None:
    """List who may use a number of the pool

     Returns one page of the businesses that a pre-verified number is shared with.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PartnerPage
    """

    return sync_detailed(
        preverified_id=preverified_id,
        client=client,
        fields=fields,
        limit=limit,
        after=after,
        before=before,
    ).parsed


async def asyncio_detailed(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | PartnerPage]:
    """List who may use a number of the pool

     Returns one page of the businesses that a pre-verified number is shared with.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PartnerPage]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
        fields=fields,
        limit=limit,
        after=after,
        before=before,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | PartnerPage | None:
    """List who may use a number of the pool

     Returns one page of the businesses that a pre-verified number is shared with.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        fields (str | Unset):
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PartnerPage
    """

    return (
        await asyncio_detailed(
            preverified_id=preverified_id,
            client=client,
            fields=fields,
            limit=limit,
            after=after,
            before=before,
        )
    ).parsed
