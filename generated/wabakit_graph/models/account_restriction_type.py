from enum import StrEnum


class AccountRestrictionType(StrEnum):
    """What an account may not do for a time."""

    RESTRICTED_ADD_PHONE_NUMBER_ACTION = "RESTRICTED_ADD_PHONE_NUMBER_ACTION"
    RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING = (
        "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING"
    )
    RESTRICTED_BIZ_INITIATED_MESSAGING = "RESTRICTED_BIZ_INITIATED_MESSAGING"
    RESTRICTED_BUSINESS_INITIATED_CALLING = "RESTRICTED_BUSINESS_INITIATED_CALLING"
    RESTRICTED_CUSTOMER_INITIATED_MESSAGING = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"
    RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES = "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES"
    RESTRICTED_USER_INITIATED_CALLING = "RESTRICTED_USER_INITIATED_CALLING"
    RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN = (
        "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN"
    )
    RESTRICTED_UTILITY_TEMPLATES = "RESTRICTED_UTILITY_TEMPLATES"

    @classmethod
    def _missing_(cls, value: object) -> "AccountRestrictionType | None":
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
