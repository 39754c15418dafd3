"""Pace: what each criterion asks for once the totals at the end of the period are as expected."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from par_index.advice.expected import Expected, all_within, read_expected, values_expected
from par_index.advice.rungs import Rung, Rungs, rungs_of
from par_index.assessing import explain
from par_index.finding.findings import Found
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Score
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.measures import By
from par_index.model.submission import Submission
from par_index.model.text import Text
from par_index.model.units import reasoned
from par_index.model.walking import measures_of
from par_index.nouns import Noun
from par_index.problems import Problems
from par_index.reading.nodes import Entry
from par_index.scoring.enclosures import exactly
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import evaluate, score

__all__ = ["Course", "Pace", "PaceArea", "PaceRow", "pace"]


class Course(StrEnum):
    """What becomes of a criterion by the growth alone, when nothing else is done.

    ``OPENS``: less can be told of it than before.
    """

    KEEPS = "keeps"
    GAINS = "gains"
    LOSES = "loses"
    OPENS = "opens"


class PaceRow(Noun):
    """One criterion whose points hang on what is expected.

    ``before`` is its score now, ``after`` with the expected values alone. ``ask`` are measures to
    report, without which no more can be said. A parent, whose components have rows of their own,
    has no rungs. ``coming`` are the cases to come among which alone a part can have more, as a
    whole and its number; ``unsaid`` are amounts of which the set does not say whether they can
    still move.
    """

    area: Criterion
    before: Score
    after: Score
    rungs: tuple[Rung, ...] = ()
    best: Fraction | None = None
    is_unproven: bool = False
    coming: tuple[str, Fraction] | None = None
    unsaid: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        return self.before.code

    @property
    def title(self) -> Text:
        return self.before.criterion.title

    @property
    def course(self) -> Course:
        before, after = self.before, self.after
        low, high = after.low - before.low, after.high - before.high
        if high > low:
            return Course.OPENS
        if not low and not high:
            return Course.KEEPS
        return Course.GAINS if low + high > 0 else Course.LOSES


class PaceArea(Noun):
    """An area with its rows, in the order of the set."""

    area: Criterion
    rows: tuple[PaceRow, ...]


class Pace(Noun):
    """A submission with the values that its unit expects at the end of the period.

    ``along`` are totals that rise with what is expected, as (measure, before, after). ``days`` are
    those left of the period, None once it is over.
    """

    before: Assessment
    after: Assessment
    expected: tuple[Expected, ...]
    along: tuple[tuple[str, Fraction, Fraction], ...]
    areas: tuple[PaceArea, ...]
    ends: datetime.date
    days: int | None = None

    @property
    def rows(self) -> tuple[PaceRow, ...]:
        return tuple(row for area in self.areas for row in area.rows)


def pace(
    criteria: CriteriaSet,
    submission: Submission,
    entries: Sequence[Entry],
    problems: Problems | None = None,
) -> Pace:
    """What each criterion asks for at the end, of the parts of what is expected.

    A value is read as the unit's file would have it. Raises `InvalidInput` with everything that is
    wrong with the expectations; what was wrong before, in ``problems``, comes with them.
    """
    problems = Problems() if problems is None else problems
    now = evaluate(criteria, submission)
    expected = read_expected(criteria, submission, now.inputs, entries, problems)
    problems.raise_errors()
    values = values_expected(now.inputs, expected)
    moved = {id: exactly(value) for id, value in values.items()}
    then = now.with_inputs(now.inputs.with_values(moved))
    before, after = _assessed(now), _assessed(then)
    told = {one.measure for one in expected}
    ends = criteria.ends
    left = (ends - submission.as_of).days
    return Pace(
        before,
        after,
        expected,
        tuple(
            (id, low, value)
            for id, value in values.items()
            if id not in told and (low := now.inputs[id].value.low) is not None
        ),
        tuple(_areas(now, then, before, after, {one.measure: one for one in expected}, values)),
        ends,
        left if left > 0 else None,
    )


def _assessed(evaluation: Evaluation) -> Assessment:
    """The assessment without what rules would find in it: it is of no file."""
    return explain(
        evaluation.criteria, evaluation.submission, score(evaluation), Found((), (), None)
    )


def _areas(
    now: Evaluation,
    then: Evaluation,
    before: Assessment,
    after: Assessment,
    expected: Mapping[str, Expected],
    values: Mapping[str, Fraction],
) -> Iterator[PaceArea]:
    within = all_within(now.criteria, list(values))
    asks = {one.code: one.ask for one in after.shortfalls}
    for old_area, new_area in zip(before.areas, after.areas, strict=True):
        rows = []
        for old, new in zip(reasoned([old_area]), reasoned([new_area]), strict=True):
            moves = (old.low, old.high, old.outcome) != (new.low, new.high, new.outcome)
            if old.components:
                if moves:
                    rows.append(PaceRow(old_area.criterion, old, new))
                continue
            read = _read_by(now, old.criterion)
            if not (read & within or moves):
                continue
            if Outcome.NOT_APPLICABLE in (old.outcome, new.outcome):
                found = Rungs()
            else:
                found = rungs_of(now, then, old.criterion, expected, read)
            ask = _to_report(new, asks.get(new.code, ()))
            row = PaceRow(
                old_area.criterion,
                old,
                new,
                found.rungs,
                found.best,
                found.is_unproven,
                found.coming,
                found.unsaid,
                ask,
            )
            rows.append(row)
        if rows:
            yield PaceArea(old_area.criterion, tuple(rows))


def _to_report(new: Score, ask: tuple[str, ...]) -> tuple[str, ...]:
    return ask if new.outcome is Outcome.MISSING else ()


def _read_by(evaluation: Evaluation, leaf: Criterion) -> frozenset[str]:
    """What a leaf reads of the unit's own, the counts behind a rate for the rate."""
    measures = evaluation.criteria.measures
    read = [one for id in measures_of(leaf) for one in (id, *(measures[id].of or ()))]
    return frozenset(id for id in read if measures[id].by is By.UNIT)
