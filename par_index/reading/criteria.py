"""Lowering criteria: the tree of areas, with what stands above handed down to leaves."""

from __future__ import annotations

from collections.abc import Mapping as Measures
from fractions import Fraction

from par_index.model.criteria import (
    Citation,
    Criterion,
    Give,
    Ground,
    NotApplicable,
    Reading,
)
from par_index.model.measures import Measure
from par_index.nouns import Noun, replace
from par_index.problems import Problems, Span
from par_index.reading.conditions import ConditionReader
from par_index.reading.criterion_details import (
    Inherited,
    check_unique,
    citation_of,
    number_of,
)
from par_index.reading.criterion_forms import AreaFile, CriterionForm, NotApplicableForm
from par_index.reading.measures import text_of
from par_index.reading.quantities import QuantityReader
from par_index.reading.reach import least_of
from par_index.reading.scoring_forms import ScoringReader
from par_index.reading.written import value_span

__all__ = ["TreeReader"]

_ZERO = Fraction(0)

Excuses = tuple[tuple[str, NotApplicable], ...]


class _Above(Noun):
    """Where a criterion stands: what it inherits, and what its parents are."""

    inherited: Inherited
    excuses: Excuses = ()
    extra: bool = False
    modified: str = ""
    """The nearest criterion above that is no plain sum."""


class TreeReader:
    """Reads the areas of one set. ``places`` are the codes that were read, with problems too."""

    def __init__(self, measures: Measures[str, Measure], problems: Problems) -> None:
        self.measures = measures
        self.problems = problems
        self.quantities = QuantityReader(measures, problems)
        self.conditions = ConditionReader(self.quantities, problems)
        self.scoring = ScoringReader(self.quantities, self.conditions, problems)
        self.places: dict[str, Span] = {}

    @property
    def given(self) -> Measures[str, Fraction]:
        """How many points each measure of points may give, where it is given least."""
        return self.scoring.rules.given

    def read(self, file: AreaFile) -> Criterion | None:
        """One area; None after a problem."""
        return self._read(file, _Above(Inherited()))

    def _read(self, form: CriterionForm, above: _Above) -> Criterion | None:
        place = value_span(form, "code")
        if form.code in self.places:
            self.problems.add("E311", place, self.places[form.code], found=form.code)
        self.places.setdefault(form.code, place)
        check_unique(form.evidence or [], self.problems)
        if form.components is None and form.scoring is None:
            self.problems.add("E323", place, found=form.code)
            return None
        policy = self._not_applicable(form.not_applicable)
        own: Excuses = () if policy is None else ((form.code, policy),)
        within = replace(
            above,
            inherited=above.inherited.within(form, self.problems),
            excuses=(*own, *above.excuses),
            extra=self._is_extra(form, above),
        )
        criterion = Criterion(
            code=form.code,
            title=text_of(form.title),
            max_points=_ZERO,
            span=place,
            extra=within.extra,
            not_applicable=policy,
            cites=within.inherited.cites,
            evidence=within.inherited.evidence,
            remedy=within.inherited.remedy,
        )
        if form.components is not None:
            return self._parent(form, form.components, criterion, within)
        return self._leaf(form, criterion, within)

    def _is_extra(self, form: CriterionForm, above: _Above) -> bool:
        if form.extra == "yes" and above.modified:
            self.problems.add("E346", form.at.key_span("extra"), found=above.modified)
        if form.extra == "no" and above.extra:
            span = form.at.key_span("extra")
            self.problems.add("E334", span, found="extra: no", expected="extra: yes")
        return above.extra or form.extra == "yes"

    def _parent(
        self,
        form: CriterionForm,
        components: list[CriterionForm],
        criterion: Criterion,
        within: _Above,
    ) -> Criterion | None:
        if form.readings:
            span = form.at.key_span("readings")
            self.problems.add("E334", span, found="readings", expected="components")
        if form.scoring is not None:
            within = replace(within, modified=form.code)
        read = [self._read(component, within) for component in components]
        whole = tuple(component for component in read if component is not None)
        if len(whole) != len(read):
            return None
        counted = [one for one in whole if criterion.extra or not one.extra]
        total = sum((component.max_points for component in counted), start=_ZERO)
        if form.scoring is not None:
            least = sum((least_of(one, self.measures) for one in whole), start=_ZERO)
            modifiers = self.scoring.parent(form.scoring, least, total, extra=criterion.extra)
            if modifiers is None:
                return None
            criterion = replace(criterion, modifiers=modifiers)
            if modifiers.cap is not None and modifiers.cap.condition is None:
                total = min(total, modifiers.cap.to.of(total))
        if form.max_points is not None:
            stated = number_of(form.max_points)
            if stated != total:
                span = value_span(form, "max_points")
                self.problems.add("E310", span, found=stated, total=total, gap=stated - total)
        return replace(criterion, max_points=total, components=whole)

    def _leaf(self, form: CriterionForm, criterion: Criterion, within: _Above) -> Criterion | None:
        if form.max_points is None:
            self.problems.add("E302", form.at.span, key="max_points")
        maximum = number_of(form.max_points or "1")
        too_few = maximum < 0 if criterion.extra else maximum <= 0
        if too_few or (form.max_points or "").endswith("%"):
            span = value_span(form, "max_points")
            self.problems.add("E304", span, found=form.max_points, expected="0.5, 1, 3")
            return None
        assert form.scoring is not None
        scoring = self.scoring.leaf(form.scoring, maximum, extra=criterion.extra)
        readings = [
            Reading(citation_of(one.cites) or Citation(), alternative)
            for one in form.readings
            if (alternative := self.scoring.leaf(one.scoring, maximum, extra=criterion.extra))
        ]
        if scoring is None:
            return None
        return replace(
            criterion,
            max_points=maximum,
            scoring=scoring,
            excuses=within.excuses,
            readings=tuple(readings),
        )

    def _not_applicable(self, form: NotApplicableForm | None) -> NotApplicable | None:
        if form is None:
            return None
        condition = None
        if form.if_ is not None:
            condition = self.conditions.read_settled(form, "if", form.if_)
        elif not form.grounds:
            self.problems.add("E306", form.at.span, found="")
        check_unique(form.grounds, self.problems)
        grounds = tuple(Ground(one.id, text_of(one.text)) for one in form.grounds)
        return NotApplicable(condition, grounds, Give(form.give))
