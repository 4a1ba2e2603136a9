"""The numbers that a fleet onboards, checked before anything is sent, and what is told of each."""

from collections.abc import Iterable
from typing import Any

import attrs
from attrs.converters import optional
from wabakit_graph.models import CodeMethod, DataLocalizationRegion

from wabakit._bounds import walked
from wabakit._exception import plain_value
from wabakit._made.bounds import GraphId
from wabakit._session import concealed
from wabakit._telephone import one_form
from wabakit.errors import InvalidInputError, WabakitError
from wabakit.onboarding.record import Onboarding
from wabakit.onboarding.wanted import Asked, Wanted, wanted_of_new


def _hidden(secret: Asked) -> Asked:
    return concealed(secret)


@attrs.frozen(kw_only=True)
class OnboardingRow:
    """A number to be onboarded; all but `account_id` is as `account.onboard` takes it."""

    account_id: str
    """The account that has it, or is to have it."""
    phone_number: str
    """The number in full, such as `+1 631 555 1001`."""
    pin: Asked = attrs.field(converter=_hidden, repr=False)
    code: Asked | None = attrs.field(default=None, converter=optional(_hidden), repr=False)
    verified_name: str | None = None
    method: CodeMethod | str = "SMS"
    language: str = "en_US"
    data_localization_region: DataLocalizationRegion | str | None = None
    migrate: bool = False
    preverified_id: str | None = None
    subscribe: bool = False


@attrs.frozen(kw_only=True)
class _OfRow:
    index: int
    """Which row it is, counted from 0."""
    account_id: str
    phone_number: str

    def to_dict(self) -> dict[str, Any]:
        """Return the kind of event and what it says, as JSON's types."""
        return {"kind": type(self).__name__, **attrs.asdict(self, value_serializer=_plain)}


def _plain(event: object, field: object, value: Any) -> Any:
    """Leave out of what a caller's function raised its text, in which there may be a code."""
    is_foreign = isinstance(value, Exception) and not isinstance(value, WabakitError)
    return {"error": type(value).__name__} if is_foreign else plain_value(event, field, value)


@attrs.frozen(kw_only=True)
class OnboardingStarted(_OfRow):
    """The calls for a number begin."""


@attrs.frozen(kw_only=True)
class OnboardingEnded(_OfRow):
    """As much was done for a number as can be done now."""

    onboarding: Onboarding
    """How far it came."""
    is_kept: bool = False
    """Whether the journal had it as done, so that nothing was sent."""


@attrs.frozen(kw_only=True)
class OnboardingFailed(_OfRow):
    """What a row gave when it was asked for a code, a PIN or a token was not usable."""

    error: Exception


OnboardingEvent = OnboardingStarted | OnboardingEnded | OnboardingFailed


@attrs.frozen
class Task:
    """A row that was found to be good."""

    index: int
    row: OnboardingRow
    wanted: Wanted

    @property
    def key(self) -> tuple[str, str]:
        """What a journal knows it by."""
        return self.row.account_id, one_form(self.wanted.digits)

    @property
    def about(self) -> dict[str, Any]:
        """What an event says of it."""
        row = self.row
        return {"index": self.index, "account_id": row.account_id, "phone_number": row.phone_number}


def check_rows(rows: Iterable[OnboardingRow]) -> list[Task]:
    """Return what is to be done.

    Raises:
        InvalidInputError: rows are wrong, of which each is named.
    """
    listed = walked(rows)
    if listed is None:
        raise InvalidInputError("rows", rows, "a list of wabakit.OnboardingRow")
    tasks, faults = dict[tuple[str, str], Task](), list[str]()
    for index, row in enumerate(listed):
        try:
            task = check_row(index, row)
            if (first := tasks.setdefault(task.key, task)) is not task:
                rule = f"a number that no other row has: rows[{first.index}] has it"
                raise InvalidInputError("phone_number", row.phone_number, rule)
        except InvalidInputError as error:
            faults.append(f"rows[{index}].{error.field}: {error.rule}")
    if faults:
        raise InvalidInputError("rows", f"{len(faults)} are wrong", "; ".join(faults))
    return list(tasks.values())


def check_row(index: int, row: Any) -> Task:
    """Return what is to be done for a row.

    Raises:
        InvalidInputError: it is wrong.
    """
    if not isinstance(row, OnboardingRow):
        raise InvalidInputError("row", row, "a wabakit.OnboardingRow")
    given: Any = attrs.asdict(
        row, recurse=False, filter=lambda field, value: value != field.default
    )
    account_id = GraphId.check(given.pop("account_id"), "account_id")
    phone_number, pin, code = given.pop("phone_number"), given.pop("pin"), given.pop("code", None)
    return Task(index, row, wanted_of_new(account_id, phone_number, pin, code, given))
