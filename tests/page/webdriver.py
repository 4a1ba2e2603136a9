"""A real browser, driven over the WebDriver protocol, which is JSON over HTTP."""

import base64
import os
import shutil
import subprocess
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which the protocol names elements (W3C WebDriver, section 12.1)."""

CHROMIUM_FLAGS = """
    --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync
    --disable-background-networking --disable-component-update --disable-dev-shm-usage
""".split()


class Browser:
    """One window; elements are found by CSS selector, XPath or not at all (LookupError)."""

    def __init__(self, http: httpx.Client, session: str) -> None:
        self._http = http
        self._path = f"/session/{session}"

    def open(self, url: str) -> None:
        self._do("POST", "url", {"url": url})

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script's `return` in the page."""
        return self._do("POST", "execute/sync", {"script": script, "args": [*arguments]})

    def wait(self, condition: str, seconds: float = 10) -> Any:
        """Wait until an expression is true in the page, without looking at it from here."""
        script = """
            const [condition, done] = arguments, holds = new Function("return " + condition);
            const look = () => holds() ? done(true) : setTimeout(look, 20);
            look();
        """
        self._do("POST", "timeouts", {"script": int(seconds * 1000)})
        return self._do("POST", "execute/async", {"script": script, "args": [condition]})

    def click(self, selector: str) -> None:
        found = self._find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", {ELEMENT: found})
        self._do("POST", f"element/{found}/click", {})

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, wherever the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._do("POST", "actions", {"actions": [{"type": "key", "id": "k", "actions": actions}]})

    def resize(self, width: int, height: int) -> None:
        """Let the page be so wide, which may be less than any window can be."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.command("Emulation.setDeviceMetricsOverride", size)

    def prefer(self, scheme: str) -> None:
        """Prefer a colour scheme, `light` or `dark`, as the system's setting would."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.command("Emulation.setEmulatedMedia", {"features": features})

    def before(self, script: str) -> None:
        """Run a script in every page that is opened from now on, before its own."""
        self.command("Page.addScriptToEvaluateOnNewDocument", {"source": script})

    def command(self, name: str, params: Mapping[str, Any]) -> None:
        """Have Chromium do what the protocol has no word for."""
        self._do("POST", "goog/cdp/execute", {"cmd": name, "params": params})

    def screenshot(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self._do("GET", "screenshot")))

    def log(self) -> list[Mapping[str, Any]]:
        """Take what the page has written to the browser's console since the last time."""
        entries: list[Mapping[str, Any]] = self._do("POST", "se/log", {"type": "browser"})
        return entries

    def _find(self, selector: str) -> str:
        using = "xpath" if selector.startswith("/") else "css selector"
        found = self._do("POST", "element", {"using": using, "value": selector})
        return str(found[ELEMENT])

    def _do(self, method: str, path: str, body: Any = None) -> Any:
        answer = self._http.request(method, f"{self._path}/{path}", json=body)
        value = answer.json()["value"]
        if answer.is_error:
            raise LookupError(f"{value['error']}: {value['message']}")
        return value


@contextmanager
def chromium(*flags: str) -> Generator[Browser, None, None]:
    """Start a headless Chromium with a profile and flags of its own, and stop it."""
    driver, browser = shutil.which("chromedriver"), shutil.which("chromium")
    if driver is None or browser is None:
        raise FileNotFoundError("The page is tested with Debian's chromium and chromium-driver.")
    command = [driver, "--port=0", "--log-level=SEVERE"]
    with (
        TemporaryDirectory() as profile,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ}) as process,
    ):
        try:
            assert process.stdout is not None
            port = next(
                line.rstrip(".\n").split()[-1]
                for line in process.stdout
                if "started successfully on port" in line
            )
            with httpx.Client(
                base_url=f"http://127.0.0.1:{port}", timeout=200, trust_env=False
            ) as http:
                options = {
                    "binary": browser,
                    "args": [*CHROMIUM_FLAGS, *flags, f"--user-data-dir={profile}"],
                }
                always = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
                asked = {"capabilities": {"alwaysMatch": always}}
                session = http.post("/session", json=asked).json()["value"]["sessionId"]
                yield Browser(http, session)
                http.delete(f"/session/{session}")
        finally:
            process.terminate()
