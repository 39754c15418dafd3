"""The tests of a criterion one by one: of its gate, of its rule, of the items of a sum."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from par_index.model.assessment import Score
from par_index.model.conditions import All, AnyOf, Comparison, Condition, Not
from par_index.model.measures import Measure
from par_index.model.quantities import Quantity
from par_index.model.reasons import Because, Branch, Reason, Truth
from par_index.model.rules import BestOf, FullIf, Given, Rule, SumOf
from par_index.model.text import Text
from par_index.model.walking import measures_in_quantity
from par_index.nouns import Noun

__all__ = ["Clause", "Side", "clauses_of", "is_known", "sides_of"]


class Side(Noun):
    """What is asked of a test beside what its reason says.

    ``is_negated``: it is wanted not to hold. ``measure`` is what its first number is of.
    """

    is_negated: bool = False
    measure: str = ""


class Clause(Noun):
    """One test, or a value that points are worked out from.

    ``rule`` and ``branch`` are those of the rule that it belongs to, of the item ``title`` where it
    has any; ``is_earned``: that has given all it can.
    """

    reason: Reason
    side: Side
    rule: str
    branch: Branch
    title: Text | None = None
    is_earned: bool = False

    @property
    def is_gate(self) -> bool:
        return self.reason.is_gate

    @property
    def is_met(self) -> bool:
        """Whether it is known to be as it is wanted."""
        return self.reason.truth is (Truth.NO if self.side.is_negated else Truth.YES)


def clauses_of(score: Score, measures: Mapping[str, Measure]) -> Iterator[Clause]:
    """All tests of a node in their order; whether a cap acts is none of them."""
    because = score.because
    assert because is not None, "a node with reasons of its own"
    gates = [one for one in because.reasons if one.is_gate]
    for reason, side in zip(gates, sides_of(score, gates, measures), strict=True):
        yield Clause(reason, side, because.rule, Branch.GATE)
    scoring = score.criterion.scoring
    yield from _clauses(because, scoring.rule if scoring else None, measures)


def _clauses(
    because: Because,
    rule: Rule | None,
    measures: Mapping[str, Measure],
    title: Text | None = None,
    *,
    is_earned: bool = False,
) -> Iterator[Clause]:
    if because.items and isinstance(rule, (SumOf, BestOf)):
        # Of a choice, the item that is taken tells what there is.
        is_choice = any(one.wins for one in because.items)
        for item, one in zip(because.items, rule.items, strict=True):
            if item.wins or not is_choice:
                name, got = item.title or title, item.low == item.points
                yield from _clauses(item.because, one.rule, measures, name, is_earned=got)
        return
    reasons = [one for one in because.reasons if not one.is_gate and not one.is_cap]
    for reason, side in zip(reasons, _sides_in(rule, reasons, measures), strict=True):
        yield Clause(reason, side, because.rule, because.branch, title, is_earned)


def sides_of(
    score: Score, reasons: Sequence[Reason], measures: Mapping[str, Measure]
) -> list[Side]:
    """Beside each of some reasons, all of a node's gate or all of its rule."""
    criterion = score.criterion
    scoring = criterion.scoring
    if not any(one.is_gate for one in reasons):
        return _sides_in(scoring.rule if scoring else None, reasons, measures)
    around = criterion.modifiers if scoring is None else scoring.modifiers
    return _sides_of_condition(around.gate if around else None, reasons, measures)


def _sides_in(
    rule: Rule | None, reasons: Sequence[Reason], measures: Mapping[str, Measure]
) -> list[Side]:
    match rule:
        case FullIf(condition):
            return _sides_of_condition(condition, reasons, measures)
        case None | SumOf() | BestOf() | Given():
            return [Side()] * len(reasons)
        case _:
            return [Side(measure=_first_in(rule.of, measures))] * len(reasons)


def _sides_of_condition(
    condition: Condition | None, reasons: Sequence[Reason], measures: Mapping[str, Measure]
) -> list[Side]:
    """One for each test of a condition; nothing is known of them where their number differs."""
    sides = [] if condition is None else list(_sides(condition, measures, is_negated=False))
    return sides if len(sides) == len(reasons) else [Side()] * len(reasons)


def _sides(
    condition: Condition, measures: Mapping[str, Measure], *, is_negated: bool
) -> Iterator[Side]:
    match condition:
        case All(members) | AnyOf(members):
            for member in members:
                yield from _sides(member, measures, is_negated=is_negated)
        case Not(member):
            yield from _sides(member, measures, is_negated=not is_negated)
        case Comparison(of):
            yield Side(is_negated, _first_in(of, measures))
        case _:
            yield Side(is_negated)


def _first_in(quantity: Quantity, measures: Mapping[str, Measure]) -> str:
    """What the first number of a quantity is of; of a rate, what it is the share of."""
    first = next(measures_in_quantity(quantity), "")
    rate = measures[first].of if first else None
    return rate[0] if rate else first


def is_known(reason: Reason) -> bool:
    """Whether there is something to show: an answer, a value, or the first part of a share.

    That there is no day yet is something, once it is too late for one.
    """
    if not reason.terms:
        return reason.truth is not Truth.OPEN
    if reason.terms[0] == "?":
        is_of_days = any(isinstance(term, datetime.date) for term in reason.terms)
        is_of_days |= reason.bound is not None and reason.bound.day
        return is_of_days and reason.truth is Truth.NO
    return "?" not in reason.terms or reason.terms[1:] == ("/", "?")
