from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="GraphAPIErrorDetail")


@_attrs_define
class GraphAPIErrorDetail:
    """What went wrong. Build on `code`, then on `error_subcode` and `error_data`; the texts change and follow the language
    of the user.

    """

    message: str | Unset = UNSET
    """ For the developer, in English. """
    type_: str | Unset = UNSET
    """ `OAuthException` for nearly everything, throttling and permissions included; `GraphMethodException` for an
    unknown id. Nothing should depend on it. """
    code: int | Unset = UNSET
    """ Number of the error; `errors.yaml` beside this file explains each. Often explained wrongly: 368 is a
    restriction for violating a policy, 133015 a number deleted moments ago, 133016 the limit on registering and
    deregistering. A wrong one-time code is 136025. """
    error_subcode: int | Unset = UNSET
    """ Tells apart what shares one code; often missing. """
    error_data: Any | Unset = UNSET
    """ More about the error, in one of three shapes: an object with `messaging_product` and `details`; an object
    with `blame_field_specs`, a list of lists of parameter names; or a text, mostly JSON for one of the former. It
    has no type here because code made from a choice of types fails on every error. """
    is_transient: bool | Unset = UNSET
    """ A hint that the same request may work later. Often missing, and false for some that pass. """
    error_user_title: str | Unset = UNSET
    """ Heading for the person who uses the app, in the language of that person. """
    error_user_msg: str | Unset = UNSET
    """ Explanation for the person who uses the app, in the language of that person. """
    fbtrace_id: str | Unset = UNSET
    """ Identifies the call to Meta's support. Missing at times. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        type_ = self.type_

        code = self.code

        error_subcode = self.error_subcode

        error_data = self.error_data

        is_transient = self.is_transient

        error_user_title = self.error_user_title

        error_user_msg = self.error_user_msg

        fbtrace_id = self.fbtrace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if message is not UNSET:
            field_dict["message"] = message
        if type_ is not UNSET:
            field_dict["type"] = type_
        if code is not UNSET:
            field_dict["code"] = code
        if error_subcode is not UNSET:
            field_dict["error_subcode"] = error_subcode
        if error_data is not UNSET:
            field_dict["error_data"] = error_data
        if is_transient is not UNSET:
            field_dict["is_transient"] = is_transient
        if error_user_title is not UNSET:
            field_dict["error_user_title"] = error_user_title
        if error_user_msg is not UNSET:
            field_dict["error_user_msg"] = error_user_msg
        if fbtrace_id is not UNSET:
            field_dict["fbtrace_id"] = fbtrace_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        message = d.pop("message", UNSET)

        type_ = d.pop("type", UNSET)

        code = d.pop("code", UNSET)

        error_subcode = d.pop("error_subcode", UNSET)

        error_data = d.pop("error_data", UNSET)

        is_transient = d.pop("is_transient", UNSET)

        error_user_title = d.pop("error_user_title", UNSET)

        error_user_msg = d.pop("error_user_msg", UNSET)

        fbtrace_id = d.pop("fbtrace_id", UNSET)

        graph_api_error_detail = cls(
            message=message,
            type_=type_,
            code=code,
            error_subcode=error_subcode,
            error_data=error_data,
            is_transient=is_transient,
            error_user_title=error_user_title,
            error_user_msg=error_user_msg,
            fbtrace_id=fbtrace_id,
        )

        graph_api_error_detail.additional_properties = d
        return graph_api_error_detail

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
