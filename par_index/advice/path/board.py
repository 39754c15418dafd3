"""The board: every cluster with its choices, as options of exact cost and worth for one aim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from par_index.advice.path.asking import Asking
from par_index.advice.path.choices import Menu, TooLargeError, menus_of
from par_index.advice.path.clusters import Cluster
from par_index.advice.path.counting import Bloc, Counting, Partial
from par_index.advice.path.goals import Aim, units_in
from par_index.advice.path.lab import Lab, given, least_of
from par_index.advice.path.prices import Cost, Prices
from par_index.advice.path.rough import High, rough_menus, roughly
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.nouns import Noun
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.moves import Way, values_after
from par_index.scoring.scores import score

__all__ = ["Board", "Pick", "Round"]

_NONE = Fraction(0)
_FEW = 40
"""Choices that are kept of clusters which together have too many."""


class Pick(Noun):
    """Moves that are decided together: their cost, and what they bring to the sum of an aim.

    ``more`` are what they bring to its requirements. ``is_bound``: no real moves, but a bound that
    all those stay within that nobody has looked at.
    """

    cost: Cost
    worth: Fraction
    more: tuple[Fraction, ...]
    way: Way
    is_bound: bool = False


class Round(Noun):
    """One aim's options: what is there without any move, and a list for each set of clusters."""

    worth: Fraction
    more: tuple[Fraction, ...]
    picks: tuple[tuple[Pick, ...], ...]


