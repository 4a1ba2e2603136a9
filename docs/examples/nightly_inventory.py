"""Record all numbers each night, and say what changed and what somebody should look at.

For cron: it prints nothing in a quiet night and ends with 0; with 1 if there is something to read,
with 2 if an account could not be read, whose numbers then do not count as gone.

    export WHATSAPP_ACCESS_TOKEN=...
    python nightly_inventory.py numbers.db 506914307656634
"""

import sys

import wabakit
from wabakit.inventory import Inventory


def main(path: str, business_id: str) -> int:
    """Record the portfolio of a business in a file, and print what is new."""
    inventory = Inventory(path)
    is_first = not inventory.runs()
    with wabakit.Client.from_env() as client:
        run = inventory.record(client.business(business_id).fleet())
    changes = () if is_first else inventory.diff()
    for change in changes:
        print(f"{change.display_phone_number}: {change.kind}, {change.before} -> {change.after}")
        if change.advice:
            print(f"    {change.advice}")
    findings = tuple(inventory.audit())
    for finding in findings:
        print(f"{finding.display_phone_number}: {finding.text}")
    for account_id, failure in run.failures.items():
        print(f"{account_id} could not be read: {failure}", file=sys.stderr)
    return 2 if run.failures else int(bool(changes or findings))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
