"""What the soak chooses from."""

from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import wabakit
from tests.soak.cuts import CUTS
from tests.soak.faults import ABOUT_ANOTHER, ITEMS, LOST
from tests.soak.life import PINS
from tests.soak.weather import FINE, KINDS, OVERLAPPED, OVERTAKEN

PROFILE = settings(
    stateful_step_count=50,
    deadline=None,
    database=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""How Hypothesis runs here: nothing is kept, and how long a step takes is no fault."""

kinds = st.sampled_from(KINDS)
lost = st.sampled_from([kind for name in LOST for kind in (f"{name} before", f"{name} after")])
cuts = st.sampled_from([*CUTS])
weathers = st.one_of(
    st.tuples(lost).map(list),
    st.tuples(lost).map(list),
    st.tuples(kinds).map(list),
    st.just([OVERTAKEN]),
    st.lists(st.one_of(lost, st.just(ABOUT_ANOTHER)), min_size=1, max_size=3),
    st.tuples(cuts, lost).map(list),
    st.tuples(lost, cuts, lost).map(list),
    st.just([OVERLAPPED]),
    st.tuples(st.just(OVERLAPPED), st.one_of(cuts, lost), lost).map(list),
    st.tuples(lost, kinds).map(list),
    st.lists(st.one_of(lost, kinds, st.just(FINE)), max_size=6),
)
"""What the next requests meet; fine weather follows."""
lost_on_its_way = st.sampled_from([[f"{name} before"] for name in LOST])
lost_only = st.lists(st.one_of(lost, st.just(FINE)), max_size=3)
places = st.integers(0, 6)
pins = st.sampled_from(PINS)
names = st.sampled_from(["Lucky Shrub", "Wind and Wool", "Jasper's Market"])
usernames = st.sampled_from(["lucky.shrub", "Lucky.Shrub", "windwool", "jaspers_market", "a..b"])
new_numbers = st.sampled_from(
    [
        ("49", "17012345678", "4917012345678"),
        ("49", "4917012345678", "4917012345678"),
        ("49", "30 23125 001", "493023125001"),
        ("1", "212-555-0123", "12125550123"),
        ("1", "+1 212-555-0123", "12125550123"),
        ("353", "20 911 0001", "353209110001"),
    ]
)
"""Country code and number as given, and the digits that they mean."""
retries = st.sampled_from(
    [
        wabakit.Retry(),
        wabakit.Retry(attempts=1),
        wabakit.Retry(attempts=2, patience=0),
        wabakit.Retry(attempts=5, patience=600),
    ]
)
fields = st.sampled_from(
    [
        wabakit.PhoneNumber.status,
        wabakit.PhoneNumber.new_name_status,
        wabakit.PhoneNumber.code_verification_status,
        wabakit.PhoneNumber.last_onboarded_time,
        wabakit.PhoneNumber.health_status,
    ]
)
selections = st.lists(fields, max_size=4, unique=True)
page_sizes = st.sampled_from([1, 2, 3, 7, 25, 100])
spans = st.sampled_from(
    [timedelta(seconds=59), timedelta(minutes=11), timedelta(hours=13), timedelta(hours=71.5)]
)
pooled_numbers = st.sampled_from(["+12125550111", "+442079460018", "+353209110002"])
webhook_fields = st.sampled_from([["messages"], ["messages", "phone_number_name_update"]])
batch_weathers = st.one_of(st.tuples(st.sampled_from([*ITEMS])).map(list), weathers)
prompts = st.lists(st.text(min_size=1, max_size=9), max_size=4)
