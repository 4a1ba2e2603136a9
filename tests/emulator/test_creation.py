"""Numbers come into an account."""

from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph

CREATE = f"{WABA}/phone_numbers"


def test_a_new_number(graph: Graph) -> None:
    """A number starts pending, not verified, its name under review, without a PIN."""
    number_id = graph.create()
    fields = "status,code_verification_status,name_status,is_pin_enabled,display_phone_number"
    assert graph.get(number_id, fields=fields) == {
        "status": "PENDING",
        "code_verification_status": "NOT_VERIFIED",
        "name_status": "PENDING_REVIEW",
        "is_pin_enabled": False,
        "display_phone_number": "+1 631-555-1000",
        "id": number_id,
    }
    assert graph.get(CREATE)["data"][0]["id"] == number_id


@pytest.mark.parametrize(
    ("body", "shown", "country"),
    [
        ({"cc": "1", "phone_number": "16315551000"}, "+1 631-555-1000", "US"),
        ({"phone_number": "+1 (631) 555-1000"}, "+1 631-555-1000", "US"),
        ({"cc": "52", "phone_number": "16121830000"}, "+52 161 218 30000", "MX"),
        ({"cc": "44", "phone_number": "442079460123"}, "+44 207 946 0123", "GB"),
        ({"cc": "+7", "phone_number": "7771234567"}, "+7 777 123 4567", "RU"),
        ({"cc": "65", "phone_number": "6581234567"}, "+65 812 34567", "SG"),
        ({"phone_number": "971501234567"}, "+971 501 234 567", "AE"),
    ],
)
def test_national_and_full_numbers(
    graph: Graph, body: dict[str, str], shown: str, country: str
) -> None:
    """A number is taken in national or in full form, and shown in the international one."""
    number_id = graph.post(CREATE, verified_name="Lucky Shrub", **body)["id"]
    answer = graph.get(number_id, fields="display_phone_number,country_code")
    assert answer == {"display_phone_number": shown, "country_code": country, "id": number_id}


@pytest.mark.parametrize(
    "again",
    [
        {"cc": "1", "phone_number": "6315551000"},
        {"cc": "1", "phone_number": "16315551000"},
        {"phone_number": "16315551000"},
    ],
)
def test_duplicates(graph: Graph, again: dict[str, str]) -> None:
    """The same digits, however written, cannot be added twice."""
    graph.create()
    refused = graph.refusal("POST", CREATE, verified_name="Lucky Shrub", **again)
    assert refused == (400, 100, 2388012)
    assert len(graph.account.numbers) == 1


def test_a_number_of_another_account(graph: Graph) -> None:
    """A number that sits in another account cannot be added."""
    graph.create()
    other = graph.emulator.add_account().id
    body = {"cc": "1", "phone_number": "6315551000", "verified_name": "Lucky Shrub"}
    assert graph.refusal("POST", f"{other}/phone_numbers", **body) == (400, 100, 2388002)


def test_the_cap(graph: Graph) -> None:
    """An account takes as many numbers as it may have, and no more."""
    waba_id = graph.emulator.add_account(max_numbers=2).id
    bodies = [
        {"cc": "1", "phone_number": f"201555010{n}", "verified_name": "Lucky Shrub"}
        for n in range(3)
    ]
    graph.post(f"{waba_id}/phone_numbers", **bodies[0])
    graph.post(f"{waba_id}/phone_numbers", **bodies[1])
    assert graph.refusal("POST", f"{waba_id}/phone_numbers", **bodies[2]) == (400, 100, None)
    assert graph.account.max_numbers == 20


@pytest.mark.parametrize(
    "change",
    [
        {"phone_number": None},
        {"phone_number": "no digits"},
        {"phone_number": "1" * 16},
        {"verified_name": None},
        {"verified_name": "X"},
        {"verified_name": "X" * 76},
        {"cc": "1234"},
        {"migrate_phone_number": "perhaps"},
    ],
)
def test_bad_input(graph: Graph, change: dict[str, Any]) -> None:
    """A number that lacks something or is out of bounds is 400, code 100."""
    body = {"cc": "1", "phone_number": "6315551000", "verified_name": "Lucky Shrub", **change}
    assert graph.refusal("POST", CREATE, **body) == (400, 100, None)
    assert graph.account.numbers == []


def test_pre_verified_and_migrated(graph: Graph) -> None:
    """A pre-verified number can be registered at once; a migrating one needs no name."""
    pooled = graph.emulator.partners.add_preverified_number(phone_number="+1 631-555-1000")
    number_id = graph.create(preverified_id=pooled.id)
    assert graph.register(number_id) == {"success": True}
    assert graph.emulator.number(number_id).is_preverified_number
    assert graph.create("6315551001", verified_name=None, migrate_phone_number=True)
