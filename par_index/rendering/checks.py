"""The arithmetic of a cross-check in one line: ``66 + 18 + 60 = 144 ≠ 149, lệch 5``."""

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
from par_index.model.walking import measures_in_condition
from par_index.rendering.messages.findings import say
from par_index.rendering.numbers import Shown
from par_index.rendering.steps import named
from par_index.rendering.terms import MONTHS, TIE, written
from par_index.rendering.voice import Voice

__all__ = ["check_line"]

_SIGNS = {
    CheckKind.EQUAL: ("=", "≠"),
    CheckKind.AT_LEAST: ("≥", "<"),
    CheckKind.AT_MOST: ("≤", ">"),
}
_GAPS = {CheckKind.EQUAL: "apart", CheckKind.AT_LEAST: "under", CheckKind.AT_MOST: "over"}


def check_line(voice: Voice, result: CheckResult, data: Mapping[str, Datum]) -> str:
    """Both sides, how far they are apart, and what is blank or would explain it.

    Of a condition that is expected, what was reported of all that it reads.
    """
    test = result.check.test
    if isinstance(test, Expecting):
        return voice.list(_reported(voice, test, data))
    parts = []
    if result.left is not None and result.right is not None:
        parts.append(_Compared(voice, result, test, data).line(result.left, result.right))
    for name, ids in (("blank", result.blank), ("told_by", result.explained_by)):
        if ids:
            labels = ", ".join(named(voice, id) for id in ids)
            parts.append(say(name, voice.language, labels=labels))
    return voice.list(parts)


def _reported(voice: Voice, test: Expecting, data: Mapping[str, Datum]) -> Iterator[str]:
    read = (measures_in_condition(one) for one in (test.given, test.expect) if one is not None)
    for id in dict.fromkeys(id for ids in read for id in ids):
        if id not in data or not data[id].is_reported:
            continue
        value, quote = data[id].text.strip(), data[id].said or data[id].quote
        line = voice.say("reported_as", label=named(voice, id), value=value)
        yield voice.say("in_words", what=line, quote=quote) if quote not in ("", value) else line


class _Compared:
    """Two sides that are known, or known as far as they are reported."""

    def __init__(
        self, voice: Voice, result: CheckResult, test: Comparing, data: Mapping[str, Datum]
    ) -> None:
        self.voice = voice
        self.result = result
        self.test = test
        self.terms = [_Filled(voice, data).terms(side) for side in (test.left, test.right)]
        self.holds = result.state is CheckState.HOLDS

    def line(self, left: Fraction, right: Fraction) -> str:
        name, gap = _GAPS[self.test.kind], self._gap(abs(left - right))
        if self.result.state is CheckState.ASKS:
            name = "unclear"
        elif self.test.shows is Shows.DAY and left != right and not self.holds:
            return self._days(left, right, gap)
        first = self._side(0, left, right)
        second = self._side(1, right, left)
        line = f"{first}{TIE}{self._sign(left, right)}{TIE}{second}"
        if self.holds:
            return line
        return f"{line}, {say(name, self.voice.language, gap=gap)}"

    def _days(self, left: Fraction, right: Fraction, gap: str) -> str:
        name = "day_after" if left > right else "day_before"
        first, second = self._side(0, left, right), self._side(1, right, left)
        return say(name, self.voice.language, left=first, right=second, gap=gap)

    def _sign(self, left: Fraction, right: Fraction) -> str:
        """What a side comes to as far as it is known is below or above, not merely unequal."""
        if self.result.blank and left != right:
            return "<" if left < right else ">"
        holds, fails = _SIGNS[self.test.kind]
        return holds if self.holds else fails

    def _side(self, number: int, value: Fraction, other: Fraction) -> str:
        """``66 + 18 = 84`` on the left, ``84 = 66 + 18`` on the right."""
        terms = self.terms[number]
        text = written(self.voice, terms)
        if len(terms) == 1:
            return text
        shown = self._shown(value, other)
        parts = [text, shown.sign, shown.text]
        return TIE.join(parts if number == 0 else reversed(parts))

    def _shown(self, value: Fraction, other: Fraction) -> Shown:
        term = self.result.term(value)
        if isinstance(term, datetime.date):
            return Shown(self.voice.date(term), True)
        if isinstance(term, Percent):
            return self.voice.shown_percent(value, other)
        shown = self.voice.shown_number(value)
        return Shown(self._in_days(shown.text), shown.is_exact)

    def _gap(self, gap: Fraction) -> str:
        if self.test.shows is Shows.DAY:
            return self.voice.say("days", count=self.voice.number(gap))
        if self.test.shows is Shows.SHARE:
            return self.voice.percentage_points(str(self.voice.shown_number(gap * 100)))
        return self._in_days(str(self.voice.shown_number(gap)))

    def _in_days(self, number: str) -> str:
        """A number of days says so: days stand in the terms, but not on either side."""
        has_days = any(isinstance(term, datetime.date) for side in self.terms for term in side)
        return self.voice.say("days", count=number) if has_days else number


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
