"""Counting: what choices of clusters bring together, and which of them are needless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product
from typing import Protocol

from par_index.advice.path.asking import Asking, is_met
from par_index.advice.path.choices import Choice, Menu, TooLargeError
from par_index.advice.path.goals import Aim
from par_index.advice.path.lab import least_of
from par_index.advice.path.prices import Cost, Prices
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.nouns import Noun
from par_index.scoring.moves import Way

__all__ = ["Bloc", "Counting", "Partial"]

_KEPT = 4_000
_NONE = Fraction(0)

State = tuple[object, ...]


class Bloc(Noun):
    """Clusters that bear on the same parents; ``slots`` are the parents that sum up below them."""

    clusters: tuple[int, ...]
    parents: tuple[str, ...]
    slots: tuple[str, ...] = ()


class Partial(Noun):
    cost: Cost
    way: Way
    sums: tuple[Fraction, ...]
    state: State


class _Board(Protocol):
    """What is known of the whole while choices are counted."""

    prices: Prices
    criteria: CriteriaSet
    keep: set[str]
    slot_of: dict[str, str]
    units: dict[str, tuple[Criterion, bool]]

    def rest(self, code: str) -> Fraction: ...


class Counting:
    """Counts what choices bring: to the sum, to what parents sum up, to requirements."""

    def __init__(self, board: _Board, aim: Aim, asks: Sequence[Asking], bloc: Bloc) -> None:
        self.board = board
        self.aim = aim
        self.asks = asks
        self.bloc = bloc
        self.nothing = (_NONE,) * (1 + len(bloc.slots) + len(asks))

    def flat(self, menus: Iterable[Menu]) -> list[Partial]:
        found: list[Partial] = []
        for menu in menus:
            start = self._partial(menu.start, {})
            if start is None:
                continue
            partials = [start]
            for choices in menu.lists:
                options = [self._partial(one, menu.start.way) for one in choices]
                partials = self.joined(partials, [one for one in options if one is not None])
            found += partials
        return self._undominated(found)

    def joined(self, ones: Sequence[Partial], others: Sequence[Partial]) -> list[Partial]:
        if len(ones) * len(others) > 50 * _KEPT:
            raise TooLargeError
        return self._undominated(
            Partial(
                one.cost + other.cost,
                {**one.way, **other.way},
                tuple(map(Fraction.__add__, one.sums, other.sums)),
                (*one.state, *other.state),
            )
            for one, other in product(ones, others)
        )

    def _partial(self, choice: Choice, before: Way) -> Partial | None:
        """One choice, unless it loses points that are to be kept."""
        board = self.board
        cost = board.prices.cost({**before, **choice.way}) - board.prices.cost(before)
        sums = list(self.nothing)
        state: list[object] = []
        for code, found in choice.given.items():
            if code in board.keep and least_of(found) < board.rest(code):
                return None
            leaf = board.criteria.by_code[code]
            slot = board.slot_of.get(code)
            if slot is None:
                sums[0] += self.aim.worth(found, leaf.max_points, extra=board.units[code][1])
            else:
                sums[1 + self.bloc.slots.index(slot)] += least_of(found)
                state.append((code, found[1:]))
            for number, one in enumerate(self.asks):
                sums[1 + len(self.bloc.slots) + number] += one.of_leaf(found, code)
        for key, truths in choice.truths.items():
            met = [n for n, one in enumerate(self.asks) if one.one.key == key]
            for number in met:
                sums[1 + len(self.bloc.slots) + number] += Fraction(is_met(truths))
            if not met:
                state.append((key, truths))
        return Partial(cost, choice.way, tuple(sums), tuple(state))

    def _undominated(self, partials: Iterable[Partial]) -> list[Partial]:
        order = sorted(partials, key=lambda one: (one.cost, tuple(-n for n in one.sums)))
        kept: dict[State, list[Partial]] = {}
        count = 0
        for one in order:
            same = kept.setdefault(one.state, [])
            if len(one.sums) == 1:
                if same and same[-1].sums[0] >= one.sums[0]:
                    continue
            elif any(_covers(other.sums, one.sums) for other in same):
                continue
            same.append(one)
            count += 1
            if count > _KEPT:
                raise TooLargeError
        return [one for same in kept.values() for one in same]


def _covers(sums: tuple[Fraction, ...], others: tuple[Fraction, ...]) -> bool:
    return all(map(Fraction.__ge__, sums, others))
