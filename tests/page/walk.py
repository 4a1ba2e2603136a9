"""The page in a real browser; `make browser`, as it needs Debian's chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.page.webdriver import Browser, chromium
from wabakit.emulator import Emulator
from wabakit.emulator.server import Server

WABA = "102290129340398"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente und Söhne"
CUT_OFF = """
    return [...document.querySelectorAll("button, .tag, td strong")]
        .filter(element => element.checkVisibility())
        .filter(element => {
            const {left, right} = element.getBoundingClientRect();
            const clip = element.closest(".scroll, section, header, footer");
            const box = clip.getBoundingClientRect();
            return left < box.left || right > box.right || right > innerWidth;
        })
        .map(element => element.textContent);
"""
"""Buttons, statuses and numbers that are not in sight as wide as they are."""

ROW = "(document.querySelector('#numbers tbody tr')?.innerText ?? '')"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(
    chrome: Browser, whatsapp_emulator: Emulator, whatsapp_emulator_server: Server
) -> Iterator[Browser]:
    """The page of an emulator with one account; it must not have complained in the end."""
    whatsapp_emulator.add_account(WABA)
    chrome.open(f"{whatsapp_emulator_server.url}/_emulator/")
    chrome.wait("document.querySelector('#faults button')")
    yield chrome
    assert chrome.log() == []


def post(server: Server, path: str, **body: str) -> dict[str, Any]:
    """Make a Graph call over HTTP, as any program would."""
    headers = {"Authorization": f"Bearer {server.emulator.token}"}
    answer = httpx.post(f"{server.url}/v23.0/{path}", json=body, headers=headers, trust_env=False)
    assert answer.status_code == 200, answer.text
    decoded: dict[str, Any] = answer.json()
    return decoded


def test_a_number_is_walked(page: Browser, whatsapp_emulator_server: Server) -> None:
    """A number added over HTTP shows up, its code is read on the page, its name approved there."""
    server = whatsapp_emulator_server
    number_id = post(
        server, f"{WABA}/phone_numbers", cc="1", phone_number="2015550143", verified_name="Fig"
    )["id"]
    page.wait(f"{ROW}.includes('+1 201-555-0143')")
    assert "pending review" in page.run(f"return {ROW}")

    post(server, f"{number_id}/request_code", code_method="SMS", language="en_US")
    page.wait("document.querySelector('#codes .code')")
    code = page.run("return document.querySelector('#codes .code').textContent")
    post(server, f"{number_id}/verify_code", code=code)
    page.wait(f"{ROW}.includes('code verified')")

    page.click("//section[.//*[@id='reviews']]//button[.='Approve']")
    page.wait(f"{ROW}.includes('approved')")
    assert server.emulator.number(number_id).name_status == "APPROVED"
    page.click("//*[@id='numbers']//button[.='Register']")
    page.wait(f"{ROW}.includes('connected')")


def test_the_keyboard_will_do(page: Browser, whatsapp_emulator_server: Server) -> None:
    """With the keyboard alone, a number is added and gets its code, and the clock moves 14 days."""
    emulator = whatsapp_emulator_server.emulator
    press_by_tab(page, "Add a number")
    page.wait(f"{ROW}.includes('pending')")
    press_by_tab(page, "Send code")
    page.wait("document.querySelector('#codes .code')")
    before = emulator.now()
    press_by_tab(page, "+14 days")
    page.wait("document.querySelector('#codes .over')")
    assert (emulator.now() - before).days == 14


def test_every_button_shows_its_curl(page: Browser) -> None:
    """Whatever button has the focus, the bottom of the page shows a curl that does the same."""
    shown = page.run("""
        return [...document.querySelectorAll('main button, header button')].map(button => {
            button.focus();
            return [button.textContent, document.getElementById('curl').textContent];
        });
    """)
    assert len(shown) > 12
    assert len({curl for _, curl in shown}) == len(shown)
    assert all(curl.startswith("curl ") and "http://127.0.0.1" in curl for _, curl in shown)


def test_a_fault_is_switched(page: Browser, whatsapp_emulator_server: Server) -> None:
    """A fault switched on hits calls until it is switched off, and the page says so."""
    server = whatsapp_emulator_server
    switch = "//button[@role='switch'][.='Calls are throttled']"
    page.click(switch)
    page.wait("document.querySelector('[role=switch][aria-checked=true]')")
    headers = {"Authorization": f"Bearer {server.emulator.token}"}
    answer = httpx.get(f"{server.url}/v23.0/{WABA}/phone_numbers", headers=headers, trust_env=False)
    assert answer.json()["error"]["code"] == 80008
    page.wait("document.querySelector('#requests').innerText.includes('80008')")
    page.click(switch)
    page.wait("!document.querySelector('[role=switch][aria-checked=true]')")
    assert server.emulator.faults == []


def test_text_stays_text(page: Browser, whatsapp_emulator_server: Server) -> None:
    """A display name that looks like HTML is shown as it was sent."""
    name = "<img src=x onerror=alert(1)>"
    post(
        whatsapp_emulator_server,
        f"{WABA}/phone_numbers",
        cc="1",
        phone_number="2015550143",
        verified_name=name,
    )
    page.wait(f"{ROW}.includes('+1 201-555-0143')")
    assert name in page.run(f"return {ROW}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 900, 600, 400])
def test_it_fits_and_is_legible(
    page: Browser, whatsapp_emulator_server: Server, scheme: str, width: int
) -> None:
    """In light and dark, wide and narrow, nothing is cut off sideways and text stands out."""
    emulator = whatsapp_emulator_server.emulator
    emulator.add_number(WABA, status="DISCONNECTED", new_display_name=LONG, verified_name=LONG)
    emulator.handle("GET", f"/v23.0/{'9' * 60}/phone_numbers")
    emulator.webhooks.subscribe(WABA, callback_url=f"https://example.com/{'hook' * 20}")
    emulator.webhooks.send(WABA, "account_update", {"event": "ACCOUNT_DELETED", LONG: LONG})
    page.wait(f"{ROW}.includes('disconnected') && document.querySelector('#requests tr')")
    page.wait("document.querySelector('#webhooks summary')")
    page.click("#webhooks summary")
    page.prefer(scheme)
    page.resize(width, 1000)
    assert page.run("return innerWidth") == width
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    assert page.run(CUT_OFF) == []
    weakest = page.run(Path(__file__).with_name("contrast.js").read_text("utf-8"))
    assert weakest[0] >= 4.5, weakest


def test_every_review_is_within_reach(page: Browser, whatsapp_emulator_server: Server) -> None:
    """However many names wait, each can be decided, the first as well as the last."""
    emulator = whatsapp_emulator_server.emulator
    for at in range(12):
        emulator.add_number(WABA, status="PENDING", verified_name=f"Fig {at}")
    page.wait("document.querySelectorAll('#reviews li').length === 12")
    assert page.run("return document.getElementById('h-reviews').textContent") == "Name reviews 12"
    page.click("//*[@id='reviews']//li[contains(., 'Fig 0')]//button[.='Decline']")
    page.wait("document.querySelectorAll('#reviews li').length === 11")
    page.click("//*[@id='reviews']//li[contains(., 'Fig 11')]//button[.='Approve']")
    page.wait("document.querySelectorAll('#reviews li').length === 10")
    first, *_, last = emulator.account(WABA).numbers
    assert (first.name_status, last.name_status) == ("DECLINED", "APPROVED")


def test_the_curl_is_copied(page: Browser) -> None:
    """What the bottom of the page shows is copied whole, by a button that is there with it."""
    page.open(page.run("return location.href"))
    page.wait("document.querySelector('#faults button')")
    assert page.run("return document.getElementById('copy').hidden")
    page.run("""
        Object.defineProperty(navigator, "clipboard", {configurable: true,
            value: {writeText: async text => { window.copied = text; }}});
        document.querySelector('#clock button').focus();
    """)
    page.click("#copy")
    page.wait("window.copied === document.getElementById('curl').textContent")
    assert page.run("return window.copied").startswith('curl --json \'{"advance"')


def test_what_subscribers_were_told(page: Browser, whatsapp_emulator_server: Server) -> None:
    """A webhook shows up with its status and its body; held back it waits until it is let go."""
    emulator = whatsapp_emulator_server.emulator
    emulator.webhooks.subscribe(WABA, callback_url="https://example.com/hook?key=hidden")
    number = emulator.add_number(WABA)
    page.click("//button[@role='switch'][.='Webhooks are held back']")
    page.wait("document.querySelector('[role=switch][aria-checked=true]')")
    post(whatsapp_emulator_server, number.id, pin="271828")
    page.wait("document.querySelector('#webhooks').innerText === '1 waiting.'")
    page.click("//button[@role='switch'][.='Webhooks are held back']")
    page.wait("document.querySelector('#webhooks tr')?.innerText.includes('delivered')")
    page.click("#webhooks summary")
    emulator.change_number(number.id, pin="161803")
    page.wait("document.querySelectorAll('#webhooks tr').length === 2")
    shown = page.run("return document.querySelector('#webhooks details[open] pre').innerText")
    assert shown.encode() == emulator.webhooks[0].body
    assert "hidden" not in page.run("return document.body.innerText")


def test_reset_asks(page: Browser, whatsapp_emulator_server: Server) -> None:
    """A reset is made only by who says yes; whoever cancels, or presses Escape, loses nothing."""
    numbers = "document.querySelectorAll('#numbers tbody tr').length"
    post(
        whatsapp_emulator_server,
        f"{WABA}/phone_numbers",
        cc="1",
        phone_number="2015550143",
        verified_name="Fig",
    )
    page.wait(f"{numbers} === 1")
    page.run("""
        const send = window.fetch;
        window.sent = [];
        window.fetch = (url, options) => { window.sent.push(url); return send(url, options); };
        window.dismissed = 0;
        document.getElementById("ask").addEventListener("close",
            () => setTimeout(() => { window.dismissed++; }));
    """)
    for times, cancel in enumerate(["click", "Escape"], 1):
        page.click("//*[@id='world']//button[.='Reset']")
        page.wait("document.getElementById('ask').open")
        if cancel == "click":
            page.click("//*[@id='ask']//button[.='Cancel']")
        else:
            page.press("\ue00c")
        page.wait(f"window.dismissed === {times}")
        assert page.run("return window.sent.filter(url => url.endsWith('/reset'))") == []
    page.click("//*[@id='world']//button[.='Reset']")
    page.click("//*[@id='ask']//button[.='Reset everything']")
    page.wait(f"{numbers} === 0")


def press_by_tab(page: Browser, label: str) -> None:
    """Walk to a button with the tab key, and press it with the space bar."""
    focused = "document.activeElement.textContent"
    page.run("document.activeElement.blur(); scrollTo(0, 0)")
    for _ in range(60):
        page.press("\ue004")
        if page.run(f"return {focused}") == label:
            page.press(" ")
            return
    raise LookupError(label)
