"""Results: all that a scoring may come to, with what decides it and what leaves it open."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from par_index.model.accounts import Basis
from par_index.model.reasons import Branch, Limit, Reason, Term
from par_index.nouns import Noun, replace
from par_index.scoring.conditions import Verdict, united, weakest
from par_index.scoring.enclosures import Enclosure, exactly, hull

__all__ = ["Result", "either", "given", "join", "not_applicable", "opened"]

_ZERO = Fraction(0)


class Result(Noun):
    """The points a rule may give over every completion in which it applies.

    ``may_not_apply`` and ``may_apply`` say which of the two is still possible; ``points`` mean
    nothing when it cannot apply. ``may_be_none``: the rule itself may be 0/0, which its policy
    has not yet settled. ``items`` are the results of a sum's or a choice's items, ``best`` the
    number of the one that wins. ``tops`` enclose the applicable maximum of a parent.
    """

    points: Enclosure
    may_apply: bool = True
    may_not_apply: bool = False
    may_be_none: bool = False
    branch: Branch = Branch.OPEN
    step: int | None = None
    basis: Basis = Basis.COUNTED
    open: frozenset[str] = frozenset()
    used: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    formula: tuple[Term, ...] = ()
    items: tuple[Result, ...] = ()
    best: int | None = None
    limits: tuple[Limit, ...] = ()
    tops: tuple[Fraction, Fraction] = (_ZERO, _ZERO)

    @property
    def low(self) -> Fraction:
        assert self.points.low is not None
        return self.points.low

    @property
    def high(self) -> Fraction:
        assert self.points.high is not None
        return self.points.high

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Low and high of its points in a sum, where not applying gives none at all."""
        if not self.may_apply:
            return _ZERO, _ZERO
        if self.may_not_apply:
            return min(self.low, _ZERO), max(self.high, _ZERO)
        return self.low, self.high

    @property
    def is_decided(self) -> bool:
        return self.low == self.high and not (self.may_apply and self.may_not_apply)


def given(points: Enclosure | Fraction, branch: Branch, verdict: Verdict) -> Result:
    """Points on the strength of one verdict."""
    return Result(
        points if isinstance(points, Enclosure) else exactly(points),
        branch=branch,
        basis=verdict.basis,
        used=verdict.used,
        reasons=verdict.reasons,
    )


def not_applicable(branch: Branch, verdict: Verdict) -> Result:
    """The criterion leaves the denominator."""
    return Result(
        exactly(_ZERO),
        may_apply=False,
        may_not_apply=True,
        branch=branch,
        used=verdict.used,
        reasons=verdict.reasons,
    )


def join(results: Sequence[Result]) -> Result:
    """What may come when any of several results may: the enclosure of all."""
    if len(results) == 1:
        return results[0]
    applying = [one for one in results if one.may_apply]
    return Result(
        hull([one.points for one in applying]) if applying else exactly(_ZERO),
        may_apply=bool(applying),
        may_not_apply=any(one.may_not_apply for one in results),
        basis=weakest([one.basis for one in results]),
        open=frozenset().union(*(one.open for one in results)),
        used=united(one.used for one in results),
        reasons=tuple(dict.fromkeys(reason for one in results for reason in one.reasons)),
        items=next((one.items for one in results if one.items), ()),
    )


def opened(result: Result, by: frozenset[str]) -> Result:
    """The result, left open by these measures unless it is decided all the same."""
    return result if result.is_decided else replace(result, open=result.open | by)


def either(outcomes: list[Result], verdict: Verdict) -> Result:
    """One of several outcomes, or none at all, with what leaves that open."""
    if not outcomes:
        return replace(not_applicable(Branch.NONE, verdict), may_be_none=True)
    result = replace(join(outcomes), may_be_none=verdict.none)
    if verdict.none or not result.is_decided:
        return replace(result, open=result.open | verdict.open)
    return result
