"""What decides: the intervals that are told are those of the pinned set; claims hold everywhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.barely_open import BarelyOpen, barely_open
from support.cases import load_case_set, make_submission, scored
from support.oracle import Oracle
from support.strategies import Unit, documents, facts
from support.strategies import told as reported

from par_index.advice.decides import Decides, decides
from par_index.advice.decides_board import Board, ItemKind, OpenItem
from par_index.advice.pinning import End, figures_of, grade_alone
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Standing
from par_index.model.conditions import All
from par_index.model.criteria import CriteriaSet, Criterion, Give, NotApplicable
from par_index.model.rules import FullIf, Modifiers, Scoring
from par_index.nouns import replace
from par_index.scoring.scores import evaluate, score

TRUE = All((), when_none=True)
FEW = settings(max_examples=60)


@st.composite
def open_units(draw: st.DrawFn) -> Unit:
    """A unit of which much is not known, with grades that hang on it."""
    document = draw(documents())
    if "grades" not in document or draw(st.booleans()):
        bounds = draw(st.lists(st.integers(1, 19), min_size=1, max_size=2, unique=True))
        ladder = [
            {"id": f"g{bound}", "title": "Đạt", "at_least": f"{bound * 5}%"}
            for bound in sorted(bounds, reverse=True)
        ]
        document["grades"] = [*ladder, {"id": "cuoi", "title": "Còn lại", "otherwise": "yes"}]
    truth = draw(facts(document))
    known = {id: value for id, value in truth.data.items() if draw(st.integers(1, 3)) == 1}
    return Unit(document, truth, reported(truth, data=known))


def told(unit: Unit | BarelyOpen) -> tuple[Assessment, Decides]:
    assessment = scored(load_case_set(unit.document), unit.keys)
    return assessment, decides(assessment)


@given(open_units())
def test_the_whole_is_summed_up_as_scoring_sums_it_up(unit: Unit) -> None:
    assessment = scored(load_case_set(unit.document), unit.keys)
    figures = figures_of(evaluate(assessment.criteria, assessment.submission))
    totals = assessment.totals
    assert (figures.low, figures.high) == (totals.low, totals.high)
    index = None if assessment.index_low is None else (assessment.index_low, assessment.index_high)
    assert figures.index == index


def rewritten(criteria: CriteriaSet, code: str, points: Fraction | None) -> CriteriaSet:
    """The set with one leaf that always gives these points, or that never applies."""

    def changed(node: Criterion) -> Criterion:
        if node.code != code:
            return replace(node, components=tuple(map(changed, node.components)))
        if points is None:
            policy = NotApplicable(condition=TRUE, give=Give.EXCLUDE)
            return replace(node, excuses=((node.code, policy),))
        scoring = Scoring(FullIf(TRUE, points, points), modifiers=Modifiers())
        return replace(node, scoring=scoring, excuses=(), readings=())

    areas = tuple(map(changed, criteria.areas))
    by_code = {node.code: node for area in areas for node in area.nodes()}
    return replace(criteria, areas=areas, by_code=by_code)


@FEW
@given(open_units())
def test_pinning_an_item_at_its_ends_gives_exactly_the_stated_interval(unit: Unit) -> None:
    """The set in which the criterion simply gives so much, scored from the beginning."""
    assessment, found = told(unit)
    keys = {**unit.keys, "answers": []}
    for item in found.items:
        if item.open.kind is not ItemKind.CRITERION or assessment.submission.answers:
            continue
        for end in item.ends:
            points = None if end.end is End.OUT else end.points
            criteria = rewritten(assessment.criteria, item.code, points)
            submission = make_submission(assessment.criteria, keys)
            totals = score(evaluate(criteria, submission)).totals
            assert (end.low, end.high) == (totals.low, totals.high), (item.code, end.end)


@given(open_units())
def test_an_item_is_listed_for_every_leaf_that_is_open(unit: Unit) -> None:
    assessment, found = told(unit)
    open_ = (Outcome.MISSING, Outcome.PENDING)
    leaves = {one.code for one in assessment.leaves() if one.outcome in open_}
    listed = {one.code for one in found.items if one.open.kind is ItemKind.CRITERION}
    assert leaves == listed
    for item in found.items:
        if not item.open.score.components:
            # A parent waits for its own tests alone: what is below it has items of its own.
            assert {one.why for one in item.open.waits} >= set(item.open.score.why), item.code
        for end in item.ends:
            assert assessment.totals.low <= end.low <= end.high <= assessment.totals.high
    for data in found.data:
        for low, high in (data.least, data.most):
            assert assessment.totals.low <= low <= high <= assessment.totals.high


@given(open_units())
def test_what_closes_most_comes_first(unit: Unit) -> None:
    _, found = told(unit)
    most = [one.closes[1] for one in found.items]
    assert most == sorted(most, reverse=True)


# Claims against every completion.


def is_at(oracle: Oracle, item: OpenItem, end: End) -> bool:
    points = oracle.standing(item.code).points
    if end is End.OUT or points is None:
        return end is End.OUT and points is None
    return points == item.points[end]


def ladder(unit: BarelyOpen) -> list[str]:
    return [one["id"] for one in unit.document.get("grades", [])]


@settings(max_examples=150)
@given(barely_open())
def test_necessary_and_sufficient_hold_in_every_completion(unit: BarelyOpen) -> None:
    _, found = told(unit)
    if not found.grades:
        return
    oracles = [Oracle(unit.document, truth) for truth in unit.completions()]
    order = ladder(unit)
    for need in found.grades:
        reached = order[: order.index(need.grade.id) + 1]
        for claims, is_reached in ((need.necessary, False), (need.sufficient, True)):
            for item, end in claims:
                if item.kind is not ItemKind.CRITERION:
                    continue
                for oracle in oracles:
                    if oracle.index is not None and is_at(oracle, item, end):
                        assert (oracle.grade in reached) is is_reached, (item.code, end)
        best = need.smallest
        if best is None or best.with_tests:
            continue
        if any(item.kind is not ItemKind.CRITERION for item, _ in best.chosen):
            continue
        for oracle in oracles:
            if oracle.index is not None and all(is_at(oracle, *one) for one in best.chosen):
                assert oracle.grade in reached, best


def subsets(items: tuple[OpenItem, ...], count: int) -> Iterator[tuple[tuple[OpenItem, End], ...]]:
    """Every way in which so many items may be held."""
    for subset in itertools.combinations(items, count):
        for ends in itertools.product(*(one.ends for one in subset)):
            yield tuple(zip(subset, ends, strict=True))


@settings(max_examples=150)
@given(open_units())
def test_no_smaller_set_makes_a_grade_sure(unit: Unit) -> None:
    assessment, found = told(unit)
    board = Board(assessment)
    order = [one.id for one in assessment.criteria.grades]
    for need in found.grades:
        rung = order.index(need.grade.id)
        best = need.smallest
        if len(board.items) > 5 or (best is not None and (best.is_cut or best.with_tests)):
            continue
        if any(board.grade_waits(one) for one in assessment.criteria.grades[: rung + 1]):
            continue
        most = len(board.items) if best is None else len(best.chosen) - 1
        for count in range(most + 1):
            for held in subsets(board.items, count):
                with_them = board.held(held)
                figures = figures_of(with_them)
                sure = any(
                    grade_alone(grade, figures, with_them) is Standing.SURE
                    for grade in assessment.criteria.grades[: rung + 1]
                )
                assert not sure, held


def placeless(value: Any) -> str:
    return repr(value)


@given(open_units())
def test_the_assessment_itself_stays_as_it_was(unit: Unit) -> None:
    assessment = scored(load_case_set(unit.document), unit.keys)
    before = placeless((assessment.submission.data, assessment.totals))
    decides(assessment)
    assert placeless((assessment.submission.data, assessment.totals)) == before
