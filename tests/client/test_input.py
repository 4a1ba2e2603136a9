"""Input that Graph would refuse is refused here, before a scarce call is spent."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always, sent
from tests.faces import NUMBER, WABA

Do = Callable[[wabakit.Client, Any], Any]
NAME = "Jasper's Market"


def number(name: str, argument: str, /, **others: Any) -> Do:
    return lambda client, value: getattr(client.number(NUMBER), name)(**{argument: value, **others})


def added(argument: str) -> Do:
    good: dict[str, Any] = {"cc": "1", "phone_number": "6315551000", "verified_name": NAME}
    return lambda client, value: client.account(WABA).add_number(**{**good, argument: value})


def listed(argument: str) -> Do:
    return lambda client, value: client.account(WABA).numbers(**{argument: value})


def command(**parts: Any) -> dict[str, Any]:
    return {"command_name": "order", "command_description": "Order", **parts}


WEBHOOK = {"verify_token": "expected"}
REFUSED: list[tuple[Do, str, list[Any], str]] = [
    (
        lambda client, value: client.account(value),
        "waba_id",
        ["", "12a", " 12", "12\n", "-1", "7/../9", "٣٤", 12, None, "1?fields=pin"],
        "ASCII digits",
    ),
    (
        lambda client, value: client.number(value),
        "phone_number_id",
        ["", "12a", "+16315551000", "1/register", "²", 106853218861309],
        "ASCII digits",
    ),
    (added("cc"), "cc", ["", "1234", "US", 1, None], "1 to 3 digits"),
    (added("phone_number"), "phone_number", ["", "123", "1" * 16, "63155O1000", 631], "4 to 15"),
    (added("verified_name"), "verified_name", ["", "J", "J" * 76, 5], "2 to 75"),
    (added("preverified_id"), "preverified_id", ["", "x", 7], "ASCII digits"),
    (number("request_code", "method"), "method", ["", "EMAIL", 1], "SMS, VOICE"),
    (
        number("request_code", "language"),
        "language",
        ["", "english", "EN", "en-US", "e", "en_", 1],
        "'en_US'",
    ),
    (
        number("register", "data_localization_region", pin="314159"),
        "data_localization_region",
        ["US", "", "Germany", 1],
        "CH",
    ),
    (number("request_display_name", "name"), "name", ["", "J", "J" * 76, 5], "2 to 75"),
    (
        number("set_webhook", "url", **WEBHOOK),
        "url",
        ["", "http://shop.example", "shop.example/hook", "https://", "https://[", 5, None],
        "https://",
    ),
    (number("set_search_visibility", "visibility"), "visibility", ["HIDDEN", "", 0], "NON_VISIBLE"),
    (number("set_automation", "prompts"), "prompts", [["a"] * 5, "Hello", 5], "list of at most 4"),
    (number("set_automation", "prompts"), "prompts[1]", [["a", ""], ["a", 1]], "1 to 80 char"),
    (
        number("set_automation", "commands"),
        "commands",
        [[command(command_name=f"c{at}") for at in range(31)], "order", command()],
        "list of at most 30",
    ),
    (number("set_automation", "commands"), "commands[0]", [["order"], [5]], "command_name, "),
    (
        number("set_automation", "commands"),
        "commands[0].name",
        [[{"name": "order"}]],
        "no such member, the nearest is command_name",
    ),
    (
        number("set_automation", "commands"),
        "commands[1].command_name",
        [[command(), command()], [command(), command(command_name="/o")]],
        "each only once|letters, digits and underscores",
    ),
    (
        number("update_official_business_account", "supporting_links"),
        "supporting_links",
        ["a.b/c", ["https://a.example"] * 4, ["https://a.example"] * 11],
        "a list of 5 to 10 items.*(one text|has 4|has 11)$",
    ),
    (number("set_username", "transfer", name="jaspers"), "transfer", ["no", 1, None], "True or"),
    (added("migrate"), "migrate", ["no", 1], "True or False"),
    (number("set_username", "name"), "name", ["", "ab", "a" * 36, 7], "3 to 35"),
    (listed("page_size"), "page_size", [0, 101, -1, "100", 2.5, True, None], "1 to 100"),
    (listed("after"), "after", ["", 5], "cursor"),
    (listed("before"), "before", ["", 5], "cursor"),
    (number("update_settings", "calling"), "calling", ["ENABLED", 1, [3]], "call_icon_visibility"),
    (
        number("update_settings", "calling"),
        "calling.call_hours.holiday_schedule",
        [{"call_hours": {"holiday_schedule": [{"date": "2026-12-24"}] * 21}}],
        "at most 20 items.*has 21",
    ),
    (
        number("update_settings", "calling"),
        "calling.status",
        [{"status": "ON"}],
        r"one of ENABLED, DISABLED; .* SettingStatus\(",
    ),
]
SECRET: list[tuple[Do, str, list[Any]]] = [
    (number("register", "pin"), "pin", ["97531", "9753124", "97531a", "975 312", "", 975312, None]),
    (number("register", "pin"), "pin", ["٩٧٥٣١٢", "975312\n", b"975312"]),
    (number("set_pin", "pin"), "pin", ["97531", "975-312", 975312, 97531.2]),
    (number("verify_code", "code"), "code", ["97531", "9753124", "97531a", "", 975312, None]),
    (number("set_webhook", "verify_token", url="https://a.example"), "verify_token", ["", 975312]),
]


@pytest.mark.parametrize(
    ("do", "field", "value", "rule"),
    [(do, field, value, rule) for do, field, values, rule in REFUSED for value in values],
)
@pytest.mark.one_in(5)
def test_refused(answering: Answering, do: Do, field: str, value: Any, rule: str) -> None:
    """A bad argument is refused with its name, the value and the rule, and nothing is sent."""
    server = answering(always({"success": True, "id": "1", "data": []}))
    with pytest.raises(wabakit.InvalidInputError, match=rule) as caught:
        do(server.client, value)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, wabakit.WabakitError)
    assert caught.value.field == field
    assert str(caught.value).startswith(f"{field}=")
    assert server.requests == []


def test_endless_number(answering: Answering) -> None:
    """A number with more digits than Python writes is refused in words, as any other."""
    client = answering(always({"success": True})).client
    with pytest.raises(wabakit.InvalidInputError) as caught:
        client.number(10**5000)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert str(caught.value).startswith("phone_number_id='int' was refused")
    assert pickle.loads(pickle.dumps(caught.value)).value == "int"


@pytest.mark.parametrize(
    ("do", "field", "value"),
    [(do, field, value) for do, field, values in SECRET for value in values],
)
@pytest.mark.one_in(3)
def test_refused_secret(answering: Answering, do: Do, field: str, value: Any) -> None:
    """A bad PIN, code or verify token is refused without ever being shown; numbers are bad ones."""
    server = answering(always({"success": True}))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        do(server.client, value)
    assert caught.value.field == field
    assert caught.value.value == "***"
    shown = f"{caught.value} {caught.value!r} {caught.value.args} {pickle.dumps(caught.value)!r}"
    assert not value or str(value) not in shown
    assert server.requests == []


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"calling": {"status": "ENABLED"}, "payload_encryption": {"status": "ENABLED"}},
        {"calling": None},
    ],
)
def test_one_group_of_settings(answering: Answering, given: dict[str, Any]) -> None:
    """Settings are changed one group at a time; none and two are refused."""
    server = answering(always({"success": True}))
    with pytest.raises(wabakit.InvalidInputError, match="exactly one of calling"):
        server.number.update_settings(**given)
    assert server.requests == []


def test_nothing_to_change(answering: Answering) -> None:
    """A change without anything in it is refused."""
    server = answering(always({"success": True}))
    with pytest.raises(wabakit.InvalidInputError, match=r"set_automation=.*one of .*prompts"):
        server.number.set_automation()
    with pytest.raises(wabakit.InvalidInputError, match="business_website_url") as caught:
        server.number.update_official_business_account()
    assert "application_data" not in str(caught.value)  # the former form, which is not offered
    assert server.requests == []


@pytest.mark.parametrize(
    ("do", "value", "path"),
    [
        (number("request_code", "language"), "fil", ("language", "fil")),
        (number("request_code", "language"), "zh_CN", ("language", "zh_CN")),
        (number("verify_code", "code"), "012-345", ("code", "012345")),
        (number("verify_code", "code"), " 012 345 ", ("code", "012345")),
        (number("set_pin", "pin"), "000000", ("pin", "000000")),
        (added("cc"), "+358", ("cc", "358")),
        (added("phone_number"), "+1 (631) 555-1000", ("phone_number", "16315551000")),
        (added("verified_name"), "J" * 75, ("verified_name", "J" * 75)),
        (number("set_automation", "prompts"), ["a" * 80] * 4, ("prompts", ["a" * 80] * 4)),
        (number("set_automation", "prompts"), ("a", "b"), ("prompts", ["a", "b"])),
        (number("set_username", "name"), "abc", ("username", "abc")),
    ],
)
def test_taken(answering: Answering, do: Do, value: Any, path: tuple[str, Any]) -> None:
    """What is within the bounds is sent, tidied where people write it in several ways."""
    server = answering(always({"success": True, "id": "1"}))
    do(server.client, value)
    assert sent(server.last)[path[0]] == path[1]


def test_any_iterable_is_a_list(answering: Answering) -> None:
    """What can be walked once is walked once."""
    server = answering(always({"success": True}))
    server.number.set_automation(
        prompts=(text for text in ["a", "b"]),
        commands=iter([command()]),  # type: ignore[arg-type]
    )
    assert sent(server.last) == {"prompts": ["a", "b"], "commands": [command()]}


def test_most_commands(answering: Answering) -> None:
    """Thirty commands, with names of 30 and descriptions of 256 characters, are taken."""
    server = answering(always({"success": True}))
    commands = [
        command(command_name=f"c{at}".ljust(30, "_"), command_description="d" * 256)
        for at in range(30)
    ]
    server.number.set_automation(commands=commands)  # type: ignore[arg-type]
    assert sent(server.last) == {"commands": commands}
