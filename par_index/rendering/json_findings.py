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
from par_index.model.walking import measures_in_check
from par_index.nouns import EMPTY
from par_index.problems import Owner
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


def check(one: CheckResult, assessment: Assessment) -> Json:
    """What came of a check: both sides as far as they are known, and what lies between them.

    With it, what was reported of each measure that the check reads.
    """
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
        "measures": [
            _measure(id, assessment) for id in dict.fromkeys(measures_in_check(one.check))
        ],
    }


def _measure(id: str, assessment: Assessment) -> Json:
    """What was typed, and the words around it; others' figures stand in no line of the unit's."""
    submission = assessment.submission
    own, given = submission.data.get(id), submission.external.get(id)
    datum = own if given is None else given
    is_reported = datum is not None and datum.is_reported
    return {
        "id": id,
        "line": _line_of(own) if own is datum else None,
        "value": datum.text.strip() if datum is not None and is_reported else None,
        "quote": (datum.said or datum.quote or None) if datum is not None else None,
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
    return _line_of(written.get(subject.shape, EMPTY).get(subject.id))


def _line_of(one: Datum | Evidence | Answer | None) -> int | None:
    """A value that somebody only tries stands in no line of the file."""
    if one is None or one.span.source.owner is Owner.SCENARIO:
        return None
    return one.span.line


def _side(result: CheckResult, side: Fraction | None) -> str | None:
    """An exact number, or a day."""
    if side is None:
        return None
    term = result.term(side)
    return term.isoformat() if isinstance(term, datetime.date) else points(side)
