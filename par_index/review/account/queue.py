"""The queue of an office: which units are where, and which criteria to look at first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import Final

from par_index.nouns import Noun, replace
from par_index.problems import Problem
from par_index.review.log.nouns import Basis
from par_index.review.log.state import Phase, State

__all__ = ["Desk", "Queue", "Stake", "Standing", "queue_of", "stakes_of"]

_ZERO: Final = Fraction(0)


class Standing(StrEnum):
    """Where a unit's appraisal is."""

    MISSING = "missing"
    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"
    BROKEN = "broken"


class Stake(Noun):
    """A criterion that is owed: the points that could be lost, and how much there is to doubt."""

    code: str
    points: Fraction
    doubt: int

    @property
    def weight(self) -> Fraction:
        return self.points * self.doubt


class Desk(Noun):
    """One unit of the list: where it stands, what comes first, by when it is due.

    ``due`` is the unit's own day: for handing in, or for its answer. ``problems`` are those of a
    log that cannot be read.
    """

    id: str
    name: str
    folder: str
    standing: Standing
    due: datetime.date | None = None
    is_late: bool = False
    owed: int = 0
    stakes: tuple[Stake, ...] = ()
    state: State | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def weight(self) -> Fraction:
        return sum((one.weight for one in self.stakes), start=_ZERO)


class Queue(Noun):
    """All units of a list, as of one day."""

    day: datetime.date
    desks: tuple[Desk, ...]

    def where(self, standing: Standing) -> tuple[Desk, ...]:
        return tuple(one for one in self.desks if one.standing is standing)


def queue_of(desks: Iterable[Desk], day: datetime.date) -> Queue:
    """The units in the order in which they are to be worked at."""
    return Queue(day, tuple(sorted((_dated(one, day) for one in desks), key=_order)))


def stakes_of(state: State) -> tuple[Stake, ...]:
    """What is owed, the weightiest first, then by code."""
    owed = [debt.code for debt in state.debts]
    stakes = [_stake(state.leaves[code].basis) for code in owed]
    return tuple(sorted(stakes, key=lambda one: (-one.weight, -one.points, one.code)))


def _stake(basis: Basis) -> Stake:
    """What the unit holds above the worst that the criterion can come to."""
    return Stake(basis.code, basis.low - min(_ZERO, basis.least), basis.doubt)


def _dated(desk: Desk, day: datetime.date) -> Desk:
    """With what the state says, and whether it is late."""
    state = desk.state
    if state is None:
        late = desk.due is not None and desk.due < day and desk.standing is Standing.MISSING
        return replace(desk, is_late=late)
    standing = {
        Phase.OPEN: Standing.OPEN,
        Phase.RESPONDED: Standing.OPEN,
        Phase.RETURNED: Standing.WAITING,
        Phase.CLOSED: Standing.CLOSED,
    }[state.phase]
    due = state.returns[-1].due if standing is Standing.WAITING else None
    return replace(
        desk,
        standing=standing,
        due=due,
        is_late=due is not None and due < day,
        owed=len(state.debts),
        stakes=stakes_of(state),
    )


_ORDER: Final = (
    Standing.BROKEN,
    Standing.OPEN,
    Standing.WAITING,
    Standing.MISSING,
    Standing.CLOSED,
)
"""What can be worked at comes first; what cannot be read stops somebody."""


def _order(desk: Desk) -> tuple[object, ...]:
    due = desk.due or datetime.date.max
    return (_ORDER.index(desk.standing), not desk.is_late, due, -desk.weight, desk.id)
