"""What a type checker must accept, in a file that only imports wabakit (and attrs)."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, assert_type

import attrs
import wabakit


@attrs.frozen
class Speed:
    level: wabakit.ThroughputLevel


@attrs.frozen
class Card:
    id: str
    verified_name: str | None = None
    throughput: Speed | None = None


def construction() -> None:
    assert_type(wabakit.Client("token"), wabakit.Client)
    client = wabakit.Client(
        "token",
        app_secret="secret",
        api_version="v24.0",
        base_url="https://gateway.example",
        timeout=5,
        retry=wabakit.Retry(attempts=1, patience=0),
        http_client=None,
    )
    assert_type(wabakit.Client.from_env(), wabakit.Client)
    assert_type(client.with_options(timeout=5, retry=wabakit.Retry()), wabakit.Client)
    assert_type(client.with_options(app_secret=None), wabakit.Client)
    assert_type(client.with_options(app_secret="secret"), wabakit.Client)
    not_named = wabakit.NotGiven()
    assert_type(client.with_options(app_secret=not_named, timeout=not_named), wabakit.Client)
    assert_type(client.account("1"), wabakit.Account)
    assert_type(client.number("1"), wabakit.Number)
    client.close()
    with client as same:
        assert_type(same, wabakit.Client)


def lists(account: wabakit.Account) -> None:
    assert_type(account.numbers(), wabakit.Pager[wabakit.PhoneNumber])
    assert_type(account.numbers(into=Card), wabakit.Pager[Card])
    for number in account.numbers(fields=[wabakit.PhoneNumber.verified_name]):
        assert_type(number, wabakit.PhoneNumber)
        assert_type(number.id, str)
        assert_type(number.verified_name, str | None)
    for card in account.numbers(into=Card, page_size=50, after="cursor"):
        assert_type(card, Card)
    for page in account.numbers(into=Card).pages():
        assert_type(page, wabakit.Page[Card])
        assert_type(page.items, list[Card])
        assert_type(page.after, str | None)
        assert_type(page.usage, tuple[wabakit.Usage, ...])
        assert_type(page.usage[0].percent, float)
    pages: Iterator[wabakit.Page[wabakit.PhoneNumber]] = account.numbers().pages()
    assert_type(next(pages).before, str | None)
    assert_type(account.numbers().first(), wabakit.PhoneNumber | None)
    assert_type(account.numbers(into=Card).first(), Card | None)


def filters(account: wabakit.Account) -> None:
    mode = wabakit.PhoneNumber.account_mode.equals("SANDBOX")
    assert_type(mode, wabakit.Filter)
    limit = wabakit.PhoneNumber.messaging_limit_tier.equals(wabakit.MessagingLimitTier.TIER_1K)
    official = wabakit.PhoneNumber.is_official_business_account.equals(True)
    account.numbers(where=[mode, limit, official], sort="last_onboarded_time.desc")
    account.numbers(where=(mode,), sort=wabakit.PhoneNumberSort.CREATION_TIME_ASCENDING, into=Card)


def fields(number: wabakit.Number) -> None:
    assert_type(number.get(into=Card), Card)
    assert_type(number.get(), wabakit.PhoneNumber)
    card = number.get(fields=[wabakit.PhoneNumber.verified_name, wabakit.PhoneNumber.throughput])
    assert_type(card, wabakit.PhoneNumber)
    assert_type(card.id, str)
    assert_type(card.verified_name, str | None)
    assert_type(card.status, wabakit.PhoneNumberStatus | None)
    assert_type(card.quality_rating, wabakit.QualityRating | None)
    assert_type(card.is_pin_enabled, bool | None)
    assert_type(card.last_onboarded_time, datetime | None)
    assert_type(card.webhook_configuration, dict[str, str] | None)
    assert_type(card.account_mode, wabakit.AccountMode | None)
    assert_type(card.messaging_limit, wabakit.MessagingLimitTier | None)
    assert_type(card.platform, wabakit.PlatformType | None)
    assert_type(card.to_dict(), dict[str, Any])
    if card.throughput is not None:
        assert_type(card.throughput.level, wabakit.ThroughputLevel | None)
    if card.health_status and card.health_status.entities:
        assert_type(card.health_status.entities[0].errors, list[wabakit.HealthError] | None)
    if card.quality_score is not None:
        assert_type(card.quality_score.date, datetime | None)
    if card.status is not None:
        assert_type(card.status.is_known, bool)


def fields_in_a_variable(number: wabakit.Number, account: wabakit.Account) -> None:
    wanted = [wabakit.PhoneNumber.verified_name, wabakit.PhoneNumber.status]
    number.get(fields=wanted)
    account.numbers(fields=wanted)
    filterable = [wabakit.PhoneNumber.account_mode, wabakit.PhoneNumber.messaging_limit_tier]
    number.get(fields=filterable)
    number.get(fields=(wabakit.PhoneNumber.id, wabakit.PhoneNumber.account_mode))
    every: Iterable[wabakit.Field[Any]] = wabakit.PhoneNumber.fields.values()
    number.get(fields=every)


def raw_fields(number: wabakit.Number) -> None:
    limit = wabakit.Field.raw("whatsapp_business_manager_messaging_limit")
    card = number.get(fields=[limit, wabakit.PhoneNumber.status])
    assert_type(card[limit], Any | None)
    assert_type(card[wabakit.PhoneNumber.status], wabakit.PhoneNumberStatus | None)
    assert_type(wabakit.PhoneNumber.status, wabakit.Field[wabakit.PhoneNumberStatus])
    assert_type(wabakit.PhoneNumber.status.name, str)
    registry: Mapping[str, wabakit.Field[Any]] = wabakit.PhoneNumber.fields
    print(registry)


def onboarding(account: wabakit.Account) -> None:
    number = account.add_number(cc="1", phone_number="6315551000", verified_name="Jasper's")
    assert_type(number, wabakit.Number)
    assert_type(number.id, str)
    number.request_code()
    number.request_code("voice", "de")
    number.request_code(wabakit.CodeMethod.SMS, language="en_US")
    number.verify_code("123-456")
    number.register(pin="314159", data_localization_region="CH")
    number.register("314159", wabakit.DataLocalizationRegion.CH)
    number.set_search_visibility(wabakit.SearchVisibility.VISIBLE)
    number.deregister()


def profile(number: wabakit.Number) -> None:
    assert_type(number.throughput(), wabakit.Throughput)
    assert_type(number.throughput().level, wabakit.ThroughputLevel | None)
    assert_type(number.automation().prompts, list[str] | None)
    assert_type(number.automation().commands, list[wabakit.BotCommand] | None)
    number.set_automation(
        enable_welcome_message=False,
        prompts=("Hello",),
        commands=[{"command_name": "order", "command_description": "Order something"}],
    )
    assert_type(number.official_business_account(), wabakit.OfficialBusinessAccount)
    answer = number.update_official_business_account(supporting_links=["https://press.example"])
    assert_type(answer, wabakit.OfficialBusinessAccountUpdate)
    assert_type(answer.tracking_id, str | None)
    assert_type(number.username().username, str | None)
    assert_type(number.set_username("jaspers", transfer=True).status, wabakit.UsernameStatus | None)
    assert_type(number.username_suggestions(), list[str])


def settings(number: wabakit.Number) -> None:
    found = number.settings(include_sip_credentials=True)
    assert_type(found, wabakit.Settings)
    assert_type(found.calling, wabakit.CallingSettings | None)
    if found.calling is not None:
        assert_type(found.calling.status, wabakit.SettingStatus | None)
    number.update_settings(calling={"status": "ENABLED", "sip": {"servers": []}})
    number.update_settings(calling={"status": wabakit.SettingStatus.DISABLED})
    number.update_settings(user_identity_change={"enable_identity_key_check": True})
    number.update_settings(payload_encryption={"status": "DISABLED"})
    number.update_settings(storage_configuration={"status": "DEFAULT", "retention_minutes": 60})


def errors(number: wabakit.Number) -> None:
    try:
        number.register("314159")
    except wabakit.RateLimitError as error:
        assert_type(error.retry_after, timedelta | None)
    except wabakit.GraphError as error:
        assert_type(error.code, int | None)
        assert_type(error.subcode, int | None)
        assert_type(error.name, str)
        assert_type(error.advice, str)
        assert_type(error.trace_id, str | None)
        assert_type(error.transient, bool | None)
        assert_type(error.status, int | None)
        assert_type(error.repeatable, bool)
        assert_type(error.usage, tuple[wabakit.Usage, ...])
        assert_type(error.response, wabakit.Response | None)
        if error.response is not None:
            assert_type(error.response.text, str)
    except wabakit.UnexpectedAnswerError as error:
        assert_type(error.response, wabakit.Response)
    except wabakit.InvalidInputError as error:
        assert_type(error.field, str)
        assert_type(error.rule, str)
    except ConnectionError:
        pass


def values(status: wabakit.PhoneNumberStatus) -> bool:
    text: str = status
    print(text.lower())
    known = status is wabakit.PhoneNumberStatus.CONNECTED or status == "FLAGGED"
    return known or str(status) == "NEW_AT_META"


async def face() -> None:
    async with wabakit.AsyncClient("token", timeout=5) as client:
        assert_type(client, wabakit.AsyncClient)
        assert_type(client.with_options(timeout=1), wabakit.AsyncClient)
        account = client.account("1")
        assert_type(account, wabakit.AsyncAccount)
        assert_type(account.numbers(), wabakit.AsyncPager[wabakit.PhoneNumber])
        assert_type(account.numbers(into=Card), wabakit.AsyncPager[Card])
        async for number in account.numbers(fields=[wabakit.PhoneNumber.verified_name]):
            assert_type(number.verified_name, str | None)
        async for card in account.numbers(into=Card):
            assert_type(card, Card)
        pages: AsyncIterator[wabakit.Page[Card]] = account.numbers(into=Card).pages()
        async for page in pages:
            assert_type(page.items, list[Card])
        assert_type(await account.numbers(into=Card).first(), Card | None)
        handle = await account.add_number(cc="1", phone_number="6315551000", verified_name="Shop")
        assert_type(handle, wabakit.AsyncNumber)
        assert_type(await handle.get(), wabakit.PhoneNumber)
        assert_type(await handle.get(into=Card), Card)
        assert_type((await handle.throughput()).level, wabakit.ThroughputLevel | None)
        assert_type(await handle.settings(), wabakit.Settings)
        assert_type(await handle.username_suggestions(), list[str])
        await handle.request_code()
        await handle.verify_code("123456")
        await handle.register("314159")
    await client.close()
    assert_type(wabakit.AsyncClient.from_env(), wabakit.AsyncClient)


def use(*functions: Callable[..., object]) -> None:
    print(functions)


use(construction, lists, filters, fields, fields_in_a_variable, raw_fields, onboarding, profile)
use(settings, errors, values, face)
