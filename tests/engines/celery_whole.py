"""What a worker and its caller do in the test of Celery, beside the programs of the page."""

import csv
import json
import sys

from tasks import FIELDS, app, client, onboard, read_numbers

import wabakit
from tests.failures.samples import kinds, sample
from wabakit import PhoneNumber

app.conf.broker_transport_options |= {"store_processed": True, "polling_interval": 0.1}
SECONDS = 80


@app.task(name="fail")
def fail(kept):
    """Raise an error, as tasks do."""
    raise wabakit.WabakitError.from_dict(kept)


def check_errors():
    """Every error arrives as it was: class, text, and whatever it says."""
    for kind in kinds():
        error = sample(kind)
        try:
            fail.delay(error.to_dict()).get(timeout=SECONDS)
        except Exception as arrived:
            assert isinstance(arrived, kind), arrived
            assert arrived.to_dict() == error.to_dict()
            assert (str(arrived), vars(arrived), arrived.args) == (
                *(str(error), vars(error), error.args),
            )
        else:
            raise AssertionError(kind)


def check_records(waba_id):
    """Numbers arrive as they were, those fields that Graph left out among them."""
    cards = list(client.account(waba_id).numbers(fields=FIELDS))
    rows = read_numbers.delay(waba_id).get(timeout=SECONDS)
    assert cards
    assert [PhoneNumber.from_dict(row, FIELDS) for row in rows] == cards
    assert {card.username for card in cards} == {None}


def onboard_all():
    """Have all numbers onboarded."""
    with open("rows.csv", newline="", encoding="utf-8") as file:
        tasks = [onboard.delay(*row) for row in csv.reader(file)]
    found = [wabakit.Onboarding.from_dict(task.get(timeout=SECONDS)) for task in tasks]
    print(json.dumps({"done": sum(each.done for each in found)}))


if __name__ == "__main__":
    check_errors()
    check_records(sys.argv[1])
    onboard_all()
