from enum import StrEnum


class PhoneNumberStatus(StrEnum):
    """Whether a number can be used. `CONNECTED` is the one that can send and receive.

    - `PENDING`: added, not registered yet; `UNVERIFIED` is also seen at this point
    - `CONNECTED`: registered and in use
    - `DISCONNECTED`: not registered any more
    - `FLAGGED`: its quality is low, so that its limits may be lowered
    - `RATE_LIMITED`: it has used up its messaging limit
    - `RESTRICTED`: it may not start conversations for a time
    - `BANNED`: it may not be used
    - `MIGRATED`: it went to another account
    - `DELETED`: it was removed from the account
    - `LINKED`, `UNLINKED`: whether it is tied to the account
    - `UNKNOWN`: Graph does not say
    """

    BANNED = "BANNED"
    CONNECTED = "CONNECTED"
    DELETED = "DELETED"
    DISCONNECTED = "DISCONNECTED"
    FLAGGED = "FLAGGED"
    LINKED = "LINKED"
    MIGRATED = "MIGRATED"
    PENDING = "PENDING"
    RATE_LIMITED = "RATE_LIMITED"
    RESTRICTED = "RESTRICTED"
    UNKNOWN = "UNKNOWN"
    UNLINKED = "UNLINKED"
    UNVERIFIED = "UNVERIFIED"

    @classmethod
    def _missing_(cls, value: object) -> "PhoneNumberStatus | None":
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
