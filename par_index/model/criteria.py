"""A criteria set: one decision, one tier, one year, as everything downstream sees it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from par_index.exact import RoundingMode
from par_index.model.measures import Measure
from par_index.model.rules import Condition, Scoring
from par_index.model.text import Text
from par_index.problems import Problem, Span

__all__ = [
    "Citation",
    "CriteriaSet",
    "Criterion",
    "Give",
    "Ground",
    "NotApplicable",
    "Origin",
    "Reading",
    "Remedy",
    "Requirement",
    "Rounding",
    "RoundingPlace",
    "Status",
]


class Status(StrEnum):
    """How far a set reproduces its source; printed on every report."""

    OFFICIAL = "official"
    PARTIAL = "partial"
    ILLUSTRATIVE = "illustrative"


class Give(StrEnum):
    """What a criterion that does not apply gives: excluded from the maximum, full, or zero."""

    EXCLUDE = "exclude"
    FULL = "full"
    ZERO = "zero"


class RoundingPlace(StrEnum):
    LEAF = "leaf"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Rounding:
    """Decimal places and mode for points (and where), and for the index."""

    places: int = 2
    mode: RoundingMode = RoundingMode.HALF_UP
    at: RoundingPlace = RoundingPlace.LEAF
    index_places: int = 2
    index_mode: RoundingMode = RoundingMode.HALF_UP


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a requirement stands: the clause, and a short phrase of it."""

    clause: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the set advises where points are lost, who leads, who supports, by when."""

    text: Text | None = None
    lead: Text | None = None
    support: Text | None = None
    due: Text | None = None
    effort: Fraction | None = None
    effort_per_item: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """A kind of evidence that a criterion asks for."""

    id: str
    title: Text
    required: bool = False
    locate: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A listed reason why a criterion may not apply to a unit."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The two doors of not applicable: the criterion's own condition, or a listed ground."""

    condition: Condition | None = None
    grounds: tuple[Ground, ...] = ()
    give: Give = Give.EXCLUDE


@dataclass(frozen=True, slots=True)
class Reading:
    """Another reading of an ambiguous text: reported beside the score, never scored."""

    cites: Citation
    scoring: Scoring


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion at any depth: it has components or a scoring rule, never both."""

    code: str
    title: Text
    max_points: Fraction
    span: Span
    components: tuple[Criterion, ...] = ()
    scoring: Scoring | None = None
    not_applicable: NotApplicable | None = None
    cites: Citation | None = None
    evidence: tuple[Requirement, ...] = ()
    remedy: Remedy | None = None
    readings: tuple[Reading, ...] = ()

    def leaves(self) -> Iterator[Criterion]:
        """The criteria that carry rules, in the order of the set."""
        if not self.components:
            yield self
        for component in self.components:
            yield from component.leaves()

    def nodes(self) -> Iterator[Criterion]:
        """This criterion and everything below it, parents first."""
        yield self
        for component in self.components:
            yield from component.nodes()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a set comes from, as far as its source says."""

    issuer: Text | None = None
    number: str = ""
    symbol: str = ""
    date: str = ""
    title: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """Identity, provenance, measures and areas of one set."""

    id: str
    title: Text
    status: Status
    origin: Origin
    tier: str
    starts: datetime.date
    ends: datetime.date
    max_points: Fraction
    rounding: Rounding
    notes: tuple[Text, ...]
    areas: tuple[Criterion, ...]
    measures: Mapping[str, Measure]
    sha256: str
    remarks: tuple[Problem, ...] = ()
    by_code: Mapping[str, Criterion] = field(default_factory=dict)

    def leaves(self) -> Iterator[Criterion]:
        for area in self.areas:
            yield from area.leaves()
