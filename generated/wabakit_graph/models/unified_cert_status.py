from enum import StrEnum


class UnifiedCertStatus(StrEnum):
    """The state of the display name and of the review of the account, taken together.
    Documented words of a field that the service does not have; see `NameStatus`."""

    ACCOUNT_REVIEW_NOT_STARTED = "ACCOUNT_REVIEW_NOT_STARTED"
    APPROVED = "APPROVED"
    EXPIRED = "EXPIRED"
    LIMITED_ACCESS = "LIMITED_ACCESS"
    NAME_NOT_APPROVED = "NAME_NOT_APPROVED"
    NAME_PENDING_REVIEW = "NAME_PENDING_REVIEW"
    NONE = "NONE"
    PENDING = "PENDING"
    REJECTED = "REJECTED"

    @classmethod
    def _missing_(cls, value: object) -> "UnifiedCertStatus | None":
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
