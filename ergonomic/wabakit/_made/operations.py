# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""Every operation of the contract: calling one makes the call, held against its bounds.

The first argument is the method that the caller was called by; what is None is not sent.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from wabakit_graph import models
from wabakit_graph.api.official_business_account import (
    get_official_business_account as _get_official_business_account,
)
from wabakit_graph.api.official_business_account import (
    update_official_business_account as _update_official_business_account,
)
from wabakit_graph.api.phone_numbers import create_phone_number as _create_phone_number
from wabakit_graph.api.phone_numbers import get_phone_number as _get_phone_number
from wabakit_graph.api.phone_numbers import list_phone_numbers as _list_phone_numbers
from wabakit_graph.api.phone_numbers import update_phone_number as _update_phone_number
from wabakit_graph.api.registration import deregister_phone_number as _deregister_phone_number
from wabakit_graph.api.registration import register_phone_number as _register_phone_number
from wabakit_graph.api.registration import request_code as _request_code
from wabakit_graph.api.registration import verify_code as _verify_code
from wabakit_graph.api.settings import get_settings as _get_settings
from wabakit_graph.api.settings import (
    set_conversational_automation as _set_conversational_automation,
)
from wabakit_graph.api.settings import update_settings as _update_settings
from wabakit_graph.api.usernames import delete_username as _delete_username
from wabakit_graph.api.usernames import get_username as _get_username
from wabakit_graph.api.usernames import list_username_suggestions as _list_username_suggestions
from wabakit_graph.api.usernames import set_username as _set_username

from wabakit._bounds import Flag, Whole
from wabakit._graph import Operation
from wabakit._made import bounds, params
from wabakit._wire import Asked, Call, Filter

LIST_PHONE_NUMBERS = Operation(
    "listPhoneNumbers",
    _list_phone_numbers,
    models.PhoneNumberPage,
    "safe",
    {
        "waba_id": bounds.GraphId,
        "sort": bounds.PhoneNumberSort,
        "limit": Whole(least=1, most=100),
        "after": bounds.Cursor,
        "before": bounds.Cursor,
    },
)


