"""The queue as JSON, as `schemas/review-queue.schema.json` describes it."""

from __future__ import annotations

from par_index.rendering.json_values import Json, day, points, problem
from par_index.rendering.review.acts_json import head
from par_index.review.account.queue import Desk, Queue

__all__ = ["QUEUE", "queue_document"]

QUEUE = "par_index/review-queue/1"


def queue_document(queue: Queue, exit_code: int = 0) -> Json:
    """Every unit of the list, in the order in which to work."""
    return {
        "schema": QUEUE,
        "status": "told",
        "exit_code": exit_code,
        "day": day(queue.day),
        "units": [_desk(one) for one in queue.desks],
    }


def _desk(one: Desk) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "folder": one.folder,
        "standing": one.standing.value,
        "due": day(one.due),
        "late": one.is_late,
        "round": None if one.state is None else one.state.round,
        "head": None if one.state is None else head(one.state.head),
        "owed": one.owed,
        "criteria": [
            {"code": stake.code, "stake": points(stake.points), "doubt": stake.doubt}
            for stake in one.stakes
        ],
        "problems": [problem(fault) for fault in one.problems],
    }
