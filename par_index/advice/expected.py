"""What a unit expects: the value that a count or an amount of its own will have at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Can, Measure
from par_index.model.submission import Submission
from par_index.nouns import Noun
from par_index.problems import Problems, Span
from par_index.reading.data import declared, read_change
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Entry
from par_index.reading.numbers import NumberStyle
from par_index.scoring.inputs import Inputs
from par_index.scoring.moves import rising_with

__all__ = ["Expected", "all_within", "expectable", "read_expected", "values_expected"]


class Expected(Noun):
    """One measure as it is (None: not known exactly) and as it is expected to be.

    ``decimals`` are those that it is written with.
    """

    measure: str
    before: Fraction | None
    after: Fraction
    span: Span
    decimals: int = 0

    @property
    def coming(self) -> Fraction | None:
        """How much is still to come."""
        return None if self.before is None else self.after - self.before


def expectable(criteria: CriteriaSet) -> tuple[str, ...]:
    """The measures that can be expected, most useful first.

    Those of which only new cases can still become something, then those with parts that can rise,
    then all that others lie within.
    """
    found = [one for one in declared(criteria).values() if _can_be_expected(one)]

    def use(one: Measure) -> tuple[int, int, int]:
        parts = [criteria.measures[id] for id in all_within(criteria, [one.id]) - {one.id}]
        new = sum(part.can is Can.RISE_WITH for part in parts)
        return new, sum(part.can is Can.RISE for part in parts), len(parts)

    return tuple(one.id for one in sorted(found, key=use, reverse=True))


def all_within(criteria: CriteriaSet, ids: Sequence[str]) -> frozenset[str]:
    """These measures and every measure that lies within them, through every level."""
    found = set(ids)
    grown = True
    while grown:
        more = {one.id for one in criteria.measures.values() if found & set(one.within)}
        grown = not more <= found
        found |= more
    return frozenset(found)


def read_expected(
    criteria: CriteriaSet,
    submission: Submission,
    inputs: Inputs,
    entries: Sequence[Entry],
    problems: Problems,
) -> tuple[Expected, ...]:
    """Expectations in the order of the set; everything that is wrong with them is a problem."""
    style, measures = NumberStyle(submission.numbers), declared(criteria)
    found: dict[str, Expected] = {}
    first: dict[str, Span] = {}
    for entry in entries:
        id, span = entry.key.text, entry.key.span
        measure = measures.get(id)
        if measure is None:
            problems.add("E210", span, found=id, near=nearest(id, list(measures)))
        elif id in first:
            problems.add("E265", span, first[id], found=id)
        elif not _can_be_expected(measure):
            problems.add("E262", span, found=id)
        else:
            one = _read(submission, measure, inputs, entry, style, problems)
            if one is not None:
                found[id] = one
        first.setdefault(id, span)
    if not problems.has_errors:
        _check_together(criteria, submission, inputs, found, problems)
    return tuple(found[id] for id in measures if id in found)


def values_expected(inputs: Inputs, expected: Sequence[Expected]) -> dict[str, Fraction]:
    """The values at the end: those expected, and wholes that rise along with them."""
    values = {one.measure: one.after for one in expected}
    for one, whole in _rising_along(inputs, {each.measure: each for each in expected}):
        before = inputs[whole].value.low
        if inputs[whole].value.is_exact and before is not None and one.coming:
            values[whole] = before + one.coming
    return values


def _can_be_expected(measure: Measure) -> bool:
    is_own = measure.by is By.UNIT and not measure.last_year_of
    return is_own and measure.kind.is_amount and measure.can is not Can.FIXED


def _read(
    submission: Submission,
    measure: Measure,
    inputs: Inputs,
    entry: Entry,
    style: NumberStyle,
    problems: Problems,
) -> Expected | None:
    told = Problems()
    before = submission.data.get(measure.id)
    datum = read_change(measure, entry, None, style, told)
    problems.extend(one for one in told.in_order() if one.is_error)
    if datum is None or told.has_errors:
        return None
    if not isinstance(datum.value, Fraction):
        problems.add("E263", entry.key.span, found=measure.id)
        return None
    known = inputs[measure.id].value
    now = known.low if known.is_exact else None
    if known.low is not None and datum.value < known.low and measure.can is not Can.FALL:
        at = [before.span] if before is not None and before.is_reported else []
        params = {"found": measure.id, "value": datum.value, "now": known.low}
        problems.add("E264", datum.span, *at, **params)
        return None
    if now is not None and datum.value > now and measure.can is Can.FALL:
        problems.add("E264", datum.span, found=measure.id, value=datum.value, now=now)
        return None
    return Expected(measure.id, now, datum.value, datum.span, datum.decimals)


def _rising_along(
    inputs: Inputs, expected: Mapping[str, Expected]
) -> Iterator[tuple[Expected, str]]:
    """Each expectation with the wholes that it raises, and nothing else is said of."""
    for one in expected.values():
        if one.coming:
            for whole in rising_with(inputs, inputs[one.measure].measure):
                if whole not in expected:
                    yield one, whole


def _check_together(
    criteria: CriteriaSet,
    submission: Submission,
    inputs: Inputs,
    expected: Mapping[str, Expected],
    problems: Problems,
) -> None:
    """Whether parts stay within their wholes, and each whole rises for one reason only."""
    raised: dict[str, Expected] = {}
    pairs: set[tuple[str, str]] = set()
    for one, whole in _rising_along(inputs, expected):
        other = raised.setdefault(whole, one)
        # What the nearest total leaves open, those above it do as well.
        if other is not one and (pair := (other.measure, one.measure)) not in pairs:
            pairs.add(pair)
            both = f"{other.measure}, {one.measure}"
            problems.add("E266", one.span, other.span, found=whole, parts=both)
    if problems.has_errors:
        return
    values = values_expected(inputs, list(expected.values()))
    for measure in criteria.measures.values():
        for whole in measure.within:
            if measure.id not in values and whole not in values:
                continue
            part = values.get(measure.id, inputs[measure.id].value.low)
            most = values.get(whole, inputs[whole].value.high)
            if part is None or most is None or part <= most:
                continue
            spans = [expected[id].span for id in (measure.id, whole) if id in expected]
            told = [submission.data.get(id) for id in (measure.id, whole)]
            spans += [one.span for one in told if one is not None and one.is_reported]
            first, *others = dict.fromkeys(spans)
            problems.add(
                "E240",
                first,
                *others[:1],
                part=measure.id,
                whole=whole,
                found=part,
                total=most,
                gap=part - most,
            )
