"""Receive webhooks in FastAPI, and register a number again once its new name is approved.

A display name takes effect with the next registration. Meta tells of the approval; nobody has to
look every day. The answer is given at once, the work is done behind it, and what comes twice is
done once.

    pip install fastapi uvicorn
    export WHATSAPP_ACCESS_TOKEN=... APP_SECRET=... VERIFY_TOKEN=... NUMBERS_PIN=...
    uvicorn webhook_receiver:app
"""

import os

from fastapi import BackgroundTasks, FastAPI, Request, Response

import wabakit
from wabakit import webhooks

app = FastAPI()
client = wabakit.Client.from_env()
done: set[str] = set()
"""Keys of the events that were handled; keep them for a week where all your processes see them."""


@app.exception_handler(webhooks.WebhookError)
def refuse(_: Request, error: webhooks.WebhookError) -> Response:
    """Refuse whoever is not Meta."""
    return Response(status_code=error.status)


@app.get("/webhooks")
def verify(request: Request) -> Response:
    """Answer Meta's question whether this address is ours."""
    challenge = webhooks.answer_challenge(request.query_params, os.environ["VERIFY_TOKEN"])
    return Response(challenge, media_type="text/plain")


@app.post("/webhooks")
async def receive(request: Request, later: BackgroundTasks) -> None:
    """Take events, and handle those that are new once Meta has its answer."""
    signature = request.headers.get("X-Hub-Signature-256")
    for event in webhooks.parse(await request.body(), signature, os.environ["APP_SECRET"]):
        if event.key not in done:
            done.add(event.key)
            later.add_task(handle, event)


def handle(event: webhooks.Event) -> None:
    """Do what an event asks for."""
    match event:
        case webhooks.PhoneNumberNameUpdate(
            decision="APPROVED", account_id=str(account_id), digits=str(digits)
        ):
            if number := client.account(account_id).find(digits):
                number.register(pin=os.environ["NUMBERS_PIN"])
        case webhooks.PhoneNumberNameUpdate(decision="REJECTED"):
            print(f"{event.digits}: the name was refused, {event.rejection_reason}")
        case _:
            print(f"{event.account_id}: {event.field}")
