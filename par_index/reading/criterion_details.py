"""Lowering what stands beside a criterion's scoring: citations, evidence, remedies."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.criteria import Citation, Remedy, Requirement
from par_index.nouns import Noun
from par_index.problems import Problems, Span
from par_index.reading.criterion_forms import (
    CitesForm,
    CriterionForm,
    EffortForm,
    GroundForm,
    RemedyForm,
    RequirementForm,
)
from par_index.reading.measures import text_of
from par_index.reading.written import value_span

__all__ = ["Inherited", "check_unique", "citation_of", "number_of"]


class Inherited(Noun):
    """What a parent hands to components without their own."""

    cites: Citation | None = None
    evidence: tuple[Requirement, ...] = ()
    remedy: Remedy | None = None

    def within(self, form: CriterionForm) -> Inherited:
        """The same for a criterion, with what it says itself in place of what it inherits."""
        return Inherited(
            citation_of(form.cites) or self.cites,
            _evidence(form.evidence) if form.evidence is not None else self.evidence,
            _remedy(form.remedy) or self.remedy,
        )


def citation_of(form: CitesForm | None) -> Citation | None:
    return None if form is None else Citation(form.clause or "", form.quote or "")


def number_of(text: str) -> Fraction:
    """The value of a number whose form has been checked."""
    literal = parse_literal(text)
    assert literal is not None, "the form has checked it"
    return literal.value


def check_unique(forms: Sequence[GroundForm | RequirementForm], problems: Problems) -> None:
    """Each id of a list once."""
    first: dict[str, Span] = {}
    for form in forms:
        span = value_span(form, "id")
        if form.id in first:
            problems.add("E311", span, first[form.id], found=form.id)
        first.setdefault(form.id, span)


def _evidence(forms: list[RequirementForm]) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(form.id, text_of(form.title), form.required == "yes", form.locate)
        for form in forms
    )


def _remedy(form: RemedyForm | None) -> Remedy | None:
    if form is None:
        return None
    per_item = isinstance(form.effort, EffortForm)
    effort = form.effort.per_item if isinstance(form.effort, EffortForm) else form.effort
    return Remedy(
        text=text_of(form.text) if form.text is not None else None,
        lead=text_of(form.lead) if form.lead is not None else None,
        support=text_of(form.support) if form.support is not None else None,
        due=text_of(form.due) if form.due is not None else None,
        effort=None if effort is None else number_of(effort),
        effort_per_item=per_item,
    )
