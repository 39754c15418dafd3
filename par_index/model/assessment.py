"""The answer: scores with their reasons, accounts that add up, shortfalls with a next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from par_index.exact import round_exact
from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.criteria import Citation, CriteriaSet, Criterion, RoundingPlace
from par_index.model.reasons import Because, Why
from par_index.model.steps import NextStep, Shortfall
from par_index.model.submission import Answer, Submission
from par_index.problems import Problem

__all__ = ["Assessment", "ClaimState", "ReadingScore", "Score"]


class ClaimState(StrEnum):
    """A unit's own points against what its data can give."""

    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"
    OPEN = "open"


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
