"""Lanes: ways to score the same units, each prepared before the clock starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.facts import Facts, Values, facts_of
from benchmarks.lowering.leaves import Program, lower
from benchmarks.units import complete_units, submission_of
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission

__all__ = ["Case", "Lane", "Leaves"]

Leaves = Mapping[str, int]
"""Points by leaf, in the set's smallest step; `NOT_APPLICABLE` for one that does not apply."""


@dataclass(frozen=True, slots=True)
class Case:
    """One criteria set with complete units, as every lane needs them."""

    name: str
    criteria: CriteriaSet
    program: Program
    units: Sequence[Values]
    facts: Sequence[Facts]
    submissions: Sequence[Submission]

    @classmethod
    def of(cls, name: str, criteria: CriteriaSet, units: int) -> Case:
        program = lower(criteria)
        values = complete_units(criteria, units)
        return cls(
            name,
            criteria,
            program,
            values,
            [facts_of(criteria, one, program.deadlines) for one in values],
            [submission_of(criteria, one) for one in values],
        )

    @property
    def codes(self) -> list[str]:
        """The leaves that every lane must agree on."""
        return list(self.program.leaves)


@dataclass(frozen=True, slots=True)
class Lane:
    """``score`` of one of the inputs is what is timed; ``read`` makes its answer comparable."""

    name: str
    gives: str
    inputs: Sequence[Any]
    score: Callable[[Any], Any]
    read: Callable[[Any], Leaves]
