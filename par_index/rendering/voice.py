"""A voice: one language speaking of one criteria set and, where there is one, a unit's file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.text import Text
from par_index.rendering.messages.report import say
from par_index.rendering.numbers import number, show_date, show_points

__all__ = ["Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Says things by name, and names measures and criteria as the set does.

    ``lines`` says where the unit's file has a measure.
    """

    language: str
    criteria: CriteriaSet
    lines: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, assessment: Assessment, language: str) -> Voice:
        data = assessment.submission.data
        lines = {id: datum.span.line for id, datum in data.items()}
        return cls(language, assessment.criteria, lines)

    def say(self, name: str, /, **slots: str) -> str:
        return say(name, self.language, **slots)

    def text(self, text: Text) -> str:
        return text.into(self.language)

    def label(self, measure: str) -> str:
        return self.text(self.criteria.measures[measure].label)

    def number(self, value: Fraction | int) -> str:
        return number(value, self.language)

    def date(self, date: datetime.date) -> str:
        return show_date(date, self.language)

    def amount(self, points: Fraction) -> str:
        """Points as a bare number."""
        return str(show_points(points, self.language))

    def span(self, low: Fraction, high: Fraction) -> str:
        """``0–1``, or one number where the ends meet."""
        if low == high:
            return self.amount(low)
        return self.say("range", low=self.amount(low), high=self.amount(high))

    def points(self, low: Fraction, high: Fraction | None = None) -> str:
        """Points with their noun: ``1 điểm``, ``0–1 điểm``."""
        high = low if high is None else high
        name = "point" if low == high == 1 else "points"
        return self.say(name, points=self.span(low, high))

    def tally(self, count: int) -> str:
        """So many criteria."""
        name = "criterion_one" if count == 1 else "criterion_many"
        return self.say(name, count=self.number(count))

    def list(self, parts: Iterable[str]) -> str:
        return "; ".join(parts)
