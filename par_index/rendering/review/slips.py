"""Slips: what goes back to a unit, for its people and for its next package."""

from __future__ import annotations

from par_index.model.criteria import CriteriaSet
from par_index.rendering.json_values import Json, day, points, text
from par_index.rendering.review.acts_json import head
from par_index.review.log.lines import Head
from par_index.review.log.state import Choice, State

__all__ = ["SLIP", "slip_document"]

SLIP = "par_index/return/1"


def slip_document(state: State, criteria: CriteriaSet) -> Json:
    """The last return: what is asked about, until when, and the head that the answer carries."""
    back = state.returns[-1]
    return {
        "schema": SLIP,
        "unit": {"id": state.unit.id, "name": state.unit.name},
        "year": state.year,
        "set": {"id": state.set.id, "sha256": state.set.sha256},
        "package": state.package,
        "head": head(state.head),
        "pack_head": str(Head(state.head.seq, state.head.hash)),
        "round": back.round,
        "due": day(back.due),
        "text": back.text,
        "criteria": [
            {
                "code": code,
                "title": text(criteria.by_code[code].title),
                "claimed": points(state.leaves[code].basis.claimed),
                "computed": {
                    "low": points(state.leaves[code].basis.low),
                    "high": points(state.leaves[code].basis.high),
                },
                "supported": points(state.leaves[code].basis.supported),
                "decisions": [_choice(one) for one in state.leaves[code].lines],
            }
            for code in back.codes
        ],
    }


def _choice(one: Choice) -> Json:
    return {
        "points": None if one.na else points(one.points),
        "not_applicable": one.na,
        "reason": None if one.reason is None else one.reason.value,
        "text": one.text,
        "clause": one.clause,
        "line": one.seq,
    }
