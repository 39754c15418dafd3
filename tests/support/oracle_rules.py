"""What each rule and condition gives for complete data: the naive scorer's clauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from support.oracle_quantities import Quantities, Value, number, ordinal, share


@dataclass(frozen=True)
class Standing:
    """What a criterion comes to: its points, out of what applies; no points: it does not apply."""

    points: Fraction | None
    applicable: Fraction

    @property
    def is_full(self) -> bool:
        return self.points == self.applicable


DOES_NOT_APPLY = Standing(None, Fraction(0))


class Rules:
    """The clauses of the language, over quantities and the standing of other criteria."""

    def __init__(self, quantities: Quantities, standing: Callable[[str], Standing]) -> None:
        self.quantities = quantities
        self.standing = standing

    # Scoring of a leaf. None is 0/0 for which the set says: not applicable.

    def scored(self, scoring: dict[str, Any], maximum: Fraction) -> Fraction | None:
        if "if" in scoring and not self.decided(scoring["if"]):
            return share(scoring.get("if_not", "0"), maximum)
        points = self.given_by(scoring, maximum)
        if points is None:
            return self.when_none(scoring["when_none"], maximum)
        limits = {"floor": "0", **scoring} if "deduct" in scoring else scoring
        return self.limited(limits, points, maximum, maximum)

    def limited(
        self, scoring: dict[str, Any], points: Fraction, base: Fraction, cap_base: Fraction
    ) -> Fraction:
        """Minimum, then floor, then cap."""
        if "minimum" in scoring and points < share(scoring["minimum"], base):
            points = Fraction(0)
        if "floor" in scoring:
            points = max(points, share(scoring["floor"], base))
        if "cap" in scoring:
            cap = scoring["cap"]
            if isinstance(cap, str):
                points = min(points, share(cap, cap_base))
            elif self.decided(cap["if"]):
                points = min(points, share(cap["to"], cap_base))
        return points

    def when_none(self, policy: str, maximum: Fraction) -> Fraction | None:
        if policy == "not_applicable":
            return None
        words = {"full": maximum, "zero": Fraction(0)}
        return words[policy] if policy in words else share(policy, maximum)

    # Rules. None is 0/0.

    def given_by(self, form: dict[str, Any], maximum: Fraction) -> Fraction | None:
        if "full_if" in form:
            truth = self.holds(form["full_if"])
            if truth is None:
                return None
            return maximum if truth else share(form.get("else", "0"), maximum)
        if "bands" in form:
            return self.banded(form["bands"], maximum)
        if "proportional" in form:
            return self.proportional(form["proportional"], maximum)
        if "each" in form:
            counted = self.number_of(form["each"]["of"])
            if counted is None:
                return None
            return max(Fraction(0), min(maximum, counted * number(form["each"]["points"])))
        if "deduct" in form:
            counted = self.number_of(form["deduct"]["of"])
            if counted is None:
                return None
            return min(maximum, maximum - counted * share(form["deduct"]["points"], maximum))
        if "given" in form:
            return self.number_of(form["given"])
        if "sum_of" in form:
            return sum((self.item(item, maximum) for item in form["sum_of"]), start=Fraction(0))
        return max(self.item(item, maximum) for item in form["best_of"])

    def item(self, item: dict[str, Any], maximum: Fraction) -> Fraction:
        """One item, out of its own points; what is deducted from it never takes more than that."""
        own = number(item["points"]) if "points" in item else maximum
        points = self.given_by(item, own)
        if points is None:
            points = self.when_none(item["when_none"], own)
        assert points is not None, "an item cannot be not applicable"
        return max(Fraction(0), points) if "deduct" in item else points

    def proportional(self, form: dict[str, Any], maximum: Fraction) -> Fraction | None:
        value = self.number_of(form["of"])
        target = self.number_of(form.get("target", "100%"))
        if value is None or target is None or target == 0:
            return None
        if "floor" in form and value < number(form["floor"]):
            return Fraction(0)
        return in_proportion(value / target, maximum)

    def banded(self, bands: dict[str, Any], maximum: Fraction) -> Fraction | None:
        value = self.quantities.value(bands["of"])
        if value is None:
            return None
        *steps, last = bands["steps"]
        if bands.get("interpolate") == "yes":
            assert isinstance(value, Fraction)
            between = interpolated(value, steps, maximum)
            return share(last["otherwise"], maximum) if between is None else between
        for step in steps:
            if self.meets(value, step):
                return self.step_points(step["points"], value, maximum)
        return self.step_points(last["otherwise"], value, maximum)

    def step_points(self, text: str, value: Value, maximum: Fraction) -> Fraction:
        if text == "proportional":
            assert isinstance(value, Fraction)
            return in_proportion(value, maximum)
        return share(text, maximum)

    def number_of(self, quantity: Any) -> Fraction | None:
        value = self.quantities.value(quantity)
        assert not isinstance(value, str)
        return value

    # Conditions. None is undefined.

    def decided(self, condition: Any) -> bool:
        """A condition of which the set says what 0/0 counts as."""
        truth = self.holds(condition)
        assert truth is not None
        return truth

    def holds(self, condition: Any) -> bool | None:
        truth = self.truth(condition)
        if truth is None and isinstance(condition, dict) and "when_none" in condition:
            return bool(condition["when_none"] == "yes")
        return truth

    def truth(self, condition: Any) -> bool | None:
        if isinstance(condition, str):
            return self.quantities.text(condition) == "yes"
        if "of" in condition:
            value = self.quantities.value(condition["of"])
            return None if value is None else self.meets(value, condition)
        if "code" in condition:
            return self.stands(self.standing(condition["code"]), condition)
        if "not" in condition:
            truth = self.holds(condition["not"])
            return None if truth is None else not truth
        word = "all" if "all" in condition else "any"
        truths = [one for one in map(self.holds, condition[word]) if one is not None]
        if not truths:
            return None
        return all(truths) if word == "all" else any(truths)

    def stands(self, other: Standing, test: dict[str, str]) -> bool | None:
        if "outcome" in test:
            return (other.points is None) == (test["outcome"] == "not_applicable")
        if other.points is None:
            return None
        if "full" in test:
            return other.is_full
        return other.points >= share(test["at_least"], other.applicable)

    def meets(self, value: Value, bounds: dict[str, Any]) -> bool:
        if "is" in bounds:
            return bool(value == bounds["is"])
        assert isinstance(value, Fraction)
        if "at_least" in bounds:
            return value >= number(bounds["at_least"])
        if "above" in bounds:
            return value > number(bounds["above"])
        if "at_most" in bounds:
            return value <= number(bounds["at_most"])
        if "below" in bounds:
            return value < number(bounds["below"])
        if "before" in bounds:
            return value < ordinal(bounds["before"])
        return value <= ordinal(bounds["on_or_before"])


def in_proportion(value: Fraction, maximum: Fraction) -> Fraction:
    """All of the maximum for 100%, nothing below 0%, nothing more above."""
    return maximum * max(Fraction(0), min(Fraction(1), value))


def interpolated(
    value: Fraction, steps: list[dict[str, str]], maximum: Fraction
) -> Fraction | None:
    """On the straight lines between the knots; None beyond the last one."""
    relation = "at_least" if "at_least" in steps[0] else "at_most"
    knots = [(number(step[relation]), share(step["points"], maximum)) for step in steps]
    knots.sort()
    least, most = knots[0], knots[-1]
    best = most if relation == "at_least" else least
    if value > most[0]:
        return most[1] if most == best else None
    if value < least[0]:
        return least[1] if least == best else None
    for (left, low), (right, high) in pairwise(knots):
        if left <= value <= right:
            return low + (high - low) * (value - left) / (right - left)
    raise AssertionError("the value lies between the first and the last knot")
