"""Clusters with too many choices: single moves that are real, and a bound on all the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.path.choices import Choice, Menu, TooLargeError, menus_of
from par_index.advice.path.clusters import Cluster, Reader
from par_index.advice.path.goals import Aim
from par_index.advice.path.lab import Lab, given
from par_index.advice.path.movable import Movable, Shape
from par_index.advice.path.prices import Cost, Prices
from par_index.model.criteria import Criterion
from par_index.nouns import Noun, replace
from par_index.scoring.enclosures import Enclosure
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.inputs import Inputs

__all__ = ["High", "rough_menus", "roughly"]

_NONE = Fraction(0)
_LEAST = Fraction(1, 10)
_GROWTH = Fraction(5, 4)
"""By how much the efforts differ that bounds are worked out for."""


def rough_menus(lab: Lab, prices: Prices, cluster: Cluster) -> list[Menu]:
    """The choices that move one measure alone, and none at all: real ones, though not all."""
    found: list[Menu] = []
    for id, one in cluster.movables.items():
        alone = replace(
            cluster, movables={id: one}, groups=(), outer=(), readers=_alone(cluster, id)
        )
        try:
            found += menus_of(lab, prices, alone)
        except TooLargeError:
            continue
    return found or [Menu(_nothing(lab, cluster), ())]


def _alone(cluster: Cluster, id: str) -> tuple[Reader, ...]:
    return tuple(
        replace(
            reader,
            parts=tuple((part, frozenset({id})) for part, _ in reader.parts),
            movables=reader.movables & {id},
            drivers=reader.movables & {id},
        )
        for reader in cluster.readers
    )


def _nothing(lab: Lab, cluster: Cluster) -> Choice:
    rest = {
        one.key: given(lab.evaluation.node(one.leaf))
        for one in cluster.readers
        if one.leaf is not None
    }
    return Choice({}, rest, {})


class High(Noun):
    """The most that anything can come to, wherever the moves of a cluster lead."""

    after: Evaluation

    def worth(self, unit: Criterion, aim: Aim, *, extra: bool) -> Fraction:
        result = self.after.node(unit)
        if not result.may_apply:
            return Fraction(0)
        if aim.share is None or extra:
            return max(result.high, Fraction(0)) if result.may_not_apply else result.high
        tops = [top for top in result.tops if top > 0]
        choices = [result.high - aim.share * top for top in tops]
        return max([*choices, Fraction(0)] if result.may_not_apply or not tops else choices)


def roughly(lab: Lab, prices: Prices, clusters: Sequence[Cluster]) -> Iterator[tuple[Cost, High]]:
    """For more and more effort the most that it can bring, whatever it is spent on.

    Each with what costs no less than it: spending so much, or more, up to what comes next. Every
    measure may go as far as all the effort would take it alone.
    """
    movables = [one for cluster in clusters for one in cluster.movables.values()]
    cost = min(prices.cost({one.id: one.move(one.first)}) for one in movables)
    effort = max(prices.effort_of(cost), _LEAST)
    before: list[int] = []
    while True:
        amounts = [prices.reach(one.id, effort, one.most) for one in movables]
        if amounts != before:
            yield cost, _high(lab, list(zip(movables, amounts, strict=True)))
        if all(reach == one.most for one, reach in zip(movables, amounts, strict=True)):
            return
        before = amounts
        cost = max(cost, prices.least(effort))
        effort *= _GROWTH


def _high(lab: Lab, reached: Sequence[tuple[Movable, int]]) -> High:
    """Everything at once that the measures may be, each up to so many cases."""
    inputs = lab.inputs
    values: dict[str, Enclosure] = {}
    known = {id: inputs[id] for id in inputs.criteria.measures}
    for one, amount in reached:
        if not amount:
            continue
        if one.shape is Shape.ANSWER:
            known[one.id] = replace(known[one.id], answer=None)
        else:
            _widen(lab, one, amount, values)
    started = Inputs(inputs.criteria, inputs.as_of, known, (), inputs.links)
    return High(lab.evaluation.with_inputs(started.with_values(values)))


def _widen(lab: Lab, one: Movable, amount: int, values: dict[str, Enclosure]) -> None:
    if one.shape is Shape.DAY:
        values[one.id] = lab.inputs[one.id].value
        return
    more = amount * one.unit
    for id in (one.id, *one.wholes):
        known = values.get(id, lab.inputs[id].value)
        assert known.low is not None and known.high is not None, "it is told"
        values[id] = Enclosure(known.low + min(more, _NONE), known.high + max(more, _NONE))
