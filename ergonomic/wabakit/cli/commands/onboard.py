"""`wabakit onboard`: a number, from wherever it is, to CONNECTED."""

import shlex
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import attrs
import click

from wabakit.cli import life
from wabakit.cli.commands.number import WANTED
from wabakit.cli.handed import CODE, PIN, by_command
from wabakit.cli.problems import FOUND, INTERRUPTED, NothingSent, Problem, Told, refuse, told
from wabakit.cli.run import Run
from wabakit.cli.shared import PATH, command, following
from wabakit.cli.telephone import NOT_KNOWN, as_written, full_number, is_id, new_number
from wabakit.cli.way import place_in, plan, tell_steps


@command("onboard")
@click.argument("number", metavar="[NUMBER]", required=False)
@click.option(
    "--from", "file", metavar="FILE", type=PATH, help="All numbers of a CSV file, not one."
)
@click.option("--journal", metavar="FILE", type=PATH, help="Where --from keeps how far they are.")
@click.option("--name", metavar="NAME", help="The name to show, of a number that is not there yet.")
@click.option("--voice", is_flag=True, help="Have the code told by a call, not by SMS.")
@click.option("--language", default="en_US", metavar="L", help="Of the code.  [default: en_US]")
@click.option("--region", metavar="CC", help="Country where messages are kept, such as DE.")
@click.option("--subscribe", is_flag=True, help="Subscribe the app to the account's webhooks.")
@click.option("--migrate", is_flag=True, help="Move it here from another account.")
@click.option("--pin-command", metavar="COMMAND", help="Prints the PIN; {phone} is the number.")
@click.option("--code-command", metavar="COMMAND", help="Prints the code; {phone} is the number.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def onboard(
    run: Run, number: str | None, yes: bool, file: str | None, journal: str | None, **wishes: Any
) -> None:
    """Bring a number to CONNECTED; call again after any stop."""
    if (number is None) == (file is None):
        refuse("Which number? One is named, or a list: --from FILE")
    if number is None:
        from wabakit.cli.enrolling import enrol

        enrol(run, str(file), journal, yes, Wishes(**wishes))
        return
    way = Way(run, run.directory.meant(number), Wishes(**wishes))
    way.look()
    steps = way.confirm(yes)
    if run.is_dry:
        way.print_calls(steps)
    else:
        way.go()


@attrs.frozen
class Wishes:
    """How it is to be done."""

    name: str | None
    voice: bool
    language: str
    region: str | None
    subscribe: bool
    migrate: bool
    pin_command: str | None
    code_command: str | None

    @property
    def by(self) -> str:
        """How the code comes."""
        return "VOICE" if self.voice else "SMS"


