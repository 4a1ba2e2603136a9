"""The samples of the site in a real browser; `make playground`, as it needs Debian's chromium."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from openapi.tools.made import ROOT
from tests.docs.pages import TUTORIAL
from tests.page.webdriver import Browser, chromium
from tests.playground.served import Site, served

BUILT = Path(os.environ["SITE"])
STATUS = "document.querySelector('.session [role=status]').textContent"
NUMBERS = "document.querySelector('[aria-label=Numbers]').innerText"
OUTBOX = "document.querySelector('[aria-label=Outbox]').innerText"
OURS = ":is(.session, .play-bar, .play-output, .play-emulator) *"
LOADING = 150
"""In so many seconds Python is there, on a machine that is busy."""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with served(BUILT) as site:
        yield site


@pytest.fixture(scope="module")
def python(site: Site) -> Iterator[Browser]:
    """The tutorial, with Python loaded by a press on its first button, and not before."""
    parts = [*(BUILT / "assets/playground").glob("*/*")]
    size = sum(path.stat().st_size for path in parts)
    with chromium() as browser:
        browser.open(f"{site.url}/tutorial/")
        browser.wait("document.querySelector('.session button')")
        assert f"{size / 1e6:.1f} MB" in browser.run(f"return {STATUS}")
        loaded = {path.rpartition("/")[2] for path in site.asked}
        assert not loaded & {path.name for path in parts}
        browser.click(run_button(0))
        browser.wait(f"{STATUS} === 'Sample 1 ran.'", LOADING)
        loaded = {path.rpartition("/")[2] for path in site.asked}
        assert loaded > {path.name for path in parts}
        yield browser


@pytest.fixture
def page(python: Browser) -> Browser:
    """The tutorial, with nothing run, and its samples as they are written."""
    python.resize(1280, 800)
    python.click("//button[.='Start over']")
    python.wait(f"{STATUS}.startsWith('All is as it was')")
    return python


def run_button(at: int) -> str:
    return f"//button[@aria-label='Run sample {at + 1}']"


def output(page: Browser, at: int) -> str:
    shown = page.run(f"return document.querySelectorAll('.play-output')[{at}].innerText")
    return str(shown)


def change(page: Browser, at: int, code: str) -> None:
    """Put other code into a sample."""
    script = """
        const code = document.querySelectorAll('.play-sample code')[arguments[0]];
        code.textContent = arguments[1];
        code.dispatchEvent(new InputEvent('input'));
    """
    page.run(script, at, code)


def test_the_tutorial_by_pressing_run(page: Browser) -> None:
    """Each sample prints what it promises, the code arrives, the numbers become CONNECTED."""
    seen: list[str] = []
    for at, block in enumerate(TUTORIAL):
        page.click(run_button(at))
        page.wait(f"{STATUS} === 'Sample {at + 1} ran.'")
        promised = re.findall(r"^ *print\(.*\)  # (.+)$", block.code, re.MULTILINE)
        assert [line for line in promised if line not in output(page, at).splitlines()] == []
        if block.code.endswith("print(message.code)\n"):
            assert output(page, at).strip() in page.run(f"return {OUTBOX}")
        seen.append(page.run(f"return {NUMBERS}"))
    first = list(dict.fromkeys(re.findall(r"1000\s+(\w+)", "\n".join(seen))))
    assert first == ["PENDING", "CONNECTED"]
    assert re.findall(r"100\d\s+(\w+)", seen[-1]) == ["CONNECTED", "CONNECTED"]


def test_a_later_sample_brings_those_before_it(page: Browser) -> None:
    """Samples that a later one builds on are run with it; an earlier one starts afresh."""
    page.click(run_button(5))
    page.wait(f"{STATUS} === 'Samples 1 to 6 ran, in order.'")
    assert "CONNECTED" in page.run(f"return {NUMBERS}")
    page.click(run_button(1))
    page.wait(f"{STATUS} === 'Samples 1 to 2 ran, from the start.'")
    assert "PENDING" in page.run(f"return {NUMBERS}")
    assert output(page, 5) == ""


def test_an_error_is_shown_where_it_happens(page: Browser) -> None:
    """A sample that fails shows its traceback, of its own lines; later ones wait."""
    change(page, 1, "number = account.add_number(\n    cc='1', phone_number='12'\n)")
    page.click(run_button(2))
    page.wait(f"{STATUS} === 'It stopped at sample 2, which ended with an error.'")
    shown = output(page, 1)
    assert 'File "sample 2", line 1' in shown
    assert "number = account.add_number(" in shown
    assert "wabakit/" not in shown
    assert output(page, 2) == ""


def test_the_keyboard_will_do(page: Browser) -> None:
    """With the keyboard alone a sample is changed and run."""
    page.run("document.activeElement.blur(); scrollTo(0, 0)")
    label = "return document.activeElement.getAttribute('aria-label')"
    page.run("document.querySelector('.session button').focus()")
    tab_to(page, label, "Code of sample 1")
    page.press(*"print(6*7)", "\ue006")
    tab_to(page, label, "Run sample 1")
    page.press(" ")
    page.wait(f"{STATUS} === 'Sample 1 ran.'")
    assert output(page, 0).split() == ["42", "[]"]
    assert page.run(label) == "Run sample 1"


def tab_to(page: Browser, label: str, wanted: str) -> None:
    for _ in range(8):
        page.press("\ue004")
        if page.run(label) == wanted:
            return
    raise LookupError(wanted)


def test_a_question_is_answered_from_the_outbox(page: Browser) -> None:
    """`input()` has no person behind it here: the code that arrived is the answer."""
    change(page, 2, "number.request_code()\nnumber.verify_code(input('The code: '))")
    page.click(run_button(2))
    page.wait(f"{STATUS} === 'Samples 1 to 3 ran, in order.'")
    code = re.fullmatch(r"The code: (\d{6})  \(from the outbox\)", output(page, 2).strip())
    assert code
    assert code[1] in page.run(f"return {OUTBOX}")
    assert "Code VERIFIED" in page.run(f"return {NUMBERS}")


@pytest.mark.parametrize("stop", ["//button[.='Stop']", "//button[@aria-label='Stop sample 1']"])
def test_what_never_ends_is_stopped(page: Browser, stop: str) -> None:
    """A loop without end leaves the page alive, and either Stop ends it; Run begins anew."""
    change(page, 0, "print('before')")
    page.click(run_button(0))
    page.wait(f"{STATUS} === 'Sample 1 ran.'", LOADING)
    change(page, 0, "while True: pass")
    page.click(run_button(0))
    page.wait(f"{STATUS} === 'Sample 1 runs. Stop ends it.'")
    assert output(page, 0) == ""
    page.click(stop)
    page.wait(f"{STATUS}.includes('it was stopped')")
    change(page, 0, "print('anew')")
    page.click(run_button(0))
    page.wait(f"{STATUS} === 'Sample 1 ran.'", LOADING)
    assert output(page, 0).strip() == "anew"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_it_fits_and_is_legible(page: Browser, scheme: str, width: int) -> None:
    """Nothing is wider than the page, text stands out, the emulator's state is in sight."""
    page.prefer(scheme)
    page.resize(width, 800)
    change(page, 9, "1 / 0")
    page.click("//button[.='Run all']")
    page.wait(f"{STATUS}.startsWith('It stopped at sample 10')")
    page.run("scrollTo(0, 1500)")
    if width == 400:
        shown = page.run("return document.querySelector('.play-toggle').innerText")
        assert re.search(r"1001\s+PENDING\s+code \d{6}", shown), shown
        page.click(".play-toggle")
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    assert page.run("""
        const emulator = document.querySelector('.play-emulator');
        const {top, bottom, left, right} = emulator.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
    """)
    weakest = page.run((ROOT / "tests/page/contrast.js").read_text("utf-8"), OURS)
    if width == 400:
        page.click(".play-toggle")
    assert weakest[0] >= 4.5, weakest


