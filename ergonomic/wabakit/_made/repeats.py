# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""How each call of the contract may be sent again."""

from collections.abc import Mapping
from typing import Final, Literal

Repeat = Literal["safe", "settle-first", "never"]
"""How a call may be sent again: like a read, only after reading the state, or not at all."""

REPEAT: Final[Mapping[str, Repeat]] = {
    "listPhoneNumbers": "safe",
    "createPhoneNumber": "never",
    "getPhoneNumber": "safe",
    "updatePhoneNumber": "safe",
    "requestCode": "never",
    "verifyCode": "never",
    "registerPhoneNumber": "settle-first",
    "deregisterPhoneNumber": "settle-first",
    "setConversationalAutomation": "safe",
    "getSettings": "safe",
    "updateSettings": "safe",
    "getOfficialBusinessAccount": "safe",
    "updateOfficialBusinessAccount": "settle-first",
    "getUsername": "safe",
    "setUsername": "settle-first",
    "deleteUsername": "settle-first",
    "listUsernameSuggestions": "safe",
}
"""By operationId."""

REPEAT_BY_PROPERTY: Final[Mapping[str, Mapping[str, Repeat]]] = {
    "updatePhoneNumber": {"new_display_name": "settle-first"}
}
"""By operationId and name of a body member, where the member differs from its operation."""
