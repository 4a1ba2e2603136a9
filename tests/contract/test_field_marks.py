"""What the marks of single fields say holds together."""

import re

from tests.contract.document import properties, resolve
from tests.contract.test_marks import WITHHELD, Mark


def test_default_fields_are_fields_of_every_version() -> None:
    """What is asked for unsaid can be asked of every version, and is no former name."""
    asked = {where: said for where, said in properties() if "x-asked-by-default" in said}
    assert {"PhoneNumber.id", "PhoneNumber.status"} <= asked.keys()
    for where, said in asked.items():
        assert f"{where.partition('.')[0]}.id" in asked, where
        assert said["x-asked-by-default"] is True, where
        assert said.keys().isdisjoint({*WITHHELD, "deprecated"}), where


def test_values_with_several_names() -> None:
    """A value with several names is of one kind under all of them, and has a name of its own."""
    named: dict[str, dict[str, Mark]] = {}
    for where, said in properties():
        if "x-either" in said:
            holder = where.partition(".")[0]
            named.setdefault(f"{holder}.{said['x-either']}", {})[where] = said
    assert "PhoneNumber.messaging_limit" in named
    for value, those in named.items():
        assert len(those) > 1, value
        assert len({str(resolve(said)) for said in those.values()}) == 1, value
        assert value not in dict(properties()), value


def test_numbers_are_brought_into_one_form() -> None:
    """A pattern for numbers is anchored, and what its groups leave is in the form already."""
    patterns = [form for _, said in properties() for form in said.get("x-one-form", ())]
    assert patterns[2:] == patterns[:2]  # numbers of accounts and of the pool are alike
    for pattern, digits in zip(patterns[:2], ["5216121830000", "5511987654321"], strict=True):
        assert (pattern[0], pattern[-1]) == ("^", "$")
        assert (found := re.fullmatch(pattern, digits)), pattern
        assert not any(re.fullmatch(other, "".join(found.groups())) for other in patterns)


def test_what_has_a_zero_for_none_is_a_time() -> None:
    """A number that stands for none by being 0 is a time, and its description says so."""
    marked = {where: said for where, said in properties() if "x-zero-is-none" in said}
    assert "TokenInfo.expires_at" in marked
    for where, said in marked.items():
        assert (said["x-zero-is-none"], said["x-epoch-seconds"]) == (True, True), where
