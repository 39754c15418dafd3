"""Facts of rates: printed beside the counts they are printed from, and what would explain them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

from par_index.exact import exact_text, printed_bounds
from par_index.finding.view import View
from par_index.model.criteria import CriteriaSet
from par_index.model.facts import Fact
from par_index.model.measures import Measure
from par_index.nouns import Noun

__all__ = ["rate_facts"]


class _Rate(Noun):
    """A printed rate with both of its counts."""

    measure: Measure
    text: str
    low: Fraction
    high: Fraction
    high_open: bool
    part: Fraction
    whole: Fraction

    @property
    def share(self) -> Fraction:
        return self.part / self.whole

    @property
    def agrees(self) -> bool:
        return self.prints(self.share)

    def prints(self, share: Fraction) -> bool:
        """Whether a share prints as this rate, rounded half up or cut off."""
        return self.low <= share < self.high or (share == self.high and not self.high_open)

    @property
    def wholes(self) -> tuple[int, int]:
        """The least and the greatest whole number over which the part prints so."""
        if self.part == 0 or self.high == 0:
            return 1, 0
        least = ceil(self.part / self.high)
        if self.high_open and least * self.high == self.part:
            least += 1
        return max(least, 1), floor(self.part / self.low) if self.low else 0


def rate_facts(view: View) -> Iterator[Fact]:
    figures = {id: datum.figure for id, datum in view.data.items() if datum.figure is not None}
    rates = list(_told(view, figures))
    by = {rate: _explaining(rate, view.criteria, figures) for rate in rates if not rate.agrees}
    unexplained = [rate for rate, (_, id) in by.items() if not id]
    for rate in rates:
        explained, role, id, ends = "none", "none", "", rate.wholes
        if not rate.agrees:
            role, id = by[rate]
            explained = "measure" if id else "none"
            shared = None if id else _shared(rate, unexplained)
            if shared is not None:
                explained, ends = "hidden", shared
        least, most = ends if ends[0] <= ends[1] and not rate.agrees else (0, 0)
        yield Fact.of(
            "rate",
            measure=rate.measure.id,
            state="agrees" if rate.agrees else "differs",
            stated=rate.text,
            computed=exact_text(rate.share),
            part=exact_text(rate.part),
            whole=exact_text(rate.whole),
            explained=explained,
            explained_as=role,
            explained_by=id,
            least=str(least),
            most=str(most),
        )


def _told(view: View, figures: Mapping[str, Fraction]) -> Iterator[_Rate]:
    for measure in view.criteria.measures.values():
        if measure.of is None or measure.last_year_of or measure.id not in figures:
            continue
        part, whole = (figures.get(id) for id in measure.of)
        if part is not None and whole:
            datum = view.data[measure.id]
            bounds = printed_bounds(figures[measure.id], datum.decimals)
            yield _Rate(measure, datum.text.strip(), *bounds, part, whole)


def _explaining(
    rate: _Rate, criteria: CriteriaSet, figures: Mapping[str, Fraction]
) -> tuple[str, str]:
    """Another reported amount with which the rate would be right, and in whose place."""
    assert rate.measure.of is not None
    part, whole = rate.measure.of
    alike = criteria.measures[whole]
    for id, one in criteria.measures.items():
        value = figures.get(id)
        if one.last_year_of or id in (part, whole) or not value:
            continue
        # Without a unit there is no telling whether two figures count the same things.
        if not one.counted_in or (one.kind, one.counted_in) != (alike.kind, alike.counted_in):
            continue
        if value >= rate.part and rate.prints(rate.part / value):
            return "whole", id
        if value <= rate.whole and rate.prints(value / rate.whole):
            return "part", id
    return "none", ""


def _shared(rate: _Rate, rates: list[_Rate]) -> tuple[int, int] | None:
    """The wholes with which this rate and others that differ over the same whole would be right."""
    assert rate.measure.of is not None
    others = [
        one
        for one in rates
        if one is not rate and one.measure.of and one.measure.of[1] == rate.measure.of[1]
    ]
    if not others:
        return None
    ends = [one.wholes for one in (rate, *others)]
    least, most = max(low for low, _ in ends), min(high for _, high in ends)
    return (least, most) if least <= most else None
