"""Lifting: what a decision would raise, on its leaf and in the whole."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from par_index.review.account.tree import tree_of
from par_index.review.log.nouns import Decide, Lift, Settle
from par_index.review.log.state import Leaf, State, Value
from par_index.review.log.weighing import leaf_lifts, worth_of
from par_index.scoring.evaluation import Evaluation

__all__ = ["lifts_of_accept", "lifts_of_decision"]


def lifts_of_decision(
    state: State, evaluation: Evaluation, event: Decide | Settle
) -> tuple[Lift, ...]:
    """What the decision raises; nothing where it is not allowed at all, which others tell."""
    leaf = state.leaves.get(event.code)
    if leaf is None or leaf.basis.is_locked:
        return ()
    known = event.na and any(one.id == event.ground for one in leaf.basis.grounds)
    own = event.na and leaf.basis.is_na and event.ground == leaf.basis.ground
    if (event.points is None) != event.na or (event.na and not (known or own)):
        return ()
    return _lifts(state, evaluation, leaf, worth_of(leaf.basis, event))


def lifts_of_accept(
    state: State, evaluation: Evaluation, codes: tuple[str, ...]
) -> Mapping[str, tuple[Lift, ...]]:
    """What accepting each of them raises, those that raise nothing left out."""
    found = {}
    for code in codes:
        leaf = state.leaves.get(code)
        if leaf is not None and not leaf.basis.is_locked:
            worth = (leaf.basis.low, leaf.basis.is_na)
            if lifts := _lifts(state, evaluation, leaf, worth):
                found[code] = lifts
    return found


def _lifts(
    state: State, evaluation: Evaluation, leaf: Leaf, worth: tuple[Fraction, bool]
) -> tuple[Lift, ...]:
    own = leaf_lifts(leaf, state.first.get(leaf.code, leaf.basis), worth)
    if worth == leaf.standing:
        return own
    # Each of the others as it stands, or was computed: what lacks support still may be accepted.
    values = {
        code: other.value if other.basis.is_locked else Value(*other.standing)
        for code, other in state.leaves.items()
    }
    before = tree_of(evaluation, values | {leaf.code: Value(*leaf.standing)})
    after = tree_of(evaluation, values | {leaf.code: Value(*worth)})
    lifts = list(own)
    if after.exact > before.exact:
        lifts.append(Lift.POINTS)
    if (after.index or 0) > (before.index or 0):
        lifts.append(Lift.INDEX)
    return tuple(lifts)
