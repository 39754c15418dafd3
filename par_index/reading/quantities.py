"""Lowering quantities: names resolve, types and units agree, or the set is refused."""

from __future__ import annotations

import datetime
from collections.abc import Mapping as Measures
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.measures import Kind, Measure
from par_index.model.rules import (
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
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Node, Sequence
from par_index.reading.rule_forms import (
    DaysForm,
    MinusForm,
    MonthsForm,
    QuantityForm,
    RatioForm,
    SumForm,
    TimesForm,
)

__all__ = ["Lowered", "QuantityReader", "Type", "place_of"]


class Type(StrEnum):
    """What kind of thing a quantity is; only like meets like."""

    AMOUNT = "amount"
    SHARE = "share"
    QUOTIENT = "quotient"
    DAYS = "days"
    DATE = "date"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Lowered:
    """A quantity with its type, its unit, and whether it can be x/0."""

    quantity: Quantity
    type: Type
    counted_in: str = ""
    may_be_none: bool = False
    least: Fraction | None = None


class QuantityReader:
    """Reads quantity forms against the measures of one set."""

    def __init__(self, measures: Measures[str, Measure], problems: Problems) -> None:
        self.measures = measures
        self.problems = problems

    def read(self, form: QuantityForm, span: Span, node: Node | None) -> Lowered | None:
        """Lower one quantity; None after a problem. ``node`` is where it was written."""
        match form:
            case str():
                return self._named(form, span)
            case RatioForm():
                pair = self._members(form.ratio, form.at.get("ratio"), span)
                return None if pair is None else self._ratio(*pair)
            case SumForm():
                terms = self._members(form.sum, form.at.get("sum"), span)
                return None if terms is None else self._sum(terms, span)
            case MinusForm():
                pair = self._members(form.minus, form.at.get("minus"), span)
                return None if pair is None else self._difference(pair[0], pair[1], span)
            case TimesForm():
                return self._scaled(form, span)
            case DaysForm():
                pair = self._members(form.days, form.at.get("days"), span)
                if pair is None or not self._all_of(Type.DATE, pair, span):
                    return None
                return Lowered(Days(pair[0].quantity, pair[1].quantity), Type.DAYS)
            case MonthsForm():
                return self._months(form, span)

    def measure(self, id: str, span: Span) -> Measure | None:
        """The measure of that name, or a problem with the nearest one."""
        if id not in self.measures:
            self.problems.add("E312", span, found=id, near=nearest(id, list(self.measures)))
            return None
        return self.measures[id]

    def _named(self, text: str, span: Span) -> Lowered | None:
        if (literal := parse_literal(text)) is not None:
            kind = Type.SHARE if literal.percent else Type.NUMBER
            return Lowered(Constant(literal.value), kind, least=literal.value)
        if text[:4].isdigit() and text[4:5] == "-":
            return self._day(text, span)
        measure = self.measure(text, span)
        if measure is None:
            return None
        amount = Amount(text)
        match measure.kind:
            case Kind.COUNT | Kind.MONEY:
                unit = f"{measure.kind} {measure.counted_in}".strip()
                return Lowered(amount, Type.AMOUNT, unit, least=measure.least)
            case Kind.PERCENT:
                return Lowered(amount, Type.SHARE)
            case Kind.RATE:
                whole = self.measures.get(measure.of[1]) if measure.of else None
                none = whole is None or whole.least <= 0
                return Lowered(amount, Type.SHARE, may_be_none=none)
            case Kind.DATE:
                return Lowered(amount, Type.DATE)
            case Kind.CHOICE:
                return Lowered(amount, Type.CHOICE)
            case Kind.YES_NO:
                self.problems.add("E315", span, found=text, kind=measure.kind.value)
                return None

    def _day(self, text: str, span: Span) -> Lowered | None:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            self.problems.add("E304", span, found=text, expected="2021-12-31")
            return None
        return Lowered(Constant(Fraction(day.toordinal()), day=True), Type.DATE)

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

    def _ratio(self, part: Lowered, whole: Lowered) -> Lowered | None:
        same = part.type is whole.type and part.counted_in == whole.counted_in
        bounded = self._is_within(part.quantity, whole.quantity)
        never_zero = whole.least is not None and whole.least > 0
        return Lowered(
            Ratio(part.quantity, whole.quantity, bounded),
            Type.SHARE if same else Type.QUOTIENT,
            may_be_none=part.may_be_none or whole.may_be_none or not never_zero,
        )

    def _sum(self, terms: list[Lowered], span: Span) -> Lowered | None:
        kind = self._same(terms, span)
        if kind is None:
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

    def _difference(self, first: Lowered, second: Lowered, span: Span) -> Lowered | None:
        kind = self._same([first, second], span)
        if kind is None:
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
        if factor is None or of.type not in (Type.AMOUNT, Type.SHARE, Type.DAYS, Type.QUOTIENT):
            self.problems.add("E332", span)
            return None
        least = of.least * factor.value if of.least is not None and factor.value >= 0 else None
        quantity = Scaled(of.quantity, factor.value)
        return Lowered(quantity, of.type, of.counted_in, of.may_be_none, least)

    def _months(self, form: MonthsForm, span: Span) -> Lowered | None:
        of = self.read(form.months_after[0], span, None)
        months = form.months_after[1]
        if of is None or not self._all_of(Type.DATE, [of], span):
            return None
        if not isinstance(months, str) or not months.isdigit() or int(months) > 1200:
            self.problems.add("E332", span)
            return None
        return Lowered(MonthsAfter(of.quantity, int(months)), Type.DATE)

    def _same(self, terms: list[Lowered], span: Span) -> Lowered | None:
        """The common type of several quantities; plain numbers go with amounts."""
        named = [term for term in terms if term.type is not Type.NUMBER]
        kinds = {(term.type, term.counted_in) for term in named}
        addable = all(term.type not in (Type.DATE, Type.CHOICE) for term in named)
        if len(kinds) == 1 and addable:
            return named[0]
        found = ", ".join(sorted(f"{type}({unit})" if unit else type for type, unit in kinds))
        self.problems.add("E315", span, found=found or "number", kind="")
        return None

    def _all_of(self, type: Type, terms: list[Lowered], span: Span) -> bool:
        wrong = [term.type.value for term in terms if term.type is not type]
        if wrong:
            self.problems.add("E315", span, found=", ".join(wrong), kind=type.value)
        return not wrong

    def _is_within(self, part: Quantity, whole: Quantity) -> bool:
        """Whether the part is declared to lie within the whole, through any number of levels.

        What is left of a whole after a part of it lies within it too.
        """
        if isinstance(part, Difference) and part.unsigned:
            return part.first == whole or self._is_within(part.first, whole)
        if not isinstance(part, Amount) or not isinstance(whole, Amount):
            return False
        waiting, seen = list(self.measures[part.measure].within), set[str]()
        while waiting:
            id = waiting.pop()
            if id == whole.measure:
                return True
            if id not in seen and id in self.measures:
                seen.add(id)
                waiting.extend(self.measures[id].within)
        return False


def place_of(items: tuple[Node, ...], number: int, otherwise: Span) -> Span:
    return items[number].span if number < len(items) else otherwise
