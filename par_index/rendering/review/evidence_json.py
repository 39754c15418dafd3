"""Checked evidence as JSON, as `schemas/evidence.schema.json` describes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from par_index.model.assessment import Assessment
from par_index.model.evidence import EvidenceCheck, EvidenceReport, FileFacts, Use, Verdict
from par_index.model.submission import Evidence
from par_index.rendering.json_document import submission_part
from par_index.rendering.json_values import Json, day, parameter, points, text
from par_index.rendering.review.evidence_page import Support
from par_index.review.evidence.defects import Defect, Mention, TextFile
from par_index.review.evidence.identity import identity_of

__all__ = ["EVIDENCE", "evidence_document", "references_document"]

EVIDENCE = "par_index/evidence/1"


def evidence_document(
    assessment: Assessment,
    report: EvidenceReport,
    support: Support,
    exit_code: int,
    failed: Sequence[str],
) -> Json:
    """Every check with its code and values; points before and after."""
    criteria = assessment.criteria
    checks: dict[str, list[EvidenceCheck]] = defaultdict(list)
    for check in report.checks:
        checks[check.document].append(check)
    out, out_uses = report.disqualified, report.disqualified_uses
    return {
        "schema": EVIDENCE,
        "status": "checked",
        "exit_code": exit_code,
        "failed_gates": list(failed),
        "criteria": {
            "id": criteria.id,
            "title": text(criteria.title),
            "status": criteria.status.value,
            "sha256": criteria.sha256,
        },
        "submission": submission_part(assessment.submission),
        "tools": dict(report.tools),
        "documents": [
            _document(one, checks[id], report.files[id], is_out=id in out)
            for id, one in assessment.submission.evidence.items()
        ],
        "uses": [_use(use, stands=use not in out_uses) for use in report.uses],
        "verdicts": {
            verdict.value: sum(one.verdict is verdict for one in report.checks)
            for verdict in Verdict
        },
        "points": points(assessment.shown.points),
        "supported": {"cited": points(support.before), "checked": points(support.after)},
        "leaves": [
            {
                "code": code,
                "cited": points(before),
                "checked": points(support.leaves_after[code]),
            }
            for code, before in support.leaves_before.items()
            if code in assessment.submission.answers or before
        ],
    }


def _document(
    one: Evidence, checks: Sequence[EvidenceCheck], facts: FileFacts, *, is_out: bool
) -> Json:
    identity = identity_of(one)
    return {
        "id": one.id,
        "fields": dict(one.fields),
        "reference": identity.shown or None,
        "kind": identity.kind,
        "issued": day(one.issued),
        "file": {
            "path": facts.path or None,
            "kind": None if facts.kind is None else facts.kind.value,
            "size": facts.size,
            "sha256": facts.sha256 or None,
            "pages": facts.pages,
            "text": facts.layer.value,
        },
        "disqualified": is_out,
        "checks": [_check(check) for check in checks],
    }


def _check(one: EvidenceCheck) -> Json:
    return {
        "check": one.id.value,
        "verdict": one.verdict.value,
        "code": one.code,
        "params": {name: parameter(value) for name, value in one.params.items()},
        "use": None if one.use is None else _place(one.use),
        "disqualifies": one.disqualifies and one.verdict is Verdict.WRONG,
    }


def _place(use: Use) -> Json:
    return {
        "criterion": use.criterion,
        "requirement": use.requirement or None,
        "page": use.page or None,
        "section": use.section or None,
    }


def _use(use: Use, *, stands: bool) -> Json:
    return {**_place(use), "document": use.document, "stands": stands}


def references_document(
    files: Sequence[TextFile],
    mentions: Sequence[Mention],
    defects: Sequence[Defect],
    exit_code: int,
    failed: Sequence[str],
) -> Json:
    """References that texts make, and what is to be asked of them."""
    return {
        "schema": EVIDENCE,
        "status": "read",
        "exit_code": exit_code,
        "failed_gates": list(failed),
        "files": [
            {
                "name": one.name,
                "pages": len(one.pages),
                "text": one.layer.value,
                "fault": one.fault or None,
            }
            for one in files
        ],
        "references": [_mention(one) for one in mentions],
        "defects": [
            {
                "defect": one.kind.value,
                "verdict": one.verdict.value,
                "written": one.written,
                "others": list(one.others),
                "days": [day(when) for when in one.days],
                "places": [{"file": place.file, "page": place.page} for place in one.mentions]
                or [{"file": one.file, "page": 1}],
            }
            for one in defects
        ],
    }


def _mention(one: Mention) -> Json:
    reference = one.reference
    return {
        "file": one.file,
        "page": one.page,
        "written": reference.written,
        "number": reference.number,
        "year": reference.year,
        "notation": reference.notation,
        "day": reference.day or None,
        "date": day(reference.date),
    }
