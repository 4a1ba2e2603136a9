"""The command line, `wabakit`: for the people who run numbers.

A command is one thing of the library and says only what Graph told; logic of its own means that the
library lacks something. To add one:

1. Write it in `commands/NOUN.py`, one module per noun, and name it in `COMMANDS` of `root.py`, with
   the module that has it. Modules are loaded when they are used: at the top of one stand click and
   what `cli` has; the library is used as a user does, by `import wabakit`, which loads by need.

       @command("show")
       @click.argument("number", metavar="NUMBER")
       def show(run: Run, number: str) -> None:
           '''Show one number: what state it is in, and what may be done next.'''
           found = run.number(number)
           run.show_one(found.get(fields=run.fields(PhoneNumber, WANTED)).to_dict(), ROWS)

   The first line of its docstring is its help. A verb of a noun, as in `wabakit name show`, is
   `@command("show", of=name)` below `name = group("name", "Display names.")`.

2. `run` is what it works with (`run.py`): `client`, `account()`, `accounts()` and `number(text)` by
   what people write, `directory.numbers(texts)` for several; `show(rows, columns)` and
   `show_one(...)` put data on standard output in the form asked for; `tell(...)` says all else on
   standard error; `confirm(...)` asks before what is scarce or lasting; `secret(...)` gets a PIN or
   a code, which is never an option; `end(3)` leaves with an exit code; `fail(...)` and
   `problems.refuse(...)` leave with a reason. What the library raises is told by `problems.py`.

3. `--dry-run` needs nothing: `run.client` then prints a call as curl and ends. `confirm` asks
   nothing then and `secret` gives what only looks like one. No answer is there to go on with, so a
   command that shows a plan of several calls asks `run.is_dry`.

4. Test it in `tests/cli/`: `Shell` there runs a command in this process on the embedded emulator,
   through pipes or in a pseudo-terminal; its screen is kept as a text that people can read.
"""

import os
import signal
import sys

EXTRA = {"click", "phonenumbers", "platformdirs", "rich"}
"""The modules of the extra `cli`."""


def main() -> int:
    """Run the command line; return its exit code."""
    if sys.argv[1:] == ["--version"]:  # which scripts ask for again and again: loads no click
        from wabakit._about import VERSION

        sys.stdout.write(f"wabakit {VERSION}\n")
        return 0
    _have_streams()
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends it as Ctrl-C does
        from wabakit.cli.root import wabakit

        wabakit(prog_name="wabakit")
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        sys.stderr.write('The command needs: pip install "wabakit[cli]"\n')
        return 2
    except KeyboardInterrupt:  # before there was a command that could tell of it
        return 130
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    return 0


def _have_streams() -> None:
    """Put nothing in the place of a stream that was closed before the start, as by `<&-`."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
