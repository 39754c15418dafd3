"""What is packed is made again exactly; what cannot be is refused; no bytes do any harm."""

import datetime
from contextlib import suppress
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from par_index.exact import RoundingMode
from par_index.model.conditions import Bound, Relation
from par_index.model.quantities import Amount, Ratio
from par_index.model.rules import Step
from par_index.model.text import Text
from par_index.problems import Owner, Problem, Source, Span
from par_index.reading.packing import pack, unpack

SET = Source("so/set.yaml", Owner.CRITERIA, ("id: a", "title: Bộ"), "ab" * 32)
AREA = Source("so/1.yaml", Owner.CRITERIA, ("code: 1",), "cd" * 32)
SOURCES = [SET, AREA]

_texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
_days = st.dates()
_spans = st.builds(Span, st.sampled_from(SOURCES), st.integers(1, 999), st.integers(1, 99))
_atoms = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    _texts,
    _days,
    st.fractions(),
    st.sampled_from(RoundingMode),
    st.builds(Text, _texts, _texts),
    _spans,
)
_values = st.recursive(
    _atoms,
    lambda parts: st.one_of(
        st.lists(parts),
        st.lists(parts).map(tuple),
        st.dictionaries(_texts, parts),
        st.dictionaries(_texts, parts).map(MappingProxyType),
        st.builds(Problem, st.just("W301"), _spans, st.dictionaries(_texts, parts)),
        st.builds(Ratio, parts, parts, st.booleans()),
    ),
    max_leaves=12,
)


@given(_values)
def test_what_is_packed_is_made_again(value: Any) -> None:
    made = unpack(pack(value, SOURCES), SOURCES)
    assert made == value
    assert repr(made) == repr(value)  # of the same types all the way down: True is not 1


def test_places_point_into_the_sources_that_are_given() -> None:
    renamed = Source("elsewhere/set.yaml", Owner.CRITERIA, SET.lines, SET.sha256)
    made = unpack(pack(Span(SET, 2, 3), SOURCES), [renamed, AREA])
    assert isinstance(made, Span)
    assert made.source is renamed


def test_what_is_equal_stands_in_a_pack_once() -> None:
    step = Step(Bound(Relation.AT_LEAST, Fraction(3, 10), True), Fraction(1, 2))
    other = Step(Bound(Relation.AT_LEAST, Fraction(3, 10), True), Fraction(1, 2))
    once, many = pack((step,), []), pack((step, other) * 100, [])
    assert len(many) < len(once) + 200 * 4 + 1
    made = unpack(many, [])
    assert isinstance(made, tuple)
    assert all(one is made[0] for one in made)


def test_a_mapping_keeps_its_order() -> None:
    made = unpack(pack({"b": 1, "a": 2, "c": 3}, []), [])
    assert isinstance(made, dict)
    assert list(made.items()) == [("b", 1), ("a", 2), ("c", 3)]


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        object(),
        {1, 2},
        b"bytes",
        datetime.datetime(2021, 9, 30),
        "NUL \0 within",
        ("\ud800",),
        Span(Source("another.yaml", Owner.CRITERIA)),
        Amount,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_could_not_be_made_again_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"packed|encode"):
        pack(value, SOURCES)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_pack_are_refused(data: bytes) -> None:
    _only_value_errors(data)


@given(_values, st.data())
def test_a_pack_that_was_altered_makes_something_or_is_refused(value: Any, data: Any) -> None:
    packed = bytearray(pack(value, SOURCES))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(packed) - 1))
        packed[place] = data.draw(st.integers(0, 255))
    _only_value_errors(bytes(packed[: data.draw(st.integers(0, len(packed)))]))


def _only_value_errors(data: bytes) -> None:
    with suppress(ValueError):
        unpack(data, SOURCES)
