from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.phone_number_page import PhoneNumberPage
    from ...models.phone_number_sort import PhoneNumberSort


def _get_kwargs(
    waba_id: str,
    *,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: PhoneNumberSort | Unset = UNSET,
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
        "url": "/{waba_id}/phone_numbers".format(
            waba_id=quote(str(waba_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | PhoneNumberPage:
    from ...models.graph_api_error import GraphAPIError
    from ...models.phone_number_page import PhoneNumberPage

    if response.status_code == 200:
        response_200 = PhoneNumberPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | PhoneNumberPage]:
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
    filtering: str | Unset = UNSET,
    sort: PhoneNumberSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | PhoneNumberPage]:
    """List the phone numbers of an account

     Returns one page of the numbers that belong to a WhatsApp Business Account. There is another page
    exactly when `paging.next` is present: an empty page can have a successor, and cursors are present
    on the last page too. One call with explicit `fields` is cheaper than reading each number by itself.
    Names and numbers may be kept for a short while; states and ratings change at any time.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (PhoneNumberSort | Unset): By creation or by last onboarding, earliest first
            (`ascending`) or latest first (`descending`). The v23.0 reference writes `.asc` and
            `.desc`, which the service refuses with code 100, "Cannot sort by
            last_onboarded_time.desc_ascending" (recorded on v23.0 to v26.0, September 2026).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PhoneNumberPage]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
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
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: PhoneNumberSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | PhoneNumberPage | None:
    """List the phone numbers of an account

     Returns one page of the numbers that belong to a WhatsApp Business Account. There is another page
    exactly when `paging.next` is present: an empty page can have a successor, and cursors are present
    on the last page too. One call with explicit `fields` is cheaper than reading each number by itself.
    Names and numbers may be kept for a short while; states and ratings change at any time.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (PhoneNumberSort | Unset): By creation or by last onboarding, earliest first
            (`ascending`) or latest first (`descending`). The v23.0 reference writes `.asc` and
            `.desc`, which the service refuses with code 100, "Cannot sort by
            last_onboarded_time.desc_ascending" (recorded on v23.0 to v26.0, September 2026).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PhoneNumberPage
    """

    return sync_detailed(
        waba_id=waba_id,
        client=client,
        fields=fields,
        filtering=filtering,
        sort=sort,
        limit=limit,
        after=after,
        before=before,
    ).parsed


async def asyncio_detailed(
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: PhoneNumberSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | PhoneNumberPage]:
    """List the phone numbers of an account

     Returns one page of the numbers that belong to a WhatsApp Business Account. There is another page
    exactly when `paging.next` is present: an empty page can have a successor, and cursors are present
    on the last page too. One call with explicit `fields` is cheaper than reading each number by itself.
    Names and numbers may be kept for a short while; states and ratings change at any time.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (PhoneNumberSort | Unset): By creation or by last onboarding, earliest first
            (`ascending`) or latest first (`descending`). The v23.0 reference writes `.asc` and
            `.desc`, which the service refuses with code 100, "Cannot sort by
            last_onboarded_time.desc_ascending" (recorded on v23.0 to v26.0, September 2026).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PhoneNumberPage]
    """

    kwargs = _get_kwargs(
        waba_id=waba_id,
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
    waba_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    filtering: str | Unset = UNSET,
    sort: PhoneNumberSort | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | PhoneNumberPage | None:
    """List the phone numbers of an account

     Returns one page of the numbers that belong to a WhatsApp Business Account. There is another page
    exactly when `paging.next` is present: an empty page can have a successor, and cursors are present
    on the last page too. One call with explicit `fields` is cheaper than reading each number by itself.
    Names and numbers may be kept for a short while; states and ratings change at any time.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, the
    call may be repeated.

    Args:
        waba_id (str): Id of an object on the Graph. Text of digits; some are too large for a JSON
            number.
        fields (str | Unset):
        filtering (str | Unset):
        sort (PhoneNumberSort | Unset): By creation or by last onboarding, earliest first
            (`ascending`) or latest first (`descending`). The v23.0 reference writes `.asc` and
            `.desc`, which the service refuses with code 100, "Cannot sort by
            last_onboarded_time.desc_ascending" (recorded on v23.0 to v26.0, September 2026).
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PhoneNumberPage
    """

    return (
        await asyncio_detailed(
            waba_id=waba_id,
            client=client,
            fields=fields,
            filtering=filtering,
            sort=sort,
            limit=limit,
            after=after,
            before=before,
        )
    ).parsed
