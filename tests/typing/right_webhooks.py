"""What a type checker must accept of webhooks, in a file that only imports wabakit."""

from datetime import datetime
from typing import assert_type

import wabakit
from wabakit import webhooks


def events(body: bytes, signature: str | None) -> None:
    for event in webhooks.parse(body, signature, app_secret="secret"):
        assert_type(event, webhooks.Event)
        assert_type(event.field, wabakit.WebhookField)
        assert_type(event.time, datetime | None)
        assert_type((event.account_id, event.key), tuple[str | None, str])
        if isinstance(event, webhooks.PhoneNumberNameUpdate):
            assert_type(event.decision, wabakit.ReviewDecision | None)
        if isinstance(event, webhooks.AccountUpdate):
            assert_type(event.restriction_info, list[webhooks.AccountRestriction] | None)
            assert_type(event.waba_info, webhooks.WabaInfo | None)
        if isinstance(event, webhooks.BusinessCapabilityUpdate):
            assert_type(event.max_daily_conversations_per_business, int | str | None)
    assert_type(webhooks.answer_challenge({"hub.mode": "subscribe"}, "token"), str)


print(events)
