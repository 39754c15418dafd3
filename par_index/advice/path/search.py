"""Searching: the cheapest picks for an aim, proven; the most within a budget; the whole curve."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from itertools import product
from math import floor, lcm

from par_index.advice.path.board import Board, Pick
from par_index.advice.path.choices import TooLargeError
from par_index.advice.path.goals import Aim
from par_index.advice.path.knapsack import Front, Option, cheapest, front_of, pareto
from par_index.advice.path.prices import Cost
from par_index.nouns import Noun
from par_index.scoring.moves import Way

__all__ = ["Found", "curve_of", "search", "within"]

_KEPT = 20_000


class Found(Noun):
    """The cheapest moves that are found for an aim, None where none are.

    ``least`` is what nothing that leads there costs less than: the same where that is proven, None
    where nothing does.
    """

    cost: Cost
    least: Cost | None
    way: Way | None


class _Table:
    """Picks as whole numbers, for the sum alone: requirements are settled before."""

    def __init__(self, worth: Fraction, groups: Sequence[Sequence[Pick]]) -> None:
        found = [pick.worth for group in groups for pick in group]
        self.scale = lcm(worth.denominator, *(one.denominator for one in found))
        self.worth = worth
        self.picks: list[list[Pick]] = []
        self.groups: list[list[Option]] = []
        for group in groups:
            options = [(pick.cost, int(pick.worth * self.scale)) for pick in group]
            numbers = pareto(options)
            self.picks.append([group[n] for n in numbers])
            self.groups.append([options[n] for n in numbers])

    def least(self, need: Fraction) -> list[Pick] | None:
        rest = -floor(-(need - self.worth) * self.scale)
        taken = cheapest(self.groups, rest)
        return None if taken is None else self.taken(taken)

    def taken(self, numbers: Iterable[int]) -> list[Pick]:
        return [group[n] for group, n in zip(self.picks, numbers, strict=True)]

    def way(self, front: Front, number: int) -> Way:
        return _way(self.taken(front.taken(number)))

    def front(self, most: Cost | None = None) -> Front:
        return front_of(self.groups, most)


def search(board: Board, aim: Aim) -> Found:
    """The cheapest way to an aim, and whether it is certain that there is no other."""
    try:
        table = _settled(board, aim, bounds=False)
        best = None if table is None else table.least(aim.need)
        cost = None if best is None else _cost(best)
        least = cost
        if board.rough:
            loose = _settled(board, aim, bounds=True)
            bound = None if loose is None else loose.least(aim.need)
            least = None if bound is None else _cost(bound)
    except TooLargeError:
        return Found(0, 0, None)
    return Found(cost or 0, least, None if best is None else _way(best))


def _settled(board: Board, aim: Aim, *, bounds: bool) -> _Table | None:
    """The picks of an aim, those that its requirements ask for brought together."""
    round = board.round(aim, bounds=bounds)
    needs = [need - have for need, have in zip(board.needs(aim), round.more, strict=True)]
    tied = [group for group in round.picks if _varies(group)]
    free = [group for group in round.picks if not _varies(group)]
    for group in free:
        needs = [need - have for need, have in zip(needs, group[0].more, strict=True)]
    if tied:
        free.append(tuple(_joined(tied, needs)))
    elif any(need > 0 for need in needs):
        return None
    if not all(free):
        return None
    return _Table(round.worth, free)


def _varies(group: Sequence[Pick]) -> bool:
    return not group or any(pick.more != group[0].more for pick in group)


def _joined(groups: Sequence[Sequence[Pick]], needs: Sequence[Fraction]) -> list[Pick]:
    """One list of all, of which every one meets the requirements."""
    most = [
        [max(pick.more[n] for pick in group) if group else Fraction(0) for n in range(len(needs))]
        for group in groups
    ]
    ones = [Pick(0, Fraction(0), (Fraction(0),) * len(needs), {})]
    for number, group in enumerate(groups):
        rest = [sum(one[n] for one in most[number + 1 :]) for n in range(len(needs))]
        merged = (_both(one, other) for one, other in product(ones, group))
        bars = [need - more for need, more in zip(needs, rest, strict=True)]
        ones = _kept(merged, needs, bars)
    return ones


def _both(one: Pick, other: Pick) -> Pick:
    return Pick(
        one.cost + other.cost,
        one.worth + other.worth,
        tuple(map(Fraction.__add__, one.more, other.more)),
        {**one.way, **other.way},
        one.is_bound or other.is_bound,
    )


def _kept(picks: Iterable[Pick], needs: Sequence[Fraction], bars: Sequence[Fraction]) -> list[Pick]:
    """Those that can still meet the requirements, without the needless."""
    found: list[tuple[tuple[Fraction, ...], Pick]] = []
    for pick in sorted(picks, key=lambda one: (one.cost, -one.worth)):
        if any(have < bar for have, bar in zip(pick.more, bars, strict=True)):
            continue
        # More than is asked for is worth nothing.
        sums = (pick.worth, *map(min, pick.more, needs))
        if not any(all(map(Fraction.__ge__, other, sums)) for other, _ in found):
            found.append((sums, pick))
            if len(found) > _KEPT:
                raise TooLargeError
    return [pick for _, pick in found]


def within(board: Board, aim: Aim, most: Cost | None) -> tuple[list[Pick], Fraction]:
    """The most that so much effort brings, and what it cannot bring more than."""
    table = _Table(*_plain(board, aim, bounds=False))
    front = table.front(most)
    number = len(front.points) - 1
    top = table.worth + Fraction(front.points[number][1], table.scale)
    if board.rough:
        loose = _Table(*_plain(board, aim, bounds=True))
        top = loose.worth + Fraction(loose.front(most).points[-1][1], loose.scale)
    return table.taken(front.taken(number)), top


def _plain(
    board: Board, aim: Aim, *, bounds: bool
) -> tuple[Fraction, tuple[tuple[Pick, ...], ...]]:
    round = board.round(aim, bounds=bounds)
    return round.worth, round.picks


def curve_of(board: Board) -> list[tuple[Fraction, Fraction]]:
    """Every effort that is worth it, with the best total for it, rising."""
    table = _Table(*_plain(board, Aim(Fraction(0)), bounds=False))
    front = table.front()
    found: dict[Fraction, Fraction] = {}
    for number, (cost, value) in enumerate(front.points):
        total = table.worth + Fraction(value, table.scale)
        if board.is_bounded:
            total = board.bounded(total, partial(table.way, front, number))
        effort = board.prices.effort_of(cost)
        if not found or total > max(found.values()):
            found[effort] = total
    return list(found.items())


def _cost(picks: Iterable[Pick]) -> Cost:
    return sum(pick.cost for pick in picks)


def _way(picks: Iterable[Pick]) -> Way:
    return {id: move for pick in picks for id, move in pick.way.items()}


def way_of_picks(picks: Iterable[Pick]) -> Way:
    return _way(picks)
