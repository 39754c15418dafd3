"""Findings and cross-checks as JSON values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from par_index.model.assessment import Assessment
from par_index.model.checks import CheckResult
from par_index.model.facts import Fact, Shape
from par_index.model.findings import Finding, Place
from par_index.model.submission import Answer, Datum, Evidence
from par_index.nouns import EMPTY
from par_index.rendering.json_values import Json, points, text
from par_index.rendering.subjects import SUBJECTS, Subject, subject_of

__all__ = ["check", "finding"]


def finding(one: Finding, assessment: Assessment) -> Json:
    """A rule with every place where it fired, and the facts that it matched there."""
    rule = one.rule
    return {
        "rule": rule.id,
        "severity": rule.severity.value if rule.severity else None,
        "title": text(rule.title),
        "say": text(rule.say),
        "next": text(rule.next),
        "cites": rule.cites or None,
        "places": [_place(place, assessment) for place in one.places],
    }


def check(one: CheckResult) -> Json:
    """What came of a check: both sides as far as they are known, and what lies between them."""
    return {
        "id": one.check.id,
        "kind": one.check.kind.value,
        "state": one.state.value,
        "severity": one.check.severity.value,
        "say": text(one.check.say),
        "left": _side(one, one.left),
        "right": _side(one, one.right),
        "gap": points(one.gap),
        "blank": list(one.blank),
        "explained_by": list(one.explained_by),
    }


def _place(place: Place, assessment: Assessment) -> Json:
    subject = subject_of(place)
    return {
        "subject": subject and {"kind": SUBJECTS[subject.shape], "id": subject.id},
        "facts": [_fact(fact) for fact in place.facts],
        "line": subject and _line(subject, assessment),
    }


def _fact(fact: Fact) -> Json:
    return {"kind": fact.kind, "fields": dict(fact.fields)}


def _line(subject: Subject, assessment: Assessment) -> int | None:
    """Where the unit's own file has the measure, the document, or its answer to the criterion."""
    submission = assessment.submission
    written: dict[Shape, Mapping[str, Datum | Evidence | Answer]] = {
        Shape.MEASURE: submission.data,
        Shape.DOCUMENT: submission.evidence,
        Shape.CODE: submission.answers,
    }
    one = written.get(subject.shape, EMPTY).get(subject.id)
    return None if one is None else one.span.line


def _side(result: CheckResult, side: Fraction | None) -> str | None:
    """An exact number, or a day."""
    if side is None:
        return None
    term = result.term(side)
    return term.isoformat() if isinstance(term, datetime.date) else points(side)
