"""The answer: scores with their reasons, accounts that add up, shortfalls with a next step."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from par_index.exact import round_exact
from par_index.model.criteria import Citation, CriteriaSet, Criterion, RoundingPlace
from par_index.model.rules import Bound
from par_index.model.submission import Answer, Submission
from par_index.problems import Problem, Span

__all__ = [
    "Account",
    "Assessment",
    "Basis",
    "Because",
    "Branch",
    "Change",
    "ClaimState",
    "Deadlock",
    "Input",
    "InputState",
    "NextStep",
    "Outcome",
    "Reach",
    "ReadingScore",
    "Reason",
    "Score",
    "Shortfall",
    "Term",
    "Truth",
    "Why",
]


class Outcome(StrEnum):
    SCORED = "SCORED"
    MISSING = "MISSING"
    PENDING = "PENDING"
    NOT_APPLICABLE = "NOT_APPLICABLE"


class Basis(StrEnum):
    """What a score stands on, strongest first: counts, a printed rate, words."""

    COUNTED = "counted"
    STATED = "stated"
    DECLARED = "declared"

    @property
    def weakness(self) -> int:
        return list(Basis).index(self)


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


class ClaimState(StrEnum):
    """A unit's own points against what its data can give."""

    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"
    OPEN = "open"


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


@dataclass(frozen=True, slots=True)
class Account:
    """Points of a node that add up exactly.

    low + open + lost = applicable; applicable + excluded = maximum; the four outcomes add up to
    the maximum; the bases add up to ``points``. ``leaves`` counts criteria by outcome.
    """

    maximum: Fraction
    applicable: Fraction
    low: Fraction
    high: Fraction
    points: Fraction
    self_assessable: Fraction
    supported: Fraction
    explained: Fraction
    by_basis: Mapping[Basis, Fraction]
    by_outcome: Mapping[Outcome, Fraction]
    leaves: Mapping[Outcome, int]

    @property
    def excluded(self) -> Fraction:
        return self.maximum - self.applicable

    @property
    def open(self) -> Fraction:
        return self.high - self.low

    @property
    def lost(self) -> Fraction:
        return self.applicable - self.high


@dataclass(frozen=True, slots=True)
class Change:
    """One measure to move: by ``amount`` cases, to an answer, or by a day.

    ``wholes`` are the totals that rise with it, each as (measure, before, after).
    """

    measure: str
    amount: int = 0
    answer: bool | None = None
    day: datetime.date | None = None
    before: Fraction | None = None
    after: Fraction | None = None
    wholes: tuple[tuple[str, Fraction | None, Fraction | None], ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """A joint change and what it makes of its criterion; ``ask`` is still to be reported."""

    changes: tuple[Change, ...]
    low: Fraction
    high: Fraction
    reasons: tuple[Reason, ...] = ()
    ask: tuple[str, ...] = ()


class Reach(StrEnum):
    """Whether the maximum is still in reach by steps that measures can take."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Deadlock(StrEnum):
    """Why there is no step."""

    FIXED = "fixed"
    LIMIT = "limit"
    PAST_DUE = "past_due"
    NO_CASES = "no_cases"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Points below a criterion's maximum, and the way back.

    ``lost`` is beyond any unknown, ``open`` hangs on unknowns, ``recoverable`` is open plus what
    the steps regain. ``steps`` are alternatives of the next one; ``farthest`` leads beyond them.
    ``ask`` are measures to report first.
    """

    code: str
    lost: Fraction
    open: Fraction
    recoverable: Fraction
    reach: Reach
    steps: tuple[NextStep, ...] = ()
    farthest: NextStep | None = None
    ask: tuple[str, ...] = ()
    deadlock: Deadlock | None = None


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """What another reading of the text would give; never part of a total."""

    cites: Citation
    outcome: Outcome
    low: Fraction
    high: Fraction
    because: Because
    steps: tuple[NextStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """What one criterion, or one area, comes to."""

    criterion: Criterion
    outcome: Outcome
    account: Account
    why: tuple[Why, ...] = ()
    basis: Basis | None = None
    because: Because | None = None
    answer: Answer | None = None
    claim: ClaimState | None = None
    lacking: tuple[str, ...] = ()
    readings: tuple[ReadingScore, ...] = ()
    components: tuple[Score, ...] = ()

    @property
    def code(self) -> str:
        return self.criterion.code

    @property
    def low(self) -> Fraction:
        return self.account.low

    @property
    def high(self) -> Fraction:
        return self.account.high

    @property
    def points(self) -> Fraction | None:
        """The points when nothing is open; absent otherwise."""
        return self.low if self.outcome is Outcome.SCORED else None

    @property
    def is_full(self) -> bool:
        return self.outcome is Outcome.SCORED and self.low == self.account.applicable

    def leaves(self) -> Iterator[Score]:
        if not self.components:
            yield self
        for component in self.components:
            yield from component.leaves()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole answer for one submission under one criteria set; immutable."""

    criteria: CriteriaSet
    submission: Submission
    account: Account
    index_low: Fraction | None
    index_high: Fraction | None
    areas: tuple[Score, ...]
    shortfalls: tuple[Shortfall, ...]
    remarks: tuple[Problem, ...] = ()
    by_code: Mapping[str, Score] = field(default_factory=dict)

    @property
    def total(self) -> Account:
        """The account as it is shown: each sum rounded once, where the set rounds totals.

        Sums of rounded leaves stand as they are.
        """
        rounding = self.criteria.rounding
        if rounding.at is RoundingPlace.LEAF:
            return self.account

        def rounded(points: Fraction) -> Fraction:
            return round_exact(points, rounding.places, rounding.mode)

        account = self.account
        return replace(
            account,
            low=rounded(account.low),
            high=rounded(account.high),
            points=rounded(account.points),
            supported=rounded(account.supported),
            explained=rounded(account.explained),
            by_basis={basis: rounded(points) for basis, points in account.by_basis.items()},
        )

    def leaves(self) -> Iterator[Score]:
        for area in self.areas:
            yield from area.leaves()
