"""The JSON documents, as `schemas/assessment.schema.json` describes them.

They carry codes and parameters, never a sentence in one language, and the same inputs always give
the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from par_index.model.assessment import Assessment, GradeScore, Totals
from par_index.model.criteria import CriteriaSet, Origin
from par_index.model.measures import Measure
from par_index.model.submission import Submission
from par_index.problems import Problem
from par_index.rendering.json_scores import account, score, shortfall
from par_index.rendering.json_values import Json, parameter, points, problem, ratio, text
from par_index.rendering.numbers import rounded_percent

__all__ = [
    "ASSESSMENT",
    "ASSESSMENTS",
    "assessment_document",
    "dump",
    "figures_part",
    "internal_document",
    "refusal_document",
    "several_document",
    "submission_part",
    "usage_document",
]

ASSESSMENT = "par_index/assessment/1"
ASSESSMENTS = "par_index/assessments/1"

_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
    "|[\U000e0000-\U000e007f]"
)


def assessment_document(
    assessment: Assessment, exit_code: int = 0, failed_gates: Sequence[Json] = ()
) -> Json:
    """The whole answer for one unit, with the gates its caller set and it did not pass."""
    return {
        "exit_code": exit_code,
        "failed_gates": list(failed_gates),
        "schema": ASSESSMENT,
        "status": "assessed",
        "criteria": _criteria(assessment.criteria),
        "submission": submission_part(assessment.submission),
        **figures_part(assessment),
        "areas": [score(area) for area in assessment.areas],
        "shortfalls": [shortfall(one) for one in assessment.shortfalls],
        "findings": _findings(assessment),
        "checks": _checks(assessment),
        "remarks": [problem(one) for one in assessment.remarks],
    }


def figures_part(assessment: Assessment) -> Json:
    """What stands for the whole: accounts, totals, grades, the index."""
    return {
        "account": account(assessment.account),
        "extras": account(assessment.extras) if assessment.extras else None,
        "total": _total(assessment),
        "totals": _totals(assessment),
        "grades": [_grade(one) for one in assessment.grades],
        "index": _index(assessment),
    }


def refusal_document(problems: Sequence[Problem], exit_code: int, schema: str = ASSESSMENT) -> Json:
    """An input that cannot be used, with everything that was found in it."""
    return {
        "schema": schema,
        "status": "refused",
        "exit_code": exit_code,
        "problems": [problem(one) for one in problems],
    }


def usage_document(message_code: str, params: Mapping[str, object]) -> Json:
    """A malformed command line."""
    return {
        "schema": ASSESSMENT,
        "status": "usage",
        "exit_code": 2,
        "message": message_code,
        "params": {name: parameter(value) for name, value in params.items()},
    }


def internal_document(exit_code: int) -> Json:
    """A fault of par_index itself."""
    return {"schema": ASSESSMENT, "status": "internal", "exit_code": int(exit_code)}


def several_document(documents: Sequence[Json], exit_code: int) -> Json:
    """Documents of several inputs, in the order given, and the worst of their codes."""
    refused = any(one["status"] != "assessed" for one in documents)
    return {
        "schema": ASSESSMENTS,
        "status": "refused" if refused else "assessed",
        "exit_code": exit_code,
        "documents": list(documents),
    }


def dump(document: Json) -> str:
    """The document as text: sorted keys, UTF-8 as it is, a final newline."""
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    # A file name that is no UTF-8 holds half characters, which only an escape can carry; what
    # hides, or turns the letters after it around, is told apart only as one.
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


# What writes findings is imported only where there are any.


def _findings(assessment: Assessment) -> list[Json]:
    if not assessment.findings:
        return []
    from par_index.rendering.json_findings import finding

    return [finding(one, assessment) for one in assessment.findings]


def _checks(assessment: Assessment) -> list[Json]:
    if not assessment.checks:
        return []
    from par_index.rendering.json_findings import check

    return [check(one, assessment) for one in assessment.checks]


def _criteria(criteria: CriteriaSet) -> Json:
    return {
        "id": criteria.id,
        "title": text(criteria.title),
        "status": criteria.status.value,
        "tier": criteria.tier,
        "period": {"from": criteria.starts.isoformat(), "to": criteria.ends.isoformat()},
        "max_points": points(criteria.max_points),
        "source": _origin(criteria.origin),
        "notes": [text(note) for note in criteria.notes],
        "measures": {id: _measure(one) for id, one in criteria.measures.items()},
        "sha256": criteria.sha256,
    }


def _origin(origin: Origin) -> Json:
    return {
        "issuer": text(origin.issuer),
        "number": origin.number,
        "symbol": origin.symbol,
        "date": origin.date,
        "title": text(origin.title),
        "note": text(origin.note),
    }


def _measure(measure: Measure) -> Json:
    return {
        "label": text(measure.label),
        "kind": measure.kind.value,
        "counted_in": measure.counted_in,
        "by": measure.by.value,
        "last_year_of": measure.last_year_of or None,
    }


def submission_part(submission: Submission) -> Json:
    """Whose file it is, which, and as of which day."""
    unit = submission.unit
    return {
        "file": submission.source.name,
        "sha256": submission.source.sha256,
        "unit": {"id": unit.id, "name": unit.name, "tier": unit.tier},
        "as_of": submission.as_of.isoformat(),
    }


def _totals(assessment: Assessment) -> Json:
    """The grand total, extras included and inside the set's bounds, exactly and as it is shown."""
    exact, shown = assessment.totals, assessment.shown
    return {**_four(exact), "shown": _four(shown)}


def _four(one: Totals) -> Json:
    return {
        "points": points(one.points),
        "low": points(one.low),
        "high": points(one.high),
        "supported": points(one.supported),
    }


def _grade(one: GradeScore) -> Json:
    return {
        "id": one.grade.id,
        "title": text(one.grade.title),
        "standing": one.standing.value,
    }


def _total(assessment: Assessment) -> Json:
    """The sums without extras as they are shown, rounded once where the set rounds totals."""
    total = assessment.total
    return {"points": points(total.points), "low": points(total.low), "high": points(total.high)}


def _index(assessment: Assessment) -> Json | None:
    """The index exactly, and in percent as the set rounds it; none when nothing applies."""
    low, high = assessment.index_low, assessment.index_high
    if low is None or high is None:
        return None
    rounding = assessment.criteria.rounding

    def percent(value: Fraction) -> str | None:
        return points(rounded_percent(value, rounding.index_places, rounding.index_mode))

    return {
        "low": ratio(low),
        "high": ratio(high),
        "low_percent": percent(low),
        "high_percent": percent(high),
    }
