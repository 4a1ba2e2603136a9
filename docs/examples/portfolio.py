"""List all numbers of a partner's portfolio, and say which need somebody.

It walks the accounts that a business owns and those that its clients share with it, several at a
time and within the quota of each. An account that cannot be read stops no other.

    export WHATSAPP_ACCESS_TOKEN=...
    python portfolio.py 506914307656634
"""

import sys

import attrs

import wabakit
from wabakit import PhoneNumberStatus, QualityRating


@attrs.frozen
class Line:
    """What is asked of each number."""

    display_phone_number: str
    verified_name: str | None
    status: PhoneNumberStatus | None
    quality_rating: QualityRating | None

    @property
    def needs_somebody(self) -> bool:
        """Whether it cannot send, or soon may not."""
        return self.status != "CONNECTED" or self.quality_rating == "RED"


def main(business_id: str) -> int:
    """Print a line for each number; return 1 if some account could not be read."""
    with wabakit.Client.from_env() as client:
        fleet = client.business(business_id).fleet()
        for account_id, line in fleet.numbers(into=Line):
            mark = "!" if line.needs_somebody else " "
            print(mark, account_id, line.display_phone_number, line.status, line.verified_name)
    for account_id, error in fleet.failures.items():
        print(f"{account_id} could not be read: {error}", file=sys.stderr)
    return 1 if fleet.failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
