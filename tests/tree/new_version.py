"""A Graph version that is added by the procedure of openapi/README.md, in a copy of the tree."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from openapi.tools.shapes import shapes
from openapi.tools.yamltext import read
from tests.tree.places import Copy
from wabakit.contract import document, versions
from wabakit.contract._marks import number
from wabakit.contract._yaml import as_yaml

LATEST = versions()[-1]
NEXT = f"v{number(LATEST)[0] + 1}.0"
TRIAL = f"""
import httpx, wabakit, wabakit.emulator
from wabakit import PhoneNumber, PhoneNumberStatus
from wabakit.contract import document, versions

assert versions()[-1] == {NEXT!r}
fields = document({NEXT!r})["components"]["schemas"]["PhoneNumber"]["properties"]
assert "mood" in fields and "host_platform" not in fields
assert PhoneNumberStatus("DREAMING").is_known
emulator = wabakit.emulator.Emulator()
known = emulator.add_number(emulator.add_account().id)
transport = httpx.Client(transport=emulator.transport())
client = wabakit.Client(emulator.token, http_client=transport, api_version={NEXT!r})
assert client.number(known.id).get(fields=[PhoneNumber.mood]).mood is None
former = client.with_options(api_version={LATEST!r})
for asked, field in ((client, PhoneNumber.host_platform), (former, PhoneNumber.mood)):
    try:
        asked.number(known.id).get(fields=[field])
    except wabakit.ViewError as error:
        assert "Nothing was sent" in str(error)
    else:
        raise AssertionError(field)
assert former.number(known.id).get(fields=[PhoneNumber.host_platform]).host_platform
"""


def add_version(path: Path) -> None:
    """Do the first two steps: a version with a word and a field more, and a field less."""
    union = read(path)
    union["x-graph-versions"][NEXT] = {"released": "2030-01-01"}
    schemas: dict[str, Any] = union["components"]["schemas"]
    status, fields = schemas["PhoneNumberStatus"], schemas["PhoneNumber"]["properties"]
    status["enum"].append("DREAMING")
    status.setdefault("x-graph-since-values", {})["DREAMING"] = NEXT
    fields["mood"] = {"type": "string", "x-graph-since": NEXT, "description": "How it feels."}
    fields["host_platform"]["x-graph-until"] = LATEST
    samples = union["components"]["responses"]["PhoneNumberRead"]["content"]["application/json"]
    shown = samples["examples"]["everything"]["value"]
    assert shown.pop("host_platform")
    path.write_text(as_yaml(union), "utf-8")


def test_a_version_is_added_by_the_procedure(copy: Copy) -> None:
    """Once the contract says it, makers, client, emulator and comparison know the version."""
    copy.run("-c", TRIAL)
    compared = copy.run("-m", "openapi.tools.compare", LATEST, NEXT, code=1)
    breaking, _, others = compared.partition("### Other changes")
    shown = [name[1:] for name in answered(document(LATEST)) if name.endswith("host_platform")]
    assert {"host_platform", "data.host_platform"} < set(shown)
    for field in shown:
        former = field.removesuffix("host_platform")
        assert breaking.count(f"`{field}` is gone") == shown.count(field)
        assert others.count(f"`{former}mood` is new") == shown.count(field)
        assert others.count(f"`{former}status` gained DREAMING") == shown.count(field)


def answered(contract: dict[str, Any]) -> Iterator[str]:
    """Yield the names under which calls answer fields, once for each call."""
    for call in chain(*shapes(contract).values()):
        yield from (name for name in call.said if name.startswith(":"))
