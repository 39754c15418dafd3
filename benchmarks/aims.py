"""Aims: bounds that were set before, each with what this run found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.ours import FULL, POINTS
from benchmarks.peers.engines import ZEN
from benchmarks.processes import BARE, TEXT, YAMLLINT
from benchmarks.timing import Times

__all__ = ["process_aims", "warm_aims"]

Row = list[str]


def process_aims(times: Mapping[str, Times]) -> Iterator[Row]:
    """Starting par-score costs little beside starting Python."""
    text = times[TEXT]
    yield _row(f"{TEXT}, over bare Python", text.over(times[BARE]), 8)
    yield _row(f"{TEXT}, over {YAMLLINT}", text.over(times[YAMLLINT]), 1)


def warm_aims(times: Mapping[str, Times], peers: Sequence[str]) -> Iterator[Row]:
    """Points in a third of a peer's time, everything in one and a half of it.

    ZEN is the peer the aims were set by; whichever is fastest now is held beside it.
    """
    for name, bound in ((POINTS, 1 / 3), (FULL, 1.5)):
        for peer in dict.fromkeys([ZEN, *peers[:1]]):
            if name in times and peer in times:
                yield _row(f"{name}, over {peer}", times[name].over(times[peer]), bound)


def _row(aim: str, found: float, bound: float) -> Row:
    return [aim, f"≤ {bound:.3g} ×", f"{found:.2f} ×", "met" if found <= bound else "not met"]
