"""The figures a criterion rests on, and the pages on which a document has them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from par_index.exact import decimal_text
from par_index.model.criteria import Criterion
from par_index.model.measures import Kind, Measure
from par_index.model.submission import Datum
from par_index.model.walking import measures_in_rules
from par_index.nouns import Noun
from par_index.review.evidence.numbers import Printed, printed_in
from par_index.review.evidence.references import dates_in

__all__ = ["Claimed", "Page", "claimed_by", "pages_cited"]

_PAGE: Final = re.compile("[0-9]{1,5}")
_MOST_PAGES: Final = 200
"""Pages that one citation may name."""


class Claimed(Noun):
    """A figure that a criterion reads: a number, a share or a day, as the unit wrote it."""

    measure: str
    text: str
    value: Fraction | datetime.date
    is_share: bool = False


class Page(Noun):
    """What stands on one page: its numbers and days."""

    numbers: tuple[Printed, ...]
    days: frozenset[datetime.date]

    @classmethod
    def of(cls, text: str) -> Page:
        return cls(tuple(printed_in(text)), frozenset(dates_in(text)))

    def has(self, figure: Claimed) -> bool:
        """Whether the figure stands here, whole, by its value."""
        if isinstance(figure.value, datetime.date):
            return figure.value in self.days
        return any(_is(one, figure.value, is_share=figure.is_share) for one in self.numbers)


def _is(one: Printed, value: Fraction, *, is_share: bool) -> bool:
    if is_share:
        # A column of percentages has the sign in its heading.
        return value in one.values or (not one.percent and value * 100 in one.values)
    return not one.percent and value in one.values


def claimed_by(
    criterion: Criterion, measures: Mapping[str, Measure], data: Mapping[str, Datum]
) -> tuple[Claimed, ...]:
    """The figures that the unit reported for what the rules read: a total, or its parts.

    Zeros are left out: documents say them in words, or not at all.
    """
    read = dict.fromkeys(measures_in_rules(criterion))
    parts = dict.fromkeys(part for id in read for part in (*(measures[id].of or ()), id))
    rates = (
        one.id for one in measures.values() if one.of is not None and set(one.of) <= set(parts)
    )
    ids = parts | dict.fromkeys(rates)
    found = (_claimed(id, measures[id], data.get(id)) for id in ids)
    return tuple(one for one in found if one is not None)


def _claimed(id: str, measure: Measure, datum: Datum | None) -> Claimed | None:
    if datum is None or datum.said or not datum.value:
        return None
    if isinstance(datum.value, datetime.date):
        return Claimed(id, datum.text, datum.value)
    if not isinstance(datum.value, Fraction) or measure.kind is Kind.POINTS:
        return None
    is_share = measure.kind in (Kind.PERCENT, Kind.RATE)
    value = datum.value
    text = datum.text
    if not text:
        text = decimal_text(value * 100, datum.decimals) + "%" if is_share else str(value)
    return Claimed(id, text, value, is_share)


def pages_cited(text: str) -> tuple[int, ...] | None:
    """``3``, ``3-5``, ``3, 7``: the pages in order; None for what cannot be read as pages."""
    pages: list[int] = []
    for part in text.replace("–", "-").replace(";", ",").split(","):
        ends = [one.strip() for one in part.split("-")]
        if len(ends) > 2 or not all(map(_PAGE.fullmatch, ends)):
            return None
        first, last = int(ends[0]), int(ends[-1])
        if not 1 <= first <= last or last - first >= _MOST_PAGES:
            return None
        pages.extend(range(first, last + 1))
    return tuple(dict.fromkeys(pages))
