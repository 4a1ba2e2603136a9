"""What the command line costs: CPU time of whole processes, Python's own start with it."""

import os
import sys
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measure import rounds

_RUN = "import sys; sys.argv = ['wabakit', {!r}]; import wabakit.cli as c; sys.exit(c.main())"
VERSION, LIST = _RUN.format("--version"), _RUN.format("list")
LIBRARY = """
import wabakit
client = wabakit.Client('token', base_url={url!r})
for card in client.account('1000100').numbers():
    card.to_dict()
"""


def version(_: Any, __: Any) -> float:
    """Compare `wabakit --version` with a Python that does nothing."""
    with TemporaryDirectory() as folder:
        return rounds(lambda: spent(VERSION, folder) / spent("pass", folder))


def listing(_: Any, sites: Any) -> float:
    """Give the seconds that `wabakit list` takes beyond the same by the library."""
    said = {
        "WHATSAPP_ACCESS_TOKEN": "token",
        "WHATSAPP_BUSINESS_ACCOUNT_ID": "1000100",
        "WHATSAPP_BASE_URL": sites.quick,
    }
    library = LIBRARY.format(url=sites.quick)
    with TemporaryDirectory() as folder:
        said["HOME"] = folder
        return rounds(lambda: spent(LIST, folder, **said) - spent(library, folder, **said))


def spent(code: str, folder: str, **said: str) -> float:
    """Give the CPU time of a Python that runs code, which keeps byte code in a folder."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**kept, "PYTHONPYCACHEPREFIX": folder, "PYTHONPATH": path, **said}
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(
        sys.executable, [sys.executable, "-c", code], environment, file_actions=quiet
    )
    _, status, used = os.wait4(child, 0)
    assert status == 0, code
    return used.ru_utime + used.ru_stime
