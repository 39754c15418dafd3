"""Rungs: for each number of points that a leaf can give, the least that its parts must come to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from par_index.advice.expected import Expected
from par_index.advice.growth import lever_of
from par_index.advice.trials import Need, Trial
from par_index.exact import round_exact
from par_index.model.criteria import Criterion, RoundingPlace
from par_index.model.measures import Can, Kind
from par_index.model.reasons import InputState
from par_index.model.rules import Bands, BestOf, FullIf, Rule, Share, SumOf
from par_index.model.walking import codes_of
from par_index.nouns import Noun
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.moves import MANY, least_of
from par_index.scoring.slopes import Slopes

__all__ = ["Need", "Rung", "RungState", "Rungs", "rungs_of"]

_STEPS = 12
"""More plateaus than these are no ladder: then only the ends are told."""


class RungState(StrEnum):
    """Whether a number of points is had already, can still be, or cannot any more.

    ``OPEN``: it hangs on what is not reported yet. ``BEYOND``: one part alone does not bring it;
    several together, or something else that the criterion reads, still may. ``LOST``: nothing does.
    """

    SAFE = "safe"
    NEEDS = "needs"
    OPEN = "open"
    BEYOND = "beyond"
    LOST = "lost"


class Rung(Noun):
    """So many points: ``needs`` are alternatives, each by one part alone.

    Where it is lost, ``wanted`` is what a part would have to come to and cannot, and ``most`` what
    it can come to.
    """

    points: Fraction
    state: RungState
    needs: tuple[Need, ...] = ()
    wanted: Need | None = None
    most: Need | None = None


class Rungs(Noun):
    """The ladder of one leaf; ``best`` is the most that one part alone brings for certain.

    ``is_unproven``: for some part neither a slope nor trying tells what it would take. ``coming``
    are the cases to come that could count, as a whole and its number; ``unsaid`` are amounts of
    which the set does not say whether they can still move.
    """

    rungs: tuple[Rung, ...] = ()
    best: Fraction | None = None
    is_unproven: bool = False
    coming: tuple[str, Fraction] | None = None
    unsaid: tuple[str, ...] = ()


def rungs_of(
    now: Evaluation,
    then: Evaluation,
    leaf: Criterion,
    expected: Mapping[str, Expected],
    read: Collection[str],
) -> Rungs:
    """Every rung of a leaf that is worth anything, with the least that earns it for certain."""
    subject = Subject(leaf, leaf.scoring)
    base, held = then.result_of(subject).ends[0], now.result_of(subject).ends[0]
    measures = now.criteria.measures
    levers = [
        lever_of(now.inputs, then.inputs, measures[id], expected) for id in _sorted(now, read)
    ]
    tries = [Trial(then, subject, one) for one in levers if one is not None and one.room > 0]
    told = {*expected, *(one.measure for one in levers if one)}
    unsaid = _unsaid(then, subject, _sorted(now, read), told)
    ladder = _Ladder(
        then,
        subject,
        tuple(one for one in tries if one.helps),
        has_others=bool(unsaid)
        or any(one.is_unproven for one in tries)
        or _has_others(then, subject, read, told),
    )
    best = ladder.best(base)
    levels = sorted(_levels(then, leaf, base, held, best, ladder.tries))
    rungs = [ladder.rung(points) for points in levels if points > base]
    if base > 0:
        rungs.insert(0, Rung(base, RungState.SAFE))
    coming = [(one.whole, one.coming) for one in levers if one is not None and one.coming]
    return Rungs(
        tuple(_distinct(rungs)),
        best,
        any(one.is_unproven for one in tries),
        next(iter(coming), None),
        unsaid,
    )


def _sorted(evaluation: Evaluation, ids: Collection[str]) -> list[str]:
    return [id for id in evaluation.criteria.measures if id in ids]


def _distinct(rungs: Sequence[Rung]) -> Iterator[Rung]:
    """Without rungs that ask for as much as one above them."""
    for number, one in enumerate(rungs):
        above = rungs[number + 1 : number + 2]
        if not one.needs or not any(_finals(one) == _finals(other) for other in above):
            yield one


def _finals(rung: Rung) -> list[tuple[str, Fraction]]:
    return [(one.lever.measure, one.final) for one in rung.needs]


def _has_others(
    then: Evaluation, subject: Subject, read: Collection[str], told: Collection[str]
) -> bool:
    """Whether something else that a leaf reads could still move, and so bring it points."""
    if any(codes_of(subject.criterion)):
        return True
    for id in read:
        known = then.inputs[id]
        measure = known.measure
        if id in told or measure.last_year_of or measure.can is Can.FIXED or measure.of:
            continue
        if measure.kind.is_amount:
            continue
        if measure.kind is Kind.DATE:
            if known.state is not InputState.REPORTED:
                return True
        elif known.answer is not True:
            return True
    return False


def _unsaid(
    then: Evaluation, subject: Subject, read: Sequence[str], told: Collection[str]
) -> tuple[str, ...]:
    """Amounts that more of could bring points, though nothing says whether they can move."""
    found = []
    for id in read:
        known = then.inputs[id]
        measure = known.measure
        if id in told or measure.last_year_of or measure.can is not None or measure.of:
            continue
        if measure.kind.is_amount and known.value.is_exact:
            slope = Slopes(then.inputs, [id], 1).of(subject)
            if slope is None or slope > 0:
                found.append(id)
    return tuple(found)


class _Ladder:
    """The rungs of one leaf, by the parts that can bring it more."""

    def __init__(
        self, then: Evaluation, subject: Subject, tries: tuple[Trial, ...], *, has_others: bool
    ) -> None:
        self.tries = tries
        self._has_others = has_others
        self._highs = [then.result_of(subject).ends[1], *(one.high for one in tries)]

    def best(self, base: Fraction) -> Fraction:
        return max([base, *(one.best for one in self.tries)])

    def rung(self, points: Fraction) -> Rung:
        needs = [one.need(steps) for one in self.tries if (steps := one.least(points)) is not None]
        if needs:
            return Rung(points, RungState.NEEDS, tuple(needs))
        state = RungState.LOST
        if max(self._highs) >= points:
            state = RungState.OPEN
        elif self._has_others or len(self.tries) > 1:
            state = RungState.BEYOND
        for one in self.tries:
            wanted = one.beyond(points)
            if wanted is not None:
                return Rung(points, state, (), wanted, one.need(one.lever.room))
        alone = self.tries[0] if len(self.tries) == 1 else None
        if alone is None or alone.slope is None or alone.lever.room >= MANY:
            return Rung(points, state)
        return Rung(points, state, most=alone.need(alone.lever.room))


def _levels(
    then: Evaluation,
    leaf: Criterion,
    base: Fraction,
    held: Fraction,
    best: Fraction,
    tries: Sequence[Trial],
) -> Iterator[Fraction]:
    """The numbers of points to tell of: of a ladder its rungs, of a share what is held and most."""
    levels = {_rounded(then, points) for points in _written(leaf)}
    levels |= {_rounded(then, leaf.max_points)}
    if held > base:
        levels.add(held)
    if best > base:
        levels.add(best)
    rule = leaf.scoring.rule if leaf.scoring else None
    if rule is not None and _is_stepped(rule):
        for one in tries:
            levels |= set(_plateaus(one, base))
    return (points for points in levels if points > min(base, Fraction(0)))


def _is_stepped(rule: Rule) -> bool:
    """Whether points come by steps alone, none in proportion or for each case."""
    match rule:
        case FullIf():
            return True
        case Bands(_, steps, otherwise, interpolate=False):
            return not any(
                isinstance(one, Share) for one in (otherwise, *(s.points for s in steps))
            )
        case SumOf(items) | BestOf(items):
            return all(_is_stepped(item.rule) for item in items)
        case _:
            return False


def _written(leaf: Criterion) -> Iterator[Fraction]:
    """The points that a ladder names."""
    rule = leaf.scoring.rule if leaf.scoring else None
    match rule:
        case FullIf(_, points, otherwise):
            yield from (points, otherwise)
        case Bands(_, steps, _, interpolate=False):
            yield from (one.points for one in steps if isinstance(one.points, Fraction))
        case _:
            return


def _plateaus(one: Trial, base: Fraction) -> Sequence[Fraction]:
    """The points that a part brings step by step, where they are few."""
    if one.slope is None:
        return ()
    found: list[Fraction] = []
    points = base
    while points < one.best:
        steps = _first_above(one, points)
        if steps is None or len(found) == _STEPS:
            return ()
        low = one.low(steps)
        assert low is not None, "a step that earns has been scored"
        found.append(low)
        points = low
    return found


def _first_above(one: Trial, points: Fraction) -> int | None:
    def is_more(steps: int) -> bool:
        low = one.low(steps)
        return low is not None and low > points

    return least_of(is_more, one.lever.room)


def _rounded(then: Evaluation, points: Fraction) -> Fraction:
    rounding = then.criteria.rounding
    if rounding.at is not RoundingPlace.LEAF:
        return points
    return round_exact(points, rounding.places, rounding.mode)
