"""The emulator that a command speaks with, where it is to."""

from typing import TYPE_CHECKING

from wabakit.cli.problems import NothingSent, Problem
from wabakit.cli.profiles import DEMO

if TYPE_CHECKING:
    from wabakit.cli.run import Run
    from wabakit.emulator.control.remote import RemoteEmulator

_GRAPH = "graph.facebook.com"


def emulator_of(run: "Run") -> "RemoteEmulator":
    """Return the emulator that runs where the settings say, or where it does by itself.

    Raises:
        NothingSent: it is a dry run, and what people do behind the scenes is no call of Graph.
        Problem: none answers.
    """
    if run.is_dry:
        raise NothingSent
    import httpx

    from wabakit.emulator.control.remote import RemoteEmulator

    found = run.settings.find("base_url")
    url = found.value if found and _GRAPH not in found.value else DEMO["base_url"]
    try:
        return RemoteEmulator(url)
    except (httpx.HTTPError, ValueError) as error:
        how = "wabakit emulator start --demo"
        raise Problem(f"No emulator answers at {url}", how, name="no-emulator") from error
