"""What the emulator sends on every change that Meta reports is read without loss."""

from wabakit.emulator import Emulator
from wabakit.webhooks import AccountAlert, PhoneNumberNameUpdate, UnknownEvent, parse


def test_the_emulator_is_understood() -> None:
    """Doubled and shuffled, what it tells of a number is typed, and known when it recurs."""
    emulator = Emulator(seed=7)
    waba = emulator.add_account().id
    emulator.webhooks.subscribe(waba)
    (app,) = emulator.partners.apps
    emulator.webhooks.shape(copies=2, shuffled=True)
    number = emulator.add_number(waba, phone_number="2025550142", pin="314159")
    emulator.change_number(number.id, new_display_name="Fig", new_name_status="APPROVED")
    emulator.change_number(number.id, oba_status="REJECTED")
    events = [
        event
        for hook in emulator.webhooks
        for event in parse(hook.body, hook.headers["X-Hub-Signature-256"], app.secret)
    ]
    once = {event.key: event for event in events}
    assert len(events) == 2 * len(once)
    assert {event.account_id for event in events} == {waba}
    assert not any(isinstance(event, UnknownEvent) for event in events)
    (named,) = (e for e in once.values() if isinstance(e, PhoneNumberNameUpdate))
    assert (named.digits, named.decision, named.requested_verified_name) == (
        "12025550142",
        "APPROVED",
        "Fig",
    )
    (alerted,) = (e for e in once.values() if isinstance(e, AccountAlert))
    assert (alerted.entity_id, alerted.alert_type) == (number.id, "OBA_REJECTED")
