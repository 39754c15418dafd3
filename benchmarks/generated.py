"""A limit: the same whole-number arithmetic as one Python function written by a program.

Nobody would maintain it, and it knows no reasons. It says how far plain Python could go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

from benchmarks.facts import Facts
from benchmarks.lanes import Case, Lane, Leaves
from benchmarks.peers.infix import Python

__all__ = ["generated_lane"]


def generated_lane(case: Case) -> Lane:
    """From facts by name, as the peers get them."""
    names = sorted(case.facts[0])
    in_order = itemgetter(*names)
    points = _function(names, Python(case.program.leaves), case)

    def score(facts: Facts) -> Sequence[int]:
        return points(in_order(facts))

    def read(answer: Sequence[int]) -> Leaves:
        return dict(zip(case.codes, answer, strict=True))

    return Lane("generated Python (a limit)", "points", case.facts, score, read)


def _function(
    names: Sequence[str], language: Python, case: Case
) -> Callable[[Sequence[object]], Sequence[int]]:
    leaves = [language.number(number) for number in case.program.leaves.values()]
    source = (
        f"def points(facts):\n    ({', '.join(names)},) = facts\n    return [{', '.join(leaves)}]\n"
    )
    made: dict[str, Callable[[Sequence[object]], Sequence[int]]] = {}
    exec(source, made)
    return made["points"]
