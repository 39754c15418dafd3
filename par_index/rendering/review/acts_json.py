"""Acts as JSON: the line that stands, the head of the log, what is owed after it."""

from __future__ import annotations

from par_index.rendering.json_values import Json, day
from par_index.review.log.canonical import Value
from par_index.review.log.lines import Head, Line, fields_around
from par_index.review.log.state import Debt, State

__all__ = ["REVIEW", "act_document", "debt", "head", "state_part"]

REVIEW = "par_index/review/1"


def act_document(line: Line, state: State, *, is_new: bool) -> Json:
    """What was written, or stood already, and how the appraisal stands with it."""
    fields: dict[str, Value] = fields_around(line)
    return {
        "schema": REVIEW,
        "status": "written" if is_new else "standing",
        "exit_code": 0,
        "line": fields,
        **state_part(state),
    }


def state_part(state: State) -> Json:
    """How an appraisal stands."""
    back = state.returns[-1] if state.returns else None
    return {
        "head": head(state.head),
        "log": state.log,
        "unit": {"id": state.unit.id, "name": state.unit.name, "tier": state.unit.tier},
        "year": state.year,
        "set": {"id": state.set.id, "sha256": state.set.sha256},
        "package": state.package,
        "phase": state.phase.value,
        "round": state.round,
        "due": day(back.due) if back is not None and not back.answered else None,
        "owed": [debt(one) for one in state.debts],
        "unasked": list(state.unasked),
    }


def head(one: Head) -> Json:
    return {"seq": one.seq, "hash": one.hash}


def debt(one: Debt) -> Json:
    return {"code": one.code, "owed": one.owed.value, "who": list(one.who), "line": one.seq or None}
