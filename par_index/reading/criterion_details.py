"""Lowering what stands beside a criterion's scoring: citations, evidence, remedies."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.criteria import Citation, Remedy, Requirement, Window
from par_index.nouns import Noun
from par_index.problems import Problems, Span
from par_index.reading.criterion_forms import (
    CitesForm,
    CriterionForm,
    EffortForm,
    GroundForm,
    RemedyForm,
    RequirementForm,
    WindowForm,
)
from par_index.reading.measures import text_of
from par_index.reading.written import Form, value_span

__all__ = ["Inherited", "check_unique", "citation_of", "number_of"]


class Inherited(Noun):
    """What a parent hands to components without their own."""

    cites: Citation | None = None
    evidence: tuple[Requirement, ...] = ()
    remedy: Remedy | None = None

    def within(self, form: CriterionForm, problems: Problems) -> Inherited:
        """The same for a criterion, with what it says itself in place of what it inherits."""
        return Inherited(
            citation_of(form.cites) or self.cites,
            _evidence(form.evidence, problems) if form.evidence is not None else self.evidence,
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


def _evidence(forms: list[RequirementForm], problems: Problems) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(
            form.id,
            text_of(form.title),
            form.required == "yes",
            form.locate,
            _window(form.window, problems),
            _kinds(form),
            int(form.count),
        )
        for form in forms
    )


def _kinds(form: RequirementForm) -> tuple[str, ...]:
    kinds = [form.loai] if isinstance(form.loai, str) else form.loai or []
    return tuple(dict.fromkeys(kinds))


def _window(form: WindowForm | None, problems: Problems) -> Window | None:
    if form is None:
        return None
    starts = _day(form, "from", form.from_, problems)
    ends = _day(form, "to", form.to, problems)
    if "from" not in form.at and "to" not in form.at:
        problems.add("E306", form.at.span, found="")
    if starts is not None and ends is not None and starts > ends:
        problems.add("E324", form.at.span, starts=starts, ends=ends)
    return Window(starts, ends)


def _day(form: Form, key: str, text: str | None, problems: Problems) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        problems.add("E304", value_span(form, key), found=text, expected="2021-12-31")
        return None


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
