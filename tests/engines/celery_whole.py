"""What a worker and its caller do in the test of Celery, beside the programs of the page."""

import csv
import sys
from pathlib import Path

import tasks
from tasks import FIELDS, app, client, onboard, read_numbers

import wabakit
from tests.failures.samples import kinds, sample
from wabakit import PhoneNumber

app.conf.broker_transport_options |= {"store_processed": True, "polling_interval": 0.1}
SECONDS = 200


@app.task(name="fail")
def fail(kept):
    """Raise an error, as tasks do."""
    raise wabakit.WabakitError.from_dict(kept)


def check_errors():
    """Every error arrives as it was: class, text, and whatever it says."""
    for kind in kinds():
        error = sample(kind)
        arrived = fail.delay(error.to_dict()).get(timeout=SECONDS, propagate=False)
        assert isinstance(arrived, kind), arrived
        assert arrived.to_dict() == error.to_dict()
        assert (str(arrived), vars(arrived)) == (str(error), vars(error))
        assert arrived.args == error.args


def check_records(waba_id):
    """Numbers arrive as they were, those fields that Graph left out among them."""
    cards = list(client.account(waba_id).numbers(fields=FIELDS))
    rows = read_numbers.delay(waba_id).get(timeout=SECONDS)
    assert cards
    assert [PhoneNumber.from_dict(row, FIELDS) for row in rows] == cards
    assert {card.username for card in cards} == {None}


def check_waiting(waba_id):
    """Where no code has arrived the task begins anew, and knows that one was sent."""
    inbox, answers = tasks.code_of, [None, None]
    tasks.code_of = lambda phone: answers.pop() if answers else inbox(phone)
    found = onboard.apply((waba_id, "16315550999", "Late shop")).get()
    assert (found["done"], answers) == (True, [])


def wait_for_all():
    """Wait until all numbers have a result."""
    with Path("rows.csv").open(newline="", encoding="utf-8") as file:
        begun = [onboard.AsyncResult(phone) for _, phone, _ in csv.reader(file)]
    found = [wabakit.Onboarding.from_dict(task.get(timeout=SECONDS)) for task in begun]
    assert all(each.done for each in found), found


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            wait_for_all()
        case [waba_id]:
            check_errors()
            check_records(waba_id)
            check_waiting(waba_id)
