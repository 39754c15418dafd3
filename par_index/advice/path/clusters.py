"""Clusters: measures whose moves have to be decided together, and everything that reads them.

Between clusters nothing is shared: no leaf, no condition and no bound of a part by its whole
depends on measures of two of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.advice.path.movable import Movable, Shape
from par_index.advice.path.parts import Moving, Part, is_monotone, parts_of, tests_of
from par_index.advice.path.reads import Reads
from par_index.model.conditions import Condition
from par_index.model.criteria import Criterion
from par_index.model.measures import Kind
from par_index.model.walking import measures_in_quantity
from par_index.nouns import Noun
from par_index.scoring.inputs import Inputs

__all__ = ["Cluster", "Group", "Reader", "clusters_of"]


class Group(Noun):
    """Measures whose new cases raise the same wholes: how many there are together is one number."""

    wholes: tuple[str, ...]
    unit: Fraction
    members: tuple[str, ...]

    @property
    def key(self) -> str:
        return " + ".join(self.members)


class Reader(Noun):
    """A leaf, or a condition that a parent or a grade asks, with the parts that can turn.

    ``movables`` are all it depends on. ``drivers`` are by what it does so, for all of it and for
    each part: measures by themselves, and groups by their keys for the wholes that they raise.
    """

    key: str
    leaf: Criterion | None
    condition: Condition | None
    parts: tuple[tuple[Part, frozenset[str]], ...]
    movables: frozenset[str]
    drivers: frozenset[str]


class Cluster(Noun):
    """What is decided together.

    ``outer`` are the measures and groups that are tried one value after the other, so that every
    part depends on one of the other measures at most; ``scanned`` measures have no other way than
    value by value.
    """

    movables: Mapping[str, Movable]
    readers: tuple[Reader, ...]
    groups: tuple[Group, ...]
    outer: tuple[str, ...]
    scanned: frozenset[str]


_Reading = tuple[str, Criterion | None, Condition | None, frozenset[str], frozenset[str]]
"""A reader's key, leaf or condition, the measures that it reads, and what of them can move."""


def clusters_of(
    inputs: Inputs,
    reads: Reads,
    movables: Mapping[str, Movable],
    leaves: Iterable[Criterion],
    conditions: Mapping[str, Condition],
) -> list[Cluster]:
    """All clusters, in the order of the set; movables that nothing reads are in none."""
    touched = {id: _touched(inputs, one) for id, one in movables.items()}
    readings: list[_Reading] = []
    for leaf in leaves:
        read = reads.of(leaf)
        readings.append((leaf.code, leaf, None, read, _moving(read, touched)))
    for key, condition in conditions.items():
        read = reads.of_condition(condition)
        readings.append((key, None, condition, read, _moving(read, touched)))
    readings = [one for one in readings if one[4]]
    ties = [one[4] for one in readings]
    ties += [frozenset(pair) for pair in _bounded(inputs, movables)]
    return [
        _cluster(inputs, movables, together, touched, readings)
        for together in _joined(list(movables), ties)
        if any(one[4] & together for one in readings)
    ]


def _touched(inputs: Inputs, one: Movable) -> frozenset[str]:
    """What changes with a measure: itself, its wholes, their rates, what is inferred from them."""
    found = {one.id, *one.wholes}
    waiting = list(found)
    while waiting:
        for other in inputs.around(waiting.pop()):
            if other not in found and not inputs[other].value.is_exact:
                found.add(other)
                waiting.append(other)
    rates = {rate for id in found for _, _, rate in inputs.links.rates_over.get(id, ())}
    return frozenset(found | rates)


