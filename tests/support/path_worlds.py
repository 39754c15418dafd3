"""Small worlds for the cheapest path: sets whose every joint move can be tried one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import strategies as st

from par_index.model.criteria import CriteriaSet
from par_index.scoring.scores import Scores, evaluate, score
from support.written import load_case_set, make_submission

__all__ = ["HORIZON", "Outcome", "World", "every_outcome", "worlds"]

HORIZON = 4
"""Cases that are tried where nothing else bounds them."""

WITHIN = {"a": "w", "b": "w", "c": "w", "g": "b"}
CAN = {"a": "rise", "b": "rise_with", "c": "rise_with", "g": "rise", "d": "fall", "e": "rise"}
COUNTS = ("w", "a", "b", "c", "g", "d", "e")
ANSWERS = ("y", "z")


@dataclass(frozen=True)
class World:
    """A set, what one unit reports, and efforts that stand in place of the set's."""

    document: dict[str, Any]
    given: dict[str, str]
    can: dict[str, str]
    efforts: dict[str, tuple[Fraction, bool]]


@dataclass(frozen=True)
class Outcome:
    """One joint move: by how much each measure moves, what it costs, what comes of it."""

    moves: dict[str, int]
    effort: Fraction
    scores: Scores

    @property
    def cost(self) -> tuple[Fraction, int, int]:
        moved = {id: by for id, by in self.moves.items() if by}
        return self.effort, len(moved), sum(moved.values())

    @property
    def total(self) -> Fraction:
        return self.scores.totals.low


# Documents.

_numbers = st.sampled_from
_points = ("1", "2", "1.5")
_efforts = st.sampled_from(["", "1", "2", "0", "0.5", "3", "*1", "*0.5", "*2"])


@st.composite
def _amounts(draw: st.DrawFn) -> Any:
    return draw(
        _numbers(
            [
                {"ratio": ["a", "w"]},
                {"ratio": ["b", "w"]},
                {"ratio": ["c", "w"]},
                {"ratio": ["g", "b"]},
                {"ratio": [{"sum": ["b", "c"]}, "w"]},
                {"ratio": ["a", "e"]},
                {"ratio": [{"minus": ["w", "a"]}, "w"]},
                {"ratio": ["d", "w"]},
                "b.ty_le",
            ]
        )
    )


_counts = st.sampled_from(["a", "b", "d", "e", "w", {"minus": ["w", "a"]}, {"sum": ["d", "e"]}])
_shares = st.sampled_from(["20%", "30%", "50%", "60%", "75%", "100%"])


@st.composite
def _tests(draw: st.DrawFn, codes: list[str]) -> Any:
    kind = draw(_numbers(["share", "share", "count", "answer", "code", "unknown"]))
    if kind == "answer":
        return draw(_numbers(ANSWERS))
    if kind == "unknown":
        return "u"
    if kind == "code" and codes:
        code = draw(_numbers(codes))
        return draw(
            _numbers(
                [
                    {"code": code, "full": "yes", "when_none": "yes"},
                    {"code": code, "at_least": "50%", "when_none": "yes"},
                    {"code": code, "at_least": "1", "when_none": "no"},
                ]
            )
        )
    if kind == "count":
        bound = draw(_numbers(["at_least", "at_most", "above"]))
        return {"of": draw(_counts), bound: str(draw(st.integers(0, 9)))}
    bound = draw(_numbers(["at_least", "at_least", "above", "below"]))
    share = draw(_shares)
    return {"of": draw(_amounts()), bound: share, "when_none": draw(_numbers(["yes", "no"]))}


@st.composite
def _rules(draw: st.DrawFn, codes: list[str], points: str, *, deep: bool = True) -> dict[str, Any]:
    kind = draw(_numbers(["full_if", "bands", "proportional", "each", "deduct", "sum", "all"]))
    most = Fraction(points)
    if kind == "bands":
        steps = [{"at_least": "60%", "points": points}, {"at_least": "25%", "points": "0.5"}]
        last = draw(_numbers(["0", "proportional"]))
        bands = {"of": draw(_amounts()), "steps": [*steps, {"otherwise": last}]}
        if last == "0" and draw(st.booleans()):
            bands["interpolate"] = "yes"
        return {"bands": bands, "when_none": "zero"}
    if kind == "proportional":
        rule: dict[str, Any] = {"of": draw(_amounts())}
        if draw(st.booleans()):
            rule["target"] = draw(_shares)
        return {"proportional": rule, "when_none": draw(_numbers(["zero", "full"]))}
    if kind == "each":
        return {"each": {"of": draw(_numbers(["a", "b", "e"])), "points": "0.3"}}
    if kind == "deduct":
        of = draw(_numbers(["d", {"minus": ["w", "a"]}]))
        return {"deduct": {"of": of, "points": "0.25"}}
    if kind == "sum" and deep:
        half = str(most / 2) if (most / 2).denominator == 1 else f"{float(most / 2):g}"
        items = [draw(_rules(codes, half, deep=False)) for _ in range(2)]
        return {draw(_numbers(["sum_of", "best_of"])): [{**one, "points": half} for one in items]}
    if kind == "all":
        return {"full_if": {"all": [draw(_tests(codes)), draw(_tests(codes))]}}
    return {"full_if": draw(_tests(codes))}


