"""Values tried in place of a unit's own: read and checked as if they stood in its file."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Table

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Measure, last_year_twin
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

    measure: Measure
    datum: Datum
    before: Datum | None
    remarks: tuple[Problem, ...]

    @property
    def settled(self) -> Datum:
        """The datum where its file has it, as far as that has it already."""
        return self.datum if self.before is None else replace(self.datum, span=self.before.span)


def change(
    criteria: CriteriaSet,
    submission: Submission,
    changes: Iterable[Entry],
    problems: Problems,
    last_year: Iterable[Entry] = (),
) -> Submission | None:
    """The submission with some measures set otherwise; None after an error.

    A value is read as the unit writes its values; a blank one is not reported any more. What
    others give stands in for their file; ``last_year`` are values of last year, all of them the
    unit's own. A value that is there already changes nothing.
    """
    found = Problems()
    measures = declared(criteria)
    twins = {id: last_year_twin(measure) for id, measure in measures.items()}
    read = _read(submission, measures, changes, found)
    read |= _read(submission, twins, last_year, found)
    remembered = {twin.id: twin for twin in twins.values()}
    tried = {id: one.datum for id, one in read.items()}
    check_data({**_by_own_id(submission.last_year), **_among(tried, remembered)}, remembered, found)
    together = {**submission.data, **submission.external, **_among(tried, criteria.measures)}
    check_data(together, criteria.measures, found)
    check_refused(criteria, together, found)
    if found.has_errors:
        problems.extend(found.in_order())
        return None
    return _changed(criteria, submission, remembered, read)


def _read(
    submission: Submission,
    measures: Table[str, Measure],
    entries: Iterable[Entry],
    problems: Problems,
) -> dict[str, _Change]:
    """What really changes, by measure. One that cannot be read is there as not reported.

    ``measures`` are by the ids that a file has for them.
    """
    style = NumberStyle(submission.numbers)
    first: dict[str, Span] = {}
    read: dict[str, _Change] = {}
    for entry in entries:
        id, span = entry.key.text, entry.key.span
        measure = measures.get(id)
        if measure is None:
            problems.add("E210", span, found=id, near=nearest(id, list(measures)))
            continue
        if id in first:
            problems.add("E261", span, first[id], found=id)
            continue
        first[id] = span
        before = _before(submission, measure)
        told = Problems()
        datum = read_change(measure, entry, before, style, told) or Datum(measure.id, span)
        if measure.by is By.UNIT and not measure.last_year_of:
            check_days({id: datum}, submission.as_of, told)
        if told.has_errors:
            problems.extend(told.in_order())
        if not _is_same(before, datum):
            read[measure.id] = _Change(measure, datum, before, told.in_order())
    return read


def _before(submission: Submission, measure: Measure) -> Datum | None:
    if measure.last_year_of:
        return submission.last_year.get(measure.last_year_of)
    return (submission.data if measure.by is By.UNIT else submission.external).get(measure.id)


def _is_same(before: Datum | None, datum: Datum) -> bool:
    """Whether all stays as it is; what is not there is not reported either."""
    if before is None:
        return not datum.text
    same_place = replace(before, span=datum.span, text=before.text.strip())
    return replace(datum, text=datum.text.strip()) == same_place


def _changed(
    criteria: CriteriaSet,
    submission: Submission,
    remembered: Table[str, Measure],
    read: Table[str, _Change],
) -> Submission:
    """Every block with what is new in it; what rules ask of last year comes after this year's."""
    settled = {id: one.settled for id, one in read.items()}
    own = {id: one for id, one in settled.items() if read[id].measure.by is By.UNIT}
    others = {id: one for id, one in settled.items() if id not in own}
    this_year = {id: one for id, one in submission.data.items() if id not in remembered}
    before = _merged(_by_own_id(submission.last_year), own, remembered)
    return replace(
        submission,
        data={**_merged(this_year, own, declared(criteria)), **_among(before, criteria.measures)},
        external=_merged(submission.external, others, declared(criteria)),
        last_year={remembered[id].last_year_of: one for id, one in before.items()},
        remarks=_remarks(submission, read.values()),
    )


def _by_own_id(last_year: Table[str, Datum]) -> dict[str, Datum]:
    """Values of last year by the ids of their own measures."""
    return {datum.measure: datum for datum in last_year.values()}


def _among(data: Table[str, Datum], measures: Table[str, Measure]) -> dict[str, Datum]:
    return {id: datum for id, datum in data.items() if id in measures}


def _merged(
    data: Table[str, Datum], changed: Table[str, Datum], measures: Table[str, Measure]
) -> dict[str, Datum]:
    """Each where it was, new ones after all others in the order of the set.

    So the order in which changes come can show nowhere.
    """
    new = [id for id in measures if id in changed and id not in data]
    return {id: changed[id] if id in changed else data[id] for id in (*data, *new)}


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
