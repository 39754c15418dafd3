"""Timing: contestants take turns, so that whatever slows the machine slows all of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median, quantiles
from time import perf_counter_ns

from benchmarks.lanes import Lane

__all__ = ["Contestant", "Times", "contestant_of", "race"]

_BATCH_NS = 2_000_000
"""About how long a batch lasts: reading the clock does not count, and turns come often. Most
batches so short are over before another process is let in."""

_UNITS = 20
"""A batch goes over so many different units where there is time for them."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """``run`` does the work ``count`` times; before it the clock waits for ``warm_up``."""

    name: str
    gives: str
    run: Callable[[], object]
    count: int = 1
    warm_up: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """Nanoseconds for one piece of work, round by round."""

    name: str
    gives: str
    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.rounds)

    def over(self, other: Times) -> float:
        """How many times as long as the other: the median of the ratios within each round."""
        return median(self._ratios(other))

    def quartiles_over(self, other: Times) -> tuple[float, float]:
        ratios = self._ratios(other)
        if len(ratios) < 2:
            return ratios[0], ratios[0]
        low, _, high = quantiles(ratios, n=4)
        return low, high

    def _ratios(self, other: Times) -> list[float]:
        return [mine / its for mine, its in zip(self.rounds, other.rounds, strict=True)]


def contestant_of(lane: Lane) -> Contestant:
    """A lane over its first inputs: a few where one takes long, again and again otherwise."""
    score = lane.score
    inputs: Sequence[object] = lane.inputs[:_UNITS]
    took = max(1, _clocked(lambda: [score(unit) for unit in inputs[:2]]) // 2)
    inputs = inputs[: max(1, _BATCH_NS // took)]
    passes = max(1, _BATCH_NS // (took * len(inputs)))

    def once() -> None:
        for unit in inputs:
            score(unit)

    def run() -> None:
        for _ in range(passes):
            once()

    return Contestant(lane.name, lane.gives, run, passes * len(inputs), warm_up=once)


def race(contestants: Iterable[Contestant], rounds: int) -> Mapping[str, Times]:
    """Every contestant once a round, in a new order each time; by name."""
    entered = list(contestants)
    taken: dict[str, list[float]] = {one.name: [] for one in entered}
    random = Random(1)
    for one in entered:
        one.run()
    for _ in range(rounds):
        gc.collect()
        for one in random.sample(entered, len(entered)):
            taken[one.name].append(_timed(one))
    return {one.name: Times(one.name, one.gives, tuple(taken[one.name])) for one in entered}


def _timed(contestant: Contestant) -> float:
    if contestant.warm_up is not None:
        contestant.warm_up()
    gc.disable()
    try:
        return _clocked(contestant.run) / contestant.count
    finally:
        gc.enable()


def _clocked(run: Callable[[], object]) -> int:
    started = perf_counter_ns()
    run()
    return perf_counter_ns() - started
