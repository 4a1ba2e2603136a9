"""Remember what numbers were like, and be told what changed.

inventory = Inventory("numbers.db")
inventory.record(client.fleet(accounts))
for change in inventory.diff():
    print(change.kind, change.display_phone_number, change.before, change.after, change.advice)
"""

from wabakit.inventory.inventory import FIELDS, AsyncFleet, Fleet, Inventory
from wabakit.inventory.records import Change, InventoryError, Run, Value

__all__ = ["FIELDS", "AsyncFleet", "Change", "Fleet", "Inventory", "InventoryError", "Run", "Value"]
