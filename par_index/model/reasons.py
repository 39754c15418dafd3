"""Reasons: why a score is what it is, test by test and input by input."""

from __future__ import annotations

import datetime
from enum import StrEnum
from fractions import Fraction

from par_index.model.accounts import Basis
from par_index.model.conditions import AboutCriterion, Bound
from par_index.model.text import Text
from par_index.nouns import Noun
from par_index.problems import Span

__all__ = [
    "Because",
    "Branch",
    "Input",
    "InputState",
    "ItemScore",
    "Limit",
    "LimitKind",
    "Percent",
    "Reason",
    "Term",
    "Truth",
    "Why",
]


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
    BETWEEN = "between"
    SHARE = "share"
    BELOW_FLOOR = "below_floor"
    AMOUNT = "amount"
    GIVEN = "given"
    SUM = "sum"
    BEST = "best"
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


class Percent(Noun):
    """A number that is written as a percentage: 3/10 is ``30%``."""

    value: Fraction


Term = Fraction | Percent | datetime.date | str


class Reason(Noun):
    """One test as a person would write it: ``0/90 = 0% < 30%``, or an answer, or a criterion.

    ``terms`` are numbers, days and operators in reading order. ``low`` and ``high`` enclose the
    value; equal when it is known, absent where it has no bound. ``measure`` is that of an answer or
    a choice, ``code`` another criterion, of which ``question`` is asked. ``is_gate`` and ``is_cap``
    tell the tests of a precondition, and of whether a cap acts, from those of the rule.
    """

    truth: Truth
    terms: tuple[Term, ...] = ()
    low: Fraction | None = None
    high: Fraction | None = None
    bound: Bound | None = None
    measure: str = ""
    code: str = ""
    question: AboutCriterion | None = None
    is_gate: bool = False
    is_cap: bool = False


class Input(Noun):
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


class LimitKind(StrEnum):
    """A modifier that changed points."""

    MINIMUM = "minimum"
    FLOOR = "floor"
    CAP = "cap"


class Limit(Noun):
    """A modifier that acted, and the points it holds to."""

    kind: LimitKind
    to: Fraction


class ItemScore(Noun):
    """What one item of a sum or a choice of the best gives. ``wins``: it is the best."""

    title: Text | None
    points: Fraction
    low: Fraction
    high: Fraction
    because: Because
    wins: bool = False


class Because(Noun):
    """Why a score is what it is: rule kind, branch, the tests and the inputs they read.

    ``formula`` is how points come from a value, as a person would type it into a calculator:
    ``299/997 x 1.5``. ``limits`` are the modifiers that changed what it gives.
    """

    rule: str
    branch: Branch
    step: int | None = None
    reasons: tuple[Reason, ...] = ()
    inputs: tuple[Input, ...] = ()
    formula: tuple[Term, ...] = ()
    items: tuple[ItemScore, ...] = ()
    limits: tuple[Limit, ...] = ()
