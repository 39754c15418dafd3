"""Rules: how a criterion gives points, as plain trees that scoring walks.

Everything here has been checked: names resolve, types and units agree, points are exact. A new
rule kind is one more class in `Rule`; ``make types`` then shows every place that must know it.
"""

from __future__ import annotations

from fractions import Fraction

from par_index.model.conditions import Bound, Condition
from par_index.model.quantities import Quantity
from par_index.model.text import Text
from par_index.nouns import Noun

__all__ = [
    "Bands",
    "BestOf",
    "Cap",
    "Deduct",
    "Each",
    "FullIf",
    "Given",
    "Item",
    "Modifiers",
    "Portion",
    "Proportional",
    "Rule",
    "Scoring",
    "Share",
    "Step",
    "StepPoints",
    "SumOf",
    "WhenNone",
]


class FullIf(Noun):
    """All the points when the condition holds, otherwise ``otherwise``."""

    condition: Condition
    points: Fraction
    otherwise: Fraction


class Share(Noun):
    """Points in proportion to the value of the step's quantity: maximum x min(1, value).

    Never below 0, whatever the value.
    """

    maximum: Fraction


StepPoints = Fraction | Share


class Step(Noun):
    bound: Bound
    points: StepPoints


class Bands(Noun):
    """Steps, best first; the first one met wins, so gaps and overlaps cannot be written.

    With ``interpolate`` the bounds are knots, joined by straight lines; beyond the last knot
    stands ``otherwise``.
    """

    of: Quantity
    steps: tuple[Step, ...]
    otherwise: StepPoints
    interpolate: bool = False


class Proportional(Noun):
    """points x min(1, of / target), never below 0; nothing where ``of`` misses the ``floor``.

    ``target`` is 100% when absent. The floor is a bound on ``of`` itself, not on of / target.
    """

    of: Quantity
    points: Fraction
    target: Quantity | None = None
    floor: Bound | None = None


class Each(Noun):
    """So many points for each one counted, from 0 up to ``points``."""

    of: Quantity
    points: Fraction
    each: Fraction


class Deduct(Noun):
    """``points`` less so many for each one counted, down to ``floor``, never above ``points``."""

    of: Quantity
    points: Fraction
    each: Fraction
    floor: Fraction = Fraction(0)


class Given(Noun):
    """The points that somebody gives, as entered; at most ``points``."""

    measure: str
    points: Fraction


class Item(Noun):
    """One item of a `SumOf` or `BestOf`: a rule with its own maximum."""

    rule: Rule
    points: Fraction
    title: Text | None = None
    when_none: WhenNone | None = None


class SumOf(Noun):
    """The sum of its items, whose maxima add up to the criterion's."""

    items: tuple[Item, ...]


class BestOf(Noun):
    """The highest of its items; the first of equals."""

    items: tuple[Item, ...]


Rule = FullIf | Bands | Proportional | Each | Deduct | Given | SumOf | BestOf


# What acts around a rule, or around the sum of a parent's components.


class WhenNone(Noun):
    """The policy for 0/0: not applicable when ``points`` is None, otherwise those points."""

    points: Fraction | None


class Portion(Noun):
    """Points, or a share of the applicable maximum of a parent or of the whole set."""

    amount: Fraction
    of_applicable: bool = False

    def of(self, applicable: Fraction) -> Fraction:
        return self.amount * applicable if self.of_applicable else self.amount


class Cap(Noun):
    """At most ``to``; always, or only when the condition holds."""

    to: Portion
    condition: Condition | None = None


class Modifiers(Noun):
    """What changes points, in this order: gate, minimum, floor, cap.

    Where the gate does not hold the points are ``if_not``, and nothing else acts. Points below
    ``minimum`` are none at all.
    """

    gate: Condition | None = None
    if_not: Portion = Portion(Fraction(0))
    minimum: Portion | None = None
    floor: Portion | None = None
    cap: Cap | None = None


class Scoring(Noun):
    """One rule with its 0/0 policy and its modifiers: gate, then 0/0, then the rule, the rest."""

    rule: Rule
    when_none: WhenNone | None = None
    modifiers: Modifiers = Modifiers()
