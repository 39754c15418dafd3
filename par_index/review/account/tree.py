"""The tree of a column: what its leaves come to in every parent and in the whole.

One function for all columns, by scoring's own machinery: a parent's points are the sum of its
components and what its modifiers do to that sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from par_index.exact import round_exact
from par_index.model.assessment import Standing, Totals
from par_index.model.criteria import CriteriaSet, Criterion, RoundingPlace
from par_index.model.reasons import Branch
from par_index.nouns import Noun, replace
from par_index.review.log.state import Value
from par_index.scoring.enclosures import Enclosure, exactly
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.grades import grade_ladder
from par_index.scoring.modifiers import left_of
from par_index.scoring.results import Result

__all__ = ["ROOT", "Node", "Tree", "grade_of", "kids_of", "span_of", "tree_of"]

_ZERO: Final = Fraction(0)
ROOT: Final = ""
"""The code of the whole unit, which no criterion has."""


class Node(Noun):
    """One node of a column: ``points`` are those of its kids and ``adjustment``, exactly."""

    points: Fraction
    applicable: Fraction
    adjustment: Fraction = _ZERO


class Tree(Noun):
    """A column with everything above its leaves, by code; the whole unit under `ROOT`.

    ``exact`` are the points of the whole before they are rounded.
    """

    nodes: Mapping[str, Node]
    exact: Fraction

    @property
    def root(self) -> Node:
        return self.nodes[ROOT]

    @property
    def index(self) -> Fraction | None:
        """Points ÷ applicable maximum; None where nothing applies."""
        root = self.root
        return self.exact / root.applicable if root.applicable else None


def kids_of(criteria: CriteriaSet, criterion: Criterion | None) -> tuple[Criterion, ...]:
    """The nodes whose points a node is the sum of; of the whole unit without one.

    Extra criteria count beside the maximum of the whole, wherever they stand.
    """
    if criterion is not None:
        kids = criterion.components
        return tuple(one for one in kids if criterion.extra or not one.extra)
    plain = (area for area in criteria.areas if not area.extra)
    return (*plain, *(one for area in criteria.areas for one in _highest_extras(area)))


def tree_of(
    evaluation: Evaluation, values: Mapping[str, Value], computed: Tree | None = None
) -> Tree:
    """The tree over these leaves. Conditions on criteria look at the column itself.

    With ``computed``, the tree of what was computed, this is what is supported of that:
    percentages, gates and caps are those that acted there, and no node has more than it has there,
    so that less support below never gives more above.
    """
    criteria = evaluation.criteria
    own = evaluation.with_results(
        {leaf.code: _result(leaf, values[leaf.code]) for leaf in criteria.leaves()}
    )
    nodes: dict[str, Node] = {}
    for area in criteria.areas:
        for criterion in _upwards(area):
            points = None
            if computed is not None and criterion.modifiers is not None and criterion.components:
                points = _supported(evaluation, criterion, nodes, computed)
            nodes[criterion.code] = _node(own, criterion, nodes, values, points)
    nodes[ROOT], exact = _root(criteria, nodes, computed)
    return Tree(nodes, exact)


def span_of(evaluation: Evaluation, values: Mapping[str, Value]) -> tuple[Fraction, Fraction]:
    """Between which ends the points of the whole may still come to lie."""
    criteria = evaluation.criteria
    own = evaluation.with_results(
        {leaf.code: _enclosed(leaf, values[leaf.code]) for leaf in criteria.leaves()}
    )
    ends = [own.node(kid).ends for kid in kids_of(criteria, None)]
    tops = [own.node(area).tops for area in criteria.areas if not area.extra]
    least, most = (sum((top[end] for top in tops), start=_ZERO) for end in (0, 1))
    span = [sum((one[end] for one in ends), start=_ZERO) for end in (0, 1)]
    for bound, pick in ((criteria.cap, min), (criteria.floor, max)):
        if bound is not None:
            bounds = sorted(bound.of(top) for top in (least, most))
            span = [pick(one, at) for one, at in zip(span, bounds, strict=True)]
    rounding = criteria.rounding
    if rounding.at is RoundingPlace.TOTAL:
        span = [round_exact(one, rounding.places, rounding.mode) for one in span]
    return span[0], span[1]


def grade_of(
    evaluation: Evaluation,
    values: Mapping[str, Value],
    tree: Tree,
    span: tuple[Fraction, Fraction],
) -> str:
    """The grade that the column is sure of, by its id; empty where it is not, or there is none.

    Tests of grades look at the column itself.
    """
    criteria, top = evaluation.criteria, tree.root.applicable
    if not criteria.grades or not top:
        return ""
    own = evaluation.with_results(
        {leaf.code: _enclosed(leaf, values[leaf.code]) for leaf in criteria.leaves()}
    )
    low, high = span if span[0] < span[1] else (tree.exact, tree.exact)
    totals = Totals(low, high, tree.exact, tree.exact)
    index = (low / top, high / top)
    ladder = grade_ladder(criteria.grades, totals, index, own.inputs, own.about)
    return next((one.grade.id for one in ladder if one.standing is Standing.SURE), "")


def _enclosed(leaf: Criterion, value: Value) -> Result:
    result = _result(leaf, value)
    if value.span is None or value.na:
        return result
    return replace(result, points=Enclosure(*value.span))


def _upwards(criterion: Criterion) -> Iterator[Criterion]:
    """Everything below a node, then the node."""
    for component in criterion.components:
        yield from _upwards(component)
    yield criterion


def _highest_extras(criterion: Criterion) -> Iterator[Criterion]:
    if criterion.extra:
        yield criterion
        return
    for component in criterion.components:
        yield from _highest_extras(component)


def _result(leaf: Criterion, value: Value) -> Result:
    if value.na:
        return Result(exactly(_ZERO), may_apply=False, may_not_apply=True, branch=Branch.NONE)
    top = leaf.max_points
    return Result(exactly(value.points), branch=Branch.GIVEN, tops=(top, top))


def _node(
    own: Evaluation,
    criterion: Criterion,
    nodes: Mapping[str, Node],
    values: Mapping[str, Value],
    points: Fraction | None,
) -> Node:
    """One node over its kids; ``points`` stand in for what its modifiers would leave."""
    if not criterion.components:
        value = values[criterion.code]
        if value.na:
            return Node(_ZERO, _ZERO)
        return Node(value.points, criterion.max_points)
    total = _sum(own.criteria, criterion, nodes)
    result = own.node(criterion)
    if not result.may_apply:
        return Node(total, _ZERO)
    if points is None:
        points = total if criterion.modifiers is None else result.low
    return Node(points, result.tops[1], points - total)


def _supported(
    evaluation: Evaluation, criterion: Criterion, nodes: Mapping[str, Node], computed: Tree
) -> Fraction:
    """What the modifiers, as they came out for the computed points, leave of supported ones."""
    total = _sum(evaluation.criteria, criterion, nodes)
    result = evaluation.node(criterion)
    if not result.may_apply or criterion.modifiers is None:
        return total
    left = left_of(total, criterion.modifiers, result)
    return min(left, computed.nodes[criterion.code].points)


def _sum(criteria: CriteriaSet, criterion: Criterion | None, nodes: Mapping[str, Node]) -> Fraction:
    return sum((nodes[kid.code].points for kid in kids_of(criteria, criterion)), start=_ZERO)


def _root(
    criteria: CriteriaSet, nodes: Mapping[str, Node], computed: Tree | None
) -> tuple[Node, Fraction]:
    """The whole unit, inside the set's floor and cap, rounded where the set rounds totals."""
    total = _sum(criteria, None, nodes)
    applicable = sum(
        (nodes[area.code].applicable for area in criteria.areas if not area.extra), start=_ZERO
    )
    base = applicable if computed is None else computed.root.applicable
    points = total
    if criteria.cap is not None:
        points = min(points, criteria.cap.of(base))
    if criteria.floor is not None:
        points = max(points, criteria.floor.of(base))
    if computed is not None:
        points = min(points, computed.exact)
    exact, rounding = points, criteria.rounding
    if rounding.at is RoundingPlace.TOTAL:
        points = round_exact(points, rounding.places, rounding.mode)
    return Node(points, applicable, points - total), exact
