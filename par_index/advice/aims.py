"""What a criterion asks for: each test with what it must come to, by the steps that are proven."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil

from par_index.advice.clauses import Clause, Side, caps_of, clauses_of, sides_of
from par_index.model.assessment import Score
from par_index.model.conditions import AnyOf, Bound, Relation
from par_index.model.measures import By, Kind, Measure
from par_index.model.quantities import Amount, Ratio
from par_index.model.reasons import Branch, Percent, Reason, Truth
from par_index.model.rules import Bands, Deduct, Each, FullIf, Given, Proportional
from par_index.model.steps import Change, NextStep, Shortfall
from par_index.model.text import Text
from par_index.model.walking import measures_in_quantity
from par_index.nouns import Noun, replace

__all__ = ["Aim", "Goal", "first_goal", "goals_of"]

_OPPOSITE = {
    Relation.AT_LEAST: Relation.BELOW,
    Relation.ABOVE: Relation.AT_MOST,
    Relation.AT_MOST: Relation.ABOVE,
    Relation.BELOW: Relation.AT_LEAST,
    Relation.BEFORE: Relation.AT_LEAST,
    Relation.ON_OR_BEFORE: Relation.ABOVE,
}
_WORTH_NAMING = 4
"""A nearer step is told where it brings at least this part (one in so many) of all there is."""


class Aim(Noun):
    """One thing that has to be: a test to meet, or a measure to move.

    ``reason`` is the test as the step makes it when ``is_proven``, else as it stands; ``bound`` is
    what it must meet, None where every further one counts. ``change`` is the move behind it, alone
    where no test shows it. ``measure`` is what its first number is of. ``is_share``: all of a share
    is wanted; ``against`` is what others have still to give, which it is the share of. ``given``
    are points that ``measure`` is to have; ``is_deduction``: nothing is to be taken off. ``trend``
    is 1 where it is how much more than last year, -1 where how much less.
    """

    reason: Reason | None = None
    bound: Bound | None = None
    change: Change | None = None
    measure: str = ""
    title: Text | None = None
    is_negated: bool = False
    is_proven: bool = False
    is_share: bool = False
    against: str = ""
    given: Fraction | None = None
    is_deduction: bool = False
    trend: int = 0


class Goal(Noun):
    """Aims that are wanted together, or any one of them; ``step`` is what proves them.

    Without aims only the points are known that are wanted.
    """

    aims: tuple[Aim, ...]
    is_any: bool = False
    step: NextStep | None = None


def goals_of(
    score: Score, shortfall: Shortfall, measures: Mapping[str, Measure]
) -> tuple[Goal, ...]:
    """What all points that are in reach ask for; several goals are alternatives."""
    steps = _best(shortfall)
    if not steps:
        return (_open(score, measures),)
    return tuple(_proven(score, step, measures) for step in steps)


def first_goal(score: Score, shortfall: Shortfall, measures: Mapping[str, Measure]) -> Goal | None:
    """A nearer goal that is worth naming: the next step of a ladder, not one more of many."""
    because = score.because
    if because is None or because.formula or because.items or score.components:
        return None
    for step in shortfall.steps:
        gain = step.low - score.low
        is_nearer = step not in _best(shortfall) and gain > 0
        if is_nearer and gain * _WORTH_NAMING >= shortfall.recoverable:
            return _proven(score, step, measures)
    return None


def _best(shortfall: Shortfall) -> tuple[NextStep, ...]:
    """The steps that reach most."""
    if shortfall.farthest is not None:
        return (shortfall.farthest,)
    most = max((one.high for one in shortfall.steps), default=None)
    return tuple(one for one in shortfall.steps if one.high == most)


def _proven(score: Score, step: NextStep, measures: Mapping[str, Measure]) -> Goal:
    """What changes where the step is taken: tests newly met, or values that earn more."""
    clauses = list(clauses_of(score, measures))
    known = dict(zip(_numbered([one.reason for one in clauses]), clauses, strict=True))
    after = [one for one in step.reasons if not one.is_cap]
    gates, tests = (
        [one for one in after if one.is_gate],
        [one for one in after if not one.is_gate],
    )
    sides = iter([*sides_of(score, gates, measures), *sides_of(score, tests, measures)])
    left = list(step.changes)
    aims = []
    for key, reason in _numbered([*gates, *tests]).items():
        side, clause = next(sides), known.get(key)
        aim = _aim(reason, clause, left, clause.side if clause else side, measures)
        if aim is not None:
            aims.append(aim)
            left = [one for one in left if one is not aim.change]
    aims += [Aim(change=one, measure=one.measure, is_proven=True) for one in left]
    return Goal(tuple(aims), step=step)


_Key = tuple[object, ...]


def _numbered(reasons: Sequence[Reason]) -> dict[_Key, Reason]:
    """Reasons by what they ask, the same question once more by its number."""
    seen: Counter[_Key] = Counter()
    found: dict[_Key, Reason] = {}
    for one in reasons:
        asks = (one.bound, one.measure, one.code, one.question, one.is_gate)
        seen[asks] += 1
        found[*asks, seen[asks]] = one
    return found


def _aim(
    reason: Reason,
    before: Clause | None,
    changes: Sequence[Change],
    side: Side,
    measures: Mapping[str, Measure],
) -> Aim | None:
    """A test after the step, if it is what the step is for."""
    now = None if before is None else before.reason
    if reason.truth is (Truth.YES if side.is_negated else Truth.NO):
        return None
    is_new = now is None or now.truth is not reason.truth
    if not is_new and now is not None and now.terms == reason.terms:
        return None
    change = next((one for one in changes if _moves(one, now, reason)), None)
    if change is None and (not is_new or (now is None and reason.truth is not Truth.OPEN)):
        # It follows from another move, or was so all along behind a gate.
        return None
    rule = before.rule if before else None
    against = _against(rule, reason, measures) if isinstance(rule, Proportional) else ""
    return Aim(
        reason,
        _wanted(reason.bound, side.is_negated) if is_new else None,
        change,
        change.measure if change else side.measure,
        before.title if before else None,
        side.is_negated,
        is_proven=reason.truth is not Truth.OPEN,
        against=against,
        trend=side.trend,
    )


def _wanted(bound: Bound | None, is_negated: bool) -> Bound | None:
    """What a test asks for; where it is wanted not to hold, the opposite."""
    if bound is None or not is_negated or bound.relation not in _OPPOSITE:
        return bound
    return replace(bound, relation=_OPPOSITE[bound.relation])


def _moves(change: Change, before: Reason | None, after: Reason) -> bool:
    """Whether a test shows the move: its answer, its day, or its number before and after."""
    if change.answer is not None:
        return after.measure == change.measure and not after.terms
    if change.day is not None:
        return change.day in after.terms
    if change.after is None or change.after not in _numbers(after):
        return False
    return before is None or change.before in _numbers(before)


def _numbers(reason: Reason) -> list[Fraction]:
    return [
        one.value if isinstance(one, Percent) else one
        for one in reason.terms
        if isinstance(one, Fraction | Percent)
    ]


def _open(score: Score, measures: Mapping[str, Measure]) -> Goal:
    """What a criterion asks for where no step is known."""
    assert score.because is not None, "a node with reasons of its own"
    scoring = score.criterion.scoring
    rule = None if scoring is None else scoring.rule
    is_any = isinstance(rule, FullIf) and isinstance(rule.condition, AnyOf)
    clauses = _wanting(list(clauses_of(score, measures)), score.because.branch, measures)
    aims = [_open_aim(one, measures) for one in clauses]
    aims += [
        _asked(test, side, test.bound)
        for test, side in caps_of(score, measures)
        if test.truth is not (Truth.NO if side.is_negated else Truth.YES)
    ]
    return Goal(tuple(aims), is_any)


def _open_aim(clause: Clause, measures: Mapping[str, Measure]) -> Aim:
    """What a test asks for as it stands, or all that a value can earn."""
    reason, side = clause.reason, clause.side
    match clause.rule:
        case Given(measure, points):
            aim = Aim(reason, measure=measure, given=points)
        case Deduct():
            aim = Aim(reason, measure=side.measure, is_deduction=True)
        case Each() as rule:
            aim = _asked(reason, side, Bound(Relation.AT_LEAST, _needed(rule, measures)))
        case Proportional() as rule:
            against = _against(rule, reason, measures)
            aim = Aim(reason, measure=side.measure, is_share=True, against=against)
        case _:
            aim = _asked(reason, side, reason.bound)
    return replace(aim, title=clause.title)


def _asked(reason: Reason, side: Side, bound: Bound | None) -> Aim:
    wanted = _wanted(bound, side.is_negated)
    return Aim(
        reason,
        wanted,
        measure=side.measure,
        is_negated=side.is_negated,
        trend=side.trend,
    )


def _wanting(
    clauses: Sequence[Clause], branch: Branch, measures: Mapping[str, Measure]
) -> Iterator[Clause]:
    """Tests that do not hold yet: of a ladder the highest rung, of a value more that it can earn.

    Where there is nothing to count, what would be asked of it.
    """
    rungs = set()
    for one in clauses:
        reason = one.reason
        if one.is_earned or (branch is Branch.GATE and not one.is_gate):
            continue
        match one.rule:
            case Bands():
                ladder = (reason.terms, reason.measure, one.title)
                is_wanting = ladder not in rungs and reason.truth is not Truth.YES
                rungs.add(ladder)
            case Given(_, points):
                is_wanting = reason.low is None or reason.low < points
            case Each() as rule:
                is_wanting = reason.low is None or reason.low < _needed(rule, measures)
            case Deduct():
                is_wanting = reason.high is None or reason.high > 0
            case Proportional():
                is_wanting = reason.bound is not None or reason.low is None or reason.low < 1
            case _:
                is_wanting = not one.is_met
        if is_wanting:
            yield one


def _needed(rule: Each, measures: Mapping[str, Measure]) -> Fraction:
    """So many earn all the points; as a whole number where cases are counted."""
    needed = rule.points / rule.each
    ids = measures_in_quantity(rule.of)
    if isinstance(rule.of, Ratio) or any(measures[id].kind is not Kind.COUNT for id in ids):
        return needed
    return Fraction(ceil(needed))


def _against(rule: Proportional, reason: Reason, measures: Mapping[str, Measure]) -> str:
    """What others have still to give, where it is the target of a share."""
    match rule.target:
        case Amount(id) if reason.terms[-1:] == ("?",) and measures[id].by is not By.UNIT:
            return id
        case _:
            return ""
