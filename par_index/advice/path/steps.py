"""Steps of a path: moves that bear on the same criteria, with what each gains and costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.advice.path.board import Board
from par_index.model.assessment import Assessment, Score
from par_index.model.steps import Change
from par_index.model.units import reasoned, units_in
from par_index.nouns import Noun
from par_index.scoring.moves import Way, changes_of

__all__ = ["Gained", "Move", "Step", "steps_of"]


class Gained(Noun):
    """A criterion before and after, where the least it gives is not the same."""

    before: Score
    after: Score

    @property
    def code(self) -> str:
        return self.after.code

    @property
    def points(self) -> Fraction:
        return self.after.low - self.before.low


class Move(Noun):
    """One measure that moves, counted under a criterion.

    ``whole`` is what it is a part of, ``of`` what that is before and after where both are known.
    """

    change: Change
    code: str
    whole: str = ""
    of: tuple[Fraction, Fraction] | None = None


class Step(Noun):
    """Moves to make together, and the criteria that gain or lose by them.

    ``codes`` are the criteria that the moves are counted under. ``points`` is what all of it adds
    to the total for certain, before the total's own cap and floor.
    """

    codes: tuple[str, ...]
    moves: tuple[Move, ...]
    gained: tuple[Gained, ...]
    points: Fraction
    effort: Fraction


def steps_of(board: Board, before: Assessment, after: Assessment, way: Way) -> tuple[Step, ...]:
    """Steps that share nothing; most points for their effort first, then as the set has them."""
    moves = {one.change.measure: one for one in _moves(board, way)}
    found = [_step(board, before, after, way, moves, ids) for ids in _together(board, way)]
    order = {code: number for number, code in enumerate(before.criteria.by_code)}
    return tuple(
        sorted(found, key=lambda one: (_rate(one), [order.get(code, -1) for code in one.codes]))
    )


def _rate(step: Step) -> tuple[bool, Fraction]:
    """Steps without effort first, then those that give more for it."""
    if step.effort == 0:
        return False, -step.points
    return True, -step.points / step.effort


def _together(board: Board, way: Way) -> list[list[str]]:
    """Moves that one unit of account depends on, or that are paid for together."""
    home: list[tuple[set[str], list[str]]] = []
    for id in way:
        these = {*board.bearing(id), f"pays {board.prices.of[id].key}"}
        touching = [one for one in home if one[0] & these]
        home = [one for one in home if not one[0] & these]
        ids = [*(other for one in touching for other in one[1]), id]
        home.append((these.union(*(one[0] for one in touching)), ids))
    return [ids for _, ids in home]


def _step(
    board: Board,
    before: Assessment,
    after: Assessment,
    way: Way,
    moves: Mapping[str, Move],
    ids: Sequence[str],
) -> Step:
    bearing = {code for id in ids for code in board.bearing(id)}
    own = [one for id, one in moves.items() if id in ids]
    units = [
        (old, new)
        for old, new in zip(units_in(before.areas), units_in(after.areas), strict=True)
        if old.code in bearing
    ]
    gained = [
        Gained(old, new)
        for one, other in units
        for old, new in zip(reasoned([one]), reasoned([other]), strict=True)
        if old.low != new.low
    ]
    return Step(
        tuple(dict.fromkeys(one.code for one in own)),
        tuple(own),
        tuple(gained),
        sum((new.low - old.low for old, new in units), start=Fraction(0)),
        board.prices.effort({id: way[id] for id in ids}),
    )


def _moves(board: Board, way: Way) -> Iterator[Move]:
    """Each move, in the order of the set, its wholes as all moves together leave them."""
    changes = {one.measure: one for one in changes_of(board.lab.inputs, way)}
    before, after = board.lab.inputs, board.after(way).inputs
    for id in board.criteria.measures:
        if id not in changes:
            continue
        whole = next(iter(board.criteria.measures[id].within), "")
        of = None
        if whole:
            old, new = before[whole].value, after[whole].value
            if old.is_exact and new.is_exact and old.low is not None and new.low is not None:
                of = old.low, new.low
        yield Move(changes[id], board.prices.of[id].code, whole, of)
