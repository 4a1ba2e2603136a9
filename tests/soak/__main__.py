"""The soak and the fuzz, as long as one likes: `python -m tests.soak --steps 1000000 --seed 7`.

Prints the seed first, which repeats the run, and at the end what was met, also where it is stopped
by Ctrl-C or SIGTERM. The exit code is 1 unless all of it held; where something did not, Hypothesis
prints the shortest way there that it found.
"""

import argparse
import logging
import random
import signal
import sys
import time
import traceback
import warnings
from collections import Counter

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from tests.soak.answers import answers
from tests.soak.asking import OPERATIONS, Answer, Ask, ask
from tests.soak.life import weather_met
from tests.soak.machine import Soak, steps
from tests.soak.user import reported
from tests.soak.values import PROFILE

LONG = settings(PROFILE, max_examples=50, phases=(Phase.generate, Phase.shrink))
came_of_answers: Counter[str] = Counter()


def soak(wanted: int, first_seed: int) -> None:
    """Take at least so many steps, in rounds that have a seed each."""
    this_seed = first_seed
    while steps["steps"] < wanted:
        machine = seed(this_seed)(type("Soak", (Soak,), {}))
        run_state_machine_as_test(machine, settings=LONG)
        this_seed += 1


def fuzz(wanted: int, first_seed: int) -> None:
    """Give at least so many answers of any kind, shared out among the operations."""
    each = settings(LONG, max_examples=-(-wanted // len(OPERATIONS)))
    for operation, ways in OPERATIONS.items():
        series = st.lists(answers(operation), min_size=1, max_size=4)

        @seed(first_seed)
        @each
        @given(way=st.sampled_from(ways), answered=series)
        def give(way: Ask, answered: list[Answer]) -> None:
            came_of_answers[ask(way, answered)] += 1

        give()


def report() -> None:
    """Print what was met and what came of it."""
    print(f"\n{steps['steps']:,} steps in {steps['runs']:,} runs; weather met:")
    for kind, times in sorted(weather_met.items()):
        print(f"  {kind:<28} {times:>9,}")
    print("\nreported of each call:")
    for what in sorted({what for what, _ in reported}):
        figures = [f"{how} {n:,}" for (of, how), n in sorted(reported.items()) if of == what]
        print(f"  {what:<28} {', '.join(figures)}")
    print(f"\n{came_of_answers.total():,} answers of any kind; what came of them:")
    for what, times in came_of_answers.most_common():
        print(f"  {what:<28} {times:>9,}")


class Stopped(BaseException):
    """Somebody ends the run.

    No `KeyboardInterrupt`: where one passes through an `exec`, as Hypothesis has them, Python dies
    of the signal at its end, whoever caught it.
    """


def stop(*_: object) -> None:
    """End the run with a report.

    An exception may be lost inside of Hypothesis or a destructor: another one follows until it is
    noticed.
    """
    signal.setitimer(signal.ITIMER_REAL, 1)
    raise Stopped


def was_stopped() -> bool:
    """Tell whether the run is to end, and let no further interrupt come."""
    return signal.setitimer(signal.ITIMER_REAL, 0)[0] > 0


def main() -> int:
    """Read the arguments, run, report."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--steps", type=int, default=10_000, help="of the soak")
    parser.add_argument("--answers", type=int, default=2_000, help="of the fuzz")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    chosen = parser.parse_args()
    warnings.simplefilter("error")
    logging.getLogger("wabakit").setLevel(logging.CRITICAL)
    for signals in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
        signal.signal(signals, stop)
    began, verdict = time.monotonic(), "held"
    try:
        print(f"seed {chosen.seed}", flush=True)
        soak(chosen.steps, chosen.seed)
        fuzz(chosen.answers, chosen.seed)
    except BaseException:
        verdict = "held until it was stopped," if was_stopped() else "FAILED"
        if verdict == "FAILED":
            traceback.print_exc()
    report()
    print(f"\nseed {chosen.seed}: {verdict} after {time.monotonic() - began:.0f} s", flush=True)
    return int(verdict != "held")


if __name__ == "__main__":
    sys.exit(main())
