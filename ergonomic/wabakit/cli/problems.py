"""What failed, told so that a person or a program can act on it, and the exit code it means."""

import json
import re
from errno import EPIPE
from typing import Any, NamedTuple, NoReturn

import click

DONE, FAILED, USAGE, FOUND, NO_TOKEN, THROTTLED, UNKNOWN, INTERRUPTED = 0, 1, 2, 3, 4, 5, 6, 130

EXIT_CODES = {
    DONE: "done",
    FAILED: "failed",
    USAGE: "wrong usage, or no terminal to ask at",
    FOUND: "done in part, or something was found (health, audit, diff)",
    NO_TOKEN: "the token is missing or was refused",
    THROTTLED: "throttled: try later",
    UNKNOWN: "whether it took effect is unknown: look before you repeat",
    INTERRUPTED: "interrupted",
}
"""What the exit codes say; a promise to scripts."""


class Problem(Exception):
    """What ends a command of ours, with what to do about it."""

    def __init__(
        self, message: str, advice: str = "", *, name: str = "failed", code: int = FAILED
    ) -> None:
        super().__init__(message)
        self.message: str = message
        self.advice: str = advice
        self.name: str = name
        self.code: int = code


class NothingSent(BaseException):
    """Ends a dry run where an answer would be needed; no `except Exception` may take it."""


class Told(NamedTuple):
    """What is told of a failure, as its JSON has it; and the exit code."""

    name: str
    message: str
    advice: str
    exit_code: int
    code: int | None = None
    subcode: int | None = None
    retry_after_s: float | None = None
    trace_id: str | None = None
    operation: str | None = None
    outcome: str = "not_done"
    help_url: str | None = None

    def as_json(self) -> str:
        """Write it as the one object that stands on standard error."""
        shown = self._asdict()
        del shown["exit_code"]
        return json.dumps({"error": shown})

    def as_lines(self) -> list[tuple[str, str, str]]:
        """Write it for people: paragraphs, each with its lead and style."""
        numbers = "/".join(str(n) for n in (self.code, self.subcode) if n is not None)
        known = f" ({numbers}, {self.name})" if numbers else ""
        lines = [("✗ ", f"{self.message}{known}", "red")]
        if self.advice:
            lines.append(("  → ", self.advice, ""))
        if self.retry_after_s is not None:
            lines.append(("  ", f"try again in {span(self.retry_after_s)}", ""))
        if self.help_url:
            lines.append(("  ", f"more at {self.help_url}", "dim"))
        if self.trace_id:
            lines.append(("  ", f"trace {self.trace_id}", "dim"))
        return lines


STOPPED = Told("interrupted", "interrupted", "", INTERRUPTED, outcome="unknown")
"""A run that was stopped from outside, by Ctrl-C or an answer."""


def span(seconds: float) -> str:
    """Write a span of time as people say it, in its two largest units."""
    parts: list[str] = []
    left = round(seconds)
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts[:2]) or "0 s"


def told(error: Exception) -> Told | None:
    """Say what is told of an exception; None of one that is a fault of this program."""
    if isinstance(error, Problem):
        outcome = "unknown" if error.code == INTERRUPTED else "not_done"
        return Told(error.name, error.message, error.advice, error.code, outcome=outcome)
    if isinstance(error, click.ClickException):
        hint = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
        advice = f"{hint} --help" if hint else ""
        return Told("usage", error.format_message(), advice, error.exit_code)
    if isinstance(error, UnicodeDecodeError):
        return Told("usage", f"What was read is no text in UTF-8: {error}", "", USAGE)
    from wabakit import errors  # which only now is needed, or loaded already

    if isinstance(error, errors.WabakitError):
        return _of_library(error)
    if isinstance(error, OSError) and error.errno != EPIPE:  # of which click makes a quiet end
        about = f"{error.filename}: " if error.filename else ""
        return Told("failed", f"{about}{error.strerror or error}", "", FAILED)
    return None


def _of_library(error: Any) -> Told:
    from wabakit import errors
    from wabakit.cli.shared import following

    operation: str | None = getattr(error, "operation", None)
    if isinstance(error, errors.GraphError):
        return _of_graph(error)
    if isinstance(error, errors.OutcomeUnknownError):
        read = f" Read afterwards: {error.read}." if error.read else ""
        message = f"{error.sent}; whether it took effect is unknown.{read}"
        return Told(
            "outcome-unknown", message, error.check, UNKNOWN, operation=operation, outcome="unknown"
        )
    if isinstance(error, errors.InvalidInputError):
        return Told("invalid-input", f"{error.field} {error.value!r}: {error.rule}", "", USAGE)
    name = re.sub("(?<=[a-z])(?=[A-Z])", "-", type(error).__name__.removesuffix("Error")).lower()
    advice = following("doctor") if isinstance(error, errors.ConnectionFailedError) else ""
    return Told(name, str(error), advice, FAILED, operation=operation)


def _of_graph(error: Any) -> Told:
    from wabakit import errors

    kinds = ((errors.AuthenticationError, NO_TOKEN), (errors.RateLimitError, THROTTLED))
    code = next((code for kind, code in kinds if isinstance(error, kind)), FAILED)
    said = [re.sub(r"^\(#\d+\) ", "", error.message), error.details, error.user_message]
    texts = [text.strip(". ") for text in said if text]
    message = ". ".join(dict.fromkeys(texts)) or error.name
    wait = error.retry_after
    return Told(
        error.name,
        message,
        error.advice,
        UNKNOWN if error.outcome == "unknown" else code,
        code=error.code,
        subcode=error.subcode,
        retry_after_s=None if wait is None else wait.total_seconds(),
        trace_id=error.trace_id,
        operation=error.operation,
        outcome=error.outcome,
        help_url=error.help_url,
    )


def refuse(message: str, advice: str = "") -> NoReturn:
    """End a command that is used wrongly.

    Raises:
        Problem: always.
    """
    raise Problem(message, advice, name="usage", code=USAGE)
