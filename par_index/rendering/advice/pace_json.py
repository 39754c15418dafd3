"""Pace as JSON, as `schemas/pace.schema.json` describes it."""

from __future__ import annotations

from fractions import Fraction

from par_index.advice.expected import Expected
from par_index.advice.pace import Pace, PaceRow
from par_index.advice.rungs import Rung
from par_index.advice.trials import Need
from par_index.model.assessment import Score
from par_index.rendering.json_document import figures_part, submission_part
from par_index.rendering.json_values import Json, day, points, ratio, text

__all__ = ["PACE", "pace_document"]

PACE = "par_index/pace/1"


def pace_document(pace: Pace) -> Json:
    """What is expected, the figures before and after by that alone, and each criterion."""
    before = pace.before
    return {
        "schema": PACE,
        "status": "paced",
        "exit_code": 0,
        "criteria": {"id": before.criteria.id, "sha256": before.criteria.sha256},
        "submission": submission_part(before.submission),
        "expected": [_expected(one) for one in pace.expected],
        "along": [
            {"measure": id, "before": points(low), "after": points(high)}
            for id, low, high in pace.along
        ],
        "ends": day(pace.ends),
        "days_left": pace.days,
        "before": figures_part(before),
        "after": figures_part(pace.after),
        "rows": [_row(row, pace.days) for row in pace.rows],
    }


def _expected(one: Expected) -> Json:
    return {
        "measure": one.measure,
        "before": points(one.before),
        "after": points(one.after),
        "coming": points(one.coming),
    }


def _row(row: PaceRow, days: int | None) -> Json:
    criterion = row.before.criterion
    return {
        "area": {"code": row.area.code, "title": text(row.area.title)},
        "code": row.code,
        "title": text(row.title),
        "max_points": points(criterion.max_points),
        "extra": criterion.extra,
        "course": row.course.value,
        "before": _side(row.before),
        "after": _side(row.after),
        "best": points(row.best),
        "is_unproven": row.is_unproven,
        "rungs": [_rung(one, days) for one in row.rungs],
        "unsaid": list(row.unsaid),
        "ask": list(row.ask),
    }


def _side(one: Score) -> Json:
    return {"outcome": one.outcome.value, "low": points(one.low), "high": points(one.high)}


def _rung(one: Rung, days: int | None) -> Json:
    return {
        "points": points(one.points),
        "state": one.state.value,
        "needs": [_need(need, days) for need in one.needs],
        "wanted": _need(one.wanted, None) if one.wanted else None,
        "most": _need(one.most, None) if one.most else None,
    }


def _need(one: Need, days: int | None) -> Json:
    """``per_day`` is exact; it is null where no days are left, or nothing is to be done in them."""
    lever = one.lever
    return {
        "measure": lever.measure,
        "can": lever.can.value,
        "now": points(lever.now),
        "final": points(one.final),
        "more": points(one.more),
        "unit": points(lever.unit),
        "coming": points(lever.coming),
        "coming_in": lever.whole if lever.coming is not None else None,
        "along": list(lever.along),
        "low": points(one.low),
        "per_day": ratio(Fraction(one.more, days)) if days and one.more else None,
    }
