"""Targets: the branches and edges of a set that its tests should reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from par_index.model.conditions import Bound, Condition
from par_index.model.quantities import Quantity
from par_index.nouns import Noun
from par_index.testing.views import View

__all__ = ["Mark", "Place", "Probe", "Side", "Target"]

Side = Callable[[View], bool | None]
"""Which way a place was decided in a view; None where it was not asked, or is open."""


class Place(StrEnum):
    """Where in a criterion something decides."""

    RULE = "rule"
    GATE = "gate"
    CAP = "cap"
    NOT_APPLICABLE = "not_applicable"
    MINIMUM = "minimum"


class Mark(StrEnum):
    """What a test shows when it reaches a target."""

    MET = "met"
    NOT_MET = "not_met"
    STEP = "step"
    BETWEEN = "between"
    OTHERWISE = "otherwise"
    BELOW_FLOOR = "below_floor"
    PART = "part"
    TARGET = "target"
    NOTHING = "nothing"
    SOME = "some"
    ALL = "all"
    UNTOUCHED = "untouched"
    DEDUCTED = "deducted"
    EXHAUSTED = "exhausted"
    GIVEN = "given"
    WINS = "wins"
    NONE = "none"
    OPTION = "option"
    EXCUSED = "excused"
    GROUND = "ground"
    GATE_PASSED = "gate_passed"
    GATE_FAILED = "gate_failed"
    ENOUGH = "enough"
    TOO_LITTLE = "too_little"
    RAISED = "raised"
    NOT_RAISED = "not_raised"
    CAPPED = "capped"
    NOT_CAPPED = "not_capped"
    SPARED = "spared"
    HOLDS = "holds"
    FAILS = "fails"
    UNDEFINED = "undefined"
    GRADE = "grade"
    JUST_MET = "just_met"
    JUST_MISSED = "just_missed"

    @property
    def is_edge(self) -> bool:
        return self in (Mark.JUST_MET, Mark.JUST_MISSED)


class Probe(Noun):
    """A bound in a deciding place.

    ``side`` says whether a view meets it, None where it does not decide there or is open;
    ``holds`` says so of the bound alone, whatever it decides. ``is_at``: the value is the bound
    itself. ``reads`` are the measures that may move.
    """

    side: Side
    holds: Side
    is_at: Callable[[View], bool]
    reads: Callable[[View], Iterable[str]]

    def just(self, view: View, *, meets: bool) -> bool:
        """Whether the bound is met, or missed, as narrowly as can be.

        The value is the bound itself, or the least move of one reported figure turns the test.
        """
        if self.side(view) is not meets:
            return False
        if self.is_at(view):
            return True
        around = view.neighbours(self.reads(view))
        return any(self.holds(other) is (not meets) for _, other in around)


class Target(Noun):
    """One branch or edge. ``sees`` says whether a test's view shows it.

    ``items`` lead to an item inside the rule, ``step`` counts from 1, ``name`` is a ground, an
    option or a grade. ``atom`` is the test inside a condition that it is about; ``of`` and
    ``bound`` are a quantity and what it is held against.
    """

    code: str
    mark: Mark
    sees: Callable[[View], bool]
    place: Place = Place.RULE
    items: tuple[int, ...] = ()
    step: int | None = None
    name: str = ""
    atom: Condition | None = None
    of: Quantity | None = None
    bound: Bound | None = None
    probe: Probe | None = None
