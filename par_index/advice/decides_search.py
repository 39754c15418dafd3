"""The smallest set of open items that makes a grade sure when they come to their best.

Units of account that do not look at each other add up, so each is tried by itself, every way its
items may end, and the best of so many items are then put together: exact, not greedy. Where there
are too many ways to try, what is found still makes the grade sure, but a smaller set may.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.decides_board import Board, ItemKind, OpenItem
from par_index.advice.pinning import (
    End,
    Pinned,
    counted_units,
    extra_nodes,
    figures_of,
    grade_alone,
    holding,
)
from par_index.model.assessment import Standing
from par_index.model.criteria import Grade
from par_index.model.walking import codes_in, codes_of
from par_index.nouns import Noun, replace
from par_index.scoring.conditions import judge
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.results import Result

__all__ = ["Smallest", "smallest"]

_ZERO = Fraction(0)
MOST_WAYS = 4000
"""Ways that are tried for one grade before the search is cut off."""

_Chosen = tuple[tuple[OpenItem, End], ...]


class Smallest(Noun):
    """A set of items at ends that makes a grade sure. ``is_cut``: a smaller one may do.

    ``with_tests``: the grade's own tests of measures have to come out well, too.
    """

    chosen: _Chosen
    is_cut: bool = False
    with_tests: bool = False


def smallest(board: Board, rungs: Sequence[int]) -> Iterator[Smallest | None]:
    """For each of some grades, or a better one, the least number of items; None where none do."""
    grades = board.criteria.grades[: max(rungs, default=-1) + 1]
    found = [_Search(board, grade).run() for grade in grades]
    for rung in rungs:
        known = [one for one in found[: rung + 1] if one is not None]
        yield min(known, key=lambda one: len(one.chosen) + one.with_tests, default=None)


class _Search:
    """One grade, its own tests of measures coming out well."""

    def __init__(self, board: Board, grade: Grade) -> None:
        self.board = board
        self.with_tests = bool(board.grade_waits(grade))
        if grade.condition is not None:
            favoured = holding(grade.condition, board.base, holds=True)
            grade = replace(grade, condition=favoured)
        self.grade = grade
        self.tried = 0
        self.is_cut = False
        criteria = board.criteria
        self.extras = {unit.code for unit in extra_nodes(criteria)}
        self.units = [*counted_units(criteria), *extra_nodes(criteria)]
        self.asked = self._asked()

    def run(self) -> Smallest | None:
        if self.grade.at_least is None and self.grade.condition is None:
            return None
        everything = [(item, item.most) for item in self.board.items]
        limits = (self.board.criteria.cap, self.board.criteria.floor)
        least, most = self.board.figures.tops
        if least != most and any(
            one.of_applicable is not self.grade.of_index for one in limits if one is not None
        ):
            # How much a share of an open maximum is depends on all items at once.
            self.is_cut = True
        lacking = self._lacking()
        for gain, chosen in self._combined():
            if gain >= lacking and self._is_sure(chosen):
                return Smallest(chosen, self.is_cut, self.with_tests)
        if self._is_sure(everything):
            return Smallest(tuple(everything), is_cut=True, with_tests=self.with_tests)
        return None

    def _is_sure(self, chosen: Sequence[tuple[OpenItem, End]]) -> bool:
        held = self.board.held(chosen)
        return grade_alone(self.grade, figures_of(held), held) is Standing.SURE

    # Putting together.

    def _lacking(self) -> Fraction:
        """What all units together lack of the bound."""
        bound = self.grade.at_least
        if bound is None:
            return _ZERO
        now = sum((self._surplus(self.board.base, one.code) for one in self.units), start=_ZERO)
        return -now if self.grade.of_index else bound - now

    def _combined(self) -> Iterator[tuple[Fraction, _Chosen]]:
        """For each number of items the best there is, and what it gains; fewest first."""
        best: dict[int, tuple[Fraction, _Chosen]] = {0: (_ZERO, ())}
        for options in map(self._options, self._groups()):
            joined: dict[int, tuple[Fraction, _Chosen]] = {}
            for (size, (gain, chosen)), (more, (added, others)) in itertools.product(
                best.items(), options.items()
            ):
                count, total = size + more, gain + added
                if count not in joined or total > joined[count][0]:
                    joined[count] = (total, (*chosen, *others))
            best = joined
        for count in sorted(best):
            yield best[count]

    def _groups(self) -> list[list[OpenItem]]:
        """Items that bear on each other's points, or on what the grade asks about."""
        owner = {node.code: unit.code for unit in self.units for node in unit.nodes()}
        grade = self._codes_of_grade()
        groups: list[tuple[set[str], list[OpenItem]]] = []
        for item in self.board.items:
            moved = self.board.links.moved([item.code])
            marks = {owner[code] for code in moved if code in owner}
            if moved & grade:
                marks.add("")
            items = [item]
            apart = []
            for others, members in groups:
                if others & marks:
                    marks |= others
                    items = [*members, *items]
                else:
                    apart.append((others, members))
            groups = [*apart, (marks, items)]
        return [items for _, items in groups]

    def _codes_of_grade(self) -> frozenset[str]:
        """What the grade asks about, and all below it."""
        if self.grade.condition is None:
            return frozenset()
        asked = [self.board.criterion(code) for code in codes_in(self.grade.condition)]
        return frozenset(node.code for one in asked for node in one.nodes())

    # Trying.

    def _options(self, items: Sequence[OpenItem]) -> dict[int, tuple[Fraction, _Chosen]]:
        """The best gain of each number of items in a group, and how they end."""
        best: dict[int, tuple[Fraction, _Chosen]] = {}
        moved = self.board.links.moved([one.code for one in items])
        units = [unit for unit in self.units if unit.code in moved]
        now = sum((self._surplus(self.board.base, one.code) for one in units), start=_ZERO)
        is_asked = bool(moved & self._codes_of_grade())
        for chosen in self._ways(items):
            held = self.board.held(chosen)
            if is_asked and not self._meets_condition(held):
                continue
            gain = sum((self._surplus(held, one.code) for one in units), start=_ZERO) - now
            if len(chosen) not in best or gain > best[len(chosen)][0]:
                best[len(chosen)] = (gain, chosen)
        return best

    def _meets_condition(self, held: Pinned) -> bool:
        condition = self.grade.condition
        return condition is None or judge(condition, held.inputs, held.about).is_certain

    def _ways(self, items: Sequence[OpenItem]) -> Iterator[_Chosen]:
        """Every subset of a group at every end that may be good; cut off where they are many."""
        ends = {item.key: self._ends(item) for item in items}
        for count in range(len(items) + 1):
            for subset in itertools.combinations(items, count):
                for way in itertools.product(*(ends[one.key] for one in subset)):
                    if self.tried >= MOST_WAYS:
                        self.is_cut = True
                        yield tuple((one, one.most) for one in items)
                        return
                    self.tried += 1
                    yield tuple(zip(subset, way, strict=True))

    def _ends(self, item: OpenItem) -> tuple[End, ...]:
        """Fewer points are never better, unless something asks about them."""
        if item.kind is not ItemKind.CRITERION or self.board.links.moved([item.code]) & self.asked:
            return item.ends
        return tuple(end for end in item.ends if end is not End.LEAST)

    def _asked(self) -> frozenset[str]:
        criteria = self.board.criteria
        nodes = (node for area in criteria.areas for node in area.nodes())
        found = {code for node in nodes for code in codes_of(node)} | self._codes_of_grade()
        return frozenset(one.code for code in found for one in self.board.criterion(code).nodes())

    def _surplus(self, evaluation: Evaluation, code: str) -> Fraction:
        """What a unit of account has at least, over the share of its maximum that is asked for."""
        result: Result = evaluation.node(self.board.criterion(code))
        share = self.grade.at_least
        if code in self.extras or not self.grade.of_index or share is None:
            return result.ends[0]
        left = [_ZERO] if result.may_not_apply or not result.may_apply else []
        if result.may_apply:
            left += [result.low - share * top for top in result.tops if top > 0]
        return min(left, default=_ZERO)
