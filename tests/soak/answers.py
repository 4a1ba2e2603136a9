"""Answers of any kind: good ones, good ones spoiled somewhere, and rubbish."""

import json
from typing import Any

from hypothesis import strategies as st

from tests.contract.document import operations, resolve
from tests.soak.faces import TOKEN

Json = dict[str, Any] | list[Any] | str | int | float | bool | None
Path = tuple[str | int, ...]


def _examples() -> tuple[dict[str, list[Json]], list[Json]]:
    """Return what the contract shows of good answers by operation, and of refusals."""
    good: dict[str, list[Json]] = {}
    refusals: list[Json] = []
    for operation in operations():
        for status, answer in operation.responses.items():
            media = answer.get("content", {}).get("application/json", {})
            shown = [resolve(entry)["value"] for entry in media.get("examples", {}).values()]
            shown += [media["example"]] if "example" in media else []
            if status == "200":
                good.setdefault(operation.name, []).extend(shown)
            else:
                refusals += [entry for entry in shown if entry not in refusals]
    return good, refusals


GOOD, REFUSALS = _examples()
USAGE = {
    "102290129340398": [
        {
            "type": "whatsapp_business_management",
            "call_count": 100,
            "total_cputime": 25,
            "total_time": 25,
            "estimated_time_to_regain_access": 3,
        }
    ]
}

leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from([TOKEN, "", "0", "true", "CONNECTED", "2024-01-15T10:30:00+0000", 1e400]),
)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def _paths(value: Json, here: Path = ()) -> list[Path]:
    """List where something stands in a JSON value, the value itself first."""
    members: list[tuple[str | int, Json]] = []
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    return [here, *(path for key, inner in members for path in _paths(inner, (*here, key)))]


def _replaced(value: Any, path: Path, new: Json) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _replaced(value[path[0]], path[1:], new)
    return copy


@st.composite
def spoiled(draw: st.DrawFn, examples: list[Json]) -> Json:
    """Put up to three wrong values into an example; now and then a value of another place."""
    value = draw(st.sampled_from(examples))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2, 3]))):
        paths = _paths(value)
        path = draw(st.sampled_from(paths))
        value = _replaced(value, path, draw(values))
    return value


DEEP = [
    b"[" * 20_000,
    b'{"data":' + b'{"x":' * 900 + b"null" + b"}" * 901,
    b'{"error":{"code":' + b"9" * 5_000 + b"}}",
]


def bodies(operation: str) -> st.SearchStrategy[bytes]:
    """Make the body of an answer, most of them nearly what the operation answers."""
    good, refused = spoiled(GOOD[operation]), spoiled(REFUSALS)
    encoded = st.one_of(good, good, refused, values).map(_encoded)
    cut = st.builds(_cut, encoded, st.integers(0))
    rubbish = st.one_of(st.binary(max_size=60), st.sampled_from(DEEP))
    return st.one_of(encoded, encoded, encoded, cut, rubbish)


def _cut(body: bytes, end: int) -> bytes:
    return body[: end % (len(body) + 1)]


def _encoded(value: Json) -> bytes:
    return json.dumps(value).encode()


texts = st.one_of(st.binary(max_size=12), values.map(_encoded))
retry_after = st.one_of(
    texts, st.sampled_from([b"5", b"-1", b"1e308", b"nan", b"Wed, 21 Oct 2015 07:28:00 GMT"])
)
usage = st.one_of(texts, spoiled([USAGE, USAGE["102290129340398"][0]]).map(_encoded))
headers = st.fixed_dictionaries(
    {},
    optional={
        b"Retry-After": retry_after,
        b"X-Business-Use-Case-Usage": usage,
        b"X-App-Usage": usage,
        b"facebook-api-version": texts,
        b"X-Ad-Api-Version-Warning": texts,
        b"x-fb-request-id": texts,
        b"Content-Type": texts,
        b"Content-Encoding": st.sampled_from([b"gzip", b"deflate", b"identity"]),
        b"Location": st.sampled_from([b"https://elsewhere.example/", b"//", b""]),
    },
)
statuses = st.one_of(
    st.just(200),
    st.just(200),
    st.just(200),
    st.sampled_from([400, 401, 429, 500, 503]),
    st.integers(100, 999),
)


@st.composite
def answers(draw: st.DrawFn, operation: str) -> tuple[int, dict[bytes, bytes], bytes]:
    """Make one answer: status, headers, body."""
    return draw(statuses), draw(headers), draw(bodies(operation))
