"""A voice: one language speaking of one criteria set and, where there is one, a unit's file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction

from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.text import Text
from par_index.nouns import EMPTY, Noun
from par_index.problems import Owner
from par_index.rendering.messages.report import say
from par_index.rendering.numbers import (
    Shown,
    number,
    show_date,
    show_number,
    show_percent,
    show_points,
)

__all__ = ["Voice"]

_PLACES = 2


class Voice(Noun):
    """Says things by name, and names measures and criteria as the set does.

    ``lines`` says where the unit's file has a measure, ``told`` which of them it fills in.
    """

    language: str
    criteria: CriteriaSet
    lines: Mapping[str, int] = EMPTY
    told: frozenset[str] = frozenset()

    @classmethod
    def of(cls, assessment: Assessment, language: str) -> Voice:
        data = assessment.submission.data
        lines = {
            id: datum.span.line
            for id, datum in data.items()
            if datum.span.source.owner is not Owner.SCENARIO
        }
        told = frozenset(id for id, datum in data.items() if datum.is_reported)
        return cls(language, assessment.criteria, lines, told)

    def say(self, name: str, /, **slots: str) -> str:
        return say(name, self.language, **slots)

    def text(self, text: Text) -> str:
        return text.into(self.language)

    def when(self, text: Text) -> str:
        """A time in words; a day that is written ``2025-12-31`` as the language writes days."""
        written = self.text(text)
        try:
            return self.date(datetime.date.fromisoformat(written))
        except ValueError:
            return written

    def option(self, measure: str, option: str) -> str:
        """An option of a choice in quotes, in words where the set has any."""
        one = self.criteria.measures.get(measure)
        return self.say("quoted", text=self.text(one.title_of(option)) if one else option)

    def label(self, measure: str) -> str:
        """A measure as the set names it; last year's value says that it is one."""
        one = self.criteria.measures[measure]
        label = self.text(one.label)
        return self.say("last_year", label=label) if one.last_year_of else label

    def number(self, value: Fraction | int) -> str:
        """The shortest exact writing."""
        return _signed(number(value, self.language))

    def shown_number(self, value: Fraction, places: int = _PLACES) -> Shown:
        """At most so many decimals."""
        shown = show_number(value, self.language, places)
        return Shown(_signed(shown.text), shown.is_exact)

    def percent(self, value: Fraction) -> str:
        """A share exactly: in percent where its decimals end, otherwise ``1/3``."""
        percent = self.number(value * 100)
        return self.number(value) if "/" in percent else f"{percent}%"

    def shown_percent(self, value: Fraction, *against: Fraction, least: int = 0) -> Shown:
        """A share in percent, told apart from the bounds that it is held against.

        ``least`` decimals are there even where they are zeros.
        """
        shown = show_percent(value, self.language, *against, least=least)
        return Shown(_signed(shown.text), shown.is_exact)

    def percentage_points(self, count: str) -> str:
        """So many percentage points, for a number that is already written."""
        return self.say("percentage_points", count=count)

    def date(self, date: datetime.date) -> str:
        return show_date(date, self.language)

    def shown_points(self, points: Fraction) -> Shown:
        """Points with all their decimals where they end, otherwise two."""
        shown = show_points(points, self.language)
        return Shown(_signed(shown.text), shown.is_exact)

    def amount(self, points: Fraction) -> str:
        """Points as a bare number."""
        return str(self.shown_points(points))

    def change(self, low: Fraction, high: Fraction | None = None) -> str:
        """Points that come on top, or off: ``+3``, ``−2``, ``−5 đến +2``."""
        least, most = (self._change(end) for end in (low, low if high is None else high))
        return least if least == most else self.say("range_signed", low=least, high=most)

    def _change(self, points: Fraction) -> str:
        shown = self.shown_points(points)
        return str(shown._replace(text=f"+{shown.text}") if points > 0 else shown)

    def span(self, low: Fraction, high: Fraction) -> str:
        """``0–1``, ``−2 đến 4``, or one number where the ends meet; rounded ends say so once."""
        if low == high:
            return self.amount(low)
        least, most = self.shown_points(low), self.shown_points(high)
        name = "range_signed" if low < 0 else "range"
        text = self.say(name, low=least.text, high=most.text)
        return str(Shown(text, least.is_exact and most.is_exact))

    def points(self, low: Fraction, high: Fraction | None = None) -> str:
        """Points with their noun: ``1 điểm``, ``0–1 điểm``."""
        high = low if high is None else high
        return self.say("points", points=self.span(low, high))

    def tally(self, count: int) -> str:
        """So many criteria."""
        return self.say("criteria", count=self.number(count))

    def list(self, parts: Iterable[str]) -> str:
        return "; ".join(parts)


def _signed(text: str) -> str:
    """A number with the minus sign that arithmetic is written with."""
    return text.replace("-", "−")
