"""Closures mean what interpretation means, on random sets and data."""

from __future__ import annotations

import datetime
from fractions import Fraction

from hypothesis import event, given
from hypothesis import strategies as st
from support.cases import load_case_set, make_submission
from support.strategies import Unit, units

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Can, Kind
from par_index.model.walking import codes_of
from par_index.scoring.closures.leaves import OUT
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.inputs import Inputs
from par_index.scoring.moves import Way
from par_index.scoring.trials import Place


def evaluated(unit: Unit) -> Evaluation:
    criteria = load_case_set(unit.document)
    submission = make_submission(criteria, unit.keys)
    return Evaluation(criteria, submission, Inputs.of(criteria, submission))


@given(units(complete=True))
def test_a_compiled_leaf_gives_what_interpretation_gives(unit: Unit) -> None:
    evaluation = evaluated(unit)
    compiled, facts = evaluation.compiled, evaluation.inputs.facts
    for leaf in evaluation.criteria.leaves():
        closure = compiled.leaf(leaf)
        event(f"compiled: {closure is not None}")
        # A ground is no fact: closures leave it, here and where a leaf asks about others, alone.
        excused = {code for code, one in evaluation.submission.answers.items() if one.ground}
        asks = any(codes_of(leaf)) or excused & {code for code, _ in leaf.excuses}
        if closure is None or (excused and asks):
            continue
        result = evaluation.node(leaf)
        points = closure.points(facts)
        if points is OUT:
            assert not result.may_apply
        else:
            assert result.may_apply
            assert Fraction(points, compiled.unit) == result.low == result.high


@given(units(), st.data())
def test_a_trial_by_closures_reaches_what_interpretation_reaches(
    unit: Unit, choices: st.DataObject
) -> None:
    evaluation = evaluated(unit)
    way = choices.draw(ways(evaluation.criteria))
    for leaf in evaluation.criteria.leaves():
        place = Place(evaluation, Subject(leaf, leaf.scoring))
        after = place.after(way)
        if not after.evaluation.inputs.contradictory:
            assert place.reach_after(way) == after.reach()


@st.composite
def ways(draw: st.DrawFn, criteria: CriteriaSet) -> Way:
    """One or two moves of measures that can move."""
    movable = [
        measure
        for measure in criteria.measures.values()
        if measure.can not in (None, Can.FIXED) or measure.kind in (Kind.YES_NO, Kind.DATE)
    ]
    way: dict[str, int | bool] = {}
    for measure in draw(st.lists(st.sampled_from(movable), max_size=2) if movable else st.just([])):
        if measure.kind is Kind.YES_NO:
            way[measure.id] = True
        elif measure.kind is Kind.DATE:
            way[measure.id] = draw(st.dates(datetime.date(2021, 1, 1))).toordinal()
        elif measure.can is not None:
            way[measure.id] = draw(st.integers(1, 4)) * (-1 if measure.can is Can.FALL else 1)
    return way
