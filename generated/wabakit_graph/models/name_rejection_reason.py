from enum import StrEnum


class NameRejectionReason(StrEnum):
    """What is wrong with a display name: it names an employee (`NAME_EMPLOYEE_ISSUE`), is not
    related to the end client (`NAME_ENDCLIENT_NOTRELATED`), is written as it may not be
    (`NAME_FORMAT_UNACCEPTABLE`), is that of a person (`NAME_INDIVIDUAL_ISSUE`) or does not fit
    what is known of the business (`NAME_NOT_CONSISTENT`)."""

    NAME_EMPLOYEE_ISSUE = "NAME_EMPLOYEE_ISSUE"
    NAME_ENDCLIENT_NOTRELATED = "NAME_ENDCLIENT_NOTRELATED"
    NAME_FORMAT_UNACCEPTABLE = "NAME_FORMAT_UNACCEPTABLE"
    NAME_INDIVIDUAL_ISSUE = "NAME_INDIVIDUAL_ISSUE"
    NAME_NOT_CONSISTENT = "NAME_NOT_CONSISTENT"
    UNKNOWN = "UNKNOWN"

    @classmethod
    def _missing_(cls, value: object) -> "NameRejectionReason | None":
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
