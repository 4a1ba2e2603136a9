"""A local Graph for WhatsApp Business phone numbers: in memory, stateful, nothing to install.

    emulator = Emulator()
    account = emulator.seed_demo()
    http = httpx.Client(transport=emulator.transport())

Every behaviour says in its docstring where it is known from: documented (by Meta), recorded (seen
on the wire, or in public code that runs against it) or assumed. A real account has the last word.
"""

from .anywhere import AnyClock, AnyEmulator, AnyServer, AnyWebhooks
from .emulator import Emulator
from .routes import OPERATIONS
from .webhooks.callbacks import WebhookRequest
from .webhooks.post import Webhook
from .wire.access import DEMO_TOKEN
from .wire.answers import Answer
from .wire.faults import Fault
from .wire.seen import SeenRequest
from .world.clock import Clock
from .world.nodes import Account, PhoneNumber
from .world.world import SentCode

__all__ = [
    "DEMO_TOKEN",
    "OPERATIONS",
    "Account",
    "Answer",
    "AnyClock",
    "AnyEmulator",
    "AnyServer",
    "AnyWebhooks",
    "Clock",
    "Emulator",
    "Fault",
    "PhoneNumber",
    "SeenRequest",
    "SentCode",
    "Webhook",
    "WebhookRequest",
]
