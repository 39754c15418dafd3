"""The account: every point between what was claimed and what is final, leaf by leaf.

From one column to the next, the points of the whole differ by what its leaves differ, each with
one cause, and by what the parents' modifiers make of them: the structure. In exact fractions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Final

from par_index.model.criteria import CriteriaSet
from par_index.nouns import Noun, replace
from par_index.review.account.tree import ROOT, Tree, grade_of, span_of, tree_of
from par_index.review.log.nouns import Basis, Reason
from par_index.review.log.state import Choice, Column, ColumnKind, Phase, State, Value
from par_index.scoring.evaluation import Evaluation

__all__ = ["Account", "AccountColumn", "Cause", "Move", "Structure", "account_of", "columns_of"]

_ZERO: Final = Fraction(0)

EvaluationOf = Callable[[State], Evaluation]
"""The package that stood in a state, with the data that others had given by then."""


class Cause(StrEnum):
    """Why a leaf's points differ from one column to the next."""

    UNCLAIMED = "unclaimed"
    """The unit claimed nothing of it."""
    RECOMPUTED = "recomputed"
    """The unit's data give other points than it claimed."""
    UNSUPPORTED = "unsupported"
    """Nothing valid stands behind what was computed."""
    DECIDED = "decided"
    """A reviewer decided so, for a reason of their own."""
    ACCEPTED = "accepted"
    """A reviewer took what was computed."""
    RESUBMITTED = "resubmitted"
    """The unit handed in other facts, or what had been decided lapsed with them."""
    EXTERNAL = "external"
    """Others gave what it waited for."""


class AccountColumn(Noun):
    """One column: its leaves, its tree, between which ends its whole may still lie, and the grade
    that it is sure of, by its id.
    """

    column: Column
    tree: Tree
    span: tuple[Fraction, Fraction]
    grade: str = ""

    @property
    def name(self) -> tuple[ColumnKind, int]:
        return self.column.kind, self.column.round


class Move(Noun):
    """What one leaf moved from one column to the next.

    ``step`` counts the column that it leads to. ``choice`` is the decision behind it.
    """

    code: str
    step: int
    before: Value
    after: Value
    cause: Cause
    reason: Reason | None = None
    choice: Choice | None = None

    @property
    def difference(self) -> Fraction:
        return self.after.points - self.before.points


class Structure(Noun):
    """What a node's modifiers made of its sum, more or less than in the column before."""

    code: str
    step: int
    difference: Fraction


class Account(Noun):
    """All columns, all moves in the order of the set, all structure lines."""

    criteria: CriteriaSet
    state: State
    columns: tuple[AccountColumn, ...]
    moves: tuple[Move, ...]
    structure: tuple[Structure, ...]

    def difference(self, step: int) -> Fraction:
        """What the whole differs from the column before."""
        before, after = self.columns[step - 1], self.columns[step]
        return after.tree.root.points - before.tree.root.points

    def by_cause(self, step: int) -> Mapping[tuple[Cause, Reason | None], Fraction]:
        """The points of one step by cause and reason, the largest kinds as they first appear."""
        sums: dict[tuple[Cause, Reason | None], Fraction] = {}
        for move in self.moves:
            if move.step == step and move.difference:
                key = (move.cause, move.reason)
                sums[key] = sums.get(key, _ZERO) + move.difference
        return sums

    def structure_of(self, step: int) -> Fraction:
        """The structure line of one step: all nodes together."""
        return sum((one.difference for one in self.structure if one.step == step), start=_ZERO)

    def of(self, code: str) -> tuple[Move, ...]:
        return tuple(move for move in self.moves if move.code == code)


def account_of(states: Sequence[State], evaluation_of: EvaluationOf) -> Account:
    """The account of a log, given the state after each of its lines."""
    last = states[-1]
    columns = tuple(_with_trees(columns_of(states), states, evaluation_of))
    criteria = evaluation_of(last).criteria
    codes = dict.fromkeys(leaf.code for leaf in criteria.leaves())
    # Leaves that another text of the set has taken away since still have points to account for.
    codes |= dict.fromkeys(code for one in columns for code in one.column.values)
    steps = range(1, len(columns))
    moves = tuple(
        move
        for step in steps
        for code in codes
        if (move := _move(code, step, columns, states)) is not None
    )
    structure = tuple(one for step in steps for one in _structure(criteria, step, columns))
    return Account(criteria, last, columns, moves, structure)


