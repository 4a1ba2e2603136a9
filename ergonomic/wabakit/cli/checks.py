"""What `wabakit doctor` looks at, one thing after the other."""

import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, NamedTuple

from wabakit._about import VERSION
from wabakit.cli.connecting import GRAPH
from wabakit.cli.problems import Problem, span
from wabakit.cli.reach import MANAGE, named_ids, targets
from wabakit.cli.run import Run
from wabakit.cli.shared import following

if TYPE_CHECKING:
    import wabakit

GOOD, HINT, BAD = "good", "hint", "bad"
SCOPES = {
    MANAGE: "reading and changing numbers",
    "whatsapp_business_messaging": "registering numbers",
}
"""What is done with which permission; Graph decides, so what lacks is a hint."""
_SKEW = timedelta(seconds=60)
"""How far a clock may be off before it matters."""
_SOON = timedelta(days=14)
_PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


class Check(NamedTuple):
    """What was looked at, and what was found."""

    state: str
    """`good`, `hint` for what may matter, or `bad` for what does."""
    about: str
    found: str
    advice: str = ""


class Doctor:
    """Looks at all that a call needs; a few reads are all that is sent."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def checks(self) -> Iterator[Check]:
        """Yield what is found; what follows from a failure is left out."""
        yield self._software()
        yield from self._profile()
        yield from self._surroundings()
        yield from self._where()
        try:
            token = self._run.settings.token
        except Problem as error:
            yield Check(BAD, "token", error.message, "set one of these, or: wabakit profile init")
            return
        yield Check(GOOD, "token", f"of {token.source}, ends in {token.ending}")
        yield from self._with_token()

    def _software(self) -> Check:
        try:
            httpx = version("httpx")
        except PackageNotFoundError:
            httpx = "none"
        python = platform.python_version()
        return Check(GOOD, "software", f"wabakit {VERSION} · Python {python} · httpx {httpx}")

    def _profile(self) -> Iterator[Check]:
        file, name = self._run.settings.file, self._run.settings.profile_name
        if not file.path.exists():
            yield Check(GOOD, "profile", f"{name or 'none'} ({file.shown} is not there)")
            return
        yield Check(GOOD, "profile", f"{name or 'none in use'} of {file.shown}")
        if file.is_open_to_others():
            mode = file.path.stat().st_mode & 0o777
            advice = f"chmod 600 {file.shown}"
            yield Check(HINT, "profile", f"others may read or change it (mode {mode:o})", advice)

    def _surroundings(self) -> Iterator[Check]:
        for name in _PROXIES:
            if value := os.environ.get(name):
                host = value.rpartition("@")[2]  # before it stand a name and a password
                yield Check(GOOD, "proxy", f"calls go through {host} ({name})")
                break
        for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
            if value := os.environ.get(name):
                there = os.path.exists(value)  # noqa: PTH110 - as OpenSSL looks
                found = f"{value} ({name})" + ("" if there else ", which is not there")
                advice = "" if there else f"unset {name}, or have it name certificates"
                yield Check(GOOD if there else BAD, "trust", found, advice)

    def _where(self) -> Iterator[Check]:
        from wabakit._made.versions import GRAPH_VERSION, GRAPH_VERSIONS, NOTICE, VERSION_EXPIRY

        base = self._run.settings.find("base_url")
        if base is not None:
            about = (GOOD, "") if base.value == GRAPH else (HINT, ", not Meta's")
            yield Check(about[0], "where", f"{base.value}{about[1]} ({base.source})")
        found = self._run.settings.find("api_version")
        used = found.value if found else GRAPH_VERSION
        source = f" ({found.source})" if found else ""
        ends, today = VERSION_EXPIRY.get(used), self._run.now().date()
        newest = GRAPH_VERSIONS[-1]
        if ends is None:
            yield Check(GOOD, "version", f"Graph {used}{source}")
        elif ends < today:
            found_so = f"Graph {used}{source} ended on {ends}: another one answers"
            yield Check(BAD, "version", found_so, f"--api-version {newest}")
        else:
            soon = ends - today <= NOTICE
            advice = f"--api-version {newest}" if soon else ""
            yield Check(
                HINT if soon else GOOD, "version", f"Graph {used}{source}, until {ends}", advice
            )

    def _with_token(self) -> Iterator[Check]:
        import wabakit

        try:
            info = self._run.client.token_info()
        except wabakit.ConnectionFailedError as error:
            yield self._unreachable(error)
            return
        except wabakit.GraphError as error:
            yield from self._clock(error.response)
            yield Check(BAD, "token", error.message, error.advice)
            return
        except wabakit.WabakitError as error:
            yield Check(BAD, "where", str(error))
            return
        yield from self._clock(info.response)
        yield from self._token(info)
        if info.is_valid is not False:
            yield from self._accounts(info)

    def _unreachable(self, error: "wabakit.ConnectionFailedError") -> Check:
        told = f"{error} {error.__cause__ or ''}".lower()
        if "certificate" in told:
            advice = "have SSL_CERT_FILE name the certificates of your network, if it looks inside"
            return Check(BAD, "trust", f"The certificate was refused: {error}", advice)
        proxy = next((name for name in _PROXIES if os.environ.get(name)), None)
        advice = f"is {proxy} right?" if proxy else "is there a way to the internet, or a proxy?"
        if self._run.settings.is_demo:
            advice = "wabakit emulator start --demo"
        return Check(BAD, "network", str(error), advice)

    def _clock(self, response: Any) -> Iterator[Check]:
        from email.utils import parsedate_to_datetime

        date = response.headers.get("date") if response else None
        try:
            theirs = parsedate_to_datetime(date) if date else None
        except ValueError:
            theirs = None
        if theirs is None:
            return
        off = self._run.now() - theirs
        if abs(off) > _SKEW:
            way = "ahead of" if off > timedelta() else "behind"
            found = f"this machine is {span(abs(off).total_seconds())} {way} Graph"
            yield Check(HINT, "clock", found, "set the clock: limits and codes are counted by it")
        else:
            yield Check(GOOD, "clock", "as Graph's")

    def _token(self, info: "wabakit.TokenInfo") -> Iterator[Check]:
        if info.is_valid is False:
            said = info.error.message if info.error and info.error.message else "it is not valid"
            advice = "make a new one; one of a system user need not end"
            yield Check(BAD, "token", f"Graph refuses it: {said}", advice)
            return
        kind = f"{info.type or 'token'} of app {info.application or ''} {info.app_id or ''}".strip()
        yield Check(GOOD, "app", " ".join(kind.split()))
        ends: datetime | None = info.expires_at
        if ends is not None:
            soon = ends - self._run.now() < _SOON
            yield Check(HINT if soon else GOOD, "expiry", f"the token ends on {ends:%Y-%m-%d}")
        lacking = [scope for scope in SCOPES if scope not in (info.scopes or SCOPES)]
        for scope in lacking:
            found = f"{scope} is not among the token's, for {SCOPES[scope]}"
            yield Check(HINT, "scope", found, "if Graph refuses that: have it granted")
        if not lacking:
            yield Check(GOOD, "scope", ", ".join(info.scopes or ()) or "not told")

    def _accounts(self, info: "wabakit.TokenInfo") -> Iterator[Check]:
        named = self._run.settings.find("waba")
        if named is None and self._run.settings.is_demo:
            for waba_id in named_ids(self._run):
                yield from self._account(waba_id, "the emulator's", info)
            return
        if named is None:
            advice = "add --waba ID, set WHATSAPP_BUSINESS_ACCOUNT_ID, or: "
            yield Check(HINT, "account", "none is named", advice + following("accounts"))
            return
        for waba_id in [named.value] if isinstance(named.value, str) else named.value:
            yield from self._account(waba_id, named.source, info)

    def _account(self, waba_id: str, source: str, info: "wabakit.TokenInfo") -> Iterator[Check]:
        import wabakit

        try:
            account = self._run.client.account(waba_id)
            name = account.get(fields=[wabakit.WhatsAppBusinessAccount.name]).name
        except wabakit.WabakitError as error:
            limited = targets(info, MANAGE)
            kind = self._kind_of(waba_id)
            foreign = "the token is limited to others" if limited and waba_id not in limited else ""
            found = f"{waba_id} ({source}): {kind or foreign or error}"
            yield Check(BAD, "account", found, f"in reach: {following('accounts', but='waba')}")
            return
        yield Check(GOOD, "account", f"{waba_id} {name or ''} ({source})")
        try:
            apps = account.subscribed_apps()
        except wabakit.WabakitError as error:
            yield Check(HINT, "webhooks", f"whether the app is subscribed is not told: {error}")
            return
        ids = [
            str(app.whatsapp_business_api_data.id) for app in apps if app.whatsapp_business_api_data
        ]
        if info.app_id in ids:
            yield Check(GOOD, "webhooks", "the app is subscribed to the account")
        else:
            found = "the app is not subscribed to the account: it gets no webhooks of it"
            yield Check(HINT, "webhooks", found, following(f"subscribe {waba_id}"))

    def _kind_of(self, object_id: str) -> str:
        """Say what an id is of, if not of an account."""
        import wabakit

        client, fields = self._run.client, [wabakit.PhoneNumber.status]
        with suppress(wabakit.WabakitError):
            client.number(object_id).get(fields=fields)
            return "that is the id of a phone number, not of an account"
        with suppress(wabakit.WabakitError):
            client.business(object_id).get()
            return "that is the id of a business portfolio, not of an account"
        return ""
