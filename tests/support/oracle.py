"""A naive scorer of complete data: the document as written, `Fraction`, loops, nothing shared.

It knows nothing of unknowns, reasons or steps. What it says of complete data, par_index must say.
"""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

NONE = object()
"""What 0/0 is."""


def number(text: str) -> Fraction:
    """``30%``, ``0.5``, ``1/3``."""
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return Fraction(text)


class Oracle:
    """Points by code for one complete set of data; None for a criterion that does not apply."""

    def __init__(self, document: dict[str, Any], data: dict[str, Any]) -> None:
        self.data = data
        self.measures = {measure["id"]: measure for measure in document["measures"]}
        self.leaves = {leaf["code"]: leaf for leaf in _leaves(document["criteria"])}
        self.points = {code: self.score(leaf) for code, leaf in self.leaves.items()}

    def score(self, leaf: dict[str, Any]) -> Fraction | None:
        policy = leaf.get("not_applicable", {})
        if "if" in policy and self.holds(policy["if"]) is True:
            give = policy.get("give", "exclude")
            return {"exclude": None, "full": number(leaf["max_points"]), "zero": Fraction(0)}[give]
        scoring = leaf["scoring"]
        maximum = number(leaf["max_points"])
        if "if" in scoring and self.holds(scoring["if"]) is False:
            return self.rounded(self.share(scoring.get("if_not", "0"), maximum))
        got: Fraction | object | None
        if "full_if" in scoring:
            truth = self.holds(scoring["full_if"])
            if truth is NONE:
                got = NONE
            else:
                got = maximum if truth else self.share(scoring.get("else", "0"), maximum)
        else:
            got = self.banded(scoring["bands"], maximum)
        if got is NONE:
            word = scoring["when_none"]
            if word == "not_applicable":
                return None
            words = {"full": maximum, "zero": Fraction(0)}
            got = words[word] if word in words else self.share(word, maximum)
        assert isinstance(got, Fraction)
        return self.rounded(got)

    def rounded(self, points: Fraction) -> Fraction:
        """Two places, a half away from zero."""
        sign = -1 if points < 0 else 1
        return sign * Fraction(int(abs(points) * 100 + Fraction(1, 2)), 100)

    def share(self, text: str, maximum: Fraction) -> Fraction:
        return number(text) * maximum if text.endswith("%") else number(text)

    def banded(self, bands: dict[str, Any], maximum: Fraction) -> Any:
        value = self.value(bands["of"])
        if value is NONE:
            return NONE
        for step in bands["steps"]:
            if "otherwise" in step:
                return self.share(step["otherwise"], maximum)
            if self.meets(value, step):
                return self.share(step["points"], maximum)
        raise AssertionError("bands end with otherwise")

    def meets(self, value: Any, bounds: dict[str, Any]) -> bool:
        tests = {
            "at_least": lambda bound: value >= number(bound),
            "above": lambda bound: value > number(bound),
            "at_most": lambda bound: value <= number(bound),
            "below": lambda bound: value < number(bound),
            "before": lambda bound: value < ordinal(bound),
            "on_or_before": lambda bound: value <= ordinal(bound),
            "is": lambda bound: value == bound,
        }
        return all(test(bounds[key]) for key, test in tests.items() if key in bounds)

    def holds(self, condition: Any) -> Any:
        """True, False or NONE."""
        truth = self.truth(condition)
        if truth is NONE and isinstance(condition, dict) and "when_none" in condition:
            return condition["when_none"] == "yes"
        return truth

    def truth(self, condition: Any) -> Any:
        if isinstance(condition, str):
            return self.data[condition] == "yes"
        if "of" in condition:
            value = self.value(condition["of"])
            return NONE if value is NONE else self.meets(value, condition)
        if "code" in condition:
            leaf = self.leaves[condition["code"]]
            points = self.score(leaf)
            return NONE if points is None else points == number(leaf["max_points"])
        if "not" in condition:
            truth = self.holds(condition["not"])
            return NONE if truth is NONE else not truth
        word = "all" if "all" in condition else "any"
        truths = [one for one in map(self.holds, condition[word]) if one is not NONE]
        if not truths:
            return NONE
        return all(truths) if word == "all" else any(truths)

    def value(self, quantity: Any) -> Any:
        if isinstance(quantity, str):
            if quantity in self.measures:
                return self.measured(quantity)
            if quantity[:4].isdigit() and quantity[4:5] == "-":
                return ordinal(quantity)
            return number(quantity)
        (word, members) = next(iter(quantity.items()))
        if word == "months_after":
            return months_after(self.value(members[0]), int(members[1]))
        values = [self.value(member) for member in members]
        if any(value is NONE for value in values):
            return NONE
        if word == "ratio":
            return NONE if values[1] == 0 else values[0] / values[1]
        if word == "sum":
            return sum(values, start=Fraction(0))
        if word in ("minus", "days"):
            return values[0] - values[1]
        assert word == "times"
        return values[0] * values[1]

    def measured(self, id: str) -> Any:
        measure = self.measures[id]
        if measure["kind"] == "rate":
            return self.value({"ratio": measure["of"]})
        if measure["kind"] == "date":
            return ordinal(self.data[id])
        if measure["kind"] == "choice":
            return self.data[id]
        return number(self.data[id])


def ordinal(text: str) -> Fraction:
    return Fraction(datetime.date.fromisoformat(text).toordinal())


def months_after(day: Fraction, months: int) -> Fraction:
    """The same day of a later month, or that month's last."""
    date = datetime.date.fromordinal(int(day))
    for _ in range(months):
        first_of_next = (date.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
        date = first_of_next
    wanted = datetime.date.fromordinal(int(day)).day
    while True:
        try:
            return Fraction(date.replace(day=wanted).toordinal())
        except ValueError:
            wanted -= 1


def _leaves(criteria: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for criterion in criteria:
        found += _leaves(criterion["components"]) if "components" in criterion else [criterion]
    return found
