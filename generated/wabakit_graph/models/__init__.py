"""Contains all the data models used in inputs/outputs; each is loaded when it is first used"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .account_mode import AccountMode
    from .app_data_kind import AppDataKind
    from .app_data_request import AppDataRequest
    from .app_data_sync import AppDataSync
    from .audio_settings import AudioSettings
    from .batch_header import BatchHeader
    from .batch_item import BatchItem
    from .batch_request import BatchRequest
    from .bot_command import BotCommand
    from .business_token import BusinessToken
    from .call_hours import CallHours
    from .call_icon_visibility import CallIconVisibility
    from .call_icons import CallIcons
    from .calling_restriction import CallingRestriction
    from .calling_restriction_type import CallingRestrictionType
    from .calling_restrictions import CallingRestrictions
    from .calling_settings import CallingSettings
    from .code_method import CodeMethod
    from .code_verification import CodeVerification
    from .code_verification_status import CodeVerificationStatus
    from .conversational_automation import ConversationalAutomation
    from .conversational_automation_request import ConversationalAutomationRequest
    from .cursor_paging import CursorPaging
    from .cursors import Cursors
    from .data_localization_region import DataLocalizationRegion
    from .day_of_week import DayOfWeek
    from .global_search_eligibility import GlobalSearchEligibility
    from .granular_scope import GranularScope
    from .graph_api_error import GraphAPIError
    from .graph_api_error_detail import GraphAPIErrorDetail
    from .health_availability import HealthAvailability
    from .health_entity import HealthEntity
    from .health_entity_type import HealthEntityType
    from .health_error import HealthError
    from .health_status import HealthStatus
    from .holiday import Holiday
    from .ip_addresses import IpAddresses
    from .messaging_limit_tier import MessagingLimitTier
    from .messaging_product import MessagingProduct
    from .name_status import NameStatus
    from .official_business_account import OfficialBusinessAccount
    from .official_business_account_action import OfficialBusinessAccountAction
    from .official_business_account_application import (
        OfficialBusinessAccountApplication,
    )
    from .official_business_account_status import OfficialBusinessAccountStatus
    from .official_business_account_update_request import (
        OfficialBusinessAccountUpdateRequest,
    )
    from .official_business_account_update_response import (
        OfficialBusinessAccountUpdateResponse,
    )
    from .operating_hours import OperatingHours
    from .payload_encryption import PayloadEncryption
    from .phone_number import PhoneNumber
    from .phone_number_create_request import PhoneNumberCreateRequest
    from .phone_number_create_response import PhoneNumberCreateResponse
    from .phone_number_page import PhoneNumberPage
    from .phone_number_sort import PhoneNumberSort
    from .phone_number_status import PhoneNumberStatus
    from .phone_number_update_request import PhoneNumberUpdateRequest
    from .platform_type import PlatformType
    from .quality_rating import QualityRating
    from .quality_score import QualityScore
    from .register_request import RegisterRequest
    from .request_code_request import RequestCodeRequest
    from .search_visibility import SearchVisibility
    from .set_username_request import SetUsernameRequest
    from .setting_status import SettingStatus
    from .settings import Settings
    from .settings_update_request import SettingsUpdateRequest
    from .sip_server import SipServer
    from .sip_settings import SipSettings
    from .sip_user_parameters import SipUserParameters
    from .srtp_key_exchange_protocol import SrtpKeyExchangeProtocol
    from .storage_configuration import StorageConfiguration
    from .storage_status import StorageStatus
    from .success_response import SuccessResponse
    from .throughput import Throughput
    from .throughput_level import ThroughputLevel
    from .token_info import TokenInfo
    from .token_inspection import TokenInspection
    from .token_problem import TokenProblem
    from .token_type import TokenType
    from .unified_cert_status import UnifiedCertStatus
    from .user_identity_change import UserIdentityChange
    from .username_state import UsernameState
    from .username_status import UsernameStatus
    from .username_suggestions import UsernameSuggestions
    from .username_suggestions_page import UsernameSuggestionsPage
    from .username_transfer_action import UsernameTransferAction
    from .verify_code_request import VerifyCodeRequest
    from .video_settings import VideoSettings
    from .voicemail_announcement import VoicemailAnnouncement
    from .voicemail_audio import VoicemailAudio
    from .voicemail_settings import VoicemailSettings
    from .voicemail_trigger import VoicemailTrigger
    from .webhook_configuration import WebhookConfiguration
    from .webhook_object import WebhookObject
    from .webhook_override import WebhookOverride
    from .webhook_subscription_request import WebhookSubscriptionRequest
else:
    _MODULES = {
        "AccountMode": ".account_mode",
        "AppDataKind": ".app_data_kind",
        "AppDataRequest": ".app_data_request",
        "AppDataSync": ".app_data_sync",
        "AudioSettings": ".audio_settings",
        "BatchHeader": ".batch_header",
        "BatchItem": ".batch_item",
        "BatchRequest": ".batch_request",
        "BotCommand": ".bot_command",
        "BusinessToken": ".business_token",
        "CallHours": ".call_hours",
        "CallIconVisibility": ".call_icon_visibility",
        "CallIcons": ".call_icons",
        "CallingRestriction": ".calling_restriction",
        "CallingRestrictionType": ".calling_restriction_type",
        "CallingRestrictions": ".calling_restrictions",
        "CallingSettings": ".calling_settings",
        "CodeMethod": ".code_method",
        "CodeVerification": ".code_verification",
        "CodeVerificationStatus": ".code_verification_status",
        "ConversationalAutomation": ".conversational_automation",
        "ConversationalAutomationRequest": ".conversational_automation_request",
        "CursorPaging": ".cursor_paging",
        "Cursors": ".cursors",
        "DataLocalizationRegion": ".data_localization_region",
        "DayOfWeek": ".day_of_week",
        "GlobalSearchEligibility": ".global_search_eligibility",
        "GranularScope": ".granular_scope",
        "GraphAPIError": ".graph_api_error",
        "GraphAPIErrorDetail": ".graph_api_error_detail",
        "HealthAvailability": ".health_availability",
        "HealthEntity": ".health_entity",
        "HealthEntityType": ".health_entity_type",
        "HealthError": ".health_error",
        "HealthStatus": ".health_status",
        "Holiday": ".holiday",
        "IpAddresses": ".ip_addresses",
        "MessagingLimitTier": ".messaging_limit_tier",
        "MessagingProduct": ".messaging_product",
        "NameStatus": ".name_status",
        "OfficialBusinessAccount": ".official_business_account",
        "OfficialBusinessAccountAction": ".official_business_account_action",
        "OfficialBusinessAccountApplication": ".official_business_account_application",
        "OfficialBusinessAccountStatus": ".official_business_account_status",
        "OfficialBusinessAccountUpdateRequest": ".official_business_account_update_request",
        "OfficialBusinessAccountUpdateResponse": ".official_business_account_update_response",
        "OperatingHours": ".operating_hours",
        "PayloadEncryption": ".payload_encryption",
        "PhoneNumber": ".phone_number",
        "PhoneNumberCreateRequest": ".phone_number_create_request",
        "PhoneNumberCreateResponse": ".phone_number_create_response",
        "PhoneNumberPage": ".phone_number_page",
        "PhoneNumberSort": ".phone_number_sort",
        "PhoneNumberStatus": ".phone_number_status",
        "PhoneNumberUpdateRequest": ".phone_number_update_request",
        "PlatformType": ".platform_type",
        "QualityRating": ".quality_rating",
        "QualityScore": ".quality_score",
        "RegisterRequest": ".register_request",
        "RequestCodeRequest": ".request_code_request",
        "SearchVisibility": ".search_visibility",
        "SetUsernameRequest": ".set_username_request",
        "SettingStatus": ".setting_status",
        "Settings": ".settings",
        "SettingsUpdateRequest": ".settings_update_request",
        "SipServer": ".sip_server",
        "SipSettings": ".sip_settings",
        "SipUserParameters": ".sip_user_parameters",
        "SrtpKeyExchangeProtocol": ".srtp_key_exchange_protocol",
        "StorageConfiguration": ".storage_configuration",
        "StorageStatus": ".storage_status",
        "SuccessResponse": ".success_response",
        "Throughput": ".throughput",
        "ThroughputLevel": ".throughput_level",
        "TokenInfo": ".token_info",
        "TokenInspection": ".token_inspection",
        "TokenProblem": ".token_problem",
        "TokenType": ".token_type",
        "UnifiedCertStatus": ".unified_cert_status",
        "UserIdentityChange": ".user_identity_change",
        "UsernameState": ".username_state",
        "UsernameStatus": ".username_status",
        "UsernameSuggestions": ".username_suggestions",
        "UsernameSuggestionsPage": ".username_suggestions_page",
        "UsernameTransferAction": ".username_transfer_action",
        "VerifyCodeRequest": ".verify_code_request",
        "VideoSettings": ".video_settings",
        "VoicemailAnnouncement": ".voicemail_announcement",
        "VoicemailAudio": ".voicemail_audio",
        "VoicemailSettings": ".voicemail_settings",
        "VoicemailTrigger": ".voicemail_trigger",
        "WebhookConfiguration": ".webhook_configuration",
        "WebhookObject": ".webhook_object",
        "WebhookOverride": ".webhook_override",
        "WebhookSubscriptionRequest": ".webhook_subscription_request",
    }

    def __getattr__(name):
        from importlib import import_module

        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = model = getattr(import_module(_MODULES[name], __name__), name)
        return model

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = (
    "AccountMode",
    "AppDataKind",
    "AppDataRequest",
    "AppDataSync",
    "AudioSettings",
    "BatchHeader",
    "BatchItem",
    "BatchRequest",
    "BotCommand",
    "BusinessToken",
    "CallHours",
    "CallIcons",
    "CallIconVisibility",
    "CallingRestriction",
    "CallingRestrictions",
    "CallingRestrictionType",
    "CallingSettings",
    "CodeMethod",
    "CodeVerification",
    "CodeVerificationStatus",
    "ConversationalAutomation",
    "ConversationalAutomationRequest",
    "CursorPaging",
    "Cursors",
    "DataLocalizationRegion",
    "DayOfWeek",
    "GlobalSearchEligibility",
    "GranularScope",
    "GraphAPIError",
    "GraphAPIErrorDetail",
    "HealthAvailability",
    "HealthEntity",
    "HealthEntityType",
    "HealthError",
    "HealthStatus",
    "Holiday",
    "IpAddresses",
    "MessagingLimitTier",
    "MessagingProduct",
    "NameStatus",
    "OfficialBusinessAccount",
    "OfficialBusinessAccountAction",
    "OfficialBusinessAccountApplication",
    "OfficialBusinessAccountStatus",
    "OfficialBusinessAccountUpdateRequest",
    "OfficialBusinessAccountUpdateResponse",
    "OperatingHours",
    "PayloadEncryption",
    "PhoneNumber",
    "PhoneNumberCreateRequest",
    "PhoneNumberCreateResponse",
    "PhoneNumberPage",
    "PhoneNumberSort",
    "PhoneNumberStatus",
    "PhoneNumberUpdateRequest",
    "PlatformType",
    "QualityRating",
    "QualityScore",
    "RegisterRequest",
    "RequestCodeRequest",
    "SearchVisibility",
    "Settings",
    "SettingStatus",
    "SettingsUpdateRequest",
    "SetUsernameRequest",
    "SipServer",
    "SipSettings",
    "SipUserParameters",
    "SrtpKeyExchangeProtocol",
    "StorageConfiguration",
    "StorageStatus",
    "SuccessResponse",
    "Throughput",
    "ThroughputLevel",
    "TokenInfo",
    "TokenInspection",
    "TokenProblem",
    "TokenType",
    "UnifiedCertStatus",
    "UserIdentityChange",
    "UsernameState",
    "UsernameStatus",
    "UsernameSuggestions",
    "UsernameSuggestionsPage",
    "UsernameTransferAction",
    "VerifyCodeRequest",
    "VideoSettings",
    "VoicemailAnnouncement",
    "VoicemailAudio",
    "VoicemailSettings",
    "VoicemailTrigger",
    "WebhookConfiguration",
    "WebhookObject",
    "WebhookOverride",
    "WebhookSubscriptionRequest",
)
