"""A diff as a JSON document, as `schemas/diff.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Sequence

from par_index.advice.diff import DataChange, Diff, Ends, Parts, Row
from par_index.advice.diff_carrying import Left
from par_index.advice.what_if import GradeChange
from par_index.model.assessment import Assessment, Score
from par_index.model.findings import Finding
from par_index.model.submission import Datum
from par_index.rendering.json_document import figures_part, submission_part
from par_index.rendering.json_values import Json, points, ratio, text

__all__ = ["DIFF", "diff_document"]

DIFF = "par_index/diff/1"


def diff_document(one: Diff) -> Json:
    """Whatever differs, every number in the two parts that it adds up from."""
    return {
        "schema": DIFF,
        "status": "compared",
        "exit_code": 0,
        "sets": 2 if one.is_of_two else 1,
        "before": _side(one.before),
        "after": _side(one.after),
        "total": _parts(one.total),
        "index": None if one.index is None else _shares(one.index),
        "rows": [_row(row) for row in one.rows],
        "grades": [_grade(grade) for grade in one.grades],
        "data": [_data(change) for change in one.data],
        "findings": {
            "appear": _findings(one.appearing, one.after),
            "vanish": _findings(one.vanishing, one.before),
        },
        "carried": _carried(one),
        "alike": [{"old": old, "new": new} for old, new in one.alike],
    }


def _side(side: Assessment) -> Json:
    criteria = side.criteria
    return {
        "criteria": {"id": criteria.id, "sha256": criteria.sha256},
        "submission": submission_part(side.submission),
        **figures_part(side),
    }


def _ends(ends: Ends) -> Json:
    return {"low": points(ends[0]), "high": points(ends[1])}


def _parts(parts: Parts) -> Json:
    return {
        "before": _ends(parts.before),
        "middle": _ends(parts.middle),
        "after": _ends(parts.after),
        "rules": _ends(parts.rules),
        "data": _ends(parts.data),
        "change": _ends(parts.change),
    }


def _shares(parts: Parts) -> Json:
    def ends(both: Ends) -> Json:
        return {"low": ratio(both[0]), "high": ratio(both[1])}

    return {
        "before": ends(parts.before),
        "middle": ends(parts.middle),
        "after": ends(parts.after),
        "rules": ends(parts.rules),
        "data": ends(parts.data),
        "change": ends(parts.change),
    }


def _row(row: Row) -> Json:
    criterion = row.score.criterion
    return {
        "kind": row.kind.value,
        "code": {
            "before": row.before.code if row.before else None,
            "after": row.after.code if row.after else None,
        },
        "title": text(criterion.title),
        "extra": criterion.extra,
        "is_sum": row.score.because is None,
        "outcome": {"before": _outcome(row.before), "after": _outcome(row.after)},
        "parts": _parts(row.parts),
    }


def _outcome(score: Score | None) -> str | None:
    return None if score is None else score.outcome.value


def _grade(one: GradeChange) -> Json:
    return {
        "id": one.grade.id,
        "title": text(one.grade.title),
        "before": one.before and one.before.value,
        "after": one.after and one.after.value,
    }


def _data(one: DataChange) -> Json:
    return {
        "measure": one.measure,
        "old": one.old or None,
        "last_year": one.is_last_year,
        "before": _written(one.before),
        "after": _written(one.after),
    }


def _written(datum: Datum | None) -> str | None:
    """A value as it is written; none where it is not reported."""
    return datum.text.strip() if datum is not None and datum.is_reported else None


def _carried(one: Diff) -> Json | None:
    """How the old data were read under the new set."""
    if one.carried is None:
        return None
    return {
        "as_of": one.carried.submission.as_of.isoformat(),
        "shift_years": one.mapping.shift_years,
        "dated": list(one.carried.dated),
        "left": [_left(left) for left in one.carried.left],
    }


def _left(one: Left) -> Json:
    return {
        "id": one.id,
        "reason": one.reason.value,
        "value": _written(one.datum),
        "last_year": one.is_last_year,
    }


def _findings(findings: Sequence[Finding], assessment: Assessment) -> list[Json]:
    if not findings:
        return []
    from par_index.rendering.json_findings import finding

    return [finding(one, assessment) for one in findings]
