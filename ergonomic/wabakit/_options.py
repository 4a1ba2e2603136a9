"""What a client is told once: token, host, version, patience."""

import hashlib
import hmac
import os
import platform
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast, final
from urllib.parse import urlsplit

import attrs

from wabakit._about import own_version
from wabakit._input import hidden
from wabakit._network import is_loopback
from wabakit._retry import Retry
from wabakit._secret import MASK, Secret
from wabakit._timeout import Timeout
from wabakit.errors import InvalidInputError

ENVIRONMENT = {
    "token": ("WHATSAPP_ACCESS_TOKEN", "WHATSAPP_TOKEN", "CLOUD_API_ACCESS_TOKEN"),
    "app_secret": ("WHATSAPP_APP_SECRET", "M4D_APP_SECRET"),
    "api_version": ("WHATSAPP_API_VERSION", "CLOUD_API_VERSION"),
    "base_url": ("WHATSAPP_BASE_URL", "WA_BASE_URL"),
}
"""Argument of `Client` -> environment variables that `Client.from_env()` reads, in order."""

_VERSION = r"v[0-9]{1,3}\.[0-9]{1,2}"


@attrs.frozen
class Options:
    """Checked settings of a client; every client and its copies hold one."""

    token: Secret
    app_secret: Secret | None
    api_version: str
    base_url: str
    timeout: Timeout
    retry: Retry
    registration_guard: bool = True
    """Whether the eleventh register or deregister call in 72 hours is refused here."""

    def __attrs_post_init__(self) -> None:
        _check_secret("token", self.token)
        if self.app_secret is not None:
            _check_secret("app_secret", self.app_secret)
        _check_version("api_version", self.api_version)
        _check_base_url("base_url", self.base_url)
        if not isinstance(cast(object, self.retry), Retry):
            raise InvalidInputError("retry", self.retry, "a wabakit.Retry")
        if not isinstance(cast(object, self.registration_guard), bool):
            raise InvalidInputError("registration_guard", self.registration_guard, "True or False")

    @property
    def server(self) -> str:
        """The server of the contract, with its version variable filled in."""
        return f"{self.base_url.rstrip('/')}/{self.api_version}"

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """The headers of every call."""
        return {
            "Authorization": Secret(f"Bearer {self.token}"),
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": f"wabakit/{own_version()} python/{platform.python_version()}",
        }

    @cached_property
    def proof(self) -> Secret | None:
        """`appsecret_proof`: shows Meta that the caller also knows the app secret."""
        if self.app_secret is None:
            return None
        digest = hmac.new(self.app_secret.encode(), self.token.encode(), hashlib.sha256)
        return Secret(digest.hexdigest())

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Everything here that must not be shown."""
        return tuple(secret for secret in (self.token, self.app_secret, self.proof) if secret)


def _check_secret(name: str, value: object) -> None:
    if fault := _fault_in(value):
        raise InvalidInputError(name, MASK, fault)


def _fault_in(secret: object) -> str | None:
    """Say what is wrong with a token or an app secret, without showing it."""
    if not isinstance(secret, str):  # its type, which is all that `hidden` keeps of it
        none = secret is type(None)
        return "it is None: is what it is read from set?" if none else "it is not text"
    if not secret:
        return "it is empty"
    if re.match(r"bearer\s", secret, re.IGNORECASE):
        return "it begins with 'Bearer', which wabakit puts before it"
    if "\n" in secret or "\r" in secret:
        return "there is a line break in it, such as the last of a file: strip it"
    if not re.fullmatch("[!-~]+", secret):
        return "there is a space in it, or a character that no token has"
    return None


def _check_version(name: str, value: object) -> None:
    if not re.fullmatch(_VERSION, str(value)):
        raise InvalidInputError(name, value, "text such as 'v23.0'")


def _check_base_url(name: str, value: object) -> None:
    rule = "https://host, or http://host where the host is this machine; no user, query or fragment"
    try:
        url = urlsplit(value if isinstance(value, str) else "")
        host, _port = url.hostname or "", url.port
    except ValueError:
        raise InvalidInputError(name, MASK, rule) from None
    safe = url.scheme == "https" or (url.scheme == "http" and is_loopback(host))
    if not host or not safe or "@" in url.netloc or url.query or url.fragment:
        raise InvalidInputError(name, MASK if "@" in url.netloc else value, rule)
    version = url.path.rstrip("/").rpartition("/")[2]
    if re.fullmatch(_VERSION, version):
        rule = f"without the version, which api_version= gives: api_version={version!r}"
        raise InvalidInputError(name, value, rule)


_CHECKS = {
    "token": _check_secret,
    "app_secret": _check_secret,
    "api_version": _check_version,
    "base_url": _check_base_url,
}


@final
class NotGiven:
    """Stands for an option that was not named, where None means something of its own."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()


def changed(options: Options, **changes: Any) -> Options:
    """Return options with those changes that were given."""
    given = {name: value for name, value in changes.items() if not isinstance(value, NotGiven)}
    return attrs.evolve(options, **given)


def from_environment() -> dict[str, Any]:
    """Return the arguments of `Client` that the environment holds, secrets hidden.

    Raises:
        InvalidInputError: there is no token, two names of one setting hold different values, or a
            value is not usable; `field` names the variables.
    """
    found: dict[str, Any] = {}
    for argument, names in ENVIRONMENT.items():
        held = {name: hidden(os.environ[name]) for name in names if os.environ.get(name)}
        if len(set(held.values())) > 1:
            rule = f"they differ, and each means {argument}: unset all but one"
            raise InvalidInputError(" and ".join(held), MASK, rule)
        if held:
            name, value = next(iter(held.items()))
            found[argument] = value if argument in ("token", "app_secret") else str(value)
            _CHECKS[argument](name, found[argument])
    if "token" not in found:
        empty = " and ".join(name for name in ENVIRONMENT["token"] if name in os.environ)
        rule = f"set one of {', '.join(ENVIRONMENT['token'])}"
        raise InvalidInputError("token", None, f"empty: {empty}; {rule}" if empty else rule)
    return found
