"""What tables do where there is little room, no colour, or another encoding."""

import re

from rich.cells import cell_len

from tests.cli.shell import Shell
from wabakit.emulator import Emulator


def rename(graph: Emulator, name: str) -> None:
    """Give the first number another name."""
    graph.change_number(graph.accounts[0].numbers[0].id, verified_name=name)


def test_little_room(shell: Shell, graph: Emulator) -> None:
    """Columns leave, then names are cut, by the width that they take on a terminal."""
    rename(graph, "株式会社ラッキーシュラブ東京店")
    for width in (120, 70, 60):
        lines = shell.at_terminal("list", width=width).plain.splitlines()
        assert max(map(cell_len, lines)) <= width
        assert "STATUS" in lines[1]
        assert ("NAME REVIEW" in lines[1]) == (width == 120)
        assert ("…" in lines[2]) == (width == 60)


def test_colours(shell: Shell) -> None:
    """NO_COLOR and TERM=dumb are heard, FORCE_COLOR too; a state is a sign as well."""
    colour = re.compile(r"\x1b\[3[0-9]")
    assert colour.search(shell.at_terminal("list").text)
    shell.set(NO_COLOR="1")
    plain = shell.at_terminal("list").text
    assert not colour.search(plain)
    assert {"✓", "!", "✗"} <= set(plain)
    shell.unset("NO_COLOR")
    assert "\x1b" not in shell("list").stdout
    shell.set(FORCE_COLOR="1", COLUMNS="100")
    assert colour.search(shell("list").stdout)


def test_name_cannot_steer_a_terminal(shell: Shell, graph: Emulator) -> None:
    """Control characters in a name do not reach a terminal, nor break a line of a pipe."""
    rename(graph, "Evil\x1b[2J\tInc\n")
    assert "\x1b[2J" not in shell.at_terminal("list").text
    line = shell("list").stdout.splitlines()[0]
    assert line.count("\t") == 6
    assert "\x1b" not in line


def test_terminal_without_our_signs(shell: Shell) -> None:
    """Where the encoding has no sign of ours, another one stands for it, and nothing fails."""
    said = shell.child("list", "--waba", PYTHONIOENCODING="ascii", FORCE_COLOR="1")
    assert "Option '--waba' requires an argument" in said
    assert "\x1b[31mx " in said
    assert "?" not in said


def test_fields_are_graphs(shell: Shell) -> None:
    """--fields decides what is read and shown, in its order, in every form."""
    assert shell("list", "--fields", "status,id", "--limit", "1").stdout.startswith("CONNECTED\t1")
    table = shell.at_terminal("list", "--fields", "status,id").plain
    assert table.splitlines()[1].split() == ["STATUS", "ID"]
