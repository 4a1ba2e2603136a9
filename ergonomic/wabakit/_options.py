"""What a client is told once: token, host, version, patience."""

import os
import platform
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from inspect import isawaitable, iscoroutinefunction
from typing import TYPE_CHECKING, Any, TypeGuard
from urllib.parse import urlsplit

import attrs
from attrs.validators import optional

from wabakit._about import VERSION
from wabakit._secret import MASK, Secret, hidden
from wabakit.errors import InvalidInputError

if TYPE_CHECKING:
    from wabakit.events import Listener

ENVIRONMENT = {
    "token": ("WHATSAPP_ACCESS_TOKEN", "WHATSAPP_TOKEN", "CLOUD_API_ACCESS_TOKEN"),
    "app_secret": ("WHATSAPP_APP_SECRET", "M4D_APP_SECRET"),
    "api_version": ("WHATSAPP_API_VERSION", "CLOUD_API_VERSION"),
    "base_url": ("WHATSAPP_BASE_URL", "WA_BASE_URL"),
}
"""Argument of `Client` -> environment variables that `Client.from_env()` reads, in order."""

_LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
_VERSION = r"v[0-9]{1,3}\.[0-9]{1,2}"
_WRONG_IN_SECRETS = {
    r"\A\Z": "it is empty",
    r"\A(?i:bearer)(\s|\Z)": "it begins with 'Bearer', which wabakit puts before it",
    r"[\r\n]": "there is a line break in it, such as the last of a file: strip it",
    r"[^!-~]": "there is a space in it, or a character that no token has",
}
"""What is found in a token or an app secret -> what is said of it."""
_LONGEST = 1_000_000_000
"""Seconds; sockets overflow beyond some 9 times as many."""

Fault = Callable[[Any], str | None]
"""Says what is wrong with a value, if anything is."""


def _only(rule: str, good: Callable[[Any], object]) -> Fault:
    return lambda value: None if good(value) else rule


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    return bool(_LOOPBACK.fullmatch(host))


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_span(value: object) -> TypeGuard[float]:
    return _is_number(value) and 0 < value <= _LONGEST


def is_plain_function(value: object) -> bool:
    """Tell whether a value can be called, and says at once what it has to say."""
    return callable(value) and not any(map(iscoroutinefunction, (value, type(value).__call__)))


def fault_in_secret(secret: object) -> str | None:
    """Say what is wrong with a token or an app secret, without showing it."""
    if secret is None:
        return "it is None: is what it is read from set?"
    if not isinstance(secret, str):  # its type, which is all that `hidden` keeps of it
        return "it is not text"
    return next((rule for form, rule in _WRONG_IN_SECRETS.items() if re.search(form, secret)), None)


def is_provider(token: object) -> bool:
    """Tell whether a token is what gives one, when it is needed."""
    return callable(token) and not isinstance(token, type)  # which `hidden` leaves of other things


def told(provider: Any) -> Any:
    """Return what a provider gives."""
    return provider()


async def async_told(provider: Any) -> Any:
    """Return what a provider gives, at once or as something to wait for."""
    given = provider()
    return await given if isawaitable(given) else given


def _fault_in_base_url(value: object) -> str | None:
    rule = "https://host, or http://host where the host is this machine; no user, query or fragment"
    try:
        url = urlsplit(value if isinstance(value, str) and value.isprintable() else "")
        host, _port = url.hostname or "", url.port
    except ValueError:
        return rule
    safe = url.scheme == "https" or (url.scheme == "http" and is_loopback(host))
    if not host or not safe or "@" in url.netloc or url.query or url.fragment:
        return rule
    version = url.path.rstrip("/").rpartition("/")[2]
    if re.fullmatch(_VERSION, version):
        return f"without the version, which api_version= gives: api_version={version!r}"
    return None


_SPAN = f"a number of seconds above 0, at most {_LONGEST:,}"
_FAULTS: Mapping[str, Fault] = {
    "token": lambda value: None if is_provider(value) else fault_in_secret(value),
    "app_secret": fault_in_secret,
    "api_version": _only("text such as 'v23.0'", lambda v: re.fullmatch(_VERSION, str(v))),
    "base_url": _fault_in_base_url,
    "timeout": _only(_SPAN, lambda v: isinstance(v, Timeout)),
    **dict.fromkeys(("connect", "read", "total"), _only(_SPAN, _is_span)),
    "retry": _only("a wabakit.Retry", lambda v: isinstance(v, Retry)),
    "attempts": _only("a whole number from 1", lambda v: type(v) is int and v >= 1),
    "patience": _only("a number of seconds from 0", lambda v: _is_number(v) and v >= 0),
    "registration_guard": _only("True or False", lambda v: isinstance(v, bool)),
    "on_event": _only("a plain function of one event, no coroutine", is_plain_function),
}


