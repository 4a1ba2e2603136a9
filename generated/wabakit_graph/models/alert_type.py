from enum import StrEnum


class AlertType(StrEnum):
    """What an alert says: a higher limit is put off, refused or needs more information, the
    application for the badge ended, a profile picture was lost."""

    INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED = "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED"
    INCREASED_CAPABILITIES_ELIGIBILITY_FAILED = "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED"
    INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO = (
        "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO"
    )
    OBA_APPROVED = "OBA_APPROVED"
    OBA_REJECTED = "OBA_REJECTED"
    PROFILE_PICTURE_LOST = "PROFILE_PICTURE_LOST"

    @classmethod
    def _missing_(cls, value: object) -> "AlertType | None":
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
