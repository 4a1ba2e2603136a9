from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.token_type import TokenType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.granular_scope import GranularScope
    from ..models.token_problem import TokenProblem


T = TypeVar("T", bound="TokenInfo")


@_attrs_define
class TokenInfo:
    """What a token is good for. Any member may be missing, most of them where it is not valid."""

    is_valid: bool | Unset = UNSET
    """ Whether it can be used. False is no failure of the call. """
    app_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    application: str | Unset = UNSET
    """ Name of that app. """
    type_: TokenType | Unset = UNSET
    """ Whose token it is. Embedded Signup makes those of a `SYSTEM_USER`. """
    user_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    issued_at: int | Unset = UNSET
    """ When it was made, in seconds since 1970 (UTC). """
    expires_at: int | Unset = UNSET
    """ When it ends, in seconds since 1970 (UTC); 0 if it never does. """
    data_access_expires_at: int | Unset = UNSET
    """ When its access to data of people ends, in seconds since 1970 (UTC); 0 if it never does. """
    scopes: list[str] | Unset = UNSET
    """ The permissions that it has. """
    granular_scopes: list[GranularScope] | Unset = UNSET
    """ The permissions again, with what each is limited to. """
    error: TokenProblem | Unset = UNSET
    """ Why a token is not valid, as Graph's errors say it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_valid = self.is_valid

        app_id = self.app_id

        application = self.application

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        user_id = self.user_id

        issued_at = self.issued_at

        expires_at = self.expires_at

        data_access_expires_at = self.data_access_expires_at

        scopes: list[str] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = self.scopes

        granular_scopes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.granular_scopes, Unset):
            granular_scopes = []
            for granular_scopes_item_data in self.granular_scopes:
                granular_scopes_item = granular_scopes_item_data.to_dict()
                granular_scopes.append(granular_scopes_item)

        error: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error, Unset):
            error = self.error.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if is_valid is not UNSET:
            field_dict["is_valid"] = is_valid
        if app_id is not UNSET:
            field_dict["app_id"] = app_id
        if application is not UNSET:
            field_dict["application"] = application
        if type_ is not UNSET:
            field_dict["type"] = type_
        if user_id is not UNSET:
            field_dict["user_id"] = user_id
        if issued_at is not UNSET:
            field_dict["issued_at"] = issued_at
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if data_access_expires_at is not UNSET:
            field_dict["data_access_expires_at"] = data_access_expires_at
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if granular_scopes is not UNSET:
            field_dict["granular_scopes"] = granular_scopes
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.granular_scope import GranularScope  # noqa: PLC0415
        from ..models.token_problem import TokenProblem  # noqa: PLC0415

        d = dict(src_dict)
        is_valid = d.pop("is_valid", UNSET)

        app_id = d.pop("app_id", UNSET)

        application = d.pop("application", UNSET)

        _type_ = d.pop("type", UNSET)
        type_: TokenType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = TokenType(_type_)

        user_id = d.pop("user_id", UNSET)

        issued_at = d.pop("issued_at", UNSET)

        expires_at = d.pop("expires_at", UNSET)

        data_access_expires_at = d.pop("data_access_expires_at", UNSET)

        scopes = cast(list[str], d.pop("scopes", UNSET))

        _granular_scopes = d.pop("granular_scopes", UNSET)
        granular_scopes: list[GranularScope] | Unset = UNSET
        if _granular_scopes is not UNSET:
            granular_scopes = []
            for granular_scopes_item_data in _granular_scopes:
                granular_scopes_item = GranularScope.from_dict(granular_scopes_item_data)

                granular_scopes.append(granular_scopes_item)

        _error = d.pop("error", UNSET)
        error: TokenProblem | Unset
        if isinstance(_error, Unset):
            error = UNSET
        else:
            error = TokenProblem.from_dict(_error)

        token_info = cls(
            is_valid=is_valid,
            app_id=app_id,
            application=application,
            type_=type_,
            user_id=user_id,
            issued_at=issued_at,
            expires_at=expires_at,
            data_access_expires_at=data_access_expires_at,
            scopes=scopes,
            granular_scopes=granular_scopes,
            error=error,
        )

        token_info.additional_properties = d
        return token_info

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
