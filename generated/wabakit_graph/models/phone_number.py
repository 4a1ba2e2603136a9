from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_mode import AccountMode
from ..models.code_verification_status import CodeVerificationStatus
from ..models.global_search_eligibility import GlobalSearchEligibility
from ..models.messaging_limit_tier import MessagingLimitTier
from ..models.name_status import NameStatus
from ..models.phone_number_status import PhoneNumberStatus
from ..models.platform_type import PlatformType
from ..models.quality_rating import QualityRating
from ..models.search_visibility import SearchVisibility
from ..models.unified_cert_status import UnifiedCertStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.conversational_automation import ConversationalAutomation
    from ..models.health_status import HealthStatus
    from ..models.official_business_account import OfficialBusinessAccount
    from ..models.quality_score import QualityScore
    from ..models.throughput import Throughput
    from ..models.webhook_configuration import WebhookConfiguration


T = TypeVar("T", bound="PhoneNumber")


@_attrs_define
class PhoneNumber:
    """A business phone number. Only `id` is always present: of the rest, what was asked for and has a value."""

    id: str
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    display_phone_number: str | Unset = UNSET
    """ The number as people write it, such as `+1 631-555-1111`, sometimes digits only. Compare numbers by their
    digits, and leave out what a country has put in or taken away: the 1 behind 52 that mobile numbers of Mexico had
    and that Graph still shows for some, and the 9 that those of Brazil with 8 digits, which begin with 6 to 9, got
    before them. What begins with 2 to 5 behind the 9 is younger than that change, and without the 9 another number.
    """
    verified_name: str | Unset = UNSET
    """ The display name in effect. """
    status: PhoneNumberStatus | Unset = UNSET
    """ Whether a number can be used. `CONNECTED` is the one that can send and receive.

    - `PENDING`: added, not registered yet; `UNVERIFIED` is also seen at this point
    - `CONNECTED`: registered and in use
    - `DISCONNECTED`: not registered any more
    - `FLAGGED`: its quality is low, so that its limits may be lowered
    - `RATE_LIMITED`: it has used up its messaging limit
    - `RESTRICTED`: it may not start conversations for a time
    - `BANNED`: it may not be used
    - `MIGRATED`: it went to another account
    - `DELETED`: it was removed from the account
    - `LINKED`, `UNLINKED`: whether it is tied to the account
    - `UNKNOWN`: Graph does not say
     """
    quality_rating: QualityRating | Unset = UNSET
    """ How recipients received recent messages: `GREEN` well, `YELLOW` middling, `RED` badly. `UNKNOWN` and `NA`
    both mean not rated yet. """
    quality_score: QualityScore | Unset = UNSET
    """ The quality rating of a number with what led to it. """
    code_verification_status: CodeVerificationStatus | Unset = UNSET
    """ Whether ownership was proved with a one-time code. `EXPIRED` is normal for a connected number: the proof is
    needed anew only for another registration. `UNVERIFIED` is a rare word for `NOT_VERIFIED`. """
    platform_type: PlatformType | Unset = UNSET
    """ The platform of a number; `NOT_APPLICABLE` before it is registered. """
    host_platform: PlatformType | Unset = UNSET
    """ The platform of a number; `NOT_APPLICABLE` before it is registered. """
    throughput: Throughput | Unset = UNSET
    """ How fast a number may send. """
    webhook_configuration: WebhookConfiguration | Unset = UNSET
    """ Callback addresses by what they are configured for: the level `application` is the callback of the app, and
    there are others. """
    last_onboarded_time: str | Unset = UNSET
    """ When the number was last onboarded, as date and time with an offset written `+0000`, which is not RFC 3339.
    Sometimes sent unasked. """
    name_status: NameStatus | Unset = UNSET
    """ How the review of a display name stands.

    - `APPROVED`: it may be shown
    - `AVAILABLE_WITHOUT_REVIEW`: it may be used without a review
    - `PENDING_REVIEW`: Meta has not decided yet
    - `DECLINED`: Meta has refused it
    - `EXPIRED`: the approval has lapsed
    - `NONE`, `NON_EXISTS`: there is nothing to review
     """
    new_display_name: str | Unset = UNSET
    """ The display name that was requested, while the change waits for its review or for the registration that
    makes it take effect. """
    new_name_status: NameStatus | Unset = UNSET
    """ How the review of a display name stands.

    - `APPROVED`: it may be shown
    - `AVAILABLE_WITHOUT_REVIEW`: it may be used without a review
    - `PENDING_REVIEW`: Meta has not decided yet
    - `DECLINED`: Meta has refused it
    - `EXPIRED`: the approval has lapsed
    - `NONE`, `NON_EXISTS`: there is nothing to review
     """
    unified_cert_status: UnifiedCertStatus | Unset = UNSET
    """ The state of the display name and of the review of the account, taken together. Documented words of a field
    that the service does not have; see `NameStatus`. """
    account_mode: AccountMode | Unset = UNSET
    """ `SANDBOX` for trials, `LIVE` for real use. """
    messaging_limit_tier: MessagingLimitTier | Unset = UNSET
    """ How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000, 100,000 or any
    number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one was set, the latter, which came with
    the limit of portfolios, where tiers do not apply. This is not a sending speed, for which see `ThroughputLevel`.
    """
    whatsapp_business_manager_messaging_limit: MessagingLimitTier | Unset = UNSET
    """ How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000, 100,000 or any
    number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one was set, the latter, which came with
    the limit of portfolios, where tiers do not apply. This is not a sending speed, for which see `ThroughputLevel`.
    """
    is_official_business_account: bool | Unset = UNSET
    """ Whether the number carries the badge of an official business account. Can be filtered by. """
    official_business_account: OfficialBusinessAccount | Unset = UNSET
    """ The application that makes a number an official business account. """
    is_pin_enabled: bool | Unset = UNSET
    """ Whether two-step verification is on, that is, whether a PIN was set. """
    is_on_biz_app: bool | Unset = UNSET
    """ Whether the number is also used in the WhatsApp Business app. """
    is_preverified_number: bool | Unset = UNSET
    """ Whether the number was verified beforehand by a solution partner. """
    conversational_automation: ConversationalAutomation | Unset = UNSET
    """ The helpers that WhatsApp shows in a chat with the number. """
    health_status: HealthStatus | Unset = UNSET
    """ Whether the number can send, derived from everything that it depends on. """
    search_visibility: SearchVisibility | Unset = UNSET
    """ Whether search finds a number. """
    eligibility_for_api_business_global_search: GlobalSearchEligibility | Unset = UNSET
    """ Whether a number may appear in the global search for businesses, and if not, whether for the level of its
    verification, for an unknown country, or for a country that the feature has not reached. """
    country_code: str | Unset = UNSET
    """ Country of the number, two letters of ISO 3166-1, such as `US`. """
    country_dial_code: str | Unset = UNSET
    """ Country calling code, digits only. """
    username: str | Unset = UNSET
    """ The username of the number, missing when it has none. `getUsername` is the safer source. """
    certificate: str | Unset = UNSET
    """ Certificate of the present display name, for the on-premises platform; usually missing. """
    new_certificate: str | Unset = UNSET
    """ Certificate of a new display name, between its approval and the registration that uses it; usually missing.
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        display_phone_number = self.display_phone_number

        verified_name = self.verified_name

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        quality_rating: str | Unset = UNSET
        if not isinstance(self.quality_rating, Unset):
            quality_rating = self.quality_rating.value

        quality_score: dict[str, Any] | Unset = UNSET
        if not isinstance(self.quality_score, Unset):
            quality_score = self.quality_score.to_dict()

        code_verification_status: str | Unset = UNSET
        if not isinstance(self.code_verification_status, Unset):
            code_verification_status = self.code_verification_status.value

        platform_type: str | Unset = UNSET
        if not isinstance(self.platform_type, Unset):
            platform_type = self.platform_type.value

        host_platform: str | Unset = UNSET
        if not isinstance(self.host_platform, Unset):
            host_platform = self.host_platform.value

        throughput: dict[str, Any] | Unset = UNSET
        if not isinstance(self.throughput, Unset):
            throughput = self.throughput.to_dict()

        webhook_configuration: dict[str, Any] | Unset = UNSET
        if not isinstance(self.webhook_configuration, Unset):
            webhook_configuration = self.webhook_configuration.to_dict()

        last_onboarded_time = self.last_onboarded_time

        name_status: str | Unset = UNSET
        if not isinstance(self.name_status, Unset):
            name_status = self.name_status.value

        new_display_name = self.new_display_name

        new_name_status: str | Unset = UNSET
        if not isinstance(self.new_name_status, Unset):
            new_name_status = self.new_name_status.value

        unified_cert_status: str | Unset = UNSET
        if not isinstance(self.unified_cert_status, Unset):
            unified_cert_status = self.unified_cert_status.value

        account_mode: str | Unset = UNSET
        if not isinstance(self.account_mode, Unset):
            account_mode = self.account_mode.value

        messaging_limit_tier: str | Unset = UNSET
        if not isinstance(self.messaging_limit_tier, Unset):
            messaging_limit_tier = self.messaging_limit_tier.value

        whatsapp_business_manager_messaging_limit: str | Unset = UNSET
        if not isinstance(self.whatsapp_business_manager_messaging_limit, Unset):
            whatsapp_business_manager_messaging_limit = (
                self.whatsapp_business_manager_messaging_limit.value
            )

        is_official_business_account = self.is_official_business_account

        official_business_account: dict[str, Any] | Unset = UNSET
        if not isinstance(self.official_business_account, Unset):
            official_business_account = self.official_business_account.to_dict()

        is_pin_enabled = self.is_pin_enabled

        is_on_biz_app = self.is_on_biz_app

        is_preverified_number = self.is_preverified_number

        conversational_automation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.conversational_automation, Unset):
            conversational_automation = self.conversational_automation.to_dict()

        health_status: dict[str, Any] | Unset = UNSET
        if not isinstance(self.health_status, Unset):
            health_status = self.health_status.to_dict()

        search_visibility: str | Unset = UNSET
        if not isinstance(self.search_visibility, Unset):
            search_visibility = self.search_visibility.value

        eligibility_for_api_business_global_search: str | Unset = UNSET
        if not isinstance(self.eligibility_for_api_business_global_search, Unset):
            eligibility_for_api_business_global_search = (
                self.eligibility_for_api_business_global_search.value
            )

        country_code = self.country_code

        country_dial_code = self.country_dial_code

        username = self.username

        certificate = self.certificate

        new_certificate = self.new_certificate

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if display_phone_number is not UNSET:
            field_dict["display_phone_number"] = display_phone_number
        if verified_name is not UNSET:
            field_dict["verified_name"] = verified_name
        if status is not UNSET:
            field_dict["status"] = status
        if quality_rating is not UNSET:
            field_dict["quality_rating"] = quality_rating
        if quality_score is not UNSET:
            field_dict["quality_score"] = quality_score
        if code_verification_status is not UNSET:
            field_dict["code_verification_status"] = code_verification_status
        if platform_type is not UNSET:
            field_dict["platform_type"] = platform_type
        if host_platform is not UNSET:
            field_dict["host_platform"] = host_platform
        if throughput is not UNSET:
            field_dict["throughput"] = throughput
        if webhook_configuration is not UNSET:
            field_dict["webhook_configuration"] = webhook_configuration
        if last_onboarded_time is not UNSET:
            field_dict["last_onboarded_time"] = last_onboarded_time
        if name_status is not UNSET:
            field_dict["name_status"] = name_status
        if new_display_name is not UNSET:
            field_dict["new_display_name"] = new_display_name
        if new_name_status is not UNSET:
            field_dict["new_name_status"] = new_name_status
        if unified_cert_status is not UNSET:
            field_dict["unified_cert_status"] = unified_cert_status
        if account_mode is not UNSET:
            field_dict["account_mode"] = account_mode
        if messaging_limit_tier is not UNSET:
            field_dict["messaging_limit_tier"] = messaging_limit_tier
        if whatsapp_business_manager_messaging_limit is not UNSET:
            field_dict["whatsapp_business_manager_messaging_limit"] = (
                whatsapp_business_manager_messaging_limit
            )
        if is_official_business_account is not UNSET:
            field_dict["is_official_business_account"] = is_official_business_account
        if official_business_account is not UNSET:
            field_dict["official_business_account"] = official_business_account
        if is_pin_enabled is not UNSET:
            field_dict["is_pin_enabled"] = is_pin_enabled
        if is_on_biz_app is not UNSET:
            field_dict["is_on_biz_app"] = is_on_biz_app
        if is_preverified_number is not UNSET:
            field_dict["is_preverified_number"] = is_preverified_number
        if conversational_automation is not UNSET:
            field_dict["conversational_automation"] = conversational_automation
        if health_status is not UNSET:
            field_dict["health_status"] = health_status
        if search_visibility is not UNSET:
            field_dict["search_visibility"] = search_visibility
        if eligibility_for_api_business_global_search is not UNSET:
            field_dict["eligibility_for_api_business_global_search"] = (
                eligibility_for_api_business_global_search
            )
        if country_code is not UNSET:
            field_dict["country_code"] = country_code
        if country_dial_code is not UNSET:
            field_dict["country_dial_code"] = country_dial_code
        if username is not UNSET:
            field_dict["username"] = username
        if certificate is not UNSET:
            field_dict["certificate"] = certificate
        if new_certificate is not UNSET:
            field_dict["new_certificate"] = new_certificate

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conversational_automation import ConversationalAutomation  # noqa: PLC0415
        from ..models.health_status import HealthStatus  # noqa: PLC0415
        from ..models.official_business_account import OfficialBusinessAccount  # noqa: PLC0415
        from ..models.quality_score import QualityScore  # noqa: PLC0415
        from ..models.throughput import Throughput  # noqa: PLC0415
        from ..models.webhook_configuration import WebhookConfiguration  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        display_phone_number = d.pop("display_phone_number", UNSET)

        verified_name = d.pop("verified_name", UNSET)

        _status = d.pop("status", UNSET)
        status: PhoneNumberStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = PhoneNumberStatus(_status)

        _quality_rating = d.pop("quality_rating", UNSET)
        quality_rating: QualityRating | Unset
        if isinstance(_quality_rating, Unset):
            quality_rating = UNSET
        else:
            quality_rating = QualityRating(_quality_rating)

        _quality_score = d.pop("quality_score", UNSET)
        quality_score: QualityScore | Unset
        if isinstance(_quality_score, Unset):
            quality_score = UNSET
        else:
            quality_score = QualityScore.from_dict(_quality_score)

        _code_verification_status = d.pop("code_verification_status", UNSET)
        code_verification_status: CodeVerificationStatus | Unset
        if isinstance(_code_verification_status, Unset):
            code_verification_status = UNSET
        else:
            code_verification_status = CodeVerificationStatus(_code_verification_status)

        _platform_type = d.pop("platform_type", UNSET)
        platform_type: PlatformType | Unset
        if isinstance(_platform_type, Unset):
            platform_type = UNSET
        else:
            platform_type = PlatformType(_platform_type)

        _host_platform = d.pop("host_platform", UNSET)
        host_platform: PlatformType | Unset
        if isinstance(_host_platform, Unset):
            host_platform = UNSET
        else:
            host_platform = PlatformType(_host_platform)

        _throughput = d.pop("throughput", UNSET)
        throughput: Throughput | Unset
        if isinstance(_throughput, Unset):
            throughput = UNSET
        else:
            throughput = Throughput.from_dict(_throughput)

        _webhook_configuration = d.pop("webhook_configuration", UNSET)
        webhook_configuration: WebhookConfiguration | Unset
        if isinstance(_webhook_configuration, Unset):
            webhook_configuration = UNSET
        else:
            webhook_configuration = WebhookConfiguration.from_dict(_webhook_configuration)

        last_onboarded_time = d.pop("last_onboarded_time", UNSET)

        _name_status = d.pop("name_status", UNSET)
        name_status: NameStatus | Unset
        if isinstance(_name_status, Unset):
            name_status = UNSET
        else:
            name_status = NameStatus(_name_status)

        new_display_name = d.pop("new_display_name", UNSET)

        _new_name_status = d.pop("new_name_status", UNSET)
        new_name_status: NameStatus | Unset
        if isinstance(_new_name_status, Unset):
            new_name_status = UNSET
        else:
            new_name_status = NameStatus(_new_name_status)

        _unified_cert_status = d.pop("unified_cert_status", UNSET)
        unified_cert_status: UnifiedCertStatus | Unset
        if isinstance(_unified_cert_status, Unset):
            unified_cert_status = UNSET
        else:
            unified_cert_status = UnifiedCertStatus(_unified_cert_status)

        _account_mode = d.pop("account_mode", UNSET)
        account_mode: AccountMode | Unset
        if isinstance(_account_mode, Unset):
            account_mode = UNSET
        else:
            account_mode = AccountMode(_account_mode)

        _messaging_limit_tier = d.pop("messaging_limit_tier", UNSET)
        messaging_limit_tier: MessagingLimitTier | Unset
        if isinstance(_messaging_limit_tier, Unset):
            messaging_limit_tier = UNSET
        else:
            messaging_limit_tier = MessagingLimitTier(_messaging_limit_tier)

        _whatsapp_business_manager_messaging_limit = d.pop(
            "whatsapp_business_manager_messaging_limit", UNSET
        )
        whatsapp_business_manager_messaging_limit: MessagingLimitTier | Unset
        if isinstance(_whatsapp_business_manager_messaging_limit, Unset):
            whatsapp_business_manager_messaging_limit = UNSET
        else:
            whatsapp_business_manager_messaging_limit = MessagingLimitTier(
                _whatsapp_business_manager_messaging_limit
            )

        is_official_business_account = d.pop("is_official_business_account", UNSET)

        _official_business_account = d.pop("official_business_account", UNSET)
        official_business_account: OfficialBusinessAccount | Unset
        if isinstance(_official_business_account, Unset):
            official_business_account = UNSET
        else:
            official_business_account = OfficialBusinessAccount.from_dict(
                _official_business_account
            )

        is_pin_enabled = d.pop("is_pin_enabled", UNSET)

        is_on_biz_app = d.pop("is_on_biz_app", UNSET)

        is_preverified_number = d.pop("is_preverified_number", UNSET)

        _conversational_automation = d.pop("conversational_automation", UNSET)
        conversational_automation: ConversationalAutomation | Unset
        if isinstance(_conversational_automation, Unset):
            conversational_automation = UNSET
        else:
            conversational_automation = ConversationalAutomation.from_dict(
                _conversational_automation
            )

        _health_status = d.pop("health_status", UNSET)
        health_status: HealthStatus | Unset
        if isinstance(_health_status, Unset):
            health_status = UNSET
        else:
            health_status = HealthStatus.from_dict(_health_status)

        _search_visibility = d.pop("search_visibility", UNSET)
        search_visibility: SearchVisibility | Unset
        if isinstance(_search_visibility, Unset):
            search_visibility = UNSET
        else:
            search_visibility = SearchVisibility(_search_visibility)

        _eligibility_for_api_business_global_search = d.pop(
            "eligibility_for_api_business_global_search", UNSET
        )
        eligibility_for_api_business_global_search: GlobalSearchEligibility | Unset
        if isinstance(_eligibility_for_api_business_global_search, Unset):
            eligibility_for_api_business_global_search = UNSET
        else:
            eligibility_for_api_business_global_search = GlobalSearchEligibility(
                _eligibility_for_api_business_global_search
            )

        country_code = d.pop("country_code", UNSET)

        country_dial_code = d.pop("country_dial_code", UNSET)

        username = d.pop("username", UNSET)

        certificate = d.pop("certificate", UNSET)

        new_certificate = d.pop("new_certificate", UNSET)

        phone_number = cls(
            id=id,
            display_phone_number=display_phone_number,
            verified_name=verified_name,
            status=status,
            quality_rating=quality_rating,
            quality_score=quality_score,
            code_verification_status=code_verification_status,
            platform_type=platform_type,
            host_platform=host_platform,
            throughput=throughput,
            webhook_configuration=webhook_configuration,
            last_onboarded_time=last_onboarded_time,
            name_status=name_status,
            new_display_name=new_display_name,
            new_name_status=new_name_status,
            unified_cert_status=unified_cert_status,
            account_mode=account_mode,
            messaging_limit_tier=messaging_limit_tier,
            whatsapp_business_manager_messaging_limit=whatsapp_business_manager_messaging_limit,
            is_official_business_account=is_official_business_account,
            official_business_account=official_business_account,
            is_pin_enabled=is_pin_enabled,
            is_on_biz_app=is_on_biz_app,
            is_preverified_number=is_preverified_number,
            conversational_automation=conversational_automation,
            health_status=health_status,
            search_visibility=search_visibility,
            eligibility_for_api_business_global_search=eligibility_for_api_business_global_search,
            country_code=country_code,
            country_dial_code=country_dial_code,
            username=username,
            certificate=certificate,
            new_certificate=new_certificate,
        )

        phone_number.additional_properties = d
        return phone_number

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
