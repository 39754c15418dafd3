"""A cheapest path as JSON, as `schemas/path.schema.json` describes it."""

from __future__ import annotations

from par_index.advice.path.goals import Goal, Target
from par_index.advice.path.path import Path
from par_index.advice.path.steps import Gained, Move, Step
from par_index.rendering.json_document import figures_part, submission_part
from par_index.rendering.json_scores import change
from par_index.rendering.json_values import Json, points

__all__ = ["PATH", "path_document"]

PATH = "par_index/path/1"

_NUMBERED = (Goal.POINTS, Goal.INDEX)


def path_document(path: Path) -> Json:
    """What can be said of the goal, the steps there, the figures before and after, the curve."""
    before = path.before
    return {
        "schema": PATH,
        "status": "sought",
        "exit_code": 0,
        "criteria": {"id": before.criteria.id, "sha256": before.criteria.sha256},
        "submission": submission_part(before.submission),
        "goal": _goal(path.target),
        "keep": list(path.keep),
        "forbid": list(path.forbid),
        "budget": points(path.budget),
        "verdict": path.verdict.value,
        "effort": points(path.effort),
        "least_effort": points(path.least),
        "complete": path.is_whole,
        "steps": [_step(one) for one in path.steps],
        "ask": list(path.ask),
        "unpriced": list(path.unpriced),
        "before": figures_part(before),
        "after": figures_part(path.after),
        "curve": [{"effort": points(one.effort), "total": points(one.total)} for one in path.curve],
    }


def _goal(target: Target) -> Json:
    grade = target.grade
    return {
        "kind": target.goal.value,
        "value": points(target.value) if target.goal in _NUMBERED else None,
        "grade": None if grade is None else grade.id,
    }


def _step(step: Step) -> Json:
    return {
        "codes": list(step.codes),
        "moves": [_move(one) for one in step.moves],
        "changes": [_gained(one) for one in step.gained],
        "points": points(step.points),
        "effort": points(step.effort),
    }


def _move(move: Move) -> Json:
    whole = None
    if move.of is not None:
        before, after = move.of
        whole = {"measure": move.whole, "before": points(before), "after": points(after)}
    return {**change(move.change), "code": move.code or None, "within": whole}


def _gained(one: Gained) -> Json:
    return {
        "code": one.code,
        "low_before": points(one.before.low),
        "low_after": points(one.after.low),
        "gain": points(one.points),
    }
