from enum import StrEnum


class AccountOwnershipType(StrEnum):
    """Who owns an account: `SELF` the business that asks, `CLIENT_OWNED` a client of it,
    `ON_BEHALF_OF` a client for whom a partner made it."""

    CLIENT_OWNED = "CLIENT_OWNED"
    ON_BEHALF_OF = "ON_BEHALF_OF"
    SELF = "SELF"

    @classmethod
    def _missing_(cls, value: object) -> "AccountOwnershipType | None":
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
