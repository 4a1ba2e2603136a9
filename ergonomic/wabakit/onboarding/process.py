"""Bringing a number to CONNECTED from wherever it is: look, take the next step, and again."""

from wabakit._flow import perform
from wabakit._json import JsonObject
from wabakit._made import operations as graph
from wabakit._made.chart import READS, START
from wabakit._made.nodes import PhoneNumber, PhoneNumberCreateResponse, SubscribedApp, TokenInfo
from wabakit._settle import add, find_number, may_be_done, write
from wabakit._telephone import one_form
from wabakit._tokens import inspect
from wabakit._views import select_fields
from wabakit.errors import (
    AlreadyExistsError,
    ConnectionFailedError,
    GraphError,
    InvalidInputError,
    NotFoundError,
    OutcomeUnknownError,
    UnexpectedAnswerError,
    WabakitError,
)
from wabakit.onboarding.asking import Ask, Process
from wabakit.onboarding.progress import Progress
from wabakit.onboarding.record import Onboarding
from wabakit.onboarding.wanted import check_code, check_pin
from wabakit.onboarding.way import after, is_goal, meaning, next_step, place_of

_RETURNED = (GraphError, ConnectionFailedError, OutcomeUnknownError, UnexpectedAnswerError)
"""What may come of a call; all else is a mistake of the caller, and raised."""
_NO_ACCOUNT = "A number does not tell its account: give waba_id=, or use account.onboard(...)."
_READS = (*READS, "display_phone_number")


def onboard(known: Progress) -> Process[Onboarding]:
    """Take step after step until the number is connected, or something outside has to happen."""
    ended = None
    while ended is None:
        call = ""
        try:
            yield from _look(known)
            call = _next_call(known)
            ended = (yield from _take(known, call)) if call else _arrive(known)
        except _RETURNED as error:
            failure = error
        else:
            continue
        ended = yield from _meet(known, call, failure)
    return ended


def _look(known: Progress) -> Process[None]:
    """Read where the number is, unless that is known.

    Raises:
        InvalidInputError: it is another one than `since` was of.
    """
    if known.place is not None:
        return
    wanted, found = known.wanted, JsonObject()
    if known.number_id is not None:
        selection = select_fields(PhoneNumber, [PhoneNumber.fields[name] for name in _READS])
        read = graph.get_phone_number("onboard", known.number_id, fields=selection)
        try:
            card: PhoneNumber = yield perform(known.session, read)
            found = card.source
        except NotFoundError:
            if not wanted.digits or known.steps:
                raise
            known.number_id = known.sent_at = None  # it was deleted since
    if not found and wanted.digits:
        found = yield find_number(known.session, wanted.waba_id or "", wanted.digits, *READS)
    known.place, known.is_believed = START, False
    if found:
        shown = str(found.get("display_phone_number") or "")
        if wanted.digits and shown and one_form(shown) != one_form(wanted.digits):
            raise InvalidInputError("since", found["id"], f"of the same number, not {shown}")
        known.number_id = found["id"]
        code = "sent" if known.is_code_alive() else "none"
        known.place = {**place_of(found), "code": code}


def _next_call(known: Progress) -> str:
    """Return the call that comes next; empty where none does."""
    step = next_step(known.here, known.given)
    call = step.call if step else ""
    first = {"registerPhoneNumber", *(["createPhoneNumber"] if known.wanted.moves else [])}
    if not known.is_subscribed and (call in first or is_goal(known.here)):
        return "subscribeApp"  # so that no event is lost, and a number may move here
    return call


def _arrive(known: Progress) -> Onboarding:
    """Say how it ends where no call is to be made."""
    step = next_step(known.here, known.given)
    if step is not None:
        return known.end(step.waits_for)
    return known.end(None if is_goal(known.here) else "person")


