from enum import StrEnum


class BusinessVerificationStatus(StrEnum):
    """Whether Meta has verified a business. Lower case, as recorded; Meta's published
    descriptions of v23.0 and v25.0 print upper case."""

    EXPIRED = "expired"
    FAILED = "failed"
    INELIGIBLE = "ineligible"
    NOT_VERIFIED = "not_verified"
    PENDING = "pending"
    PENDING_NEED_MORE_INFO = "pending_need_more_info"
    PENDING_SUBMISSION = "pending_submission"
    REJECTED = "rejected"
    REVOKED = "revoked"
    VERIFIED = "verified"

    @classmethod
    def _missing_(cls, value: object) -> "BusinessVerificationStatus | None":
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
