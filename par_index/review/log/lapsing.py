"""Lapsing: decisions that rest on other leaves fall when those move."""

from __future__ import annotations

from fractions import Fraction

from par_index.nouns import replace
from par_index.review.log.state import Leaf, State

__all__ = ["with_lapses"]


def with_lapses(after: State, before: State, seq: int) -> State:
    """Without the decisions whose conditions ask about a leaf that has moved, one after the other.

    What was decided by line ``seq`` itself was decided in the knowledge of what it moves.
    """
    leaves = dict(after.leaves)
    waiting = [
        code
        for code, leaf in leaves.items()
        if code not in before.leaves or _worth(leaf) != _worth(before.leaves[code])
    ]
    while waiting:
        code = waiting.pop()
        for other, leaf in leaves.items():
            if code not in leaf.basis.reads or not leaf.lines or leaf.lines[-1].seq == seq:
                continue
            fallen = replace(leaf, lines=(), held=None, lapsed=seq)
            if _worth(fallen) != _worth(leaf):
                waiting.append(other)
            leaves[other] = fallen
    return replace(after, leaves=leaves)


def _worth(leaf: Leaf) -> tuple[Fraction, bool]:
    value = leaf.value
    return value.points, value.na
