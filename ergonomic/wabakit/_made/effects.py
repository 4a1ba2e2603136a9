# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What calls do: what they leave behind, how that is found out, and how often they may be made.

Values are text, empty where there is none.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Sent(NamedTuple):
    """Stands for the value that a call sends."""

    member: str
    """Of its body or its query."""


class Settling(NamedTuple):
    """How the outcome of a call is found out."""

    check: str
    """What a person has to look at."""
    read: str = ""
    """operationId of the call that shows what became of it; without one nothing does."""
    asked: tuple[str, ...] = ()
    """The fields to ask that call for; without any it answers what is needed."""
    done: Mapping[str, tuple[str | Sent, ...]] = {}
    """By field, the values that the call leads to: proof where another one was known before."""
    undone: Mapping[str, tuple[str, ...]] = {}
    """By field, the values that show that it did nothing, where none was known before.

    Empty: any value does that is not in `done`.
    """
    unchanged: Mapping[str, tuple[str, ...]] = {}
    """By field, the values that show it where they were known before; if not listed, any does."""
    regardless: bool = False
    """Whether what was known before does not matter."""
    new: str = ""
    """The member that tells whether what the call made was known before, if it makes something."""
    digits: str = ""
    """The member of what the call made that shows the telephone number, which was sent."""
    of: Sent | None = None
    """Whose state is read; None: that of the object of the call."""
    listed: Mapping[str, Sent] = {}
    """By member, what an item of the list that is read has where the call took effect."""
    unlisted: Mapping[str, Sent] = {}
    """By member, what an item of the list that is read has where the call did nothing."""
    gone: bool = False
    """Whether the call takes its object away."""
    denial: int | None = None
    """The code of a refusal which proves that an earlier send changed nothing.

    A call that has one is sent again also where the state does not tell: the answer does.
    """
    ignore_case: bool = False
    """Whether capitals do not count."""
    place: str | None = None
    """The member of the call's own answer that what was read stands in; empty: it is the answer."""


SETTLING: Final[Mapping[str, Settling]] = {
    "createPhoneNumber": Settling(
        check="List the account and compare digits before adding the number again.",
        read="listPhoneNumbers",
        new="id",
        asked=("verified_name",),
        digits="display_phone_number",
        done={"verified_name": (Sent(member="verified_name"),)},
    ),
    "updatePhoneNumber!new_display_name": Settling(
        check="Read new_display_name and new_name_status before asking again.",
        read="getPhoneNumber",
        asked=("new_display_name", "verified_name", "new_name_status"),
        done={
            "new_display_name": (Sent(member="new_display_name"),),
            "verified_name": (Sent(member="new_display_name"),),
        },
        undone={"new_name_status": ("", "NONE", "NON_EXISTS")},
        unchanged={"new_name_status": ("DECLINED", "EXPIRED")},
    ),
    "updatePhoneNumber": Settling(
        check="Read the number. Sending a PIN or a webhook again is safe."
    ),
    "requestCode": Settling(check="Wait for the code: asking again may send a second message."),
    "verifyCode": Settling(
        check="Read code_verification_status: a code works once, and guesses are limited.",
        read="getPhoneNumber",
        regardless=True,
        asked=("code_verification_status",),
        done={"code_verification_status": ("VERIFIED",)},
    ),
    "registerPhoneNumber": Settling(
        check="Read status. Register again with the same PIN only; 10 register calls are allowed in 72 hours.",
        read="getPhoneNumber",
        regardless=True,
        denial=133005,
        asked=("status",),
        undone={
            "status": ("DISCONNECTED", "PENDING", "UNVERIFIED", "DELETED", "MIGRATED", "UNLINKED")
        },
    ),
    "deregisterPhoneNumber": Settling(
        check="Read status before deregistering again.",
        read="getPhoneNumber",
        asked=("status",),
        done={
            "status": ("DISCONNECTED", "PENDING", "UNVERIFIED", "DELETED", "MIGRATED", "UNLINKED")
        },
        undone={"status": ("CONNECTED",)},
    ),
    "syncAppData": Settling(
        check="Wait for the webhooks, which begin within minutes; each kind of data can be asked for once."
    ),
    "setConversationalAutomation": Settling(check="Read the state before sending it again."),
    "updateSettings": Settling(check="Read the state before sending it again."),
    "updateOfficialBusinessAccount": Settling(
        check="Read the state before sending it again.",
        read="getOfficialBusinessAccount",
        done={"oba_status": ("PENDING", "UNDER_REVIEW")},
        undone={"oba_status": ("", "NOT_STARTED")},
        place="updated_status",
    ),
    "setUsername": Settling(
        check="Read the state before sending it again.",
        read="getUsername",
        done={"username": (Sent(member="username"),)},
        ignore_case=True,
        place="",
    ),
    "deleteUsername": Settling(
        check="Read the state before sending it again.",
        read="getUsername",
        done={"username": ("",)},
        ignore_case=True,
    ),
    "exchangeCode": Settling(
        check="The code may be used up, and lives for 30 seconds: have the business go through Embedded Signup once more, for a new code."
    ),
    "subscribeToWebhooks": Settling(
        check="Look at the webhooks of the app in the App Dashboard. Sending the same again is safe."
    ),
    "subscribeApp": Settling(check="List the subscribed apps. Subscribing again is safe."),
    "unsubscribeApp": Settling(
        check="List the subscribed apps and look for yours before sending it again."
    ),
    "addPreverifiedNumber": Settling(
        check="List the pool and compare digits before adding the number again.",
        read="listPreverifiedNumbers",
        new="id",
        asked=("code_verification_status",),
        digits="phone_number",
        done={"code_verification_status": ("NOT_VERIFIED",)},
    ),
    "sharePreverifiedNumber": Settling(
        check="List the partners of the number before sharing it again.",
        read="listPreverifiedPartners",
        asked=("id",),
        of=Sent(member="preverified_id"),
        listed={"id": Sent(member="partner_business_id")},
    ),
    "unsharePreverifiedNumber": Settling(
        check="List the partners of the number before taking it back again.",
        read="listPreverifiedPartners",
        asked=("id",),
        of=Sent(member="preverified_id"),
        unlisted={"id": Sent(member="partner_business_id")},
    ),
    "deletePreverifiedNumber": Settling(
        check="Read the number before dropping it again.",
        read="getPreverifiedNumber",
        gone=True,
        asked=("id",),
    ),
    "requestPreverifiedCode": Settling(
        check="Wait for the code: asking again may send a second message."
    ),
    "verifyPreverifiedCode": Settling(
        check="Read code_verification_status and verification_expiry_time: a code works once.",
        read="getPreverifiedNumber",
        asked=("code_verification_status",),
        done={"code_verification_status": ("VERIFIED",)},
    ),
}
"""By operationId, or operationId and the member of the body that makes the difference."""

