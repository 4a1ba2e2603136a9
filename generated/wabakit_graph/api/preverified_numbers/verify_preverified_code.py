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
    from ...models.verify_code_request import VerifyCodeRequest


def _get_kwargs(
    preverified_id: str,
    *,
    body: VerifyCodeRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{preverified_id}/verify_code".format(
            preverified_id=quote(str(preverified_id), safe=""),
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
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: VerifyCodeRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Prove ownership of a number of the pool

     Hands back the code that `requestPreverifiedCode` sent. Afterwards `code_verification_status` is
    `VERIFIED` for 90 days, until `verification_expiry_time`. After an unclear outcome read
    `code_verification_status` instead of sending the code again.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: VerifyCodeRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Prove ownership of a number of the pool

     Hands back the code that `requestPreverifiedCode` sent. Afterwards `code_verification_status` is
    `VERIFIED` for 90 days, until `verification_expiry_time`. After an unclear outcome read
    `code_verification_status` instead of sending the code again.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return sync_detailed(
        preverified_id=preverified_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: VerifyCodeRequest,
) -> Response[GraphAPIError | SuccessResponse]:
    """Prove ownership of a number of the pool

     Hands back the code that `requestPreverifiedCode` sent. Afterwards `code_verification_status` is
    `VERIFIED` for 90 days, until `verification_expiry_time`. After an unclear outcome read
    `code_verification_status` instead of sending the code again.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GraphAPIError | SuccessResponse]
    """

    kwargs = _get_kwargs(
        preverified_id=preverified_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    preverified_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: VerifyCodeRequest,
) -> GraphAPIError | SuccessResponse | None:
    """Prove ownership of a number of the pool

     Hands back the code that `requestPreverifiedCode` sent. Afterwards `code_verification_status` is
    `VERIFIED` for 90 days, until `verification_expiry_time`. After an unclear outcome read
    `code_verification_status` instead of sending the code again.
    The token needs `business_management`. After an unclear outcome, such as a timeout, do not repeat
    the call, but look for its effect.

    Args:
        preverified_id (str): Id of an object on the Graph. Text of digits; some are too large for
            a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GraphAPIError | SuccessResponse
    """

    return (
        await asyncio_detailed(
            preverified_id=preverified_id,
            client=client,
            body=body,
        )
    ).parsed
