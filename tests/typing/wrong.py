"""What a type checker must reject, one mistake in a line."""

import attrs
import httpx
import httpx2
import wabakit
from wabakit import NoSuchName  # rejected


@attrs.frozen
class Card:
    id: str


def construction(client: wabakit.Client) -> None:
    wabakit.Client()  # rejected
    wabakit.Client(5)  # rejected
    wabakit.Client("token", "v23.0")  # rejected
    wabakit.Client("token", max_retries=3)  # rejected
    wabakit.Client("token", retry=3)  # rejected
    wabakit.Client("token", timeout="30")  # rejected
    wabakit.Client("token", api_version=23.0)  # rejected
    wabakit.Retry(attempts="3")  # rejected
    client.with_options(attempts=3)  # rejected
    client.with_options(base_url="https://elsewhere.example")  # rejected
    client.with_options(5)  # rejected
    client.with_options(token=None)  # rejected
    client.with_options(app_secret=5)  # rejected
    client.account(102290129340398)  # rejected
    client.number()  # rejected
    client.nmber("1")  # rejected


def lists(account: wabakit.Account) -> None:
    account.numbers([wabakit.PhoneNumber.id], [])  # rejected
    account.numbers(fields=[wabakit.PhoneNumber.id], into=Card)  # rejected
    account.numbers(fields=["verified_name"])  # rejected
    account.numbers(fields=[wabakit.PhoneNumber.verfied_name])  # rejected
    account.numbers(into=Card("1"))  # rejected
    account.numbers(sort="verified_name.asc")  # rejected
    account.numbers(where=["account_mode"])  # rejected
    account.numbers(page_size="100")  # rejected
    account.numbers(limit="100")  # rejected
    account.numbers().first().id  # rejected
    account.numbers()[0]  # rejected
    for card in account.numbers(into=Card):
        print(card.verified_name)  # rejected


def filters() -> None:
    wabakit.PhoneNumber.status.equals("CONNECTED")  # rejected
    wabakit.PhoneNumber.id.equals("1")  # rejected
    wabakit.PhoneNumber.is_official_business_account.equals(1)  # rejected
    wabakit.PhoneNumber.account_mode.equals(wabakit.QualityRating.GREEN.is_known)  # rejected


def fields(number: wabakit.Number) -> None:
    number.get(fields=[wabakit.PhoneNumber.id], into=Card)  # rejected
    number.get([wabakit.PhoneNumber.id])  # rejected
    number.get(fields=wabakit.PhoneNumber.id)  # rejected
    card = number.get(fields=[wabakit.PhoneNumber.verified_name])
    print(card.verfied_name)  # rejected
    print(card.verified_name.upper())  # rejected
    print(card["verified_name"])  # rejected
    name: str = card.verified_name  # rejected
    rating: int = card.quality_rating  # rejected
    print(card.throughput.level)  # rejected
    print(name, rating)


def values(status: wabakit.PhoneNumberStatus) -> None:
    print(wabakit.PhoneNumberStatus.CONECTED)  # rejected
    print(status.is_knwon)  # rejected


def onboarding(account: wabakit.Account, number: wabakit.Number) -> None:
    account.add_number("1", "6315551000", "Jasper's")  # rejected
    account.add_number(cc=1, phone_number="6315551000", verified_name="Jasper's")  # rejected
    account.add_number(cc="1", phone_number="6315551000")  # rejected
    number.request_code(1)  # rejected
    number.verify_code(123456)  # rejected
    number.register(314159)  # rejected
    number.register()  # rejected
    number.set_pin(314159)  # rejected
    number.set_webhook("https://shop.example")  # rejected
    number.regster("314159")  # rejected


def profile(number: wabakit.Number) -> None:
    number.set_automation(prompts=[1])  # rejected
    number.set_automation(["Hello"])  # rejected
    number.set_automation(commands=["order"])  # rejected
    number.set_automation(commands=[{"name": "order"}])  # rejected
    number.set_automation(commands=[{"command_name": "order"}])  # rejected
    number.update_settings({"status": "ENABLED"})  # rejected
    number.update_settings(calling={"status": "ON"})  # rejected
    number.update_settings(calling={"stauts": "ENABLED"})  # rejected
    number.update_settings(calls={"status": "ENABLED"})  # rejected
    number.update_settings(user_identity_change={"enable_identity_key_check": "yes"})  # rejected
    number.settings().calling.status  # rejected
    print(number.throughput().max_messages_per_day)  # rejected


def errors(error: wabakit.GraphError) -> None:
    print(error.subcode + 1)  # rejected
    print(error.retry_after.seconds)  # rejected
    print(error.error_subcode)  # rejected
    print(error.response.text)  # rejected


async def face(client: wabakit.AsyncClient, number: wabakit.AsyncNumber) -> None:
    for _ in client.account("1").numbers():  # rejected
        pass
    with client:  # rejected
        pass
    number.get().id  # rejected
    await number.register(314159)  # rejected
    await number.get(fields=[wabakit.PhoneNumber.id], into=Card)  # rejected
    client.account("1").numbers().first().id  # rejected


def http_clients() -> None:
    wabakit.Client("token", http_client=httpx.AsyncClient())  # rejected
    wabakit.Client("token", http_client=httpx2.AsyncClient)  # rejected
    wabakit.Client("token", http_client=httpx.HTTPTransport())  # rejected
    wabakit.Client("token", clock=wabakit.AsyncClock())  # rejected
    wabakit.Client("token", transport="httpcore")  # rejected
    wabakit.AsyncClient.from_env(transport=None)  # rejected
    wabakit.AsyncClient("token", http_client=httpx.Client())  # rejected
    wabakit.AsyncClient("token", http_client=httpx2.Client())  # rejected
    wabakit.AsyncClient("token", http_client=httpx2.Client)  # rejected


def processes(account: wabakit.Account, number: wabakit.Number) -> None:
    account.onboard("+1 631 555 1001", verified_name="Lucky Shrub")  # rejected
    account.onboard("+1 631 555 1001", pin=314159)  # rejected
    number.onboard(pin="314159", migrate=True)  # rejected
    number.onboard(pin="314159", since={})  # rejected
    number.wait_until(lambda card: card.stat)  # rejected
    number.wait_until(lambda card: True, into=Card, fields=[])  # rejected
    wabakit.Client("token", memory="path")  # rejected


def faces(sync: wabakit.Number, other: wabakit.AsyncNumber) -> None:
    one: wabakit.AsyncNumber = sync  # rejected
    two: wabakit.Number = other  # rejected
    print(one, two)


print(
    construction,
    lists,
    filters,
    fields,
    values,
    onboarding,
    profile,
    errors,
    face,
    faces,
    processes,
    http_clients,
)
