"""Pinning: what a total, an index and grades come to where some items are held at an end.

Nothing is worked out anew but what rests on the pinned items; everything else stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.model.accounts import Account
from par_index.model.assessment import Standing, Totals
from par_index.model.conditions import (
    AboutCriterion,
    All,
    AnyOf,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
)
from par_index.model.criteria import CriteriaSet, Criterion, Grade
from par_index.model.rules import Modifiers
from par_index.model.walking import codes_of
from par_index.nouns import EMPTY, Noun, replace
from par_index.scoring.conditions import Verdict, judge
from par_index.scoring.enclosures import exactly
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.grades import grade_ladder
from par_index.scoring.questions import units_of
from par_index.scoring.results import Result
from par_index.scoring.totals import index_of, total_of

__all__ = [
    "End",
    "Figures",
    "Links",
    "Pinned",
    "Pins",
    "counted_units",
    "extra_nodes",
    "figures_of",
    "grade_alone",
    "holding",
    "open_in_tests",
    "pinned_result",
]

_ZERO = Fraction(0)
_TRUE, _FALSE = All((), when_none=True), All((), when_none=False)


class End(StrEnum):
    """Where an item is held: the fewest points, the most, not applying.

    Of the tests of a precondition or a cap, ``LEAST`` is that all open ones come out for the worse
    (as they are written), ``MOST`` that they come out for the better.
    """

    LEAST = "least"
    MOST = "most"
    OUT = "out"


class Pins(Noun):
    """Results held by code, and tests of parents held (True: they hold) by code."""

    results: Mapping[str, Result] = EMPTY
    gates: Mapping[str, bool] = EMPTY
    caps: Mapping[str, bool] = EMPTY

    @property
    def codes(self) -> frozenset[str]:
        return frozenset((*self.results, *self.gates, *self.caps))


class Figures(Noun):
    """The whole: the total with extras inside the set's bounds, the index, the open maximum."""

    totals: Totals
    index: tuple[Fraction, Fraction] | None
    tops: tuple[Fraction, Fraction]

    @property
    def low(self) -> Fraction:
        return self.totals.low

    @property
    def high(self) -> Fraction:
        return self.totals.high

    @property
    def width(self) -> Fraction:
        return self.high - self.low


class Pinned(Evaluation):
    """An evaluation in which some results are held; ``moved`` are the codes that this may move."""

    def __init__(self, base: Evaluation, pins: Pins, moved: frozenset[str]) -> None:
        super().__init__(base.criteria, base.submission, base.inputs, base.compiled)
        self._base = base
        self._pins = pins
        self._moved = moved

    def node(self, criterion: Criterion) -> Result:
        code = criterion.code
        if code in self._pins.results:
            return self._pins.results[code]
        if code not in self._moved:
            return self._base.node(criterion)
        return super().node(criterion)

    def _parent(self, criterion: Criterion) -> Result:
        """A parent with its own tests held."""
        code, modifiers = criterion.code, criterion.modifiers
        if modifiers is not None and code in {*self._pins.gates, *self._pins.caps}:
            held = _held(modifiers, self._pins.gates.get(code), self._pins.caps.get(code), self)
            criterion = replace(criterion, modifiers=held)
        return super()._parent(criterion)


def _held(
    modifiers: Modifiers, gate: bool | None, cap: bool | None, evaluation: Evaluation
) -> Modifiers:
    if gate is not None and modifiers.gate is not None:
        modifiers = replace(modifiers, gate=holding(modifiers.gate, evaluation, holds=gate))
    own = modifiers.cap
    if cap is not None and own is not None and own.condition is not None:
        condition = holding(own.condition, evaluation, holds=cap)
        modifiers = replace(modifiers, cap=replace(own, condition=condition))
    return modifiers


def holding(condition: Condition, evaluation: Evaluation, *, holds: bool) -> Condition:
    """A condition whose open tests of measures come out so that it holds, or so that it fails.

    Questions about other criteria stay what they are.
    """
    match condition:
        case CriterionFull() | CriterionAtLeast() | CriterionApplies():
            return condition
        case Not(member):
            return replace(condition, member=holding(member, evaluation, holds=not holds))
        case All(members) | AnyOf(members):
            held = tuple(holding(one, evaluation, holds=holds) for one in members)
            return replace(condition, members=held)
        case _:
            if judge(condition, evaluation.inputs, _nothing_asked).is_decided:
                return condition
            return _TRUE if holds else _FALSE