class Way:
    """One number on its way; a person is asked for what only a person has."""

    def __init__(self, run: Run, text: str, wishes: Wishes) -> None:
        self._run, self._wishes = run, wishes
        self._phone = "" if is_id(text) else full_number(text)
        """The number, where it is not an id that was given."""
        self._shown = as_written(self._phone) if self._phone else text
        self._card: Any = {}
        self._account = run.account() if self._phone else None
        self._number: Any = None if self._phone else run.client.number(text)
        self._is_there = not self._phone
        """Whether the number is known to be listed, so that what adds it need not be said again."""

    @property
    def again(self) -> str:
        """The command that goes on."""
        command = ["onboard", self._phone or self._number.id]
        if not self._is_there:
            command += ["--name", self._wishes.name] if self._wishes.name else []
            command += ["--migrate"] if self._wishes.migrate else []
        return following(shlex.join(command))

    def look(self) -> None:
        """Read where the number is."""
        if self._run.is_dry:
            return
        if self._account is not None:
            self._number = self._account.find(self._phone)
            self._is_there = self._number is not None
        if self._number is not None:
            import wabakit

            fields = [wabakit.PhoneNumber.fields[name] for name in WANTED]
            self._card = self._number.get(fields=fields).to_dict()
            self._shown = self._card.get("display_phone_number") or self._shown

    def confirm(self, yes: bool) -> list[str]:
        """Show what will happen, and ask; return the calls."""
        place = place_in(self._run, self._card)
        where = f" in {self._account.id}" if self._account else ""
        if place["life"] is None:
            self._run.tell(f"{self._shown}{where}: Graph's words leave open what it needs.")
            return []
        steps = plan(self._run, place, self._card.get("id"), self._wishes.name, self._wishes.by)
        state = life.meaning("life", place["life"]).rstrip(".")
        if not steps:
            self._run.tell(("✓ ", "green"), f"{self._shown}{where} is connected already")
            return []
        if not self._card and not (self._wishes.name or self._wishes.migrate):
            refuse(f"{self._shown} is not there yet: under which name?", 'add --name "NAME"')
        if not self._card and self._phone and self._wishes.name:
            new_number(self._phone, self._wishes.name)
        here = state if self._card else "not there yet"
        self._run.tell((f"{self._shown}", "bold"), f"{where}: {here}. This will")
        for at, (_, said) in enumerate(steps, 1):
            self._run.tell((f"  {at}  ", "dim"), said)
        self._run.confirm(_question(steps), yes=yes)
        return [call for call, _ in steps]

    def print_calls(self, calls: list[str]) -> None:
        """Print the calls of a plan, of a number of which nothing was read."""
        wishes, number = self._wishes, self._run.client.number(NOT_KNOWN)
        made: dict[str, Callable[[], object]] = {
            "createPhoneNumber": self._add,
            "requestCode": lambda: number.request_code(wishes.by, wishes.language),
            "verifyCode": lambda: number.verify_code("000000"),
            "registerPhoneNumber": lambda: number.register("000000", wishes.region),
        }
        for call in calls:
            with suppress(NothingSent):
                made[call]()
        self._run.tell(("Nothing was sent.", "dim"))

    def _add(self) -> None:
        new = new_number(self._phone, self._wishes.name or "")
        self._run.account().add_number(**new, migrate=self._wishes.migrate or None)

    def go(self) -> None:
        """Take step after step; ask for the code and the PIN when they are needed."""
        try:
            result = self._walk()
        except (KeyboardInterrupt, click.Abort):
            self._run.tell("")
            advice = f"nothing was lost: go on with   {self.again}"
            raise Problem("stopped", advice, name="interrupted", code=INTERRUPTED) from None
        self._end(result)

    def _walk(self) -> Any:
        result: Any = None
        needs: dict[str, Any] = {"code": None, "pin": None}
        while True:
            lacking: list[str] = []
            asked = {name: v or partial(lacking.append, name) for name, v in needs.items()}
            with self._run.finishing():
                result = self._onboard(since=result, **asked)
                self._is_there = self._is_there or result.number_id is not None
                tell_steps(self._run, result, partial(self._about, result))
            if result.error is not None or result.done:
                return result
            if "pin" in lacking:
                needs["pin"] = self._pin()
            elif result.waits_for == "code" and needs["code"] is None:
                needs["code"] = self._code()
            else:
                return result

    def _onboard(self, **given: Any) -> Any:
        wishes = self._wishes
        given |= {"method": wishes.by, "language": wishes.language, "subscribe": wishes.subscribe}
        if wishes.region:
            given["data_localization_region"] = wishes.region
        if self._account is None or self._number is not None:
            return self._number.onboard(**given)
        new: dict[str, Any] = {"verified_name": wishes.name, "migrate": wishes.migrate}
        return self._account.onboard(self._phone, **new, **given)

    def _code(self) -> str:
        return self._given(self._wishes.code_command) or self._run.secret(
            CODE, "add --code-command COMMAND, or call again at a terminal"
        )

    def _pin(self) -> str:
        twice = self._card.get("is_pin_enabled") is not True
        return self._given(self._wishes.pin_command) or self._run.secret(
            PIN, "add --pin-command COMMAND", twice=twice
        )

    def _given(self, command: str | None) -> str | None:
        if command is None:
            return None
        secret, why = by_command(command, self._phone or self._number.id)
        if secret is None:
            self._run.fail(f'"{command}"{why}', f"nothing was lost: go on with {self.again}")
        return secret

    def _about(self, result: Any, call: str) -> str:
        """Say what is to be known of a step that was made."""
        by = "a call" if self._wishes.voice else "SMS"
        return {
            "createPhoneNumber": str(result.number_id),
            "requestCode": f"by {by}, in {self._wishes.language}, {life.good_for()}",
            "registerPhoneNumber": str(result.state or ""),
        }.get(call, "")

    def _end(self, result: Any) -> None:
        run = self._run
        if run.form in ("json", "jsonl"):
            run.show_one(result.to_dict(), lambda _row: ())
        if result.done:
            return
        problem = told(result.error) if result.error is not None else None
        problem = problem or Told("waits", f"waits for {result.waits_for}", "", FOUND)
        if result.advice:
            problem = problem._replace(advice=result.advice)
        run.tell_problem(problem)
        if result.retry_at:
            run.tell(f"  not before {result.retry_at:%Y-%m-%d %H:%M} UTC")
        run.tell("  nothing was lost: go on with   ", (self.again, "bold"))
        run.end(problem.exit_code)


def _question(steps: list[tuple[str, str]]) -> str:
    sends = any(call == "requestCode" for call, _ in steps)
    return "This sends a message to the number." if sends else "This registers the number."
