"""What can be checked only once every criterion of a set is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from par_index.exact import exact_text
from par_index.model.criteria import Criterion, Give
from par_index.model.walking import codes_of
from par_index.problems import Problems, Span
from par_index.reading.conditions import CodeUse, ConditionReader
from par_index.reading.limits import CHAIN
from par_index.reading.nearest import nearest
from par_index.reading.points import percent_text

__all__ = ["check_codes", "check_cycles", "check_settled"]

Codes = Mapping[str, Criterion]


def check_codes(
    uses: list[CodeUse], by_code: Codes, places: Mapping[str, Span], problems: Problems
) -> None:
    """Criteria that conditions name exist, and can hold the points that are asked of them."""
    for use in uses:
        if use.code in by_code:
            _check_points(use, by_code[use.code], problems)
        elif use.code not in places:
            near = nearest(use.code, list(by_code))
            problems.add("E313", use.span, found=use.code, near=near)


def _check_points(use: CodeUse, criterion: Criterion, problems: Problems) -> None:
    if use.points is None or use.points_span is None:
        return
    most = Fraction(1) if use.points.percent else criterion.max_points
    if use.points.value > most:
        written = percent_text(most) if use.points.percent else exact_text(most)
        problems.add(
            "E342",
            use.points_span,
            key="at_least",
            found=use.points.text,
            expected=f"at_least ≤ {written}",
        )


def check_settled(conditions: ConditionReader, by_code: Codes, problems: Problems) -> None:
    """No condition that decides something may stay undefined by 0/0."""
    may_not_apply = frozenset(
        code
        for code, node in by_code.items()
        if all(_may_not_apply(leaf) for leaf in node.leaves())
    )
    for check in conditions.settled:
        if conditions.may_be_none(check.condition, may_not_apply):
            problems.add("E319", check.span)


def _may_not_apply(leaf: Criterion) -> bool:
    excluded = any(policy.give is Give.EXCLUDE for _, policy in leaf.excuses)
    when_none = leaf.scoring.when_none if leaf.scoring is not None else None
    return excluded or (when_none is not None and when_none.points is None)


def check_cycles(by_code: Codes, places: Mapping[str, Span], problems: Problems) -> None:
    """No criterion may look at itself through others, nor at its own parent or components."""
    looks = {code: list(_looks(node)) for code, node in by_code.items()}
    done: set[str] = set()

    def visit(code: str, path: tuple[str, ...]) -> None:
        if code in path:
            cycle = " → ".join((*path[path.index(code) :], code))
            problems.add("E314", places[path[-1]], cycle=cycle)
            return
        if len(path) > CHAIN:
            problems.add("E336", places[path[0]], limit=CHAIN)
            return
        if code not in done:
            for other in looks.get(code, ()):
                visit(other, (*path, code))
            done.add(code)

    for code, node in by_code.items():
        visit(code, ())
        # What acts on a sum may not hang on its own parts: they would count twice over.
        beneath = {one.code for one in node.nodes()} - {code}
        for other in sorted(beneath & set(codes_of(node))):
            problems.add("E314", places[code], cycle=f"{code} → {other} → {code}")


def _looks(node: Criterion) -> Iterator[str]:
    """What has to be known of other criteria before this one is."""
    yield from sorted({*codes_of(node), *(component.code for component in node.components)})