EFFECTS: Final[Mapping[str, Mapping[str, str | Sent | None]]] = {
    "updatePhoneNumber!new_display_name": {
        "new_display_name": Sent(member="new_display_name"),
        "new_name_status": None,
        "verified_name": None,
    },
    "registerPhoneNumber": {
        "status": "CONNECTED",
        "verified_name": None,
        "new_display_name": None,
        "new_name_status": None,
    },
    "deregisterPhoneNumber": {"status": "DISCONNECTED"},
    "updateOfficialBusinessAccount": {"oba_status": "PENDING"},
    "setUsername": {"username": Sent(member="username")},
    "deleteUsername": {"username": ""},
    "addPreverifiedNumber": {"code_verification_status": "NOT_VERIFIED"},
    "deletePreverifiedNumber": {"id": None},
    "verifyPreverifiedCode": {"code_verification_status": "VERIFIED"},
}
"""What a call that succeeded leaves behind; None where it changes what then has to be read.

Keys: as those of SETTLING.
"""

FACTS: Final[Mapping[str, Mapping[str, bool]]] = {
    "listPhoneNumbers": {
        "id": False,
        "verified_name": False,
        "status": False,
        "new_display_name": True,
        "new_name_status": True,
        "username": True,
    },
    "getPhoneNumber": {
        "id": False,
        "verified_name": False,
        "status": False,
        "new_display_name": True,
        "new_name_status": True,
        "username": True,
    },
    "getOfficialBusinessAccount": {"oba_status": True},
    "getUsername": {"username": True},
    "listPreverifiedNumbers": {"id": False, "code_verification_status": False},
    "getPreverifiedNumber": {"id": False, "code_verification_status": False},
}
"""By the operationId of a read: what it tells that proves something about a later write.

True where an answer that lacks what was asked for says that there is none.
"""


KINDS: Final[Mapping[str, str]] = {
    "addPreverifiedNumber": "preverified_id",
    "listPreverifiedNumbers": "preverified_id",
    "getPreverifiedNumber": "preverified_id",
    "deletePreverifiedNumber": "preverified_id",
    "verifyPreverifiedCode": "preverified_id",
}
"""By operationId: of what kind the objects are that are known by it, where they are no numbers."""


class Limit(NamedTuple):
    """How often something may be done."""

    calls: int
    hours: int
    """Of a window that moves with the time."""
    code: int
    """That of the refusal of the next one."""


LIMITS: Final[Mapping[str, Limit]] = {
    "registerPhoneNumber": Limit(calls=10, hours=72, code=133016),
    "deregisterPhoneNumber": Limit(calls=10, hours=72, code=133016),
}
"""By operationId, how often a call may be made for one number."""

SENDING: Final = frozenset(["requestCode"])
"""The calls that have a code sent to somebody."""

NAME_LIMIT: Final = Limit(calls=10, hours=720, code=100)
"""How often another display name may be asked for, for one number."""

QUOTA: Final = Limit(calls=5000, hours=1, code=80008)
"""How often an account with a registered number may be called."""
