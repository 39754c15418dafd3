"""Findings: rules over facts, written as data, and what they found."""

from __future__ import annotations

from enum import StrEnum

from par_index.model.facts import Fact, Shape, Value
from par_index.model.text import Text
from par_index.nouns import Noun
from par_index.problems import Span

__all__ = [
    "Compare",
    "Derived",
    "Domain",
    "FieldTest",
    "Finding",
    "FindingRule",
    "Pattern",
    "Place",
    "Severity",
    "Variable",
]


class Severity(StrEnum):
    """How much a finding weighs on appraisal, least first."""

    NOTE = "note"
    WATCH = "watch"
    SERIOUS = "serious"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Compare(StrEnum):
    """How a field is held against a value. Only whole numbers can be above or below."""

    IS = "is"
    NOT = "not"
    ABOVE = "above"
    BELOW = "below"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Domain(StrEnum):
    """What a variable ranges over."""

    CRITERIA = "criteria"
    MEASURES = "measures"
    DOCUMENTS = "documents"
    CHECKS = "checks"

    @property
    def shape(self) -> Shape:
        return _SHAPES[self]


_SUBJECTS = (Shape.CODE, Shape.MEASURE, Shape.DOCUMENT, Shape.CHECK)
"""What facts can be about, in the order in which a fact of several is about one of them. The field
is named after the shape, in derived facts too."""

_SHAPES = {
    Domain.CRITERIA: Shape.CODE,
    Domain.MEASURES: Shape.MEASURE,
    Domain.DOCUMENTS: Shape.DOCUMENT,
    Domain.CHECKS: Shape.CHECK,
}


class Variable(Noun):
    """A name that ``for_each`` binds: ``$c`` in a pattern."""

    name: str


class FieldTest(Noun):
    """One field against a value; several ``values`` are alternatives, with ``IS`` alone."""

    field: str
    compare: Compare
    values: tuple[Value | Variable, ...]


class Pattern(Noun):
    """A kind of fact and what must hold of its fields."""

    kind: str
    tests: tuple[FieldTest, ...] = ()


class Derived(Noun):
    """A fact that a rule adds for others to match, of a kind that par_index does not give."""

    kind: str
    fields: tuple[tuple[str, Value | Variable], ...]


class FindingRule(Noun):
    """A rule: facts that must be there (each pattern another one), facts that must not.

    It says something to people (``severity``, ``title``, ``say``, ``next``) or derives a fact
    (``then``). ``say`` is the sentence for one place, its slots named after fields of the facts
    matched: ``{claimed}`` of any pattern, ``{2.claimed}`` of the second one. The place is the
    subject of the first pattern's fact.
    """

    id: str
    span: Span
    for_each: tuple[tuple[str, Domain], ...] = ()
    when: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    severity: Severity | None = None
    title: Text | None = None
    say: Text | None = None
    next: Text | None = None
    cites: str = ""
    then: Derived | None = None


class Place(Noun):
    """Where a rule fired: the facts it matched, in the order of its patterns."""

    facts: tuple[Fact, ...]

    @property
    def subject(self) -> tuple[Shape, str]:
        """What it is about: the first subject that the first fact names."""
        first = dict(self.facts[0].fields)
        for shape in _SUBJECTS:
            if shape.value in first:
                return shape, str(first[shape.value])
        return Shape.RULE, str(first.get("rule", ""))


class Finding(Noun):
    """One rule with all the places where it fired."""

    rule: FindingRule
    places: tuple[Place, ...]
