"""Accounts: points that add up, from leaves to areas to the whole set; and the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from par_index.model.accounts import Account, Basis, Outcome
from par_index.scoring.rules import Result

__all__ = ["index_interval", "leaf_account", "outcome_of_parent", "sum_accounts"]

_ZERO = Fraction(0)


def leaf_account(
    maximum: Fraction,
    result: Result,
    outcome: Outcome,
    *,
    is_supported: bool,
    is_explained: bool,
) -> Account:
    """The account of one leaf. Where it may not apply, its points may be none at all."""
    applies = outcome is not Outcome.NOT_APPLICABLE
    low, high = (result.low, result.high) if applies else (_ZERO, _ZERO)
    if applies and result.may_not_apply:
        low, high = min(low, _ZERO), max(high, _ZERO)
    scored = outcome is Outcome.SCORED
    points = low if scored else _ZERO
    backed = points if scored and (is_supported or is_explained) else min(low, _ZERO)
    return Account(
        maximum=maximum,
        applicable=maximum if applies else _ZERO,
        low=low,
        high=high,
        points=points,
        self_assessable=maximum if outcome in (Outcome.SCORED, Outcome.MISSING) else _ZERO,
        supported=backed,
        explained=points if scored and is_explained and not is_supported else _ZERO,
        by_basis={basis: points if scored and basis is result.basis else _ZERO for basis in Basis},
        by_outcome={one: maximum if one is outcome else _ZERO for one in Outcome},
        leaves={one: int(one is outcome) for one in Outcome},
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
        by_basis={basis: total(one.by_basis[basis] for one in accounts) for basis in Basis},
        by_outcome={
            outcome: total(one.by_outcome[outcome] for one in accounts) for outcome in Outcome
        },
        leaves={outcome: sum(one.leaves[outcome] for one in accounts) for outcome in Outcome},
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


def index_interval(
    leaves: Sequence[tuple[Fraction, Result]],
) -> tuple[Fraction | None, Fraction | None]:
    """The least and greatest points ÷ applicable maximum, over (maximum, result) of the leaves.

    A leaf whose applicability is open moves points and maximum together, so the ends are found
    by choosing, leaf by leaf, what serves the end: exact, in a few rounds (Dinkelbach).
    """
    return _extreme(leaves, lowest=True), _extreme(leaves, lowest=False)


def _extreme(leaves: Sequence[tuple[Fraction, Result]], *, lowest: bool) -> Fraction | None:
    fixed_points = fixed_maximum = _ZERO
    choices: list[tuple[Fraction, Fraction]] = []
    for maximum, result in leaves:
        points = result.low if lowest else result.high
        if not result.may_apply:
            continue
        if result.may_not_apply:
            choices.append((points, maximum))
        else:
            fixed_points, fixed_maximum = fixed_points + points, fixed_maximum + maximum
    points = fixed_points + sum((one for one, _ in choices), start=_ZERO)
    maximum = fixed_maximum + sum((one for _, one in choices), start=_ZERO)
    if maximum == 0:
        return None
    ratio = points / maximum
    while True:
        taken = [
            (one, top)
            for one, top in choices
            if (one < ratio * top if lowest else one > ratio * top)
        ]
        points = fixed_points + sum((one for one, _ in taken), start=_ZERO)
        maximum = fixed_maximum + sum((top for _, top in taken), start=_ZERO)
        if maximum == 0 or points / maximum == ratio:
            return ratio
        ratio = points / maximum
