"""Choosing one option of every group, exactly: the least cost for a value, and the whole front.

Costs and values are whole numbers. An option is (cost, value); a group that has been brought to its
front has options of rising cost and rising value. Nothing is approximated: bounds only leave out
what cannot be part of an answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cmp_to_key
from itertools import accumulate, pairwise

__all__ = ["Front", "Option", "TooLargeError", "cheapest", "front_of", "pareto"]

Option = tuple[int, int]
"""Cost and value."""

_Chain = tuple["_Chain", int] | None
"""The options taken so far, by number, the last one first."""

_STATES = 300_000
"""Sums that are told apart at once; a set that rounds leaves has a few thousand."""

_State = tuple[int, int, _Chain]


class TooLargeError(Exception):
    """There is more to look at than can be."""


class Front:
    """All that is worth paying for: each point costs more than the one before and gives more."""

    def __init__(self, states: Sequence[_State]) -> None:
        self._states = states

    @property
    def points(self) -> list[Option]:
        return [(cost, value) for cost, value, _ in self._states]

    def taken(self, number: int) -> list[int]:
        """Which option of each group makes a point."""
        chain, found = self._states[number][2], list[int]()
        while chain is not None:
            chain, option = chain
            found.append(option)
        return found[::-1]


def pareto(options: Iterable[Option]) -> list[int]:
    """The numbers of the options that nothing else makes needless, cheapest first."""
    options = list(options)
    order = sorted(range(len(options)), key=lambda n: (options[n][0], -options[n][1], n))
    found: list[int] = []
    for number in order:
        if not found or options[number][1] > options[found[-1]][1]:
            found.append(number)
    return found


def front_of(groups: Sequence[Sequence[Option]], most: int | None = None) -> Front:
    """The front of all groups together, as far as a cost of ``most``."""
    least = [group[0][0] for group in groups]
    left = list(accumulate(reversed(least), initial=0))[::-1]
    states: list[_State] = [(0, 0, None)]
    for group, rest in zip(groups, left[1:], strict=True):
        room = None if most is None else most - rest
        states = _widened(states, group, room)
    return Front(states)


def _widened(states: Sequence[_State], group: Sequence[Option], room: int | None) -> list[_State]:
    best: dict[int, _State] = {}
    for cost, value, chain in states:
        for number, (more, gain) in enumerate(group):
            total = cost + more
            if room is not None and total > room:
                break
            known = best.get(value + gain)
            if known is None or total < known[0]:
                best[value + gain] = (total, value + gain, (chain, number))
    if len(best) > _STATES:
        raise TooLargeError
    return _rising(best.values())


def _rising(states: Iterable[_State]) -> list[_State]:
    found: list[_State] = []
    for state in sorted(states, key=lambda one: (one[0], -one[1])):
        if not found or state[1] > found[-1][1]:
            found.append(state)
    return found


def cheapest(groups: Sequence[Sequence[Option]], need: int) -> list[int] | None:
    """The option of each group that together give ``need`` at the least cost; the most of equals.

    None where it cannot be had. Every group stands as a front.
    """
    if sum(group[-1][1] for group in groups) < need:
        return None
    bounds = _Bounds(groups)
    limit = bounds.affordable(need)
    states: list[_State] = [(0, 0, None)]
    for number, group in enumerate(groups):
        best: dict[int, _State] = {}
        for cost, value, chain in states:
            for option, (more, gain) in enumerate(group):
                total, sum_ = cost + more, value + gain
                known = best.get(sum_)
                if known is not None and known[0] <= total:
                    continue
                least = bounds.least(number + 1, need - sum_)
                if least is not None and total + least <= limit:
                    best[sum_] = (total, sum_, (chain, option))
        if len(best) > _STATES:
            raise TooLargeError
        states = _rising(best.values())
    front = Front(states)
    reached = next(n for n, (_, value) in enumerate(front.points) if value >= need)
    return front.taken(reached)


class _Bounds:
    """What the groups from one on cost at least for a value: parts of options allowed."""

    def __init__(self, groups: Sequence[Sequence[Option]]) -> None:
        self._groups = groups
        self._tails: list[tuple[int, int, list[int], list[int]]] = []
        pieces: list[Option] = []
        start = gain = 0
        self._keep(start, gain, pieces)
        for group in reversed(groups):
            start, gain = start + group[0][0], gain + group[0][1]
            pieces = sorted([*pieces, *_pieces(group)], key=by_rate)
            self._keep(start, gain, pieces)
        self._tails.reverse()

    def _keep(self, start: int, gain: int, pieces: Sequence[Option]) -> None:
        costs = list(accumulate((cost for cost, _ in pieces), initial=start))
        values = list(accumulate((value for _, value in pieces), initial=gain))
        self._tails.append((start, gain, costs, values))

    def least(self, tail: int, need: int) -> int | None:
        """No more than any choice of the groups from ``tail`` on costs for so much; None: none."""
        start, gain, costs, values = self._tails[tail]
        if need <= gain:
            return start
        place = bisect_left(values, need)
        if place == len(values):
            return None
        more, value = costs[place] - costs[place - 1], values[place] - values[place - 1]
        return costs[place - 1] + (need - values[place - 1]) * more // value

    def affordable(self, need: int) -> int:
        """A cost for which there certainly is a choice: the best rates first, then what is over."""
        chosen = [0] * len(self._groups)
        value = sum(group[0][1] for group in self._groups)
        steps = [
            (cost, gain, number, option)
            for number, group in enumerate(self._groups)
            for cost, gain, option in _hull(group)
        ]
        steps.sort(key=lambda one: by_rate(one[:2]))
        for _, _, number, option in steps:
            if value >= need:
                break
            group = self._groups[number]
            value += group[option][1] - group[chosen[number]][1]
            chosen[number] = option
        over = value - need
        for number, group in enumerate(self._groups):
            for option in range(chosen[number]):
                lost = group[chosen[number]][1] - group[option][1]
                if lost <= over:
                    over -= lost
                    chosen[number] = option
                    break
        return sum(group[n][0] for group, n in zip(self._groups, chosen, strict=True))


def _pieces(group: Sequence[Option]) -> list[Option]:
    return [(cost, gain) for cost, gain, _ in _hull(group)]


def _hull(group: Sequence[Option]) -> list[tuple[int, int, int]]:
    """The steps of a front at falling rates: cost and value of each, the option it leads to."""
    kept = [0]
    for number in range(1, len(group)):
        while len(kept) > 1 and _is_above(group, kept[-2], kept[-1], number):
            kept.pop()
        kept.append(number)
    return [
        (group[after][0] - group[before][0], group[after][1] - group[before][1], after)
        for before, after in pairwise(kept)
    ]


def _is_above(group: Sequence[Option], first: int, middle: int, last: int) -> bool:
    """Whether the middle option costs no less than a mixture of the two around it."""
    (c0, v0), (c1, v1), (c2, v2) = group[first], group[middle], group[last]
    return (c1 - c0) * (v2 - v0) >= (c2 - c0) * (v1 - v0)


def _dearer(one: Option, other: Option) -> int:
    """Negative where the first gives more for its cost; values are positive."""
    return one[0] * other[1] - other[0] * one[1]


by_rate = cmp_to_key(_dearer)
