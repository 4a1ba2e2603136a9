"""What a command was told: by options, the environment, a file of it, a profile; in that order.

A profile that is named by `--profile` counts as an option, so that an environment that is left over
cannot lead a command elsewhere.
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from wabakit._options import ENVIRONMENT
from wabakit._secret import Secret, hidden
from wabakit.cli.problems import NO_TOKEN, Problem, refuse
from wabakit.cli.profiles import ProfileFile
from wabakit.cli.shared import following

NAMES: Mapping[str, tuple[str, ...]] = {
    **ENVIRONMENT,
    "waba": ("WHATSAPP_BUSINESS_ACCOUNT_ID", "WA_BUSINESS_ACCOUNT_ID", "WABA_ID"),
}
"""Setting -> environment variables that hold it, in order."""
_SECRETS = ("token", "app_secret")
_PATIENCE = 60.0
"""Seconds that a command may take which gives a secret: somebody may have to unlock a vault."""


@attrs.frozen
class Found:
    """A setting, and where it was found."""

    value: Any
    source: str
    place: str
    """The kind of place: `option`, `profile`, `environment` or `file`."""

    @property
    def ending(self) -> str:
        """The end of a secret, by which its owner knows it; nothing of a short one."""
        return f"…{str(self.value)[-4:]}" if len(self.value) > 12 else "…"


class Settings:
    """Looks settings up; nothing is read before it is asked for."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self.missed: list[str] = []
        """Where a token was looked for in vain."""

    @cached_property
    def file(self) -> ProfileFile:
        """The file of profiles."""
        from platformdirs import user_config_path

        return ProfileFile(user_config_path("wabakit") / "config.toml")

    @cached_property
    def profile_name(self) -> str | None:
        """The profile in use."""
        name: str | None = self._given.get("profile") or self.file.default
        return name

    @cached_property
    def profile(self) -> Mapping[str, Any]:
        """What the profile in use holds."""
        return self.file.get(self.profile_name) if self.profile_name else {}

    @property
    def is_demo(self) -> bool:
        """Whether the emulator is spoken with, where it is by itself."""
        return self.profile_name == "demo" and "demo" not in self.file.profiles

    def find(self, name: str) -> Found | None:
        """Look a setting up.

        Raises:
            Problem: two variables of one setting hold different values; or the profile or the
                file of variables is not usable.
        """
        return next(self._found(name), None)

    @cached_property
    def token(self) -> Found:
        """The access token.

        Raises:
            Problem: there is none; says where it was looked for.
        """
        if found := self.find("token"):
            return found
        *others, last = self.missed
        looked = f"{', '.join(others)}, and {last}" if others else last
        message = f"No token. Looked at: {looked}."
        raise Problem(message, following("doctor"), name="no-token", code=NO_TOKEN)

    @property
    def app_secret(self) -> Found | None:
        """The app secret, from where the token came from: another app's would have it refused."""
        place = self.token.place
        return next((found for found in self._found("app_secret") if found.place == place), None)

    def _found(self, name: str) -> Iterator[Found]:
        is_named = bool(self._given.get("profile"))
        if (given := self._given.get(name)) is not None:
            yield Found(given, f"--{name.replace('_', '-')}", "option")
        if is_named:
            yield from self._of_profile(name)
        yield from self._of_variables(name, os.environ, "environment", "")
        if path := self._given.get("env_file"):
            yield from self._of_variables(name, self._variables, "file", f" of {path}")
        if not is_named:
            yield from self._of_profile(name)

    def _of_variables(
        self, name: str, held: Mapping[str, str], place: str, where: str
    ) -> Iterator[Found]:
        names = NAMES.get(name, ())
        full = [variable for variable in names if held.get(variable)]
        if len({held[variable] for variable in full}) > 1:
            refuse(f"{' and '.join(full)}{where} differ, and mean the same: unset all but one")
        if full:
            value = held[full[0]]
            value = hidden(value) if name in _SECRETS else value
            yield Found(value, f"{full[0]}{where}", place)
        elif name == "token":
            told = (n + (" (empty)" if n in held else "") for n in names)
            self.missed.append(", ".join(told) + where)

    def _of_profile(self, name: str) -> Iterator[Found]:
        source = f'profile "{self.profile_name}"'
        if name not in _SECRETS:
            if value := self.profile.get(name):
                yield Found(value, source, "profile")
            return
        secret, how = self._secret_of_profile(name)
        if secret:
            yield Found(secret, f"{source} ({how})", "profile")
        elif name == "token":
            self.missed.append(f"{source} ({how})" if self.profile_name else "no profile is set")
        elif how:
            refuse(f"{source}: {how}")

    def _secret_of_profile(self, name: str) -> tuple[Secret | None, str]:
        """Return a secret that the profile says how to get, and how; or why there is none."""
        if variable := self.profile.get(f"{name}_env"):
            value = os.environ.get(variable)
            return (hidden(value), variable) if value else (None, f"{variable}, which is not set")
        if command := self.profile.get(f"{name}_command"):
            secret, why = secret_of(command)
            return secret, f'{name}_command "{command}"{why}'
        if value := self.profile.get(name):  # of the emulator alone, whose token is nobody's
            return hidden(value), "the emulator's"
        return None, "has no token_command" if name == "token" else ""

    @cached_property
    def _variables(self) -> dict[str, str]:
        path = Path(self._given["env_file"])
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            refuse(f"--env-file {path} cannot be read: {error}")
        held: dict[str, str] = {}
        for line in lines:
            name, mark, value = line.strip().removeprefix("export ").partition("=")
            if not mark or name.startswith("#"):
                continue
            try:
                held[name.strip()] = "".join(shlex.split(value, comments=True))
            except ValueError as error:
                refuse(f"--env-file {path}: {name.strip()}: {error}")
        return held


def secret_of(command: str) -> tuple[Secret | None, str]:
    """Run a command that prints a secret; return that, or why there is none.

    It may ask at a terminal; other standard input is ours, and may hold a PIN.
    """
    stdin = None if sys.stdin.isatty() else subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
            shlex.split(command),
            stdin=stdin,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None, f" did not end within {_PATIENCE:.0f} s"
    except (OSError, ValueError) as error:
        return None, f" cannot be run: {getattr(error, 'strerror', None) or error}"
    if done.returncode:
        said = done.stderr.strip().splitlines()
        return None, f" left with {done.returncode}" + (f": {said[-1]}" if said else "")
    lines = done.stdout.strip().splitlines()
    if len(lines) != 1:
        return None, f" printed {f'{len(lines)} lines' if lines else 'nothing'}"
    return hidden(lines[0]), ""
