from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.batch_header import BatchHeader


T = TypeVar("T", bound="BatchItem")


@_attrs_define
class BatchItem:
    """The answer to one item of a batch."""

    code: int | Unset = UNSET
    """ Its HTTP status. """
    headers: list[BatchHeader] | Unset = UNSET
    """ Its headers, unless they were not wanted. """
    body: str | Unset = UNSET
    """ Its body, JSON as text, to be parsed a second time; null or missing if it is empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        headers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.headers, Unset):
            headers = []
            for headers_item_data in self.headers:
                headers_item = headers_item_data.to_dict()
                headers.append(headers_item)

        body = self.body

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if code is not UNSET:
            field_dict["code"] = code
        if headers is not UNSET:
            field_dict["headers"] = headers
        if body is not UNSET:
            field_dict["body"] = body

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.batch_header import BatchHeader  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code", UNSET)

        _headers = d.pop("headers", UNSET)
        headers: list[BatchHeader] | Unset = UNSET
        if _headers is not UNSET:
            headers = []
            for headers_item_data in _headers:
                headers_item = BatchHeader.from_dict(headers_item_data)

                headers.append(headers_item)

        body = d.pop("body", UNSET)

        batch_item = cls(
            code=code,
            headers=headers,
            body=body,
        )

        batch_item.additional_properties = d
        return batch_item

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
