"""What is done with numbers of a pool, by calls."""

from tests.emulator.graph import Graph


def added(graph: Graph, pool: str, phone_number: str = "+1 202-555-0142") -> str:
    return str(graph.post(f"{pool}/add_phone_numbers", phone_number=phone_number)["id"])


def verify(graph: Graph, number_id: str) -> None:
    graph.post(f"{number_id}/request_code", code_method="SMS", language="en_US")
    sent = graph.emulator.outbox[-1]
    assert sent.phone_number_id == number_id
    graph.post(f"{number_id}/verify_code", code=sent.code)


def status(graph: Graph, number_id: str) -> str:
    return str(graph.get(number_id)["code_verification_status"])