@st.composite
def _leaves(draw: st.DrawFn, code: str, codes: list[str]) -> dict[str, Any]:
    points = draw(_numbers(_points))
    scoring = draw(_rules(codes, points))
    if draw(st.integers(0, 4)) == 0:
        scoring["if"] = draw(_tests(codes))
        if draw(st.booleans()):
            scoring["if_not"] = "0.5"
    node: dict[str, Any] = {"code": code, "max_points": points, "scoring": scoring}
    if draw(st.integers(0, 6)) == 0:
        node["not_applicable"] = {"if": {"of": draw(_numbers(["e", "d", "b"])), "at_most": "1"}}
    return _remedied(draw, node)


def _remedied(draw: st.DrawFn, node: dict[str, Any]) -> dict[str, Any]:
    effort = draw(_efforts)
    if effort.startswith("*"):
        node["remedy"] = {"text": "Làm", "effort": {"per_item": effort[1:]}}
    elif effort:
        node["remedy"] = {"text": "Làm", "effort": effort}
    return node


@st.composite
def _areas(draw: st.DrawFn, code: str, codes: list[str]) -> dict[str, Any]:
    count = draw(st.integers(1, 3))
    leaves = []
    before = list(codes)
    for number in range(1, count + 1):
        leaves.append(draw(_leaves(f"{code}.{number}", codes)))
        codes.append(f"{code}.{number}")
    node: dict[str, Any] = {"code": code, "components": leaves}
    kind = draw(_numbers(["plain", "plain", "cap", "minimum", "floor", "if", "cap if"]))
    if kind == "cap":
        node["scoring"] = {"cap": "1.5"}
    elif kind == "minimum":
        node["scoring"] = {"minimum": draw(_numbers(["50%", "1"]))}
    elif kind == "floor":
        node["scoring"] = {"floor": "0.5"}
    elif kind == "if":
        node["scoring"] = {"if": draw(_tests(before)), "if_not": draw(_numbers(["0", "20%"]))}
    elif kind == "cap if":
        node["scoring"] = {"cap": {"to": "50%", "if": draw(_tests(before))}}
    codes.append(code)
    return _remedied(draw, node)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A random world; every measure that a rule reads is there, most of them reported."""
    codes: list[str] = []
    areas = [draw(_areas(str(number), codes)) for number in range(1, draw(st.integers(1, 2)) + 1)]
    if draw(st.integers(0, 4)) == 0:
        areas[-1]["extra"] = "yes"
    if all("extra" in area for area in areas):
        del areas[0]["extra"]
    # Where nothing may apply there is no index, and no way to one.
    areas[0]["components"][0].pop("not_applicable", None)
    moving = draw(st.lists(st.sampled_from(sorted(CAN)), min_size=2, max_size=3, unique=True))
    can = {id: CAN[id] for id in moving}
    document: dict[str, Any] = {"measures": _measures(can), "criteria": areas}
    if draw(st.booleans()):
        place = draw(_numbers(["leaf", "total"]))
        document["rounding"] = {"points": {"places": "1", "mode": "half_up", "at": place}}
    if draw(st.integers(0, 5)) == 0:
        document["cap"] = "90%"
    plain = [code for code in codes if not _is_extra(areas, code)]
    document["grades"] = [
        {"id": "a", "title": "A", "at_least": "75%", "if": draw(_tests(plain))},
        {"id": "b", "title": "B", "at_least": "50%"},
        {"id": "c", "title": "C", "otherwise": "yes"},
    ]
    if draw(st.booleans()):
        test = draw(_tests(plain))
        document["grades"][0]["if"] = {"all": [test, {"code": plain[0], "at_least": "60%"}]}
    _settle(document["grades"][0]["if"])
    given = _given(draw)
    efforts = draw(
        st.dictionaries(
            st.sampled_from(["a", "b", "e", "y"]),
            st.tuples(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(2)]), st.booleans()),
            max_size=2,
        )
    )
    return World(document, given, can, efforts)


def _is_extra(areas: list[dict[str, Any]], code: str) -> bool:
    return any("extra" in area and code.split(".")[0] == area["code"] for area in areas)


def _settle(condition: Any) -> None:
    """A condition of a grade is never undefined."""
    for one in condition.get("all", [condition]) if isinstance(condition, dict) else []:
        if isinstance(one, dict) and ("code" in one or isinstance(one.get("of"), dict)):
            one.setdefault("when_none", "yes")


def _measures(can: dict[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for id in COUNTS:
        one = {"id": id, "kind": "count", "label": f"Số {id}"}
        if id in WITHIN:
            one["within"] = WITHIN[id]
        else:
            one["counted_in"] = "việc"
        if id in can:
            one["can"] = can[id]
        found.append(one)
    found.append({"id": "b.ty_le", "kind": "rate", "of": ["b", "w"], "label": "Tỷ lệ"})
    found += [{"id": id, "kind": "yes_no", "label": f"Có {id}"} for id in (*ANSWERS, "u")]
    return found


def _given(draw: st.DrawFn) -> dict[str, str]:
    w = draw(st.integers(3, 7))
    b = draw(st.integers(0, 3))
    values = {
        "w": w,
        "a": draw(st.integers(max(0, w - HORIZON), w)),
        "b": b,
        "c": draw(st.integers(0, 2)),
        "g": draw(st.integers(0, b)),
        "d": draw(st.integers(0, 2)),
        "e": draw(st.integers(0, 3)),
    }
    given = {id: str(value) for id, value in values.items()}
    given |= {id: draw(_numbers(["có", "không"])) for id in ANSWERS}
    return given


# Every outcome.


def every_outcome(world: World) -> Iterator[Outcome]:
    """All joint moves of what is read, by values written into the unit's file."""
    criteria = load_case_set(world.document)
    read = _read(world.document)
    ranges = {id: range(_most(world, id) + 1) for id in sorted(read) if id in world.can}
    ranges |= {id: range(2) for id in ANSWERS if id in read and world.given[id] == "không"}
    for amounts in product(*ranges.values()):
        moves = dict(zip(ranges, amounts, strict=True))
        if moves.get("b", 0) + moves.get("c", 0) > HORIZON:
            continue
        given = moved(world.given, moves)
        if any(int(given[part]) > int(given[whole]) for part, whole in WITHIN.items()):
            continue
        yield Outcome(moves, _effort(world, moves), scored(criteria, given))


