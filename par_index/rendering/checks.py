"""A cross-check in one line: ``66 + 18 + 60 = 144 ≠ 149, lệch 5 hồ sơ``."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.model.checks import (
    CheckKind,
    CheckResult,
    CheckState,
    Comparing,
    Expecting,
    Shows,
)
from par_index.model.measures import Kind
from par_index.model.quantities import (
    Amount,
    Choose,
    Constant,
    Days,
    Difference,
    MonthsAfter,
    Quantity,
    Ratio,
    Scaled,
    Sum,
    Tallied,
)
from par_index.model.reasons import Percent, Term
from par_index.model.submission import Datum
from par_index.model.walking import codes_in, measures_in_condition, measures_in_quantity
from par_index.rendering.columns import display_width
from par_index.rendering.messages.findings import say
from par_index.rendering.numbers import Shown
from par_index.rendering.steps import named
from par_index.rendering.terms import MONTHS, TIE, written
from par_index.rendering.typed import typed
from par_index.rendering.voice import Voice

__all__ = ["check_line", "place_compared"]

_SIGNS = {
    CheckKind.EQUAL: ("=", "≠"),
    CheckKind.AT_LEAST: ("≥", "<"),
    CheckKind.AT_MOST: ("≤", ">"),
}
_GAPS = {CheckKind.EQUAL: "apart", CheckKind.AT_LEAST: "under", CheckKind.AT_MOST: "over"}
_SETTLED = (CheckState.HOLDS, CheckState.OPEN)

_TIED = 34
"""An equation no wider than this stays on one line, of the narrowest terminal too."""


def check_line(voice: Voice, result: CheckResult, data: Mapping[str, Datum]) -> str:
    """Both sides, how far they are apart, and what is blank or would explain it.

    Of a condition that is expected, what was reported of all that it reads.
    """
    test = result.check.test
    if isinstance(test, Expecting):
        return voice.list(_reported(voice, test, data))
    parts, blank = [], "blank"
    if result.left is not None and result.right is not None:
        compared = _Compared(voice, result, test, data)
        parts.append(compared.line(result.left, result.right))
        blank = "blank" if compared.is_partial else "maybe_blank"
    for name, ids in ((blank, result.blank), ("told_by", result.explained_by)):
        if ids:
            labels = ", ".join(named(voice, id) for id in ids)
            parts.append(say(name, voice.language, labels=labels))
    return voice.list(parts)


def place_compared(voice: Voice, result: CheckResult) -> str:
    """Where the unit's file has the terms of both sides, in reading order.

    What is blank has its line where it is named.
    """
    test = result.check.test
    if isinstance(test, Expecting):
        return ""
    ids = (id for id in _members(test) if id not in result.blank and id in voice.lines)
    lines = list(dict.fromkeys(str(voice.lines[id]) for id in ids))
    return _place(voice, lines) if lines else ""


def _members(test: Comparing) -> tuple[str, ...]:
    """The measures of both sides, in reading order."""
    return (*measures_in_quantity(test.left), *measures_in_quantity(test.right))


def _reported(voice: Voice, test: Expecting, data: Mapping[str, Datum]) -> Iterator[str]:
    """The words around each value with their lines; without any, its label and the value.

    A criterion that is asked about stands by its code and title.
    """
    asked = (codes_in(one) for one in (test.given, test.expect) if one is not None)
    for code in dict.fromkeys(code for codes in asked for code in codes):
        yield f"{code} {voice.text(voice.criteria.by_code[code].title)}"
    read = (measures_in_condition(one) for one in (test.given, test.expect) if one is not None)
    told: dict[str, list[str]] = {}
    for id in dict.fromkeys(id for ids in read for id in ids):
        if id not in data or not data[id].is_reported:
            continue
        quote = data[id].said or data[id].quote
        value = voice.say("quoted", text=quote) if quote else typed(voice, id, data[id])
        if quote and id in voice.lines:
            told.setdefault(value, []).append(str(voice.lines[id]))
        else:
            told[voice.say("reported_as", label=named(voice, id), value=value)] = []
    for what, lines in told.items():
        yield voice.say("reported_as", label=_place(voice, lines), value=what) if lines else what


def _place(voice: Voice, lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return voice.say("line", line=lines[0])
    return say("lines", voice.language, lines=", ".join(lines))


class _Compared:
    """Two sides that are known, or known as far as they are reported."""

    def __init__(
        self, voice: Voice, result: CheckResult, test: Comparing, data: Mapping[str, Datum]
    ) -> None:
        self.voice = voice
        self.result = result
        self.test = test
        self.terms = [_Filled(voice, data).terms(side) for side in (test.left, test.right)]
        self.is_partial = not set(_members(test)).isdisjoint(result.blank)

    def line(self, left: Fraction, right: Fraction) -> str:
        is_settled, gap = self.result.state in _SETTLED, self._gap(abs(left - right))
        first, second = self._side(0, left, right), self._side(1, right, left)
        if self.test.shows is Shows.DAY and left != right and not is_settled:
            name = "day_after" if left > right else "day_before"
            return say(name, self.voice.language, left=first, right=second, gap=gap)
        line = _tied(f"{first}{TIE}{self._sign(left, right)}{TIE}{second}")
        if is_settled:
            return line
        return f"{line}, {say(self._apart(left, right), self.voice.language, gap=gap)}"

    def _sign(self, left: Fraction, right: Fraction) -> str:
        """What a side comes to as far as it is known is below or above, not merely unequal.

        Percentages that are printed apart may still be the same.
        """
        if self.is_partial:
            return "=" if left == right else "<" if left < right else ">"
        if self.result.state not in _SETTLED:
            return _SIGNS[self.test.kind][1]
        is_near = self.test.kind is CheckKind.EQUAL and left != right
        return "≈" if is_near else _SIGNS[self.test.kind][0]

    def _apart(self, left: Fraction, right: Fraction) -> str:
        """Parts that are known are too many already, or leave something open."""
        if not self.is_partial:
            return _GAPS[self.test.kind]
        if self.result.state is CheckState.ASKS:
            return "unclear"
        return "over" if left > right else "under"

    def _side(self, number: int, value: Fraction, other: Fraction) -> str:
        """``66 + 18 = 84``, or the one term that there is."""
        terms = self.terms[number]
        text = written(self.voice, terms)
        if len(terms) == 1:
            return text
        shown = self._shown(value, other)
        return TIE.join((text, shown.sign, shown.text))

    def _shown(self, value: Fraction, other: Fraction) -> Shown:
        term = self.result.term(value)
        if isinstance(term, datetime.date):
            return Shown(self.voice.date(term), True)
        if isinstance(term, Percent):
            return self.voice.shown_percent(value, other)
        shown = self.voice.shown_number(value)
        return Shown(self._in_days(shown.text), shown.is_exact)

    def _gap(self, gap: Fraction) -> str:
        """With its unit: days, percentage points, or what the measures are counted in."""
        if self.test.shows is Shows.DAY:
            return self.voice.say("days", count=self.voice.number(gap))
        if self.test.shows is Shows.SHARE:
            return self.voice.percentage_points(self.voice.shown_number(gap * 100).tied)
        number = self.voice.shown_number(gap).tied
        unit = "" if self._has_days() else self._unit()
        return f"{number}{TIE}{unit}" if unit else self._in_days(number)

    def _unit(self) -> str:
        """Units are Vietnamese words, so English does without; a mean of votes is no votes."""
        is_quotient = any("/" in terms for terms in self.terms)
        if self.voice.language == "en" or is_quotient:
            return ""
        measures = (self.voice.criteria.measures[id] for id in _members(self.test))
        return next((one.counted_in for one in measures if one.counted_in), "")

    def _in_days(self, number: str) -> str:
        """A number of days says so: days stand in the terms, but not on either side."""
        return self.voice.say("days", count=number) if self._has_days() else number

    def _has_days(self) -> bool:
        return any(isinstance(term, datetime.date) for side in self.terms for term in side)


def _tied(equation: str) -> str:
    """On one line where it is short; a long one may break after an operator."""
    is_short = display_width(equation) <= _TIED
    return equation.replace(" ", TIE) if is_short else equation


class _Filled:
    """Quantities with their reported values filled in, in reading order."""

    def __init__(self, voice: Voice, data: Mapping[str, Datum]) -> None:
        self.measures = voice.criteria.measures
        self.data = data

    def terms(self, quantity: Quantity) -> tuple[Term, ...]:
        """What is blank in a sum is left out: the line names it."""
        match quantity:
            case Amount(measure):
                return (self._amount(measure),)
            case Constant(value, day, percent):
                shown = Percent(value) if percent else value
                return (datetime.date.fromordinal(int(value)) if day else shown,)
            case Sum(terms):
                filled = [one for one in map(self.terms, terms) if one != ("?",)]
                first, *rest = filled or [("?",)]
                return (*first, *(part for term in rest for part in ("+", *term)))
            case Difference(first, second) | Days(first, second):
                return (*self.terms(first), "-", *self._wrapped(second))
            case Ratio(part, whole):
                return (*self._wrapped(part), "/", *self._wrapped(whole))
            case Scaled(of, factor):
                return (*self._wrapped(of), "*", factor)
            case MonthsAfter(of, months):
                return (*self.terms(of), "+", Fraction(months), MONTHS)
            case Tallied(measure, weights):
                return self._tally(measure, weights)
            case Choose(measure, values, percent):
                number = dict(values).get(str(self._value(measure)))
                return ("?" if number is None else Percent(number) if percent else number,)

    def _wrapped(self, quantity: Quantity) -> tuple[Term, ...]:
        terms = self.terms(quantity)
        return terms if len(terms) == 1 else ("(", *terms, ")")

    def _amount(self, measure: str) -> Term:
        value = self._value(measure)
        if isinstance(value, Fraction):
            is_share = self.measures[measure].kind in (Kind.RATE, Kind.PERCENT)
            return Percent(value) if is_share else value
        return value if isinstance(value, datetime.date) else "?"

    def _tally(self, measure: str, weights: Sequence[tuple[str, Fraction]]) -> tuple[Term, ...]:
        tally = self._value(measure)
        if not isinstance(tally, Mapping):
            return ("?",)
        given = [(tally.get(option, Fraction(0)), weight) for option, weight in weights]
        products = [
            part
            for count, weight in given
            if weight
            for part in ("+", count, *(() if weight == 1 else ("*", Percent(weight))))
        ]
        answers = sum((count for count, _ in given), start=Fraction(0))
        return ("(", *(products[1:] or [Fraction(0)]), ")", "/", answers)

    def _value(self, measure: str) -> object:
        return self.data[measure].value if measure in self.data else None
