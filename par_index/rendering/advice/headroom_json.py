"""Headroom as JSON, as `schemas/headroom.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Sequence

from par_index.advice.headroom import Headroom, HeadroomRow, Order, rows_in_order
from par_index.model.steps import NextStep
from par_index.rendering.json_document import submission_part
from par_index.rendering.json_scores import change
from par_index.rendering.json_values import Json, day, points, text
from par_index.scoring.spares import Spare

__all__ = ["HEADROOM", "headroom_document"]

HEADROOM = "par_index/headroom/1"


def headroom_document(headroom: Headroom, order: Order) -> Json:
    """All rows, those with nothing to tell among them."""
    assessment = headroom.assessment
    criteria = assessment.criteria
    return {
        "schema": HEADROOM,
        "status": "measured",
        "exit_code": 0,
        "criteria": {"id": criteria.id, "sha256": criteria.sha256},
        "submission": submission_part(assessment.submission),
        "period": {"starts": day(criteria.starts), "ends": day(criteria.ends)},
        "sort": order.value,
        "codes": list(headroom.codes),
        "regain": points(headroom.regain),
        "open": points(headroom.open),
        "gone": points(headroom.gone),
        "unknown": points(headroom.unknown),
        "rows": [_row(row) for row in rows_in_order(headroom.rows, order)],
    }


def _row(row: HeadroomRow) -> Json:
    criterion = row.score.criterion
    return {
        "area": {"code": row.area.code, "title": text(row.area.title)},
        "code": row.code,
        "title": text(row.title),
        "outcome": row.score.outcome.value,
        "low": points(row.score.low),
        "high": points(row.score.high),
        "max_points": points(criterion.max_points),
        "extra": criterion.extra,
        "cases": points(row.cases),
        "steps": _steps(row.steps),
        "farthest": next(iter(_steps([row.farthest] if row.farthest else [])), None),
        "spares": [_spare(one) for one in row.spares],
        "last_day": day(row.last_day),
        "gone": points(row.gone),
        "is_unknown": row.is_unknown,
        "deadlock": row.deadlock.value if row.deadlock else None,
        "stuck": [{"measure": id, "can": can.value if can else None} for id, can in row.stuck],
        "ask": list(row.ask),
        "is_safe": row.is_safe,
        "under": row.under or None,
    }


def _steps(steps: Sequence[NextStep]) -> list[Json]:
    return [
        {
            "changes": [change(one) for one in step.changes],
            "low": points(step.low),
            "high": points(step.high),
            "ask": list(step.ask),
        }
        for step in steps
    ]


def _spare(one: Spare) -> Json:
    return {
        "measure": one.measure,
        "failure": one.failure.value,
        "count": one.count,
        "unit": points(one.unit),
        "value": points(one.value),
        "after": points(one.after),
        "low": points(one.low),
    }
