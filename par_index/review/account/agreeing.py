"""Agreement: how often reviewers who saw the same leaf first decided the same."""

from __future__ import annotations

from fractions import Fraction

from par_index.nouns import Noun
from par_index.review.log.state import Choice, State, folded

__all__ = ["Agreement", "agreement_of"]


class Agreement(Noun):
    """Of ``seen`` leaves that several reviewers decided in one round, ``agreed`` came out equal.

    ``gap`` is the sum of what the others differ by, at the most.
    """

    seen: int
    agreed: int
    gap: Fraction


def agreement_of(state: State) -> Agreement:
    """By everybody's first decision on a leaf in a round; a settlement is nobody's opinion."""
    first: dict[tuple[int, str], dict[str, Choice]] = {}
    for one in state.choices:
        if one.action != "settle":
            first.setdefault((one.round, one.code), {}).setdefault(folded(one.who), one)
    several = [list(people.values()) for people in first.values() if len(people) > 1]
    agreed = sum(len({one.worth for one in people}) == 1 for people in several)
    gaps = (
        max(one.points for one in people) - min(one.points for one in people) for people in several
    )
    return Agreement(len(several), agreed, sum(gaps, start=Fraction(0)))
