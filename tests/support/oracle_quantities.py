"""What each quantity is for complete data: the naive scorer's arithmetic.

It reads the document as written and shares nothing with par_index but the language.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Value = Fraction | str | None
"""A number (a day is its ordinal), an option of a choice, or None: x/0."""


class UnreportedError(LookupError):
    """The naive scorer knows complete data only, and this measure is not there."""


@dataclass(frozen=True)
class Facts:
    """What is true of one unit, whoever says so: this year, last year, and what excuses it."""

    data: Mapping[str, Any]
    last_year: Mapping[str, Any] = field(default_factory=dict)
    excused: Collection[str] = ()
    """Codes for which a listed ground is named."""


def number(text: str) -> Fraction:
    """``30%``, ``0.5``, ``1/3``."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def share(text: str, maximum: Fraction) -> Fraction:
    """Points as written: a percentage is a share of the maximum."""
    return number(text) * maximum if text.endswith("%") else number(text)


def rounded(value: Fraction, places: int, mode: str) -> Fraction:
    """Rounded away from the sign: a half goes away from zero, to even, or everything is cut."""
    sign = -1 if value < 0 else 1
    scaled = abs(value) * 10**places
    whole = int(scaled)
    rest = scaled - whole
    half = Fraction(1, 2)
    up = {
        "half_up": rest >= half,
        "half_even": rest > half or (rest == half and whole % 2 == 1),
        "down": False,
    }[mode]
    return sign * Fraction(whole + up, 10**places)


class Quantities:
    """Values of measures and of the expressions over them."""

    def __init__(self, measures: list[dict[str, Any]], facts: Facts) -> None:
        self.measures = {measure["id"]: measure for measure in measures}
        self.facts = facts

    def value(self, quantity: Any) -> Value:
        if isinstance(quantity, str):
            return self.named(quantity)
        if "last_year" in quantity:
            return self.measured(quantity["last_year"], self.facts.last_year)
        if "choose" in quantity:
            return number(quantity[self.text(quantity["choose"])])
        if "tally" in quantity:
            return self.tallied(quantity["tally"], quantity["weights"])
        if "months_after" in quantity:
            day, months = quantity["months_after"]
            return months_after(self.amount(day), int(months))
        ((word, members),) = quantity.items()
        values = [self.value(member) for member in members]
        numbers = [value for value in values if isinstance(value, Fraction)]
        if len(numbers) < len(values):
            return None
        if word == "sum":
            return sum(numbers, start=Fraction(0))
        first, second = numbers
        if word == "ratio":
            return None if second == 0 else first / second
        if word in ("minus", "days"):
            return first - second
        assert word == "times"
        return first * second

    def amount(self, quantity: Any) -> Fraction:
        value = self.value(quantity)
        assert isinstance(value, Fraction)
        return value

    def text(self, id: str) -> str:
        """What is written for a measure: a yes/no, or an option."""
        return str(written(self.facts.data, id))

    def named(self, text: str) -> Value:
        if text in self.measures:
            return self.measured(text, self.facts.data)
        if text[:4].isdigit() and text[4:5] == "-":
            return ordinal(text)
        return number(text)

    def measured(self, id: str, data: Mapping[str, Any]) -> Value:
        measure = self.measures[id]
        if measure["kind"] == "rate":
            part, whole = (number(written(data, id)) for id in measure["of"])
            return None if whole == 0 else part / whole
        text = written(data, id)
        if measure["kind"] == "choice":
            return str(text)
        return ordinal(text) if measure["kind"] == "date" else number(text)

    def tallied(self, id: str, weights: Mapping[str, str]) -> Fraction | None:
        """The mean weight of the answers; those to be skipped are not there at all."""
        answers = written(self.facts.data, id)
        counted = {option: weight for option, weight in weights.items() if weight != "skip"}
        everyone = sum((number(answers[option]) for option in counted), start=Fraction(0))
        if everyone == 0:
            return None
        weighed = (number(weight) * number(answers[one]) for one, weight in counted.items())
        return sum(weighed, start=Fraction(0)) / everyone


def written(data: Mapping[str, Any], id: str) -> Any:
    text = data.get(id)
    if text is None or text == "none":
        raise UnreportedError(id)
    return text.get("value", text) if isinstance(text, dict) else text


def ordinal(text: str) -> Fraction:
    return Fraction(datetime.date.fromisoformat(text).toordinal())


def months_after(day: Fraction, months: int) -> Fraction:
    """The same day of a later month, or that month's last; the calendar ends with its last day."""
    date = datetime.date.fromordinal(int(day))
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return Fraction(datetime.date.max.toordinal())
    wanted = date.day
    while True:
        try:
            return Fraction(datetime.date(year, month + 1, wanted).toordinal())
        except ValueError:
            wanted -= 1
