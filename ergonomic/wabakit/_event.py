"""What webhooks tell, as values: events and their members; `_made.events` has all of them."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, get_args, get_origin

from wabakit_graph.models import WebhookField

from wabakit._json import JsonObject, as_list, as_object
from wabakit._node import Field, Node
from wabakit._reading import Test, is_text, reading, words_of
from wabakit._times import read_time
from wabakit._typevars import T, T_co

_LONGEST_TIME = 64
_FIELDS = words_of(WebhookField)


class Member(Field[T_co]):
    """A member of what a webhook tells: None also where it is of another kind than it should be.

    What Meta once sent comes no other way again, so that nothing odd in it may keep the rest away.
    """

    def __init__(
        self,
        type: type[T_co],
        doc: str,
        *,
        convert: Callable[[Any], T_co | None] | None = None,
        kinds: tuple[type, ...] = (),
        listed: bool = False,
    ) -> None:
        super().__init__(lambda: type, doc, convert)
        self.told: Test = (lambda value: _kind(value) in kinds) if kinds else _test(type)
        self.fits = None  # an object is read though some member cannot be
        self.listed = listed

    def take(self, row: JsonObject) -> T_co | None:
        """Return the value of this member, None where it is not there or cannot be read."""
        value = row.get(self.name)
        if self.listed and (items := as_list(value)) and len(items) == 1:
            value = items[0]
        if value is None or not self.told(value):
            return None
        found: T_co | None = value if self.convert is None else self.convert(value)
        return found


def _test(type_: Any) -> Test:
    """Return what tells whether a value of JSON can be read as `type_`."""
    if get_origin(type_) is list:
        each = _test(*get_args(type_))
        return lambda value: (items := as_list(value)) is not None and all(map(each, items))
    if type_ is datetime:
        return _is_time
    fits, _ = reading(type_)
    return fits or (lambda value: _kind(value) is type_)


def _kind(value: object) -> type:
    return type(value)


def _is_time(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST_TIME
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Event(Node):
    """One thing that Meta tells of an account, as a webhook brought it.

    The members of its value are attributes under Meta's names; what is not there is None, and so is
    what is of another kind than it should be. `event[Field.raw(name)]` reads a member that wabakit
    does not know yet. Events can be pickled and copied; two are equal if all of them is.
    """

    __slots__ = ()

    INLINE: ClassVar[str] = ""
    """The member whose own members may as well stand beside it."""

    @classmethod
    def fits(cls, row: JsonObject) -> bool:
        """Tell whether it is the entry of a webhook, with a change."""
        changes = as_list(row.get("changes")) or [None]
        return len(changes) == 1 and is_text((as_object(changes[0]) or {}).get("field"))

    @property
    def raw(self) -> JsonObject:
        """The entry that it came in, as JSON types, with this event alone in its `changes`."""
        return self.source

    @property
    def value(self) -> Any:
        """What it tells, as JSON types."""
        return self.source["changes"][0].get("value")

    @property
    def field(self) -> WebhookField:
        """What kind of event it is, by the name that an app subscribes to."""
        return field_of(self.source["changes"][0]["field"])

    @property
    def account_id(self) -> str | None:
        """Id of the account; that in `waba_info` where it has one."""
        return self._named_account() or _to_id(self.source.get("id"))

    @property
    def business_id(self) -> str | None:
        """Id of your business portfolio where Meta puts it in place of the account's; else None."""
        named, told = self._named_account(), _to_id(self.source.get("id"))
        return told if named and told != named else None

    @property
    def time(self) -> datetime | None:
        """When it happened; None for messages, which say so themselves."""
        told = self.source.get("time")
        return read_time(told) if _is_time(told) else None

    @property
    def digits(self) -> str | None:
        """The telephone number, digits only, as `account.find()` takes it; None if it has none.

        Webhooks seldom have the id of the number, `number_id`.
        """
        value = as_object(self.value) or {}
        holders = (value, as_object(value.get("metadata")) or {})
        names = ("display_phone_number", "phone_number")
        told = (holder.get(name) for holder in holders for name in names)
        text = next((text for text in told if isinstance(text, str)), "")
        return re.sub("[^0-9]", "", text) or None

    @property
    def number_id(self) -> str | None:
        """Id of the number, of alerts, settings and messages; None where only digits are told."""
        value = as_object(self.value) or {}
        told = [value.get("metadata"), value.get("phone_number_settings")]
        ids = [(as_object(holder) or {}).get("phone_number_id") for holder in told]
        if value.get("entity_type") == "PHONE_NUMBER":
            ids.append(value.get("entity_id"))
        return next(filter(None, map(_to_id, ids)), None)

    @property
    def key(self) -> str:
        """What tells this event from others: the same for an event that is delivered again.

        Meta gives events no id. The key is a hash of field, value, time and the id of the entry.
        """
        told = [self.source["changes"][0], self.source.get("id"), self.source.get("time")]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def __getitem__(self, field: Field[T]) -> T | None:
        """Return a member of the value, also a raw one."""
        value = as_object(self.value) or {}
        return field.take({**value, **(as_object(value.get(self.INLINE)) or {})})

    def __repr__(self) -> str:
        known = ("field", "account_id", "business_id", "time", *self.fields)
        told = [(name, getattr(self, name)) for name in known]
        shown = ", ".join(f"{name}={value!r}" for name, value in told if value is not None)
        return f"{type(self).__name__}({shown})"

    def _named_account(self) -> str | None:
        value = as_object(self.value) or {}
        return _to_id((as_object(value.get("waba_info")) or {}).get("waba_id"))


def field_of(word: str) -> WebhookField:
    """Return the field of an event, which has another name in some places."""
    return _FIELDS.get(word) or WebhookField(word)


def _to_id(value: object) -> str | None:
    return str(value) if type(value) in (str, int) else None


class UnknownEvent(Event):
    """An event of a field that wabakit has no class for, such as `messages`: read its `value`.

    Its `repr` leaves the value out, as what people write to each other belongs into no log.
    """

    __slots__ = ()
