from enum import StrEnum


class AccountReviewStatus(StrEnum):
    """How the review of an account stands: `PENDING`, Meta has not decided; `APPROVED`, it may
    be used; `REJECTED`, it may not; `RESTRICTED`, it may in part."""

    APPROVED = "APPROVED"
    PENDING = "PENDING"
    REJECTED = "REJECTED"
    RESTRICTED = "RESTRICTED"

    @classmethod
    def _missing_(cls, value: object) -> "AccountReviewStatus | None":
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
