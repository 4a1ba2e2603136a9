"""A list is filtered, sorted and paged."""

import json
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.emulator.graph import START, WABA, Graph

LIST = f"{WABA}/phone_numbers"


def ids(graph: Graph, **query: object) -> list[str]:
    return [row["id"] for row in graph.get(LIST, fields="id", **query)["data"]]


def condition(field: str, value: object, operator: str = "EQUAL") -> str:
    return json.dumps([{"field": field, "operator": operator, "value": value}])


def seed(graph: Graph, count: int) -> list[str]:
    """Add numbers 1, 2, 3, ..., each onboarded a day before the one added before it."""
    for at in range(count):
        onboarded = START - timedelta(days=at)
        graph.emulator.add_number(WABA, id=str(at + 1), last_onboarded_time=onboarded)
    return [str(at + 1) for at in range(count)]


@pytest.mark.parametrize(
    ("filtering", "found"),
    [
        ("", ["1", "2", "3"]),
        ("[]", ["1", "2", "3"]),
        (condition("account_mode", "SANDBOX"), ["2"]),
        (condition("account_mode", "LIVE"), ["1", "3"]),
        (condition("account_mode", "ELSEWHERE"), []),
        (condition("messaging_limit_tier", "TIER_10K"), ["3"]),
        (condition("is_official_business_account", "true"), ["1"]),
        (condition("is_official_business_account", False), ["2", "3"]),
        (
            condition("account_mode", "LIVE")[:-1]
            + ","
            + condition("messaging_limit_tier", "TIER_10K")[1:],
            ["3"],
        ),
    ],
)
def test_filtering(graph: Graph, filtering: str, found: list[str]) -> None:
    """A list holds the numbers that fulfil every condition."""
    seed(graph, 3)
    first, second, third = graph.account.numbers
    ids(graph, filtering=filtering)  # What was listed before must not be what is listed after.
    first.is_official_business_account = True
    second.account_mode, third.messaging_limit_tier = "SANDBOX", "TIER_10K"
    assert ids(graph, filtering=filtering) == found


@pytest.mark.parametrize(
    "filtering",
    [
        "nonsense",
        '{"field": "account_mode", "operator": "EQUAL", "value": "LIVE"}',
        '["account_mode"]',
        '[{"field": "account_mode", "value": "LIVE"}]',
        '[{"field": "account_mode", "operator": "EQUAL"}]',
        condition("quality_rating", "GREEN"),
        condition("account_mode", "LIVE", "IN"),
        condition("account_mode", ["LIVE"]),
        condition("is_official_business_account", "perhaps"),
    ],
)
def test_bad_filtering(graph: Graph, filtering: str) -> None:
    """A filter that is no JSON list of the documented conditions is 400, code 100."""
    assert graph.refusal("GET", LIST, filtering=filtering) == (400, 100, None)


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("", ["2", "1", "4", "3"]),
        ("last_onboarded_time.desc", ["2", "1", "4", "3"]),
        ("last_onboarded_time.asc", ["3", "4", "1", "2"]),
        ("['last_onboarded_time_ascending']", ["3", "4", "1", "2"]),
        ('["last_onboarded_time_descending"]', ["2", "1", "4", "3"]),
        ("creation_time.asc", ["1", "2", "3", "4"]),
        ("creation_time.desc", ["4", "3", "2", "1"]),
        ("creation_time_descending", ["4", "3", "2", "1"]),
    ],
)
def test_sorting(graph: Graph, sort: str, found: list[str]) -> None:
    """A list is sorted by time in both of Meta's spellings, the last onboarded first by default."""
    for at, status in enumerate(["CONNECTED", "CONNECTED", "PENDING", "PENDING"]):
        graph.emulator.add_number(WABA, id=str(at + 1), status=status)
        graph.clock.advance(timedelta(days=1))
    assert ids(graph, sort=sort) == found


@pytest.mark.parametrize(
    "sort", ["id.asc", "creation_time", "creation_time.up", "['creation_time.asc'"]
)
def test_bad_sorting(graph: Graph, sort: str) -> None:
    """An order nobody documents is 400, code 100."""
    assert graph.refusal("GET", LIST, sort=sort) == (400, 100, None)


