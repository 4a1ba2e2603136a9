"""Onboard a list of numbers over hours or days, by a process that may be killed at any time.

The journal knows what is done, the memory which codes were asked for: start it again with the same
files, and it goes on; nobody gets a second code. PINs and codes are read from a folder when they
are needed (`16315551001.pin`, `16315551001.code`) and are in neither file. The list has the
columns account_id, phone_number and verified_name.

    export WHATSAPP_ACCESS_TOKEN=...
    python durable_onboarding.py numbers.csv secrets/ && echo all are connected
"""

import csv
import sys
from functools import partial
from pathlib import Path

import wabakit


def kept(secrets: Path, phone_number: str, kind: str) -> str | None:
    """Read a secret of a number; None if it is not there yet."""
    digits = "".join(filter(str.isdecimal, phone_number))
    file = secrets / f"{digits}.{kind}"
    return file.read_text().strip() if file.exists() else None


def row(
    secrets: Path, account_id: str, phone_number: str, verified_name: str
) -> wabakit.OnboardingRow:
    """Say how a number is onboarded; PIN and code are asked for when they are needed."""
    return wabakit.OnboardingRow(
        account_id=account_id,
        phone_number=phone_number,
        verified_name=verified_name,
        pin=partial(kept, secrets, phone_number, "pin"),
        code=partial(kept, secrets, phone_number, "code"),
    )


def main(path: str, secrets: str) -> int:
    """Take each number as far as it goes now; return 1 if some are not connected yet."""
    with Path(path).open(newline="") as file:
        rows = [row(Path(secrets), **columns) for columns in csv.DictReader(file)]
    waiting = 0
    memory = wabakit.FileMemory(f"{path}.memory")
    with wabakit.Client.from_env(memory=memory) as client:
        for event in client.fleet().onboard(rows, journal=f"{path}.journal"):
            match event:
                case wabakit.OnboardingStarted():
                    print(event.phone_number, "begins")
                case wabakit.OnboardingEnded(onboarding=found):
                    print(event.phone_number, found.state, found.waits_for or "")
                    waiting += not found.done
                case wabakit.OnboardingFailed():
                    print(event.phone_number, event.error, file=sys.stderr)
                    waiting += 1
    return min(waiting, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
