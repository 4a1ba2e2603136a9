# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""Every operation of the contract: calling one makes the call, held against its bounds.

The first argument is the method that the caller was called by; what is None is not sent. The
generated endpoint is loaded by the first call that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from wabakit_graph import models

from wabakit._bounds import Flag, Text, Whole
from wabakit._graph import Operation
from wabakit._made import bounds, nodes
from wabakit._node import Node

if TYPE_CHECKING:
    from wabakit._made import params
    from wabakit._wire import Call, Filter, Selection

T = TypeVar("T")

LIST_PHONE_NUMBERS = Operation(
    "listPhoneNumbers",
    nodes.PhoneNumber,
    "safe",
    {
        "waba_id": bounds.GraphId,
        "sort": bounds.PhoneNumberSort,
        "limit": Whole(least=1, most=100, words="a whole number from 1 to 100"),
        "after": bounds.Cursor,
        "before": bounds.Cursor,
    },
    is_list=True,
    filters=("account_mode", "messaging_limit_tier", "is_official_business_account"),
)


def list_phone_numbers(
    caller: str,
    waba_id: str,
    *,
    fields: Selection[T],
    filtering: tuple[Filter, ...] | None = None,
    sort: models.PhoneNumberSort | str | None = None,
    limit: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Call[list[T]]:
    """List the phone numbers of an account."""
    from wabakit_graph.api.phone_numbers import list_phone_numbers as endpoint

    return LIST_PHONE_NUMBERS(
        endpoint,
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
    nodes.PhoneNumberCreateResponse,
    "never",
    {"waba_id": bounds.GraphId},
    body=bounds.PhoneNumberCreateRequest,
    is_write=True,
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
) -> Call[nodes.PhoneNumberCreateResponse]:
    """Add a phone number to an account."""
    from wabakit_graph.api.phone_numbers import create_phone_number as endpoint

    return CREATE_PHONE_NUMBER(
        endpoint,
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
    "getPhoneNumber", nodes.PhoneNumber, "safe", {"phone_number_id": bounds.GraphId}
)


def get_phone_number(caller: str, phone_number_id: str, *, fields: Selection[T]) -> Call[T]:
    """Read one phone number."""
    from wabakit_graph.api.phone_numbers import get_phone_number as endpoint

    return GET_PHONE_NUMBER(endpoint, caller, phone_number_id, fields=fields)


UPDATE_PHONE_NUMBER = Operation(
    "updatePhoneNumber",
    Node,
    "safe",
    {"phone_number_id": bounds.GraphId},
    body=bounds.PhoneNumberUpdateRequest,
    repeats={"new_display_name": "settle-first"},
    is_write=True,
)


def update_phone_number(
    caller: str,
    phone_number_id: str,
    *,
    pin: str | None = None,
    new_display_name: str | None = None,
    webhook_configuration: Mapping[str, object] | None = None,
    search_visibility: models.SearchVisibility | str | None = None,
) -> Call[Node]:
    """Change one phone number."""
    from wabakit_graph.api.phone_numbers import update_phone_number as endpoint

    return UPDATE_PHONE_NUMBER(
        endpoint,
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
    Node,
    "never",
    {"phone_number_id": bounds.GraphId},
    body=bounds.RequestCodeRequest,
    is_write=True,
)


def request_code(
    caller: str, phone_number_id: str, *, code_method: models.CodeMethod | str, language: str
) -> Call[Node]:
    """Send a verification code to the number."""
    from wabakit_graph.api.registration import request_code as endpoint

    return REQUEST_CODE(
        endpoint, caller, phone_number_id, body={"code_method": code_method, "language": language}
    )


VERIFY_CODE = Operation(
    "verifyCode",
    nodes.CodeVerification,
    "never",
    {"phone_number_id": bounds.GraphId},
    body=bounds.VerifyCodeRequest,
    is_write=True,
)


def verify_code(caller: str, phone_number_id: str, *, code: str) -> Call[nodes.CodeVerification]:
    """Prove ownership with the code that was received."""
    from wabakit_graph.api.registration import verify_code as endpoint

    return VERIFY_CODE(endpoint, caller, phone_number_id, body={"code": code})


REGISTER_PHONE_NUMBER = Operation(
    "registerPhoneNumber",
    Node,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
    body=bounds.RegisterRequest,
    is_write=True,
)


def register_phone_number(
    caller: str,
    phone_number_id: str,
    *,
    pin: str,
    data_localization_region: models.DataLocalizationRegion | str | None = None,
) -> Call[Node]:
    """Connect a verified number to Cloud API."""
    from wabakit_graph.api.registration import register_phone_number as endpoint

    return REGISTER_PHONE_NUMBER(
        endpoint,
        caller,
        phone_number_id,
        body={
            "messaging_product": "whatsapp",
            "pin": pin,
            "data_localization_region": data_localization_region,
        },
    )


DEREGISTER_PHONE_NUMBER = Operation(
    "deregisterPhoneNumber",
    Node,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
    is_write=True,
)


def deregister_phone_number(caller: str, phone_number_id: str) -> Call[Node]:
    """Disconnect a number from Cloud API."""
    from wabakit_graph.api.registration import deregister_phone_number as endpoint

    return DEREGISTER_PHONE_NUMBER(endpoint, caller, phone_number_id)


SYNC_APP_DATA = Operation(
    "syncAppData",
    nodes.AppDataSync,
    "never",
    {"phone_number_id": bounds.GraphId},
    body=bounds.AppDataRequest,
    is_write=True,
)


def sync_app_data(
    caller: str, phone_number_id: str, *, sync_type: models.AppDataKind | str
) -> Call[nodes.AppDataSync]:
    """Have the data of the WhatsApp Business app sent."""
    from wabakit_graph.api.registration import sync_app_data as endpoint

    return SYNC_APP_DATA(
        endpoint,
        caller,
        phone_number_id,
        body={"messaging_product": "whatsapp", "sync_type": sync_type},
    )


SET_CONVERSATIONAL_AUTOMATION = Operation(
    "setConversationalAutomation",
    Node,
    "safe",
    {"phone_number_id": bounds.GraphId},
    body=bounds.ConversationalAutomationRequest,
    is_write=True,
)


def set_conversational_automation(
    caller: str,
    phone_number_id: str,
    *,
    enable_welcome_message: bool | None = None,
    prompts: Iterable[str] | None = None,
    commands: Iterable[params.BotCommandParam] | None = None,
) -> Call[Node]:
    """Set welcome message, ice breakers and commands."""
    from wabakit_graph.api.settings import set_conversational_automation as endpoint

    return SET_CONVERSATIONAL_AUTOMATION(
        endpoint,
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
    nodes.Settings,
    "safe",
    {"phone_number_id": bounds.GraphId, "include_sip_credentials": Flag()},
)


def get_settings(
    caller: str,
    phone_number_id: str,
    *,
    fields: Selection[nodes.Settings] | None = None,
    include_sip_credentials: bool | None = None,
) -> Call[nodes.Settings]:
    """Read the settings of a number."""
    from wabakit_graph.api.settings import get_settings as endpoint

    return GET_SETTINGS(
        endpoint,
        caller,
        phone_number_id,
        fields=fields,
        include_sip_credentials=include_sip_credentials,
    )


UPDATE_SETTINGS = Operation(
    "updateSettings",
    Node,
    "safe",
    {"phone_number_id": bounds.GraphId},
    body=bounds.SettingsUpdateRequest,
    is_write=True,
)


def update_settings(
    caller: str,
    phone_number_id: str,
    *,
    calling: params.CallingSettingsParam | None = None,
    payload_encryption: params.PayloadEncryptionParam | None = None,
    storage_configuration: params.StorageConfigurationParam | None = None,
    user_identity_change: params.UserIdentityChangeParam | None = None,
) -> Call[Node]:
    """Change one group of settings."""
    from wabakit_graph.api.settings import update_settings as endpoint

    return UPDATE_SETTINGS(
        endpoint,
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
    nodes.OfficialBusinessAccount,
    "safe",
    {"phone_number_id": bounds.GraphId},
)


def get_official_business_account(
    caller: str,
    phone_number_id: str,
    *,
    fields: Selection[nodes.OfficialBusinessAccount] | None = None,
) -> Call[nodes.OfficialBusinessAccount]:
    """Read how the application for the badge stands."""
    from wabakit_graph.api.official_business_account import (
        get_official_business_account as endpoint,
    )

    return GET_OFFICIAL_BUSINESS_ACCOUNT(endpoint, caller, phone_number_id, fields=fields)


UPDATE_OFFICIAL_BUSINESS_ACCOUNT = Operation(
    "updateOfficialBusinessAccount",
    nodes.OfficialBusinessAccountUpdate,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
    body=bounds.OfficialBusinessAccountUpdateRequest,
    is_write=True,
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
) -> Call[nodes.OfficialBusinessAccountUpdate]:
    """Apply for the badge."""
    from wabakit_graph.api.official_business_account import (
        update_official_business_account as endpoint,
    )

    return UPDATE_OFFICIAL_BUSINESS_ACCOUNT(
        endpoint,
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


GET_USERNAME = Operation("getUsername", nodes.Username, "safe", {"phone_number_id": bounds.GraphId})


def get_username(caller: str, phone_number_id: str) -> Call[nodes.Username]:
    """Read the username of a number."""
    from wabakit_graph.api.usernames import get_username as endpoint

    return GET_USERNAME(endpoint, caller, phone_number_id)


SET_USERNAME = Operation(
    "setUsername",
    nodes.Username,
    "settle-first",
    {"phone_number_id": bounds.GraphId},
    body=bounds.SetUsernameRequest,
    is_write=True,
)


def set_username(
    caller: str,
    phone_number_id: str,
    *,
    username: str,
    transfer_action: models.UsernameTransferAction | str | None = None,
) -> Call[nodes.Username]:
    """Claim or change the username of a number."""
    from wabakit_graph.api.usernames import set_username as endpoint

    return SET_USERNAME(
        endpoint,
        caller,
        phone_number_id,
        body={"username": username, "transfer_action": transfer_action},
    )


DELETE_USERNAME = Operation(
    "deleteUsername", Node, "settle-first", {"phone_number_id": bounds.GraphId}, is_write=True
)


def delete_username(caller: str, phone_number_id: str) -> Call[Node]:
    """Give up the username of a number."""
    from wabakit_graph.api.usernames import delete_username as endpoint

    return DELETE_USERNAME(endpoint, caller, phone_number_id)


LIST_USERNAME_SUGGESTIONS = Operation(
    "listUsernameSuggestions",
    nodes.UsernameSuggestions,
    "safe",
    {"phone_number_id": bounds.GraphId},
    is_list=True,
)


def list_username_suggestions(
    caller: str, phone_number_id: str
) -> Call[list[nodes.UsernameSuggestions]]:
    """List usernames that Meta keeps for this number."""
    from wabakit_graph.api.usernames import list_username_suggestions as endpoint

    return LIST_USERNAME_SUGGESTIONS(endpoint, caller, phone_number_id)


GET_TOKEN_INFO = Operation(
    "getTokenInfo",
    nodes.TokenInfo,
    "safe",
    {"input_token": Text(least=1, secret=True, words="text of at least 1 characters")},
    is_about_none=True,
    is_enveloped=True,
    needed=("data",),
)


def get_token_info(caller: str, *, input_token: str) -> Call[nodes.TokenInfo]:
    """Say what a token is good for."""
    from wabakit_graph.api.tokens import get_token_info as endpoint

    return GET_TOKEN_INFO(endpoint, caller, "", input_token=input_token)


EXCHANGE_CODE = Operation(
    "exchangeCode",
    nodes.BusinessToken,
    "never",
    {
        "client_id": bounds.GraphId,
        "client_secret": Text(least=1, secret=True, words="text of at least 1 characters"),
        "code": Text(least=1, secret=True, words="text of at least 1 characters"),
    },
    is_about_none=True,
    is_write=True,
    is_open=True,
    needed=("access_token",),
)


def exchange_code(
    caller: str, *, client_id: str, client_secret: str, code: str
) -> Call[nodes.BusinessToken]:
    """Exchange a code of Embedded Signup for a token."""
    from wabakit_graph.api.tokens import exchange_code as endpoint

    return EXCHANGE_CODE(
        endpoint, caller, "", client_id=client_id, client_secret=client_secret, code=code
    )


SUBSCRIBE_TO_WEBHOOKS = Operation(
    "subscribeToWebhooks",
    Node,
    "safe",
    {"app_id": bounds.GraphId},
    body=bounds.WebhookSubscriptionRequest,
    is_write=True,
)


def subscribe_to_webhooks(
    caller: str, app_id: str, *, callback_url: str, verify_token: str, fields: str
) -> Call[Node]:
    """Have an app told of accounts by webhooks."""
    from wabakit_graph.api.apps import subscribe_to_webhooks as endpoint

    return SUBSCRIBE_TO_WEBHOOKS(
        endpoint,
        caller,
        app_id,
        body={
            "object": "whatsapp_business_account",
            "callback_url": callback_url,
            "verify_token": verify_token,
            "fields": fields,
        },
    )


SEND_BATCH = Operation(
    "sendBatch",
    nodes.BatchItem,
    "safe",
    {},
    body=bounds.BatchRequest,
    is_about_none=True,
    is_list=True,
    is_form=True,
)


def send_batch(
    caller: str, *, batch: str, include_headers: bool | None = None
) -> Call[list[nodes.BatchItem]]:
    """Make up to 50 reads in one call."""
    from wabakit_graph.api.batches import send_batch as endpoint

    return SEND_BATCH(
        endpoint, caller, "", body={"batch": batch, "include_headers": include_headers}
    )


GET_ACCOUNT = Operation(
    "getAccount", nodes.WhatsAppBusinessAccount, "safe", {"waba_id": bounds.GraphId}
)


def get_account(caller: str, waba_id: str, *, fields: Selection[T]) -> Call[T]:
    """Read one account."""
    from wabakit_graph.api.accounts import get_account as endpoint

    return GET_ACCOUNT(endpoint, caller, waba_id, fields=fields)


LIST_SUBSCRIBED_APPS = Operation(
    "listSubscribedApps", nodes.SubscribedApp, "safe", {"waba_id": bounds.GraphId}, is_list=True
)


def list_subscribed_apps(caller: str, waba_id: str) -> Call[list[nodes.SubscribedApp]]:
    """List the apps that get the webhooks of an account."""
    from wabakit_graph.api.accounts import list_subscribed_apps as endpoint

    return LIST_SUBSCRIBED_APPS(endpoint, caller, waba_id)


SUBSCRIBE_APP = Operation(
    "subscribeApp",
    Node,
    "safe",
    {"waba_id": bounds.GraphId},
    body=bounds.AccountSubscriptionRequest,
    is_write=True,
)


def subscribe_app(
    caller: str,
    waba_id: str,
    *,
    override_callback_uri: str | None = None,
    verify_token: str | None = None,
) -> Call[Node]:
    """Have the webhooks of an account sent to your app."""
    from wabakit_graph.api.accounts import subscribe_app as endpoint

    return SUBSCRIBE_APP(
        endpoint,
        caller,
        waba_id,
        body={"override_callback_uri": override_callback_uri, "verify_token": verify_token},
    )


UNSUBSCRIBE_APP = Operation(
    "unsubscribeApp", Node, "settle-first", {"waba_id": bounds.GraphId}, is_write=True
)


def unsubscribe_app(caller: str, waba_id: str) -> Call[Node]:
    """Have the webhooks of an account sent to your app no more."""
    from wabakit_graph.api.accounts import unsubscribe_app as endpoint

    return UNSUBSCRIBE_APP(endpoint, caller, waba_id)


GET_BUSINESS = Operation(
    "getBusiness", nodes.BusinessPortfolio, "safe", {"business_id": bounds.GraphId}
)


def get_business(caller: str, business_id: str, *, fields: Selection[T]) -> Call[T]:
    """Read one business."""
    from wabakit_graph.api.businesses import get_business as endpoint

    return GET_BUSINESS(endpoint, caller, business_id, fields=fields)


LIST_OWNED_ACCOUNTS = Operation(
    "listOwnedAccounts",
    nodes.WhatsAppBusinessAccount,
    "safe",
    {
        "business_id": bounds.GraphId,
        "sort": bounds.AccountSort,
        "limit": Whole(least=1, most=100, words="a whole number from 1 to 100"),
        "after": bounds.Cursor,
        "before": bounds.Cursor,
    },
    is_list=True,
    filters=("creation_time", "ownership_type", "country"),
)


def list_owned_accounts(
    caller: str,
    business_id: str,
    *,
    fields: Selection[T],
    filtering: tuple[Filter, ...] | None = None,
    sort: models.AccountSort | str | None = None,
    limit: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Call[list[T]]:
    """List the accounts that a business owns."""
    from wabakit_graph.api.businesses import list_owned_accounts as endpoint

    return LIST_OWNED_ACCOUNTS(
        endpoint,
        caller,
        business_id,
        fields=fields,
        filtering=filtering,
        sort=sort,
        limit=limit,
        after=after,
        before=before,
    )


LIST_CLIENT_ACCOUNTS = Operation(
    "listClientAccounts",
    nodes.WhatsAppBusinessAccount,
    "safe",
    {
        "business_id": bounds.GraphId,
        "sort": bounds.AccountSort,
        "limit": Whole(least=1, most=100, words="a whole number from 1 to 100"),
        "after": bounds.Cursor,
        "before": bounds.Cursor,
    },
    is_list=True,
    filters=("creation_time", "ownership_type"),
)


def list_client_accounts(
    caller: str,
    business_id: str,
    *,
    fields: Selection[T],
    filtering: tuple[Filter, ...] | None = None,
    sort: models.AccountSort | str | None = None,
    limit: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Call[list[T]]:
    """List the accounts that clients share with a business."""
    from wabakit_graph.api.businesses import list_client_accounts as endpoint

    return LIST_CLIENT_ACCOUNTS(
        endpoint,
        caller,
        business_id,
        fields=fields,
        filtering=filtering,
        sort=sort,
        limit=limit,
        after=after,
        before=before,
    )


ADD_PREVERIFIED_NUMBER = Operation(
    "addPreverifiedNumber",
    nodes.PreverifiedNumberAddResponse,
    "never",
    {"business_id": bounds.GraphId},
    body=bounds.PreverifiedNumberAddRequest,
    is_write=True,
)


def add_preverified_number(
    caller: str, business_id: str, *, phone_number: str
) -> Call[nodes.PreverifiedNumberAddResponse]:
    """Add a number to the pool of pre-verified numbers."""
    from wabakit_graph.api.preverified_numbers import add_preverified_number as endpoint

    return ADD_PREVERIFIED_NUMBER(
        endpoint, caller, business_id, body={"phone_number": phone_number}
    )


LIST_PREVERIFIED_NUMBERS = Operation(
    "listPreverifiedNumbers",
    nodes.PreverifiedPhoneNumber,
    "safe",
    {
        "business_id": bounds.GraphId,
        "code_verification_status": bounds.CodeVerificationStatus,
        "phone_number": bounds.FullTelephone,
        "limit": Whole(least=1, words="a whole number from 1"),
        "after": bounds.Cursor,
        "before": bounds.Cursor,
    },
    is_list=True,
)


def list_preverified_numbers(
    caller: str,
    business_id: str,
    *,
    fields: Selection[T],
    code_verification_status: models.CodeVerificationStatus | str | None = None,
    phone_number: str | None = None,
    limit: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Call[list[T]]:
    """List the pool of pre-verified numbers."""
    from wabakit_graph.api.preverified_numbers import list_preverified_numbers as endpoint

    return LIST_PREVERIFIED_NUMBERS(
        endpoint,
        caller,
        business_id,
        fields=fields,
        code_verification_status=code_verification_status,
        phone_number=phone_number,
        limit=limit,
        after=after,
        before=before,
    )


SHARE_PREVERIFIED_NUMBER = Operation(
    "sharePreverifiedNumber",
    Node,
    "settle-first",
    {"business_id": bounds.GraphId},
    body=bounds.PreverifiedNumberShareRequest,
    is_write=True,
)


def share_preverified_number(
    caller: str, business_id: str, *, preverified_id: str, partner_business_id: str
) -> Call[Node]:
    """Let a partner use a number of the pool."""
    from wabakit_graph.api.preverified_numbers import share_preverified_number as endpoint

    return SHARE_PREVERIFIED_NUMBER(
        endpoint,
        caller,
        business_id,
        body={"preverified_id": preverified_id, "partner_business_id": partner_business_id},
    )


UNSHARE_PREVERIFIED_NUMBER = Operation(
    "unsharePreverifiedNumber",
    Node,
    "settle-first",
    {
        "business_id": bounds.GraphId,
        "preverified_id": bounds.GraphId,
        "partner_business_id": bounds.GraphId,
    },
    is_write=True,
)


def unshare_preverified_number(
    caller: str, business_id: str, *, preverified_id: str, partner_business_id: str
) -> Call[Node]:
    """Let a partner use a number of the pool no more."""
    from wabakit_graph.api.preverified_numbers import unshare_preverified_number as endpoint

    return UNSHARE_PREVERIFIED_NUMBER(
        endpoint,
        caller,
        business_id,
        preverified_id=preverified_id,
        partner_business_id=partner_business_id,
    )


GET_PREVERIFIED_NUMBER = Operation(
    "getPreverifiedNumber", nodes.PreverifiedPhoneNumber, "safe", {"preverified_id": bounds.GraphId}
)


def get_preverified_number(caller: str, preverified_id: str, *, fields: Selection[T]) -> Call[T]:
    """Read one pre-verified number."""
    from wabakit_graph.api.preverified_numbers import get_preverified_number as endpoint

    return GET_PREVERIFIED_NUMBER(endpoint, caller, preverified_id, fields=fields)


DELETE_PREVERIFIED_NUMBER = Operation(
    "deletePreverifiedNumber",
    Node,
    "settle-first",
    {"preverified_id": bounds.GraphId},
    is_write=True,
)


def delete_preverified_number(caller: str, preverified_id: str) -> Call[Node]:
    """Drop a number from the pool."""
    from wabakit_graph.api.preverified_numbers import delete_preverified_number as endpoint

    return DELETE_PREVERIFIED_NUMBER(endpoint, caller, preverified_id)


REQUEST_PREVERIFIED_CODE = Operation(
    "requestPreverifiedCode",
    Node,
    "never",
    {"preverified_id": bounds.GraphId},
    body=bounds.RequestCodeRequest,
    is_write=True,
)


def request_preverified_code(
    caller: str, preverified_id: str, *, code_method: models.CodeMethod | str, language: str
) -> Call[Node]:
    """Send a verification code to a number of the pool."""
    from wabakit_graph.api.preverified_numbers import request_preverified_code as endpoint

    return REQUEST_PREVERIFIED_CODE(
        endpoint, caller, preverified_id, body={"code_method": code_method, "language": language}
    )


VERIFY_PREVERIFIED_CODE = Operation(
    "verifyPreverifiedCode",
    Node,
    "never",
    {"preverified_id": bounds.GraphId},
    body=bounds.VerifyCodeRequest,
    is_write=True,
)


def verify_preverified_code(caller: str, preverified_id: str, *, code: str) -> Call[Node]:
    """Prove ownership of a number of the pool."""
    from wabakit_graph.api.preverified_numbers import verify_preverified_code as endpoint

    return VERIFY_PREVERIFIED_CODE(endpoint, caller, preverified_id, body={"code": code})


LIST_PREVERIFIED_PARTNERS = Operation(
    "listPreverifiedPartners",
    nodes.Partner,
    "safe",
    {
        "preverified_id": bounds.GraphId,
        "limit": Whole(least=1, most=100, words="a whole number from 1 to 100"),
        "after": bounds.Cursor,
        "before": bounds.Cursor,
    },
    is_list=True,
)


def list_preverified_partners(
    caller: str,
    preverified_id: str,
    *,
    fields: Selection[T],
    limit: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Call[list[T]]:
    """List who may use a number of the pool."""
    from wabakit_graph.api.preverified_numbers import list_preverified_partners as endpoint

    return LIST_PREVERIFIED_PARTNERS(
        endpoint, caller, preverified_id, fields=fields, limit=limit, after=after, before=before
    )


READS: Final[Mapping[str, tuple[Operation, Callable[..., Call[Any]]]]] = {
    "listPhoneNumbers": (LIST_PHONE_NUMBERS, list_phone_numbers),
    "getPhoneNumber": (GET_PHONE_NUMBER, get_phone_number),
    "getSettings": (GET_SETTINGS, get_settings),
    "getOfficialBusinessAccount": (GET_OFFICIAL_BUSINESS_ACCOUNT, get_official_business_account),
    "getUsername": (GET_USERNAME, get_username),
    "listUsernameSuggestions": (LIST_USERNAME_SUGGESTIONS, list_username_suggestions),
    "getTokenInfo": (GET_TOKEN_INFO, get_token_info),
    "sendBatch": (SEND_BATCH, send_batch),
    "getAccount": (GET_ACCOUNT, get_account),
    "listSubscribedApps": (LIST_SUBSCRIBED_APPS, list_subscribed_apps),
    "getBusiness": (GET_BUSINESS, get_business),
    "listOwnedAccounts": (LIST_OWNED_ACCOUNTS, list_owned_accounts),
    "listClientAccounts": (LIST_CLIENT_ACCOUNTS, list_client_accounts),
    "listPreverifiedNumbers": (LIST_PREVERIFIED_NUMBERS, list_preverified_numbers),
    "getPreverifiedNumber": (GET_PREVERIFIED_NUMBER, get_preverified_number),
    "listPreverifiedPartners": (LIST_PREVERIFIED_PARTNERS, list_preverified_partners),
}
"""Every operation that reads something, and what makes its calls, by operationId."""
