"""Where numbers come from: each way to an account, walked in the emulator."""

from datetime import timedelta
from typing import Any

import pytest

import wabakit
from tests.faces import WABA
from wabakit.emulator import Account as Waba
from wabakit.emulator import Emulator

PHONE, PIN = "+1 631 555 1001", "314159"


def operations(emulator: Emulator) -> list[str]:
    """The calls that were made and change something."""
    return [r.operation for r in emulator.requests if r.operation and r.method != "GET"]


def onboard(account: wabakit.Account, **wishes: Any) -> wabakit.Onboarding:
    wishes = {"verified_name": "Lucky Shrub", "pin": PIN, **wishes}
    return account.onboard(PHONE, **wishes)


def test_out_of_a_pool(account: wabakit.Account, emulator: Emulator) -> None:
    """A number of a partner's pool needs no code."""
    pooled = emulator.partners.add_preverified_number(phone_number="16315551001")
    done = onboard(account, preverified_id=pooled.id)
    assert done.done
    assert operations(emulator) == ["createPhoneNumber", "registerPhoneNumber"]


def test_embedded_signup(account: wabakit.Account, emulator: Emulator) -> None:
    """A number from the signup is registered; after 14 days the signup has to be repeated."""
    now = emulator.now()
    fresh = emulator.add_number(
        WABA, phone_number="6315551001", status="PENDING", signed_up_at=now - timedelta(days=13)
    )
    assert onboard(account).done
    assert operations(emulator) == ["registerPhoneNumber"]
    emulator.add_number(
        WABA, phone_number="6315551002", status="PENDING", signed_up_at=now - timedelta(days=14)
    )
    late = account.onboard("+1 631 555 1002", verified_name="Lucky Shrub", pin=PIN)
    assert (late.waits_for, late.state) == ("signup", "signup-lapsed")
    assert emulator.number(fresh.id).status == "CONNECTED"


def test_moved_from_another_account(
    account: wabakit.Account, waba: Waba, emulator: Emulator
) -> None:
    """A number moves once all is as Meta wants it, and its old id is dead when it is registered."""
    other = emulator.add_account("102290129340399", is_verified=True)
    old = emulator.add_number(other.id, phone_number="6315551001", name_status="APPROVED")
    waba.is_verified = True
    refused = onboard(account, migrate=True, subscribe=True)
    assert refused.waits_for == "person"
    assert "payment method" in refused.advice
    waba.primary_funding_id = "1"
    code = onboard(account, migrate=True, subscribe=True, since=refused)
    assert (code.waits_for, code.state) == ("code", "added")
    assert emulator.number(old.id).status == "CONNECTED"
    done = onboard(account, migrate=True, since=code, code=emulator.outbox[-1].code)
    assert done.done
    assert done.number_id not in {None, old.id}
    with pytest.raises(KeyError):
        emulator.number(old.id)


def test_moving_with_a_pin(account: wabakit.Account, waba: Waba, emulator: Emulator) -> None:
    """A number whose owner left two-step verification on is refused, and the advice says so."""
    other = emulator.add_account("102290129340399", is_verified=True)
    emulator.add_number(other.id, phone_number="6315551001", name_status="APPROVED", pin="111111")
    waba.is_verified, waba.primary_funding_id = True, "1"
    onboard(account, migrate=True, subscribe=True)
    stuck = onboard(account, migrate=True, code=emulator.outbox[-1].code)
    assert not stuck.done
    assert stuck.error is not None
    assert "two-step verification off" in stuck.advice


def test_subscribed(account: wabakit.Account, emulator: Emulator) -> None:
    """The app is subscribed once, before the number is registered."""
    emulator.add_number(
        WABA, phone_number="6315551001", status="PENDING", code_verification_status="VERIFIED"
    )
    assert onboard(account, subscribe=True).done
    assert operations(emulator) == ["subscribeApp", "registerPhoneNumber"]
    assert onboard(account, subscribe=True).done
    assert operations(emulator) == ["subscribeApp", "registerPhoneNumber"]
    assert len(account.subscribed_apps()) == 1


def test_all_that_is_there(account: wabakit.Account, emulator: Emulator) -> None:
    """A renamed number is registered again, one on the app never, and a deregistered one is."""
    renamed = emulator.add_number(WABA, phone_number="6315551001", pin=PIN)
    account.find(PHONE)
    emulator.change_number(renamed.id, new_display_name="Jasper", new_name_status="APPROVED")
    assert onboard(account).done
    assert emulator.number(renamed.id).verified_name == "Jasper"
    shared = emulator.add_number(WABA, phone_number="6315551003", is_on_biz_app=True)
    before = len(operations(emulator))
    found = account.onboard("+1 631 555 1003", verified_name="Lucky Shrub", pin=PIN)
    assert (found.done, found.state, found.number_id) == (True, "shared", shared.id)
    assert len(operations(emulator)) == before
