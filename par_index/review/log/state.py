"""The state of an appraisal: what its log comes to, as immutable nouns."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.model.accounts import Outcome
from par_index.model.evidence import Verdict
from par_index.nouns import EMPTY, Noun
from par_index.review.log.lines import Head
from par_index.review.log.nouns import Basis, Lift, Person, Reason, Role, SetRef, UnitRef

__all__ = [
    "Choice",
    "Column",
    "ColumnKind",
    "Debt",
    "Leaf",
    "Owed",
    "Phase",
    "Returned",
    "State",
    "Value",
    "folded",
    "same_person",
]

_ZERO = Fraction(0)


class Phase(StrEnum):
    OPEN = "open"
    RETURNED = "returned"
    RESPONDED = "responded"
    CLOSED = "closed"


class Owed(StrEnum):
    """What stands in the way of closing."""

    UNDECIDED = "undecided"
    LAPSED = "lapsed"
    CONFLICT = "conflict"
    UNCONFIRMED = "unconfirmed"


class ColumnKind(StrEnum):
    """What the points of a column are."""

    CLAIMED = "claimed"
    COMPUTED = "computed"
    SUPPORTED = "supported"
    ROUND = "round"
    RESPONSE = "response"
    FINAL = "final"


class Choice(Noun):
    """What one person decided of one leaf, at which line. ``confirmed`` is the line that agreed."""

    code: str
    points: Fraction
    na: bool
    ground: str
    reason: Reason | None
    text: str
    clause: str
    verdict: Verdict | None
    lifts: tuple[Lift, ...]
    seq: int
    who: str
    role: Role
    at: datetime.datetime
    round: int
    action: str
    confirmed: int = 0
    confirmed_by: str = ""
    settled: bool = False

    @property
    def worth(self) -> tuple[Fraction, bool]:
        """What the decision comes to: points, and whether the leaf does not apply."""
        return self.points, self.na

    @property
    def awaits(self) -> bool:
        """Whether somebody else has to agree first."""
        return bool(self.lifts) and not self.confirmed and not self.settled


class Value(Noun):
    """What a leaf holds in one column.

    ``na``: it has left the maximum. ``span`` are the ends between which its points may still come
    to lie; None where they are what they are. ``seq`` is the decision that the points are of, 0
    where nobody has decided.
    """

    points: Fraction
    na: bool = False
    span: tuple[Fraction, Fraction] | None = None
    seq: int = 0


class Column(Noun):
    """The values of all leaves when something ended."""

    kind: ColumnKind
    round: int
    seq: int
    values: Mapping[str, Value]


class Leaf(Noun):
    """One leaf: what decisions on it rest on, each person's standing line, and what holds.

    ``held`` is the decision that has effect. ``lapsed`` is the line that took the last decision
    away, 0 where none did; ``given`` the one by which others gave what the leaf waited for, so that
    nobody has to decide it.
    """

    basis: Basis
    lines: tuple[Choice, ...] = ()
    held: Choice | None = None
    lapsed: int = 0
    given: int = 0

    @property
    def code(self) -> str:
        return self.basis.code

    @property
    def is_disputed(self) -> bool:
        return len({one.worth for one in self.lines}) > 1

    @property
    def is_awaiting(self) -> bool:
        """All agree, but nobody beside the one who raises it has said so."""
        return bool(self.lines) and not self.is_disputed and not self.is_backed

    @property
    def is_backed(self) -> bool:
        """Whether the standing lines have effect: no raise, or two people for it."""
        if not self.lines or self.is_disputed:
            return False
        people = {folded(one.who) for one in self.lines}
        return len(people) > 1 or not self.lines[-1].awaits

    @property
    def standing(self) -> tuple[Fraction, bool]:
        """What a new decision is held against: what has effect, else what was computed."""
        if self.held is not None:
            return self.held.worth
        return self.basis.low, self.basis.is_na

    @property
    def value(self) -> Value:
        """What the leaf holds now: what has effect, else what is supported."""
        basis = self.basis
        ends = (basis.low, basis.high)
        if basis.is_locked:
            return Value(_ZERO, span=ends)
        if self.held is not None:
            points, na = self.held.worth
            return Value(points, na, seq=self.held.seq)
        na = basis.is_na and not basis.unsupported_na
        if basis.state is Outcome.PENDING:
            return Value(_ZERO, na, ends)
        if self.given and basis.low == basis.high:
            return Value(basis.low, basis.is_na)
        if basis.state is Outcome.MISSING:
            return Value(basis.supported, na, (min(basis.supported, basis.low), basis.high))
        return Value(basis.supported, na)

    @property
    def owed(self) -> Owed | None:
        """What is still to be done about it."""
        if self.basis.is_locked:
            return None
        if self.is_disputed:
            return Owed.CONFLICT
        if self.lines:
            return None if self.is_backed else Owed.UNCONFIRMED
        if self.given and self.basis.low == self.basis.high:
            return None
        return Owed.LAPSED if self.lapsed else Owed.UNDECIDED


class Debt(Noun):
    """One thing that is owed: of which leaf, what, and the people who have to act.

    Without people it is owed by any reviewer.
    """

    code: str
    owed: Owed
    who: tuple[str, ...] = ()
    seq: int = 0


class Returned(Noun):
    """One going back to the unit."""

    seq: int
    round: int
    codes: tuple[str, ...]
    due: datetime.date
    text: str
    at: datetime.datetime
    answered: int = 0


class State(Noun):
    """What a log comes to.

    ``first`` are the facts of the first package, ``unasked`` the leaves that changed in an answer
    without having been asked about. ``choices`` are all decisions ever made, in order.
    """

    unit: UnitRef
    year: int
    set: SetRef
    package: str
    people: Mapping[str, Person]
    leaves: Mapping[str, Leaf]
    first: Mapping[str, Basis]
    log: str
    head: Head
    at: datetime.datetime
    phase: Phase = Phase.OPEN
    round: int = 1
    choices: tuple[Choice, ...] = ()
    returns: tuple[Returned, ...] = ()
    columns: tuple[Column, ...] = ()
    packages: tuple[str, ...] = ()
    externals: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()
    tools: Mapping[str, str] = EMPTY

    @property
    def debts(self) -> tuple[Debt, ...]:
        """Everything that stands in the way of closing, in the order of the set."""
        return tuple(debt for leaf in self.leaves.values() if (debt := _debt(leaf)) is not None)

    @property
    def values(self) -> Mapping[str, Value]:
        """What every leaf holds now."""
        return {code: leaf.value for code, leaf in self.leaves.items()}


def folded(name: str) -> str:
    """A name as people are told apart: NFC, without case, single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def same_person(first: str, second: str) -> bool:
    return folded(first) == folded(second)


def _debt(leaf: Leaf) -> Debt | None:
    owed = leaf.owed
    if owed is None:
        return None
    who = tuple(dict.fromkeys(one.who for one in leaf.lines))
    return Debt(leaf.code, owed, who, leaf.lines[-1].seq if leaf.lines else leaf.lapsed)
