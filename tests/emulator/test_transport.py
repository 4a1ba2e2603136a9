"""The emulator serves httpx, sync and async, from memory."""

from concurrent.futures import ThreadPoolExecutor

import anyio
import httpx

from tests.emulator.graph import WABA, Graph

BASE = "https://graph.facebook.com/v23.0"


def test_sync(graph: Graph) -> None:
    """A sync client walks pages by their links, and writes with form fields."""
    for _ in range(3):
        graph.emulator.add_number(WABA)
    with httpx.Client(
        transport=graph.emulator.transport(), base_url=BASE, headers=graph.headers
    ) as http:
        first = http.get(f"/{WABA}/phone_numbers", params={"limit": 2, "fields": "id,status"})
        assert first.headers["facebook-api-version"] == "v23.0"
        rest = http.get(first.json()["paging"]["next"]).json()
        assert [len(first.json()["data"]), len(rest["data"])] == [2, 1]
        number_id = rest["data"][0]["id"]
        assert http.post(f"/{number_id}", data={"pin": "271828"}).json() == {"success": True}
        unknown = http.get("/999000111222333é")
    assert unknown.status_code == 400
    assert graph.emulator.number(number_id).pin == "271828"


def test_async(graph: Graph) -> None:
    """An async client onboards a number over the same state."""

    async def onboard() -> str:
        async with httpx.AsyncClient(
            transport=graph.emulator.transport(), base_url=BASE, headers=graph.headers
        ) as http:
            body = {"cc": "1", "phone_number": "6315551000", "verified_name": "Lucky Shrub"}
            number_id = (await http.post(f"/{WABA}/phone_numbers", json=body)).json()["id"]
            ask = {"code_method": "SMS", "language": "en_US"}
            await http.post(f"/{number_id}/request_code", params=ask)
            code = graph.emulator.outbox[-1].code
            await http.post(f"/{number_id}/verify_code", data={"code": code})
            pin = {"messaging_product": "whatsapp", "pin": "271828"}
            await http.post(f"/{number_id}/register", json=pin)
            answer = await http.get(f"/{number_id}", params={"fields": "status"})
            return str(answer.json()["status"])

    assert anyio.run(onboard) == "CONNECTED"


def test_threads(graph: Graph) -> None:
    """Threads that add numbers at once get different ids, and none beyond the cap."""
    with httpx.Client(
        transport=graph.emulator.transport(), base_url=BASE, headers=graph.headers
    ) as http:

        def add(at: int) -> int:
            body = {"cc": "1", "phone_number": f"20155501{at:02d}", "verified_name": "Lucky Shrub"}
            return http.post(f"/{WABA}/phone_numbers", json=body).status_code

        with ThreadPoolExecutor(8) as pool:
            statuses = list(pool.map(add, range(40)))
    assert sorted(statuses) == [200] * 20 + [400] * 20
    assert len({number.id for number in graph.account.numbers}) == 20
