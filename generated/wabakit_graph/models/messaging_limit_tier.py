from enum import StrEnum


class MessagingLimitTier(StrEnum):
    """How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000,
    100,000 or any number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one
    was set, the latter, which came with the limit of portfolios, where tiers do not apply. This
    is not a sending speed, for which see `ThroughputLevel`."""

    TIER_100K = "TIER_100K"
    TIER_10K = "TIER_10K"
    TIER_1K = "TIER_1K"
    TIER_250 = "TIER_250"
    TIER_2K = "TIER_2K"
    TIER_50 = "TIER_50"
    TIER_NOT_SET = "TIER_NOT_SET"
    TIER_UNLIMITED = "TIER_UNLIMITED"
    UNTIERED = "UNTIERED"

    @classmethod
    def _missing_(cls, value: object) -> "MessagingLimitTier | None":
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
