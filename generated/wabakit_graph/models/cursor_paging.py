from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cursors import Cursors


T = TypeVar("T", bound="CursorPaging")


@_attrs_define
class CursorPaging:
    """The way to the neighbouring pages. Only a missing `next` says that this page is the last."""

    cursors: Cursors | Unset = UNSET
    """ Opaque marks of where a page begins and ends. Either may be missing. """
    previous: str | Unset = UNSET
    """ Address of the page before, if there is one. It contains the access token: do not keep, show or follow it,
    but repeat the call with `before`. """
    next_: str | Unset = UNSET
    """ Address of the page after, if there is one. It contains the access token: do not keep, show or follow it,
    but repeat the call with `after`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cursors: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cursors, Unset):
            cursors = self.cursors.to_dict()

        previous = self.previous

        next_ = self.next_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if cursors is not UNSET:
            field_dict["cursors"] = cursors
        if previous is not UNSET:
            field_dict["previous"] = previous
        if next_ is not UNSET:
            field_dict["next"] = next_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cursors import Cursors  # noqa: PLC0415

        d = dict(src_dict)
        _cursors = d.pop("cursors", UNSET)
        cursors: Cursors | Unset
        if isinstance(_cursors, Unset):
            cursors = UNSET
        else:
            cursors = Cursors.from_dict(_cursors)

        previous = d.pop("previous", UNSET)

        next_ = d.pop("next", UNSET)

        cursor_paging = cls(
            cursors=cursors,
            previous=previous,
            next_=next_,
        )

        cursor_paging.additional_properties = d
        return cursor_paging

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
