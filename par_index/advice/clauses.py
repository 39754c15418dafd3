"""The tests of a criterion one by one: of its gate, of its rule, of the items of a sum."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from par_index.model.assessment import Score
from par_index.model.conditions import All, Answered, AnyOf, Comparison, Condition, Not
from par_index.model.measures import Measure, last_year_id
from par_index.model.quantities import Amount, Difference, Quantity, Ratio
from par_index.model.reasons import Because, Branch, LimitKind, Reason, Truth
from par_index.model.rules import BestOf, FullIf, Given, Modifiers, Rule, SumOf
from par_index.model.text import Text
from par_index.model.walking import measures_in_quantity
from par_index.nouns import Noun, replace

__all__ = ["Clause", "Side", "caps_of", "clauses_of", "is_known", "sides_of"]


class Side(Noun):
    """What is asked of a test beside what its reason says.

    ``is_negated``: it is wanted not to hold. ``measure`` is what its first number is of. ``trend``
    is 1 where it asks how much more that is than last year, -1 where how much less.
    """

    is_negated: bool = False
    measure: str = ""
    trend: int = 0


class Clause(Noun):
    """One test, or a value that points are worked out from.

    ``rule`` (none for a gate) and ``branch`` are those of the rule that it belongs to, of the item
    ``title`` where it has any; ``is_earned``: that has given all it can.
    """

    reason: Reason
    side: Side
    rule: Rule | None
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
    scoring, around = score.criterion.scoring, _around(score)
    for reason, side in _paired(around.gate if around else None, gates, measures):
        yield Clause(reason, side, None, Branch.GATE)
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
    for reason, side in _paired_in(rule, reasons, measures):
        yield Clause(reason, side, rule, because.branch, title, is_earned)


def caps_of(score: Score, measures: Mapping[str, Measure]) -> list[tuple[Reason, Side]]:
    """The tests of whether a cap acts, where it does: what is wanted is that they do not hold."""
    because, around = score.because, _around(score)
    if because is None or around is None or around.cap is None:
        return []
    if all(one.kind is not LimitKind.CAP for one in because.limits):
        return []
    tests = [one for one in because.reasons if one.is_cap]
    return [
        (test, replace(side, is_negated=not side.is_negated))
        for test, side in _paired(around.cap.condition, tests, measures)
    ]


def sides_of(
    score: Score, reasons: Sequence[Reason], measures: Mapping[str, Measure]
) -> list[Side]:
    """Beside each of some reasons, all of a node's gate or all of its rule."""
    scoring = score.criterion.scoring
    if any(one.is_gate for one in reasons):
        around = _around(score)
        pairs = _paired(around.gate if around else None, reasons, measures)
    else:
        pairs = _paired_in(scoring.rule if scoring else None, reasons, measures)
    sides = [side for _, side in pairs]
    return sides if len(sides) == len(reasons) else [Side()] * len(reasons)


def _around(score: Score) -> Modifiers | None:
    scoring = score.criterion.scoring
    return score.criterion.modifiers if scoring is None else scoring.modifiers


_Pairs = list[tuple[Reason, Side]]


def _paired_in(
    rule: Rule | None, reasons: Sequence[Reason], measures: Mapping[str, Measure]
) -> _Pairs:
    match rule:
        case FullIf(condition):
            return _paired(condition, reasons, measures)
        case None | SumOf() | BestOf() | Given():
            return [(reason, Side()) for reason in reasons]
        case _:
            return [(reason, _side(rule.of, measures)) for reason in reasons]


def _paired(
    condition: Condition | None, reasons: Sequence[Reason], measures: Mapping[str, Measure]
) -> _Pairs:
    """Each test of a condition with its reason; of two that are equal only one has been kept.

    Where it cannot be told which is whose, reasons without anything beside them.
    """
    tests = [] if condition is None else list(_tests(condition, measures, is_negated=False))
    if len(tests) == len(reasons):
        return [(reason, side) for reason, (_, side) in zip(reasons, tests, strict=True)]
    pairs = [(one, side) for test, side in tests for one in reasons if _is_reason_of(one, test)]
    if len(pairs) == len(tests) and {one for one, _ in pairs} == set(reasons):
        return pairs
    return [(reason, Side()) for reason in reasons]


def _is_reason_of(reason: Reason, test: Condition) -> bool:
    match test:
        case Comparison(_, bound):
            return reason.bound == bound
        case Answered(measure):
            return reason.measure == measure and not reason.terms
        case _:
            return reason.question == test


def _tests(
    condition: Condition, measures: Mapping[str, Measure], *, is_negated: bool
) -> Iterator[tuple[Condition, Side]]:
    match condition:
        case All(members) | AnyOf(members):
            for member in members:
                yield from _tests(member, measures, is_negated=is_negated)
        case Not(member):
            yield from _tests(member, measures, is_negated=not is_negated)
        case Comparison(of):
            yield condition, _side(of, measures, is_negated=is_negated)
        case _:
            yield condition, Side(is_negated)


def _side(quantity: Quantity, measures: Mapping[str, Measure], *, is_negated: bool = False) -> Side:
    return Side(is_negated, _first_in(quantity, measures), _trend(quantity))


def _trend(quantity: Quantity) -> int:
    """Which way a quantity compares this year with the last, maybe as a share of that."""
    match quantity:
        case Difference(Amount(now), Amount(before)) if before == last_year_id(now):
            return 1
        case Difference(Amount(before), Amount(now)) if before == last_year_id(now):
            return -1
        case Ratio(Difference(Amount(first), Amount(second)) as change, Amount(whole)):
            return _trend(change) if whole in (last_year_id(first), last_year_id(second)) else 0
        case _:
            return 0


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