class Board:
    """All clusters of one submission; each is looked at once, whatever aims there are."""

    def __init__(
        self, lab: Lab, prices: Prices, clusters: Sequence[Cluster], keep: Iterable[str]
    ) -> None:
        self.lab = lab
        self.prices = prices
        self.clusters = clusters
        self.criteria: CriteriaSet = lab.evaluation.criteria
        self.units = dict(_by_code(units_in(self.criteria)))
        self.unit_of = {
            node.code: unit.code for unit, _ in self.units.values() for node in unit.nodes()
        }
        self.slot_of = dict(_slots(unit for unit, _ in self.units.values()))
        self.keep = {node.code for code in keep for node in self.criteria.by_code[code].nodes()}
        self.rough: dict[int, Cluster] = {}
        self._highs: dict[tuple[int, ...], list[tuple[Cost, High]]] = {}
        self.menus: list[list[Menu]] = []
        for number, cluster in enumerate(clusters):
            try:
                self.menus.append(menus_of(lab, prices, cluster))
            except TooLargeError:
                self.rough[number] = cluster
                self.menus.append(rough_menus(lab, prices, cluster))
        self.blocs = [
            Bloc(numbers, tuple(sorted(parents)), tuple(sorted(self._slots_below(parents))))
            for numbers, parents in _blocs([self._parents(cluster) for cluster in clusters])
        ]
        self._read = [{reader.key for reader in cluster.readers} for cluster in clusters]

    @property
    def is_bounded(self) -> bool:
        """Whether the set has a cap or a floor of its own on the total."""
        return self.criteria.cap is not None or self.criteria.floor is not None

    @cached_property
    def is_fixed(self) -> bool:
        """Whether whatever is done the same criteria apply, so that bounds in percent stay."""
        return all(
            found[1:] == given(self.lab.evaluation.node(self.criteria.by_code[code]))[1:]
            for menus in self.menus
            for menu in menus
            for choice in (menu.start, *(one for these in menu.lists for one in these))
            for code, found in choice.given.items()
        )

    def is_capped(self, total: Fraction) -> bool:
        """Whether the set's own cap certainly keeps every total below this."""
        return self.is_bounded and self.is_fixed and self.bounded(total, dict) < total

    def bounded(self, total: Fraction, way: Callable[[], Way]) -> Fraction:
        """A sum under the set's own cap and floor; scored where these may move."""
        if not self.is_fixed:
            return score(self.after(way())).totals.low
        units = [unit for unit, extra in self.units.values() if not extra]
        tops = [self.lab.evaluation.node(unit).tops for unit in units]
        ends = [sum((one[n] for one in tops), start=_NONE) for n in (0, 1)]
        cap, floor = self.criteria.cap, self.criteria.floor
        if cap is not None:
            total = min(total, *map(cap.of, ends))
        return total if floor is None else max(total, min(map(floor.of, ends)))

    def round(self, aim: Aim, *, bounds: bool = False) -> Round:
        """The options for one aim; with ``bounds`` those that stand for what is not looked at."""
        asks = [Asking.of(self.criteria, one) for one in aim.requirements]
        moved = {code for read in self._read for code in read}
        touched = {self.unit_of[code] for code in moved if code in self.unit_of}
        touched |= {code.rpartition(" ")[0] for code in moved if code not in self.unit_of}
        touched = {self.unit_of.get(code, code) for code in touched}
        worth, more = _NONE, [_NONE] * len(asks)
        for code, (unit, extra) in self.units.items():
            if code not in touched:
                result = self.lab.evaluation.node(unit)
                worth += (
                    aim.worth_of(result, extra=extra)
                    if unit.components
                    else aim.worth(given(result), unit.max_points, extra=extra)
                )
        for number, one in enumerate(asks):
            more[number] += one.at_rest(self.lab.evaluation, moved, touched)
        picks = [tuple(self._picks(bloc, aim, asks, bounds=bounds)) for bloc in self.blocs]
        return Round(worth, tuple(more), tuple(picks))

    def bearing(self, id: str) -> list[str]:
        """The units of account that a move may bear on."""
        found = []
        for cluster in self.clusters:
            for reader in cluster.readers:
                if id in reader.movables:
                    code = reader.key if reader.leaf else reader.key.rpartition(" ")[0]
                    found.append(self.unit_of.get(code, reader.key))
        return found

    def needs(self, aim: Aim) -> list[Fraction]:
        """What the requirements of an aim have to come to."""
        return [Asking.of(self.criteria, one).need for one in aim.requirements]

    def rest(self, code: str) -> Fraction:
        """What a leaf gives as things are."""
        return least_of(given(self.lab.evaluation.node(self.criteria.by_code[code])))

    def _slots_below(self, parents: set[str]) -> set[str]:
        return {slot for code, slot in self.slot_of.items() if self.unit_of[code] in parents}

    def _parents(self, cluster: Cluster) -> set[str]:
        """The parents, units of account, that a cluster bears on."""
        found = set()
        for reader in cluster.readers:
            code = reader.key.rpartition(" ")[0] if reader.leaf is None else reader.key
            unit = self.unit_of.get(code)
            if unit is not None and (unit != reader.key or reader.leaf is None):
                found.add(unit)
        return found

    def _picks(
        self, bloc: Bloc, aim: Aim, asks: Sequence[Asking], *, bounds: bool
    ) -> Iterator[Pick]:
        counting = Counting(self, aim, asks, bloc)
        try:
            partials = self._together(bloc, counting)
        except TooLargeError:
            for number in bloc.clusters:
                self.rough[number] = self.clusters[number]
                self.menus[number] = rough_menus(self.lab, self.prices, self.clusters[number])
            partials = self._together(bloc, counting, few=True)
        for one in partials:
            if (pick := self._pick(one, bloc, aim, asks)) is not None:
                yield pick
        rough = [self.rough[number] for number in bloc.clusters if number in self.rough]
        if bounds and rough:
            yield from self._bounds(bloc, rough, aim, asks)

    def _together(self, bloc: Bloc, counting: Counting, *, few: bool = False) -> list[Partial]:
        """All choices of a bloc, or a few of the cheapest of each cluster."""
        partials = [Partial(0, {}, counting.nothing, ())]
        for number in bloc.clusters:
            choices = counting.flat(self.menus[number])
            choices = sorted(choices, key=lambda one: one.cost)[:_FEW] if few else choices
            partials = counting.joined(partials, choices)
            partials = sorted(partials, key=lambda one: one.cost)[:_FEW] if few else partials
        return partials

    def _pick(self, one: Partial, bloc: Bloc, aim: Aim, asks: Sequence[Asking]) -> Pick | None:
        """A partial sum made whole by scoring the parents above it."""
        worth, more = one.sums[0], list(one.sums[1 + len(bloc.slots) :])
        if bloc.parents:
            after = self.after(one.way)
            for code in bloc.parents:
                unit, extra = self.units[code]
                result = after.node(unit)
                if any(
                    after.node(node).ends[0] < self.lab.evaluation.node(node).ends[0]
                    for node in unit.nodes()
                    if node.components and node.code in self.keep
                ):
                    return None
                worth += aim.worth_of(result, extra=extra)
            for number, asking in enumerate(asks):
                more[number] += asking.above(after, bloc.parents)
        return Pick(one.cost, worth, tuple(more), one.way)

    def after(self, way: Way) -> Evaluation:
        if not way:
            return self.lab.evaluation
        inputs = self.lab.inputs
        return self.lab.evaluation.with_inputs(inputs.with_values(dict(values_after(inputs, way))))

    def _bounds(
        self, bloc: Bloc, rough: Sequence[Cluster], aim: Aim, asks: Sequence[Asking]
    ) -> Iterator[Pick]:
        """More than any moves of the bloc can bring, for no more than they cost."""
        touched = {key for number in bloc.clusters for key in self._read[number]}
        codes = {self.unit_of[code] for code in touched if code in self.unit_of} | set(bloc.parents)
        more = tuple(one.most(touched, bloc.parents) for one in asks)
        if bloc.clusters not in self._highs:
            self._highs[bloc.clusters] = list(roughly(self.lab, self.prices, rough))
        for cost, high in self._highs[bloc.clusters]:
            units = [self.units[code] for code in codes]
            worth = sum((high.worth(unit, aim, extra=extra) for unit, extra in units), start=_NONE)
            yield Pick(cost, worth, more, {}, is_bound=True)


def _by_code(
    units: Iterable[tuple[Criterion, bool]],
) -> Iterator[tuple[str, tuple[Criterion, bool]]]:
    for unit, extra in units:
        yield unit.code, (unit, extra)


def _slots(units: Iterable[Criterion]) -> Iterator[tuple[str, str]]:
    """For each leaf below a unit of account, the nearest parent that does more than add up."""

    def below(node: Criterion, slot: str) -> Iterator[tuple[str, str]]:
        if not node.components:
            yield node.code, slot
            return
        own = node.code if node.modifiers is not None else slot
        for component in node.components:
            yield from below(component, own)

    for unit in units:
        if unit.components:
            yield from below(unit, unit.code)


def _blocs(parents: Sequence[set[str]]) -> list[tuple[tuple[int, ...], set[str]]]:
    """Clusters that share a parent, together."""
    found: list[tuple[list[int], set[str]]] = []
    for number, these in enumerate(parents):
        touching = [one for one in found if one[1] & these]
        found = [one for one in found if not one[1] & these]
        numbers = sorted([number, *(n for one in touching for n in one[0])])
        found.append((numbers, these.union(*(one[1] for one in touching))))
    return [(tuple(numbers), these) for numbers, these in sorted(found, key=lambda one: one[0])]
