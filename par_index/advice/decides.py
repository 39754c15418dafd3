"""What decides: which missing or pending item decides how much of the total, and which grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.decides_board import Board, OpenItem, Wait
from par_index.advice.decides_search import Smallest, smallest
from par_index.advice.pinning import End, Figures
from par_index.model.assessment import Assessment, Standing
from par_index.model.criteria import Grade
from par_index.model.reasons import Reason
from par_index.nouns import Noun
from par_index.scoring.conditions import judge

__all__ = [
    "Data",
    "Decides",
    "EndOf",
    "GradeNeed",
    "Item",
    "Need",
    "decides",
]

_ZERO = Fraction(0)


class EndOf(Noun):
    """An item held at one end, everything else open: its points, and where the total may end.

    ``reach`` says for each open grade whether it, or a better one, is then reached.
    """

    end: End
    points: Fraction | None
    low: Fraction
    high: Fraction
    reach: tuple[Standing, ...] = ()


class Item(Noun):
    """One open item; ``closes`` is what the total's interval narrows by at its ends."""

    open: OpenItem
    ends: tuple[EndOf, ...]
    closes: tuple[Fraction, Fraction]

    @property
    def code(self) -> str:
        return self.open.code

    @property
    def is_telling(self) -> bool:
        """Whether it alone moves the total."""
        return self.closes[1] != 0 or len({(one.low, one.high) for one in self.ends}) > 1


class Data(Noun):
    """Measures that leave the same things open.

    ``settles`` are items that nothing else leaves open. ``least`` and ``most`` are the total with
    all of ``items`` at their fewest and at their most points: what the data can make of it lies
    between them. ``is_at_most``: less may come of it, because several items that rest on the same
    data may not all be at one end, or other data bear on them too. ``grades`` are those whose own
    tests read them.
    """

    waits: tuple[Wait, ...]
    items: tuple[OpenItem, ...]
    settles: tuple[OpenItem, ...]
    grades: tuple[Grade, ...]
    least: tuple[Fraction, Fraction]
    most: tuple[Fraction, Fraction]
    closes: Fraction
    is_at_most: bool

    @property
    def measures(self) -> tuple[str, ...]:
        return tuple(one.measure for one in self.waits)

    @property
    def is_shared(self) -> bool:
        """Whether they decide more than one thing."""
        return len(self.items) + len(self.grades) > 1


class Need(Noun):
    """What a grade's bound still takes: so much of what is open, in points or of the index.

    In points where the maximum is settled; otherwise ``of_index``, as shares.
    """

    lacks: Fraction
    open: Fraction
    of_index: bool = False


class GradeNeed(Noun):
    """A grade that is neither sure nor impossible, and what decides it; or a better one.

    ``standing`` is what can be said of ending at this grade or a better one. ``necessary``: with
    this item at that end it is out of reach. ``sufficient``: with it, it is sure. ``tests`` are
    those of its condition while that is not certain, ``waits`` what leaves its own tests of
    measures open. ``has_quota``: other units decide, too.
    """

    grade: Grade
    standing: Standing
    need: Need | None = None
    tests: tuple[Reason, ...] = ()
    waits: tuple[Wait, ...] = ()
    necessary: tuple[tuple[OpenItem, End], ...] = ()
    sufficient: tuple[tuple[OpenItem, End], ...] = ()
    smallest: Smallest | None = None
    has_quota: bool = False


class Decides(Noun):
    """All that is open in one assessment, what decides most first."""

    assessment: Assessment
    items: tuple[Item, ...]
    data: tuple[Data, ...]
    grades: tuple[GradeNeed, ...]

    @property
    def is_open(self) -> bool:
        return bool(self.items) or any(one.standing is Standing.POSSIBLE for one in self.grades)


def decides(assessment: Assessment) -> Decides:
    """What decides the total and the grades of an assessment; exact, everything by evaluation."""
    board = Board(assessment)
    rungs = [
        rung
        for rung, one in enumerate(assessment.grades[:-1])
        if board.reaches(board.base, board.figures, rung) is Standing.POSSIBLE
    ]
    items = [_item(board, one, rungs) for one in board.items]
    items.sort(key=lambda one: (-one.closes[1], -one.closes[0]))
    data = sorted(_data(board), key=lambda one: (-one.closes, -len(one.items)))
    return Decides(assessment, tuple(items), tuple(data), tuple(_grades(board, rungs, items)))