def scored(criteria: CriteriaSet, given: dict[str, str]) -> Scores:
    return score(evaluate(criteria, make_submission(criteria, {"given": given})))


def moved(given: dict[str, str], moves: dict[str, int]) -> dict[str, str]:
    after = dict(given)
    for id, by in moves.items():
        if id in ANSWERS:
            after[id] = "có" if by else after[id]
        else:
            after[id] = str(int(after[id]) + (-by if CAN[id] == "fall" else by))
            if CAN[id] == "rise_with":
                after["w"] = str(int(after["w"]) + by)
    return after


def _most(world: World, id: str) -> int:
    return int(world.given[id]) if CAN[id] == "fall" else HORIZON


def _names(node: Any) -> set[str]:
    """Every measure whose id stands somewhere below; a rate stands for its counts."""
    if isinstance(node, dict):
        return set().union(*map(_names, node.values())) if node else set()
    if isinstance(node, list):
        return set().union(*map(_names, node)) if node else set()
    if node == "b.ty_le":
        return {"b", "w"}
    return {node} if node in (*COUNTS, *ANSWERS) else set()


def _read(document: dict[str, Any]) -> set[str]:
    read = set()
    for area in document["criteria"]:
        for node in _nodes(area):
            read |= _names(node.get("scoring", {})) | _names(node.get("not_applicable", {}))
    return read | _names([grade.get("if", {}) for grade in document["grades"]])


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for one in node.get("components", []):
        yield from _nodes({"remedy": node.get("remedy"), **one} if "remedy" in node else one)


def _effort(world: World, moves: dict[str, int]) -> Fraction:
    """What the moves cost: by each measure, else under the first criterion that states it."""
    steps: dict[str, Fraction] = {}
    total = Fraction(0)
    for id, by in moves.items():
        if not by:
            continue
        if id in world.efforts:
            amount, per_item = world.efforts[id]
            total += amount * (by if per_item else 1)
            continue
        readers = [
            node
            for area in world.document["criteria"]
            for node in _nodes(area)
            if id in _names(node.get("scoring", {}))
        ]
        stating = [one for one in readers if "effort" in (one.get("remedy") or {})]
        if not stating:
            steps[readers[0]["code"] if readers else f"= {id}"] = Fraction(1)
            continue
        effort = stating[0]["remedy"]["effort"]
        if isinstance(effort, dict):
            total += Fraction(effort["per_item"]) * by
        else:
            steps[stating[0]["code"]] = Fraction(effort)
    return total + sum(steps.values(), start=Fraction(0))
