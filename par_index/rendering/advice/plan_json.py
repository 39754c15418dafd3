"""The improvement plan as JSON, as `schemas/plan.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.advice.aims import Goal
from par_index.advice.plan import Order, Plan, PlanRow, RowKind, Shared, rows_in_order
from par_index.nouns import EMPTY, replace
from par_index.rendering.advice.plan_words import Words
from par_index.rendering.json_document import submission_part
from par_index.rendering.json_scores import change
from par_index.rendering.json_values import Json, day, points, text
from par_index.rendering.voice import Voice

__all__ = ["PLAN", "plan_document"]

PLAN = "par_index/plan/1"
_NO_BREAK = "\u00a0"


def plan_document(plan: Plan, order: Order) -> Json:
    """The whole plan; what is gone is always there, after everything that is not."""
    assessment = plan.assessment
    criteria = assessment.criteria
    cells = [
        Words(replace(Voice.of(assessment, language), lines=EMPTY)) for language in ("vi", "en")
    ]
    rows = (*rows_in_order(plan.rows, order), *rows_in_order(plan.gone, order))
    return {
        "schema": PLAN,
        "status": "planned",
        "exit_code": 0,
        "criteria": {
            "id": criteria.id,
            "title": text(criteria.title),
            "status": criteria.status.value,
            "sha256": criteria.sha256,
        },
        "submission": submission_part(assessment.submission),
        "sort": order.value,
        "rows": [_row(row, number, cells) for number, row in enumerate(rows, start=1)],
        "gains": {kind.value: points(plan.gains[kind]) for kind in RowKind},
        "total": points(plan.total),
        "extras": points(plan.extras),
        "additive": plan.is_additive,
        "shared": [_shared(one) for one in plan.shared],
    }


def _row(row: PlanRow, number: int, cells: Sequence[Words]) -> Json:
    vi, en = cells
    return {
        "number": number,
        "kind": row.kind.value,
        "area": {"code": row.area.code, "title": text(row.area.title)},
        "code": row.code,
        "title": text(row.title),
        "task": text(row.task),
        "now": _said(vi.now(row), en.now(row)),
        "required": _said(vi.required(row), en.required(row)),
        "lead": text(row.lead),
        "support": text(row.support),
        "due": text(row.due),
        "due_day": day(row.due_day),
        "gain": {"certain": points(row.gain.certain), "possible": points(row.gain.possible)},
        "lost": points(row.shortfall.lost),
        "goals": list(_goals(row.goals)),
        "first": next(_goals([row.first] if row.first else []), None),
        "ask": list(row.ask),
        "deadlock": row.deadlock.value if row.deadlock else None,
    }


def _said(vi: str, en: str) -> Json:
    """A cell in both languages, as the tables have it."""
    return {"vi": vi.replace(_NO_BREAK, " "), "en": en.replace(_NO_BREAK, " ")}


def _goals(goals: Sequence[Goal]) -> Iterator[Json]:
    """What proves each goal: its changes and the points they give; nothing where nothing does."""
    for step in (goal.step for goal in goals):
        if step is not None:
            yield {
                "changes": [change(one) for one in step.changes],
                "low": points(step.low),
                "high": points(step.high),
                "ask": list(step.ask),
            }


def _shared(one: Shared) -> Json:
    return {"measures": list(one.measures), "codes": list(one.codes), "met": list(one.met)}
