"""Lowering scoring: a rule with its 0/0 policy, and the modifiers around points."""

from __future__ import annotations

from fractions import Fraction

from par_index.exact import parse_literal
from par_index.model.rules import Cap, Deduct, Modifiers, Portion, Scoring
from par_index.nouns import replace
from par_index.problems import Problems
from par_index.reading.conditions import ConditionReader
from par_index.reading.points import check_range, none_policy
from par_index.reading.quantities import QuantityReader
from par_index.reading.reach import least_of_rule, most_of_rule
from par_index.reading.rule_forms import KINDS, CapForm, ScoringForm
from par_index.reading.rules import RuleReader
from par_index.reading.written import Form

__all__ = ["ScoringReader"]

_ZERO = Fraction(0)


class ScoringReader:
    """Reads scoring forms, of leaves and of parents.

    ``extra``: points beside the maximum, which may lie below 0 altogether.
    """

    def __init__(
        self, quantities: QuantityReader, conditions: ConditionReader, problems: Problems
    ) -> None:
        self.measures = quantities.measures
        self.conditions = conditions
        self.rules = RuleReader(quantities, conditions, problems)
        self.problems = problems

    def leaf(self, form: ScoringForm, maximum: Fraction, *, extra: bool) -> Scoring | None:
        """Lower the scoring of a leaf; None after a problem."""
        when_none = none_policy(form, form.when_none, maximum, self.problems)
        modifiers = self._modifiers(form, maximum, shared=False, extra=extra)
        floor = modifiers.floor.amount if modifiers and modifiers.floor else _ZERO
        rule = self.rules.read(form, maximum, floor)
        if rule is None or modifiers is None:
            return None
        least = least_of_rule(rule, self.measures)
        if maximum == 0 and least == 0:
            self.problems.add("E344", form.at.span)
            return None
        if isinstance(rule, Deduct) and modifiers.minimum is None:
            # The floor is the rule's own; only a minimum could lead below it again.
            modifiers = replace(modifiers, floor=None)
        self._warn_if_idle(form, modifiers, least, maximum)
        most = most_of_rule(rule)
        if modifiers.cap is not None and modifiers.cap.condition is None:
            most = min(most, modifiers.cap.to.amount)
        if most < maximum:
            self.problems.add("W304", form.at.span, most=most, maximum=maximum)
        return Scoring(rule, when_none, modifiers)

    def parent(
        self, form: ScoringForm, least: Fraction, maximum: Fraction, *, extra: bool
    ) -> Modifiers | None:
        """What acts on the sum of components; there is no rule beside it.

        A percentage is of the applicable maximum, which only scoring knows.
        """
        for key in (*KINDS, "else", "when_none"):
            if key in form.at:
                self.problems.add("E334", form.at.key_span(key), found=key, expected="components")
        modifiers = self._modifiers(form, maximum, shared=True, extra=extra)
        if modifiers is not None:
            self._warn_if_idle(form, modifiers, least, maximum)
        return modifiers

    def _modifiers(
        self, form: ScoringForm, maximum: Fraction, *, shared: bool, extra: bool
    ) -> Modifiers | None:
        """Gate, minimum, floor and cap, each where it can act; None after a problem."""
        gate = None
        if form.if_ is not None:
            gate = self.conditions.read_settled(form, "if", form.if_)
        elif form.if_not is not None:
            self.problems.add("E302", form.at.key_span("if_not"), key="if")
        cap = self._cap(form, _Portions(maximum, shared, self.problems), extra=extra)
        ceiling = maximum if cap is None else min(maximum, cap.to.of(maximum))
        most = maximum if cap is None or cap.condition is not None else ceiling
        portions = _Portions(most if shared else maximum, shared, self.problems)
        if_not = portions.read(form, "if_not", form.if_not, most=most)
        minimum = portions.read(form, "minimum", form.minimum, above=_ZERO, most=most)
        floor = portions.read(form, "floor", form.floor, most=ceiling)
        wanted = (form.if_, form.if_not, form.minimum, form.floor, form.cap)
        read = (gate, if_not, minimum, floor, cap)
        if any(one is not None and got is None for one, got in zip(wanted, read, strict=True)):
            return None
        return Modifiers(gate, if_not or Portion(_ZERO), minimum, floor, cap)

    def _cap(self, form: ScoringForm, portions: _Portions, *, extra: bool) -> Cap | None:
        if isinstance(form.cap, CapForm):
            to = portions.read(form.cap, "to", form.cap.to, least=_ZERO)
            condition = self.conditions.read_settled(form.cap, "if", form.cap.if_)
            return None if to is None or condition is None else Cap(to, condition)
        above, least = (None, _ZERO) if extra else (_ZERO, None)
        to = portions.read(form, "cap", form.cap, above=above, least=least)
        return None if to is None else Cap(to)

    def _warn_if_idle(
        self, form: ScoringForm, modifiers: Modifiers, least: Fraction, most: Fraction
    ) -> None:
        """Modifiers that cannot change any points, since none lie where they act.

        What shares of an applicable maximum come to is seen only in scoring; but no cap of all
        of it acts.
        """
        minimum, floor = (
            None if one is None or one.of_applicable else one.amount
            for one in (modifiers.minimum, modifiers.floor)
        )
        cap = modifiers.cap
        idle = {
            "minimum": minimum is not None and least >= minimum,
            "floor": floor is not None and floor < least,
            "cap": cap is not None and cap.to.of(most) >= most,
        }
        for key, never in idle.items():
            if never:
                self.problems.add("W303", form.at.key_span(key), found=key)


class _Portions:
    """Points around a maximum, and shares of it."""

    def __init__(self, maximum: Fraction, shared: bool, problems: Problems) -> None:
        self.maximum = maximum
        self.shared = shared
        self.problems = problems

    def read(
        self,
        form: Form,
        key: str,
        text: str | None,
        *,
        above: Fraction | None = None,
        least: Fraction | None = None,
        most: Fraction | None = None,
    ) -> Portion | None:
        """What stands under a key; None when there is nothing, or it is out of range."""
        literal = None if text is None else parse_literal(text)
        if literal is None:
            return None
        if literal.percent and most is not None:
            most = most / self.maximum if self.maximum else _ZERO
        if not check_range(
            form,
            key,
            literal,
            self.problems,
            above=above,
            least=least,
            most=most,
            percent=literal.percent,
        ):
            return None
        if literal.percent and self.shared:
            return Portion(literal.value, of_applicable=True)
        return Portion(literal.value * self.maximum if literal.percent else literal.value)
