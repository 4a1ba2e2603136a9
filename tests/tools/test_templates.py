"""Templates of ours give open enums and an UNSET that stays one object."""

import copy
import json
import pickle
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from wabakit_graph import models
from wabakit_graph.types import UNSET

ENUMS: list[Any] = [
    kind for name in models.__all__ if issubclass(kind := getattr(models, name), StrEnum)
]


def pickled(value: Any) -> Any:
    """Return what comes back from a pickle."""
    return pickle.loads(pickle.dumps(value))


ways_to_copy = pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickled])


@pytest.mark.parametrize("enum", ENUMS)
def test_unlisted_word_is_read_and_told_apart(enum: Any) -> None:
    """A word that Meta adds tomorrow equals its text and is known to be unlisted."""
    word: Any = enum("SOMETHING_NEW")
    assert (type(word), word.is_known, word in list(enum)) == (enum, False, False)
    assert (hash(word), str(word)) == (hash("SOMETHING_NEW"), "SOMETHING_NEW")
    assert json.dumps(word) == '"SOMETHING_NEW"'
    assert word == "SOMETHING_NEW"


@pytest.mark.parametrize("enum", ENUMS)
def test_listed_words_are_known_members(enum: Any) -> None:
    """A listed word gives its one member."""
    for member in enum:
        assert enum(str(member)) is member
        assert member.is_known


@pytest.mark.parametrize("enum", ENUMS)
def test_what_is_no_text_is_refused(enum: Any) -> None:
    """Null and numbers are no words of a vocabulary."""
    for value in (None, 1):
        with pytest.raises(ValueError, match="is not a valid"):
            enum(value)


def test_name_of_a_member_is_not_its_word() -> None:
    """Text that equals a member's name but not its value is an unknown word."""
    assert models.UsernameStatus("approved").is_known
    assert not models.UsernameStatus("APPROVED").is_known


@ways_to_copy
def test_words_survive_being_copied(duplicate: Callable[[Any], Any]) -> None:
    """Known and unknown words come back from copy and pickle as themselves."""
    unknown = duplicate(models.QualityRating("PURPLE"))
    assert (unknown, unknown.is_known) == ("PURPLE", False)
    assert isinstance(unknown, models.QualityRating)
    assert duplicate(models.QualityRating.GREEN) is models.QualityRating.GREEN


@ways_to_copy
def test_unset_stays_one_object(duplicate: Callable[[Any], Any]) -> None:
    """A copied model still leaves out what was never set."""
    assert duplicate(UNSET) is UNSET
    number = duplicate(models.PhoneNumber.from_dict({"id": "1"}))
    assert json.dumps(number.to_dict()) == '{"id": "1"}'
    assert repr(UNSET) == "UNSET"
