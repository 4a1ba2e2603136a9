"""What is told of many calls: of lists, batches, versions, onboardings; and what the page says."""

import re
from typing import Any

import attrs
import pytest

import wabakit
from tests.client.test_batches import BROKEN, batch, item
from tests.client.wire import always, good, page, refusal
from tests.docs.pages import DOCS, code_words
from tests.events.told import PIN, Story, Told, twice
from tests.faces import NUMBER, WABA
from tests.onboarding.cases import ADDED, CODE, NOWHERE, OK, PHONE
from wabakit import events
from wabakit._made.errors import ERRORS


def test_batch(story: Story) -> None:
    """Many numbers are one call, which is made again for those that had no answer."""
    answers = batch({"1001": item(BROKEN, 503)}), batch()

    def ask(client: wabakit.Client) -> None:
        assert len(list(client.numbers(["1000", "1001"]))) == 2

    assert story(ask, *answers) == [
        f"{call} {line}"
        for call in (1, 2)
        for line in (
            "CallStarted sendBatch",
            "Answered sendBatch attempt=1 status=200",
            "CallEnded sendBatch outcome=done",
        )
    ]


def test_pages(story: Story) -> None:
    """Each page of a list is a call."""
    pages = always(page("1", after="a")), always(page("2"))

    def ask(client: wabakit.Client) -> None:
        assert len(list(client.account(WABA).numbers())) == 2

    lines = story(ask, *pages)
    ends = [line for line in lines if "CallEnded" in line]
    assert ends == [f"{call} CallEnded listPhoneNumbers outcome=done" for call in (1, 2)]


@pytest.mark.filterwarnings("ignore::wabakit.errors.VersionWarning")
def test_warned(story: Story) -> None:
    """What an answer warns of is told once."""
    lines = story(twice, good(facebook_api_version="v24.0"))
    assert [line for line in lines if "Warned" in line] == [
        "1 Warned getPhoneNumber text=Graph API v23.0 was asked for, and v24.0 answered",
    ]


def test_onboarding(story: Story, told: Told) -> None:
    """An onboarding tells each step that it takes, beside its calls."""

    def onboard(client: wabakit.Client) -> None:
        wishes: Any = {"verified_name": "Lucky Shrub", "pin": PIN}
        since = client.account(WABA).onboard(PHONE, **wishes)
        client.account(WABA).onboard(PHONE, **wishes, code=CODE, since=since)

    card = {"id": NUMBER, "status": "PENDING", "code_verification_status": "NOT_VERIFIED"}
    lines = story(onboard, NOWHERE, ADDED, OK, always(card), OK, refusal(133005))
    assert [line for line in lines if "Step" in line] == [
        "OnboardingStepTaken createPhoneNumber outcome=done",
        "OnboardingStepTaken requestCode outcome=done",
        "OnboardingStepTaken verifyCode outcome=done",
        "OnboardingStepTaken registerPhoneNumber outcome=two-step-pin-mismatch",
    ]
    assert {
        (event.object_id, event.waba_id) for event in told if "call" not in event.to_dict()
    } == {(NUMBER, WABA)}


def test_page_of_events() -> None:
    """The page lists every event with what it says, and only codes that Graph has."""
    rows = DOCS["observability"].rows("Events")
    shown = {code_words(row[0])[0]: set(code_words(row[2])) for row in rows}
    about = {field.name for field in attrs.fields(events.CallEvent)}
    kinds = [*events.CallEvent.__subclasses__(), events.OnboardingStepTaken]
    said = {kind.__name__: {field.name for field in attrs.fields(kind)} - about for kind in kinds}
    assert set(shown) == set(said)
    assert all(members <= shown[name] for name, members in said.items())
    alarms = "".join(map(str, DOCS["observability"].rows("What a fleet should alarm on")))
    codes = [int(code) for code in re.findall(r"`\D*(\d+)\D?`", alarms) if code not in {"80", "3"}]
    assert codes
    assert [code for code in codes if (code, None) not in ERRORS] == []
