"""The client of a run: with what settings say, and with what runs know of each other."""

import logging
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from wabakit.cli.problems import refuse, span
from wabakit.cli.profiles import kept_as
from wabakit.cli.screen import as_json

if TYPE_CHECKING:
    import wabakit
    from wabakit.cli.run import Run
    from wabakit.events import Event

GRAPH = "https://graph.facebook.com"
_LONG = 2.0
"""Seconds of waiting that nobody takes for a fault."""


def client_of(run: "Run", options: Mapping[str, Any]) -> "wabakit.Client":
    """Make a client; that of a dry run prints what it is to send, and needs no token.

    Raises:
        Problem: there is no token.
    """
    import wabakit

    settings = run.settings
    found = {name: settings.find(name) for name in ("api_version", "base_url")}
    said: dict[str, Any] = {"on_event": partial(_hear, run), **options}
    if run.is_dry:
        import httpx

        from wabakit.cli.dry_run import Printing

        said |= {"token": "dry-run", "http_client": httpx.Client(transport=Printing(run.out))}
    else:
        found |= {"token": settings.token, "app_secret": settings.app_secret}
        said["memory"] = run.memory
    said |= {name: one.value for name, one in found.items() if one}
    try:
        client = wabakit.Client(**said)
    except wabakit.InvalidInputError as error:
        if (wrong := found.get(error.field)) is None:
            raise
        refuse(f"{wrong.source}: {error.field} {error.value!r}: {error.rule}")
    if not run.is_dry:
        _say_where(run, said.get("base_url", GRAPH))
    return client


def _hear(run: "Run", event: "Event") -> None:
    """Say that a call has to wait, and why; to programs that a number has come a step further."""
    from wabakit._made.errors import ERRORS
    from wabakit.events import OnboardingStepTaken, Repeated, Waited

    if isinstance(event, OnboardingStepTaken) and run.form == "jsonl":
        run.out.write(as_json(event.to_dict()) + "\n")
    if not isinstance(event, Repeated | Waited) or event.seconds <= _LONG:
        return
    why = "The account is at its limit"
    if isinstance(event, Repeated):
        entry = ERRORS.get((event.code or -1, None))
        why = entry.meaning.rstrip(".") if entry else f"{event.operation} failed"
    if run.form not in ("json", "jsonl"):  # whose standard error is one object
        run.err.paragraph(("! ", "yellow"), f"{why}: waiting {span(event.seconds)}")


@contextmanager
def logged(level: str | None) -> Generator[None]:
    """Show the log on standard error meanwhile, if that was asked for."""
    if level not in ("info", "debug"):
        yield
        return
    from wabakit._logs import to_stderr

    logger, handler = logging.getLogger("wabakit"), to_stderr()
    logger.setLevel(level.upper())
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)


def memory_of(run: "Run") -> "wabakit.FileMemory | None":
    """Return what runs know of each other, by profile or address; None where no file can be had."""
    from platformdirs import user_state_path

    import wabakit

    base = run.settings.find("base_url")
    of = run.settings.profile_name or (base.value if base else GRAPH)
    folder = user_state_path("wabakit")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return wabakit.FileMemory(folder / f"{kept_as(of)}.memory")
    except (OSError, wabakit.InvalidInputError) as error:
        run.tell((f"! Registrations cannot be counted between runs: {error}", "yellow"))
        return None


def _say_where(run: "Run", base_url: str) -> None:
    """Say once where calls go, if that is not where they usually do."""
    name = run.settings.profile_name
    parts = [name] if name and name != run.settings.file.default else []
    parts += [base_url] if base_url != GRAPH else []
    if parts and run.form not in ("json", "jsonl"):  # whose standard error is one object
        run.tell((" · ".join(parts), "dim"))
