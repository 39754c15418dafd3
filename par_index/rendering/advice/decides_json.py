"""What decides as a JSON document, as `schemas/decides.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Iterable

from par_index.advice.decides import Data, Decides, EndOf, GradeNeed, Item
from par_index.advice.decides_board import OpenItem, Wait
from par_index.advice.decides_search import Smallest
from par_index.advice.pinning import End
from par_index.rendering.json_document import figures_part, submission_part
from par_index.rendering.json_values import Json, day, points, text

__all__ = ["DECIDES", "decides_document"]

DECIDES = "par_index/decides/1"


def decides_document(one: Decides) -> Json:
    """Everything that is open, what decides most first."""
    assessment = one.assessment
    criteria = assessment.criteria
    return {
        "schema": DECIDES,
        "status": "told",
        "exit_code": 0,
        "criteria": {"id": criteria.id, "sha256": criteria.sha256},
        "submission": submission_part(assessment.submission),
        "is_open": one.is_open,
        "now": figures_part(assessment),
        "items": [_item(item, one) for item in one.items],
        "data": [_data(data) for data in one.data],
        "grades": [_grade(grade) for grade in one.grades],
    }


def _item(one: Item, whole: Decides) -> Json:
    grades = [grade.grade.id for grade in whole.grades]
    criterion = one.open.score.criterion
    return {
        "code": one.code,
        "kind": one.open.kind.value,
        "title": text(criterion.title),
        "extra": criterion.extra,
        "low": points(one.open.score.low),
        "high": points(one.open.score.high),
        "waits": [_wait(wait) for wait in one.open.waits],
        "ends": [_end(end, grades) for end in one.ends],
        "closes": {"least": points(one.closes[0]), "most": points(one.closes[1])},
    }


def _wait(one: Wait) -> Json:
    return {"measure": one.measure, "why": one.why.value, "due": day(one.due)}


def _end(one: EndOf, grades: list[str]) -> Json:
    return {
        "end": one.end.value,
        "points": points(one.points),
        "total": {"low": points(one.low), "high": points(one.high)},
        "reach": {id: reach.value for id, reach in zip(grades, one.reach, strict=True)},
    }


def _named(one: OpenItem) -> Json:
    return {"code": one.code, "kind": one.kind.value}


def _data(one: Data) -> Json:
    return {
        "waits": [_wait(wait) for wait in one.waits],
        "items": [_named(item) for item in one.items],
        "settles": [_named(item) for item in one.settles],
        "grades": [grade.id for grade in one.grades],
        "least": {"low": points(one.least[0]), "high": points(one.least[1])},
        "most": {"low": points(one.most[0]), "high": points(one.most[1])},
        "closes": points(one.closes),
        "at_most": one.is_at_most,
    }


def _grade(one: GradeNeed) -> Json:
    need = one.need
    return {
        "id": one.grade.id,
        "title": text(one.grade.title),
        "standing": one.standing.value,
        "need": need
        and {
            "lacks": points(need.lacks),
            "open": points(need.open),
            "of": "index" if need.of_index else "points",
        },
        "waits": [_wait(wait) for wait in one.waits],
        "necessary": _held(one.necessary),
        "sufficient": _held(one.sufficient),
        "smallest": _smallest(one.smallest),
        "quota": one.has_quota,
    }


def _held(items: Iterable[tuple[OpenItem, End]]) -> list[Json]:
    return [{**_named(item), "end": end.value} for item, end in items]


def _smallest(one: Smallest | None) -> Json | None:
    if one is None:
        return None
    return {"items": _held(one.chosen), "is_cut": one.is_cut, "with_tests": one.with_tests}
