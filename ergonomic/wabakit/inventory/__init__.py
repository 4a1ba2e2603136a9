"""Remember what numbers were like, and be told what changed.

    inventory = Inventory("numbers.db")
    inventory.record(client.fleet(accounts))
    for change in inventory.diff():
        print(change.kind, change.display_phone_number, change.before, change.after, change.advice)

It is one file, which SQLite keeps, and no token, PIN or code is in it.
"""

from wabakit.inventory.audit import (
    DEFAULT,
    Portfolio,
    Reads,
    Rule,
    Standing,
    Unregistered,
    VersionEnding,
)
from wabakit.inventory.inventory import Inventory
from wabakit.inventory.records import Change, Finding, InventoryError, Run, Value
from wabakit.inventory.sources import FIELDS, AsyncFleet, Fleet

__all__ = [
    "DEFAULT",
    "FIELDS",
    "AsyncFleet",
    "Change",
    "Finding",
    "Fleet",
    "Inventory",
    "InventoryError",
    "Portfolio",
    "Reads",
    "Rule",
    "Run",
    "Standing",
    "Unregistered",
    "Value",
    "VersionEnding",
]
