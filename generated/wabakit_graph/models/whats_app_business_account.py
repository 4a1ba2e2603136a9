from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_ownership_type import AccountOwnershipType
from ..models.account_review_status import AccountReviewStatus
from ..models.account_status import AccountStatus
from ..models.business_verification_status import BusinessVerificationStatus
from ..models.messaging_limit_tier import MessagingLimitTier
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.business import Business
    from ..models.business_info import BusinessInfo
    from ..models.health_status import HealthStatus
    from ..models.phone_number_page import PhoneNumberPage


T = TypeVar("T", bound="WhatsAppBusinessAccount")


@_attrs_define
class WhatsAppBusinessAccount:
    """A WhatsApp Business Account (WABA). Only `id` is always present: of the rest, what was asked for and has a value."""

    id: str
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    name: str | Unset = UNSET
    """ Name of the account. """
    currency: str | Unset = UNSET
    """ Currency of the account, three letters of ISO 4217; fixed once a credit line is attached. """
    country: str | Unset = UNSET
    """ Country of the account, two letters of ISO 3166-1; missing when not set. Can be filtered by where a business
    lists its own accounts. """
    primary_business_location: str | Unset = UNSET
    """ Where the business mainly is, two letters of ISO 3166-1; missing when not set. """
    timezone_id: Any | Unset = UNSET
    """ Time zone by Meta's own numbering, such as `1`. A guide prints it as a number. """
    message_template_namespace: str | Unset = UNSET
    """ Namespace of the message templates of the account. """
    creation_time: Any | Unset = UNSET
    """ When the account was made, in seconds since 1970 (UTC). Can be filtered by. """
    account_review_status: AccountReviewStatus | Unset = UNSET
    """ How the review of an account stands: `PENDING`, Meta has not decided; `APPROVED`, it may be used;
    `REJECTED`, it may not; `RESTRICTED`, it may in part. """
    business_verification_status: BusinessVerificationStatus | Unset = UNSET
    """ Whether Meta has verified a business. Lower case, as recorded; Meta's published descriptions of v23.0 and
    v25.0 print upper case. """
    ownership_type: AccountOwnershipType | Unset = UNSET
    """ Who owns an account: `SELF` the business that asks, `CLIENT_OWNED` a client of it, `ON_BEHALF_OF` a client
    for whom a partner made it. """
    status: AccountStatus | Unset = UNSET
    """ Whether an account can be used; `ACTIVE` is the only word that a guide shows. """
    health_status: HealthStatus | Unset = UNSET
    """ Whether the number can send, derived from everything that it depends on. """
    owner_business_info: BusinessInfo | Unset = UNSET
    """ What an account says of a business. """
    owner_business: Business | Unset = UNSET
    """ A business portfolio. Only `id` is always present. """
    on_behalf_of_business_info: BusinessInfo | Unset = UNSET
    """ What an account says of a business. """
    primary_funding_id: str | Unset = UNSET
    """ Id of the payment method or credit line; missing when there is none. """
    purchase_order_number: str | Unset = UNSET
    """ Number of the purchase order that bills show. """
    whatsapp_business_manager_messaging_limit: MessagingLimitTier | Unset = UNSET
    """ How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000, 100,000 or any
    number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one was set, the latter, which came with
    the limit of portfolios, where tiers do not apply. This is not a sending speed, for which see `ThroughputLevel`.
    """
    is_enabled_for_insights: bool | Unset = UNSET
    """ Whether figures about templates are kept. """
    is_shared_with_partners: bool | Unset = UNSET
    """ Whether partners may work with the account. """
    template_auto_archival_enabled: bool | Unset = UNSET
    """ Whether templates that nobody uses are put into an archive. """
    disable_marketing_messages_on_cloud_api: bool | Unset = UNSET
    """ Whether marketing messages are kept from being sent over Cloud API. """
    phone_numbers: PhoneNumberPage | Unset = UNSET
    """ One page of phone numbers, and the way to its neighbours. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        currency = self.currency

        country = self.country

        primary_business_location = self.primary_business_location

        timezone_id = self.timezone_id

        message_template_namespace = self.message_template_namespace

        creation_time = self.creation_time

        account_review_status: str | Unset = UNSET
        if not isinstance(self.account_review_status, Unset):
            account_review_status = self.account_review_status.value

        business_verification_status: str | Unset = UNSET
        if not isinstance(self.business_verification_status, Unset):
            business_verification_status = self.business_verification_status.value

        ownership_type: str | Unset = UNSET
        if not isinstance(self.ownership_type, Unset):
            ownership_type = self.ownership_type.value

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        health_status: dict[str, Any] | Unset = UNSET
        if not isinstance(self.health_status, Unset):
            health_status = self.health_status.to_dict()

        owner_business_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.owner_business_info, Unset):
            owner_business_info = self.owner_business_info.to_dict()

        owner_business: dict[str, Any] | Unset = UNSET
        if not isinstance(self.owner_business, Unset):
            owner_business = self.owner_business.to_dict()

        on_behalf_of_business_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.on_behalf_of_business_info, Unset):
            on_behalf_of_business_info = self.on_behalf_of_business_info.to_dict()

        primary_funding_id = self.primary_funding_id

        purchase_order_number = self.purchase_order_number

        whatsapp_business_manager_messaging_limit: str | Unset = UNSET
        if not isinstance(self.whatsapp_business_manager_messaging_limit, Unset):
            whatsapp_business_manager_messaging_limit = (
                self.whatsapp_business_manager_messaging_limit.value
            )

        is_enabled_for_insights = self.is_enabled_for_insights

        is_shared_with_partners = self.is_shared_with_partners

        template_auto_archival_enabled = self.template_auto_archival_enabled

        disable_marketing_messages_on_cloud_api = self.disable_marketing_messages_on_cloud_api

        phone_numbers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.phone_numbers, Unset):
            phone_numbers = self.phone_numbers.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if currency is not UNSET:
            field_dict["currency"] = currency
        if country is not UNSET:
            field_dict["country"] = country
        if primary_business_location is not UNSET:
            field_dict["primary_business_location"] = primary_business_location
        if timezone_id is not UNSET:
            field_dict["timezone_id"] = timezone_id
        if message_template_namespace is not UNSET:
            field_dict["message_template_namespace"] = message_template_namespace
        if creation_time is not UNSET:
            field_dict["creation_time"] = creation_time
        if account_review_status is not UNSET:
            field_dict["account_review_status"] = account_review_status
        if business_verification_status is not UNSET:
            field_dict["business_verification_status"] = business_verification_status
        if ownership_type is not UNSET:
            field_dict["ownership_type"] = ownership_type
        if status is not UNSET:
            field_dict["status"] = status
        if health_status is not UNSET:
            field_dict["health_status"] = health_status
        if owner_business_info is not UNSET:
            field_dict["owner_business_info"] = owner_business_info
        if owner_business is not UNSET:
            field_dict["owner_business"] = owner_business
        if on_behalf_of_business_info is not UNSET:
            field_dict["on_behalf_of_business_info"] = on_behalf_of_business_info
        if primary_funding_id is not UNSET:
            field_dict["primary_funding_id"] = primary_funding_id
        if purchase_order_number is not UNSET:
            field_dict["purchase_order_number"] = purchase_order_number
        if whatsapp_business_manager_messaging_limit is not UNSET:
            field_dict["whatsapp_business_manager_messaging_limit"] = (
                whatsapp_business_manager_messaging_limit
            )
        if is_enabled_for_insights is not UNSET:
            field_dict["is_enabled_for_insights"] = is_enabled_for_insights
        if is_shared_with_partners is not UNSET:
            field_dict["is_shared_with_partners"] = is_shared_with_partners
        if template_auto_archival_enabled is not UNSET:
            field_dict["template_auto_archival_enabled"] = template_auto_archival_enabled
        if disable_marketing_messages_on_cloud_api is not UNSET:
            field_dict["disable_marketing_messages_on_cloud_api"] = (
                disable_marketing_messages_on_cloud_api
            )
        if phone_numbers is not UNSET:
            field_dict["phone_numbers"] = phone_numbers

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.business import Business  # noqa: PLC0415
        from ..models.business_info import BusinessInfo  # noqa: PLC0415
        from ..models.health_status import HealthStatus  # noqa: PLC0415
        from ..models.phone_number_page import PhoneNumberPage  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name", UNSET)

        currency = d.pop("currency", UNSET)

        country = d.pop("country", UNSET)

        primary_business_location = d.pop("primary_business_location", UNSET)

        timezone_id = d.pop("timezone_id", UNSET)

        message_template_namespace = d.pop("message_template_namespace", UNSET)

        creation_time = d.pop("creation_time", UNSET)

        _account_review_status = d.pop("account_review_status", UNSET)
        account_review_status: AccountReviewStatus | Unset
        if isinstance(_account_review_status, Unset):
            account_review_status = UNSET
        else:
            account_review_status = AccountReviewStatus(_account_review_status)

        _business_verification_status = d.pop("business_verification_status", UNSET)
        business_verification_status: BusinessVerificationStatus | Unset
        if isinstance(_business_verification_status, Unset):
            business_verification_status = UNSET
        else:
            business_verification_status = BusinessVerificationStatus(_business_verification_status)

        _ownership_type = d.pop("ownership_type", UNSET)
        ownership_type: AccountOwnershipType | Unset
        if isinstance(_ownership_type, Unset):
            ownership_type = UNSET
        else:
            ownership_type = AccountOwnershipType(_ownership_type)

        _status = d.pop("status", UNSET)
        status: AccountStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = AccountStatus(_status)

        _health_status = d.pop("health_status", UNSET)
        health_status: HealthStatus | Unset
        if isinstance(_health_status, Unset):
            health_status = UNSET
        else:
            health_status = HealthStatus.from_dict(_health_status)

        _owner_business_info = d.pop("owner_business_info", UNSET)
        owner_business_info: BusinessInfo | Unset
        if isinstance(_owner_business_info, Unset):
            owner_business_info = UNSET
        else:
            owner_business_info = BusinessInfo.from_dict(_owner_business_info)

        _owner_business = d.pop("owner_business", UNSET)
        owner_business: Business | Unset
        if isinstance(_owner_business, Unset):
            owner_business = UNSET
        else:
            owner_business = Business.from_dict(_owner_business)

        _on_behalf_of_business_info = d.pop("on_behalf_of_business_info", UNSET)
        on_behalf_of_business_info: BusinessInfo | Unset
        if isinstance(_on_behalf_of_business_info, Unset):
            on_behalf_of_business_info = UNSET
        else:
            on_behalf_of_business_info = BusinessInfo.from_dict(_on_behalf_of_business_info)

        primary_funding_id = d.pop("primary_funding_id", UNSET)

        purchase_order_number = d.pop("purchase_order_number", UNSET)

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

        is_enabled_for_insights = d.pop("is_enabled_for_insights", UNSET)

        is_shared_with_partners = d.pop("is_shared_with_partners", UNSET)

        template_auto_archival_enabled = d.pop("template_auto_archival_enabled", UNSET)

        disable_marketing_messages_on_cloud_api = d.pop(
            "disable_marketing_messages_on_cloud_api", UNSET
        )

        _phone_numbers = d.pop("phone_numbers", UNSET)
        phone_numbers: PhoneNumberPage | Unset
        if isinstance(_phone_numbers, Unset):
            phone_numbers = UNSET
        else:
            phone_numbers = PhoneNumberPage.from_dict(_phone_numbers)

        whats_app_business_account = cls(
            id=id,
            name=name,
            currency=currency,
            country=country,
            primary_business_location=primary_business_location,
            timezone_id=timezone_id,
            message_template_namespace=message_template_namespace,
            creation_time=creation_time,
            account_review_status=account_review_status,
            business_verification_status=business_verification_status,
            ownership_type=ownership_type,
            status=status,
            health_status=health_status,
            owner_business_info=owner_business_info,
            owner_business=owner_business,
            on_behalf_of_business_info=on_behalf_of_business_info,
            primary_funding_id=primary_funding_id,
            purchase_order_number=purchase_order_number,
            whatsapp_business_manager_messaging_limit=whatsapp_business_manager_messaging_limit,
            is_enabled_for_insights=is_enabled_for_insights,
            is_shared_with_partners=is_shared_with_partners,
            template_auto_archival_enabled=template_auto_archival_enabled,
            disable_marketing_messages_on_cloud_api=disable_marketing_messages_on_cloud_api,
            phone_numbers=phone_numbers,
        )

        whats_app_business_account.additional_properties = d
        return whats_app_business_account

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
