"""Contains all the data models used in inputs/outputs; each is loaded when it is first used"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .account_alert import AccountAlert
    from .account_ban_state import AccountBanState
    from .account_mode import AccountMode
    from .account_ownership_type import AccountOwnershipType
    from .account_restriction import AccountRestriction
    from .account_restriction_type import AccountRestrictionType
    from .account_review_status import AccountReviewStatus
    from .account_review_update import AccountReviewUpdate
    from .account_settings_type import AccountSettingsType
    from .account_settings_update import AccountSettingsUpdate
    from .account_sort import AccountSort
    from .account_status import AccountStatus
    from .account_subscription_request import AccountSubscriptionRequest
    from .account_update import AccountUpdate
    from .account_update_event import AccountUpdateEvent
    from .alert_entity_type import AlertEntityType
    from .alert_info import AlertInfo
    from .alert_severity import AlertSeverity
    from .alert_status import AlertStatus
    from .alert_type import AlertType
    from .app_data_kind import AppDataKind
    from .app_data_request import AppDataRequest
    from .app_data_sync import AppDataSync
    from .audio_settings import AudioSettings
    from .ban_info import BanInfo
    from .batch_header import BatchHeader
    from .batch_item import BatchItem
    from .batch_request import BatchRequest
    from .bot_command import BotCommand
    from .business import Business
    from .business_capability_update import BusinessCapabilityUpdate
    from .business_info import BusinessInfo
    from .business_token import BusinessToken
    from .business_username_update import BusinessUsernameUpdate
    from .business_verification_status import BusinessVerificationStatus
    from .call_hours import CallHours
    from .call_icon_visibility import CallIconVisibility
    from .call_icons import CallIcons
    from .calling_restriction import CallingRestriction
    from .calling_restriction_type import CallingRestrictionType
    from .calling_restrictions import CallingRestrictions
    from .calling_settings import CallingSettings
    from .client_certification_info import ClientCertificationInfo
    from .client_certification_status import ClientCertificationStatus
    from .code_method import CodeMethod
    from .code_verification import CodeVerification
    from .code_verification_status import CodeVerificationStatus
    from .conversational_automation import ConversationalAutomation
    from .conversational_automation_request import ConversationalAutomationRequest
    from .cursor_paging import CursorPaging
    from .cursors import Cursors
    from .data_localization_region import DataLocalizationRegion
    from .day_of_week import DayOfWeek
    from .disconnection_info import DisconnectionInfo
    from .disconnection_initiator import DisconnectionInitiator
    from .disconnection_reason import DisconnectionReason
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
    from .international_rate_eligibility import InternationalRateEligibility
    from .international_rate_exception import InternationalRateException
    from .ip_addresses import IpAddresses
    from .messaging_limit_tier import MessagingLimitTier
    from .messaging_product import MessagingProduct
    from .name_rejection_reason import NameRejectionReason
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
    from .partner import Partner
    from .partner_page import PartnerPage
    from .payload_encryption import PayloadEncryption
    from .phone_number import PhoneNumber
    from .phone_number_create_request import PhoneNumberCreateRequest
    from .phone_number_create_response import PhoneNumberCreateResponse
    from .phone_number_name_update import PhoneNumberNameUpdate
    from .phone_number_page import PhoneNumberPage
    from .phone_number_quality_event import PhoneNumberQualityEvent
    from .phone_number_quality_update import PhoneNumberQualityUpdate
    from .phone_number_settings import PhoneNumberSettings
    from .phone_number_sort import PhoneNumberSort
    from .phone_number_status import PhoneNumberStatus
    from .phone_number_update_request import PhoneNumberUpdateRequest
    from .platform_type import PlatformType
    from .preverified_number import PreverifiedNumber
    from .preverified_number_add_request import PreverifiedNumberAddRequest
    from .preverified_number_add_response import PreverifiedNumberAddResponse
    from .preverified_number_page import PreverifiedNumberPage
    from .preverified_number_share_request import PreverifiedNumberShareRequest
    from .quality_rating import QualityRating
    from .quality_score import QualityScore
    from .register_request import RegisterRequest
    from .request_code_request import RequestCodeRequest
    from .review_decision import ReviewDecision
    from .search_visibility import SearchVisibility
    from .security_event import SecurityEvent
    from .security_update import SecurityUpdate
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
    from .subscribed_app import SubscribedApp
    from .subscribed_app_page import SubscribedAppPage
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
    from .violation_info import ViolationInfo
    from .voicemail_announcement import VoicemailAnnouncement
    from .voicemail_audio import VoicemailAudio
    from .voicemail_settings import VoicemailSettings
    from .voicemail_trigger import VoicemailTrigger
    from .volume_tier_info import VolumeTierInfo
    from .waba_info import WabaInfo
    from .webhook import Webhook
    from .webhook_change import WebhookChange
    from .webhook_configuration import WebhookConfiguration
    from .webhook_entry import WebhookEntry
    from .webhook_field import WebhookField
    from .webhook_object import WebhookObject
    from .webhook_override import WebhookOverride
    from .webhook_subscription_request import WebhookSubscriptionRequest
    from .webhook_value import WebhookValue
    from .whats_app_application import WhatsAppApplication
    from .whats_app_business_account import WhatsAppBusinessAccount
    from .whats_app_business_account_page import WhatsAppBusinessAccountPage
else:
    _MODULES = {
        "AccountAlert": ".account_alert",
        "AccountBanState": ".account_ban_state",
        "AccountMode": ".account_mode",
        "AccountOwnershipType": ".account_ownership_type",
        "AccountRestriction": ".account_restriction",
        "AccountRestrictionType": ".account_restriction_type",
        "AccountReviewStatus": ".account_review_status",
        "AccountReviewUpdate": ".account_review_update",
        "AccountSettingsType": ".account_settings_type",
        "AccountSettingsUpdate": ".account_settings_update",
        "AccountSort": ".account_sort",
        "AccountStatus": ".account_status",
        "AccountSubscriptionRequest": ".account_subscription_request",
        "AccountUpdate": ".account_update",
        "AccountUpdateEvent": ".account_update_event",
        "AlertEntityType": ".alert_entity_type",
        "AlertInfo": ".alert_info",
        "AlertSeverity": ".alert_severity",
        "AlertStatus": ".alert_status",
        "AlertType": ".alert_type",
        "AppDataKind": ".app_data_kind",
        "AppDataRequest": ".app_data_request",
        "AppDataSync": ".app_data_sync",
        "AudioSettings": ".audio_settings",
        "BanInfo": ".ban_info",
        "BatchHeader": ".batch_header",
        "BatchItem": ".batch_item",
        "BatchRequest": ".batch_request",
        "BotCommand": ".bot_command",
        "Business": ".business",
        "BusinessCapabilityUpdate": ".business_capability_update",
        "BusinessInfo": ".business_info",
        "BusinessToken": ".business_token",
        "BusinessUsernameUpdate": ".business_username_update",
        "BusinessVerificationStatus": ".business_verification_status",
        "CallHours": ".call_hours",
        "CallIconVisibility": ".call_icon_visibility",
        "CallIcons": ".call_icons",
        "CallingRestriction": ".calling_restriction",
        "CallingRestrictionType": ".calling_restriction_type",
        "CallingRestrictions": ".calling_restrictions",
        "CallingSettings": ".calling_settings",
        "ClientCertificationInfo": ".client_certification_info",
        "ClientCertificationStatus": ".client_certification_status",
        "CodeMethod": ".code_method",
        "CodeVerification": ".code_verification",
        "CodeVerificationStatus": ".code_verification_status",
        "ConversationalAutomation": ".conversational_automation",
        "ConversationalAutomationRequest": ".conversational_automation_request",
        "CursorPaging": ".cursor_paging",
        "Cursors": ".cursors",
        "DataLocalizationRegion": ".data_localization_region",
        "DayOfWeek": ".day_of_week",
        "DisconnectionInfo": ".disconnection_info",
        "DisconnectionInitiator": ".disconnection_initiator",
        "DisconnectionReason": ".disconnection_reason",
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
        "InternationalRateEligibility": ".international_rate_eligibility",
        "InternationalRateException": ".international_rate_exception",
        "IpAddresses": ".ip_addresses",
        "MessagingLimitTier": ".messaging_limit_tier",
        "MessagingProduct": ".messaging_product",
        "NameRejectionReason": ".name_rejection_reason",
        "NameStatus": ".name_status",
        "OfficialBusinessAccount": ".official_business_account",
        "OfficialBusinessAccountAction": ".official_business_account_action",
        "OfficialBusinessAccountApplication": ".official_business_account_application",
        "OfficialBusinessAccountStatus": ".official_business_account_status",
        "OfficialBusinessAccountUpdateRequest": ".official_business_account_update_request",
        "OfficialBusinessAccountUpdateResponse": ".official_business_account_update_response",
        "OperatingHours": ".operating_hours",
        "Partner": ".partner",
        "PartnerPage": ".partner_page",
        "PayloadEncryption": ".payload_encryption",
        "PhoneNumber": ".phone_number",
        "PhoneNumberCreateRequest": ".phone_number_create_request",
        "PhoneNumberCreateResponse": ".phone_number_create_response",
        "PhoneNumberNameUpdate": ".phone_number_name_update",
        "PhoneNumberPage": ".phone_number_page",
        "PhoneNumberQualityEvent": ".phone_number_quality_event",
        "PhoneNumberQualityUpdate": ".phone_number_quality_update",
        "PhoneNumberSettings": ".phone_number_settings",
        "PhoneNumberSort": ".phone_number_sort",
        "PhoneNumberStatus": ".phone_number_status",
        "PhoneNumberUpdateRequest": ".phone_number_update_request",
        "PlatformType": ".platform_type",
        "PreverifiedNumber": ".preverified_number",
        "PreverifiedNumberAddRequest": ".preverified_number_add_request",
        "PreverifiedNumberAddResponse": ".preverified_number_add_response",
        "PreverifiedNumberPage": ".preverified_number_page",
        "PreverifiedNumberShareRequest": ".preverified_number_share_request",
        "QualityRating": ".quality_rating",
        "QualityScore": ".quality_score",
        "RegisterRequest": ".register_request",
        "RequestCodeRequest": ".request_code_request",
        "ReviewDecision": ".review_decision",
        "SearchVisibility": ".search_visibility",
        "SecurityEvent": ".security_event",
        "SecurityUpdate": ".security_update",
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
        "SubscribedApp": ".subscribed_app",
        "SubscribedAppPage": ".subscribed_app_page",
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
        "ViolationInfo": ".violation_info",
        "VoicemailAnnouncement": ".voicemail_announcement",
        "VoicemailAudio": ".voicemail_audio",
        "VoicemailSettings": ".voicemail_settings",
        "VoicemailTrigger": ".voicemail_trigger",
        "VolumeTierInfo": ".volume_tier_info",
        "WabaInfo": ".waba_info",
        "Webhook": ".webhook",
        "WebhookChange": ".webhook_change",
        "WebhookConfiguration": ".webhook_configuration",
        "WebhookEntry": ".webhook_entry",
        "WebhookField": ".webhook_field",
        "WebhookObject": ".webhook_object",
        "WebhookOverride": ".webhook_override",
        "WebhookSubscriptionRequest": ".webhook_subscription_request",
        "WebhookValue": ".webhook_value",
        "WhatsAppApplication": ".whats_app_application",
        "WhatsAppBusinessAccount": ".whats_app_business_account",
        "WhatsAppBusinessAccountPage": ".whats_app_business_account_page",
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
    "AccountAlert",
    "AccountBanState",
    "AccountMode",
    "AccountOwnershipType",
    "AccountRestriction",
    "AccountRestrictionType",
    "AccountReviewStatus",
    "AccountReviewUpdate",
    "AccountSettingsType",
    "AccountSettingsUpdate",
    "AccountSort",
    "AccountStatus",
    "AccountSubscriptionRequest",
    "AccountUpdate",
    "AccountUpdateEvent",
    "AlertEntityType",
    "AlertInfo",
    "AlertSeverity",
    "AlertStatus",
    "AlertType",
    "AppDataKind",
    "AppDataRequest",
    "AppDataSync",
    "AudioSettings",
    "BanInfo",
    "BatchHeader",
    "BatchItem",
    "BatchRequest",
    "BotCommand",
    "Business",
    "BusinessCapabilityUpdate",
    "BusinessInfo",
    "BusinessToken",
    "BusinessUsernameUpdate",
    "BusinessVerificationStatus",
    "CallHours",
    "CallIcons",
    "CallIconVisibility",
    "CallingRestriction",
    "CallingRestrictions",
    "CallingRestrictionType",
    "CallingSettings",
    "ClientCertificationInfo",
    "ClientCertificationStatus",
    "CodeMethod",
    "CodeVerification",
    "CodeVerificationStatus",
    "ConversationalAutomation",
    "ConversationalAutomationRequest",
    "CursorPaging",
    "Cursors",
    "DataLocalizationRegion",
    "DayOfWeek",
    "DisconnectionInfo",
    "DisconnectionInitiator",
    "DisconnectionReason",
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
    "InternationalRateEligibility",
    "InternationalRateException",
    "IpAddresses",
    "MessagingLimitTier",
    "MessagingProduct",
    "NameRejectionReason",
    "NameStatus",
    "OfficialBusinessAccount",
    "OfficialBusinessAccountAction",
    "OfficialBusinessAccountApplication",
    "OfficialBusinessAccountStatus",
    "OfficialBusinessAccountUpdateRequest",
    "OfficialBusinessAccountUpdateResponse",
    "OperatingHours",
    "Partner",
    "PartnerPage",
    "PayloadEncryption",
    "PhoneNumber",
    "PhoneNumberCreateRequest",
    "PhoneNumberCreateResponse",
    "PhoneNumberNameUpdate",
    "PhoneNumberPage",
    "PhoneNumberQualityEvent",
    "PhoneNumberQualityUpdate",
    "PhoneNumberSettings",
    "PhoneNumberSort",
    "PhoneNumberStatus",
    "PhoneNumberUpdateRequest",
    "PlatformType",
    "PreverifiedNumber",
    "PreverifiedNumberAddRequest",
    "PreverifiedNumberAddResponse",
    "PreverifiedNumberPage",
    "PreverifiedNumberShareRequest",
    "QualityRating",
    "QualityScore",
    "RegisterRequest",
    "RequestCodeRequest",
    "ReviewDecision",
    "SearchVisibility",
    "SecurityEvent",
    "SecurityUpdate",
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
    "SubscribedApp",
    "SubscribedAppPage",
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
    "ViolationInfo",
    "VoicemailAnnouncement",
    "VoicemailAudio",
    "VoicemailSettings",
    "VoicemailTrigger",
    "VolumeTierInfo",
    "WabaInfo",
    "Webhook",
    "WebhookChange",
    "WebhookConfiguration",
    "WebhookEntry",
    "WebhookField",
    "WebhookObject",
    "WebhookOverride",
    "WebhookSubscriptionRequest",
    "WebhookValue",
    "WhatsAppApplication",
    "WhatsAppBusinessAccount",
    "WhatsAppBusinessAccountPage",
)
