from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.review_decision import ReviewDecision
from ..types import UNSET, Unset

T = TypeVar("T", bound="AccountReviewUpdate")


@_attrs_define
class AccountReviewUpdate:
    """An account was reviewed."""

    decision: ReviewDecision | Unset = UNSET
    """ `APPROVED` and `REJECTED` are final, `PENDING` is under review, `DEFERRED` is put off until more is known.
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision: str | Unset = UNSET
        if not isinstance(self.decision, Unset):
            decision = self.decision.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if decision is not UNSET:
            field_dict["decision"] = decision

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _decision = d.pop("decision", UNSET)
        decision: ReviewDecision | Unset
        if isinstance(_decision, Unset):
            decision = UNSET
        else:
            decision = ReviewDecision(_decision)

        account_review_update = cls(
            decision=decision,
        )

        account_review_update.additional_properties = d
        return account_review_update

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
