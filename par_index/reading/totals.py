"""What a set comes to as a whole: its maximum, cap and floor, and what its points may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from par_index.exact import parse_literal, round_exact
from par_index.model.criteria import Criterion, Rounding, RoundingPlace
from par_index.model.measures import Kind, Measure
from par_index.model.rules import Portion
from par_index.nouns import replace
from par_index.problems import Problems
from par_index.reading.definition import SetFile
from par_index.reading.points import check_range
from par_index.reading.reach import least_of
from par_index.reading.written import value_span

__all__ = ["bound_points", "check_leaves", "check_total", "has_extras", "maximum_of", "portion_of"]

_ZERO = Fraction(0)


def maximum_of(areas: Sequence[Criterion]) -> Fraction:
    """The points of all areas, bonus and penalty left out."""
    return sum((area.max_points for area in areas if not area.extra), start=_ZERO)


def has_extras(areas: Sequence[Criterion]) -> bool:
    return any(node.extra for area in areas for node in area.nodes())


def portion_of(text: str | None) -> Portion | None:
    """Points, or a share of the set's applicable maximum."""
    literal = None if text is None else parse_literal(text)
    return None if literal is None else Portion(literal.value, of_applicable=literal.percent)


def check_total(
    header: SetFile, areas: Sequence[Criterion], measures: Mapping[str, Measure], problems: Problems
) -> None:
    """The stated maximum is the sum; cap and floor leave room, and can act."""
    maximum = maximum_of(areas)
    stated = parse_literal(header.max_points)
    assert stated is not None, "the form has checked it"
    if stated.percent:
        span = value_span(header, "max_points")
        problems.add("E304", span, found=header.max_points, expected="100, 44.5")
        return
    if check_range(header, "max_points", stated, problems, above=_ZERO) and stated.value != maximum:
        span = value_span(header, "max_points")
        gap = stated.value - maximum
        problems.add("E310", span, found=stated.value, total=maximum, gap=gap)
    cap, floor = (
        None if text is None else parse_literal(text) for text in (header.cap, header.floor)
    )
    if cap is not None:
        check_range(header, "cap", cap, problems, above=_ZERO, percent=cap.percent)
        ceiling = cap.value * maximum if cap.percent else cap.value
        if ceiling >= maximum and not has_extras(areas):
            problems.add("W303", header.at.key_span("cap"), found="cap")
        maximum = min(maximum, ceiling)
    if floor is not None:
        most = Fraction(1) if floor.percent else maximum
        check_range(header, "floor", floor, problems, most=most, percent=floor.percent)
        least = sum((least_of(area, measures) for area in areas), start=_ZERO)
        if (floor.value * maximum if floor.percent else floor.value) < least:
            problems.add("W303", header.at.key_span("floor"), found="floor")


def check_leaves(areas: Sequence[Criterion], rounding: Rounding, problems: Problems) -> None:
    """The maximum of every leaf stays itself where leaves are rounded."""
    if rounding.at is not RoundingPlace.LEAF:
        return
    for leaf in (leaf for area in areas for leaf in area.leaves()):
        rounded = round_exact(leaf.max_points, rounding.places, rounding.mode)
        if rounded != leaf.max_points:
            problems.add("E335", leaf.span, found=leaf.max_points, rounded=rounded)


def bound_points(
    measures: Mapping[str, Measure], given: Mapping[str, Fraction], problems: Problems
) -> dict[str, Measure]:
    """The measures, with the most that each measure of points can be."""
    bounded = dict(measures)
    for id, measure in measures.items():
        if measure.kind is not Kind.POINTS:
            continue
        most = given.get(id)
        if most is None:
            problems.add("W302", measure.span, found=id)
        elif most < measure.least:
            problems.add("E345", measure.span, found=id, least=measure.least, most=most)
        bounded[id] = replace(measure, most=most)
    return bounded
