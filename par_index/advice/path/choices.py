"""Choices: everything that can be done in one cluster, and what each leaf then gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from par_index.advice.path.clusters import Cluster, Reader
from par_index.advice.path.knapsack import TooLargeError
from par_index.advice.path.lab import Given, Lab, Spot
from par_index.advice.path.movable import Movable, Shape, values_of, way_of
from par_index.advice.path.prices import Prices
from par_index.nouns import Noun, replace
from par_index.scoring.conditions import judge
from par_index.scoring.moves import Way

__all__ = ["Choice", "Menu", "TooLargeError", "Truths", "menus_of"]

_TRIALS = 60_000
_COMBINATIONS = 20_000
_STRETCHES = 4_000


Truths = tuple[bool, bool, bool]
"""Whether a condition may hold, may fail, may ask nothing."""


class Choice(Noun):
    """Some moves, and what the leaves and conditions they bear on then come to."""

    way: Way
    given: Mapping[str, Given]
    truths: Mapping[str, Truths]


class Menu(Noun):
    """Moves already made, and lists of choices of which one each is taken, independently."""

    start: Choice
    lists: tuple[tuple[Choice, ...], ...]


_Moved = tuple[Movable, int]
_Stretch = tuple[int, int]


def menus_of(lab: Lab, prices: Prices, cluster: Cluster) -> list[Menu]:
    """All choices of a cluster; raises `TooLargeError` rather than leave any out."""
    return list(_Chooser(lab, prices, cluster).menus())


class _Chooser:
    def __init__(self, lab: Lab, prices: Prices, cluster: Cluster) -> None:
        self.lab = lab
        self.prices = prices
        self.cluster = cluster
        self.group_of = {id: group for group in cluster.groups for id in group.members}
        # What a member raises is counted with its group.
        self.movables = {
            id: replace(one, wholes=()) if id in self.group_of else one
            for id, one in cluster.movables.items()
        }
        self.inner = [id for id in self.movables if id not in cluster.outer]
        self.components = _components(self.inner, cluster.readers)
        self.limit = lab.tried + _TRIALS

    def menus(self) -> Iterator[Menu]:
        ranges = [self._range(name) for name in self.cluster.outer]
        left = prod(map(len, ranges))
        for amounts in product(*ranges):
            before = self.lab.tried
            outer = dict(zip(self.cluster.outer, amounts, strict=True))
            if (menu := self._menu(outer)) is not None:
                yield menu
            left -= 1
            if self.lab.tried + left * (self.lab.tried - before) > self.limit:
                raise TooLargeError

    def _range(self, name: str) -> range | list[int]:
        groups = [one for one in self.cluster.groups if one.key == name]
        if groups:
            return range(max(self.movables[id].most for id in groups[0].members) + 1)
        one = self.movables[name]
        return [0, *range(one.first, one.most + 1)]

    def _menu(self, outer: Mapping[str, int]) -> Menu | None:
        moved = [
            (self.movables[name], amount)
            for name, amount in outer.items()
            if name in self.movables and amount
        ]
        risen = [
            (whole, outer[group.key] * group.unit)
            for group in self.cluster.groups
            for whole in group.wholes
            if outer[group.key]
        ]
        free = [one for one in self.cluster.readers if not one.drivers & set(self.inner)]

        def spot(inner: Sequence[_Moved]) -> Spot:
            return self.lab.at(values_of(self.lab.inputs, [*moved, *inner], risen))

        start = self._choice(spot([]), moved, free)
        lists: list[list[_Option]] = []
        for component in self.components:
            options = self._options(component, spot, outer)
            if not options:
                return None
            lists.append(options)
        if not self.components and not spot([]).is_possible:
            return None
        lists = self._shared_out(lists, outer)
        if any(not one for one in lists):
            return None
        return Menu(start, tuple(tuple(option.choice for option in options) for options in lists))

    def _choice(self, spot: Spot, moved: Sequence[_Moved], readers: Sequence[Reader]) -> Choice:
        given = {one.key: spot.leaf(one.leaf) for one in readers if one.leaf is not None}
        truths = {one.key: _truths(spot, one) for one in readers if one.condition is not None}
        return Choice(way_of(moved), given, truths)

    def _options(
        self, component: Sequence[str], spot: _At, outer: Mapping[str, int]
    ) -> list[_Option]:
        """Every combination of stretches, each at its least."""
        readers = [one for one in self.cluster.readers if one.drivers & set(component)]
        stretches = [self._stretches(id, readers, spot, outer) for id in component]
        if prod(map(len, stretches)) > _COMBINATIONS:
            raise TooLargeError
        found = []
        for combination in product(*stretches):
            amounts = {
                id: self._chosen(id, stretch)
                for id, stretch in zip(component, combination, strict=True)
            }
            moved = [(self.movables[id], amount) for id, amount in amounts.items() if amount]
            here = spot(moved)
            if here.is_possible:
                ends = dict(zip(component, combination, strict=True))
                found.append(_Option(self._choice(here, moved, readers), ends))
        return found

    def _chosen(self, id: str, stretch: _Stretch) -> int:
        """The least number of cases; the last day that is as good."""
        return stretch[1] if self.movables[id].shape is Shape.DAY else stretch[0]

    def _stretches(
        self, id: str, readers: Sequence[Reader], spot: _At, outer: Mapping[str, int]
    ) -> list[_Stretch]:
        """Amounts between which nothing differs."""
        one = self.movables[id]
        most = one.most
        if id in self.group_of:
            most = min(most, outer[self.group_of[id].key])
        if id in self.cluster.scanned:
            if most - one.first > _STRETCHES:
                raise TooLargeError
            return [(0, 0), *((n, n) for n in range(one.first, most + 1))]
        watched = [self._watch(reader, id) for reader in readers if id in reader.drivers]

        def signs(amount: int) -> object:
            here = spot([(one, amount)])
            return here.broken, [watch(here) for watch in watched]

        found = [(0, 0)]
        for stretch in _runs(signs, one.first, most):
            found.append(stretch)
            if len(found) > _STRETCHES:
                raise TooLargeError
        return found

    def _watch(self, reader: Reader, id: str) -> Callable[[Spot], object]:
        """What there is to see of a reader as one measure moves."""
        parts = [part for part, drivers in reader.parts if id in drivers]
        leaf = reader.leaf
        if leaf is None:
            return lambda spot: [spot.test(part) for part in parts]
        gradual = [part for part in parts if part.is_gradual]
        is_alone = len(reader.drivers & set(self.inner)) == 1 and len(gradual) == 1
        if is_alone:
            parts = [part for part in parts if not part.is_gradual]
        return lambda spot: (
            [spot.part(leaf, part.scoring) for part in parts],
            spot.leaf(leaf) if is_alone else None,
        )

    def _shared_out(
        self, lists: Sequence[list[_Option]], outer: Mapping[str, int]
    ) -> list[list[_Option]]:
        """Choices in which the members of every group come to its number together."""
        apart: list[list[_Option]] = []
        joint: list[list[_Option]] = []
        for component, options in zip(self.components, lists, strict=True):
            is_bound = any(id in self.group_of for id in component)
            (joint if is_bound else apart).append(options)
        if not self.cluster.groups:
            return apart
        if prod(map(len, joint)) > _COMBINATIONS:
            raise TooLargeError
        found = []
        for combination in product(*joint):
            ends = {id: end for option in combination for id, end in option.ends.items()}
            amounts = self._filled(ends, outer)
            if amounts is not None:
                moved = [(self.movables[id], n) for id, n in amounts.items() if n]
                given = {k: v for option in combination for k, v in option.choice.given.items()}
                truths = {k: v for option in combination for k, v in option.choice.truths.items()}
                found.append(_Option(Choice(way_of(moved), given, truths), ends))
        return [*apart, found]

    def _filled(
        self, ends: Mapping[str, _Stretch], outer: Mapping[str, int]
    ) -> dict[str, int] | None:
        """Within the stretches, the cheapest amounts that come to each group's number."""
        amounts = {id: self._chosen(id, stretch) for id, stretch in ends.items()}
        for group in self.cluster.groups:
            lack = outer[group.key]
            lack -= sum(amounts.get(id, outer.get(id, 0)) for id in group.members)
            for id in sorted(ends.keys() & set(group.members), key=self._rate):
                more = min(max(lack, 0), ends[id][1] - amounts[id])
                amounts[id] += more
                lack -= more
            if lack:
                return None
        return amounts

    def _rate(self, id: str) -> Fraction:
        effort = self.prices.of[id].effort
        return effort.amount if effort.per_item else Fraction(0)


