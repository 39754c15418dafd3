"""Views: one submission as scored, and the same with a single figure reported otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from fractions import Fraction

from par_index.model.conditions import Bound, Condition
from par_index.model.criteria import Criterion
from par_index.model.measures import Kind, Measure
from par_index.model.quantities import Quantity
from par_index.model.reasons import Branch
from par_index.model.submission import Datum, Submission, Tally, Value
from par_index.nouns import Noun, replace
from par_index.problems import Problems
from par_index.reading.data_checks import check_data
from par_index.scoring.conditions import Verdict, compare, judge
from par_index.scoring.enclosures import Enclosure
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.inputs import Inputs
from par_index.scoring.quantities import enclose, measures_in
from par_index.scoring.results import Result
from par_index.scoring.rules import apply_rule
from par_index.testing.cases import Trial
from par_index.testing.parts import Parts

__all__ = ["Spot", "View", "days_after", "unit_of"]

_RULE_SILENT = frozenset({Branch.GATE, Branch.CONDITION, Branch.GROUND, Branch.NONE, Branch.OPEN})
"""Branches in which the rule, or the sum of components, did not give the points."""


class View:
    """What scoring makes of one submission, asked piece by piece."""

    def __init__(
        self,
        parts: Parts,
        submission: Submission,
        named: Criterion,
        trial: Trial | None = None,
    ) -> None:
        self.criteria = parts.criteria
        self.submission = submission
        self.named = named
        """The criterion that the test is about."""
        self.trial = trial
        """The test that was run; None where one of its figures was changed."""
        self._parts = parts
        part = parts.of(named.code)
        self._evaluation = Evaluation(part, submission, Inputs.of(part, submission))

    def node(self, criterion: Criterion) -> Result:
        return self._evaluation.node(criterion)

    def judge(self, condition: Condition) -> Verdict:
        return judge(condition, self._evaluation.inputs, self._evaluation.about)

    def meets(self, of: Quantity, bound: Bound) -> bool | None:
        """Whether a quantity meets a bound; None where that is open, or 0/0."""
        verdict = compare(of, bound, self._evaluation.inputs)
        return verdict.yes if verdict.is_decided and not verdict.none else None

    def is_at(self, of: Quantity, bound: Bound) -> bool:
        """Whether a quantity is the bound itself."""
        value = enclose(of, self._evaluation.inputs)
        return value.is_exact and value.low == bound.value

    def raw(self, criterion: Criterion) -> Enclosure:
        """What a leaf's rule gives before any modifier and before rounding."""
        assert criterion.scoring is not None
        inputs, about = self._evaluation.inputs, self._evaluation.about
        return apply_rule(criterion.scoring.rule, inputs, about).points

    def reads(self, of: Quantity) -> Iterable[str]:
        """The measures that make a quantity more or less; of a rate its counts as well."""
        measures = self.criteria.measures
        read = dict.fromkeys(measures_in(of, self._evaluation.inputs))
        return [id for id in read if measures[id].kind is not Kind.CHOICE]

    def chosen(self, measure: str) -> bool | str | None:
        return self._evaluation.inputs[measure].answer

    def datum(self, measure: str) -> Datum | None:
        """What is reported for a measure by whoever it is to give."""
        found = self.submission.external.get(measure) or self.submission.data.get(measure)
        return found if found is not None and found.value is not None else None

    def with_value(self, measure: str, value: Value) -> View | None:
        """The view of the same submission with one figure changed; None if that cannot be."""
        datum = self.datum(measure)
        if datum is None or not _can_be(self.criteria.measures[measure], value):
            return None
        changed = {measure: replace(datum, value=value)}
        one = self.submission
        if measure in one.external:
            one = replace(one, external={**one.external, **changed})
        else:
            one = replace(one, data={**one.data, **changed})
        problems = Problems()
        check_data({**one.data, **one.external}, self.criteria.measures, problems)
        return None if problems.has_errors else View(self._parts, one, self.named)

    def neighbours(self, measures: Iterable[str]) -> Iterator[tuple[str, View]]:
        """Every view that is one least move of one of these measures away, with the measure."""
        for id in measures:
            datum = self.datum(id)
            for value in () if datum is None else _nearest(self.criteria.measures[id], datum):
                if (view := self.with_value(id, value)) is not None:
                    yield id, view


class Spot(Noun):
    """A criterion, or one item inside its rule: ``items`` are numbers from 1, outermost first."""

    criterion: Criterion
    items: tuple[int, ...] = ()

    def item(self, number: int) -> Spot:
        return Spot(self.criterion, (*self.items, number))

    def result(self, view: View) -> Result | None:
        """What it came to there; None while that is open."""
        result = view.node(self.criterion)
        for number in self.items:
            if number > len(result.items):
                return None
            result = result.items[number - 1]
        return result if result.is_decided else None

    def branch(self, view: View) -> Branch:
        result = self.result(view)
        return Branch.OPEN if result is None else result.branch

    def worked(self, view: View) -> Result | None:
        """The result where its rule or its components gave it; None where something else did."""
        result = self.result(view)
        return None if result is None or result.branch in _RULE_SILENT else result

    def raw(self, view: View) -> Fraction | None:
        """The points its rule gave, before any modifier and before rounding."""
        result = self.worked(view)
        if result is None:
            return None
        points = result.points if self.items else view.raw(self.criterion)
        return points.low if points.is_exact else None


def unit_of(measure: Measure, datum: Datum) -> Fraction:
    """The least move: one case, or one in the last place a figure was written with."""
    if measure.kind is Kind.COUNT:
        return Fraction(1)
    scale = 100 if measure.kind in (Kind.PERCENT, Kind.RATE) else 1
    return Fraction(1, scale * 10**datum.decimals)


def days_after(day: datetime.date, days: int) -> datetime.date | None:
    """So many days later, or earlier; None where the calendar ends."""
    ordinal = day.toordinal() + days
    is_day = 1 <= ordinal <= datetime.date.max.toordinal()
    return datetime.date.fromordinal(ordinal) if is_day else None


def _nearest(measure: Measure, datum: Datum) -> Iterator[Value]:
    """The values next to a reported one."""
    match datum.value:
        case bool() as answer:
            yield not answer
        case str() as chosen:
            yield from (option for option in measure.options if option != chosen)
        case datetime.date() as day:
            yield from filter(None, (days_after(day, -1), days_after(day, 1)))
        case Fraction() as figure:
            unit = unit_of(measure, datum)
            yield figure - unit
            yield figure + unit
        case None:
            return
        case tally:
            yield from _recounted(tally)


def _recounted(tally: Tally) -> Iterator[Tally]:
    """One answer more or fewer, or one that went to another option."""
    for option in tally:
        yield {**tally, option: tally[option] + 1}
        if tally[option] < 1:
            continue
        less = {**tally, option: tally[option] - 1}
        yield less
        yield from ({**less, other: less[other] + 1} for other in tally if other != option)


def _can_be(measure: Measure, value: Value) -> bool:
    """Whether a figure lies where the measure's can."""
    if not isinstance(value, Fraction):
        return True
    most = Fraction(1) if measure.kind in (Kind.PERCENT, Kind.RATE) else measure.most
    return measure.least <= value and (most is None or value <= most)
