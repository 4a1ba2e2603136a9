from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...types import Response

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.code_verification import CodeVerification
    from ...models.graph_api_error import GraphAPIError
    from ...models.verify_code_request import VerifyCodeRequest


def _get_kwargs(
    phone_number_id: str,
    *,
    body: VerifyCodeRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/{phone_number_id}/verify_code".format(
            phone_number_id=quote(str(phone_number_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CodeVerification | GraphAPIError:
    from ...models.code_verification import CodeVerification
    from ...models.graph_api_error import GraphAPIError

    if response.status_code == 200:
        response_200 = CodeVerification.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = GraphAPIError.from_dict(response.json())

        return response_400

    response_default = GraphAPIError.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CodeVerification | GraphAPIError]:
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
    body: VerifyCodeRequest,
) -> Response[CodeVerification | GraphAPIError]:
    """Prove ownership with the code that was received

     Hands back the code that `requestCode` sent. Afterwards `code_verification_status` is `VERIFIED`;
    the number is not connected until it is registered. A wrong code is code 136025, usually with
    subcode 2388093, and each wrong guess counts towards a block of about twelve hours. After an unclear
    outcome read `code_verification_status` instead of sending the code again.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodeVerification | GraphAPIError]
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
    body: VerifyCodeRequest,
) -> CodeVerification | GraphAPIError | None:
    """Prove ownership with the code that was received

     Hands back the code that `requestCode` sent. Afterwards `code_verification_status` is `VERIFIED`;
    the number is not connected until it is registered. A wrong code is code 136025, usually with
    subcode 2388093, and each wrong guess counts towards a block of about twelve hours. After an unclear
    outcome read `code_verification_status` instead of sending the code again.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodeVerification | GraphAPIError
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
    body: VerifyCodeRequest,
) -> Response[CodeVerification | GraphAPIError]:
    """Prove ownership with the code that was received

     Hands back the code that `requestCode` sent. Afterwards `code_verification_status` is `VERIFIED`;
    the number is not connected until it is registered. A wrong code is code 136025, usually with
    subcode 2388093, and each wrong guess counts towards a block of about twelve hours. After an unclear
    outcome read `code_verification_status` instead of sending the code again.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodeVerification | GraphAPIError]
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
    body: VerifyCodeRequest,
) -> CodeVerification | GraphAPIError | None:
    """Prove ownership with the code that was received

     Hands back the code that `requestCode` sent. Afterwards `code_verification_status` is `VERIFIED`;
    the number is not connected until it is registered. A wrong code is code 136025, usually with
    subcode 2388093, and each wrong guess counts towards a block of about twelve hours. After an unclear
    outcome read `code_verification_status` instead of sending the code again.
    The token needs `whatsapp_business_management`. After an unclear outcome, such as a timeout, do not
    repeat the call, but look for its effect.

    Args:
        phone_number_id (str): Id of an object on the Graph. Text of digits; some are too large
            for a JSON number.
        body (VerifyCodeRequest): The one-time code that was received.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodeVerification | GraphAPIError
    """

    return (
        await asyncio_detailed(
            phone_number_id=phone_number_id,
            client=client,
            body=body,
        )
    ).parsed
