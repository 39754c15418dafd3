"""What is open encloses every way in which it may end; what is settled ends in just one way."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.cases import every_score, load_case_set, scored
from support.oracle import Oracle
from support.strategies import Unit, units

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Standing


def standings(assessment: Assessment) -> dict[Standing, set[str]]:
    """The ids of the grades by what can be said of them."""
    return {
        standing: {one.grade.id for one in assessment.grades if one.standing is standing}
        for standing in Standing
    }


@given(units(complete=True))
def test_complete_data_scores_as_the_oracle_says(unit: Unit) -> None:
    oracle = Oracle(unit.document, unit.facts)
    assessment = scored(load_case_set(unit.document), unit.keys)
    for score in every_score(assessment):
        standing = oracle.standing(score.code)
        settled = Outcome.NOT_APPLICABLE if standing.points is None else Outcome.SCORED
        assert (score.code, score.outcome, score.points, score.account.applicable) == (
            score.code,
            settled,
            standing.points,
            standing.applicable,
        )
    totals = assessment.totals
    assert totals.low == totals.high == totals.points == oracle.total
    assert assessment.shown.points == oracle.shown_total
    assert assessment.index_low == assessment.index_high == oracle.index


@given(units(complete=True))
def test_complete_data_holds_the_one_grade_that_the_oracle_gives(unit: Unit) -> None:
    oracle = Oracle(unit.document, unit.facts)
    assessment = scored(load_case_set(unit.document), unit.keys)
    found = standings(assessment)
    assert found[Standing.SURE] == ({oracle.grade} - {None} if assessment.grades else set())
    assert not found[Standing.POSSIBLE]
    assert bool(assessment.grades) == ("grades" in unit.document and oracle.index is not None)


@given(units())
def test_no_completion_leaves_an_interval_and_nothing_settled_moves(unit: Unit) -> None:
    oracle = Oracle(unit.document, unit.facts)
    assessment = scored(load_case_set(unit.document), unit.keys)
    for score in every_score(assessment):
        points = oracle.standing(score.code).points
        assert score.low <= (points or 0) <= score.high, score.code
        if score.outcome is Outcome.SCORED:
            assert points == score.points, score.code
        if score.outcome is Outcome.NOT_APPLICABLE:
            assert points is None, score.code
    assert assessment.totals.low <= oracle.total <= assessment.totals.high
    assert assessment.shown.low <= oracle.shown_total <= assessment.shown.high
    if oracle.index is not None:
        assert assessment.index_low is not None
        assert assessment.index_high is not None
        assert assessment.index_low <= oracle.index <= assessment.index_high


@given(units())
def test_no_completion_contradicts_a_grade_that_is_sure_or_impossible(unit: Unit) -> None:
    oracle = Oracle(unit.document, unit.facts)
    found = standings(scored(load_case_set(unit.document), unit.keys))
    if "grades" in unit.document and oracle.index is not None:
        assert len(found[Standing.SURE]) <= 1
        assert found[Standing.SURE] <= {oracle.grade}
        assert oracle.grade not in found[Standing.IMPOSSIBLE]


def some_of(keys: dict[str, Any], choices: st.DataObject) -> dict[str, Any]:
    """The same keys with some of the data left out."""
    kept = dict(keys)
    for block in ("given", "external", "last_year"):
        if block in keys:
            entries = keys[block].items()
            kept[block] = {id: told for id, told in entries if choices.draw(st.booleans())}
    return kept


@given(units(), st.data())
def test_missing_is_never_zero_and_more_data_never_widens(
    unit: Unit, choices: st.DataObject
) -> None:
    criteria = load_case_set(unit.document)
    wide = scored(criteria, some_of(unit.keys, choices))
    narrow = scored(criteria, unit.keys)
    before = {score.code: score for score in every_score(wide)}
    for score in every_score(narrow):
        assert before[score.code].low <= score.low, score.code
        assert score.high <= before[score.code].high, score.code
        if before[score.code].outcome in (Outcome.SCORED, Outcome.NOT_APPLICABLE):
            assert score.outcome is before[score.code].outcome, score.code
    assert wide.totals.low <= narrow.totals.low
    assert narrow.totals.high <= wide.totals.high
    assert index_range(wide)[0] <= index_range(narrow)[0]
    assert index_range(narrow)[1] <= index_range(wide)[1]
    if narrow.grades and wide.grades:
        assert standings(wide)[Standing.SURE] <= standings(narrow)[Standing.SURE]
        assert standings(wide)[Standing.IMPOSSIBLE] <= standings(narrow)[Standing.IMPOSSIBLE]


def index_range(assessment: Assessment) -> tuple[Fraction, Fraction]:
    """The ends of the index; where there is none, nothing lies between them."""
    if assessment.index_low is None or assessment.index_high is None:
        return Fraction(10**6), Fraction(-(10**6))
    return assessment.index_low, assessment.index_high
