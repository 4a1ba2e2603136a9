from enum import StrEnum


class DisconnectionReason(StrEnum):
    """Why a number that also lives in the WhatsApp Business app went. `COMPANION_INACTIVITY`
    is after some 30 days, `PRIMARY_INACTIVITY` after some 14."""

    ACCOUNT_DISCONNECTED = "ACCOUNT_DISCONNECTED"
    BUSINESS_DOWNGRADE = "BUSINESS_DOWNGRADE"
    CHANGE_NUMBER = "CHANGE_NUMBER"
    COMPANION_INACTIVITY = "COMPANION_INACTIVITY"
    PRIMARY_INACTIVITY = "PRIMARY_INACTIVITY"
    USER_RE_REGISTERED = "USER_RE_REGISTERED"

    @classmethod
    def _missing_(cls, value: object) -> "DisconnectionReason | None":
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
