"""Subjects: what the facts of findings are about, and what stands in their fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from par_index.model.criteria import CriteriaSet
from par_index.model.facts import FACTS, Shape, Value
from par_index.model.findings import Domain, Place, Variable
from par_index.nouns import Noun

__all__ = ["SUBJECTS", "Subject", "shapes_of", "subject_of"]

SUBJECTS: Final = {
    Shape.CODE: "criterion",
    Shape.MEASURE: "measure",
    Shape.DOCUMENT: "document",
    Shape.CHECK: "check",
    Shape.RULE: "rule",
}
"""What a fact can be about."""


class Subject(Noun):
    """What a place is about, and by which id it is known."""

    shape: Shape
    id: str


def subject_of(place: Place) -> Subject | None:
    """What a place is about; None where its facts name nothing."""
    shape, id = place.subject
    return Subject(shape, id) if id else None


def shapes_of(criteria: CriteriaSet, kind: str) -> dict[str, Shape]:
    """The fields of a kind with their shapes, in the order in which they are written.

    A kind that rules derive has what the first of them puts there.
    """
    if kind in FACTS:
        return {name: field.shape for name, field in FACTS[kind].items()}
    for rule in criteria.rules:
        if rule.then is not None and rule.then.kind == kind:
            domains = dict(rule.for_each)
            return {name: _shape(value, domains) for name, value in rule.then.fields}
    return {}


def _shape(value: Value | Variable, domains: Mapping[str, Domain]) -> Shape:
    if isinstance(value, Variable):
        return domains[value.name].shape
    return Shape.WHOLE if isinstance(value, int) else Shape.TEXT
