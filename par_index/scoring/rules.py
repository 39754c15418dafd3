"""Rules: what each rule kind may give, before any modifier and before rounding."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from par_index.model.quantities import Amount, Quantity, Ratio
from par_index.model.reasons import Branch, Term
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Item,
    Proportional,
    Rule,
    SumOf,
    WhenNone,
)
from par_index.nouns import replace
from par_index.scoring.bands import apply_bands, apply_interpolated
from par_index.scoring.conditions import About, Verdict, compare, judge, united, weakest
from par_index.scoring.enclosures import Enclosure, exactly
from par_index.scoring.inputs import Inputs
from par_index.scoring.quantities import enclose
from par_index.scoring.results import Result, either, given, join, not_applicable, opened
from par_index.scoring.values import operand, read_value

__all__ = ["apply_rule", "settle_none"]

_ZERO = Fraction(0)


def apply_rule(rule: Rule, inputs: Inputs, about: About) -> Result:
    """All that the rule may give; ``may_be_none`` where it may be 0/0."""
    match rule:
        case FullIf(condition, points, otherwise):
            return _full_if(judge(condition, inputs, about), points, otherwise)
        case Bands(interpolate=True):
            return apply_interpolated(rule, inputs)
        case Bands():
            return apply_bands(rule, inputs)
        case Proportional():
            return _proportional(rule, inputs)
        case Each(of, points, each):
            value = enclose(of, inputs)
            earned = value.line(each).clamped(_ZERO, points)
            return _counted(of, earned, inputs, ("*", each))
        case Deduct(of, points, each, floor):
            value = enclose(of, inputs)
            kept = value.line(-each, points).clamped(floor, points)
            return _counted(of, kept, inputs, ("*", each), before=(points, "-"))
        case Given(measure, points):
            return _given_points(measure, points, inputs)
        case SumOf(items):
            return _sum([_item(item, inputs, about) for item in items])
        case BestOf(items):
            return _best([_item(item, inputs, about) for item in items])
        case _ as missing:
            assert_never(missing)


def settle_none(result: Result, policy: WhenNone | None) -> Result:
    """The result once 0/0 counts as what the set's policy says."""
    if not result.may_be_none:
        return result
    assert policy is not None, "a rule that can be 0/0 has a when_none"
    verdict = Verdict(False, False, True, result.basis, used=result.used, reasons=result.reasons)
    if policy.points is None:
        instead = not_applicable(Branch.NONE, verdict)
    else:
        instead = given(policy.points, Branch.NONE, verdict)
    if not result.may_apply:
        return instead
    return replace(join([instead, replace(result, may_be_none=False)]), may_be_none=False)


def _full_if(verdict: Verdict, points: Fraction, otherwise: Fraction) -> Result:
    outcomes = []
    if verdict.yes:
        outcomes.append(given(points, Branch.MET, verdict))
    if verdict.no:
        outcomes.append(given(otherwise, Branch.NOT_MET, verdict))
    return either(outcomes, verdict)


def _proportional(rule: Proportional, inputs: Inputs) -> Result:
    value = enclose(rule.of, inputs)
    quotient: Quantity = rule.of
    if rule.target is not None:
        quotient = Ratio(rule.of, rule.target, bounded=False)
    verdict = read_value(quotient, enclose(quotient, inputs), inputs)
    if not verdict.yes:
        return either([], verdict)
    above: Enclosure | None = value if value.has_value else None
    outcomes: list[Result] = []
    if rule.floor is not None and above is not None:
        test = compare(rule.of, rule.floor, inputs)
        # What lies below the floor earns nothing, however the target turns out.
        verdict = replace(verdict, reasons=test.reasons)
        if test.no:
            outcomes.append(given(_ZERO, Branch.BELOW_FLOOR, verdict))
        above = above.where(rule.floor, holds=True)
    if above is not None:
        share = above if rule.target is None else above.over(enclose(rule.target, inputs))
        if share.has_value:
            points = share.line(rule.points).clamped(_ZERO, rule.points)
            formula = (*operand(quotient, inputs), "*", rule.points)
            outcomes.append(replace(given(points, Branch.SHARE, verdict), formula=formula))
    return either(outcomes, verdict)


def _counted(
    of: Quantity,
    points: Enclosure,
    inputs: Inputs,
    after: tuple[Term, ...],
    before: tuple[Term, ...] = (),
) -> Result:
    """Points by the number of what is counted."""
    value = enclose(of, inputs)
    verdict = read_value(of, value, inputs)
    if value.is_none:
        return either([], verdict)
    formula = (*before, *operand(of, inputs), *after)
    return either([replace(given(points, Branch.AMOUNT, verdict), formula=formula)], verdict)


def _given_points(measure: str, most: Fraction, inputs: Inputs) -> Result:
    of = Amount(measure)
    value = enclose(of, inputs)
    verdict = read_value(of, value, inputs)
    return either([given(value.within(None, most), Branch.GIVEN, verdict)], verdict)


def _item(item: Item, inputs: Inputs, about: About) -> Result:
    result = settle_none(apply_rule(item.rule, inputs, about), item.when_none)
    return replace(result, open=frozenset()) if result.is_decided else result


def _sum(items: Sequence[Result]) -> Result:
    total = exactly(_ZERO)
    for item in items:
        total = total.plus(item.points)
    result = Result(
        total,
        branch=Branch.SUM,
        basis=weakest([item.basis for item in items]),
        used=united(item.used for item in items),
        reasons=tuple(reason for item in items for reason in item.reasons),
        items=tuple(items),
    )
    return opened(result, frozenset().union(*(item.open for item in items)))


def _best(items: Sequence[Result]) -> Result:
    low, high = max(item.low for item in items), max(item.high for item in items)
    result = Result(
        Enclosure(low, high, high_open=all(i.points.high_open for i in items if i.high == high)),
        branch=Branch.BEST,
        used=united(item.used for item in items),
        reasons=tuple(reason for item in items for reason in item.reasons),
        items=tuple(items),
    )
    if result.is_decided:
        # Any item that gives as much is enough, so the one that stands firmest decides.
        winners = [n for n, item in enumerate(items) if item.low == low]
        firmest = min((items[n].basis for n in winners), key=lambda basis: basis.weakness)
        reasons = items[winners[0]].reasons
        return replace(result, best=winners[0], basis=firmest, reasons=reasons)
    rivals = [item.open for item in items if item.high > low]
    basis = weakest([item.basis for item in items])
    return replace(result, basis=basis, open=frozenset().union(*rivals))
