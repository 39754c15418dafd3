"""Edges: scored rates of counts that lose points with the next few failures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from par_index.model.criteria import Criterion
from par_index.model.measures import Kind
from par_index.model.quantities import Amount, Quantity, Ratio
from par_index.model.reasons import InputState
from par_index.model.rules import Bands, FullIf, Rule, Share
from par_index.model.walking import quantities_in_rule
from par_index.nouns import Noun
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.known import Known
from par_index.scoring.spares import first_loss

__all__ = ["NEAR", "Edge", "edges_of", "rates_in"]

NEAR = 3
"""A rate that bears so many more failures stands at no edge."""


class Edge(Noun):
    """A part of a whole on which points hang, and how many more failures it can bear.

    A failure is a case that leaves the part; where a greater part is worse, one that joins it.
    """

    code: str
    part: str
    value: Fraction
    whole: Fraction
    spare: int


def rates_in(evaluation: Evaluation, leaf: Criterion) -> Iterator[tuple[str, str]]:
    """The parts and wholes, both counted, of which a leaf's rule takes a rate; each once."""
    if leaf.scoring is not None:
        yield from _pairs(evaluation, quantities_in_rule(leaf.scoring.rule))


def edges_of(evaluation: Evaluation) -> Iterator[Edge]:
    """The edges of all leaves whose points are certain."""
    for leaf in evaluation.criteria.leaves():
        if leaf.scoring is None:
            continue
        for part, whole in _pairs(evaluation, _stepped(leaf.scoring.rule)):
            held = evaluation.node(leaf)
            if held.may_not_apply or not held.is_decided:
                continue
            edge = _edge(evaluation, leaf, part, whole)
            if edge is not None:
                yield edge


def _stepped(rule: Rule) -> Iterator[Quantity]:
    """The quantities on which points hang by steps alone; what is in proportion has no edge."""
    match rule:
        case FullIf():
            yield from quantities_in_rule(rule)
        case Bands(of, steps, otherwise, interpolate=False):
            if not any(isinstance(one, Share) for one in (otherwise, *(s.points for s in steps))):
                yield of
        case _:
            return


def _pairs(evaluation: Evaluation, quantities: Iterable[Quantity]) -> Iterator[tuple[str, str]]:
    pairs = (_pair(of, evaluation) for of in quantities)
    for part, whole in dict.fromkeys(pair for pair in pairs if pair is not None):
        if all(_is_counted(evaluation.inputs[id]) for id in (part, whole)):
            yield part, whole


def _pair(of: Quantity, evaluation: Evaluation) -> tuple[str, str] | None:
    match of:
        case Ratio(Amount(part), Amount(whole)):
            return part, whole
        case Amount(id):
            return evaluation.criteria.measures[id].of
        case _:
            return None


def _is_counted(known: Known) -> bool:
    is_count = known.measure.kind is Kind.COUNT
    return is_count and known.state is InputState.REPORTED and known.value.is_exact


def _edge(evaluation: Evaluation, leaf: Criterion, part: str, whole: str) -> Edge | None:
    value, base = (evaluation.inputs[id].value.low for id in (part, whole))
    assert value is not None and base is not None
    if value in (0, base):
        # All or none: no bound could be nearer, and a bound of 100% says so itself.
        return None
    for sign, room in ((-1, value), (1, base - value)):
        failures = first_loss(evaluation, leaf, part, sign, min(NEAR, int(room)))
        if failures is not None:
            return Edge(leaf.code, part, value, base, failures - 1)
    return None
