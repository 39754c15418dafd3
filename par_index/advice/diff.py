"""Diff: two submissions, of one set or of two, criterion by criterion.

Of two sets every difference is told in two parts that add up: what the rules did (the old data
under the new set, less the old data under the old one), and what the data did (the new data under
the new set, less the old data under it).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from par_index.advice.diff_carrying import Carried, carry, shifted
from par_index.advice.diff_match import Match
from par_index.advice.pinning import Figures, Links, Pinned, Pins, figures_of
from par_index.advice.what_if import GradeChange, findings_only_in
from par_index.model.assessment import Assessment, Score
from par_index.model.findings import Finding
from par_index.model.measures import By
from par_index.model.submission import Datum
from par_index.nouns import Noun
from par_index.reading.mapping import CodeMapping
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import evaluate

__all__ = ["DataChange", "Diff", "Parts", "Row", "RowKind", "diff"]

_ZERO = Fraction(0)
_NOTHING = (_ZERO, _ZERO)

Ends = tuple[Fraction, Fraction]
"""Low and high."""


class RowKind(StrEnum):
    """Whether both sets have a criterion, the new one alone, or the old one alone.

    ``GROUP`` is a new parent of criteria that both have: what it comes to is of both parts.
    """

    BOTH = "both"
    GROUP = "group"
    NEW = "new"
    DROPPED = "dropped"


class Parts(Noun):
    """Before, the old data under the new rules, after; low and high ends of each."""

    before: Ends
    middle: Ends
    after: Ends

    @property
    def rules(self) -> Ends:
        return _less(self.middle, self.before)

    @property
    def data(self) -> Ends:
        return _less(self.after, self.middle)

    @property
    def change(self) -> Ends:
        """Both parts together."""
        return _less(self.after, self.before)

    @property
    def is_nothing(self) -> bool:
        return self.rules == self.data == _NOTHING


class Row(Noun):
    """A criterion, a parent or an area; its score is absent on the side that does not have it."""

    kind: RowKind
    before: Score | None
    after: Score | None
    parts: Parts

    @property
    def score(self) -> Score:
        score = self.after or self.before
        assert score is not None, "a row is of one set at least"
        return score

    @property
    def differs(self) -> bool:
        if self.before is None or self.after is None or not self.parts.is_nothing:
            return True
        return self.before.outcome is not self.after.outcome


class DataChange(Noun):
    """A measure with another value, by its new id where it has one, and its old id.

    A day that has only moved on with the mapping's years is the same.
    """

    measure: str
    old: str
    before: Datum | None
    after: Datum | None
    is_last_year: bool = False


class Diff(Noun):
    """Everything that differs; nothing of it where the two say the same.

    ``rows`` are in the order of the new set, each area first, and at the end what was dropped.
    ``index`` is absent where one of the three has none; ``carried`` where there is one set.
    ``alike`` are old and new codes, and ids of measures, of the same title that nobody has said to
    be one.
    """

    before: Assessment
    after: Assessment
    rows: tuple[Row, ...]
    total: Parts
    index: Parts | None
    grades: tuple[GradeChange, ...]
    appearing: tuple[Finding, ...]
    vanishing: tuple[Finding, ...]
    data: tuple[DataChange, ...]
    mapping: CodeMapping
    carried: Carried | None = None
    alike: tuple[tuple[str, str], ...] = ()

    @property
    def is_of_two(self) -> bool:
        """Whether there are two sets of rules."""
        return self.carried is not None

    @property
    def is_empty(self) -> bool:
        told = (self.rows, self.grades, self.appearing, self.vanishing, self.data)
        return not any(told) and self.total.is_nothing


def diff(before: Assessment, after: Assessment, mapping: CodeMapping | None = None) -> Diff:
    """Hold one assessment against another one; ``mapping`` is from the old set to the new one.

    Raises `InvalidInput` where the old data cannot be read under the new set at all.
    """
    mapping = CodeMapping() if mapping is None else mapping
    is_of_one = before.criteria.sha256 == after.criteria.sha256
    if is_of_one:
        mapping = CodeMapping()
    match = Match(before.criteria, after.criteria, mapping)
    carried, middle = None, evaluate(before.criteria, before.submission)
    if not is_of_one:
        carried = carry(before.submission, before.criteria, after.criteria, mapping)
        middle = _middle(after, carried, match)
    figures = figures_of(middle)
    named = match.named
    return Diff(
        before,
        after,
        tuple(row for row in _rows(before, after, middle, match) if row.differs),
        Parts(_total(before), (figures.low, figures.high), _total(after)),
        _index(before, figures, after),
        tuple(_grades(before, after)),
        tuple(findings_only_in(after.findings, before.findings, others_named=named)),
        tuple(findings_only_in(before.findings, after.findings, named=named)),
        tuple(_data(before, after, match)),
        mapping,
        carried,
        tuple(match.alike()),
    )


def _less(one: Ends, other: Ends) -> Ends:
    return one[0] - other[0], one[1] - other[1]


def _middle(after: Assessment, carried: Carried, match: Match) -> Evaluation:
    """The old data under the new set; what is new there is as the new data have it.

    So all that a new criterion gives is the doing of the rules.
    """
    base = evaluate(after.criteria, carried.submission)
    now = evaluate(after.criteria, after.submission)
    new = [
        node
        for area in after.criteria.areas
        for node in area.nodes()
        if match.is_new(node) and (not node.components or node.modifiers is not None)
    ]
    pins = Pins({node.code: now.node(node) for node in new})
    return Pinned(base, pins, Links(after.criteria).moved(pins.codes))


def _rows(before: Assessment, after: Assessment, middle: Evaluation, match: Match) -> Iterator[Row]:
    for area in after.areas:
        for score in area.nodes():
            ends = middle.node(score.criterion).ends
            old = before.by_code.get(match.sources.get(score.code, ""))
            own = _NOTHING if old is None else (old.low, old.high)
            parts = Parts(own, ends, (score.low, score.high))
            kind = RowKind.NEW if match.is_new(score.criterion) else RowKind.GROUP
            yield Row(kind if old is None else RowKind.BOTH, old, score, parts)
    for area in before.areas:
        for score in area.nodes():
            if score.code not in match.criteria:
                parts = Parts((score.low, score.high), _NOTHING, _NOTHING)
                yield Row(RowKind.DROPPED, score, None, parts)


def _total(assessment: Assessment) -> Ends:
    return assessment.totals.low, assessment.totals.high


def _index(before: Assessment, middle: Figures, after: Assessment) -> Parts | None:
    ends = []
    for low, high in (
        (before.index_low, before.index_high),
        middle.index or (None, None),
        (after.index_low, after.index_high),
    ):
        if low is None or high is None:
            return None
        ends.append((low, high))
    return Parts(*ends)


def _grades(before: Assessment, after: Assessment) -> Iterator[GradeChange]:
    """Grades of either ladder by their ids, named by the newer one."""
    old, new = ({one.grade.id: one.standing for one in these.grades} for these in (before, after))
    ladder = {one.id: one for one in (*before.criteria.grades, *after.criteria.grades)}
    order = [one.id for one in after.criteria.grades]
    order += [id for id in ladder if id not in order]
    for id in order:
        move = GradeChange(ladder[id], old.get(id), new.get(id))
        if move.before is not move.after:
            yield move


def _data(before: Assessment, after: Assessment, match: Match) -> Iterator[DataChange]:
    """This year's values, then those of last year, in the order of the new set."""
    sources = {new: old for old, new in match.measures.items()}
    named = [(id, sources.get(id, "")) for id in after.criteria.measures]
    named += [("", id) for id in before.criteria.measures if id not in match.measures]
    for is_last_year in (False, True):
        for new, old in named:
            measure = (after if new else before).criteria.measures[new or old]
            if measure.last_year_of:
                continue
            first = _datum(before, old, is_last_year=is_last_year)
            second = _datum(after, new, is_last_year=is_last_year)
            if _value(first, match.shift_years) != _value(second):
                yield DataChange(new or old, old, first, second, is_last_year)


def _datum(assessment: Assessment, id: str, *, is_last_year: bool) -> Datum | None:
    measure = assessment.criteria.measures.get(id)
    if measure is None:
        return None
    submission = assessment.submission
    if is_last_year:
        return submission.last_year.get(id)
    return (submission.data if measure.by is By.UNIT else submission.external).get(id)


def _value(datum: Datum | None, years: int = 0) -> object:
    """What is reported, however it is written; what is not there is not reported either.

    A day is so many years later.
    """
    if datum is None or not datum.is_reported:
        return None
    return datum.not_yet or (shifted(datum, years).value, datum.decimals)
