from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.code_verification_status import CodeVerificationStatus
    from ...models.graph_api_error import GraphAPIError
    from ...models.preverified_number_page import PreverifiedNumberPage


def _get_kwargs(
    business_id: str,
    *,
    fields: str | Unset = UNSET,
    code_verification_status: CodeVerificationStatus | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["fields"] = fields

    json_code_verification_status: str | Unset = UNSET
    if not isinstance(code_verification_status, Unset):
        json_code_verification_status = code_verification_status.value

    params["code_verification_status"] = json_code_verification_status

    params["phone_number"] = phone_number

    params["limit"] = limit

    params["after"] = after

    params["before"] = before

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/{business_id}/preverified_numbers".format(
            business_id=quote(str(business_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GraphAPIError | PreverifiedNumberPage:
    from ...models.graph_api_error import GraphAPIError
    from ...models.preverified_number_page import PreverifiedNumberPage

    if response.status_code == 200:
        response_200 = PreverifiedNumberPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GraphAPIError | PreverifiedNumberPage]:
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
    code_verification_status: CodeVerificationStatus | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | PreverifiedNumberPage]:
    """List the pool of pre-verified numbers

     Returns one page of the pool, in the order in which the numbers were added. A number that a customer
    claimed is not in it any more. There is another page exactly when `paging.next` is present.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        code_verification_status (CodeVerificationStatus | Unset): Whether ownership was proved
            with a one-time code. `EXPIRED` is normal for a connected number: the proof is needed anew
            only for another registration. `UNVERIFIED` is a rare word for `NOT_VERIFIED`.
        phone_number (str | Unset): A telephone number in full, its country calling code first,
            with or without plus sign, blanks, hyphens and brackets.
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PreverifiedNumberPage]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        fields=fields,
        code_verification_status=code_verification_status,
        phone_number=phone_number,
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
    code_verification_status: CodeVerificationStatus | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | PreverifiedNumberPage | None:
    """List the pool of pre-verified numbers

     Returns one page of the pool, in the order in which the numbers were added. A number that a customer
    claimed is not in it any more. There is another page exactly when `paging.next` is present.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        code_verification_status (CodeVerificationStatus | Unset): Whether ownership was proved
            with a one-time code. `EXPIRED` is normal for a connected number: the proof is needed anew
            only for another registration. `UNVERIFIED` is a rare word for `NOT_VERIFIED`.
        phone_number (str | Unset): A telephone number in full, its country calling code first,
            with or without plus sign, blanks, hyphens and brackets.
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PreverifiedNumberPage
    """

    return sync_detailed(
        business_id=business_id,
        client=client,
        fields=fields,
        code_verification_status=code_verification_status,
        phone_number=phone_number,
        limit=limit,
        after=after,
        before=before,
    ).parsed


async def asyncio_detailed(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    fields: str | Unset = UNSET,
    code_verification_status: CodeVerificationStatus | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> Response[GraphAPIError | PreverifiedNumberPage]:
    """List the pool of pre-verified numbers

     Returns one page of the pool, in the order in which the numbers were added. A number that a customer
    claimed is not in it any more. There is another page exactly when `paging.next` is present.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        code_verification_status (CodeVerificationStatus | Unset): Whether ownership was proved
            with a one-time code. `EXPIRED` is normal for a connected number: the proof is needed anew
            only for another registration. `UNVERIFIED` is a rare word for `NOT_VERIFIED`.
        phone_number (str | Unset): A telephone number in full, its country calling code first,
            with or without plus sign, blanks, hyphens and brackets.
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | PreverifiedNumberPage]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        fields=fields,
        code_verification_status=code_verification_status,
        phone_number=phone_number,
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
    code_verification_status: CodeVerificationStatus | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    after: str | Unset = UNSET,
    before: str | Unset = UNSET,
) -> GraphAPIError | PreverifiedNumberPage | None:
    """List the pool of pre-verified numbers

     Returns one page of the pool, in the order in which the numbers were added. A number that a customer
    claimed is not in it any more. There is another page exactly when `paging.next` is present.
    The token needs `business_management`. After an unclear outcome, such as a timeout, the call may be
    repeated.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        fields (str | Unset):
        code_verification_status (CodeVerificationStatus | Unset): Whether ownership was proved
            with a one-time code. `EXPIRED` is normal for a connected number: the proof is needed anew
            only for another registration. `UNVERIFIED` is a rare word for `NOT_VERIFIED`.
        phone_number (str | Unset): A telephone number in full, its country calling code first,
            with or without plus sign, blanks, hyphens and brackets.
        limit (int | Unset):
        after (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.
        before (str | Unset): A place in a list, opaque and short-lived. Text that an earlier page
            carries.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | PreverifiedNumberPage
    """

    return (
        await asyncio_detailed(
            business_id=business_id,
            client=client,
            fields=fields,
            code_verification_status=code_verification_status,
            phone_number=phone_number,
            limit=limit,
            after=after,
            before=before,
        )
    ).parsed
