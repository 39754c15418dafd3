"""The cheapest path to a total, an index or a grade that certainly holds once it is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from fractions import Fraction

from par_index.advice.path.board import Board
from par_index.advice.path.clusters import clusters_of
from par_index.advice.path.goals import Aim, Goal, Target, aims_of, conditions_of
from par_index.advice.path.knapsack import TooLargeError
from par_index.advice.path.lab import Lab
from par_index.advice.path.movable import movables
from par_index.advice.path.prices import Prices
from par_index.advice.path.reads import Reads
from par_index.advice.path.search import curve_of, search, way_of_picks, within
from par_index.advice.path.steps import Step, steps_of
from par_index.assessing import assess, explain
from par_index.finding.findings import Found
from par_index.model.assessment import Assessment, Standing
from par_index.model.conditions import All
from par_index.model.criteria import CriteriaSet
from par_index.model.efforts import Efforts
from par_index.model.reasons import Reason
from par_index.model.submission import Submission
from par_index.model.units import lack_of
from par_index.nouns import Noun
from par_index.scoring.conditions import judge
from par_index.scoring.inputs import Inputs
from par_index.scoring.moves import Way, rising_with
from par_index.scoring.scores import evaluate, score

__all__ = ["Path", "Point", "Verdict", "path"]


class Verdict(StrEnum):
    """What is said of a path.

    ``THERE``: the goal holds already. ``CHEAPEST``: nothing that costs less leads there, proven.
    ``FOUND``: it leads there; what costs less is not ruled out, down to ``least``. Of the others
    the way to the most there is is told. ``BEYOND``: what leads there costs more than the budget.
    ``NONE``: nothing leads there. ``UNKNOWN``: nothing is found that does, and it is not ruled out.
    ``MOST``: no more was asked for.
    """

    THERE = "there"
    CHEAPEST = "cheapest"
    FOUND = "found"
    BEYOND = "beyond"
    NONE = "none"
    UNKNOWN = "unknown"
    MOST = "most"


class Point(Noun):
    """A point of the curve: the best total for an effort."""

    effort: Fraction
    total: Fraction


class Path(Noun):
    """Steps to a goal, and what is scored before and after them.

    ``effort`` is that of all steps, ``least`` what no way there costs less than. ``ask`` are
    measures that cannot move because they are not reported. ``unmet`` are tests of the grade that
    are not certain, even so. ``is_whole``: every choice has been looked at, so what is said of the
    most there is, is proven.
    """

    target: Target
    verdict: Verdict
    before: Assessment
    after: Assessment
    steps: tuple[Step, ...]
    way: Way
    effort: Fraction
    least: Fraction
    ask: tuple[str, ...]
    unpriced: tuple[str, ...]
    is_whole: bool
    unmet: tuple[Reason, ...] = ()
    curve: tuple[Point, ...] = ()
    keep: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    budget: Fraction | None = None


def path(
    criteria: CriteriaSet,
    submission: Submission,
    target: Target,
    *,
    keep: Sequence[str] = (),
    forbid: Sequence[str] = (),
    budget: Fraction | None = None,
    efforts: Efforts | None = None,
    curve: bool = False,
    horizon: int | None = None,
) -> Path:
    """What to move, at the least effort, for the target to hold whatever is still open.

    ``keep`` are codes that may not lose points, ``forbid`` codes that may not be worked on and
    measures that may not move. With a ``budget`` that is not enough, what it brings at the most.
    """
    before = assess(criteria, submission)
    lab = Lab(evaluate(criteria, submission))
    reads = Reads(criteria)
    frozen = set(_frozen(lab.inputs, reads, forbid))
    moving, ask = movables(lab.inputs, _read(criteria, reads), frozen, horizon)
    prices = Prices(lab.inputs, reads, efforts or Efforts(), moving)
    aims = aims_of(criteria, target)
    leaves = list(criteria.leaves())
    conditions = dict(conditions_of(criteria, aims))
    clusters = clusters_of(lab.inputs, reads, moving, leaves, conditions)
    board = Board(lab, prices, clusters, keep)
    seeker = _Seeker(board, before, target, aims)
    verdict, way, least = seeker.found(budget)
    after = seeker.after(way)
    points: list[tuple[Fraction, Fraction]] = []
    if curve:
        with suppress(TooLargeError):
            points = curve_of(board)
    used = {prices.of[id].code for id in way if prices.of[id].is_default}
    return Path(
        target,
        verdict,
        before,
        after,
        steps_of(board, before, after, way),
        way,
        prices.effort(way),
        least,
        tuple(_wanted(before, reads, ask)),
        tuple(sorted(used)),
        not board.rough and (board.is_fixed or not board.is_bounded),
        tuple(_unmet(board, target, way)),
        tuple(Point(*one) for one in points),
        tuple(keep),
        tuple(forbid),
        budget,
    )


def _unmet(board: Board, target: Target, way: Way) -> Iterator[Reason]:
    """The tests of the grade, beside its points, that are not certain after the moves."""
    condition = None if target.grade is None else target.grade.condition
    if condition is None:
        return
    after = board.after(way)
    for one in condition.members if isinstance(condition, All) else (condition,):
        verdict = judge(one, after.inputs, after.about)
        if verdict.no:
            yield from verdict.reasons


class _Seeker:
    def __init__(self, board: Board, before: Assessment, target: Target, aims: list[Aim]) -> None:
        self.board = board
        self.before = before
        self.target = target
        self.aims = aims
        self._after: dict[tuple[tuple[str, int], ...], Assessment] = {(): before}

    def after(self, way: Way) -> Assessment:
        """What is scored after moves, once each; nothing is looked for in it."""
        key = tuple(way.items())
        if key not in self._after:
            scores = score(self.board.after(way))
            before = self.before
            nothing = Found((), (), None)
            self._after[key] = explain(before.criteria, before.submission, scores, nothing)
        return self._after[key]

    def found(self, budget: Fraction | None) -> tuple[Verdict, Way, Fraction]:
        """What can be said, the moves, and the effort that no way to the goal is below."""
        none = Fraction(0)
        if self.target.goal is Goal.MOST:
            return Verdict.MOST, self._most(budget), none
        if self._holds({}):
            return Verdict.THERE, {}, none
        if self.target.goal is Goal.POINTS and self.board.is_capped(self.target.value):
            return Verdict.NONE, self._most(budget), none
        searched = [search(self.board, aim) for aim in self.aims]
        ways = [one for one in searched if one.way is not None and self._holds(one.way)]
        # No way to the grade costs less than the least of any of its aims.
        bounds = [one.least for one in searched if one.least is not None]
        if not bounds:
            return Verdict.NONE, self._most(budget), none
        effort_of = self.board.prices.effort_of
        least = effort_of(min(bounds))
        if not ways:
            return Verdict.UNKNOWN, self._most(budget), least
        best = min(ways, key=lambda one: one.cost)
        assert best.way is not None
        effort = effort_of(best.cost)
        if budget is None or effort <= budget:
            return Verdict.CHEAPEST if effort == least else Verdict.FOUND, best.way, least
        is_beyond = least > budget
        return (Verdict.BEYOND if is_beyond else Verdict.UNKNOWN), self._most(budget), least

    def _most(self, budget: Fraction | None) -> Way:
        prices = self.board.prices
        aim = self.aims[-1] if self.aims else Aim(Fraction(0))
        most = None if budget is None else prices.most(budget)
        try:
            picks, _ = within(self.board, aim, most)
        except TooLargeError:
            return {}
        return way_of_picks(picks)

    def _holds(self, way: Way) -> bool:
        """Whether scoring says that the goal is certain."""
        return _holds(self.after(way), self.target)


def _holds(scores: Assessment, target: Target) -> bool:
    """Whether the goal certainly holds."""
    if target.goal is Goal.POINTS:
        return scores.totals.low >= target.value
    if target.goal is Goal.INDEX:
        return scores.index_low is not None and scores.index_low >= target.value
    if target.goal is Goal.GRADE:
        assert target.grade is not None, "a grade"
        ids = [one.grade.id for one in scores.grades]
        worse = scores.grades[ids.index(target.grade.id) + 1 :] if ids else ()
        return bool(ids) and all(one.standing is Standing.IMPOSSIBLE for one in worse)
    return False


def _read(criteria: CriteriaSet, reads: Reads) -> list[str]:
    """All measures that anything of the set reads, in its order."""
    found: set[str] = set()
    for area in criteria.areas:
        found |= reads.of(area)
    for grade in criteria.grades:
        if grade.condition is not None:
            found |= reads.of_condition(grade.condition)
    return [id for id in criteria.measures if id in found]


def _wanted(before: Assessment, reads: Reads, ask: Iterable[str]) -> Iterator[str]:
    """Those that something reads which has not all its points."""
    nodes = [one for area in before.areas for one in area.nodes() if lack_of(one) > 0]
    read = {id for one in nodes if not one.components for id in reads.of(one.criterion)}
    read |= {id for one in nodes for id in reads.by_rules(one.criterion)}
    return (id for id in ask if id in read)


def _frozen(inputs: Inputs, reads: Reads, forbid: Iterable[str]) -> Iterator[str]:
    """What may not be moved; with a measure goes what cannot move without it."""
    criteria = inputs.criteria
    for name in forbid:
        if name in criteria.measures:
            yield name
            for measure in criteria.measures.values():
                if name in rising_with(inputs, measure):
                    yield measure.id
        if name in criteria.by_code:
            for node in criteria.by_code[name].nodes():
                yield from reads.by_rules(node)