_At = Callable[[Sequence[_Moved]], Spot]


class _Option(Noun):
    """A choice, with the stretch that each of its measures may lie in without a difference."""

    choice: Choice
    ends: Mapping[str, _Stretch]


def _truths(spot: Spot, reader: Reader) -> Truths:
    assert reader.condition is not None, "a condition"
    evaluation = spot.evaluation
    verdict = judge(reader.condition, evaluation.inputs, evaluation.about)
    return verdict.yes, verdict.no, verdict.none


def _runs(sign: Callable[[int], object], first: int, last: int) -> Iterator[_Stretch]:
    """Stretches of equal signs, where a sign that comes back was never gone."""
    start = first
    while start <= last:
        here, step, end = sign(start), 1, start
        bad = last + 1
        while end < last:
            probe = min(start + step, last)
            if sign(probe) != here:
                bad = probe
                break
            end, step = probe, step * 2
        while bad - end > 1:
            middle = (end + bad) // 2
            if sign(middle) == here:
                end = middle
            else:
                bad = middle
        yield start, end
        start = end + 1


def _components(inner: Sequence[str], readers: Sequence[Reader]) -> list[list[str]]:
    """Measures that no reader reads together are chosen apart."""
    found: list[set[str]] = [{id} for id in inner]
    for reader in readers:
        these = [one for one in found if one & reader.drivers]
        if len(these) > 1:
            found = [one for one in found if one not in these]
            found.append(set().union(*these))
    return [[id for id in inner if id in one] for one in found]
