"""Prices: what a move costs, exactly; one price for each measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from math import lcm

from par_index.advice.path.reads import Reads
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.efforts import Effort, Efforts
from par_index.model.measures import Kind
from par_index.nouns import Noun
from par_index.scoring.inputs import Inputs
from par_index.scoring.moves import Way, unit_of

__all__ = ["Cost", "EffortFrom", "Price", "Prices"]

Cost = int
"""Effort, then measures moved, then cases, in one number: costs add up and compare as they do."""

_BASE = 1 << 64
"""More measures and cases than there can be."""


class EffortFrom(StrEnum):
    """Who says what a move costs; nobody, where it is one for each step."""

    SET = "set"
    FILE = "file"
    NOBODY = "nobody"


class Price(Noun):
    """What moving one measure costs.

    ``code`` is the criterion that the move is counted under; ``key`` names the step that a price
    for the whole step is paid for once, however many measures it moves.
    """

    effort: Effort
    code: str
    key: str
    by: EffortFrom

    @property
    def is_default(self) -> bool:
        return self.by is EffortFrom.NOBODY


_STEP = Effort(Fraction(1))


class Prices:
    """The price of every measure that a rule reads, and what ways cost by them."""

    def __init__(
        self, inputs: Inputs, reads: Reads, efforts: Efforts, movable: Iterable[str]
    ) -> None:
        self._inputs = inputs
        self.of: dict[str, Price] = dict(_prices(inputs.criteria, reads, efforts, movable))
        self._units = {id: _unit(inputs, id) for id in self.of}
        parts = [one.effort.amount.denominator for one in self.of.values()]
        parts += [
            (one.effort.amount * self._units[id]).denominator
            for id, one in self.of.items()
            if one.effort.per_item
        ]
        self.scale = lcm(*parts)

    def effort(self, way: Way) -> Fraction:
        """The effort of all moves together; a step that several share is paid once."""
        once: dict[str, Fraction] = {}
        total = Fraction(0)
        for id, move in way.items():
            price = self.of[id]
            if price.effort.per_item:
                total += price.effort.amount * self._units[id] * self.cases(id, move)
            else:
                once[price.key] = price.effort.amount
        return total + sum(once.values(), start=Fraction(0))

    def cost(self, way: Way) -> Cost:
        """Effort first, then how many measures, then how many cases."""
        effort = int(self.effort(way) * self.scale)
        cases = sum(self.cases(id, move) for id, move in way.items())
        return (effort * _BASE + len(way)) * _BASE + cases

    def effort_of(self, cost: Cost) -> Fraction:
        return Fraction(cost // (_BASE * _BASE), self.scale)

    def most(self, effort: Fraction) -> Cost:
        """The greatest cost of at most this effort."""
        return int(effort * self.scale // 1 + 1) * _BASE * _BASE - 1

    def least(self, effort: Fraction) -> Cost:
        """No more than the cost of anything that takes at least this effort."""
        return int(effort * self.scale // 1) * _BASE * _BASE

    def reach(self, id: str, effort: Fraction, most: int) -> int:
        """How far a measure could move if all of this effort were spent on it."""
        stated = self.of[id].effort
        price = stated.amount * (self._units[id] if stated.per_item else 1)
        if not stated.per_item:
            return most if price <= effort else 0
        kind = self._inputs[id].measure.kind
        if price and kind in (Kind.DATE, Kind.YES_NO):
            return most if stated.amount <= effort else 0
        return most if price == 0 else min(most, int(effort / price))

    def cases(self, id: str, move: int | bool) -> int:
        """How many cases a move is; an answer or a day is one."""
        kind = self._inputs[id].measure.kind
        return 1 if isinstance(move, bool) or kind is Kind.DATE else abs(move)


def _unit(inputs: Inputs, id: str) -> Fraction:
    """What one unit of a move counts for: of a percent a whole one is one case."""
    measure = inputs[id].measure
    unit = unit_of(inputs, measure)
    return unit * 100 if measure.kind is Kind.PERCENT else unit


def _prices(
    criteria: CriteriaSet, reads: Reads, efforts: Efforts, movable: Iterable[str]
) -> Iterator[tuple[str, Price]]:
    """Its own price; else that of the first criterion reading it that states one; else one."""
    readers: dict[str, list[Criterion]] = {id: [] for id in movable}
    for area in criteria.areas:
        for node in area.nodes():
            for id in reads.by_rules(node):
                if id in readers:
                    readers[id].append(node)
    for id, nodes in readers.items():
        code = nodes[0].code if nodes else ""
        if id in efforts.measures:
            yield id, Price(efforts.measures[id], code, f"= {id}", EffortFrom.FILE)
            continue
        stated = [(node.code, *found) for node in nodes if (found := _stated(node, efforts))]
        code, effort, by = next(iter(stated), (code, _STEP, EffortFrom.NOBODY))
        yield id, Price(effort, code, code or f"= {id}", by)


def _stated(node: Criterion, efforts: Efforts) -> tuple[Effort, EffortFrom] | None:
    if node.code in efforts.criteria:
        return efforts.criteria[node.code], EffortFrom.FILE
    remedy = node.remedy
    if remedy is None or remedy.effort is None:
        return None
    return Effort(remedy.effort, remedy.effort_per_item), EffortFrom.SET
