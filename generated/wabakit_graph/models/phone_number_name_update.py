from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.name_rejection_reason import NameRejectionReason
from ..models.review_decision import ReviewDecision
from ..types import UNSET, Unset

T = TypeVar("T", bound="PhoneNumberNameUpdate")


@_attrs_define
class PhoneNumberNameUpdate:
    """A display name was decided on."""

    display_phone_number: str | Unset = UNSET
    """ A telephone number as webhooks name it, digits without `+`, its country calling code first. Compare it with
    the digits of `display_phone_number`, which has spacing on the number itself. """
    decision: ReviewDecision | Unset = UNSET
    """ `APPROVED` and `REJECTED` are final, `PENDING` is under review, `DEFERRED` is put off until more is known.
    """
    requested_verified_name: str | Unset = UNSET
    """ The name. """
    rejection_reason: NameRejectionReason | Unset = UNSET
    """ What is wrong with a display name: it names an employee (`NAME_EMPLOYEE_ISSUE`), is not related to the end
    client (`NAME_ENDCLIENT_NOTRELATED`), is written as it may not be (`NAME_FORMAT_UNACCEPTABLE`), is that of a
    person (`NAME_INDIVIDUAL_ISSUE`) or does not fit what is known of the business (`NAME_NOT_CONSISTENT`). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        display_phone_number = self.display_phone_number

        decision: str | Unset = UNSET
        if not isinstance(self.decision, Unset):
            decision = self.decision.value

        requested_verified_name = self.requested_verified_name

        rejection_reason: str | Unset = UNSET
        if not isinstance(self.rejection_reason, Unset):
            rejection_reason = self.rejection_reason.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if display_phone_number is not UNSET:
            field_dict["display_phone_number"] = display_phone_number
        if decision is not UNSET:
            field_dict["decision"] = decision
        if requested_verified_name is not UNSET:
            field_dict["requested_verified_name"] = requested_verified_name
        if rejection_reason is not UNSET:
            field_dict["rejection_reason"] = rejection_reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        display_phone_number = d.pop("display_phone_number", UNSET)

        _decision = d.pop("decision", UNSET)
        decision: ReviewDecision | Unset
        if isinstance(_decision, Unset):
            decision = UNSET
        else:
            decision = ReviewDecision(_decision)

        requested_verified_name = d.pop("requested_verified_name", UNSET)

        _rejection_reason = d.pop("rejection_reason", UNSET)
        rejection_reason: NameRejectionReason | Unset
        if isinstance(_rejection_reason, Unset):
            rejection_reason = UNSET
        else:
            rejection_reason = NameRejectionReason(_rejection_reason)

        phone_number_name_update = cls(
            display_phone_number=display_phone_number,
            decision=decision,
            requested_verified_name=requested_verified_name,
            rejection_reason=rejection_reason,
        )

        phone_number_name_update.additional_properties = d
        return phone_number_name_update

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
