"""Weighing: whether a leaf can hold what is decided, what that raises, and what must be said."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from par_index.exact import RoundingMode, round_exact
from par_index.review.log.nouns import Basis, Decide, Lift, Reason, Settle
from par_index.review.log.rights import Refusal
from par_index.review.log.state import Leaf, State

__all__ = [
    "easy_leaves",
    "leaf_lifts",
    "lifts_differ",
    "needs_reason",
    "unexplained",
    "value_refused",
    "worth_of",
]

_ZERO = Fraction(0)


def worth_of(basis: Basis, event: Decide | Settle) -> tuple[Fraction, bool]:
    """Points, and whether the leaf leaves the maximum."""
    if not event.na:
        assert event.points is not None, "either points or not applicable"
        return event.points, False
    if basis.is_na and event.ground == basis.ground:
        return _ZERO, True
    gives = next(one.gives for one in basis.grounds if one.id == event.ground)
    return (_ZERO, True) if gives is None else (gives, False)


def leaf_lifts(leaf: Leaf, first: Basis, worth: tuple[Fraction, bool]) -> tuple[Lift, ...]:
    """What of a raise can be seen on the leaf alone."""
    points, _ = worth
    lifts = []
    if points > leaf.standing[0]:
        lifts.append(Lift.LEAF)
    if first.claimed is not None and points > first.claimed:
        lifts.append(Lift.CLAIM)
    return tuple(lifts)


def easy_leaves(state: State) -> tuple[str, ...]:
    """Leaves that may be accepted together: nothing about them differs or is in doubt."""
    return tuple(
        code
        for code, leaf in state.leaves.items()
        if not leaf.lines and not leaf.basis.is_locked and _is_easy(leaf.basis)
    )


def _is_easy(basis: Basis) -> bool:
    if basis.low != basis.high or basis.doubt >= 2:
        return False
    if basis.is_na:
        return not basis.unsupported_na and not basis.claimed
    return basis.claimed == basis.low == basis.supported


def value_refused(state: State, leaf: Leaf, event: Decide | Settle) -> Refusal | None:
    basis = leaf.basis
    if event.na:
        own = basis.is_na and event.ground == basis.ground
        if event.points is not None or not (
            own or any(one.id == event.ground for one in basis.grounds)
        ):
            listed = tuple(one.id for one in basis.grounds)
            return _refusal("E833", leaf, found=event.ground, expected=listed)
        return None
    points = event.points
    if points is None or event.ground:
        return _refusal("E833", leaf, found=event.ground, expected=())
    if not basis.least <= points <= basis.most:
        return _refusal("E819", leaf, found=points, low=basis.least, high=basis.most)
    # A value that the rule itself gives is no new rounding, whatever its decimals.
    given = (basis.low, basis.high, basis.supported, *(basis.values or ()))
    if points not in given and points != round_exact(
        points, state.set.places, RoundingMode.HALF_UP
    ):
        return _refusal("E836", leaf, found=points, places=state.set.places)
    return None


def unexplained(leaf: Leaf, event: Decide, worth: tuple[Fraction, bool]) -> Refusal | None:
    basis = leaf.basis
    has_words = event.reason is not None and bool(event.text.strip())
    odd = not event.na and basis.values is not None and worth[0] not in basis.values
    if odd and event.reason is not Reason.OTHER:
        return Refusal("E839", {"code": leaf.code, "found": worth[0], "expected": basis.values})
    rejects = (basis.is_na or bool(basis.ground)) and not event.na
    if needs_reason(leaf, worth, rejects_na=rejects) and not has_words:
        return Refusal("E821", {"code": leaf.code})
    if (event.reason is Reason.OTHER or event.na) and not event.text.strip():
        return Refusal("E821", {"code": leaf.code})
    return None


def needs_reason(leaf: Leaf, worth: tuple[Fraction, bool], *, rejects_na: bool) -> bool:
    """Whether something is taken from the unit: points below what it claims, or its exemption."""
    basis = leaf.basis
    return rejects_na or worth[0] < max(basis.claimed or _ZERO, basis.low, leaf.standing[0])


def lifts_differ(
    state: State, leaf: Leaf, worth: tuple[Fraction, bool], told: Iterable[Lift]
) -> Refusal | None:
    """What can be seen on the leaf has to be told, neither more nor less."""
    seen = leaf_lifts(leaf, state.first.get(leaf.code, leaf.basis), worth)
    own = tuple(one for one in told if one in (Lift.LEAF, Lift.CLAIM))
    if own != seen:
        return Refusal("E840", {"code": leaf.code})
    return None


def _refusal(code: str, leaf: Leaf, **params: object) -> Refusal:
    return Refusal(code, {"code": leaf.code, **params})
