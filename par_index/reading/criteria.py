"""Lowering criteria: the tree of areas, what components inherit, and checks over all of it."""

from __future__ import annotations

from collections.abc import Mapping as Measures
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.criteria import (
    Citation,
    Criterion,
    Give,
    Ground,
    NotApplicable,
    Reading,
    Remedy,
    Requirement,
)
from par_index.model.measures import Measure
from par_index.model.rules import All, AnyOf, Condition, CriterionFull, Not
from par_index.problems import Problems, Span
from par_index.reading.conditions import ConditionReader, NoneCheck, value_span
from par_index.reading.definition import (
    AreaFile,
    CitesForm,
    CriterionForm,
    EffortForm,
    GroundForm,
    NotApplicableForm,
    RemedyForm,
    RequirementForm,
)
from par_index.reading.limits import CHAIN
from par_index.reading.measures import text_of
from par_index.reading.nearest import nearest
from par_index.reading.quantities import QuantityReader
from par_index.reading.scoring_forms import ScoringReader

__all__ = ["lower_areas"]


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What a parent hands to components without their own."""

    cites: Citation | None = None
    evidence: tuple[Requirement, ...] = ()
    remedy: Remedy | None = None


def lower_areas(
    files: list[AreaFile], measures: Measures[str, Measure], problems: Problems
) -> tuple[tuple[Criterion, ...], dict[str, Criterion]]:
    """The areas and every criterion by code."""
    reader = _TreeReader(measures, problems)
    areas = [area for file in files if (area := reader.read(file, _Inherited())) is not None]
    by_code = {node.code: node for area in areas for node in area.nodes()}
    reader.finish(by_code)
    return tuple(areas), by_code


class _TreeReader:
    def __init__(self, measures: Measures[str, Measure], problems: Problems) -> None:
        self.problems = problems
        quantities = QuantityReader(measures, problems)
        self.conditions = ConditionReader(quantities, problems)
        self.scoring = ScoringReader(quantities, self.conditions, problems)
        self._places: dict[str, Span] = {}

    def read(self, form: CriterionForm, inherited: _Inherited) -> Criterion | None:
        place = value_span(form, "code")
        if form.code in self._places:
            self.problems.add("E311", place, self._places[form.code], found=form.code)
        self._places.setdefault(form.code, place)
        self._check_unique(form.evidence or [])
        inherited = _Inherited(
            _cites(form.cites) or inherited.cites,
            _evidence(form.evidence) if form.evidence is not None else inherited.evidence,
            _remedy(form.remedy) or inherited.remedy,
        )
        criterion = Criterion(
            code=form.code,
            title=text_of(form.title),
            max_points=Fraction(0),
            span=place,
            cites=inherited.cites,
            evidence=inherited.evidence,
            remedy=inherited.remedy,
        )
        if (form.components is None) == (form.scoring is None):
            self.problems.add("E323", place, found=form.code)
            return None
        if form.components is not None:
            return self._parent(form, form.components, criterion, inherited)
        return self._leaf(form, criterion)

    def finish(self, by_code: dict[str, Criterion]) -> None:
        """Settle what needs every criterion: codes named, cycles, and 0/0 without a policy."""
        for use in self.conditions.codes:
            if use.code not in by_code and use.code not in self._places:
                near = nearest(use.code, list(by_code))
                self.problems.add("E313", use.span, found=use.code, near=near)
        self._check_cycles(by_code)
        may_not_apply = frozenset(
            code
            for code, node in by_code.items()
            if all(_may_not_apply(leaf) for leaf in node.leaves())
        )
        for check in self.scoring.none_checks:
            if self.conditions.may_be_none(check.condition, may_not_apply):
                self.problems.add("E319", check.span)

    def _parent(
        self,
        form: CriterionForm,
        components: list[CriterionForm],
        criterion: Criterion,
        inherited: _Inherited,
    ) -> Criterion | None:
        for key in ("not_applicable", "readings"):
            if key in form.at:
                self.problems.add("E322", form.at.key_span(key), found=key)
        read = [self.read(component, inherited) for component in components]
        whole = tuple(component for component in read if component is not None)
        if len(whole) != len(read):
            return None
        total = sum((component.max_points for component in whole), start=Fraction(0))
        if form.max_points is not None:
            stated = _number(form.max_points)
            if stated != total:
                span = value_span(form, "max_points")
                self.problems.add("E310", span, found=stated, total=total, gap=stated - total)
        return replace(criterion, max_points=total, components=whole)

    def _leaf(self, form: CriterionForm, criterion: Criterion) -> Criterion | None:
        if form.max_points is None:
            self.problems.add("E302", form.at.span, key="max_points")
        maximum = _number(form.max_points or "1")
        if maximum <= 0 or (form.max_points or "").endswith("%"):
            span = value_span(form, "max_points")
            self.problems.add("E304", span, found=form.max_points, expected="0.5, 1, 3")
            return None
        assert form.scoring is not None
        scoring = self.scoring.read(form.scoring, maximum)
        readings = [
            Reading(_cites(one.cites) or Citation(), alternative)
            for one in form.readings
            if (alternative := self.scoring.read(one.scoring, maximum)) is not None
        ]
        policy = self._not_applicable(form.not_applicable)
        if scoring is None:
            return None
        return replace(
            criterion,
            max_points=maximum,
            scoring=scoring,
            not_applicable=policy,
            readings=tuple(readings),
        )

    def _not_applicable(self, form: NotApplicableForm | None) -> NotApplicable | None:
        if form is None:
            return None
        condition = None
        if form.if_ is not None:
            condition = self.conditions.read(form.if_, value_span(form, "if"))
            if condition is not None:
                self.scoring.none_checks.append(NoneCheck(condition, form.at.key_span("if")))
        elif not form.grounds:
            self.problems.add("E306", form.at.span, found="")
        self._check_unique(form.grounds)
        grounds = tuple(Ground(one.id, text_of(one.text)) for one in form.grounds)
        return NotApplicable(condition, grounds, Give(form.give))

    def _check_unique(self, forms: Sequence[GroundForm | RequirementForm]) -> None:
        first: dict[str, Span] = {}
        for form in forms:
            span = value_span(form, "id")
            if form.id in first:
                self.problems.add("E311", span, first[form.id], found=form.id)
            first.setdefault(form.id, span)

    def _check_cycles(self, by_code: dict[str, Criterion]) -> None:
        """No criterion may look at itself through others, nor at its own parent."""
        looks: dict[str, set[str]] = {}
        for node in by_code.values():
            for leaf in node.leaves():
                looks.setdefault(node.code, set())
                if leaf is not node:
                    looks[node.code].add(leaf.code)
            if node.scoring is not None:
                looks[node.code] = set(_codes_of(node))
        done: set[str] = set()

        def visit(code: str, path: tuple[str, ...]) -> None:
            if code in path:
                cycle = " → ".join((*path[path.index(code) :], code))
                self.problems.add("E314", self._places[path[-1]], cycle=cycle)
                return
            if len(path) > CHAIN:
                self.problems.add("E336", self._places[path[0]], limit=CHAIN)
                return
            if code not in done:
                for other in sorted(looks.get(code, ())):
                    visit(other, (*path, code))
                done.add(code)

        for code in looks:
            visit(code, ())


def _codes_of(leaf: Criterion) -> set[str]:
    conditions: list[Condition] = []
    if leaf.not_applicable is not None and leaf.not_applicable.condition is not None:
        conditions.append(leaf.not_applicable.condition)
    for scoring in (leaf.scoring, *(reading.scoring for reading in leaf.readings)):
        if scoring is not None:
            conditions.extend(one for one in (scoring.gate,) if one is not None)
            if (condition := getattr(scoring.rule, "condition", None)) is not None:
                conditions.append(condition)
    codes: set[str] = set()
    while conditions:
        match conditions.pop():
            case CriterionFull(code):
                codes.add(code)
            case All(members) | AnyOf(members):
                conditions.extend(members)
            case Not(member):
                conditions.append(member)
            case _:
                pass
    return codes


def _may_not_apply(leaf: Criterion) -> bool:
    excluded = leaf.not_applicable is not None and leaf.not_applicable.give is Give.EXCLUDE
    when_none = leaf.scoring.when_none if leaf.scoring is not None else None
    return excluded or (when_none is not None and when_none.points is None)


def _cites(form: CitesForm | None) -> Citation | None:
    return None if form is None else Citation(form.clause or "", form.quote or "")


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
        effort=None if effort is None else _number(effort),
        effort_per_item=per_item,
    )


def _number(text: str) -> Fraction:
    literal = parse_literal(text)
    assert literal is not None, "the form has checked it"
    return literal.value
