"""A process that writes line after line to a log, and says of each that it stands.

``python -m support.review_writer LOG WHO COUNT``; without end where COUNT is 0.
"""

from __future__ import annotations

import itertools
import os
import sys
from fractions import Fraction

from par_index.nouns import replace
from par_index.problems import Problems
from par_index.review.log.file import append, load
from par_index.review.log.lines import Chain, Line, seal
from par_index.review.log.nouns import Decide, Event, Reason, Role
from par_index.review.log.replaying import allowed, replay
from par_index.review.log.state import State
from par_index.review.log.weighing import leaf_lifts, worth_of
from support.appraisals import AT, PACKAGE, basis, open_event


def decision(who: str, number: int) -> Decide:
    """Every decision is another one, so that none is a repeat."""
    leaf = basis("1.1")
    return Decide(
        code=leaf.code,
        points=Fraction(number % 2, 2),
        na=False,
        ground="",
        reason=Reason.MISCOUNTED,
        text=f"lần {number} của {who} {os.getpid()} " + "x" * (number % 7 * 1000),
        clause="",
        verdict=None,
        lifts=(),
        package=PACKAGE,
        basis=leaf.digest,
    )


def writer(event: Event, who: str, role: Role) -> Line:
    """One act under the lock: read, ask, write."""

    def write(chain: Chain) -> Line:
        state = replay(chain, Problems())
        told = event
        if state is not None and isinstance(told, Decide):
            leaf = state.leaves[told.code]
            told = replace(told, lifts=leaf_lifts(leaf, leaf.basis, worth_of(leaf.basis, told)))
        line = seal(told, chain, who=who, role=role, at=AT)
        after = allowed(state, line, chain.lines)
        assert isinstance(after, State), after
        return line

    line = append(PATH, write, create=True)
    assert line is not None
    return line


PATH = sys.argv[1] if len(sys.argv) > 1 else ""

if __name__ == "__main__":
    who, count = sys.argv[2], int(sys.argv[3])
    if who == "an":
        print(writer(open_event(basis("1.1")), "an", Role.CHAIR).head, flush=True)
    else:
        assert load(PATH, Problems()).lines
        for number in itertools.count(1) if not count else range(1, count + 1):
            print(writer(decision(who, number), who, Role.REVIEWER).head, flush=True)