def _moving(read: frozenset[str], touched: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(id for id, these in touched.items() if these & read)


def _bounded(inputs: Inputs, movables: Mapping[str, Movable]) -> Iterator[tuple[str, str]]:
    """Pairs of which one may bound the other: a part that moves in a whole that moves."""
    by_measure: dict[str, list[str]] = {}
    for id, one in movables.items():
        for measure in (id, *one.wholes):
            by_measure.setdefault(measure, []).append(id)
    for whole, parts in inputs.links.parts.items():
        for part in parts:
            for first in by_measure.get(part, ()):
                for second in by_measure.get(whole, ()):
                    if first != second:
                        yield first, second


def _joined(ids: Sequence[str], ties: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The smallest sets that no tie crosses, in the order of their first members."""
    home = {id: {id} for id in ids}
    for tie in ties:
        first, *others = tie
        for id in others:
            if home[id] is not home[first]:
                home[first] |= home[id]
                for member in home[id]:
                    home[member] = home[first]
    found: dict[int, set[str]] = {}
    for id in ids:
        found.setdefault(_id(home[id]), home[id])
    return [frozenset(one) for one in found.values()]


_id = id


def _cluster(
    inputs: Inputs,
    movables: Mapping[str, Movable],
    together: frozenset[str],
    touched: Mapping[str, frozenset[str]],
    readings: Iterable[_Reading],
) -> Cluster:
    own = {id: one for id, one in movables.items() if id in together}
    groups = _groups(own)
    drivers = _drivers(own, groups, touched)
    readers = tuple(
        Reader(
            key,
            leaf,
            condition,
            tuple(_parts(inputs, leaf, condition, drivers)),
            found,
            frozenset(name for id in read for name in drivers.get(id, ())),
        )
        for key, leaf, condition, read, found in readings
        if found & together
    )
    coupled = [these for reader in readers for _, these in reader.parts if len(these) > 1]
    coupled += [
        frozenset(drivers[part] | drivers[whole])
        for whole, parts in inputs.links.parts.items()
        for part in parts
        if part in drivers and whole in drivers and not _rises_along(own, part, whole)
    ]
    outer = _outer(own, groups, coupled)
    rates = frozenset(id for id, one in inputs.criteria.measures.items() if one.kind is Kind.RATE)
    scanned = frozenset(
        id
        for id in own
        if id not in outer
        and not all(
            is_monotone(part.of, Moving(touched[id], rates))
            for reader in readers
            for part, these in reader.parts
            if id in these
        )
    )
    return Cluster(own, readers, groups, outer, scanned)


def _rises_along(own: Mapping[str, Movable], part: str, whole: str) -> bool:
    """Whether the part alone moves, and the whole with each of its cases."""
    return part in own and whole in own[part].wholes


def _groups(own: Mapping[str, Movable]) -> tuple[Group, ...]:
    found: dict[tuple[tuple[str, ...], Fraction], list[str]] = {}
    for id, one in own.items():
        if one.wholes:
            found.setdefault((one.wholes, one.unit), []).append(id)
    return tuple(
        Group(wholes, unit, tuple(ids)) for (wholes, unit), ids in found.items() if len(ids) > 1
    )


def _drivers(
    own: Mapping[str, Movable],
    groups: Sequence[Group],
    touched: Mapping[str, frozenset[str]],
) -> dict[str, set[str]]:
    """What each measure depends on: movables by their ids, groups by their keys."""
    key_of = {id: group.key for group in groups for id in group.members}
    found: dict[str, set[str]] = {}
    for id, one in own.items():
        key = key_of.get(id, id)
        for measure in touched[id]:
            # What is only inferred may follow from the measure itself or from its wholes.
            names = {key} if measure in one.wholes else {id, key}
            if measure == id:
                names = {id}
            found.setdefault(measure, set()).update(names)
    return found


def _parts(
    inputs: Inputs,
    leaf: Criterion | None,
    condition: Condition | None,
    drivers: Mapping[str, set[str]],
) -> Iterator[tuple[Part, frozenset[str]]]:
    parts = parts_of(leaf) if leaf is not None else tests_of(condition) if condition else ()
    for part in parts:
        these: set[str] = set()
        for id in measures_in_quantity(part.of):
            of = inputs[id].measure.of or () if inputs[id].measure.kind is Kind.RATE else (id,)
            for one in of:
                these |= drivers.get(one, set())
        if these:
            yield part, frozenset(these)


def _outer(
    own: Mapping[str, Movable], groups: Sequence[Group], coupled: Sequence[frozenset[str]]
) -> tuple[str, ...]:
    """As few as leave every part with one measure, the most coupled first."""
    outer = [group.key for group in groups]
    while True:
        left = [these for one in coupled if len(these := one.difference(outer)) > 1]
        if not left:
            return tuple(outer)
        names = sorted({name for these in left for name in these})
        outer.append(max(names, key=lambda name: _claim(name, own, left)))


def _claim(
    name: str, own: Mapping[str, Movable], left: Sequence[frozenset[str]]
) -> tuple[int, int]:
    one = own[name]
    few = 1 if one.shape is Shape.ANSWER else one.most - one.first
    return sum(name in these for these in left), -few
