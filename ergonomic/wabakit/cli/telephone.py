"""NUMBER, as people write it: a Graph id, a phone number, or an @alias of the profile."""

import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from wabakit._telephone import one_form
from wabakit.cli.problems import refuse
from wabakit.cli.shared import following

if TYPE_CHECKING:
    import wabakit
    from wabakit.cli.run import Run

NOT_KNOWN = "1000000000000000"
"""What stands in a dry run for the id of a number that a call before would have told."""
_ID = re.compile(r"[0-9]{15,}", re.ASCII)
_WHY = {
    "TOO_SHORT": "is too short for a number of +{cc} ({place})",
    "TOO_LONG": "is too long for a number of +{cc} ({place})",
    "INVALID_COUNTRY_CODE": "begins with no country calling code",
    "INVALID_LENGTH": "is of no length that numbers of +{cc} ({place}) have",
    "IS_POSSIBLE_LOCAL_ONLY": "is too short: without its area it is dialled inside of {place} only",
}


class Directory:
    """Finds numbers in the accounts that a command is about."""

    def __init__(self, run: "Run") -> None:
        self._run = run
        self._known: dict[str, str] = {}
        self._left = self._walk()
        """What the accounts list, as far as it was not looked at."""

    def number(self, text: str) -> "wabakit.Number":
        """Return the number that a text means.

        Raises:
            Problem: it means none, or is in none of the accounts.
        """
        return self._run.client.number(self._id_of(self.meant(text)))

    def numbers(self, texts: Sequence[str]) -> list["wabakit.Number"]:
        """Return the numbers that texts mean; `-` stands for the lines of standard input."""
        return [self.number(line) for text in texts for line in self.lines(text)]

    def lines(self, text: str) -> list[str]:
        """Return what stands for numbers: `-` for the lines of standard input, else the text.

        Raises:
            Problem: there is no such line.
        """
        if text != "-":
            return [text]
        lines = [line.strip() for line in sys.stdin if line.strip()]
        if not lines:  # which is none, where no word at all may stand for every number
            refuse("-: standard input names no number")
        return lines

    def meant(self, text: str) -> str:
        """Return what a text stands for: an alias for an id or a number, else for itself."""
        if not text.startswith("@"):
            return text.strip()
        aliases = self._run.settings.profile.get("alias", {})
        if text[1:] not in aliases:
            known = ", ".join(f"@{name}" for name in aliases) or "none"
            refuse(f"There is no alias {text}. The profile has: {known}", following("profile show"))
        return str(aliases[text[1:]])

    def _id_of(self, text: str) -> str:
        if is_id(text):
            return text
        digits = full_number(text)
        number_id = NOT_KNOWN if self._run.is_dry else self._look_up(one_form(digits))
        if number_id is None:
            not_in(self._run, self._run.account_ids(), digits)
        return number_id

    def _look_up(self, digits: str) -> str | None:
        """Return the id of a number; no page is read that an earlier one made known."""
        while digits not in self._known:
            found = next(self._left, None)
            if found is None:
                return None
            self._known.setdefault(*found)
        return self._known[digits]

    def _walk(self) -> Iterator[tuple[str, str]]:
        import wabakit

        for account in self._run.accounts():
            for number in account.numbers(fields=[wabakit.PhoneNumber.display_phone_number]):
                yield one_form(number.display_phone_number or ""), number.id


def is_id(text: str) -> bool:
    """Tell whether a text is an id of Graph, and no phone number."""
    return bool(_ID.fullmatch(text))


def full_number(text: str) -> str:
    """Return a phone number that a person wrote as `+` and digits.

    Raises:
        Problem: it is none; says why.
    """
    import phonenumbers
    from phonenumbers import NumberParseException, ValidationResult

    written = re.sub(r"^00", "+", text.strip())
    written = written if written.startswith("+") else f"+{written}"
    try:
        parsed = phonenumbers.parse(written)
    except NumberParseException as error:
        why = "begins with no country calling code" if error.error_type == 0 else "is no number"
        refuse(f"{text!r} {why}", "write it in full: +1 631-555-1001; or give its id")
    result = phonenumbers.is_possible_number_with_reason(parsed)
    if result != ValidationResult.IS_POSSIBLE:
        reason = ValidationResult.to_string(result)
        place = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
        why = _WHY.get(reason, reason).format(place=place, cc=parsed.country_code)
        refuse(f"{text!r} {why}", "write it in full: +1 631-555-1001; an id has 15 digits or more")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def not_in(run: "Run", ids: Sequence[str], digits: str) -> NoReturn:
    """Leave as no account has a number.

    Raises:
        Problem: always.
    """
    message = f"{as_written(digits)} is not in {', '.join(ids)}"
    run.fail(message, following("list"), name="number-not-found")


def new_number(digits: str, name: str) -> dict[str, Any]:
    """Return what adds a number, checked as the library does.

    Raises:
        InvalidInputError: the name cannot be one.
    """
    import phonenumbers

    from wabakit._input import to_new_number

    parsed = phonenumbers.parse(digits)
    national = phonenumbers.national_significant_number(parsed)
    return to_new_number(str(parsed.country_code), str(national), name)


def as_written(digits: str) -> str:
    """Write a full number as people of its country do."""
    import phonenumbers

    parsed = phonenumbers.parse(digits)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
