"""`wabakit completion`: completion for shells."""

import click

from wabakit.cli.run import Run
from wabakit.cli.shared import command

HOW = {
    "bash": 'eval "$(wabakit completion bash)" in your .bashrc',
    "zsh": 'eval "$(wabakit completion zsh)" in your .zshrc, below compinit',
    "fish": "wabakit completion fish > ~/.config/fish/completions/wabakit.fish",
}


@command("completion")
@click.argument("shell", type=click.Choice(list(HOW)))
def completion(run: Run, shell: str) -> None:
    """Print what makes a shell complete the command."""
    from click.shell_completion import get_completion_class

    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - click has all three
    run.out.write(kind(root, {}, "wabakit", "_WABAKIT_COMPLETE").source() + "\n")
    if run.out.is_terminal:
        run.tell((HOW[shell], "dim"))