def test_nothing_comes_from_elsewhere(page: Browser, site: Site) -> None:
    """Neither the page nor Python asks for anything outside of the site, whatever a sample does."""
    change(page, 0, "import httpx\nhttpx.get('https://graph.facebook.com/', trust_env=False)")
    page.click(run_button(0))
    page.wait(f"{STATUS}.startsWith('It stopped')")
    assert "ConnectError" in output(page, 0)
    assert site.refused == []
    page.run("return fetch('http://elsewhere.example/').catch(() => null)")
    page.run("return fetch('/sitemap.xml').then(answer => answer.text())")
    assert site.refused == ["http://elsewhere.example/"]


def test_a_session_is_copied_without_its_answers(site: Site) -> None:
    """Of a session in a shell the button copies what is typed: no prompt, and nothing printed."""
    with chromium() as browser:
        browser.open(f"{site.url}/cli/")
        browser.wait("document.querySelector('.language-console .md-code__button')")
        browser.run("""
            document.execCommand = () => (window.copied = String(getSelection()));
            navigator.clipboard.writeText = async text => { window.copied = text; };
        """)
        browser.click(".language-console .md-code__button")
        browser.wait("window.copied")
        assert browser.run("return window.copied") == (
            "wabakit list --where status=PENDING,DISCONNECTED"
        )


def test_without_webassembly(site: Site) -> None:
    """Where nothing can be run, the page says so, and what to do; there is no button to try."""
    with chromium() as browser:
        browser.before("delete globalThis.WebAssembly")
        browser.open(f"{site.url}/tutorial/")
        browser.wait("document.querySelector('.play-sorry')")
        said = browser.run("return document.querySelector('.session').innerText")
        assert said.startswith("This browser has no WebAssembly")
        assert "Python prompt" in said
        assert browser.run("return document.querySelectorAll('.play-run').length") == 0
