from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.account_sort import AccountSort
    from ...models.graph_api_error import GraphAPIError
    from ...models.whats_app_business_account_page import WhatsAppBusinessAccountPage


def _get_kwargs(
    business_id: str,
    *,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: AccountSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fields"] = fields

    params["filtering"] = filtering

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    params["limit"] = limit

    params["after"] = after

    params["before"] = before

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{business_id}/owned_whatsapp_business_accounts".format(
            business_id=quote(str(business_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | WhatsAppBusinessAccountPage:
    from ...models.graph_api_error import GraphAPIError
    from ...models.whats_app_business_account_page import WhatsAppBusinessAccountPage

    if response.status_code == 200:
        response_200 = WhatsAppBusinessAccountPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | WhatsAppBusinessAccountPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: AccountSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | WhatsAppBusinessAccountPage]:
    """List the accounts that a business owns

     Returns one page of the WhatsApp Business Accounts of a portfolio. There is another page exactly
    when `paging.next` is present. `phone_numbers` among the fields reads the numbers of each account in
    the same call. One number may be listed under several accounts: know it by its id.
    The token needs `business_management` and `whatsapp_business_management`. After an unclear outcome,
    such as a timeout, the call may be repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (AccountSort | Unset): By when accounts were made, earliest first (`ascending`) or
            latest first (`descending`).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | WhatsAppBusinessAccountPage]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        fields=fields,
        filtering=filtering,
        sort=sort,
        limit=limit,
        after=after,
        before=before,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: AccountSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | WhatsAppBusinessAccountPage | None:
    """List the accounts that a business owns

     Returns one page of the WhatsApp Business Accounts of a portfolio. There is another page exactly
    when `paging.next` is present. `phone_numbers` among the fields reads the numbers of each account in
    the same call. One number may be listed under several accounts: know it by its id.
    The token needs `business_management` and `whatsapp_business_management`. After an unclear outcome,
    such as a timeout, the call may be repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (AccountSort | Unset): By when accounts were made, earliest first (`ascending`) or
            latest first (`descending`).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | WhatsAppBusinessAccountPage
    """

    return sync_detailed(
        business_id=business_id,
        client=client,
        fields=fields,
        filtering=filtering,
        sort=sort,
        limit=limit,
        after=after,
        before=before,
    ).parsed


async def asyncio_detailed(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: AccountSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | WhatsAppBusinessAccountPage]:
    """List the accounts that a business owns

     Returns one page of the WhatsApp Business Accounts of a portfolio. There is another page exactly
    when `paging.next` is present. `phone_numbers` among the fields reads the numbers of each account in
    the same call. One number may be listed under several accounts: know it by its id.
    The token needs `business_management` and `whatsapp_business_management`. After an unclear outcome,
    such as a timeout, the call may be repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (AccountSort | Unset): By when accounts were made, earliest first (`ascending`) or
            latest first (`descending`).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | WhatsAppBusinessAccountPage]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        fields=fields,
        filtering=filtering,
        sort=sort,
        limit=limit,
        after=after,
        before=before,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: AccountSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | WhatsAppBusinessAccountPage | None:
    """List the accounts that a business owns

     Returns one page of the WhatsApp Business Accounts of a portfolio. There is another page exactly
    when `paging.next` is present. `phone_numbers` among the fields reads the numbers of each account in
    the same call. One number may be listed under several accounts: know it by its id.
    The token needs `business_management` and `whatsapp_business_management`. After an unclear outcome,
    such as a timeout, the call may be repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (AccountSort | Unset): By when accounts were made, earliest first (`ascending`) or
            latest first (`descending`).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | WhatsAppBusinessAccountPage
    """

    return (
        await asyncio_detailed(
            business_id=business_id,
            client=client,
            fields=fields,
            filtering=filtering,
            sort=sort,
            limit=limit,
            after=after,
            before=before,
        )
    ).parsed
