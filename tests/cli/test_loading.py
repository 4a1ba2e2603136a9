"""What is loaded: of what needs no call, neither the client nor an HTTP library."""

import sys
from collections.abc import Callable

from tests.children import run_each

HEAVY = ("httpx", "wabakit._sync", "wabakit_graph", "rich")
LIGHT = {
    "--help": HEAVY,
    "errors 133016": HEAVY,
    "fields status": HEAVY,
    "completion bash": HEAVY,
    "versions": HEAVY,
    "list --help": HEAVY,
}
CODE = """
import sys
sys.argv = {words!r}
import wabakit.cli
wabakit.cli.main()
print("loaded", *[name for name in {heavy!r} if name in sys.modules])
"""


def test_what_is_light(run_python: Callable[[str], str]) -> None:
    """They start without what only calls and terminals need."""
    codes = [
        CODE.format(words=["wabakit", *text.split()], heavy=heavy) for text, heavy in LIGHT.items()
    ]
    said = run_each(run_python, codes, "attrs, click, json, logging")
    assert [text.splitlines()[-1] for text in said] == ["loaded"] * len(LIGHT)
    version = CODE.format(words=["wabakit", "--version"], heavy=("attrs", "click", *HEAVY))
    assert run_python(version).splitlines()[-1] == "loaded"


def test_without_the_extra(run_python: Callable[[str], str]) -> None:
    """Without click one line names the extra."""
    code = """
import sys
sys.modules["click"] = None
sys.argv, sys.stderr = ["wabakit", "list"], sys.stdout
import wabakit.cli
print(wabakit.cli.main())
"""
    said = run_python(code).splitlines()
    assert said == ['The command needs: pip install "wabakit[cli]"', "2"]
    assert "click" in sys.modules
