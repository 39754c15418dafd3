"""What par_index promises of every score, on random sets and data. Named after the promises."""

from __future__ import annotations

import random
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.cases import make_set, make_submission
from support.oracle import Oracle
from support.strategies import AS_OF, complete_data, documents, partial

from par_index.assessing import assess
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet


def loaded(document: dict[str, Any]) -> CriteriaSet:
    with tempfile.TemporaryDirectory() as folder:
        return make_set(document, Path(folder))


def scored(
    criteria: CriteriaSet, data: dict[str, str], survey: dict[str, str] | None = None
) -> Assessment:
    """The unit's own data, and what a survey found."""
    own = {id: value for id, value in data.items() if id != "khao_sat"}
    keys: dict[str, Any] = {"given": own, "as_of": AS_OF.isoformat()}
    survey = data if survey is None else survey
    if "khao_sat" in survey:
        keys["external"] = {"khao_sat": survey["khao_sat"]}
    return assess(criteria, make_submission(criteria, keys))


@given(documents(), complete_data())
def test_complete_data_scores_as_the_oracle_says(
    document: dict[str, Any], data: dict[str, str]
) -> None:
    oracle = Oracle(document, data)
    for leaf in scored(loaded(document), data).leaves():
        points = oracle.points[leaf.code]
        if points is None:
            assert leaf.outcome is Outcome.NOT_APPLICABLE
        else:
            assert leaf.outcome is Outcome.SCORED, leaf.why
            assert leaf.points == points


@given(documents(), complete_data(), st.data())
def test_no_completion_leaves_its_interval_and_no_settled_leaf_moves(
    document: dict[str, Any], data: dict[str, str], choices: st.DataObject
) -> None:
    criteria = loaded(document)
    told = choices.draw(partial(data))
    assessment = scored(criteria, told)
    oracle = Oracle(document, data)
    total = applicable = Fraction(0)
    for leaf in assessment.leaves():
        points = oracle.points[leaf.code]
        total += points or 0
        applicable += 0 if points is None else leaf.criterion.max_points
        assert leaf.low <= (points or 0) <= leaf.high
        if leaf.outcome is Outcome.SCORED:
            assert points == leaf.points
        if leaf.outcome is Outcome.NOT_APPLICABLE:
            assert points is None
    assert assessment.account.low <= total <= assessment.account.high
    if applicable and assessment.index_low is not None and assessment.index_high is not None:
        assert assessment.index_low <= total / applicable <= assessment.index_high


@given(documents(), complete_data(), st.data())
def test_accounts_add_up_for_every_node(
    document: dict[str, Any], data: dict[str, str], choices: st.DataObject
) -> None:
    assessment = scored(loaded(document), choices.draw(partial(data)))
    accounts = [assessment.account, *(area.account for area in assessment.areas)]
    accounts += [leaf.account for leaf in assessment.leaves()]
    for account in accounts:
        assert account.low + account.open + account.lost == account.applicable
        assert account.applicable + account.excluded == account.maximum
        assert sum(account.by_outcome.values()) == account.maximum
        assert sum(account.by_basis.values()) == account.points
        assert account.supported <= account.points or account.supported <= account.low
        assert account.low <= account.high
    leaves = [leaf.account for leaf in assessment.leaves()]
    assert assessment.account.low == sum(one.low for one in leaves)
    assert assessment.account.points == sum(one.points for one in leaves)


@given(documents(), complete_data(), st.data())
def test_a_next_step_keeps_its_promise_and_nothing_smaller_would(
    document: dict[str, Any], data: dict[str, str], choices: st.DataObject
) -> None:
    criteria = loaded(document)
    told = choices.draw(partial(data))
    assessment = scored(criteria, told)
    for shortfall in assessment.shortfalls:
        before = assessment.by_code[shortfall.code]
        for step in shortfall.steps:
            assert step.low > before.low or step.high > before.high
            assert step.high <= before.criterion.max_points
            for change in step.changes:
                measure = criteria.measures[change.measure]
                assert measure.by.value == "unit"
                assert change.answer is None or change.answer is True
                assert not change.amount or measure.can is not None
        counts = {"n", "a", "b", "xau", "m", "k"}
        if not shortfall.steps or not counts <= told.keys():
            continue
        step = shortfall.steps[0]
        moves = {change.measure: int(change.amount) for change in step.changes}
        if step.low <= before.low or any(not amount for amount in moves.values()):
            continue
        assert _after(criteria, told, moves, shortfall.code) == (step.low, step.high)
        if len(moves) == 1:
            ((id, amount),) = moves.items()
            for less in range(1, abs(amount)):
                smaller = {id: less if amount > 0 else -less}
                assert _after(criteria, told, smaller, shortfall.code)[0] <= before.low


def _after(
    criteria: CriteriaSet, told: dict[str, str], moves: dict[str, int], code: str
) -> tuple[Fraction, Fraction]:
    """Score the data that a clerk would report after the moves."""
    data = dict(told)
    data.pop("ty_le", None)
    for id, amount in moves.items():
        data[id] = str(int(data[id]) + amount)
        if id == "b":
            data["n"] = str(int(data["n"]) + amount)
    leaf = scored(criteria, data, told).by_code[code]
    return leaf.low, leaf.high


@given(documents(), complete_data(), st.data())
def test_missing_is_never_zero_and_more_data_never_widens_an_interval(
    document: dict[str, Any], data: dict[str, str], choices: st.DataObject
) -> None:
    criteria = loaded(document)
    told = {id: value for id, value in data.items() if choices.draw(st.booleans())}
    less = {id: value for id, value in told.items() if choices.draw(st.booleans())}
    wide, narrow = scored(criteria, less), scored(criteria, told)
    for leaf in narrow.leaves():
        before = wide.by_code[leaf.code]
        assert before.low <= leaf.low
        assert leaf.high <= before.high


@given(documents(), complete_data(), st.data())
def test_order_of_keys_changes_nothing(
    document: dict[str, Any], data: dict[str, str], choices: st.DataObject
) -> None:
    criteria = loaded(document)
    told = choices.draw(partial(data))
    shuffled = list(told.items())
    random.Random(choices.draw(st.integers(0, 99))).shuffle(shuffled)
    first, second = scored(criteria, told), scored(criteria, dict(shuffled))
    assert first.account == second.account
    assert [one.code for one in first.shortfalls] == [one.code for one in second.shortfalls]
    assert [one.steps for one in first.shortfalls] == [one.steps for one in second.shortfalls]


@given(documents(), complete_data(), st.data())
def test_an_explanation_never_lowers_supported_points_nor_moves_a_score(
    document: dict[str, Any], data: dict[str, str], choices: st.DataObject
) -> None:
    criteria = loaded(document)
    told = choices.draw(partial(data))
    answers = [{"code": leaf.code, "explanation": "Có lý do"} for leaf in criteria.leaves()]
    plain = scored(criteria, told)
    keys = {"given": {id: v for id, v in told.items() if id != "khao_sat"}, "answers": answers}
    if "khao_sat" in told:
        keys["external"] = {"khao_sat": told["khao_sat"]}
    explained = assess(criteria, make_submission(criteria, {**keys, "as_of": AS_OF.isoformat()}))
    assert explained.account.low == plain.account.low
    assert explained.account.high == plain.account.high
    assert explained.account.supported >= plain.account.supported
