"""A column's tree is what scoring makes of the same leaves, and its parts add up."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from support.cases import load_case_set, make_submission
from support.strategies import Unit, units

from par_index.assessing import assess
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, Standing
from par_index.model.reasons import Branch
from par_index.review.account.tree import ROOT, Tree, grade_of, kids_of, span_of, tree_of
from par_index.review.log.reach import Reach, points_given
from par_index.review.log.state import Value
from par_index.scoring.scores import evaluate


def computed_values(assessment: Assessment) -> dict[str, Value]:
    return {
        leaf.code: Value(leaf.low, leaf.outcome is Outcome.NOT_APPLICABLE)
        for leaf in assessment.leaves()
    }


def check_adds_up(tree: Tree, assessment: Assessment) -> None:
    """Leaves and what each node makes of its sum are all there is."""
    criteria = assessment.criteria
    nodes = [None, *(node for area in criteria.areas for node in area.nodes())]
    for node in nodes:
        kids = kids_of(criteria, node)
        if node is None or kids:
            own = tree.nodes[ROOT if node is None else node.code]
            below = sum((tree.nodes[kid.code].points for kid in kids), start=Fraction(0))
            assert own.points == below + own.adjustment
    leaves = [tree.nodes[leaf.code].points for leaf in criteria.leaves()]
    inside = [node.code for node in nodes if node is not None and node.components]
    adjustments = [tree.nodes[code].adjustment for code in (ROOT, *inside)]
    assert tree.root.points == sum(leaves, start=Fraction(0)) + sum(adjustments)


@given(units(complete=True))
def test_the_tree_of_computed_leaves_is_the_assessment(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    submission = make_submission(criteria, unit.keys)
    assessment = assess(criteria, submission)
    tree = tree_of(evaluate(criteria, submission), computed_values(assessment))
    for code, score in assessment.by_code.items():
        assert tree.nodes[code].points == score.low
        assert tree.nodes[code].applicable == score.account.applicable
    assert tree.root.points == assessment.shown.low
    assert tree.root.applicable == assessment.account.applicable
    assert tree.index == assessment.index_low
    sure = [one.grade.id for one in assessment.grades if one.standing is Standing.SURE]
    span = (tree.root.points, tree.root.points)
    evaluation = evaluate(criteria, submission)
    assert [grade_of(evaluation, computed_values(assessment), tree, span)] == (sure or [""])
    same = tree_of(evaluate(criteria, submission), computed_values(assessment), tree)
    assert same == tree
    check_adds_up(tree, assessment)


@given(units(), st.data())
def test_the_parts_of_any_column_add_up(unit: Unit, data: st.DataObject) -> None:
    criteria = load_case_set(unit.document)
    submission = make_submission(criteria, unit.keys)
    assessment = assess(criteria, submission)
    quarters = st.integers(-4, 12).map(lambda number: Fraction(number, 4))
    values = {
        leaf.code: Value(data.draw(quarters), na=False)
        if data.draw(st.integers(0, 4))
        else Value(Fraction(0), na=True)
        for leaf in criteria.leaves()
    }
    evaluation = evaluate(criteria, submission)
    computed = tree_of(evaluation, computed_values(assessment))
    for above in (None, computed):
        check_adds_up(tree_of(evaluation, values, above), assessment)
    low, high = span_of(evaluation, values)
    # A gate or a cap may hang on a measure that nobody has reported, whatever the leaves hold.
    assert low <= tree_of(evaluation, values).root.points <= high


@given(units(complete=True))
def test_what_a_leaf_comes_to_is_one_of_the_points_that_its_rule_gives(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    assessment = assess(criteria, make_submission(criteria, unit.keys))
    reach = Reach(criteria)
    for leaf in assessment.leaves():
        # What an excuse gives is none of the rule's own points.
        branch = None if leaf.because is None else leaf.because.branch
        if leaf.outcome is not Outcome.SCORED or branch in (Branch.GROUND, Branch.CONDITION):
            continue
        low, high = reach.of(leaf.criterion)
        assert low <= leaf.low <= leaf.high <= high
        points = points_given(criteria, leaf.criterion)
        assert points is None or leaf.low in points
