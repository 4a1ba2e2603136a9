from enum import StrEnum


class PhoneNumberSort(StrEnum):
    """By creation or by last onboarding, earliest first (`ascending`) or latest first
    (`descending`). The v23.0 reference writes `.asc` and `.desc`, which the service refuses
    with code 100, "Cannot sort by last_onboarded_time.desc_ascending" (recorded on v23.0 to
    v26.0, September 2026)."""

    CREATION_TIME_ASCENDING = "creation_time_ascending"
    CREATION_TIME_DESCENDING = "creation_time_descending"
    LAST_ONBOARDED_TIME_ASCENDING = "last_onboarded_time_ascending"
    LAST_ONBOARDED_TIME_DESCENDING = "last_onboarded_time_descending"

    @classmethod
    def _missing_(cls, value: object) -> "PhoneNumberSort | None":
        """Return a pseudo-member for text that the contract does not list."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type, tuple[str]]:
        """Travel by value: the Enum of Python 3.11.2 travels by name, which an unlisted word has not."""
        return type(self), (str(self.value),)

    @property
    def is_known(self) -> bool:
        """Tell whether the contract lists this value."""
        return self in type(self).__members__.values()

    def __str__(self) -> str:
        return str(self.value)
