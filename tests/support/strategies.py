"""Random criteria sets: trees of criteria with everything the language has, always loadable."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from support.oracle import Facts
from support.strategies_data import AS_OF, GROUND, facts, one_in, reports, told, used_measures
from support.strategies_rules import MAXIMA, Codes, modifiers, penalties, scorings, settled
from support.written import maximum_of

__all__ = ["AS_OF", "Unit", "documents", "facts", "reports", "told", "units"]


@dataclass(frozen=True)
class Unit:
    """A set, what is true of one unit, and what is told of it."""

    document: dict[str, Any]
    facts: Facts
    keys: dict[str, Any]


@st.composite
def units(draw: st.DrawFn, *, complete: bool = False) -> Unit:
    """A random unit under a random set; ``complete``: everything is told."""
    document = draw(documents())
    truth = draw(facts(document))
    return Unit(document, truth, told(truth) if complete else draw(reports(document, truth)))


@dataclass
class _Growing:
    """What a tree knows while it grows: codes that may be asked about, and leaves left to grow."""

    codes: dict[str, Fraction] = field(default_factory=dict)
    left: int = 6


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A set of up to six leaves in up to three levels, later ones looking at earlier ones."""
    tree = _Growing()
    areas = [draw(_nodes(tree, "1"))]
    while tree.left and len(areas) < 3 and draw(st.booleans()):
        code = str(len(areas) + 1)
        is_extra = draw(one_in(5))
        areas.append(draw(_extras(tree, code) if is_extra else _nodes(tree, code)))
    document: dict[str, Any] = {"criteria": areas}
    if draw(one_in(4)):
        document["rounding"] = {"points": draw(_roundings)}
    for key, values in (("cap", ["90%", "100%", "1"]), ("floor", ["0", "5%", "-1"])):
        if draw(one_in(6)):
            document[key] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        most = sum((maximum_of(one) for one in areas if "extra" not in one), start=Fraction(0))
        document["grades"] = draw(_ladders(tree.codes, most))
    return {"measures": used_measures(document), **document}


_roundings = st.one_of(
    st.fixed_dictionaries(
        {
            "places": st.just("2"),
            "mode": st.sampled_from(["half_up", "half_even", "down"]),
            "at": st.just("leaf"),
        }
    ),
    st.fixed_dictionaries(
        {
            "places": st.sampled_from(["0", "1", "2"]),
            "mode": st.sampled_from(["half_up", "half_even", "down"]),
            "at": st.just("total"),
        }
    ),
)


@st.composite
def _nodes(
    draw: st.DrawFn, tree: _Growing, code: str, depth: int = 1, *, plain_above: bool = True
) -> dict[str, Any]:
    """A leaf, or a parent with components and perhaps modifiers."""
    node: dict[str, Any] = {"code": code}
    if draw(one_in(4)):
        node["not_applicable"] = draw(_policies(tree.codes))
    if depth == 3 or tree.left < 2 or not draw(st.booleans()):
        tree.left -= 1
        node["max_points"] = draw(st.sampled_from(MAXIMA))
        node["scoring"] = draw(scorings(tree.codes, node["max_points"]))
    else:
        is_plain = not draw(st.booleans())
        before = dict(tree.codes)
        node["components"] = draw(
            _components(tree, code, depth + 1, plain_above=plain_above and is_plain)
        )
        if not is_plain:
            scoring = draw(modifiers(before, maximum_of(node)))
            node["scoring"] = scoring or {"floor": "0"}
    tree.codes[code] = maximum_of(node)
    return node


@st.composite
def _components(
    draw: st.DrawFn, tree: _Growing, code: str, depth: int, *, plain_above: bool
) -> list[dict[str, Any]]:
    found = [draw(_nodes(tree, f"{code}.1", depth, plain_above=plain_above))]
    while tree.left and len(found) < 3 and draw(st.booleans()):
        below = f"{code}.{len(found) + 1}"
        if plain_above and draw(one_in(5)):
            found.append(draw(_extras(tree, below)))
        else:
            found.append(draw(_nodes(tree, below, depth, plain_above=plain_above)))
    return found


@st.composite
def _extras(draw: st.DrawFn, tree: _Growing, code: str) -> dict[str, Any]:
    """A bonus, a penalty, or a group of both with bounds of its own."""
    node: dict[str, Any] = {"code": code, "extra": "yes"}
    before = dict(tree.codes)
    tree.left -= 1
    if draw(one_in(3)):
        bonus = draw(_nodes(tree, f"{code}.2", 3, plain_above=False))
        node["components"] = [_penalty(f"{code}.1", draw(penalties())), bonus]
        scoring = draw(modifiers(before, maximum_of(node), kinds="floor cap"))
        if scoring:
            node["scoring"] = scoring
    elif draw(st.booleans()):
        node |= _penalty(code, draw(penalties()))
    else:
        node["max_points"] = draw(st.sampled_from(MAXIMA))
        node["scoring"] = draw(scorings(tree.codes, node["max_points"]))
    tree.codes[code] = maximum_of(node)
    return node


def _penalty(code: str, scoring: dict[str, Any]) -> dict[str, Any]:
    return {"code": code, "max_points": "0", "scoring": scoring}


@st.composite
def _policies(draw: st.DrawFn, codes: Codes) -> dict[str, Any]:
    policy: dict[str, Any] = {}
    doors = draw(st.sampled_from(["if", "grounds", "both"]))
    if doors != "grounds":
        policy["if"] = draw(settled(codes))
    if doors != "if":
        policy["grounds"] = [{"id": GROUND, "text": "Không có"}]
    if draw(st.booleans()):
        policy["give"] = draw(st.sampled_from(["exclude", "full", "zero"]))
    return policy


@st.composite
def _ladders(draw: st.DrawFn, codes: Codes, most: Fraction) -> list[dict[str, Any]]:
    """Grades, best first; bounds of either unit fall strictly."""
    points = [text for text in ("0.9", "0.5", "0.25", "0") if Fraction(text) <= most * 9 / 10]
    bounds = {"%": ["90%", "70%", "50%", "0%"], "": points}
    ladder: list[dict[str, Any]] = []
    for id in ("tot", "kha", "dat")[: draw(st.integers(1, 3))]:
        grade = {"id": id, "title": id}
        unit = draw(st.sampled_from(["%", ""]))
        if bounds[unit] and not draw(one_in(4)):
            start = draw(st.integers(0, len(bounds[unit]) - 1))
            grade["at_least"] = bounds[unit][start]
            bounds[unit] = bounds[unit][start + 1 :]
        if "at_least" not in grade or draw(one_in(3)):
            grade["if"] = draw(settled(codes))
        ladder.append(grade)
    return [*ladder, {"id": "cuoi", "title": "Còn lại", "otherwise": "yes"}]
