"""Checked arguments in, a call ready to be sent out: one function per thing a user can do."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar, cast

from wabakit_graph import models
from wabakit_graph.models import PhoneNumberPage, PhoneNumberSort, SuccessResponse

from wabakit import _operations as graph
from wabakit._graph import Call, given
from wabakit._input import (
    check_choice,
    check_code,
    check_commands,
    check_digits,
    check_https,
    check_id,
    check_language,
    check_length,
    check_pin,
    check_prompts,
)
from wabakit._secret import MASK, Secret
from wabakit._select import Filter
from wabakit.errors import InvalidInputError

M = TypeVar("M")


def list_numbers(
    waba_id: str, fields: str, where: Iterable[Filter], sort: str | None
) -> Callable[..., Call[PhoneNumberPage]]:
    """Return what makes the call for one page, given its size and cursor."""
    conditions = [_condition(item) for item in where]
    return partial(
        graph.list_phone_numbers,
        waba_id,
        fields=fields,
        filtering=given(json.dumps(conditions) if conditions else None),
        sort=given(None if sort is None else check_choice("sort", sort, PhoneNumberSort)),
    )


def _condition(item: object) -> dict[str, object]:
    if not isinstance(item, Filter):
        raise InvalidInputError("where", item, "filters such as PhoneNumber.account_mode.equals()")
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
    request = models.PhoneNumberCreateRequest(
        cc=check_digits("cc", cc, 1, 3),
        phone_number=check_digits("phone_number", phone_number, 4, 15),
        verified_name=check_length("verified_name", verified_name, 2, 75),
        migrate_phone_number=given(migrate),
        preverified_id=given(
            None if preverified_id is None else check_id("preverified_id", preverified_id)
        ),
    )
    return graph.create_phone_number(waba_id, body=request)


def digits_of(call: Call[models.PhoneNumberCreateResponse]) -> frozenset[str]:
    """Return what the number of a create call may read as: it is given in full or without `cc`."""
    body = call.body or {}
    cc, number = body["cc"], body["phone_number"]
    return frozenset({cc + number, *([number] if number.startswith(cc) else [])})


def request_code(number_id: str, method: str, language: str) -> Call[SuccessResponse]:
    """Have a verification code sent."""
    request = models.RequestCodeRequest(
        check_choice("method", method, models.CodeMethod), check_language(language)
    )
    return graph.request_code(number_id, body=request)


def verify_code(number_id: str, code: Secret) -> Call[models.VerifyCodeResponse]:
    """Hand in a verification code."""
    return graph.verify_code(number_id, body=models.VerifyCodeRequest(check_code(code)))


def register(number_id: str, pin: Secret, region: str | None) -> Call[SuccessResponse]:
    """Register for the Cloud API."""
    regions = models.DataLocalizationRegion
    request = models.RegisterRequest(
        models.MessagingProduct.WHATSAPP,
        check_pin(pin),
        given(
            None if region is None else check_choice("data_localization_region", region, regions)
        ),
    )
    return graph.register(number_id, body=request)


def set_pin(number_id: str, pin: Secret) -> Call[SuccessResponse]:
    """Set or replace the two-step verification PIN."""
    return _update("set_pin", number_id, models.PhoneNumberUpdateRequest(pin=check_pin(pin)))


def request_display_name(number_id: str, name: str) -> Call[SuccessResponse]:
    """Ask for another display name."""
    wanted = check_length("name", name, 2, 75)
    return _update(
        "request_display_name", number_id, models.PhoneNumberUpdateRequest(new_display_name=wanted)
    )


def set_webhook(number_id: str, url: str, verify_token: Secret) -> Call[SuccessResponse]:
    """Override the webhook address."""
    if not verify_token:
        raise InvalidInputError("verify_token", MASK, "text that your address expects, not empty")
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


def set_search_visibility(number_id: str, visibility: str) -> Call[SuccessResponse]:
    """Show the number in search or hide it."""
    choice = check_choice("visibility", visibility, models.SearchVisibility)
    return _update(
        "set_search_visibility",
        number_id,
        models.PhoneNumberUpdateRequest(search_visibility=choice),
    )


def _update(
    method: str, number_id: str, request: models.PhoneNumberUpdateRequest
) -> Call[SuccessResponse]:
    return graph.update_phone_number.by(method)(number_id, body=request)


def set_automation(
    number_id: str,
    enable_welcome_message: bool | None,
    prompts: Iterable[str] | None,
    commands: Iterable[Mapping[str, Any]] | None,
) -> Call[SuccessResponse]:
    """Change welcome message, ice breakers or commands; what is None stays as it is."""
    if enable_welcome_message is None and prompts is None and commands is None:
        rule = "give enable_welcome_message=, prompts= or commands="
        raise InvalidInputError("set_automation", None, rule)
    request = models.ConversationalAutomationRequest(
        enable_welcome_message=given(enable_welcome_message),
        prompts=given(None if prompts is None else check_prompts(prompts)),
        commands=given(None if commands is None else _commands(commands)),
    )
    return graph.set_automation(number_id, body=request)


def _commands(commands: Iterable[object]) -> list[models.BotCommand]:
    built = [_body("commands", command, models.BotCommand) for command in commands]
    check_commands([command.to_dict() for command in built])
    return built


_SETTINGS: Mapping[str, type[Any]] = {
    "calling": models.CallingSettings,
    "user_identity_change": models.UserIdentityChange,
    "payload_encryption": models.PayloadEncryption,
    "storage_configuration": models.StorageConfiguration,
}


def update_settings(number_id: str, **groups: object) -> Call[SuccessResponse]:
    """Change one group of settings; Graph takes one per call."""
    chosen = {name: value for name, value in groups.items() if value is not None}
    if len(chosen) != 1:
        rule = f"give exactly one of {', '.join(_SETTINGS)}"
        raise InvalidInputError("update_settings", sorted(chosen), rule)
    ((name, value),) = chosen.items()
    request = models.SettingsUpdateRequest(**{name: _body(name, value, _SETTINGS[name])})
    return graph.update_settings(number_id, body=request)


def _body(name: str, value: Any, model: type[M]) -> M:
    """Return part of a body, given as a mapping or as the low-level model itself."""
    if isinstance(value, model):
        return value
    try:
        built: M = cast(Any, model).from_dict(value)
    except (AttributeError, KeyError, TypeError, ValueError):
        rule = f"a mapping with the members of {model.__name__} in the contract"
        raise InvalidInputError(name, type(value).__name__, rule) from None
    return built


def update_official_business_account(
    number_id: str, **answers: Any
) -> Call[models.OfficialBusinessAccountUpdateResponse]:
    """Apply for the official business account badge."""
    given_answers = {name: value for name, value in answers.items() if value is not None}
    if not given_answers:
        rule = f"give at least one of {', '.join(answers)}"
        raise InvalidInputError("update_official_business_account", None, rule)
    request = models.OfficialBusinessAccountUpdateRequest(**given_answers)
    return graph.update_official_business_account(number_id, body=request)


def set_username(number_id: str, name: str, transfer: bool) -> Call[models.UsernameState]:
    """Claim a username."""
    moved = models.UsernameTransferAction.FORCE_TRANSFER if transfer else None
    request = models.SetUsernameRequest(check_length("name", name, 3, 35), given(moved))
    return graph.set_username(number_id, body=request)