def _take(known: Progress, call: str) -> Process[Onboarding | None]:
    """Make a call, if it can be made; where not, say how it ends."""
    given = ""
    if call in known.refused or (call == "requestCode" and known.was_made(call)):
        return known.end("person")  # no second message, whatever Graph shows
    match call:
        case "createPhoneNumber":
            given = yield from _add(known)
        case "requestCode":
            if (yield from _has_code(known)):
                known.place = {**known.here, "code": "sent"}
                return None
            yield from _send_code(known)
        case "verifyCode":
            if not (yield from _has_code(known)):
                return known.end("code")
            code, known.code = known.code, None
            yield write(known.session, graph.verify_code("onboard", known.id, code=code))
        case "registerPhoneNumber":
            if not (yield from _register(known)):
                return known.end("person", advice="Give pin=, or have it give one.")
        case _:
            if not (yield from _subscribe(known)):
                return known.end("person", advice=_NO_ACCOUNT)
    known.note(call, "done")
    known.refused.clear()
    known.error = None
    known.place, known.is_believed = after(known.here, call, given), True
    return None


def _add(known: Progress) -> Process[str]:
    """Add the number; return what was given of it."""
    new = known.wanted.new
    call = graph.create_phone_number("onboard", known.wanted.waba_id or "", **new)
    created: PhoneNumberCreateResponse = yield add(known.session, call)
    known.number_id = created.id
    return "new-number" if new["preverified_id"] is None else "preverified-number"


def _send_code(known: Progress) -> Process[None]:
    method, language = known.wanted.method, known.wanted.language
    call = graph.request_code("onboard", known.id, code_method=method, language=language)
    yield write(known.session, call)
    known.sent_at = known.session.now()


def _has_code(known: Progress) -> Process[bool]:
    """Get the code, where there may be one; a text is older than a message sent meanwhile."""
    given = known.wanted.code
    if known.code is None and known.may_be_given():
        if callable(given):
            known.code = check_code((yield Ask("code", given)))
        elif not known.was_made("requestCode"):
            known.code = check_code(given)
    return known.code is not None


def _register(known: Progress) -> Process[bool]:
    """Register the number, unless there is no PIN."""
    given, region = known.wanted.pin, known.wanted.region
    pin = (yield Ask("pin", given)) if callable(given) else given
    if pin is None:
        return False
    pin = check_pin(pin)
    call = graph.register_phone_number(
        "onboard", known.id, pin=pin, data_localization_region=region
    )
    yield write(known.session, call)
    return True


def _subscribe(known: Progress) -> Process[bool]:
    """Subscribe the app, if it is not: that would clear where an override sends its webhooks."""
    memory, now = known.session.memory, known.session.now()
    waba_id = known.wanted.waba_id or memory.account_of(known.id, now)
    if waba_id is None:
        return False
    listed: list[SubscribedApp]
    if listed := (yield perform(known.session, graph.list_subscribed_apps("onboard", waba_id))):
        token: TokenInfo = yield inspect(known.session, None)
        apps = [app.whatsapp_business_api_data for app in listed]
        known.is_subscribed = any(app and app.id == token.app_id for app in apps)
    if not known.is_subscribed:
        yield write(known.session, graph.subscribe_app("onboard", waba_id))
    known.is_subscribed = True
    return True


def _meet(known: Progress, call: str, error: WabakitError) -> Process[Onboarding | None]:
    """Say how it ends with a call that failed, or go on from where the number is in truth."""
    if call:
        known.refused.add(call)
        known.note(call, _outcome(error))
    if call == "requestCode" and may_be_done(error):
        known.error, known.sent_at = error, known.session.now()
        known.place = after(known.here, call)
        return None
    if isinstance(error, AlreadyExistsError) and error.number_id is not None:
        known.number_id, known.place = error.number_id, None
        return None
    if not isinstance(error, GraphError):
        return known.end(None, error)
    if known.is_believed and (yield from _is_elsewhere(known)):
        return None
    found = meaning(known.here, call, error.name)
    if found is not None and found.to:
        known.error, known.place = error, {**known.here, **found.to}
        return None
    return known.end(found.waits_for if found else "person", error, found and found.after)


def _is_elsewhere(known: Progress) -> Process[bool]:
    """Read the number, and tell whether it is elsewhere than its steps have to have led."""
    believed, known.place = known.here, None
    try:
        yield from _look(known)
    except _RETURNED:
        known.place = believed
    return known.here["life"] != believed["life"]


def _outcome(error: WabakitError) -> str:
    if may_be_done(error):
        return "unknown"
    return error.name if isinstance(error, GraphError) else "not-sent"