def open_in_tests(condition: Condition, evaluation: Evaluation) -> Iterator[str]:
    """The measures that leave tests of a condition open, those of other criteria aside."""
    match condition:
        case CriterionFull() | CriterionAtLeast() | CriterionApplies():
            return
        case Not(member):
            yield from open_in_tests(member, evaluation)
        case All(members) | AnyOf(members):
            for member in members:
                yield from open_in_tests(member, evaluation)
        case _:
            yield from sorted(judge(condition, evaluation.inputs, _nothing_asked).open)


def _nothing_asked(question: AboutCriterion) -> Verdict:
    raise AssertionError(f"a test of a measure asks about {question.code}")


def pinned_result(result: Result, criterion: Criterion, end: End) -> Result:
    """A criterion's result held at one of its ends: there nothing of it is open any more."""
    if end is End.OUT:
        return replace(
            result,
            points=exactly(_ZERO),
            may_apply=False,
            may_not_apply=True,
            open=frozenset(),
            tops=(_ZERO, _ZERO),
        )
    points = result.low if end is End.LEAST else result.high
    top = criterion.max_points
    return replace(
        result,
        points=exactly(points),
        may_not_apply=False,
        open=frozenset(),
        tops=(top, top),
    )


class Links:
    """What may move with what in a set: parents with their parts, and who asks with the asked."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self._next: dict[str, list[str]] = {}
        for area in criteria.areas:
            for node in area.nodes():
                for component in node.components:
                    self._next.setdefault(component.code, []).append(node.code)
                for code in codes_of(node):
                    self._next.setdefault(code, []).append(node.code)

    def moved(self, codes: Iterable[str]) -> frozenset[str]:
        """Everything that may move where these do, themselves included."""
        found: set[str] = set()
        waiting = list(codes)
        while waiting:
            code = waiting.pop()
            if code not in found:
                found.add(code)
                waiting.extend(self._next.get(code, ()))
        return frozenset(found)


def counted_units(criteria: CriteriaSet) -> Iterator[Criterion]:
    """Units of account inside the maximum."""
    for area in criteria.areas:
        if not area.extra:
            yield from units_of(area)


def extra_nodes(criteria: CriteriaSet) -> Iterator[Criterion]:
    """Units of account beside the maximum: bonus and penalty."""

    def highest(node: Criterion) -> Iterator[Criterion]:
        if node.extra:
            yield from units_of(node)
            return
        for component in node.components:
            yield from highest(component)

    for area in criteria.areas:
        yield from highest(area)


def figures_of(evaluation: Evaluation) -> Figures:
    """The total and the index, as scoring sums them up; nothing is explained."""
    criteria = evaluation.criteria
    units = [evaluation.node(unit) for unit in counted_units(criteria)]
    beside = [evaluation.node(unit) for unit in extra_nodes(criteria)]
    account, extras = _sum(units), _sum(beside) if beside else None
    tops = (
        sum((one.tops[0] for one in units), start=_ZERO),
        sum((one.tops[1] for one in units), start=_ZERO),
    )
    totals = total_of(criteria, account, extras, tops)
    return Figures(totals, index_of(criteria, units, extras, tops), tops)


def _sum(results: Iterable[Result]) -> Account:
    """An account of which the ends alone are worked out."""
    ends = [one.ends for one in results]
    low = sum((one for one, _ in ends), start=_ZERO)
    high = sum((one for _, one in ends), start=_ZERO)
    return Account(_ZERO, _ZERO, low, high, low, _ZERO, low, _ZERO, EMPTY, EMPTY, EMPTY)


def grade_alone(grade: Grade, figures: Figures, evaluation: Evaluation) -> Standing:
    """What can be said of a grade's own tests, whatever better grades and other units do."""
    ladder = grade_ladder(
        (replace(grade, quota=None),),
        figures.totals,
        figures.index,
        evaluation.inputs,
        evaluation.about,
    )
    return ladder[0].standing if ladder else Standing.IMPOSSIBLE
