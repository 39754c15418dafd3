"""Exit codes: what a script learns without reading a word."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from par_index.problems import Owner, Problem

__all__ = ["Exit", "exit_of", "worst_of"]


class Exit(IntEnum):
    """What came of a command, and by that who acts."""

    OK = 0
    """Done; every gate that was asked for is passed."""
    GATE = 1
    """Assessed, but a gate that was asked for is not passed: the unit."""
    USAGE = 2
    """A malformed command line, or an act that is not allowed now: the caller."""
    SUBMISSION = 3
    """Unit data that cannot be scored: the unit."""
    CRITERIA = 4
    """A criteria set that cannot be used: its author."""
    SYSTEM = 5
    """Something cannot be read or written: the administrator."""
    INTERNAL = 70
    """A fault in par_index."""
    INTERRUPTED = 130
    """Stopped from the keyboard."""
    PIPE = 141
    """Whoever read the output wants no more of it."""


_BY_OWNER = {
    Owner.SUBMISSION: Exit.SUBMISSION,
    Owner.EXTERNAL: Exit.SUBMISSION,
    Owner.SCENARIO: Exit.SUBMISSION,
    Owner.MAPPING: Exit.SUBMISSION,
    Owner.EFFORT: Exit.SUBMISSION,
    Owner.PACKAGE: Exit.SUBMISSION,
    Owner.REVIEW: Exit.SUBMISSION,
    Owner.CRITERIA: Exit.CRITERIA,
    Owner.SYSTEM: Exit.SYSTEM,
}

_NOT_ALLOWED_NOW = frozenset(
    {
        "E905",
        *("E813", "E815", "E816", "E819", "E820", "E821", "E822", "E823", "E824", "E825"),
        *("E833", "E834", "E835", "E836", "E837", "E838", "E839", "E840", "E841", "E842"),
        *("E844", "E847", "E850"),
    }
)
"""Problems of the caller's own making: nothing is wrong with the system."""

_OWED = frozenset({"E828", "E849"})
"""What somebody else has still to do, and what another release makes otherwise."""


def worst_of(exits: Iterable[Exit]) -> Exit:
    """The one code of several results: 70, 5, 4, 3, 1, 0, the worst first."""
    return max(exits, default=Exit.OK)


def exit_of(problems: Iterable[Problem]) -> Exit:
    """The code of a refusal: whose text it is decides, and warnings never do."""
    return worst_of(_exit_of_one(problem) for problem in problems if problem.is_error)


def _exit_of_one(problem: Problem) -> Exit:
    if problem.code in _OWED:
        return Exit.GATE
    return Exit.USAGE if problem.code in _NOT_ALLOWED_NOW else _BY_OWNER[problem.owner]
