"""The answer: scores with their reasons, accounts that add up, shortfalls with a next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.exact import round_exact
from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.checks import CheckResult
from par_index.model.criteria import Citation, CriteriaSet, Criterion, Grade, RoundingPlace
from par_index.model.findings import Finding
from par_index.model.reasons import Because, Why
from par_index.model.steps import NextStep, Shortfall
from par_index.model.submission import Answer, Submission
from par_index.nouns import EMPTY, Noun, replace
from par_index.problems import Problem

__all__ = [
    "Assessment",
    "ClaimState",
    "GradeScore",
    "ReadingScore",
    "Score",
    "Standing",
    "Totals",
]


class Standing(StrEnum):
    """What can be said of a grade while something is open."""

    SURE = "sure"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


class GradeScore(Noun):
    """One grade of the ladder. *Sure* and *impossible* are proofs, *possible* is not excluded."""

    grade: Grade
    standing: Standing


class Totals(Noun):
    """Points with bonus and penalty, inside the set's cap and floor.

    ``points`` are those settled so far; ``supported`` those that evidence, an explanation or
    counted data stand behind.
    """

    low: Fraction
    high: Fraction
    points: Fraction
    supported: Fraction


class ClaimState(StrEnum):
    """A unit's own points against what its data can give."""

    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"
    OPEN = "open"


class ReadingScore(Noun):
    """What another reading of the text would give; never part of a total."""

    cites: Citation
    outcome: Outcome
    low: Fraction
    high: Fraction
    because: Because
    steps: tuple[NextStep, ...] = ()


class Score(Noun):
    """What one criterion, or one area, comes to.

    ``ceiling`` is what a parent can still come to at most where its gate or a cap is already
    decided against it.
    """

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
    ceiling: Fraction | None = None

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

    def leaves(self) -> Iterator[Score]:
        if not self.components:
            yield self
        for component in self.components:
            yield from component.leaves()

    def nodes(self) -> Iterator[Score]:
        """This score and everything below it, parents first."""
        yield self
        for component in self.components:
            yield from component.nodes()


class Assessment(Noun):
    """The whole answer for one submission under one criteria set; immutable.

    ``account`` leaves extras out; ``extras`` are theirs alone, None in a set without any, and
    ``totals`` bring both together. Nothing in them is rounded; ``total`` and ``shown`` are.
    ``findings`` stand most serious first; they never change a point.
    """

    criteria: CriteriaSet
    submission: Submission
    account: Account
    index_low: Fraction | None
    index_high: Fraction | None
    areas: tuple[Score, ...]
    extras: Account | None
    totals: Totals
    grades: tuple[GradeScore, ...]
    shortfalls: tuple[Shortfall, ...]
    checks: tuple[CheckResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Problem, ...] = ()
    by_code: Mapping[str, Score] = EMPTY

    @property
    def total(self) -> Account:
        """The account as it is shown: each sum rounded once, where the set rounds totals.

        Sums of rounded leaves stand as they are.
        """
        account, rounded = self.account, self._rounded
        if self.criteria.rounding.at is RoundingPlace.LEAF:
            return account
        return replace(
            account,
            low=rounded(account.low),
            high=rounded(account.high),
            points=rounded(account.points),
            supported=rounded(account.supported),
            explained=rounded(account.explained),
            by_basis={basis: rounded(points) for basis, points in account.by_basis.items()},
        )

    @property
    def shown(self) -> Totals:
        """The totals with extras as they are shown."""
        one = self.totals
        if self.criteria.rounding.at is RoundingPlace.LEAF:
            return one
        parts = (one.low, one.high, one.points, one.supported)
        return Totals(*(self._rounded(part) for part in parts))

    def _rounded(self, points: Fraction) -> Fraction:
        rounding = self.criteria.rounding
        return round_exact(points, rounding.places, rounding.mode)

    def leaves(self) -> Iterator[Score]:
        for area in self.areas:
            yield from area.leaves()
