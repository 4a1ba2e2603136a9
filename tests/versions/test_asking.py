"""A client asks only for what its Graph version has."""

from collections.abc import Callable, Iterator
from importlib import reload
from typing import Any

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always, page
from tests.faces import NUMBER
from wabakit import Filter, MessagingLimitTier, PhoneNumber, _checks
from wabakit._made import versions
from wabakit._made.versions import GRAPH_VERSIONS, VERSIONS_HAVING

LIMIT = PhoneNumber.whatsapp_business_manager_messaging_limit
ANSWER = {"id": NUMBER, LIMIT.name: "UNTIERED"}
OLD, NEW = GRAPH_VERSIONS[:3], GRAPH_VERSIONS[3:]
HAVING = ", ".join(NEW).replace(".", r"\.")


@attrs.frozen
class Limits:
    whatsapp_business_manager_messaging_limit: MessagingLimitTier | None = None


@attrs.frozen
class Speed:
    level: wabakit.ThroughputLevel | None = None


@attrs.frozen
class Sending:
    throughput: Speed | None = None


@pytest.fixture(autouse=True)
def calm(recwarn: pytest.WarningsRecorder) -> Iterator[None]:
    """Versions near their end are warned of elsewhere."""
    yield
    recwarn.clear()


@pytest.mark.parametrize("version", OLD)
@pytest.mark.parametrize(
    "wanted",
    [{"fields": [LIMIT]}, {"into": Limits}],
    ids=["field", "view"],
)
def test_field_of_later_versions(
    answering: Answering, version: str, wanted: dict[str, Any]
) -> None:
    """A field that the version lacks is refused before sending, with the versions that have it."""
    server = answering(always(ANSWER), api_version=version)
    with pytest.raises(wabakit.ViewError, match=f"{version} .*{LIMIT.name}.*{HAVING}"):
        server.number.get(**wanted)
    with pytest.raises(wabakit.ViewError, match=HAVING):
        server.account.numbers(**wanted)
    assert server.requests == []


@pytest.mark.parametrize("version", [*NEW, "v99.0"])
def test_field_of_this_version(answering: Answering, version: str) -> None:
    """A field that the version has is asked for and read, also with a version yet unknown."""
    server = answering(always(ANSWER), api_version=version)
    found = server.number.get(fields=[LIMIT])
    assert found.whatsapp_business_manager_messaging_limit is MessagingLimitTier.UNTIERED
    assert found.messaging_limit is MessagingLimitTier.UNTIERED
    assert server.number.get(into=Limits) == Limits(MessagingLimitTier.UNTIERED)


@pytest.mark.parametrize("version", OLD)
def test_raw_field(answering: Answering, version: str) -> None:
    """A raw field is asked for at the user's own risk, whatever the version has."""
    raw = wabakit.Field.raw(LIMIT.name)
    found = answering(always(ANSWER), api_version=version).number.get(fields=[raw])
    assert found[raw] == found.messaging_limit == "UNTIERED"


@pytest.mark.parametrize("version", ["v18.0", "v9.0"])
def test_version_before_the_first(answering: Answering, version: str) -> None:
    """A version older than all that are described is taken to lack what the first of them lacks."""
    with pytest.raises(wabakit.ViewError, match=HAVING):
        answering(always(ANSWER), api_version=version).number.get(fields=[LIMIT])


@pytest.mark.parametrize(
    "condition",
    [
        PhoneNumber.is_official_business_account.equals(True),
        PhoneNumber.messaging_limit_tier.equals("UNTIERED"),
    ],
    ids=["field", "value"],
)
def test_filter_of_later_versions(
    answering: Answering, monkeypatch: pytest.MonkeyPatch, condition: Filter
) -> None:
    """A filter by a field or a value that the version lacks is refused before sending."""
    later = {**VERSIONS_HAVING, "listPhoneNumbers:is_official_business_account": NEW}
    monkeypatch.setattr(_checks, "VERSIONS_HAVING", later)
    server = answering(always(page()))
    with pytest.raises(wabakit.InvalidInputError, match=rf"v23\.0 .*{HAVING}"):
        server.account.numbers(where=[condition])
    assert server.requests == []
    newer = server.client.with_options(api_version="v24.0")
    assert list(newer.account(server.account.id).numbers(where=[condition])) == []


Mark = Callable[[str], None]


@pytest.fixture
def mark() -> Iterator[Mark]:
    """Let only the version v26.0 have something that is sent."""
    with pytest.MonkeyPatch.context() as patched:

        def marked(word: str) -> None:
            patched.setattr(versions, "VERSIONS_HAVING", {word: ("v26.0",)})
            reload(_checks)

        yield marked
    reload(_checks)


@pytest.mark.parametrize(
    "word",
    [
        "updateSettings",
        "updateSettings!calling",
        "updateSettings!calling.sip.servers.port",
        "updateSettings!calling.status=ENABLED",
    ],
)
def test_what_is_sent(answering: Answering, mark: Mark, word: str) -> None:
    """A call, a member or a value to be sent that the version lacks is refused before sending."""
    mark(word)
    server = answering(always({"success": True}))
    calling: Any = {"status": "ENABLED", "sip": {"servers": [{"hostname": "a.b", "port": 5061}]}}
    with pytest.raises(wabakit.InvalidInputError, match=r"v26\.0"):
        server.number.update_settings(calling=calling)
    assert server.requests == []


def test_parameter_value(answering: Answering, mark: Mark) -> None:
    """An order of a list that the version lacks is refused before sending."""
    word = "listPhoneNumbers?sort=creation_time_ascending"
    mark(word)
    server = answering(always(page()))
    with pytest.raises(wabakit.InvalidInputError, match="sort='creation_time_ascending'"):
        server.account.numbers(sort="creation_time.asc")
    assert list(server.account.numbers(sort="creation_time.desc")) == []


def test_inner_field(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field inside a field that the version lacks is refused before sending."""
    word = "getPhoneNumber:throughput.level"
    monkeypatch.setattr(_checks, "VERSIONS_HAVING", {word: ("v26.0",)})
    with pytest.raises(wabakit.ViewError, match=r"throughput\.level.*v26\.0"):
        answering(always({"id": NUMBER})).number.get(into=Sending)


@attrs.frozen
class Certified:
    unified_cert_status: wabakit.UnifiedCertStatus | None = None


@pytest.mark.parametrize("version", GRAPH_VERSIONS)
@pytest.mark.parametrize(
    "wanted",
    [{"fields": [PhoneNumber.status, PhoneNumber.unified_cert_status]}, {"into": Certified}],
    ids=["field", "view"],
)
def test_documented_and_refused(answering: Answering, version: str, wanted: dict[str, Any]) -> None:
    """A field that is documented and that no version has is refused, with the way, unsent."""
    server = answering(always({"id": NUMBER}), api_version=version)
    for ask in (server.number.get, server.account.numbers):
        with pytest.raises(wabakit.ViewError, match=r"unified_cert_status.*name_status.*raw"):
            ask(**wanted)
    assert server.requests == []


def test_refused_field_can_be_tried(answering: Answering) -> None:
    """Raw, the field is asked for at the user's own risk."""
    raw = wabakit.Field.raw("unified_cert_status")
    server = answering(always({"id": NUMBER, "unified_cert_status": "APPROVED"}))
    assert server.number.get(fields=[raw])[raw] == "APPROVED"
    assert server.last.url.params["fields"] == "id,unified_cert_status"
    assert len(server.requests) == 1
