from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.code_verification_status import CodeVerificationStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.business import Business


T = TypeVar("T", bound="PreverifiedNumber")


@_attrs_define
class PreverifiedNumber:
    """A number that a Solution Partner verified beforehand. When a customer claims it, this object disappears, and a phone
    number with another id stands in the customer's account, to be registered within 90 days.

    """

    id: str
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    phone_number: str | Unset = UNSET
    """ The number, as people write it or as digits behind a plus sign. Compare it by its digits. """
    code_verification_status: CodeVerificationStatus | Unset = UNSET
    """ Whether ownership was proved with a one-time code. `EXPIRED` is normal for a connected number: the proof is
    needed anew only for another registration. `UNVERIFIED` is a rare word for `NOT_VERIFIED`. """
    verification_expiry_time: Any | Unset = UNSET
    """ When the verification ends, 90 days after it, in seconds since 1970 (UTC), or as date and time. Missing
    while the number was never verified. """
    code_verification_time: Any | Unset = UNSET
    """ When the number was verified, in seconds since 1970 (UTC), or as date and time. """
    owner_business: Business | Unset = UNSET
    """ A business portfolio. Only `id` is always present. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        phone_number = self.phone_number

        code_verification_status: str | Unset = UNSET
        if not isinstance(self.code_verification_status, Unset):
            code_verification_status = self.code_verification_status.value

        verification_expiry_time = self.verification_expiry_time

        code_verification_time = self.code_verification_time

        owner_business: dict[str, Any] | Unset = UNSET
        if not isinstance(self.owner_business, Unset):
            owner_business = self.owner_business.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if phone_number is not UNSET:
            field_dict["phone_number"] = phone_number
        if code_verification_status is not UNSET:
            field_dict["code_verification_status"] = code_verification_status
        if verification_expiry_time is not UNSET:
            field_dict["verification_expiry_time"] = verification_expiry_time
        if code_verification_time is not UNSET:
            field_dict["code_verification_time"] = code_verification_time
        if owner_business is not UNSET:
            field_dict["owner_business"] = owner_business

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.business import Business  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        phone_number = d.pop("phone_number", UNSET)

        _code_verification_status = d.pop("code_verification_status", UNSET)
        code_verification_status: CodeVerificationStatus | Unset
        if isinstance(_code_verification_status, Unset):
            code_verification_status = UNSET
        else:
            code_verification_status = CodeVerificationStatus(_code_verification_status)

        verification_expiry_time = d.pop("verification_expiry_time", UNSET)

        code_verification_time = d.pop("code_verification_time", UNSET)

        _owner_business = d.pop("owner_business", UNSET)
        owner_business: Business | Unset
        if isinstance(_owner_business, Unset):
            owner_business = UNSET
        else:
            owner_business = Business.from_dict(_owner_business)

        preverified_number = cls(
            id=id,
            phone_number=phone_number,
            code_verification_status=code_verification_status,
            verification_expiry_time=verification_expiry_time,
            code_verification_time=code_verification_time,
            owner_business=owner_business,
        )

        preverified_number.additional_properties = d
        return preverified_number

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
