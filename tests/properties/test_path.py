"""The cheapest path leads where it says, and nothing that costs less does: all moves are tried."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st
from support.path_worlds import HORIZON, Outcome, World, every_outcome, moved, scored, worlds
from support.written import load_case_set, make_submission

from par_index.advice.path import choices
from par_index.advice.path.goals import Goal, Target
from par_index.advice.path.path import Path, Verdict, path
from par_index.model.assessment import Standing
from par_index.model.efforts import Effort, Efforts
from par_index.scoring.scores import Scores

WORLDS = settings(max_examples=50, phases=[Phase.explicit, Phase.generate])
"""Every example tries hundreds of moves: one that fails is told as it is, not made smaller."""


def path_of(world: World, target: Target, **more: object) -> Path:
    criteria = load_case_set(world.document)
    submission = make_submission(criteria, {"given": world.given})
    efforts = Efforts(measures={id: Effort(*one) for id, one in world.efforts.items()})
    return path(criteria, submission, target, efforts=efforts, horizon=HORIZON, **more)  # type: ignore[arg-type]


def moves_of(one: Path) -> dict[str, int]:
    return {id: int(abs(move)) for id, move in one.way.items()}


def reaches(scores: Scores, target: Target) -> bool:
    if target.goal is Goal.POINTS:
        return scores.totals.low >= target.value
    if target.goal is Goal.INDEX:
        return scores.index_low is not None and scores.index_low >= target.value
    assert target.grade is not None
    ids = [one.grade.id for one in scores.grades]
    worse = scores.grades[ids.index(target.grade.id) + 1 :] if ids else ()
    return bool(ids) and all(one.standing is Standing.IMPOSSIBLE for one in worse)


@st.composite
def targets(draw: st.DrawFn, world: World, outcomes: list[Outcome]) -> Target:
    """A goal near what can be reached, a little beyond it too."""
    kind = draw(st.sampled_from([Goal.POINTS, Goal.POINTS, Goal.INDEX, Goal.GRADE]))
    if kind is Goal.GRADE:
        grades = load_case_set(world.document).grades
        return Target(kind, grade=draw(st.sampled_from(grades[:2])))
    better = sorted({one.total for one in outcomes})[-4:]
    scores = draw(st.sampled_from([one for one in outcomes if one.total in better])).scores
    beyond = draw(st.sampled_from([Fraction(0), Fraction(0), Fraction(1, 100)]))
    if kind is Goal.POINTS:
        return Target(kind, scores.totals.low + beyond)
    return Target(kind, (scores.index_low or Fraction(1, 2)) + beyond)


@WORLDS
@given(st.data())
def test_no_way_to_the_goal_costs_less(data: st.DataObject) -> None:
    world = data.draw(worlds())
    outcomes = list(every_outcome(world))
    target = data.draw(targets(world, outcomes))
    found = path_of(world, target)
    reaching = [one for one in outcomes if reaches(one.scores, target)]
    event(f"{target.goal}: {found.verdict}")
    if not reaching:
        # A cap in percent that moves may rule out what the sums alone do not.
        may_not_know = "cap" in world.document and not found.is_whole
        assert found.verdict is Verdict.NONE or (may_not_know and found.verdict is Verdict.UNKNOWN)
        return
    least = min(one.cost for one in reaching)
    best = max(one.total for one in reaching if one.cost == least)
    if found.verdict is Verdict.THERE:
        assert least == (0, 0, 0)
        return
    assert found.verdict is Verdict.CHEAPEST
    moves = moves_of(found)
    assert (found.effort, len(moves), sum(moves.values())) == least
    assert found.after.totals.low == best or target.goal is not Goal.POINTS


@WORLDS
@given(st.data())
def test_whoever_follows_the_path_comes_to_what_it_promises(data: st.DataObject) -> None:
    world = data.draw(worlds())
    outcomes = list(every_outcome(world))
    target = data.draw(targets(world, outcomes))
    found = path_of(world, target)
    later = scored(load_case_set(world.document), moved(world.given, moves_of(found)))
    assert later.totals == found.after.totals
    assert later.index_low == found.after.index_low
    standings = [[one.standing for one in grades] for grades in (later.grades, found.after.grades)]
    assert standings[0] == standings[1]
    if found.verdict in (Verdict.THERE, Verdict.CHEAPEST, Verdict.FOUND):
        assert reaches(later, target)
    gained = sum((one.points for one in found.steps), start=Fraction(0))
    if "cap" not in world.document:
        assert found.before.totals.low + gained == found.after.totals.low


@WORLDS
@given(worlds())
def test_the_curve_is_the_best_total_for_each_effort(world: World) -> None:
    found = path_of(world, Target(Goal.MOST), curve=True)
    front: dict[Fraction, Fraction] = {}
    for one in sorted(every_outcome(world), key=lambda one: (one.effort, -one.total)):
        if not front or one.total > max(front.values()):
            front[one.effort] = one.total
    assert [(point.effort, point.total) for point in found.curve] == list(front.items())
    assert found.after.totals.low == max(front.values())


@WORLDS
@given(worlds(), st.sampled_from(["0", "1", "2.5", "4"]))
def test_a_budget_brings_the_most_there_is_for_it(world: World, amount: str) -> None:
    budget = Fraction(amount)
    found = path_of(world, Target(Goal.MOST), budget=budget)
    best = max(one.total for one in every_outcome(world) if one.effort <= budget)
    assert found.effort <= budget
    assert found.after.totals.low == best


@WORLDS
@given(st.data())
def test_what_is_kept_loses_nothing_and_what_is_forbidden_stays(data: st.DataObject) -> None:
    world = data.draw(worlds())
    criteria = load_case_set(world.document)
    codes = [leaf.code for leaf in criteria.leaves()]
    keep, forbid = data.draw(st.sampled_from(codes)), data.draw(st.sampled_from(["a", "b", "y"]))
    found = path_of(world, Target(Goal.MOST), keep=[keep], forbid=[forbid])
    outcomes = list(every_outcome(world))
    nothing = next(one for one in outcomes if not any(one.moves.values()))
    kept = [
        one
        for one in outcomes
        if not one.moves.get(forbid) and _low(one.scores, keep) >= _low(nothing.scores, keep)
    ]
    assert forbid not in found.way
    assert _low(found.after, keep) >= _low(nothing.scores, keep)
    assert found.after.totals.low == max(one.total for one in kept)


def _low(scores: Scores, code: str) -> Fraction:
    waiting = list(scores.areas)
    while waiting:
        one = waiting.pop()
        if one.code == code:
            return one.low
        waiting.extend(one.components)
    raise AssertionError(code)


@settings(WORLDS, max_examples=40)
@given(st.data())
def test_what_is_not_looked_at_stays_within_the_bounds_that_are_told(data: st.DataObject) -> None:
    world = data.draw(worlds())
    outcomes = list(every_outcome(world))
    target = data.draw(targets(world, outcomes))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choices, "_TRIALS", data.draw(st.sampled_from([0, 10, 60])))
        found = path_of(world, target)
    event(f"{found.verdict}, whole: {found.is_whole}")
    least = min((one.effort for one in outcomes if reaches(one.scores, target)), default=None)
    if least is None:
        assert found.verdict in (Verdict.NONE, Verdict.UNKNOWN)
    else:
        assert found.verdict in (Verdict.THERE, Verdict.CHEAPEST, Verdict.FOUND, Verdict.UNKNOWN)
        assert found.least <= least
    if found.verdict in (Verdict.CHEAPEST, Verdict.FOUND):
        assert least is not None
        assert found.least <= least <= found.effort
