"""Nouns: values with named parts."""

from __future__ import annotations

import copy
import pickle

import pytest

from par_index.nouns import Noun, replace


class Point(Noun):
    """A noun of these tests."""

    x: int
    y: int = 2

    @property
    def total(self) -> int:
        return self.x + self.y


class Named(Point):
    """A noun with the parts of another."""

    name: str = "A"


def test_parts_are_given_by_position_or_by_name() -> None:
    assert Point(1) == Point(1, 2) == Point(x=1, y=2) == Point(y=2, x=1)
    assert Point(1).total == 3
    assert Named(1, 5, "B").name == "B"
    assert (Named(1).y, Named(1).name) == (2, "A")


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert {Point(1), Point(1, 2)} == {Point(1)}
    assert Point(1) != Point(2)
    assert Point(1) != Named(1)


def test_a_noun_is_immutable() -> None:
    point = Point(1)
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 2


def test_replace_changes_some_parts() -> None:
    assert replace(Named(1), y=9) == Named(1, 9, "A")
    with pytest.raises(TypeError, match="z"):
        replace(Point(1), z=1)


def test_a_call_that_does_not_fit_says_so() -> None:
    with pytest.raises(TypeError, match="x"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="z"):
        Point(1, z=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="x"):
        Point(1, x=1)  # type: ignore[misc]
    with pytest.raises(TypeError):
        Point(1, 2, 3)  # type: ignore[call-arg]


def test_match_repr_copy_and_pickle_work() -> None:
    match Named(1, name="C"):
        case Named(x, _, name):
            assert (x, name) == (1, "C")
    assert repr(Named(1)) == "Named(x=1, y=2, name='A')"
    assert copy.copy(Point(1)) == pickle.loads(pickle.dumps(Point(1))) == Point(1)
