"""`wabakit add`, `code`, `verify`, `register`, `deregister`: the steps of a number, one by one."""

import click

from wabakit.cli import life
from wabakit.cli.handed import CODE, DASH, PIN, asked
from wabakit.cli.problems import FOUND, told
from wabakit.cli.run import Run
from wabakit.cli.shared import command, following
from wabakit.cli.target import Target, left_of, target_of, tell_id


@command("add")
@click.argument("number", metavar="+NUMBER")
@click.option("--name", required=True, metavar="NAME", help="The name to show, to be reviewed.")
@click.option("--migrate", is_flag=True, help="Move it here from another account.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def add(run: Run, number: str, name: str, migrate: bool, yes: bool) -> None:
    """Add a phone number to an account."""
    from wabakit.cli.telephone import as_written, full_number, new_number

    digits = full_number(number)
    account, new = run.account(), new_number(digits, name)
    how = "moves it out of the account that has it" if migrate else "takes one of its places"
    run.confirm(f'{as_written(digits)} to {account.id} as "{name}". This {how}.', yes=yes)
    with run.finishing():
        added = account.add_number(**new, migrate=migrate or None)
        run.done("added", added.id, following(f"code {digits}"))
        tell_id(run, added.id)


@command("code")
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@click.option("--voice", is_flag=True, help="By a call, not by SMS; landlines take no other.")
@click.option("--language", default="en_US", metavar="L", help="Of the message.  [default: en_US]")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def code(run: Run, numbers: tuple[str, ...], voice: bool, language: str, yes: bool) -> None:
    """Send a verification code; - reads numbers from standard input."""
    texts = [line for text in numbers for line in run.directory.lines(text)]
    targets = [target_of(run, text) for text in texts]
    by, what = ("VOICE", "makes a call") if voice else ("SMS", "sends a message")
    many = targets[0].shown if len(targets) == 1 else f"{len(targets)} numbers"
    question = f"Send a code by {by} to {many}? This {what}, and few are allowed for a number."
    run.confirm(question, yes=yes)
    failed = False
    for target in targets:
        with run.finishing():
            failed |= not _send(run, target, by, language, alone=len(targets) == 1)
    if failed:
        run.end(FOUND)


def _send(run: Run, target: Target, by: str, language: str, *, alone: bool) -> bool:
    """Send a code; tell of a refusal, unless it is of the only number."""
    import wabakit

    try:
        target.number.request_code(by, language)
    except wabakit.WabakitError as error:
        problem = told(error)
        if alone or problem is None:
            raise
        run.tell_problem(problem._replace(message=f"{target.shown}: {problem.message}"))
        return False
    about = f"to {target.shown}, {life.good_for()}"
    run.done("code sent", about, target.following("verify"))
    return True


@command("verify")
@click.argument("number", metavar="NUMBER")
@click.argument("dash", metavar="[-]", required=False, type=DASH)
@click.option("--code-command", metavar="COMMAND", help="Prints the code; {phone} is the number.")
def verify(run: Run, number: str, dash: str | None, code_command: str | None) -> None:
    """Hand in the code that a number got; - reads it."""
    target = target_of(run, number)
    given = asked(run, CODE, command=code_command, dash=dash, phone=target.compact)
    with run.finishing():
        target.number.verify_code(given)
        run.done("verified", target.shown, target.following("register"))


@command("register")
@click.argument("number", metavar="NUMBER")
@click.argument("dash", metavar="[-]", required=False, type=DASH)
@click.option("--region", metavar="CC", help="Country where messages are kept, such as DE.")
@click.option("--pin-command", metavar="COMMAND", help="Prints the PIN; {phone} is the number.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def register(
    run: Run, number: str, dash: str | None, region: str | None, pin_command: str | None, yes: bool
) -> None:
    """Register a verified number, after which it can send."""
    target = target_of(run, number)
    run.tell(f"Register {target.shown}: {left_of(run, 'registerPhoneNumber', target)}.")
    run.confirm("This connects it, and counts to these.", yes=yes)
    is_new = target.card.get("is_pin_enabled") is not True
    pin = asked(run, PIN, command=pin_command, dash=dash, phone=target.compact, twice=is_new)
    with run.finishing():
        target.number.register(pin, region)
        run.done("registered", target.shown)


@command("deregister")
@click.argument("number", metavar="NUMBER")
@click.option("--confirm", "given", metavar="NUMBER", help="The number once more, not to be asked.")
def deregister(run: Run, number: str, given: str | None) -> None:
    """Take a number off the Cloud API; it cannot send then."""
    target = target_of(run, number)
    name = target.card.get("verified_name")
    about = f'{target.shown} "{name}"' if name else target.shown
    run.tell(f"Deregister {about}: {left_of(run, 'deregisterPhoneNumber', target)}.")
    question = "It cannot send until it is registered again."
    run.confirm_typed(question, target.compact, _compact(given, target), "--confirm")
    with run.finishing():
        target.number.deregister()
        run.done("deregistered", target.shown, target.following("register"))


def _compact(given: str | None, target: Target) -> str | None:
    """Return a number that somebody wrote as it is compared."""
    from wabakit.cli.telephone import full_number, is_id

    if given is None:
        return None
    if is_id(given):
        return target.compact if given == target.number.id else given
    return full_number(given)
