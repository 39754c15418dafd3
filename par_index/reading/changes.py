"""Values tried in place of a unit's own: read and checked as if they stood in its file."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Table

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By
from par_index.model.submission import Datum, Submission
from par_index.nouns import Noun, replace
from par_index.problems import Problem, Problems, Span
from par_index.reading.data import declared, read_change
from par_index.reading.data_checks import check_data, check_days, check_refused
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Entry
from par_index.reading.numbers import NumberStyle

__all__ = ["change"]

_OF_A_VALUE = frozenset({"N201", "W203", "W204"})
"""Remarks that are about one written value, and go with it."""


class _Change(Noun):
    """What a measure is to have, what it has now, and what there is to remark on."""

    datum: Datum
    before: Datum | None
    own: bool
    remarks: tuple[Problem, ...]

    @property
    def settled(self) -> Datum:
        """The datum where its file has it, as far as that has it already."""
        return self.datum if self.before is None else replace(self.datum, span=self.before.span)


def change(
    criteria: CriteriaSet, submission: Submission, changes: Iterable[Entry], problems: Problems
) -> Submission | None:
    """The submission with some measures set otherwise; None after an error.

    A value is read as the unit writes its values; a blank one is not reported any more. What
    others give stands in for their file. A value that is there already changes nothing.
    """
    found = Problems()
    read = _read(criteria, submission, changes, found)
    together = {**submission.data, **submission.external}
    together |= {id: one.datum for id, one in read.items()}
    check_data(together, criteria.measures, found)
    check_refused(criteria, together, found)
    if found.has_errors:
        problems.extend(found.in_order())
        return None
    return _changed(criteria, submission, read)


def _read(
    criteria: CriteriaSet, submission: Submission, changes: Iterable[Entry], problems: Problems
) -> dict[str, _Change]:
    """What really changes, by measure. One that cannot be read is there as not reported."""
    style, measures = NumberStyle(submission.numbers), declared(criteria)
    first: dict[str, Span] = {}
    read: dict[str, _Change] = {}
    for entry in changes:
        id, span = entry.key.text, entry.key.span
        measure = measures.get(id)
        if measure is None:
            problems.add("E210", span, found=id, near=nearest(id, list(measures)))
            continue
        if id in first:
            problems.add("E261", span, first[id], found=id)
            continue
        first[id] = span
        own = measure.by is By.UNIT
        before = (submission.data if own else submission.external).get(id)
        told = Problems()
        datum = read_change(measure, entry, before, style, told) or Datum(id, span)
        if own:
            check_days({id: datum}, submission.as_of, told)
        if told.has_errors:
            problems.extend(told.in_order())
        if not _is_same(before, datum):
            read[id] = _Change(datum, before, own, told.in_order())
    return read


def _is_same(before: Datum | None, datum: Datum) -> bool:
    """Whether all stays as it is; what is not there is not reported either."""
    if before is None:
        return not datum.text
    same_place = replace(before, span=datum.span, text=before.text.strip())
    return replace(datum, text=datum.text.strip()) == same_place


def _changed(
    criteria: CriteriaSet, submission: Submission, read: Table[str, _Change]
) -> Submission:
    own = {id: one.settled for id, one in read.items() if one.own}
    others = {id: one.settled for id, one in read.items() if not one.own}
    return replace(
        submission,
        data=_merged(criteria, submission.data, own),
        external=_merged(criteria, submission.external, others),
        remarks=_remarks(submission, read.values()),
    )


def _merged(
    criteria: CriteriaSet, data: Table[str, Datum], changed: Table[str, Datum]
) -> dict[str, Datum]:
    """Each where it was, new ones after all others in the order of the set, last year's at the end.

    So the order in which changes come can show nowhere.
    """
    measures = criteria.measures
    new = [id for id in measures if id in changed and id not in data]
    this_year = [id for id in data if not measures[id].last_year_of]
    before = [id for id in data if measures[id].last_year_of]
    return {id: changed[id] if id in changed else data[id] for id in (*this_year, *new, *before)}


def _remarks(submission: Submission, changes: Iterable[_Change]) -> tuple[Problem, ...]:
    """What there was to remark on, except on values that are there no more."""
    remarks = Problems()
    gone = set[Span]()
    for one in changes:
        remarks.extend(one.remarks)
        if one.before is not None:
            gone.add(one.before.span)
    remarks.extend(
        one for one in submission.remarks if one.code not in _OF_A_VALUE or one.span not in gone
    )
    return remarks.in_order()