def _check(argument: str, value: object, name: str = "") -> None:
    if rule := _FAULTS[argument](value):
        hides = argument in ("token", "app_secret") or "@" in str(value)
        raise InvalidInputError(name or argument, MASK if hides else value, rule)


def _checked(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    _check(attribute.name, value)


@attrs.frozen(kw_only=True)
class Timeout:
    """How long a call may take, in seconds.

    Raises:
        InvalidInputError: a span is no number above 0.
    """

    connect: float = attrs.field(default=30.0, validator=_checked)
    """Longest wait for a connection."""
    read: float = attrs.field(default=30.0, validator=_checked)
    """Longest wait for each piece that is sent or received."""
    total: float | None = attrs.field(default=None, validator=optional(_checked))
    """Longest time that one call of a method may take, with its repeats and the waits between them;
    walking a list, each page may take as long. None sets no limit.

    With an `http_client` of yours it is looked at between the pieces of an answer, so that one
    `read` may be added to it.
    """


def _to_timeout(value: float | Timeout) -> Any:
    """Return a plain number of seconds as what it means: the limit of each step."""
    return Timeout(connect=value, read=value) if _is_span(value) else value


@attrs.frozen
class Retry:
    """How often a call may be sent, and how long one wait between two sends may be."""

    attempts: int = attrs.field(default=3, validator=_checked)
    """Sends in all; 1 means that nothing is repeated."""
    patience: float = attrs.field(default=60.0, validator=_checked)
    """Longest single wait, in seconds. What would take longer is raised at once."""


@attrs.frozen(eq=False, repr=False)
class Options:
    """Checked settings of a client; every client and its copies hold one."""

    token: str | Callable[[], Any] = attrs.field(validator=_checked)
    """The token, or what gives it when it is needed."""
    app_secret: str | None = attrs.field(validator=optional(_checked))
    api_version: str = attrs.field(validator=_checked)
    base_url: str = attrs.field(validator=_checked)
    timeout: Timeout = attrs.field(converter=_to_timeout, validator=_checked)
    retry: Retry = attrs.field(validator=_checked)
    registration_guard: bool = attrs.field(default=True, validator=_checked)
    """Whether the eleventh register or deregister call in 72 hours is refused here."""
    on_event: "Listener | None" = attrs.field(default=None, validator=optional(_checked))
    """Who is told of calls while they are made."""

    @cached_property
    def server(self) -> str:
        """The server of the contract, with its version variable filled in."""
        return f"{self.base_url.rstrip('/')}/{self.api_version}"

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """The headers of every call."""
        return {
            "Authorization": Secret(f"Bearer {self.token}"),
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": f"wabakit/{VERSION} python/{platform.python_version()}",
        }

    @cached_property
    def proof(self) -> Secret | None:
        """`appsecret_proof`: shows Meta that the caller also knows the app secret."""
        if self.app_secret is None:
            return None
        import hashlib  # which loads OpenSSL
        import hmac

        digest = hmac.new(self.app_secret.encode(), str(self.token).encode(), hashlib.sha256)
        return Secret(digest.hexdigest())

    @cached_property
    def secrets(self) -> tuple[Secret, ...]:
        """Everything here that must not be shown."""
        return tuple(Secret(s) for s in (str(self.token), self.app_secret, self.proof) if s)


def app_token(app_id: str, app_secret: str | None) -> Secret:
    """Return the token of an app, which is made of its id and its secret.

    Raises:
        InvalidInputError: there is no secret, or none that can be one.
    """
    _check("app_secret", app_secret)
    return Secret(f"{app_id}|{app_secret}")


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
        for name, value in held.items():
            found[argument] = value if argument in ("token", "app_secret") else str(value)
            _check(argument, found[argument], name)
    if "token" not in found:
        empty = " and ".join(name for name in ENVIRONMENT["token"] if name in os.environ)
        rule = f"set one of {', '.join(ENVIRONMENT['token'])}"
        raise InvalidInputError("token", None, f"empty: {empty}; {rule}" if empty else rule)
    return found
