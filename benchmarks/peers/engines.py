"""The peers' engines, each used as its own documentation says: compiled once, then evaluated."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import cel
import datalogic_py
import zen
from json_logic import jsonLogic  # type: ignore[import-untyped]

from benchmarks.lanes import Case, Lane, Leaves
from benchmarks.peers.infix import Cel, Infix, Zen, ZenGraph
from benchmarks.peers.json_rules import JsonRules

__all__ = ["ZEN", "peer_lanes"]

ZEN = "zen-engine, one expression"


def peer_lanes(case: Case) -> Iterator[Lane]:
    """Every peer, with the rules of the case in its own language."""
    yield _zen_expression(case)
    yield _zen_decision(case)
    yield _cel(case)
    yield _datalogic(case)
    yield _json_logic(case)


def _zen_expression(case: Case) -> Lane:
    expression = zen.compile_expression(_list_of(Zen(case.program.leaves), case))
    return _lane(ZEN, case, expression.evaluate)


def _zen_decision(case: Case) -> Lane:
    language = ZenGraph(case.program.leaves)
    leaves = case.program.leaves.items()
    expressions = [
        {"id": code, "key": language.key(code), "value": language.number(number)}
        for code, number in leaves
    ]
    nodes = [
        _node("in", "inputNode", {}),
        _node("points", "expressionNode", {"expressions": expressions}),
        _node("out", "outputNode", {}),
    ]
    edges = [_edge("in", "points"), _edge("points", "out")]
    content = json.dumps({"nodes": nodes, "edges": edges})
    decision = zen.ZenEngine().create_decision(content)

    def read(answer: Any) -> Leaves:
        points = answer["result"]
        return {code: _whole(points[language.key(code)]) for code in case.codes}

    return Lane("zen-engine, one decision", "points", case.facts, decision.evaluate, read)


def _node(id: str, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "name": id, "type": kind, "content": content}


def _edge(source: str, target: str) -> dict[str, str]:
    return {"id": f"{source}-{target}", "type": "edge", "sourceId": source, "targetId": target}


def _cel(case: Case) -> Lane:
    program = cel.compile(_list_of(Cel(case.program.leaves), case))
    return _lane("CEL in Rust", case, program.execute)


def _datalogic(case: Case) -> Lane:
    rule = datalogic_py.Engine().compile(_rules_of(case))
    return _lane("JsonLogic in Rust (datalogic)", case, rule.evaluate)


def _json_logic(case: Case) -> Lane:
    rules = _rules_of(case)
    return _lane("JsonLogic in Python", case, lambda facts: jsonLogic(rules, facts))


def _rules_of(case: Case) -> Any:
    language = JsonRules(case.program.leaves)
    return [language.number(number) for number in case.program.leaves.values()]


def _list_of(language: Infix, case: Case) -> str:
    return "[{}]".format(", ".join(map(language.number, case.program.leaves.values())))


def _lane(name: str, case: Case, score: Any) -> Lane:
    def read(answer: Sequence[Any]) -> Leaves:
        return {code: _whole(points) for code, points in zip(case.codes, answer, strict=True)}

    return Lane(name, "points", case.facts, score, read)


def _whole(points: float) -> int:
    """Whole as it stands; anything else is a wrong answer."""
    if points != int(points):
        raise ValueError(f"{points} is not a whole number of steps")
    return int(points)
