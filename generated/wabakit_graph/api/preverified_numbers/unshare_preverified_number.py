from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import UNSET, Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.graph_api_error import GraphAPIError
    from ...models.success_response import SuccessResponse


def _get_kwargs(
    business_id: str,
    *,
    preverified_id: str,
    partner_business_id: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["preverified_id"] = preverified_id

    params["partner_business_id"] = partner_business_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/{business_id}/share_preverified_numbers".format(
            business_id=quote(str(business_id), safe=""),
        ),
        "params": params,
    }

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
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    preverified_id: str,
    partner_business_id: str,
) -> Response[GraphAPIError | SuccessResponse]:
    """Let a partner use a number of the pool no more

     Takes back what `sharePreverifiedNumber` gave. Who may use the number, `listPreverifiedPartners`
    says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        partner_business_id (str): Id of an object on the Graph. Text of digits; some are too
            large for a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        preverified_id=preverified_id,
        partner_business_id=partner_business_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    preverified_id: str,
    partner_business_id: str,
) -> GraphAPIError | SuccessResponse | None:
    """Let a partner use a number of the pool no more

     Takes back what `sharePreverifiedNumber` gave. Who may use the number, `listPreverifiedPartners`
    says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        partner_business_id (str): Id of an object on the Graph. Text of digits; some are too
            large for a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return sync_detailed(
        business_id=business_id,
        client=client,
        preverified_id=preverified_id,
        partner_business_id=partner_business_id,
    ).parsed


async def asyncio_detailed(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    preverified_id: str,
    partner_business_id: str,
) -> Response[GraphAPIError | SuccessResponse]:
    """Let a partner use a number of the pool no more

     Takes back what `sharePreverifiedNumber` gave. Who may use the number, `listPreverifiedPartners`
    says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        partner_business_id (str): Id of an object on the Graph. Text of digits; some are too
            large for a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        business_id=business_id,
        preverified_id=preverified_id,
        partner_business_id=partner_business_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    business_id: str,
    *,
    client: AuthenticatedClient | Client,
    preverified_id: str,
    partner_business_id: str,
) -> GraphAPIError | SuccessResponse | None:
    """Let a partner use a number of the pool no more

     Takes back what `sharePreverifiedNumber` gave. Who may use the number, `listPreverifiedPartners`
    says.
    The token needs `business_management`. After an unclear outcome, such as a timeout, read the state,
    and repeat the call only if nothing happened.

    Args:
        business_id (str): Id of an object on the Graph. Text of digits; some are too large for a
            JSON number.
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        partner_business_id (str): Id of an object on the Graph. Text of digits; some are too
            large for a JSON number.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return (
        await asyncio_detailed(
            business_id=business_id,
            client=client,
            preverified_id=preverified_id,
            partner_business_id=partner_business_id,
        )
    ).parsed
