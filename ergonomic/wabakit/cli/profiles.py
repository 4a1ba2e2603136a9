"""The file of profiles: how an account is reached, never with a token in it."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from wabakit.cli.problems import refuse
from wabakit.cli.screen import shown_path

MEMBERS = (
    "waba business token_command token_env app_secret_command app_secret_env api_version base_url"
    " alias"
).split()
"""What a profile may hold."""

DEMO: Mapping[str, Any] = {"base_url": "http://127.0.0.1:8791", "token": "wabakit-demo-token"}
"""The profile `demo`, unless the file has one of that name: the emulator where it is by itself."""

_HOW = 'Say how it is had: token_command = "pass show meta/acme"'
_TOKEN = re.compile(r"EAA[A-Za-z0-9]{16,}")
_KINDS: Mapping[type, str] = {str: "text", dict: "table"}
_OTHERS_MAY, _OTHERS_CHANGE = 0o077, 0o022


class ProfileFile:
    """The profiles of a person, in `config.toml` of the folder where their programs keep such."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.default: str | None = None
        """The profile that is used where none is named."""
        self.profiles: dict[str, dict[str, Any]] = {}
        try:
            text = path.read_text("utf-8")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError) as error:
            refuse(f"{shown_path(path)} cannot be read: {error}")
        if self._is_others():
            told = f"{self.shown} names commands that are run, and others may change it"
            refuse(told, f"chmod 600 {self.shown}, once you know what is in it")
        self._take(text)

    def get(self, name: str) -> Mapping[str, Any]:
        """Return a profile.

        Raises:
            Problem: there is none of that name.
        """
        if name not in self.profiles and name != "demo":
            known = ", ".join(sorted({*self.profiles, "demo"}))
            refuse(
                f"There is no profile {name!r}. {self.shown} has: {known}", "wabakit profile init"
            )
        return self.profiles.get(name, DEMO)

    @property
    def shown(self) -> str:
        """Its path, as people write it."""
        return shown_path(self.path)

    def is_open_to_others(self) -> bool:
        """Tell whether others on this machine may read or change the file."""
        return self.path.exists() and bool(self.path.stat().st_mode & _OTHERS_MAY)

    def _is_others(self) -> bool:
        """Tell whether somebody else says what is in it, where files have owners."""
        if not hasattr(os, "geteuid"):
            return False
        status = self.path.stat()
        return bool(status.st_mode & _OTHERS_CHANGE) or status.st_uid not in (0, os.geteuid())

    def save(self) -> None:
        """Write the file anew, for its owner alone; nobody reads half of it.

        Raises:
            Problem: a token was given in place of how it is had.
        """
        text = self._text()
        if _TOKEN.search(text):
            refuse("That is a token, which no profile holds: revoke it, as others saw it", _HOW)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        half = self.path.with_suffix(".new")
        half.touch(mode=0o600)
        half.chmod(0o600)
        half.write_text(text, "utf-8")
        half.replace(self.path)

    def _take(self, text: str) -> None:
        if _TOKEN.search(text):
            refuse(
                f"{self.shown} holds a token, which no profile does: take it out, and revoke it",
                _HOW,
            )
        try:
            held = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            refuse(f"{self.shown}: {error}")
        self.default = self._kind("default", held.get("default"), str, type(None))
        for name, profile in self._kind("profile", held.get("profile", {}), dict).items():
            self._kind(f"profile.{name}", profile, dict)
            unknown = [member for member in profile if member not in MEMBERS]
            if unknown:
                rule = f"a profile has {', '.join(MEMBERS)}; never a token"
                refuse(f"{self.shown}: profile {name!r} has {unknown[0]!r}: {rule}")
            for member, value in profile.items():
                kinds = {"waba": (str, list), "alias": (dict,)}.get(member, (str,))
                self._kind(f"profile.{name}.{member}", value, *kinds)
            self.profiles[name] = profile

    def _kind(self, place: str, value: Any, *kinds: type) -> Any:
        if not isinstance(value, kinds):
            refuse(f"{self.shown}: {place} is {value!r}, and no {_KINDS[kinds[0]]}")
        return value

    def _text(self) -> str:
        lines = [] if self.default is None else [f"default = {_toml(self.default)}"]
        for name, profile in self.profiles.items():
            lines += ["", f"[profile.{_key(name)}]"]
            plain = {key: value for key, value in profile.items() if not isinstance(value, dict)}
            lines += [f"{key} = {_toml(value)}" for key, value in plain.items()]
            if aliases := profile.get("alias"):
                lines.append(f"[profile.{_key(name)}.alias]")
                lines += [f"{_key(key)} = {_toml(value)}" for key, value in aliases.items()]
        return "\n".join(lines).lstrip() + "\n"


def kept_as(name: str) -> str:
    """Return the name of what is kept in a file for a profile, or an address.

    No two names share one, also where a file system makes no difference between a and A.
    """

    def escaped(found: re.Match[str]) -> str:
        return "".join(f"%{byte:02x}" for byte in found[0].encode())

    return re.sub("[^a-z0-9._-]", escaped, name)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _toml(name)


def _toml(value: object) -> str:
    """Write a text or a list of texts; what JSON escapes, TOML escapes alike."""
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, cast('list[object]', value)))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
