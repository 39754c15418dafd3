"""Tests of a criteria set: what is given, what is expected, and what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from par_index.model.assessment import Assessment, Score
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By
from par_index.model.submission import Datum, Submission, Unit
from par_index.model.submission import Value as Written
from par_index.nouns import Noun
from par_index.problems import Owner, Source, Span

__all__ = [
    "AFTER_EVERYTHING",
    "BY_RULES",
    "Expected",
    "Mismatch",
    "SetTest",
    "Trial",
    "Value",
    "bare_submission",
    "unit_of_tests",
]

AFTER_EVERYTHING: Final = datetime.date(2099, 12, 31)
"""The day of a test that names none: nothing is still to come."""

Value = Fraction | str | tuple[str, ...] | Mapping[str, str | tuple[str, ...]]
"""A figure, a word, words in order, or such by name. ``-`` and ``none`` stand for no figure."""

_OF_THE_SCORE = frozenset({"points", "low", "high", "outcome"})

BY_RULES: Final = frozenset({"checks", "findings"})
"""Expectations about what checks and rules say of the data, and not about any score."""


class Expected(Noun):
    """One expectation, and where it is written."""

    key: str
    value: Value
    span: Span


class SetTest(Noun):
    """One test that stands beside a set: it is about one criterion, named or the first leaf."""

    name: str
    code: str
    span: Span
    submission: Submission
    expect: tuple[Expected, ...]

    @property
    def settles_score(self) -> bool:
        """Whether it says what its criterion comes to, so that a wrong rule would fail it."""
        return any(one.key in _OF_THE_SCORE for one in self.expect)

    def expects(self, key: str) -> bool:
        return any(one.key == key for one in self.expect)


class Mismatch(Noun):
    """An expectation that is not met, and what came instead."""

    expected: Expected
    got: Value


class Trial(Noun):
    """A test that was run."""

    test: SetTest
    assessment: Assessment
    score: Score
    mismatches: tuple[Mismatch, ...]

    @property
    def passed(self) -> bool:
        return not self.mismatches

    @property
    def fails_by_rules_alone(self) -> bool:
        """Whether nothing about points is amiss."""
        return all(one.expected.key in BY_RULES for one in self.mismatches)


def unit_of_tests(criteria: CriteriaSet) -> Unit:
    """The unit that a test stands for; nothing hangs on which it is."""
    return Unit("thu.don-vi", "Đơn vị thử", criteria.tier)


def bare_submission(criteria: CriteriaSet, values: Mapping[str, Written]) -> Submission:
    """A submission with these figures, each from whoever gives it, and nothing else."""
    place = Span(Source("", Owner.CRITERIA))
    data: dict[str, Datum] = {}
    external: dict[str, Datum] = {}
    for id, value in values.items():
        by_unit = criteria.measures[id].by is By.UNIT
        (data if by_unit else external)[id] = Datum(id, place, value=value)
    unit, source = unit_of_tests(criteria), place.source
    return Submission(criteria.id, unit, AFTER_EVERYTHING, data, {}, {}, source, external)
