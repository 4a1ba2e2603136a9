from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_update_event import AccountUpdateEvent
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.account_restriction import AccountRestriction
    from ..models.ban_info import BanInfo
    from ..models.client_certification_info import ClientCertificationInfo
    from ..models.disconnection_info import DisconnectionInfo
    from ..models.international_rate_eligibility import InternationalRateEligibility
    from ..models.violation_info import ViolationInfo
    from ..models.volume_tier_info import VolumeTierInfo
    from ..models.waba_info import WabaInfo


T = TypeVar("T", bound="AccountUpdate")


@_attrs_define
class AccountUpdate:
    """Something happened to an account."""

    event: AccountUpdateEvent | Unset = UNSET
    """ What happened to an account. `VERIFIED_ACCOUNT` is old, and what the test button of the app dashboard sends.
    """
    waba_info: WabaInfo | Unset = UNSET
    """ An account, its owner and its partners. """
    disconnection_info: DisconnectionInfo | Unset = UNSET
    """ Why a number that also lives in the WhatsApp Business app went. """
    violation_info: ViolationInfo | Unset = UNSET
    """ A violation of Meta's rules. """
    restriction_info: list[AccountRestriction] | Unset = UNSET
    """ What the account may not do for a time, with `ACCOUNT_RESTRICTION`. """
    ban_info: BanInfo | Unset = UNSET
    """ How an account is disabled. """
    country: str | Unset = UNSET
    """ The new primary country of the business, two letters of ISO 3166-1, with
    `BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE`. """
    volume_tier_info: VolumeTierInfo | Unset = UNSET
    """ The tier of prices that the volume of messages has led to. """
    auth_international_rate_eligibility: InternationalRateEligibility | Unset = UNSET
    """ From when international rates hold for authentication messages. """
    partner_client_certification_info: ClientCertificationInfo | Unset = UNSET
    """ How the verification of a client that a partner asked for stands. """
    phone_number: str | Unset = UNSET
    """ A telephone number as webhooks name it, digits without `+`, its country calling code first. Compare it with
    the digits of `display_phone_number`, which has spacing on the number itself. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event: str | Unset = UNSET
        if not isinstance(self.event, Unset):
            event = self.event.value

        waba_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.waba_info, Unset):
            waba_info = self.waba_info.to_dict()

        disconnection_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.disconnection_info, Unset):
            disconnection_info = self.disconnection_info.to_dict()

        violation_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.violation_info, Unset):
            violation_info = self.violation_info.to_dict()

        restriction_info: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.restriction_info, Unset):
            restriction_info = []
            for restriction_info_item_data in self.restriction_info:
                restriction_info_item = restriction_info_item_data.to_dict()
                restriction_info.append(restriction_info_item)

        ban_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ban_info, Unset):
            ban_info = self.ban_info.to_dict()

        country = self.country

        volume_tier_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.volume_tier_info, Unset):
            volume_tier_info = self.volume_tier_info.to_dict()

        auth_international_rate_eligibility: dict[str, Any] | Unset = UNSET
        if not isinstance(self.auth_international_rate_eligibility, Unset):
            auth_international_rate_eligibility = self.auth_international_rate_eligibility.to_dict()

        partner_client_certification_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.partner_client_certification_info, Unset):
            partner_client_certification_info = self.partner_client_certification_info.to_dict()

        phone_number = self.phone_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if event is not UNSET:
            field_dict["event"] = event
        if waba_info is not UNSET:
            field_dict["waba_info"] = waba_info
        if disconnection_info is not UNSET:
            field_dict["disconnection_info"] = disconnection_info
        if violation_info is not UNSET:
            field_dict["violation_info"] = violation_info
        if restriction_info is not UNSET:
            field_dict["restriction_info"] = restriction_info
        if ban_info is not UNSET:
            field_dict["ban_info"] = ban_info
        if country is not UNSET:
            field_dict["country"] = country
        if volume_tier_info is not UNSET:
            field_dict["volume_tier_info"] = volume_tier_info
        if auth_international_rate_eligibility is not UNSET:
            field_dict["auth_international_rate_eligibility"] = auth_international_rate_eligibility
        if partner_client_certification_info is not UNSET:
            field_dict["partner_client_certification_info"] = partner_client_certification_info
        if phone_number is not UNSET:
            field_dict["phone_number"] = phone_number

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.account_restriction import AccountRestriction  # noqa: PLC0415
        from ..models.ban_info import BanInfo  # noqa: PLC0415
        from ..models.client_certification_info import ClientCertificationInfo  # noqa: PLC0415
        from ..models.disconnection_info import DisconnectionInfo  # noqa: PLC0415
        from ..models.international_rate_eligibility import InternationalRateEligibility  # noqa: PLC0415
        from ..models.violation_info import ViolationInfo  # noqa: PLC0415
        from ..models.volume_tier_info import VolumeTierInfo  # noqa: PLC0415
        from ..models.waba_info import WabaInfo  # noqa: PLC0415

        d = dict(src_dict)
        _event = d.pop("event", UNSET)
        event: AccountUpdateEvent | Unset
        if isinstance(_event, Unset):
            event = UNSET
        else:
            event = AccountUpdateEvent(_event)

        _waba_info = d.pop("waba_info", UNSET)
        waba_info: WabaInfo | Unset
        if isinstance(_waba_info, Unset):
            waba_info = UNSET
        else:
            waba_info = WabaInfo.from_dict(_waba_info)

        _disconnection_info = d.pop("disconnection_info", UNSET)
        disconnection_info: DisconnectionInfo | Unset
        if isinstance(_disconnection_info, Unset):
            disconnection_info = UNSET
        else:
            disconnection_info = DisconnectionInfo.from_dict(_disconnection_info)

        _violation_info = d.pop("violation_info", UNSET)
        violation_info: ViolationInfo | Unset
        if isinstance(_violation_info, Unset):
            violation_info = UNSET
        else:
            violation_info = ViolationInfo.from_dict(_violation_info)

        _restriction_info = d.pop("restriction_info", UNSET)
        restriction_info: list[AccountRestriction] | Unset = UNSET
        if _restriction_info is not UNSET:
            restriction_info = []
            for restriction_info_item_data in _restriction_info:
                restriction_info_item = AccountRestriction.from_dict(restriction_info_item_data)

                restriction_info.append(restriction_info_item)

        _ban_info = d.pop("ban_info", UNSET)
        ban_info: BanInfo | Unset
        if isinstance(_ban_info, Unset):
            ban_info = UNSET
        else:
            ban_info = BanInfo.from_dict(_ban_info)

        country = d.pop("country", UNSET)

        _volume_tier_info = d.pop("volume_tier_info", UNSET)
        volume_tier_info: VolumeTierInfo | Unset
        if isinstance(_volume_tier_info, Unset):
            volume_tier_info = UNSET
        else:
            volume_tier_info = VolumeTierInfo.from_dict(_volume_tier_info)

        _auth_international_rate_eligibility = d.pop("auth_international_rate_eligibility", UNSET)
        auth_international_rate_eligibility: InternationalRateEligibility | Unset
        if isinstance(_auth_international_rate_eligibility, Unset):
            auth_international_rate_eligibility = UNSET
        else:
            auth_international_rate_eligibility = InternationalRateEligibility.from_dict(
                _auth_international_rate_eligibility
            )

        _partner_client_certification_info = d.pop("partner_client_certification_info", UNSET)
        partner_client_certification_info: ClientCertificationInfo | Unset
        if isinstance(_partner_client_certification_info, Unset):
            partner_client_certification_info = UNSET
        else:
            partner_client_certification_info = ClientCertificationInfo.from_dict(
                _partner_client_certification_info
            )

        phone_number = d.pop("phone_number", UNSET)

        account_update = cls(
            event=event,
            waba_info=waba_info,
            disconnection_info=disconnection_info,
            violation_info=violation_info,
            restriction_info=restriction_info,
            ban_info=ban_info,
            country=country,
            volume_tier_info=volume_tier_info,
            auth_international_rate_eligibility=auth_international_rate_eligibility,
            partner_client_certification_info=partner_client_certification_info,
            phone_number=phone_number,
        )

        account_update.additional_properties = d
        return account_update

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
