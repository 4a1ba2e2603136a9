"""`wabakit onboard`: a number from nothing to CONNECTED, whatever stops it."""

from tests.cli.shell import Shell
from wabakit.emulator import Emulator


def test_from_nothing_to_connected(shell: Shell, graph: Emulator) -> None:
    """The plan is shown first, secrets are asked for where they are needed, and nothing else is."""
    seen = shell.at_terminal(
        "onboard",
        "+1 631-555-1001",
        "--name",
        "Lucky Shrub",
        typed=[
            ("Go on?", "y"),
            ("arrived", lambda: graph.outbox[-1].code),
            ("again)", "271828"),
            ("once more", "271828"),
        ],
    )
    print(seen.text)
    assert seen.code == 0
    assert "not there yet" in seen.text
    assert "271828" not in seen.text
    assert graph.outbox[-1].code not in seen.text
