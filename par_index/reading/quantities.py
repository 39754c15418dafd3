"""Lowering quantities: names resolve, types and units agree, or the set is refused."""

from __future__ import annotations

import datetime
from collections.abc import Mapping as Measures
from collections.abc import Sequence as Terms
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.measures import Kind, Measure, last_year_id
from par_index.model.quantities import (
    Amount,
    Constant,
    Days,
    Difference,
    MonthsAfter,
    Quantity,
    Ratio,
    Scaled,
    Sum,
)
from par_index.problems import Problems, Span
from par_index.reading.lowered import NUMERIC, Lowered, Type, common_type, place_of
from par_index.reading.measures import REMEMBERED, twins_of
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Node, Sequence
from par_index.reading.option_quantities import lower_choice, lower_tally
from par_index.reading.quantity_forms import (
    ChooseForm,
    DaysForm,
    LastYearForm,
    MinusForm,
    MonthsForm,
    QuantityForm,
    RatioForm,
    SumForm,
    TallyForm,
    TimesForm,
)
from par_index.reading.written import Form, value_span

__all__ = ["QuantityReader"]

_MOST_MONTHS = 1200


class QuantityReader:
    """Reads quantity forms against the measures of one set.

    ``twins`` are the measures of last year that were asked for, with all that they rest on.
    """

    def __init__(self, measures: Measures[str, Measure], problems: Problems) -> None:
        self.measures = measures
        self.twins: dict[str, Measure] = {}
        self.problems = problems

    def read(self, form: QuantityForm, span: Span, node: Node | None) -> Lowered | None:
        """Lower one quantity; None after a problem. ``node`` is where it was written."""
        match form:
            case str():
                return self._named(form, span)
            case RatioForm():
                pair = self._members(form.ratio, form.at.get("ratio"), span)
                return None if pair is None else self._ratio(pair, span)
            case SumForm():
                terms = self._members(form.sum, form.at.get("sum"), span)
                return None if terms is None else self._sum(terms, span)
            case MinusForm():
                pair = self._members(form.minus, form.at.get("minus"), span)
                return None if pair is None else self._difference(pair, span)
            case TimesForm():
                return self._scaled(form, span)
            case DaysForm():
                pair = self._members(form.days, form.at.get("days"), span)
                if pair is None or not self._all_days(pair, span):
                    return None
                return Lowered(Days(pair[0].quantity, pair[1].quantity), Type.DAYS)
            case MonthsForm():
                return self._months(form, span)
            case TallyForm():
                tally = self.measure_of_kind(form, "tally", form.tally, Kind.TALLY)
                return None if tally is None else lower_tally(form, tally, self.problems)
            case LastYearForm():
                return self._last_year(form)
            case ChooseForm():
                choice = self.measure_of_kind(form, "choose", form.choose, Kind.CHOICE)
                return None if choice is None else lower_choice(form, choice, self.problems)

    def measure(self, id: str, span: Span) -> Measure | None:
        """The measure of that name, or a problem with the nearest one."""
        if id not in self.measures:
            self.problems.add("E312", span, found=id, near=nearest(id, list(self.measures)))
            return None
        return self.measures[id]

    def measure_of_kind(self, form: Form, key: str, id: str, *kinds: Kind) -> Measure | None:
        """The measure under a key, which must be of one of these kinds."""
        span = value_span(form, key)
        measure = self.measure(id, span)
        if measure is None or measure.kind in kinds:
            return measure
        self.problems.add("E333", span, found=id, kind=measure.kind.value)
        return None

    def _named(self, text: str, span: Span) -> Lowered | None:
        if (literal := parse_literal(text)) is not None:
            kind = Type.SHARE if literal.percent else Type.NUMBER
            constant = Constant(literal.value, percent=literal.percent)
            return Lowered(constant, kind, least=literal.value)
        if text[:4].isdigit() and text[4:5] == "-":
            return self._day(text, span)
        measure = self.measure(text, span)
        if measure is None:
            return None
        if measure.kind in (Kind.YES_NO, Kind.TALLY):
            self.problems.add("E333", span, found=text, kind=measure.kind.value)
            return None
        return self._amount(measure)

    def _amount(self, measure: Measure) -> Lowered:
        """The value of a measure, or of the twin of one, as it stands."""
        amount = Amount(measure.id)
        match measure.kind:
            case Kind.COUNT | Kind.MONEY:
                unit = f"{measure.kind} {measure.counted_in}".strip()
                return Lowered(amount, Type.AMOUNT, unit, least=measure.least)
            case Kind.POINTS:
                return Lowered(amount, Type.POINTS, least=measure.least)
            case Kind.PERCENT:
                return Lowered(amount, Type.SHARE, least=Fraction(0))
            case Kind.RATE:
                whole = self._known(measure.of[1]) if measure.of else None
                none = whole is None or whole.least <= 0
                return Lowered(amount, Type.SHARE, may_be_none=none, least=Fraction(0))
            case Kind.DATE:
                return Lowered(amount, Type.DATE)
            case _:
                return Lowered(amount, Type.CHOICE)

    def _known(self, id: str) -> Measure | None:
        return self.measures.get(id) or self.twins.get(id)

    def _day(self, text: str, span: Span) -> Lowered | None:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            self.problems.add("E304", span, found=text, expected="2021-12-31")
            return None
        return Lowered(Constant(Fraction(day.toordinal()), day=True), Type.DATE)

    def _last_year(self, form: LastYearForm) -> Lowered | None:
        measure = self.measure_of_kind(form, "last_year", form.last_year, *REMEMBERED)
        if measure is None:
            return None
        self.twins |= twins_of(measure, self.measures)
        return self._amount(self.twins[last_year_id(measure.id)])

    def _members(
        self, forms: list[QuantityForm], node: Node | None, span: Span
    ) -> list[Lowered] | None:
        items = node.items if isinstance(node, Sequence) else ()
        lowered = [
            self.read(form, place_of(items, number, span), None)
            for number, form in enumerate(forms)
        ]
        whole = [one for one in lowered if one is not None]
        return whole if len(whole) == len(forms) else None

    def _ratio(self, pair: Terms[Lowered], span: Span) -> Lowered | None:
        part, whole = pair
        if any(one.type not in NUMERIC and one.type is not Type.NUMBER for one in pair):
            self._unlike(pair, span)
            return None
        same = part.type is whole.type and part.counted_in == whole.counted_in
        bounded = self._is_within(part.quantity, whole.quantity)
        signs = (part.least, whole.least)
        return Lowered(
            Ratio(part.quantity, whole.quantity, bounded),
            Type.SHARE if same else Type.QUOTIENT,
            may_be_none=part.may_be_none or whole.may_be_none or whole.may_be_zero,
            least=Fraction(0) if all(one is not None and one >= 0 for one in signs) else None,
        )

    def _sum(self, terms: Terms[Lowered], span: Span) -> Lowered | None:
        kind = common_type(terms)
        if kind is None:
            self._unlike(terms, span)
            return None
        leasts = [term.least for term in terms]
        known = [least for least in leasts if least is not None]
        return Lowered(
            Sum(tuple(term.quantity for term in terms)),
            kind.type,
            kind.counted_in,
            any(term.may_be_none for term in terms),
            sum(known, start=Fraction(0)) if len(known) == len(leasts) else None,
        )

    def _difference(self, pair: Terms[Lowered], span: Span) -> Lowered | None:
        first, second = pair
        kind = common_type(pair)
        if kind is None:
            self._unlike(pair, span)
            return None
        unsigned = self._is_within(second.quantity, first.quantity)
        return Lowered(
            Difference(first.quantity, second.quantity, unsigned),
            kind.type,
            kind.counted_in,
            first.may_be_none or second.may_be_none,
            Fraction(0) if unsigned else None,
        )

    def _scaled(self, form: TimesForm, span: Span) -> Lowered | None:
        of = self.read(form.times[0], span, None)
        factor = parse_literal(form.times[1]) if isinstance(form.times[1], str) else None
        if of is None:
            return None
        if factor is None or of.type not in NUMERIC:
            self.problems.add("E332", span)
            return None
        least = of.least * factor.value if of.least is not None and factor.value >= 0 else None
        quantity = Scaled(of.quantity, factor.value)
        return Lowered(quantity, of.type, of.counted_in, of.may_be_none, least)

    def _months(self, form: MonthsForm, span: Span) -> Lowered | None:
        of = self.read(form.months_after[0], span, None)
        months = form.months_after[1]
        if of is None or not self._all_days([of], span):
            return None
        if not isinstance(months, str) or not months.isdecimal() or int(months) > _MOST_MONTHS:
            self.problems.add("E332", span)
            return None
        return Lowered(MonthsAfter(of.quantity, int(months)), Type.DATE)

    def _unlike(self, terms: Terms[Lowered], span: Span) -> None:
        kinds = {f"{one.type}({one.counted_in})" if one.counted_in else one.type for one in terms}
        self.problems.add("E315", span, found=", ".join(sorted(kinds)))

    def _all_days(self, terms: Terms[Lowered], span: Span) -> bool:
        wrong = [term for term in terms if term.type is not Type.DATE]
        for term in wrong:
            self.problems.add("E338", span, kind=term.type.value, expected=Type.DATE.value)
        return not wrong

    def _is_within(self, part: Quantity, whole: Quantity) -> bool:
        """Whether the part is declared to lie within the whole, through any number of levels.

        What is left of a whole after a part of it lies within it too.
        """
        if isinstance(part, Difference) and part.unsigned:
            return part.first == whole or self._is_within(part.first, whole)
        if not isinstance(part, Amount) or not isinstance(whole, Amount):
            return False
        waiting, seen = [part.measure], set[str]()
        while waiting:
            measure = self._known(waiting.pop())
            for id in measure.within if measure is not None else ():
                if id == whole.measure:
                    return True
                if id not in seen:
                    seen.add(id)
                    waiting.append(id)
        return False
