"""Carrying: one submission's data under another set, as far as they have a place there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.exact import months_later
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Kind, Measure
from par_index.model.submission import Answer, Datum, Submission, counted_data
from par_index.nouns import Noun, replace
from par_index.problems import InvalidInput, Problems, Span
from par_index.reading.data import declared
from par_index.reading.data_checks import check_data, check_refused
from par_index.reading.mapping import CodeMapping, is_same_kind

__all__ = ["Carried", "Left", "LeftReason", "carry", "shifted"]


class LeftReason(StrEnum):
    """Why something of the old submission has no place under the new set."""

    NO_MEASURE = "no_measure"
    KIND = "kind"
    UNIT = "unit"
    GIVER = "giver"
    OPTION = "option"
    BOUNDS = "bounds"
    CONFLICT = "conflict"
    GROUND = "ground"


class Left(Noun):
    """A value that is not carried, by its old measure; of ``GROUND``, an answer by its old code."""

    id: str
    reason: LeftReason
    datum: Datum | None = None
    is_last_year: bool = False


class Carried(Noun):
    """The old data as a submission under the new set, and what of them is left behind.

    ``dated`` are old measures whose days were carried, moved by the mapping's years or as they are.
    """

    submission: Submission
    left: tuple[Left, ...]
    dated: tuple[str, ...]


def carry(
    submission: Submission, old: CriteriaSet, new: CriteriaSet, mapping: CodeMapping
) -> Carried:
    """Read a submission's values against the measures of another set; nothing is guessed.

    What contradicts something else there is left behind with it.
    """
    left: list[Left] = []
    measures = declared(new)
    own: dict[str, Datum] = {}
    others: dict[str, Datum] = {}
    last_year: dict[str, Datum] = {}
    origin: dict[Span, Left] = {}
    dated: dict[str, None] = {}
    for id, first in declared(old).items():
        target = mapping.measure(id, measures)
        for datum, is_last_year in _told(submission, first):
            behind = Left(id, LeftReason.NO_MEASURE, datum, is_last_year)
            if target is not None:
                is_named = id in mapping.measures
                reason = _misfit(
                    first, measures[target], datum, is_named=is_named, is_last_year=is_last_year
                )
                behind = replace(behind, reason=reason or LeftReason.CONFLICT)
                if reason is None:
                    taken = replace(shifted(datum, mapping.shift_years), measure=target)
                    is_own = is_last_year or measures[target].by is By.UNIT
                    block = last_year if is_last_year else own if is_own else others
                    block[target] = taken
                    origin[datum.span] = behind
                    if isinstance(datum.value, datetime.date):
                        dated[id] = None
                    continue
            left.append(behind)
    own |= _twins(new, last_year)
    left += _settle(new, own, others, origin)
    answers, grounds = _answers(submission, new, mapping)
    carried = replace(
        submission,
        criteria=new.id,
        as_of=_later(submission.as_of, mapping.shift_years),
        data=own,
        external=others,
        last_year=last_year,
        answers=answers,
        remarks=(),
    )
    return Carried(carried, (*left, *grounds), tuple(dated))


def shifted(datum: Datum, years: int) -> Datum:
    """A day so many whole years later; anything else as it is."""
    if not years or not isinstance(datum.value, datetime.date):
        return datum
    return replace(datum, value=_later(datum.value, years))


def _later(day: datetime.date, years: int) -> datetime.date:
    later = months_later(Fraction(day.toordinal()), 12 * years)
    return datetime.date.fromordinal(int(later))


def _told(submission: Submission, measure: Measure) -> Iterator[tuple[Datum, bool]]:
    """What there is of a measure: this year's value from who gives it, and last year's."""
    block = submission.data if measure.by is By.UNIT else submission.external
    for datum, is_last_year in (
        (block.get(measure.id), False),
        (submission.last_year.get(measure.id), True),
    ):
        if datum is not None and (datum.is_reported or datum.quote or datum.said):
            yield datum, is_last_year


def _misfit(
    old: Measure, new: Measure, datum: Datum, *, is_named: bool, is_last_year: bool
) -> LeftReason | None:
    """Why a value cannot be one of the new measure; what somebody named has its unit."""
    if not is_same_kind(old, new):
        return LeftReason.KIND
    if old.by is not new.by and not is_last_year:
        return LeftReason.GIVER
    if old.kind.is_amount and old.counted_in != new.counted_in and not is_named:
        return LeftReason.UNIT
    value = datum.value
    if isinstance(value, str) and value not in new.options:
        return LeftReason.OPTION
    if isinstance(value, Mapping) and set(value) != set(new.options):
        return LeftReason.OPTION
    if isinstance(value, Fraction) and new.kind not in (Kind.PERCENT, Kind.RATE):
        is_below = value < new.least
        if is_below or (new.most is not None and value > new.most):
            return LeftReason.BOUNDS
    return None


def _twins(new: CriteriaSet, last_year: Mapping[str, Datum]) -> dict[str, Datum]:
    """Values of last year that rules of the new set read, under the ids of their twins."""
    return {
        id: replace(last_year[measure.last_year_of], measure=id)
        for id, measure in new.measures.items()
        if measure.last_year_of in last_year
    }


def _settle(
    new: CriteriaSet,
    own: dict[str, Datum],
    others: dict[str, Datum],
    origin: Mapping[Span, Left],
) -> Iterator[Left]:
    """Leave behind what cannot all be true under the new set, until the rest can."""
    while True:
        problems = Problems()
        check_data({**own, **others}, new.measures, problems)
        check_refused(new, counted_data(new, own, others), problems)
        errors = [one for one in problems.in_order() if one.is_error]
        if not errors:
            return
        places = {span for one in errors for span in (one.span, *one.also)}
        gone = [
            (block, id)
            for block in (own, others)
            for id, datum in block.items()
            if datum.span in places
        ]
        if not gone:
            raise InvalidInput(errors)
        told: dict[Span, None] = {}
        for block, id in gone:
            told[block.pop(id).span] = None
        yield from (origin[span] for span in told)


def _answers(
    submission: Submission, new: CriteriaSet, mapping: CodeMapping
) -> tuple[dict[str, Answer], list[Left]]:
    """Grounds for not applying, where the new criterion lists them; claims are of the old set."""
    answers: dict[str, Answer] = {}
    left: list[Left] = []
    for code, answer in submission.answers.items():
        if not answer.ground:
            continue
        target = mapping.criterion(code, new.by_code)
        policy = None if target is None else new.by_code[target].not_applicable
        listed = policy is not None and any(one.id == answer.ground for one in policy.grounds)
        if target is not None and listed:
            answers[target] = replace(answer, code=target, claimed=None, evidence=())
        else:
            left.append(Left(code, LeftReason.GROUND))
    return answers, left
