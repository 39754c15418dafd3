"""Reasons: why a score is what it is, test by test and input by input."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from par_index.model.accounts import Basis
from par_index.model.rules import Bound
from par_index.problems import Span

__all__ = ["Because", "Branch", "Input", "InputState", "Reason", "Term", "Truth", "Why"]


class Why(StrEnum):
    """Why an input leaves a score open. The first two are the unit's to mend."""

    MISSING = "missing"
    PRINTED = "printed"
    NOT_DUE = "not_due"
    SURVEY = "survey"
    APPRAISER = "appraiser"
    BLOCK = "block"

    @property
    def is_missing(self) -> bool:
        return self in (Why.MISSING, Why.PRINTED)


class InputState(StrEnum):
    """How an input came to be known, or not."""

    REPORTED = "reported"
    INFERRED = "inferred"
    BLANK = "blank"
    NOT_YET = "not_yet"
    FOREIGN = "foreign"


class Branch(StrEnum):
    """Which part of a rule decided."""

    MET = "met"
    NOT_MET = "not_met"
    STEP = "step"
    OTHERWISE = "otherwise"
    GATE = "gate"
    NONE = "none"
    CONDITION = "condition"
    GROUND = "ground"
    OPEN = "open"


class Truth(StrEnum):
    YES = "yes"
    NO = "no"
    OPEN = "open"
    NONE = "none"


Term = Fraction | datetime.date | str


@dataclass(frozen=True, slots=True)
class Reason:
    """One test as a person would write it: ``0/90 = 0% < 30%``, or an answer, or a criterion.

    ``terms`` are numbers, days and operators in reading order. ``low`` and ``high`` enclose the
    value; equal when it is known, absent where it has no bound. ``measure`` names an answer's
    measure, ``code`` another criterion.
    """

    truth: Truth
    terms: tuple[Term, ...] = ()
    low: Fraction | None = None
    high: Fraction | None = None
    bound: Bound | None = None
    measure: str = ""
    code: str = ""
    is_gate: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """A measure a score read: as written, where, and how well it is known."""

    measure: str
    state: InputState
    basis: Basis
    text: str = ""
    quote: str = ""
    said: str = ""
    span: Span | None = None
    why: Why | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Because:
    """Why a score is what it is: rule kind, branch, the tests and the inputs they read."""

    rule: str
    branch: Branch
    step: int | None = None
    reasons: tuple[Reason, ...] = ()
    inputs: tuple[Input, ...] = ()
