"""Units of account: which nodes count once, what they may still hold, and sums that count so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.model.assessment import Score

__all__ = ["lack_of", "reasoned", "room_of", "total_of", "units_in"]


def reasoned(scores: Iterable[Score]) -> Iterator[Score]:
    """Nodes with reasons of their own: leaves, and parents that do more than add up."""
    for score in scores:
        if score.because is not None:
            yield score
        yield from reasoned(score.components)


def units_in(scores: Iterable[Score]) -> Iterator[Score]:
    """Units of account: the highest nodes that are no plain sums, extras among them."""
    for score in scores:
        if score.because is not None:
            yield score
        else:
            yield from units_in(score.components)


def room_of(score: Score) -> Fraction:
    """The points that may still come to a node, a cap that surely acts borne in mind."""
    ceiling = score.account.applicable if score.ceiling is None else score.ceiling
    return min(lack_of(score), max(ceiling - score.low, Fraction(0)))


def lack_of(score: Score) -> Fraction:
    """The points below a node's maximum; an extra one can only win back what it cost."""
    top = score.account.applicable
    lack = (min(top, Fraction(0)) if score.criterion.extra else top) - score.low
    return max(lack, Fraction(0))


def total_of(
    units: Sequence[Sequence[Score]],
    points: Mapping[str, Fraction],
    most: Callable[[Score], Fraction] = room_of,
) -> Fraction:
    """The sum, in which no unit of account counts for more than can still come to it.

    Each unit stands first among all its reasoned nodes. A parent that is one unit stands in the
    list beside its components: what they lack is no more than what it lacks.
    """
    none = Fraction(0)
    total = none
    for unit, *below in units:
        own = points.get(unit.code, none)
        parts = sum((points.get(one.code, none) for one in below), start=none)
        total += min(max(own, parts), most(unit))
    return total
