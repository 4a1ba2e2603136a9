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
        (condition("is_official_business_account", True), ["1"]),
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
        condition("is_official_business_account", 1),
        condition("account_mode", True),
    ],
)
def test_bad_filtering(graph: Graph, filtering: str) -> None:
    """A filter that is no JSON list of the documented conditions is 400, code 100."""
    assert graph.refusal("GET", LIST, filtering=filtering) == (400, 100, None)


@pytest.mark.parametrize("text", ["true", "false"])
def test_a_flag_is_filtered_by_a_boolean(graph: Graph, text: str) -> None:
    """The badge as text is refused, in the words that were recorded."""
    filtering = condition("is_official_business_account", text)
    error = json.loads(graph.send("GET", LIST, {"filtering": filtering}).body)["error"]
    assert error["message"] == (
        "Filtering field 'is_official_business_account' with operation 'equal' is not supported"
    )


def test_the_total(graph: Graph) -> None:
    """The whole list is counted on each page if that is asked for, after filtering."""
    seed(graph, 3)
    graph.account.numbers[0].account_mode = "SANDBOX"
    page = graph.get(LIST, limit=1, summary="total_count")
    assert (len(page["data"]), page["summary"]) == (1, {"total_count": 3})
    found = graph.get(LIST, summary="total_count", filtering=condition("account_mode", "LIVE"))
    assert found["summary"] == {"total_count": 2}
    assert "summary" not in graph.get(LIST)


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("", ["2", "1", "4", "3"]),
        ("last_onboarded_time_descending", ["2", "1", "4", "3"]),
        ("last_onboarded_time", ["3", "4", "1", "2"]),
        ("['last_onboarded_time_ascending']", ["3", "4", "1", "2"]),
        ('["last_onboarded_time_descending"]', ["2", "1", "4", "3"]),
        ("creation_time_ascending", ["1", "2", "3", "4"]),
        ('["creation_time_descending"]', ["4", "3", "2", "1"]),
        ("creation_time_descending", ["4", "3", "2", "1"]),
    ],
)
def test_sorting(graph: Graph, sort: str, found: list[str]) -> None:
    """A list is sorted by a word, bare or in a list; the last onboarded comes first by default."""
    for at, status in enumerate(["CONNECTED", "CONNECTED", "PENDING", "PENDING"]):
        graph.emulator.add_number(WABA, id=str(at + 1), status=status)
        graph.clock.advance(timedelta(days=1))
    assert ids(graph, sort=sort) == found


@pytest.mark.parametrize(
    ("sort", "shown"),
    [
        ("last_onboarded_time.desc", "last_onboarded_time.desc_ascending"),
        ("last_onboarded_time.asc", "last_onboarded_time.asc_ascending"),
        ("creation_time.asc", "creation_time.asc_ascending"),
        ("['creation_time.desc']", "creation_time.desc_ascending"),
        ("id", "id_ascending"),
        ("id_descending", "id_descending"),
        ("['creation_time_ascending'", "['creation_time_ascending'_ascending"),
    ],
)
def test_bad_sorting(graph: Graph, sort: str, shown: str) -> None:
    """Any other order is 400, code 100, in the words that were recorded for the dotted ones."""
    answer = graph.send("GET", LIST, {"sort": sort})
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"], error["type"]) == (400, 100, "OAuthException")
    assert error["message"] == f"(#100) Cannot sort by {shown}"


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
    query = "fields=id%2Cstatus&limit=2&appsecret_proof=x&sort=last_onboarded_time_descending"
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
