"""A criteria set: one decision, one tier, one year, as everything downstream sees it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.exact import RoundingMode
from par_index.model.checks import Check
from par_index.model.conditions import Condition
from par_index.model.findings import FindingRule
from par_index.model.measures import Measure
from par_index.model.rules import Modifiers, Portion, Scoring
from par_index.model.text import Text
from par_index.nouns import EMPTY, Noun
from par_index.problems import Problem, Span

__all__ = [
    "Citation",
    "CriteriaSet",
    "Criterion",
    "Give",
    "Grade",
    "Ground",
    "NotApplicable",
    "Origin",
    "Quota",
    "Reading",
    "Remedy",
    "Requirement",
    "Rounding",
    "RoundingPlace",
    "Status",
    "Window",
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


class Rounding(Noun):
    """Decimal places and mode for points (and where), and for the index."""

    places: int = 2
    mode: RoundingMode = RoundingMode.HALF_UP
    at: RoundingPlace = RoundingPlace.LEAF
    index_places: int = 2
    index_mode: RoundingMode = RoundingMode.HALF_UP


class Citation(Noun):
    """Where a requirement stands: the clause, and a short phrase of it."""

    clause: str = ""
    quote: str = ""


class Remedy(Noun):
    """What the set advises where points are lost, who leads, who supports, by when."""

    text: Text | None = None
    lead: Text | None = None
    support: Text | None = None
    due: Text | None = None
    effort: Fraction | None = None
    effort_per_item: bool = False


class Window(Noun):
    """When a document must date from, both ends included; None for no bound."""

    starts: datetime.date | None = None
    ends: datetime.date | None = None


class Requirement(Noun):
    """A kind of evidence that a criterion asks for: ``count`` documents of one of its ``kinds``.

    ``kinds`` are abbreviations as in `par_index.model.document_kinds`; none for any kind.
    """

    id: str
    title: Text
    required: bool = False
    locate: str | None = None
    window: Window | None = None
    kinds: tuple[str, ...] = ()
    count: int = 1


class Ground(Noun):
    """A listed reason why a criterion may not apply to a unit."""

    id: str
    text: Text


class NotApplicable(Noun):
    """The two doors of not applicable: the criterion's own condition, or a listed ground."""

    condition: Condition | None = None
    grounds: tuple[Ground, ...] = ()
    give: Give = Give.EXCLUDE


class Reading(Noun):
    """Another reading of an ambiguous text: reported beside the score, never scored."""

    cites: Citation
    scoring: Scoring


class Criterion(Noun):
    """A criterion at any depth: it has components or a scoring rule, never both.

    ``modifiers`` act on the sum of components; without them a parent is a plain sum. ``extra``
    points count beside the maximum (bonus, penalty). ``excuses`` are the ways in which a leaf may
    not apply, with the code an answer names: its own and those of the parents above it.
    """

    code: str
    title: Text
    max_points: Fraction
    span: Span
    components: tuple[Criterion, ...] = ()
    scoring: Scoring | None = None
    modifiers: Modifiers | None = None
    extra: bool = False
    not_applicable: NotApplicable | None = None
    excuses: tuple[tuple[str, NotApplicable], ...] = ()
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


class Quota(Noun):
    """At most this share of units may hold a grade; only a league of units can apply it.

    ``among`` are the grades whose holders are counted; empty when all units are.
    """

    share: Fraction
    otherwise: str
    among: tuple[str, ...] = ()
    round_up: bool = False
    keep_ties: bool = False


class Grade(Noun):
    """One rung of the ladder, best first: the first whose tests are met is the unit's.

    ``at_least`` is a share of the index when ``of_index``, else points of the total. The last
    rung has no tests.
    """

    id: str
    title: Text
    span: Span
    at_least: Fraction | None = None
    of_index: bool = False
    condition: Condition | None = None
    quota: Quota | None = None


class Origin(Noun):
    """Where a set comes from, as far as its source says."""

    issuer: Text | None = None
    number: str = ""
    symbol: str = ""
    date: str = ""
    title: Text | None = None
    note: Text | None = None


class CriteriaSet(Noun):
    """Identity, provenance, measures, areas and grades of one set.

    ``cap`` and ``floor`` bound the total, extras included. ``measures`` hold, beside those the
    author declared, a twin for each whose value of last year is read. ``rules`` are those that
    look for findings: the set's own, and the common ones that it does not replace.
    """

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
    checks: tuple[Check, ...] = ()
    rules: tuple[FindingRule, ...] = ()
    grades: tuple[Grade, ...] = ()
    cap: Portion | None = None
    floor: Portion | None = None
    remarks: tuple[Problem, ...] = ()
    by_code: Mapping[str, Criterion] = EMPTY

    def leaves(self) -> Iterator[Criterion]:
        for area in self.areas:
            yield from area.leaves()