def test_an_order_follows_changes(graph: Graph) -> None:
    """A number that was just onboarded comes first, whatever was listed before."""
    seed(graph, 3)
    assert ids(graph) == ["1", "2", "3"]
    graph.register("3")
    assert ids(graph) == ["3", "1", "2"]


def test_an_empty_account(graph: Graph) -> None:
    """An account without numbers answers empty data and no paging."""
    assert graph.get(LIST) == {"data": []}


def test_walking_forwards_and_back(graph: Graph) -> None:
    """Following the cursors gives every number once, forwards by after and back by before."""
    wanted = seed(graph, 25)
    pages: list[list[str]] = []
    query: dict[str, object] = {"limit": 10}
    while True:
        page = graph.get(LIST, **query)
        pages.append([row["id"] for row in page["data"]])
        if "next" not in page["paging"]:
            break
        query = {"limit": 10, "after": page["paging"]["cursors"]["after"]}
    assert [len(rows) for rows in pages] == [10, 10, 5]
    assert [number_id for rows in pages for number_id in rows] == wanted
    back: list[list[str]] = []
    while "previous" in page["paging"]:
        page = graph.get(LIST, limit=10, before=page["paging"]["cursors"]["before"])
        back.append([row["id"] for row in page["data"]])
    assert back == pages[1::-1]


def test_links_and_cursors(graph: Graph) -> None:
    """Cursors come with every page, links only where they lead somewhere."""
    seed(graph, 3)
    first = graph.get(LIST, limit=2)["paging"]
    last = graph.get(LIST, limit=2, after=first["cursors"]["after"])["paging"]
    assert first.keys() == {"cursors", "next"}
    assert last.keys() == {"cursors", "previous"}
    assert last["cursors"]["before"] == last["cursors"]["after"]
    assert graph.get(LIST, limit=3)["paging"].keys() == {"cursors"}
    assert graph.get(LIST, after=last["cursors"]["after"]) == {"data": []}


@pytest.mark.parametrize(
    ("host", "start"),
    [
        ("graph.facebook.com", "https://graph.facebook.com/"),
        ("localhost:8123", "http://localhost:8123/"),
        ("127.0.0.1:8123", "http://127.0.0.1:8123/"),
        ("127.0.0.1.example.com", "https://127.0.0.1.example.com/"),
    ],
)
def test_next_is_a_whole_address_with_the_token(graph: Graph, host: str, start: str) -> None:
    """The link to the next page repeats the call, carries the token and leaves out the proof."""
    wanted = seed(graph, 3)
    query = "fields=id%2Cstatus&limit=2&appsecret_proof=x&sort=last_onboarded_time.desc"
    headers = {**graph.headers, "Host": host}
    answer = graph.emulator.handle("GET", f"/v23.0/{LIST}", query, headers)
    link = urlsplit(str(json.loads(answer.body)["paging"]["next"]))
    assert link.geturl().startswith(f"{start}v23.0/{LIST}?")
    sent = parse_qs(link.query)
    assert sent["access_token"] == [graph.emulator.token]
    assert sent.keys() == {"access_token", "fields", "sort", "limit", "after"}
    followed = json.loads(graph.emulator.handle("GET", link.path, link.query).body)
    assert [row["id"] for row in followed["data"]] == wanted[2:]


def test_limits(graph: Graph) -> None:
    """A page has 25 rows unless told otherwise, at least 1 and at most 100."""
    seed(graph, 101)
    assert len(ids(graph)) == 25
    assert [len(ids(graph, limit=limit)) for limit in (1, 100)] == [1, 100]
    for limit in ["0", "101", "-1", "ten", "1.5", "٣", ""]:
        assert graph.refusal("GET", LIST, limit=limit) == (400, 100, None), limit


@pytest.mark.parametrize("name", ["after", "before"])
@pytest.mark.parametrize("cursor", ["nonsense", "MTIz", "é", "!", "A" * 600])
def test_bad_cursors(graph: Graph, name: str, cursor: str) -> None:
    """A cursor that this list never gave out is 400, code 100."""
    seed(graph, 1)
    assert graph.refusal("GET", LIST, **{name: cursor}) == (400, 100, None)
