"""A submission: who reports, as of which day, and what."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By
from par_index.nouns import EMPTY, Noun
from par_index.problems import Problem, Source, Span

__all__ = [
    "Answer",
    "Datum",
    "Evidence",
    "EvidenceUse",
    "Submission",
    "Tally",
    "Unit",
    "Value",
    "counted_data",
]


Tally = Mapping[str, Fraction]
"""How many answers each option got."""

Value = Fraction | datetime.date | bool | str | Tally | None


class Datum(Noun):
    """What a unit wrote for one measure.

    ``value`` is None when nothing is reported. A rate or percent is a share (6,7% is 67/1000)
    with the number of decimals it was printed with. ``not_yet`` is the date that is still to
    come. ``quote`` shows the figure; ``said`` is words only.
    """

    measure: str
    span: Span
    text: str = ""
    value: Value = None
    decimals: int = 0
    not_yet: bool = False
    quote: str = ""
    said: str = ""

    @property
    def is_reported(self) -> bool:
        return self.value is not None or self.not_yet

    @property
    def figure(self) -> Fraction | None:
        """The value where it is a number: an amount, points or a share."""
        return self.value if isinstance(self.value, Fraction) else None


class Unit(Noun):
    """The reporting body; ``id`` is stable across names and years."""

    id: str
    name: str
    tier: str


class Evidence(Noun):
    """A document in the register, with the field names of the office systems (NĐ 30/2020)."""

    id: str
    span: Span
    fields: Mapping[str, str] = EMPTY
    issued: datetime.date | None = None


class EvidenceUse(Noun):
    """An answer's pointer to a document: for which requirement, on which page or section."""

    evidence: str
    requirement: str = ""
    page: str = ""
    section: str = ""


class Answer(Noun):
    """What the unit says to one criterion beside its data."""

    code: str
    span: Span
    claimed: Fraction | None = None
    explanation: str = ""
    ground: str = ""
    ground_span: Span | None = None
    evidence: tuple[EvidenceUse, ...] = ()


class Submission(Noun):
    """One unit's file. ``external`` holds what others give (survey, appraiser, block).

    ``last_year`` are all values of last year, by the ids of this year's measures; those that rules
    read stand in ``data`` too, under the ids of the measures' twins. ``explained_checks`` are what
    answers say to cross-checks, by the ids of these; ``numbers`` how the file writes its numbers.
    """

    criteria: str
    unit: Unit
    as_of: datetime.date
    data: Mapping[str, Datum]
    answers: Mapping[str, Answer]
    evidence: Mapping[str, Evidence]
    source: Source
    external: Mapping[str, Datum] = EMPTY
    last_year: Mapping[str, Datum] = EMPTY
    explained_checks: Mapping[str, str] = EMPTY
    remarks: tuple[Problem, ...] = ()
    numbers: str = "plain"


def counted_data(
    criteria: CriteriaSet, own: Mapping[str, Datum], external: Mapping[str, Datum]
) -> Mapping[str, Datum]:
    """What each measure goes by: the unit's own datum only where it is the unit's to give."""
    return {
        id: source[id]
        for id, measure in criteria.measures.items()
        if id in (source := own if measure.by is By.UNIT else external)
    }