def _item(board: Board, item: OpenItem, rungs: Sequence[int]) -> Item:
    ends = tuple(_end(board, item, end, rungs) for end in item.ends)
    closes = [board.figures.width - (one.high - one.low) for one in ends]
    return Item(item, ends, (min(closes), max(closes)))


def _end(board: Board, item: OpenItem, end: End, rungs: Sequence[int]) -> EndOf:
    held = board.held([(item, end)])
    figures = board.figures_of(held)
    reach = tuple(board.reaches(held, figures, rung) for rung in rungs)
    points = _ZERO if end is End.OUT else item.points.get(end)
    return EndOf(end, points, figures.low, figures.high, reach)


def _data(board: Board) -> Iterator[Data]:
    """Measures by what they leave open, in the order in which that is met."""
    waits: dict[str, Wait] = {}
    touched: dict[str, tuple[list[OpenItem], list[Grade]]] = {}
    for item in board.items:
        for wait in item.waits:
            waits.setdefault(wait.measure, wait)
            touched.setdefault(wait.measure, ([], []))[0].append(item)
    for grade in board.criteria.grades:
        for wait in board.grade_waits(grade):
            waits.setdefault(wait.measure, wait)
            touched.setdefault(wait.measure, ([], []))[1].append(grade)
    groups: dict[tuple[object, ...], list[str]] = {}
    for id, (items, grades) in touched.items():
        key = (*(one.key for one in items), *(one.id for one in grades))
        groups.setdefault(key, []).append(id)
    for ids in groups.values():
        items, grades = touched[ids[0]]
        yield _joint(board, tuple(waits[id] for id in ids), tuple(items), tuple(grades))


def _joint(
    board: Board, waits: tuple[Wait, ...], items: tuple[OpenItem, ...], grades: tuple[Grade, ...]
) -> Data:
    ids = {one.measure for one in waits}
    settles = tuple(one for one in items if one.measures <= ids)
    least = board.figures_with([(one, one.least) for one in items])
    most = board.figures_with([(one, one.most) for one in items])
    closes = max(board.figures.width - one.width for one in (least, most))
    return Data(
        waits,
        items,
        settles,
        grades,
        (least.low, least.high),
        (most.low, most.high),
        closes,
        is_at_most=len(items) > 1 or settles != items,
    )


def _grades(board: Board, rungs: Sequence[int], items: Sequence[Item]) -> Iterator[GradeNeed]:
    """Open grades, best first; those that are sure to be reached, or bettered, are not open."""
    for place, (rung, fewest) in enumerate(zip(rungs, smallest(board, rungs), strict=True)):
        grade = board.criteria.grades[rung]
        yield GradeNeed(
            grade,
            board.assessment.grades[rung].standing,
            _need(grade, board.figures),
            _tests(board, grade),
            board.grade_waits(grade),
            tuple(_where(items, place, Standing.IMPOSSIBLE)),
            tuple(_where(items, place, Standing.SURE)),
            fewest,
            has_quota=any(one.quota is not None for one in board.criteria.grades[: rung + 1]),
        )


def _where(items: Sequence[Item], place: int, standing: Standing) -> Iterator[tuple[OpenItem, End]]:
    for item in items:
        for one in item.ends:
            if one.reach[place] is standing:
                yield item.open, one.end
                break


def _tests(board: Board, grade: Grade) -> tuple[Reason, ...]:
    if grade.condition is None:
        return ()
    verdict = judge(grade.condition, board.base.inputs, board.base.about)
    return () if verdict.is_certain else verdict.reasons


def _need(grade: Grade, figures: Figures) -> Need | None:
    """How far the bound lies above what is certain, and how much is open in all."""
    bound, index = grade.at_least, figures.index
    if bound is None:
        return None
    if not grade.of_index:
        return Need(bound - figures.low, figures.width)
    if index is None:
        return None
    least, most = figures.tops
    share = Need(bound - index[0], index[1] - index[0], of_index=True)
    if least != most:
        return share
    return Need(share.lacks * most, share.open * most)
