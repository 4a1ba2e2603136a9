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
@pytest.mark.parametrize("width", [1280, 600])
def test_it_fits_and_is_legible(
    page: Browser, whatsapp_emulator_server: Server, scheme: str, width: int
) -> None:
    """In light and dark, wide and narrow, nothing is cut off sideways and text stands out."""
    whatsapp_emulator_server.emulator.add_number(WABA)
    page.wait(f"{ROW}.includes('connected')")
    page.prefer(scheme)
    page.resize(width, 1000)
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    weakest = page.run(Path(__file__).with_name("contrast.js").read_text("utf-8"))
    assert weakest[0] >= 4.5, weakest


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
