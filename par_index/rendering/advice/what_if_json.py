"""What-ifs as a JSON document, as `schemas/what-if.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Sequence

from par_index.advice.what_if import Difference, GradeChange, Setting, WhatIf
from par_index.model.assessment import Assessment, Score
from par_index.model.findings import Finding
from par_index.model.submission import Datum
from par_index.rendering.json_document import figures_part, submission_part
from par_index.rendering.json_values import Json, points, problem, text

__all__ = ["WHAT_IF", "what_if_document"]

WHAT_IF = "par_index/what-if/1"


def what_if_document(what_ifs: Sequence[WhatIf]) -> Json:
    """Scenarios of one submission, each held against the submission as it is."""
    before = what_ifs[0].before
    return {
        "schema": WHAT_IF,
        "status": "compared",
        "exit_code": 0,
        "criteria": {"id": before.criteria.id, "sha256": before.criteria.sha256},
        "submission": submission_part(before.submission),
        "before": figures_part(before),
        "scenarios": [_scenario(one) for one in what_ifs],
    }


def _scenario(one: WhatIf) -> Json:
    return {
        "name": one.name or None,
        "set": [_setting(setting) for setting in one.settings],
        "after": figures_part(one.after),
        "differences": [_difference(difference) for difference in one.differences],
        "grades": [_grade(grade) for grade in one.grades],
        "findings": {
            "appear": _findings(one.appearing, one.after),
            "vanish": _findings(one.vanishing, one.before),
        },
        "remarks": [problem(remark) for remark in one.remarks],
    }


def _setting(one: Setting) -> Json:
    return {
        "measure": one.measure,
        "last_year": one.is_last_year,
        "before": _written(one.before),
        "after": _written(one.after),
        "changes": one.changes,
    }


def _written(datum: Datum | None) -> str | None:
    """A value as it is written; none where it is not reported."""
    return datum.text.strip() if datum is not None and datum.is_reported else None


def _difference(one: Difference) -> Json:
    criterion = one.after.criterion
    return {
        "code": one.code,
        "title": text(criterion.title),
        "extra": criterion.extra,
        "is_sum": one.after.because is None,
        "before": _side(one.before),
        "after": _side(one.after),
        "gain": {"low": points(one.low), "high": points(one.high)},
    }


def _side(one: Score) -> Json:
    return {
        "outcome": one.outcome.value,
        "points": points(one.points),
        "low": points(one.low),
        "high": points(one.high),
        "applicable": points(one.account.applicable),
    }


def _grade(one: GradeChange) -> Json:
    return {
        "id": one.grade.id,
        "title": text(one.grade.title),
        "before": one.before and one.before.value,
        "after": one.after and one.after.value,
    }


def _findings(findings: Sequence[Finding], assessment: Assessment) -> list[Json]:
    if not findings:
        return []
    from par_index.rendering.json_findings import finding

    return [finding(one, assessment) for one in findings]
