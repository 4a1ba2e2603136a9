"""What a client is told once: token, host, version, patience."""

import hashlib
import hmac
import os
import platform
import re
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import urlsplit

import attrs

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


def _user_agent() -> str:
    try:
        own = version("wabakit")
    except PackageNotFoundError:  # run from a source tree that was not installed
        own = "0"
    return f"wabakit/{own} python/{platform.python_version()}"


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
        for name, secret in (("token", self.token), ("app_secret", self.app_secret)):
            if secret is not None and not re.fullmatch("[!-~]+", secret):
                raise InvalidInputError(name, MASK, "text of printable characters without spaces")
        if not re.fullmatch(r"v[0-9]{1,3}\.[0-9]{1,2}", str(self.api_version)):
            raise InvalidInputError("api_version", self.api_version, "text such as 'v23.0'")
        _check_base_url(self.base_url)
        retry: Any = self.retry
        if not isinstance(retry, Retry):
            raise InvalidInputError("retry", retry, "a wabakit.Retry")

    @property
    def server(self) -> str:
        """The server of the contract, with its version variable filled in."""
        return f"{self.base_url.rstrip('/')}/{self.api_version}"

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """The headers of every call."""
        return {"Authorization": Secret(f"Bearer {self.token}"), "User-Agent": _user_agent()}

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


def _check_base_url(value: object) -> None:
    rule = "https://host, or http://host where the host is this machine; no user, query or fragment"
    try:
        url = urlsplit(value if isinstance(value, str) else "")
        host, _port = url.hostname or "", url.port
    except ValueError:
        raise InvalidInputError("base_url", MASK, rule) from None
    safe = url.scheme == "https" or (url.scheme == "http" and is_loopback(host))
    if not host or not safe or "@" in url.netloc or url.query or url.fragment:
        raise InvalidInputError("base_url", MASK if "@" in url.netloc else value, rule)


def changed(options: Options, **changes: Any) -> Options:
    """Return options with those changes that are not None."""
    return attrs.evolve(options, **{n: value for n, value in changes.items() if value is not None})


def from_environment() -> dict[str, Any]:
    """Return the arguments of `Client` that the environment holds, secrets hidden.

    Raises:
        InvalidInputError: there is no token, or two names of one setting hold different values.
    """
    found: dict[str, Any] = {}
    for argument, names in ENVIRONMENT.items():
        held = {name: hidden(os.environ[name]) for name in names if os.environ.get(name)}
        if len(set(held.values())) > 1:
            rule = f"they differ, and each means {argument}: unset all but one"
            raise InvalidInputError(" and ".join(held), MASK, rule)
        if held:
            value = next(iter(held.values()))
            found[argument] = value if argument in ("token", "app_secret") else str(value)
    if "token" not in found:
        raise InvalidInputError("token", None, f"set one of {', '.join(ENVIRONMENT['token'])}")
    return found