def columns_of(states: Sequence[State]) -> tuple[Column, ...]:
    """Claimed, computed, supported, then what ended each round, and what holds now."""
    first, last = states[0], states[-1]
    begin = [
        Column(
            ColumnKind.CLAIMED, 0, 1, {code: _claimed(one) for code, one in first.first.items()}
        ),
        Column(
            ColumnKind.COMPUTED, 0, 1, {code: _computed(one) for code, one in first.first.items()}
        ),
        Column(ColumnKind.SUPPORTED, 0, 1, first.values),
    ]
    rounds = list(last.columns)
    if last.phase is not Phase.CLOSED and (not rounds or rounds[-1].values != last.values):
        rounds.append(Column(ColumnKind.ROUND, last.round, last.head.seq, last.values))
    return (*begin, *rounds)


def _claimed(basis: Basis) -> Value:
    """Nothing claimed is nothing; but what does not apply need not be claimed."""
    if basis.claimed is None:
        return Value(_ZERO, basis.is_na)
    return Value(basis.claimed)


def _computed(basis: Basis) -> Value:
    is_open = basis.low != basis.high
    ends = (basis.low, basis.high) if is_open else None
    points = _ZERO if basis.state.value == "PENDING" else basis.low
    return Value(points, basis.is_na, ends)


def _with_trees(
    columns: Sequence[Column], states: Sequence[State], evaluation_of: EvaluationOf
) -> Iterator[AccountColumn]:
    computed: Tree | None = None
    for column in columns:
        evaluation = evaluation_of(states[column.seq - 1])
        codes = [leaf.code for leaf in evaluation.criteria.leaves()]
        # A leaf that another text of the set brought is none of an earlier column.
        values = {code: column.values[code] for code in codes}
        column = replace(column, values=values)
        is_supported = column.kind is ColumnKind.SUPPORTED
        tree = tree_of(evaluation, values, computed if is_supported else None)
        if column.kind is ColumnKind.COMPUTED:
            computed = tree
        span = (tree.root.points, tree.root.points)
        if not is_supported:
            span = span_of(evaluation, values)
        grade = grade_of(evaluation, values, tree, span)
        yield AccountColumn(column, tree, span, grade)


def _move(
    code: str, step: int, columns: Sequence[AccountColumn], states: Sequence[State]
) -> Move | None:
    before_in, after_in = columns[step - 1].column, columns[step].column
    nothing = Value(_ZERO, na=True)
    before, after = before_in.values.get(code, nothing), after_in.values.get(code, nothing)
    if (before.points, before.na) == (after.points, after.na):
        return None
    choice = _choice(states[-1], code, after.seq) if after.seq != before.seq else None
    cause = _cause(code, before_in, after_in, choice, states)
    reason = None if choice is None else choice.reason
    if cause is Cause.DECIDED and reason is None:
        cause = Cause.ACCEPTED
    return Move(code, step, before, after, cause, reason, choice)


def _cause(
    code: str, before: Column, after: Column, choice: Choice | None, states: Sequence[State]
) -> Cause:
    if after.kind is ColumnKind.COMPUTED:
        basis = states[0].first[code]
        return Cause.UNCLAIMED if basis.claimed is None else Cause.RECOMPUTED
    if after.kind is ColumnKind.SUPPORTED:
        return Cause.UNSUPPORTED
    if choice is not None:
        return Cause.DECIDED
    then, now = states[before.seq - 1], states[after.seq - 1]
    was_locked = code in then.leaves and then.leaves[code].basis.is_locked
    return Cause.EXTERNAL if was_locked and then.externals != now.externals else Cause.RESUBMITTED


def _choice(state: State, code: str, seq: int) -> Choice | None:
    return next((one for one in state.choices if (one.code, one.seq) == (code, seq)), None)


def _structure(
    criteria: CriteriaSet, step: int, columns: Sequence[AccountColumn]
) -> Iterator[Structure]:
    """Every node, the whole first, whose modifiers made another difference than before."""
    before, after = columns[step - 1].tree.nodes, columns[step].tree.nodes
    nodes = dict.fromkeys((ROOT, *(n.code for area in criteria.areas for n in area.nodes())))
    nodes |= dict.fromkeys(before)
    for code in nodes:
        own, was = after.get(code), before.get(code)
        difference = (own.adjustment if own else _ZERO) - (was.adjustment if was else _ZERO)
        if difference:
            yield Structure(code, step, difference)
