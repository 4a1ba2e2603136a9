from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.code_method import CodeMethod

T = TypeVar("T", bound="RequestCodeRequest")


@_attrs_define
class RequestCodeRequest:
    """How the one-time code shall reach you."""

    code_method: CodeMethod
    """ How a one-time code is delivered: `SMS` as a text message, `VOICE` as a call, the only way for a landline.
    Upper case only. """
    language: str
    """ Language of the message or call, such as `en_US`, `de` or `fil`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code_method = self.code_method.value

        language = self.language

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code_method": code_method,
                "language": language,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code_method = CodeMethod(d.pop("code_method"))

        language = d.pop("language")

        request_code_request = cls(
            code_method=code_method,
            language=language,
        )

        request_code_request.additional_properties = d
        return request_code_request

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
