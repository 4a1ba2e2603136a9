"""Batches that fail as a whole, and batches that Graph refuses."""

import httpx
import pytest

import wabakit
from tests.client.test_batches import IDS, NO_SUCH, REFUSED, batch, found, well
from tests.client.wire import Answer, Answering, always, in_turn, refusal


@pytest.mark.parametrize("answer", [refusal(2, status=500), httpx.ReadTimeout("lost")])
def test_a_batch_that_fails_in_the_middle(answering: Answering, answer: Answer) -> None:
    """A call that fails for a time is repeated, as it reads; nothing that was read is lost."""
    server = answering(in_turn(batch(), answer, batch()))
    assert found(server, *IDS) == well(*IDS)
    assert len(server.requests) == 3


def test_a_batch_that_stays_broken(answering: Answering) -> None:
    """What is asked again keeps its error where that call fails, and the others are given."""
    server = answering(in_turn(batch({"2": None}), refusal(2, status=500)))
    assert found(server, *"123") == [*well("1"), ("2", wabakit.TimedOutError), *well("3")]


def test_a_token_that_expires_in_the_middle(answering: Answering) -> None:
    """What was read before is given, then the error is raised; no further call is made."""
    server = answering(in_turn(batch(), refusal(190, 463, 401)))
    given: list[str] = []
    with pytest.raises(wabakit.AuthenticationError) as caught:
        given.extend(one for one, _ in server.client.numbers([*IDS, *map(str, range(2000, 2100))]))
    assert (given, len(server.requests)) == (IDS[:50], 2)
    assert str(caught.value).startswith("numbers failed: ")


@pytest.mark.parametrize("status", [400, 500])
def test_one_by_one(answering: Answering, status: int) -> None:
    """Where Graph refuses the batch as such, the numbers are read one by one from then on."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return refusal(100, status=status, type="GraphBatchException")(request)
        one = request.url.path.rpartition("/")[2]
        missing = always(NO_SUCH, 400)(request)
        return missing if one == "2" else always({"id": one, "status": "CONNECTED"})(request)

    server = answering(answer)
    right = [*well("1"), ("2", wabakit.NotFoundError), *well("3")]
    assert found(server, *"123") == right
    assert (server.count("POST"), server.count("GET")) == (1, 3)
    assert found(server, *"123") == right
    copied = server.client.with_options(timeout=5)
    assert [one for one, _ in copied.numbers(["1"])] == ["1"]
    assert (server.count("POST"), server.count("GET")) == (1, 7)


def test_what_no_single_read_bears_out_is_not_remembered(answering: Answering) -> None:
    """A batch is asked again where the numbers fared no better one by one."""
    server = answering(in_turn(REFUSED, always(NO_SUCH, 400), batch()))
    assert found(server, "1") == [("1", wabakit.NotFoundError)]
    assert found(server, "2") == well("2")
    assert [request.method for request in server.requests] == ["POST", "GET", "POST"]


def test_a_token_that_expires_one_by_one(answering: Answering) -> None:
    """A refused token is not tried for each number."""
    server = answering(
        in_turn(REFUSED, always({"id": "1"}), refusal(190, status=401), refusal(190, status=401))
    )
    walked = found(server, "1", "2", "3")
    assert walked == [("1", None), *((one, wabakit.AuthenticationError) for one in "23")]
    assert len(server.requests) == 3
