"""Arguments in, a call ready to be sent out: one function per thing a user can do.

Here arguments become members. What these may be, the call itself checks by the contract, which is
why texts of users stand here where the low-level models want words.
"""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from wabakit_graph import models
from wabakit_graph.models import PhoneNumberPage, SuccessResponse

from wabakit import _operations as graph
from wabakit._bounds import Flag, walked
from wabakit._graph import Call, given
from wabakit._input import check_https, plain, plain_number
from wabakit._secret import Secret
from wabakit._select import Filter
from wabakit.errors import InvalidInputError


def list_numbers(
    waba_id: str, fields: str, where: Iterable[Filter], sort: Any
) -> Callable[..., Call[PhoneNumberPage]]:
    """Return what makes the call for one page, given its size and cursor."""
    conditions = _conditions(where)
    return partial(
        graph.list_phone_numbers,
        waba_id,
        fields=fields,
        filtering=given(json.dumps(conditions) if conditions else None),
        sort=given(sort),
    )


def _conditions(where: Any) -> list[dict[str, object]]:
    rule = "a list of filters, such as [PhoneNumber.account_mode.equals(\x27LIVE\x27)]"
    filters = walked(where)
    if filters is None:
        raise InvalidInputError("where", where, rule)
    return [_condition(item, rule) for item in filters]


def _condition(item: object, rule: str) -> dict[str, object]:
    if not isinstance(item, Filter):
        raise InvalidInputError("where", item, rule)
    value: Any = item.value
    if not isinstance(value, (str, bool)) or not str(value).isprintable():
        raise InvalidInputError("where", value, "a printable text or a truth value to compare with")
    return {"field": item.field, "operator": item.operator, "value": item.value}


def create(
    waba_id: str,
    cc: str,
    phone_number: str,
    verified_name: str,
    migrate: bool | None,
    preverified_id: str | None,
) -> Call[models.PhoneNumberCreateResponse]:
    """Add a number to an account."""
    calling_code = plain(cc)
    request = models.PhoneNumberCreateRequest(
        cc=calling_code,
        phone_number=plain_number(phone_number, calling_code),
        verified_name=verified_name,
        migrate_phone_number=given(migrate),
        preverified_id=given(preverified_id),
    )
    return graph.create_phone_number(waba_id, body=request)


def digits_of(call: Call[models.PhoneNumberCreateResponse]) -> frozenset[str]:
    """Return what the number of a create call may read as: it is given in full or without `cc`."""
    body = call.body or {}
    cc, number = body["cc"], body["phone_number"]
    return frozenset({cc + number, *([number] if number.startswith(cc) else [])})


def request_code(number_id: str, method: Any, language: str) -> Call[SuccessResponse]:
    """Have a verification code sent."""
    return graph.request_code(number_id, body=models.RequestCodeRequest(method, language))


def verify_code(number_id: str, code: Secret) -> Call[models.CodeVerification]:
    """Hand in a verification code."""
    return graph.verify_code(number_id, body=models.VerifyCodeRequest(plain(code)))


def register(number_id: str, pin: Secret, region: Any) -> Call[SuccessResponse]:
    """Register for the Cloud API."""
    product = models.MessagingProduct.WHATSAPP
    request = models.RegisterRequest(product, pin, given(region))
    return graph.register(number_id, body=request)


def set_pin(number_id: str, pin: Secret) -> Call[SuccessResponse]:
    """Set or replace the two-step verification PIN."""
    return _update("set_pin", number_id, models.PhoneNumberUpdateRequest(pin=pin))


def request_display_name(number_id: str, name: str) -> Call[SuccessResponse]:
    """Ask for another display name."""
    return _update(
        "request_display_name", number_id, models.PhoneNumberUpdateRequest(new_display_name=name)
    )


def set_webhook(number_id: str, url: str, verify_token: Secret) -> Call[SuccessResponse]:
    """Override the webhook address."""
    override = models.WebhookOverride(check_https("url", url), verify_token)
    return _update(
        "set_webhook", number_id, models.PhoneNumberUpdateRequest(webhook_configuration=override)
    )


def clear_webhook(number_id: str) -> Call[SuccessResponse]:
    """Remove the override of the webhook address."""
    override = models.WebhookOverride("")
    return _update(
        "clear_webhook", number_id, models.PhoneNumberUpdateRequest(webhook_configuration=override)
    )


def set_search_visibility(number_id: str, visibility: Any) -> Call[SuccessResponse]:
    """Show the number in search or hide it."""
    return _update(
        "set_search_visibility",
        number_id,
        models.PhoneNumberUpdateRequest(search_visibility=visibility),
    )


def _update(
    method: str, number_id: str, request: models.PhoneNumberUpdateRequest
) -> Call[SuccessResponse]:
    return graph.update_phone_number.by(method)(number_id, body=request)


def set_automation(
    number_id: str, enable_welcome_message: bool | None, prompts: Any, commands: Any
) -> Call[SuccessResponse]:
    """Change welcome message, ice breakers or commands; what is None stays as it is."""
    request = models.ConversationalAutomationRequest(
        given(enable_welcome_message), given(prompts), given(commands)
    )
    return graph.set_automation(number_id, body=request)


def update_settings(number_id: str, **groups: Any) -> Call[SuccessResponse]:
    """Change one group of settings; Graph takes one per call."""
    chosen = {name: given(group) for name, group in groups.items()}
    return graph.update_settings(number_id, body=models.SettingsUpdateRequest(**chosen))


def update_official_business_account(
    number_id: str, **answers: Any
) -> Call[models.OfficialBusinessAccountUpdateResponse]:
    """Apply for the official business account badge."""
    request = models.OfficialBusinessAccountUpdateRequest(
        **{name: given(answer) for name, answer in answers.items()}
    )
    return graph.update_official_business_account(number_id, body=request)


def set_username(number_id: str, name: str, transfer: bool) -> Call[models.UsernameState]:
    """Claim a username."""
    moved = models.UsernameTransferAction.FORCE_TRANSFER
    wanted = moved if Flag().check(transfer, "transfer") else None
    return graph.set_username(number_id, body=models.SetUsernameRequest(name, given(wanted)))
