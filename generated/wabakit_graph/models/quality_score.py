from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.quality_rating import QualityRating
from ..types import UNSET, Unset

T = TypeVar("T", bound="QualityScore")


@_attrs_define
class QualityScore:
    """The quality rating of a number with what led to it."""

    score: QualityRating | Unset = UNSET
    """ How recipients received recent messages: `GREEN` well, `YELLOW` middling, `RED` badly. `UNKNOWN` and `NA`
    both mean not rated yet. """
    date: Any | Unset = UNSET
    """ When the rating was made, in seconds since 1970 (UTC). """
    reasons: list[str] | Unset = UNSET
    """ Why the rating is what it is; may be empty or missing. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        score: str | Unset = UNSET
        if not isinstance(self.score, Unset):
            score = self.score.value

        date = self.date

        reasons: list[str] | Unset = UNSET
        if not isinstance(self.reasons, Unset):
            reasons = self.reasons

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if score is not UNSET:
            field_dict["score"] = score
        if date is not UNSET:
            field_dict["date"] = date
        if reasons is not UNSET:
            field_dict["reasons"] = reasons

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _score = d.pop("score", UNSET)
        score: QualityRating | Unset
        if isinstance(_score, Unset):
            score = UNSET
        else:
            score = QualityRating(_score)

        date = d.pop("date", UNSET)

        reasons = cast(list[str], d.pop("reasons", UNSET))

        quality_score = cls(
            score=score,
            date=date,
            reasons=reasons,
        )

        quality_score.additional_properties = d
        return quality_score

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
