from enum import StrEnum


class NameStatus(StrEnum):
    """How the review of a display name stands.

    - `APPROVED`: it may be shown
    - `AVAILABLE_WITHOUT_REVIEW`: it may be used without a review
    - `PENDING_REVIEW`: Meta has not decided yet
    - `DECLINED`: Meta has refused it
    - `EXPIRED`: the approval has lapsed
    - `NONE`, `NON_EXISTS`: there is nothing to review
    """

    APPROVED = "APPROVED"
    AVAILABLE_WITHOUT_REVIEW = "AVAILABLE_WITHOUT_REVIEW"
    DECLINED = "DECLINED"
    EXPIRED = "EXPIRED"
    NONE = "NONE"
    NON_EXISTS = "NON_EXISTS"
    PENDING_REVIEW = "PENDING_REVIEW"

    @classmethod
    def _missing_(cls, value: object) -> "NameStatus | None":
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