def list_phone_numbers(
    caller: str,
    waba_id: str,
    *,
    fields: Asked | None = None,
    filtering: tuple[Filter, ...] | None = None,
    sort: models.PhoneNumberSort | str | None = None,
    limit: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Call[models.PhoneNumberPage]:
    """List the phone numbers of an account."""
    return LIST_PHONE_NUMBERS(
        caller,
        waba_id,
        fields=fields,
        filtering=filtering,
        sort=sort,
        limit=limit,
        after=after,
        before=before,
    )


CREATE_PHONE_NUMBER = Operation(
    "createPhoneNumber",
    _create_phone_number,
    models.PhoneNumberCreateResponse,
    "never",
    {"waba_id": bounds.GraphId},
    body=bounds.PhoneNumberCreateRequest,
)


def create_phone_number(
    caller: str,
    waba_id: str,
    *,
    cc: str | None = None,
    phone_number: str,
    verified_name: str | None = None,
    migrate_phone_number: bool | None = None,
    preverified_id: str | None = None,
) -> Call[models.PhoneNumberCreateResponse]:
    """Add a phone number to an account."""
    return CREATE_PHONE_NUMBER(
        caller,
        waba_id,
        body={
            "cc": cc,
            "phone_number": phone_number,
            "verified_name": verified_name,
            "migrate_phone_number": migrate_phone_number,
            "preverified_id": preverified_id,
        },
    )


GET_PHONE_NUMBER = Operation(
    "getPhoneNumber",
    _get_phone_number,
    models.PhoneNumber,
    "safe",
    {"phone_number_id": bounds.GraphId},
)


def get_phone_number(
    caller: str, phone_number_id: str, *, fields: Asked | None = None
) -> Call[models.PhoneNumber]:
    """Read one phone number."""
    return GET_PHONE_NUMBER(caller, phone_number_id, fields=fields)


UPDATE_PHONE_NUMBER = Operation(
    "updatePhoneNumber",
    _update_phone_number,
    models.SuccessResponse,
    "safe",
    {"phone_number_id": bounds.GraphId},
    body=bounds.PhoneNumberUpdateRequest,
    repeats={"new_display_name": "settle-first"},
)


def update_phone_number(
    caller: str,
    phone_number_id: str,
    *,
    pin: str | None = None,
    new_display_name: str | None = None,
    webhook_configuration: Mapping[str, object] | None = None,
    search_visibility: models.SearchVisibility | str | None = None,
) -> Call[models.SuccessResponse]:
    """Change one phone number."""
    return UPDATE_PHONE_NUMBER(
        caller,
        phone_number_id,
        body={
            "pin": pin,
            "new_display_name": new_display_name,
            "webhook_configuration": webhook_configuration,
            "search_visibility": search_visibility,
        },
    )


REQUEST_CODE = Operation(
    "requestCode",
    _request_code,
    models.SuccessResponse,
    "never",
    {"phone_number_id": bounds.GraphId},
    body=bounds.RequestCodeRequest,
)


def request_code(
    caller: str, phone_number_id: str, *, code_method: models.CodeMethod | str, language: str
) -> Call[models.SuccessResponse]:
    """Send a verification code to the number."""
    return REQUEST_CODE(
        caller, phone_number_id, body={"code_method": code_method, "language": language}
    )


VERIFY_CODE = Operation(
    "verifyCode",
    _verify_code,
    models.CodeVerification,
    "never",
    {"phone_number_id": bounds.GraphId},
    body=bounds.VerifyCodeRequest,
)


def verify_code(caller: str, phone_number_id: str, *, code: str) -> Call[models.CodeVerification]:
    """Prove ownership with the code that was received."""
    return VERIFY_CODE(caller, phone_number_id, body={"code": code})


REGISTER_PHONE_NUMBER = Operation(
    "registerPhoneNumber",
    _register_phone_number,
    models.SuccessResponse,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
    body=bounds.RegisterRequest,
)


def register_phone_number(
    caller: str,
    phone_number_id: str,
    *,
    messaging_product: models.MessagingProduct | str,
    pin: str,
    data_localization_region: models.DataLocalizationRegion | str | None = None,
) -> Call[models.SuccessResponse]:
    """Connect a verified number to Cloud API."""
    return REGISTER_PHONE_NUMBER(
        caller,
        phone_number_id,
        body={
            "messaging_product": messaging_product,
            "pin": pin,
            "data_localization_region": data_localization_region,
        },
    )


DEREGISTER_PHONE_NUMBER = Operation(
    "deregisterPhoneNumber",
    _deregister_phone_number,
    models.SuccessResponse,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
)


def deregister_phone_number(caller: str, phone_number_id: str) -> Call[models.SuccessResponse]:
    """Disconnect a number from Cloud API."""
    return DEREGISTER_PHONE_NUMBER(caller, phone_number_id)


SET_CONVERSATIONAL_AUTOMATION = Operation(
    "setConversationalAutomation",
    _set_conversational_automation,
    models.SuccessResponse,
    "safe",
    {"phone_number_id": bounds.GraphId},
    body=bounds.ConversationalAutomationRequest,
)


def set_conversational_automation(
    caller: str,
    phone_number_id: str,
    *,
    enable_welcome_message: bool | None = None,
    prompts: Iterable[str] | None = None,
    commands: Iterable[params.BotCommandParam] | None = None,
) -> Call[models.SuccessResponse]:
    """Set welcome message, ice breakers and commands."""
    return SET_CONVERSATIONAL_AUTOMATION(
        caller,
        phone_number_id,
        body={
            "enable_welcome_message": enable_welcome_message,
            "prompts": prompts,
            "commands": commands,
        },
    )


GET_SETTINGS = Operation(
    "getSettings",
    _get_settings,
    models.Settings,
    "safe",
    {"phone_number_id": bounds.GraphId, "include_sip_credentials": Flag()},
)


def get_settings(
    caller: str,
    phone_number_id: str,
    *,
    fields: Asked | None = None,
    include_sip_credentials: bool | None = None,
) -> Call[models.Settings]:
    """Read the settings of a number."""
    return GET_SETTINGS(
        caller, phone_number_id, fields=fields, include_sip_credentials=include_sip_credentials
    )


UPDATE_SETTINGS = Operation(
    "updateSettings",
    _update_settings,
    models.SuccessResponse,
    "safe",
    {"phone_number_id": bounds.GraphId},
    body=bounds.SettingsUpdateRequest,
)


def update_settings(
    caller: str,
    phone_number_id: str,
    *,
    calling: params.CallingSettingsParam | None = None,
    payload_encryption: params.PayloadEncryptionParam | None = None,
    storage_configuration: params.StorageConfigurationParam | None = None,
    user_identity_change: params.UserIdentityChangeParam | None = None,
) -> Call[models.SuccessResponse]:
    """Change one group of settings."""
    return UPDATE_SETTINGS(
        caller,
        phone_number_id,
        body={
            "calling": calling,
            "payload_encryption": payload_encryption,
            "storage_configuration": storage_configuration,
            "user_identity_change": user_identity_change,
        },
    )


GET_OFFICIAL_BUSINESS_ACCOUNT = Operation(
    "getOfficialBusinessAccount",
    _get_official_business_account,
    models.OfficialBusinessAccount,
    "safe",
    {"phone_number_id": bounds.GraphId},
)


def get_official_business_account(
    caller: str, phone_number_id: str, *, fields: Asked | None = None
) -> Call[models.OfficialBusinessAccount]:
    """Read how the application for the badge stands."""
    return GET_OFFICIAL_BUSINESS_ACCOUNT(caller, phone_number_id, fields=fields)


UPDATE_OFFICIAL_BUSINESS_ACCOUNT = Operation(
    "updateOfficialBusinessAccount",
    _update_official_business_account,
    models.OfficialBusinessAccountUpdateResponse,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
    body=bounds.OfficialBusinessAccountUpdateRequest,
)


def update_official_business_account(
    caller: str,
    phone_number_id: str,
    *,
    business_website_url: str | None = None,
    primary_country_of_operation: str | None = None,
    primary_language: str | None = None,
    parent_business_or_brand: str | None = None,
    supporting_links: Iterable[str] | None = None,
    additional_supporting_information: str | None = None,
    action: models.OfficialBusinessAccountAction | str | None = None,
    application_data: Mapping[str, object] | None = None,
) -> Call[models.OfficialBusinessAccountUpdateResponse]:
    """Apply for the badge."""
    return UPDATE_OFFICIAL_BUSINESS_ACCOUNT(
        caller,
        phone_number_id,
        body={
            "business_website_url": business_website_url,
            "primary_country_of_operation": primary_country_of_operation,
            "primary_language": primary_language,
            "parent_business_or_brand": parent_business_or_brand,
            "supporting_links": supporting_links,
            "additional_supporting_information": additional_supporting_information,
            "action": action,
            "application_data": application_data,
        },
    )


GET_USERNAME = Operation(
    "getUsername", _get_username, models.UsernameState, "safe", {"phone_number_id": bounds.GraphId}
)


def get_username(caller: str, phone_number_id: str) -> Call[models.UsernameState]:
    """Read the username of a number."""
    return GET_USERNAME(caller, phone_number_id)


SET_USERNAME = Operation(
    "setUsername",
    _set_username,
    models.UsernameState,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
    body=bounds.SetUsernameRequest,
)


def set_username(
    caller: str,
    phone_number_id: str,
    *,
    username: str,
    transfer_action: models.UsernameTransferAction | str | None = None,
) -> Call[models.UsernameState]:
    """Claim or change the username of a number."""
    return SET_USERNAME(
        caller, phone_number_id, body={"username": username, "transfer_action": transfer_action}
    )


DELETE_USERNAME = Operation(
    "deleteUsername",
    _delete_username,
    models.SuccessResponse,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
)


def delete_username(caller: str, phone_number_id: str) -> Call[models.SuccessResponse]:
    """Give up the username of a number."""
    return DELETE_USERNAME(caller, phone_number_id)


LIST_USERNAME_SUGGESTIONS = Operation(
    "listUsernameSuggestions",
    _list_username_suggestions,
    models.UsernameSuggestionsPage,
    "safe",
    {"phone_number_id": bounds.GraphId},
)


def list_username_suggestions(
    caller: str, phone_number_id: str
) -> Call[models.UsernameSuggestionsPage]:
    """List usernames that Meta keeps for this number."""
    return LIST_USERNAME_SUGGESTIONS(caller, phone_number_id)


OPERATIONS: Final[Mapping[str, Operation[Any]]] = {
    "listPhoneNumbers": LIST_PHONE_NUMBERS,
    "createPhoneNumber": CREATE_PHONE_NUMBER,
    "getPhoneNumber": GET_PHONE_NUMBER,
    "updatePhoneNumber": UPDATE_PHONE_NUMBER,
    "requestCode": REQUEST_CODE,
    "verifyCode": VERIFY_CODE,
    "registerPhoneNumber": REGISTER_PHONE_NUMBER,
    "deregisterPhoneNumber": DEREGISTER_PHONE_NUMBER,
    "setConversationalAutomation": SET_CONVERSATIONAL_AUTOMATION,
    "getSettings": GET_SETTINGS,
    "updateSettings": UPDATE_SETTINGS,
    "getOfficialBusinessAccount": GET_OFFICIAL_BUSINESS_ACCOUNT,
    "updateOfficialBusinessAccount": UPDATE_OFFICIAL_BUSINESS_ACCOUNT,
    "getUsername": GET_USERNAME,
    "setUsername": SET_USERNAME,
    "deleteUsername": DELETE_USERNAME,
    "listUsernameSuggestions": LIST_USERNAME_SUGGESTIONS,
}
"""By operationId."""
