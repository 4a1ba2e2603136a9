"""Bring one number to CONNECTED, from wherever it stands.

It looks first, takes the steps that are missing, and may be stopped and called again at any time:
no second code is sent, and nothing is guessed. Code and PIN are asked for when they are needed,
and shown nowhere.

    export WHATSAPP_ACCESS_TOKEN=...
    python one_number.py 102290129340398 "+1 631 555 1001" "Jasper's Market"
"""

import sys
from getpass import getpass

import wabakit


def arrived_code() -> str | None:
    """Ask for the code; nothing says that none came yet, and leaves the number waiting for it."""
    return input("The code that arrived: ").strip() or None


def main(account_id: str, phone_number: str, display_name: str) -> int:
    """Onboard a number; return 0 if it is connected."""
    with wabakit.Client.from_env() as client:
        result = client.account(account_id).onboard(
            phone_number,
            verified_name=display_name,
            code=arrived_code,
            pin=lambda: getpass("Its PIN, 6 digits: "),
        )
    for step in result.steps:
        print(f"{step.call:22}{step.outcome}")
    if result.done:
        print(f"{result.number_id} is connected")
        return 0
    print(f"It waits for: {result.waits_for}. {result.advice}")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
