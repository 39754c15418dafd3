"""Accounts: points that add up, from leaves to areas to the whole set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from par_index.model.accounts import Account, Basis, Outcome
from par_index.nouns import replace
from par_index.scoring.results import Result

__all__ = ["leaf_account", "outcome_of_parent", "parent_account", "sum_accounts"]

_ZERO = Fraction(0)
_OUTCOMES = tuple(Outcome)
_BASES = tuple(Basis)


def leaf_account(
    maximum: Fraction,
    result: Result,
    outcome: Outcome,
    *,
    is_supported: bool,
    is_explained: bool,
) -> Account:
    """The account of one leaf. Where it may not apply, its points may be none at all."""
    scored = outcome is Outcome.SCORED
    account = _account(maximum, maximum, result, outcome)
    points = account.points
    # What the unit has not said is taken at its worst, so that silence never raises this.
    worst = _ZERO if outcome is Outcome.PENDING else min(account.low, _ZERO)
    backed = points if scored and (is_supported or is_explained) else worst
    return replace(
        account,
        supported=backed,
        explained=points if scored and is_explained and not is_supported else _ZERO,
        leaves={one: int(one is outcome) for one in _OUTCOMES},
    )


def parent_account(
    maximum: Fraction,
    result: Result,
    outcome: Outcome,
    components: Account,
    limit: Callable[[Fraction], Fraction],
) -> Account:
    """The account of a parent with modifiers: one unit, of its applicable maximum.

    ``components`` is the plain sum below it; ``limit`` does to its supported points what the
    modifiers did to its computed ones.
    """
    account = _account(maximum, result.tops[1], result, outcome)
    supported = _ZERO if outcome is Outcome.PENDING else min(account.low, _ZERO)
    explained = _ZERO
    if outcome is Outcome.SCORED:
        supported = min(limit(components.supported), max(account.points, _ZERO))
        bare = min(limit(components.supported - components.explained), supported)
        explained = supported - bare
    return replace(account, supported=supported, explained=explained, leaves=components.leaves)


def _account(maximum: Fraction, top: Fraction, result: Result, outcome: Outcome) -> Account:
    """The account of one unit whose applicable maximum is ``top``, evidence left aside."""
    applies = outcome is not Outcome.NOT_APPLICABLE
    low, high = result.ends
    applicable = top if applies else _ZERO
    scored = outcome is Outcome.SCORED
    points = low if scored else _ZERO
    by_outcome = {one: applicable if one is outcome else _ZERO for one in _OUTCOMES}
    by_outcome[Outcome.NOT_APPLICABLE] = maximum - applicable
    return Account(
        maximum=maximum,
        applicable=applicable,
        low=low,
        high=high,
        points=points,
        self_assessable=applicable if outcome in (Outcome.SCORED, Outcome.MISSING) else _ZERO,
        supported=_ZERO,
        explained=_ZERO,
        by_basis={basis: points if scored and basis is result.basis else _ZERO for basis in _BASES},
        by_outcome=by_outcome,
        leaves={},
    )


def sum_accounts(accounts: Sequence[Account]) -> Account:
    """The account of a parent that is the plain sum of its components."""

    def total(values: Iterable[Fraction]) -> Fraction:
        return sum(values, start=_ZERO)

    return Account(
        maximum=total(one.maximum for one in accounts),
        applicable=total(one.applicable for one in accounts),
        low=total(one.low for one in accounts),
        high=total(one.high for one in accounts),
        points=total(one.points for one in accounts),
        self_assessable=total(one.self_assessable for one in accounts),
        supported=total(one.supported for one in accounts),
        explained=total(one.explained for one in accounts),
        by_basis={basis: total(one.by_basis[basis] for one in accounts) for basis in _BASES},
        by_outcome={
            outcome: total(one.by_outcome[outcome] for one in accounts) for outcome in _OUTCOMES
        },
        leaves={outcome: sum(one.leaves[outcome] for one in accounts) for outcome in _OUTCOMES},
    )


def outcome_of_parent(outcomes: Sequence[Outcome]) -> Outcome:
    """Not applicable only when all of it is; then what is missing outweighs what waits."""
    applying = [one for one in outcomes if one is not Outcome.NOT_APPLICABLE]
    if not applying:
        return Outcome.NOT_APPLICABLE
    for open_ in (Outcome.MISSING, Outcome.PENDING):
        if open_ in applying:
            return open_
    return Outcome.SCORED
